package server

import (
	"errors"
	"mime"
	"net/http"
	"time"

	"pledger/identity"
	"pledger/ledger"
	"pledger/server/page"
)

// formMemory is how much of a file that was sent is kept in memory; the rest
// lies in a temporary file until the request ends.
const formMemory = 8 << 20

// readForm reads what a form sent, within the limits of n.
func readForm(r *request, n need) error {
	if r.Method != http.MethodPost {
		return nil
	}
	limit := n.limit
	if limit == 0 {
		limit = formLimit
	}
	if n.time > 0 {
		// A writer without deadlines, as tests have, has none to extend.
		now := time.Now()
		c := http.NewResponseController(r.w)
		if err := errors.Join(c.SetReadDeadline(now.Add(n.time)), c.SetWriteDeadline(now.Add(n.time+writeTimeout))); err != nil && !errors.Is(err, http.ErrNotSupported) {
			return err
		}
	}
	if r.ContentLength > limit {
		return errTooLarge
	}
	r.Body = http.MaxBytesReader(r.w, r.Body, limit)
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case err != nil:
		return errInvalid
	case kind == "application/x-www-form-urlencoded":
		err = r.ParseForm()
	case kind == "multipart/form-data" && n.limit > 0:
		err = r.ParseMultipartForm(formMemory)
	default:
		return errInvalid
	}
	if err != nil && !is[*http.MaxBytesError](err) {
		return errInvalid
	}
	r.form = &page.Form{Values: r.PostForm}
	return err
}

// refuse notes in the form what err says is wrong with what was typed, in the
// reader's language. It reports false where err is of another kind.
func (r *request) refuse(err error) bool {
	var who *identity.Invalid
	var what *ledger.Invalid
	switch {
	case errors.As(err, &who):
		for _, p := range who.Problems {
			r.form.Refuse(p.Field, r.lang.Text("identity.invalid."+p.Code, p.Args...))
		}
	case errors.As(err, &what):
		for _, p := range what.Problems {
			args := make([]any, len(p.Args))
			for i, a := range p.Args {
				args[i] = a
			}
			r.form.Refuse(p.Field, r.lang.Text("ledger.invalid."+p.Code, args...))
		}
	default:
		return false
	}
	return true
}

// dropFiles removes what readForm kept in temporary files. The server would
// for the request it made, not for one with a session in its context.
func (r *request) dropFiles() {
	if r.MultipartForm != nil {
		r.MultipartForm.RemoveAll() // a leftover in the temporary folder is no failure of the request
	}
}
