package server

import (
	"slices"

	"pledger/ledger"
	onebody "pledger/server/page/body"
	"pledger/server/page/standings"
	"pledger/server/page/wording"
	"pledger/standing/board"
)

// eachRow calls f with where those of the accounts stand of which the actor may
// see it, on the day asked for. It calls f for none where the actor may see that
// of none. f must not keep the row.
func (o *office) eachRow(rd ledger.Reader, r *request, accounts []*ledger.Account, f func(*board.Row)) error {
	accounts = slices.DeleteFunc(slices.Clone(accounts), func(a *ledger.Account) bool { return !r.actor.May(ledger.SeeStanding, r.ledger, a) })
	if len(accounts) == 0 {
		return nil
	}
	day, _ := o.dayAsked(r)
	return o.boards.see(rd, o.lexicon, r.ledger.ID, []string{day}, func(days []*board.Day) error {
		for _, a := range accounts {
			if row := days[0].Row(a.ID); row != nil {
				f(row)
			}
		}
		return nil
	})
}

// litOf is where accounts stand that the body with the code owes, by ID.
func (o *office) litOf(rd ledger.Reader, r *request, code string, accounts []*ledger.Account) (map[string]onebody.Lit, error) {
	w, err := o.words(rd, r)
	if err != nil {
		return nil, err
	}
	lit := map[string]onebody.Lit{}
	err = o.eachRow(rd, r, accounts, func(row *board.Row) {
		lit[row.Account.ID] = onebody.Lit{
			Cell: standings.Of(w, row.Account, row.Standing), Light: row.Standing.Light, Owing: row.Reporter() == code && len(row.Owed()) > 0,
		}
	})
	return lit, err
}

// seesLights reports whether the actor may see where any of the ledger's accounts
// stand.
func (r *request) seesLights() bool {
	owes := &ledger.Account{State: ledger.Accepted, Lead: []string{r.actor.Body}}
	return r.actor.May(ledger.SeeStanding, r.ledger, nil) || r.actor.Body != "" && r.actor.May(ledger.SeeStanding, r.ledger, owes)
}

// cellsOf is where accounts stand, by ID; nil for who may see that of none. While a
// ledger is being drafted nobody has to report, and only what was is told.
func (o *office) cellsOf(rd ledger.Reader, r *request, w *wording.Words, accounts []*ledger.Account) (map[string]standings.Cell, error) {
	if !r.seesLights() {
		return nil, nil
	}
	cells := map[string]standings.Cell{}
	err := o.eachRow(rd, r, accounts, func(row *board.Row) {
		if r.ledger.Stage == ledger.Draft && !row.Standing.Value.Known() {
			return
		}
		cells[row.Account.ID] = standings.Of(w, row.Account, row.Standing)
	})
	return cells, err
}

// withLight are the IDs of the accounts with a light of which the actor may see
// it; nil where none is asked for or may be seen.
func (o *office) withLight(rd ledger.Reader, r *request, light string) ([]string, error) {
	if light == "" || !r.seesLights() {
		return nil, nil
	}
	ids := []string{}
	day, _ := o.dayAsked(r)
	err := o.boards.see(rd, o.lexicon, r.ledger.ID, []string{day}, func(days []*board.Day) error {
		for row := range days[0].Rows() {
			if row.Standing.Light.String() == light && r.actor.May(ledger.SeeStanding, r.ledger, row.Account) {
				ids = append(ids, row.Account.ID)
			}
		}
		return nil
	})
	return ids, err
}
