package server

import (
	"errors"
	"net/url"
	"slices"
	"strconv"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/wording"
)

// desk is where the office's commands are done.
func (o *office) desk() *ledger.Desk {
	return &ledger.Desk{Store: o.store, Lexicon: o.lexicon, Now: o.clock}
}

// words words the ledger that the request is about, for who asks. Who may not
// see the office's users is told no names of theirs.
func (o *office) words(rd ledger.Reader, r *request) (*wording.Words, error) {
	bodies, err := rd.Bodies(r.ledger.Place)
	if err != nil {
		return nil, err
	}
	var users []*ledger.User
	if r.actor.Role != ledger.Public {
		if users, err = rd.Users(); err != nil {
			return nil, err
		}
	}
	w := wording.New(r.lang, o.lexicon, r.ledger, bodies, users)
	if day, _ := o.dayAsked(r); day != o.today() {
		w.On = day
	}
	return w, nil
}

// within narrows a query to what the actor may see.
func within(q, scope ledger.Query) ledger.Query {
	q.Owes = scope.Owes
	if scope.States == nil {
		return q
	}
	if q.States == nil {
		q.States = scope.States
		return q
	}
	q.States = slices.DeleteFunc(slices.Clone(q.States), func(s ledger.State) bool { return !slices.Contains(scope.States, s) })
	if len(q.States) == 0 {
		q.Number = noNumber
	}
	return q
}

// noNumber is the number of no account: a query for it finds nothing.
const noNumber = "-"

// refusals notes in a form what a command refused, each at the field of the
// form that field names for the record's; what belongs to no field is of the
// whole. It reports whether err is such a refusal.
func refusals(form *page.Form, err error, w *wording.Words, field func(ledger.Problem) string) bool {
	var invalid *ledger.Invalid
	if !errors.As(err, &invalid) {
		return false
	}
	for _, p := range invalid.Problems {
		form.Refuse(field(p), w.Problem(p))
	}
	return true
}

// The parameters that tell on a page what was done to come there.
const (
	paramDone  = "done"
	paramCount = "n"
)

// told is query with what was done to how many accounts.
func told(query url.Values, action ledger.Action, n int) url.Values {
	if query == nil {
		query = url.Values{}
	}
	query.Set(paramDone, string(action))
	query.Set(paramCount, strconv.Itoa(n))
	return query
}

// done says what was done to come to a page; "" for nothing.
func done(r *request, w *wording.Words) string {
	action := ledger.Action(r.URL.Query().Get(paramDone))
	n, err := strconv.Atoi(r.URL.Query().Get(paramCount))
	if err != nil || n < 0 || w.Action(action) == string(action) {
		return ""
	}
	if n == 0 {
		return r.lang.Text("ledger.done.nothing")
	}
	return r.lang.Text("ledger.done", w.Action(action), n)
}
