package standings

import (
	"pledger/ledger"
	"pledger/locale"
	"pledger/standing"
	"pledger/standing/board"
)

// BoardRow words a row of a board: of an account with several targets or with
// milestones the one that stands worst, and all of them.
func BoardRow(lang locale.Lang, row *board.Row) Row {
	return OfAll(lang, row.Account, row.Standing, row.Terms)
}

// PlaceRow is where a place stands with its part of an account's first target.
type PlaceRow struct {
	Place    string         `json:"place"` // GB/T 2260 code
	Name     string         `json:"name"`
	Above    string         `json:"above"` // the place that it counts into
	State    standing.State `json:"state"`
	Light    string         `json:"light"`
	Value    string         `json:"value"`
	Period   string         `json:"period"`
	Target   string         `json:"target"` // its part; "" where it has none
	Share    string         `json:"share"`
	Expected string         `json:"expected"`
	Reason   string         `json:"reason"`
	Rolled   *RolledRow     `json:"rolled,omitempty"` // what its own places make
}

// Places are the places of an account with what they make together.
type Places struct {
	Rolled   *RolledRow `json:"rolled"` // null where no place has a part or reports
	Places   []PlaceRow `json:"places"`
	Findings []string   `json:"findings"` // those of all places
}

// PlacesOf words the places of a board's row; name gives the name of a place.
func PlacesOf(lang locale.Lang, row *board.Row, name func(code string) string) Places {
	w := Roller{Lang: lang, Name: name}
	_, w.Unit = row.Account.Measures()
	all := Places{Places: []PlaceRow{}, Findings: []string{}}
	if row.Rolled != nil {
		rolled := w.Row(row.Rolled)
		all.Rolled = &rolled
		for i := range row.Findings {
			all.Findings = append(all.Findings, w.Finding(row.Rolled.Rule, &row.Findings[i]))
		}
	}
	for _, p := range row.Places {
		all.Places = append(all.Places, w.place(row.Account, p))
	}
	return all
}

// place words one place.
func (w Roller) place(a *ledger.Account, p *board.PlaceRow) PlaceRow {
	r := Of(w.Lang, a, &p.Standing)
	row := PlaceRow{
		Place: p.Place, Name: w.Name(p.Place), Above: p.Above, State: r.State, Light: r.Light, Value: r.Value, Period: r.Period,
		Target: Amount(p.Target, w.Unit), Share: r.Share, Expected: r.Expected, Reason: r.Reason,
	}
	if p.Rolled != nil {
		rolled := w.Row(p.Rolled)
		row.Rolled = &rolled
	}
	return row
}
