package server

import (
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strconv"

	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/failure"
)

// handlerFunc answers a request or says why not. Its error is one of errors.go
// or an internal failure.
type handlerFunc func(r *request) (answer, error)

// web is what sends answers. It is not changed once made.
type web struct {
	assets map[string]asset // by address
	log    *slog.Logger
	frame  func(r *request) page.Frame // what every page has around it
	keeps  bool                        // whether a chosen language is kept by cookie
	secure bool                        // whether cookies go over TLS only
}

// newWeb is a web that logs to log; nil discards it.
func newWeb(log *slog.Logger) web {
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	return web{assets: collectAssets(), log: log, frame: bareFrame}
}

// bareFrame is the frame of a page that knows no user.
func bareFrame(r *request) page.Frame {
	return page.Frame{Lang: r.lang, Home: withLang("/", r.Request)}
}

// serve sends what handle answers.
func (s *web) serve(handle handlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, hr *http.Request) {
		r := &request{Request: hr, w: w, lang: language(hr)}
		a, err := s.attempt(handle, r)
		if s.keeps {
			if c := rememberLanguage(hr, s.secure); c != nil {
				http.SetCookie(w, c)
			}
		}
		if err != nil {
			s.fail(w, r, err)
			return
		}
		for _, c := range a.cookies {
			http.SetCookie(w, c)
		}
		if a.redirect != "" {
			w.Header().Set("Cache-Control", cachePage)
			http.Redirect(w, hr, a.redirect, redirectStatus(hr.Method))
			return
		}
		s.send(w, r, a)
	})
}

// redirectStatus makes the browser ask the new address with GET.
func redirectStatus(method string) int {
	if method == http.MethodGet || method == http.MethodHead {
		return http.StatusFound
	}
	return http.StatusSeeOther
}

// attempt is handle's answer; a panic in it is an internal failure.
func (s *web) attempt(handle handlerFunc, r *request) (a answer, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("server: panic: %v\n%s", p, debug.Stack())
		}
	}()
	return handle(r)
}

// send writes an answer.
func (s *web) send(w http.ResponseWriter, r *request, a answer) {
	h := w.Header()
	h.Set("Content-Type", a.contentType)
	h.Set("Content-Length", strconv.Itoa(len(a.body)))
	h.Set("Cache-Control", caching(r, a))
	if a.cache != cacheAsset {
		h.Add("Vary", "Accept-Language, Cookie")
	}
	if a.policy != "" {
		h.Set("Content-Security-Policy", a.policy)
	}
	if a.download != "" {
		h.Set("Content-Disposition", attachment(a.download))
	}
	if a.status == 0 {
		a.status = http.StatusOK
	}
	w.WriteHeader(a.status)
	if _, err := w.Write(a.body); err != nil {
		s.log.Debug("the answer was not taken", "path", r.URL.Path, "cause", err)
	}
}

// caching is the answer's Cache-Control: what it asks for; else pages of a user
// leave no copy, and others are asked for again each time.
func caching(r *request, a answer) string {
	switch {
	case a.cache != "":
		return a.cache
	case r.user != nil:
		return cacheNone
	}
	return cachePage
}

// fail sends the page of an error.
func (s *web) fail(w http.ResponseWriter, r *request, err error) {
	v := describe(err)
	if v.status >= http.StatusInternalServerError {
		s.log.Error("request failed", "method", r.Method, "path", r.URL.Path, "cause", err)
	}
	if v.status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", allowedMethods)
	}
	if v.status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", strconv.Itoa(retryAfter))
	}
	a, err := rendered(failure.New(s.frame(r), v.status, v.key))
	if err != nil {
		s.log.Error("the error's page failed", "cause", err)
		a = answer{contentType: typeText, body: []byte(locale.Lang(r.lang).Text(v.key))}
	}
	a.status = v.status
	s.send(w, r, a)
}
