package server

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"strconv"

	"pledger/audit"
	"pledger/locale"
	"pledger/server/page/failure"
)

// site is what the handlers answer from. It is not changed once made.
type site struct {
	shelf  []*volume          // in the order given
	byID   map[string]*volume // by id
	assets map[string]asset   // by address
	log    *slog.Logger
}

// Options are what a handler needs.
type Options struct {
	// Reports are what was read and found in the reports to show, at least one
	// for a useful site; they must not be changed afterwards.
	Reports []*audit.Findings
	// Log takes what an operator must know: failures and their causes. nil
	// discards it.
	Log *slog.Logger
}

// Handler returns the site of the given reports.
func Handler(o Options) http.Handler {
	s := &site{byID: map[string]*volume{}, assets: collectAssets(), log: o.Log}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	for _, f := range o.Reports {
		v := newVolume(f, s.freeID(f.This))
		s.shelf = append(s.shelf, v)
		s.byID[v.id] = v
	}
	return secure(s.mux())
}

// answer is what a handler wants sent.
type answer struct {
	contentType string
	body        []byte
	cache       string // Cache-Control
	redirect    string // an address of the site; the answer is then a redirect
}

// handlerFunc answers a request or says why not. Its error is one of errors.go
// or an internal failure.
type handlerFunc func(r *http.Request) (answer, error)

// The values of Cache-Control.
const (
	cachePage  = "no-cache"                            // a page is asked for again each time
	cacheAsset = "public, max-age=31536000, immutable" // an address by checksum never changes
)

const typeHTML = "text/html; charset=utf-8"

// renderer is a page.
type renderer interface{ Render(w io.Writer) error }

// rendered is the answer that shows a page.
func rendered(p renderer) (answer, error) {
	var b bytes.Buffer
	if err := p.Render(&b); err != nil {
		return answer{}, err
	}
	return answer{contentType: typeHTML, body: b.Bytes(), cache: cachePage}, nil
}

// serve sends what handle answers.
func (s *site) serve(handle handlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, err := handle(r)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		if a.redirect != "" {
			w.Header().Set("Cache-Control", cachePage)
			http.Redirect(w, r, a.redirect, http.StatusFound)
			return
		}
		s.send(w, r, http.StatusOK, a)
	})
}

// send writes an answer.
func (s *site) send(w http.ResponseWriter, r *http.Request, status int, a answer) {
	h := w.Header()
	h.Set("Content-Type", a.contentType)
	h.Set("Content-Length", strconv.Itoa(len(a.body)))
	h.Set("Cache-Control", a.cache)
	if a.cache == cachePage {
		h.Add("Vary", "Accept-Language")
	}
	w.WriteHeader(status)
	if _, err := w.Write(a.body); err != nil {
		s.log.Debug("the answer was not taken", "path", r.URL.Path, "cause", err)
	}
}

// fail sends the page of an error.
func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	status, key := describe(err)
	if status == http.StatusInternalServerError {
		s.log.Error("request failed", "method", r.Method, "path", r.URL.Path, "cause", err)
	}
	if status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", allowedMethods)
	}
	lang := language(r)
	a, err := rendered(failure.New(status, key, withLang("/", r), lang))
	if err != nil {
		s.log.Error("the error's page failed", "cause", err)
		a = answer{contentType: "text/plain; charset=utf-8", body: []byte(lang.Text(key)), cache: cachePage}
	}
	s.send(w, r, status, a)
}

// language is the one that the address asks for, else the one that the browser
// prefers.
func language(r *http.Request) locale.Lang {
	if l, ok := locale.Parse(r.URL.Query().Get(langParam)); ok {
		return l
	}
	return locale.Accept(r.Header.Get("Accept-Language"))
}

// langParam is the parameter that asks for a language.
const langParam = "lang"

// withLang is an address of the site with the language that r's address asks
// for, if it does.
func withLang(path string, r *http.Request) string {
	if l, ok := locale.Parse(r.URL.Query().Get(langParam)); ok {
		return path + "?" + langParam + "=" + l.String()
	}
	return path
}
