package server

import (
	"log/slog"
	"net/http"

	"pledger/audit"
)

// shelf is the site of reports that were read before it was made: nobody signs
// in, nothing is kept. It is not changed once made.
type shelf struct {
	web
	volumes []*volume          // in the order given
	byID    map[string]*volume // by id
}

// Options are what the site of reports needs.
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
	s := &shelf{web: newWeb(o.Log), byID: map[string]*volume{}}
	for _, f := range o.Reports {
		v := newVolume(f, s.freeID(f.This))
		s.volumes = append(s.volumes, v)
		s.byID[v.id] = v
	}
	return s.protect(s.mux())
}

// mux serves the routes.
func (s *shelf) mux() http.Handler {
	mux := http.NewServeMux()
	for _, r := range s.routes() {
		mux.Handle(r.pattern, s.serve(r.handle))
	}
	return mux
}
