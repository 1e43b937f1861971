package server

import "net/http"

// route is one address of the site.
type route struct {
	pattern string // as http.ServeMux takes it
	handle  handlerFunc
}

// routes lists every address of the site.
func (s *site) routes() []route {
	return []route{
		// Reports
		{"GET /{$}", s.home},
		{"GET /reports/{id}", s.report},

		// Files that pages refer to, by checksum
		{"GET /assets/{sum}/{name}", s.asset},

		// All else
		{"/", s.elsewhere},
	}
}

// mux serves the routes.
func (s *site) mux() http.Handler {
	mux := http.NewServeMux()
	for _, r := range s.routes() {
		mux.Handle(r.pattern, s.serve(r.handle))
	}
	return mux
}
