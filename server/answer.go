package server

import (
	"bytes"
	"io"
	"mime"
	"net/http"
)

// answer is what a handler wants sent.
type answer struct {
	status      int // of HTTP; 0 is 200
	contentType string
	body        []byte
	cache       string         // Cache-Control; "" for what must not be kept
	redirect    string         // an address of the site; the answer is then a redirect
	download    string         // the name of the file that the body is to be kept as; "" shows it
	cookies     []*http.Cookie // to be set
	policy      string         // a Content Security Policy of its own; "" for the site's
}

// The values of Cache-Control.
const (
	cachePage  = "no-cache"                            // a page is asked for again each time
	cacheAsset = "public, max-age=31536000, immutable" // an address by checksum never changes
	cacheNone  = "no-store"                            // what only the user may see leaves no copy on a shared machine
)

// The content types of answers.
const (
	typeHTML = "text/html; charset=utf-8"
	typeText = "text/plain; charset=utf-8"
)

// renderer is a page.
type renderer interface{ Render(w io.Writer) error }

// rendered is the answer that shows a page.
func rendered(p renderer) (answer, error) {
	var b bytes.Buffer
	if err := p.Render(&b); err != nil {
		return answer{}, err
	}
	return answer{contentType: typeHTML, body: b.Bytes()}, nil
}

// refused is the answer that shows a form again, with what was typed and what
// is wrong with it.
func refused(p renderer) (answer, error) {
	a, err := rendered(p)
	a.status = http.StatusUnprocessableEntity
	return a, err
}

// goTo is the answer that leads to another address of the site. After a form
// it makes the browser ask with GET, so that reloading sends nothing twice.
func goTo(path string) (answer, error) { return answer{redirect: path}, nil }

// file is the answer that hands a file to be kept under a name.
func file(name, contentType string, body []byte) (answer, error) {
	return answer{contentType: contentType, body: body, download: name}, nil
}

// attachment is the Content-Disposition of a file of the name.
func attachment(name string) string {
	return mime.FormatMediaType("attachment", map[string]string{"filename": name})
}
