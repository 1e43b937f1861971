package board

import (
	"maps"
	"slices"

	"pledger/ledger"
	"pledger/quantity"
	"pledger/standing"
)

// row judges an account on a day; nil where it is not listed.
func (b *Board) row(date, id string) *Row {
	a := b.accounts[id]
	if a == nil {
		return nil
	}
	row := &Row{Account: a, Readings: b.own[id][a.SeriesOf(0)]}
	if s, ok := a.IndicatorSeriesOf(b.lex, 0); ok {
		row.Readings = ledger.JoinReadings(row.Readings, b.indicators[s], b.lex, a, 0)
	}
	row.Standing = standing.Judge(standing.Question{Account: a, Readings: row.Readings, Day: date})
	row.Places = b.places(date, a)
	return row
}

// places judges the parts of an account, and lists the places that report
// without having one.
func (b *Board) places(date string, a *ledger.Account) []PlaceRow {
	own := b.own[a.ID]
	if len(a.Parts) == 0 && len(own) <= 1 {
		return nil
	}
	at := a.SeriesOf(0)
	parts := make(map[string]*ledger.Part, len(a.Parts))
	for i := range a.Parts {
		parts[a.Parts[i].Place] = &a.Parts[i]
	}
	reporting := map[string]bool{}
	for s := range own {
		if s.Kind == at.Kind && s.Place != at.Place {
			reporting[s.Place] = true
		}
	}
	for place := range parts {
		reporting[place] = true
	}
	var rows []PlaceRow
	for _, place := range slices.Sorted(maps.Keys(reporting)) {
		s := at
		s.Place = place
		rows = append(rows, placeRow(date, a, parts[place], place, own[s]))
	}
	return rows
}

// placeRow judges one place.
func placeRow(date string, a *ledger.Account, part *ledger.Part, place string, readings []*ledger.Reading) PlaceRow {
	row := PlaceRow{Place: place, Readings: readings}
	of := *a
	if part != nil && len(a.Terms) > 0 {
		t := a.Terms[0]
		t.Value, t.Written = part.Value, ""
		if t.Bound == ledger.Within {
			t.Bound, t.High = ledger.Equal, ""
		}
		if t.Kind == "level" { // what is tolerated of the whole is too much of a part
			t.Tolerance = ""
		}
		of.Terms = []ledger.Terms{t}
		if d, err := quantity.ParseDecimal(part.Value); err == nil {
			row.Target = d.Rat()
		}
	}
	row.Standing = standing.Judge(standing.Question{Account: &of, Readings: readings, Day: date})
	if part == nil { // it has no target of its own to be held against
		row.Standing.State, row.Standing.Light = standing.Unjudged, standing.LightUnknown
		row.Standing.Target, row.Standing.Share, row.Standing.Expected, row.Standing.Distance = nil, nil, nil, nil
		row.Standing.Reason = standing.Reason{Code: standing.WhyNoPart}
	}
	return row
}
