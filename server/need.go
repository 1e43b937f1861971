package server

import (
	"fmt"
	"strings"
	"time"

	"pledger/ledger"
)

// need says who a route answers: who has a right, over what its address names.
type need struct {
	door  door
	right ledger.Right
	about about
	limit int64         // bytes of what is sent; 0 is formLimit
	time  time.Duration // for sending it; 0 is the server's
}

// door says how far a route is guarded.
type door int

const (
	byRight   door = iota // who has the right
	forUsers              // whoever has signed in
	forAny                // anyone; who has signed in is known
	unwatched             // anyone; nobody is looked up
)

// about says what a right is asked over, named by the values of the pattern.
type about int

const (
	nothing      about = iota
	someOfLedger       // {ledger}: whoever may see any of its accounts
	wholeLedger        // {ledger}
	oneAccount         // {ledger} and {account}
	onePlace           // {place}: a government's settings
	oneUser            // {user}
)

// The needs without a right.
var (
	open     = need{door: unwatched} // for files that are the same for all
	anyone   = need{door: forAny}
	signedIn = need{door: forUsers}
)

// may needs a right over nothing in particular.
func may(r ledger.Right) need { return need{right: r} }

// mayLedger needs a right over the ledger {ledger}.
func mayLedger(r ledger.Right) need { return need{right: r, about: wholeLedger} }

// maySome needs sight of some accounts of the ledger {ledger}: what a liaison
// has. Handlers must list accounts by the request's scope only.
func maySome() need { return need{about: someOfLedger} }

// mayAccount needs a right over the account {account} of the ledger {ledger}.
func mayAccount(r ledger.Right) need { return need{right: r, about: oneAccount} }

// mayPlace needs a right over what belongs to the government {place}.
func mayPlace(r ledger.Right) need { return need{right: r, about: onePlace} }

// mayUser needs the right to change the user {user}.
func mayUser() need { return need{right: ledger.KeepUsers, about: oneUser} }

// The limits of what is sent.
const (
	formLimit = 256 << 10       // a form's fields; MaxNote in Chinese is 12 KB
	fileLimit = 32 << 20        // the largest report seen has 9 MB
	fileTime  = 5 * time.Minute // for fileLimit over a line of one megabit
)

// withFile allows a file to be sent along.
func (n need) withFile() need {
	n.limit, n.time = fileLimit, fileTime
	return n
}

// subject is what a request is about, loaded from the store.
type subject struct {
	ledger  *ledger.Ledger
	account *ledger.Account
	place   string
	user    *ledger.User
	missing bool // the address names what does not exist
}

// decide says whether the actor passes: nil, or errSignIn, errNotFound or
// errForbidden. Who has not signed in is told to, whether or not the thing
// exists; who may not know of it is told that it does not.
func (n need) decide(a ledger.Actor, s subject) error {
	switch {
	case !s.missing && n.allows(a, s):
		return nil
	case a.Role == ledger.Public:
		return errSignIn
	case !n.knows(a, s):
		return errNotFound
	}
	return errForbidden
}

// allows reports whether the actor has the right. It asks ledger.Actor only.
func (n need) allows(a ledger.Actor, s subject) bool {
	switch n.door {
	case unwatched, forAny:
		return true
	case forUsers:
		return a.Role != ledger.Public
	}
	switch n.about {
	case someOfLedger:
		_, ok := a.Scope(s.ledger, ledger.Query{})
		return ok
	case wholeLedger:
		return a.May(n.right, s.ledger, nil)
	case oneAccount:
		return n.knows(a, s) && a.May(n.right, s.ledger, s.account)
	case onePlace:
		return a.May(n.right, &ledger.Ledger{Place: s.place}, nil)
	case oneUser:
		return a.MayKeep(s.user)
	}
	return a.May(n.right, nil, nil)
}

// knows reports whether the actor may know that the thing exists.
func (n need) knows(a ledger.Actor, s subject) bool {
	switch {
	case n.about == oneUser && !a.May(ledger.KeepUsers, nil, nil):
		return true // the right is lacking whoever it is about
	case s.missing:
		return false
	}
	switch n.about {
	case someOfLedger, wholeLedger:
		_, ok := a.Scope(s.ledger, ledger.Query{})
		return ok
	case oneAccount:
		return a.May(ledger.SeeAccount, s.ledger, s.account)
	case oneUser:
		return a.MayKeep(s.user)
	}
	return true
}

// names are the values of a pattern that each about is loaded by.
var names = map[about][]string{
	someOfLedger: {"ledger"}, wholeLedger: {"ledger"}, oneAccount: {"ledger", "account"},
	onePlace: {"place"}, oneUser: {"user"},
}

// check panics where a route's pattern lacks a name that its need is about, or
// a route that changes something is guarded by a right to see.
func (r route) check() {
	for _, name := range names[r.need.about] {
		if !strings.Contains(r.pattern, "{"+name+"}") {
			panic(fmt.Sprintf("server: route %q does not name its %s", r.pattern, name))
		}
	}
	if r.handle == nil || r.need.door == byRight && r.need.right == "" && r.need.about != someOfLedger {
		panic(fmt.Sprintf("server: route %q lacks its right or its handler", r.pattern))
	}
}
