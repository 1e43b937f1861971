package failure

import (
	_ "embed"
	"io"

	"pledger/server/page"
)

//go:embed failure.html.tmpl
var templateText string

//go:embed failure.css
var css string

var (
	style    = page.NewStyle("failure.css", css)
	compiled = page.Parse("failure", templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style} }

// Page is all that is shown of a failure.
type Page struct {
	page.Frame
	Status   int    // of HTTP
	Sentence string // what the reader is told
}

// New makes the page for a status of HTTP with the catalogue's sentence of key.
// The frame's Home is the way back.
func New(frame page.Frame, status int, key string) *Page {
	return &Page{
		Frame:  frame.With(frame.Lang.Text("page.error.title"), style),
		Status: status, Sentence: frame.Lang.Text(key),
	}
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
