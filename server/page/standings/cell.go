package standings

import (
	"html/template"

	"pledger/ledger"
	"pledger/server/chart"
	"pledger/server/page"
	"pledger/server/page/wording"
	"pledger/standing"
)

// Cell is where an account stands, within a row.
type Cell struct {
	Number  string
	Name    string
	Task    string
	Href    template.URL
	Lead    string // who leads, 、 between them; "" for nobody
	Lamp    template.HTML
	State   string // in words
	Targets []string
	Value   string // so far, with its unit; "" for none
	Period  string // of the value
	Share   string // of the target, in %; "" for none
	Reason  string
}

// Of is the cell of an account.
func Of(w *wording.Words, a *ledger.Account, s *standing.Standing) Cell {
	_, unit := a.Measures()
	c := Cell{
		Number: a.Number, Name: w.Name(a), Task: a.Task, Href: page.OnDay(page.LedgerPath(a.Ledger, "accounts", a.ID), w.On), Lead: wording.List(w.Names(a.Lead)),
		Lamp: chart.Lamp(w.Lang, s.Light), State: w.Standing(s.State), Targets: w.Targets(a),
		Value: w.Value(s.Value, unit), Reason: w.Why(a, s),
	}
	if len(a.Terms) == 1 {
		c.Targets = []string{w.Promised(&a.Terms[0])}
	}
	if s.Value.Known() {
		c.Period = w.SoFar(s.Period)
	}
	if s.Share.Known() && unit != "%" {
		c.Share = w.Value(s.Share, "%")
	}
	return c
}
