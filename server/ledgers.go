package server

import (
	"pledger/ledger"
	"pledger/server/page/ledgers"
)

// home lists the ledgers of which the actor may see anything, and says what to
// do next with each.
func (o *office) home(r *request) (answer, error) {
	var rows []ledgers.Row
	err := o.store.View(r.Context(), func(rd ledger.Reader) error {
		rows = nil
		all, err := rd.Ledgers()
		if err != nil {
			return err
		}
		for _, l := range all {
			scope, ok := r.actor.Scope(l, ledger.Query{})
			if !ok {
				continue
			}
			t, err := tallyOf(rd, l, scope)
			if err != nil {
				return err
			}
			rows = append(rows, ledgers.NewRow(l, t, r.actor, r.lang))
		}
		return nil
	})
	if err != nil {
		return answer{}, err
	}
	return rendered(ledgers.New(o.frameOf(r), rows, r.actor.May(ledger.OpenLedger, nil, nil)))
}

// tallyOf counts the accounts of a ledger that the scope lets be seen. Of who
// sees a part of them only, they are counted and nothing more.
func tallyOf(rd ledger.Reader, l *ledger.Ledger, scope ledger.Query) (*ledger.Tally, error) {
	if scope.Owes == "" && scope.States == nil {
		return rd.Tally(l.ID)
	}
	scope.Limit = 1 // only the number is looked at
	p, err := rd.Accounts(scope)
	if err != nil {
		return nil, err
	}
	return &ledger.Tally{Tasks: p.Total}, nil
}
