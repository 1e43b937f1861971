package server

import (
	"pledger/ledger"
	"pledger/server/page/ledgers"
)

// home lists the ledgers of which the actor may see anything.
func (o *office) home(r *request) (answer, error) {
	var all []*ledger.Ledger
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		all, err = rd.Ledgers()
		return err
	})
	if err != nil {
		return answer{}, err
	}
	var rows []ledgers.Row
	for _, l := range all {
		if _, ok := r.actor.Scope(l, ledger.Query{}); ok {
			rows = append(rows, ledgers.Row{
				Title: l.Title, Government: l.Government, Year: l.Year,
				Stage: r.lang.Text("page.stage." + string(l.Stage)),
			})
		}
	}
	return rendered(ledgers.New(o.frameOf(r), rows))
}
