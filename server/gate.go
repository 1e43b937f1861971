package server

import (
	"errors"
	"net/http"
	"net/url"

	"pledger/ledger"
)

// gate is the handler of a route: it finds out who asks and what about, lets
// pass whom the route's need allows, reads what was sent, and sends the answer.
func (o *office) gate(rt route) http.Handler {
	rt.check()
	if rt.need.door == unwatched {
		return o.serve(rt.handle)
	}
	inner := o.serve(func(r *request) (answer, error) {
		switch err := o.admit(r, rt.need); {
		case errors.Is(err, errSignIn) && redirectStatus(r.Method) == http.StatusFound:
			return goTo(signInPath(r.URL))
		case err != nil:
			return answer{}, err
		}
		defer r.dropFiles()
		if err := readForm(r, rt.need); err != nil {
			return answer{}, err
		}
		return rt.handle(r)
	})
	return o.sessions.around(inner)
}

// signInPath is the page to sign in at on the way to u.
func signInPath(u *url.URL) string {
	return "/signin?" + url.Values{nextParam: {u.RequestURI()}}.Encode()
}

// nextParam is the parameter that says where to go after signing in.
const nextParam = "next"

// admit finds out who asks and what about, on one state of the store, and
// decides.
func (o *office) admit(r *request, n need) error {
	var s subject
	r.user, r.actor = nil, ledger.Nobody() // until the store says otherwise
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		s = subject{}
		if r.user, err = o.sessions.user(r.Context(), rd, o.clock()); err != nil {
			return err
		}
		if r.user == nil && o.visitor != "" {
			if r.user, err = rd.User(o.visitor); err != nil {
				return err
			}
		}
		return s.load(rd, r, n.about)
	})
	if err != nil {
		return err
	}
	if r.user != nil {
		r.actor = r.user.Actor()
	}
	if err := n.decide(r.actor, s); err != nil {
		return err
	}
	r.ledger, r.about, r.place, r.other = s.ledger, s.account, s.place, s.user
	if r.ledger != nil {
		r.scope, _ = r.actor.Scope(r.ledger, ledger.Query{})
	}
	return nil
}

// load reads what the address names.
func (s *subject) load(rd ledger.Reader, r *request, what about) (err error) {
	switch what {
	case someOfLedger, wholeLedger, oneAccount:
		s.ledger, err = rd.Ledger(ledger.ID(r.PathValue("ledger")))
		if err == nil && what == oneAccount {
			s.account, err = rd.Account(s.ledger.ID, r.PathValue("account"))
		}
	case onePlace:
		s.place = r.PathValue("place")
	case oneUser:
		s.user, err = rd.User(r.PathValue("user"))
	}
	if is[*ledger.NotFound](err) {
		s.missing = true
		return nil
	}
	return err
}
