package server

import (
	"net/http"
	"net/url"
)

// policy is the Content Security Policy of every answer: files of this site
// only, nothing inline, no frame around it.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// protect sets the headers that every answer carries, and refuses requests that
// another site's page makes to change something.
func (s *web) protect(next http.Handler) http.Handler {
	origin := http.NewCrossOriginProtection()
	refused := s.serve(func(*request) (answer, error) { return answer{}, errOrigin })
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		// Not no-referrer: under that, browsers without Sec-Fetch-Site send
		// “Origin: null” with this site's own forms, which would be refused.
		h.Set("Referrer-Policy", "same-origin")
		h.Set("X-Frame-Options", "DENY") // for browsers that know no frame-ancestors
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		if origin.Check(r) != nil || !vouched(r) {
			refused.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// vouched reports whether a request that may change something says where it
// comes from. CrossOriginProtection lets pass one without Sec-Fetch-Site and
// Origin, for programs; browsers so old that they send neither still name the
// page in Referer, and programs can.
func vouched(r *http.Request) bool {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodOptions:
		return true
	}
	if r.Header.Get("Sec-Fetch-Site") != "" || r.Header.Get("Origin") != "" {
		return true // checked by CrossOriginProtection
	}
	u, err := url.Parse(r.Header.Get("Referer"))
	return err == nil && u.Host != "" && u.Host == r.Host
}
