package reporting

import (
	"pledger/export/readings"
	"pledger/ledger"
	"pledger/server/page/wording"
)

// Sheet is what is asked of a body as a sheet to be filled in: one row for each
// value that nobody has given yet. It is in Chinese, as what it asks about.
func Sheet(in *Input) *readings.Form {
	f := &readings.Form{Title: in.Ledger.Title, Body: in.Body.Name}
	for _, a := range in.Asks {
		if a.Known || !a.Open() {
			continue
		}
		r := readings.FormRow{
			Key: a.Account.Number + "#" + number(a.Term+1), Number: a.Account.Number, Task: a.Account.Task,
			Target: target(in.Words, a), PlaceIs: in.Words.Place(a.Place), Place: a.Place,
			Period: a.Period.String(), Unit: UnitOf(a),
		}
		if a.Last != nil {
			r.Last = in.Words.Text("office.reporting.last", in.Words.Reading(a.Last), in.Words.Period(a.Last.Period))
		}
		if a.Check != nil {
			r.Returned = in.Words.Text("office.reporting.returned", in.Words.Reading(a.Returned), a.Check.Reason)
		}
		f.Rows = append(f.Rows, r)
	}
	return f
}

// target is what is asked for, in words.
func target(w *wording.Words, a *ledger.Ask) string {
	if len(a.Account.Terms) > 0 {
		return w.Targets(a.Account)[a.Term]
	}
	return w.Text("office.reporting.share")
}
