package server

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"

	"pledger/identity"
	"pledger/ledger"
	"pledger/lexicon"
	"pledger/server/page"
)

// office is the site of an office's ledgers: users sign in, and what they do
// is kept in a store. It is not changed once made but for what it remembers of
// the store, to find it faster.
type office struct {
	web
	store    ledger.Store
	lexicon  *lexicon.Lexicon
	clock    func() time.Time
	sessions sessions
	people   *identity.Desk
	setup    *identity.Setup    // nil where there are users
	provider *identity.Provider // nil for none

	trustProxy bool
	visitor    string // whoever does not sign in is this user; "" for nobody

	readings   readings   // what reports state
	suggesters suggesters // what was learned of who leads what
	boards     boards     // where ledgers stand
	parking    parking    // files that wait to be confirmed
}

// OfficeOptions are what an office's site needs.
type OfficeOptions struct {
	Store    ledger.Store
	Lexicon  *lexicon.Lexicon // what reports are read with, and knows the places
	Sessions scs.CtxStore     // keeps who has signed in, by hashes of tokens
	Failures identity.Buckets // keeps failures to sign in
	Clock    func() time.Time // nil is the machine's
	// SecureCookies says that the site is reached over TLS only, be it through
	// a proxy.
	SecureCookies bool
	// TrustProxy says that every request comes by a proxy that adds the address
	// it saw to X-Forwarded-For. Without, anybody could make up an address.
	TrustProxy bool
	Setup      *identity.Setup    // makes the first administrator; nil where there are users
	Provider   *identity.Provider // signs users in; nil for none
	// Visitor is the name of the user that whoever does not sign in is: for a
	// demonstration on one's own machine, and for nothing else. "" is nobody.
	Visitor string
	// Log takes what an operator must know: failures and their causes. nil
	// discards it.
	Log *slog.Logger
}

// Office returns the site of the ledgers in a store.
func Office(options OfficeOptions) http.Handler { return newOffice(options).handler() }

// newOffice makes the office.
func newOffice(options OfficeOptions) *office {
	o := &office{web: newWeb(options.Log), store: options.Store, lexicon: options.Lexicon, clock: options.Clock}
	if o.clock == nil {
		o.clock = time.Now
	}
	o.people = People(options.Store, options.Failures, options.Lexicon, o.clock)
	o.setup, o.provider = options.Setup, options.Provider
	o.trustProxy, o.visitor = options.TrustProxy, options.Visitor
	o.web.frame, o.keeps, o.secure = o.frameOf, true, options.SecureCookies
	o.sessions = newSessions(options.Sessions, options.SecureCookies, o.failed)
	return o
}

// People is the desk of users that the office's site and the command share:
// places are those that the lexicon knows; any where that is nil.
func People(store ledger.Store, failures identity.Buckets, lex *lexicon.Lexicon, now func() time.Time) *identity.Desk {
	d := &identity.Desk{Store: store, Buckets: failures, Now: now}
	if lex != nil {
		d.Place = func(code string) bool { return lex.PlaceCoded(code) != nil }
	}
	return d
}

// handler serves the routes.
func (o *office) handler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range o.routes() {
		mux.Handle(r.pattern, o.gate(r))
	}
	return o.protect(mux)
}

// failed sends the page of an error that no handler met.
func (o *office) failed(w http.ResponseWriter, r *http.Request, err error) {
	o.fail(w, &request{Request: r, w: w, lang: language(r), actor: ledger.Nobody()}, err)
}

// frameOf is what a page of the office has around it.
func (o *office) frameOf(r *request) page.Frame {
	f := page.Frame{Lang: r.lang, Home: "/", Switch: page.SwitchLanguage(r.lang, r.URL.Path, r.URL.Query()), Account: o.visitor == ""}
	for _, p := range places {
		if p.right == "" && r.user == nil || p.right != "" && !r.actor.May(p.right, nil, nil) {
			continue
		}
		f.Places = append(f.Places, page.NewChoice(r.lang.Text(p.key), p.path, r.URL.Path))
	}
	if r.user != nil {
		f.User = displayName(r.user)
	}
	return f
}

// displayName is what a user is called on pages.
func displayName(u *ledger.User) string {
	if u.Display != "" {
		return u.Display
	}
	return u.Name
}
