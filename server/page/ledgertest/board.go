package ledgertest

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pledger/ledger"
	"pledger/quantity"
	"pledger/standing/board"
	"pledger/store"
)

// Year is the plan year of the sample that Board shows.
const Year = 2024

// Watched is the sample's ledger in October: published, each account with a
// lead body, a year of readings behind it with gaps, some accounts broken down
// over the leagues.
func Watched(t testing.TB) *board.Board {
	t.Helper()
	now := time.Date(Year, 2, 20, 1, 0, 0, 0, time.UTC)
	s, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "watched.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	desk := &ledger.Desk{Store: s, Lexicon: Lexicon(), Now: func() time.Time { return now }}
	o := ledger.Open(Statements(t), Lexicon(), *Lexicon().PlaceCoded(Place), Year, nil)
	o.Ledger.Source, o.Document = ledger.Source{}, nil
	bodies := Bodies()
	for i, a := range o.Accounts {
		a.State = ledger.Accepted
		if i%9 != 8 {
			a.Lead = []string{bodies[i%(len(bodies)-1)].Code}
		}
		if len(a.Terms) > 0 && a.Terms[0].Kind == "level" && i%2 == 0 {
			broken(a)
		}
	}
	if err := desk.OpenLedger(t.Context(), ledger.Operator(), o, bodies); err != nil {
		t.Fatal(err)
	}
	now = time.Date(Year, 12, 30, 1, 0, 0, 0, time.UTC)
	const lag = 20 // days after the end of a period until its value is known
	if _, err := desk.TakeReadings(t.Context(), ledger.Operator(), o.Ledger.ID, &ledger.Intake{Rows: slices.Values(append(before(), reported(o.Accounts)...)), Lag: lag}); err != nil {
		t.Fatal(err)
	}
	var b *board.Board
	if err := s.View(t.Context(), func(r ledger.Reader) (err error) {
		b, err = board.Load(r, Lexicon(), o.Ledger.ID)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return b
}

// leagues are those of the sample's government.
var leagues = []string{"150100", "150200", "150300", "150400", "150500", "150600", "150700", "150800", "150900", "152200", "152500", "152900"}

// broken breaks an account down over the leagues, in twelfths.
func broken(a *ledger.Account) {
	d, err := quantity.ParseDecimal(a.Terms[0].Value)
	if err != nil {
		return
	}
	whole, _ := d.Rat().Float64()
	for _, place := range leagues {
		a.Parts = append(a.Parts, ledger.Part{Place: place, Value: fmt.Sprintf("%.0f", max(1, whole/float64(len(leagues))))})
	}
}

// shares are how much of its part of the year is done, of one account after the
// other: from well ahead to far behind.
var shares = []float64{1.12, 1.0, 0.93, 1.02, 0.55, 0.98, 1.3, 0.2}

// before are the region's growth in earlier years, without one of them.
func before() (all []ledger.GivenReading) {
	for _, known := range []struct{ year, value string }{{"2020年", "0.2"}, {"2021年", "6.3"}, {"2023年", "7.3"}} {
		all = append(all, ledger.GivenReading{Indicator: "gdp", Kind: "growth", Unit: "%", Period: known.year, Value: known.value, Note: "公报", Source: "统计公报"})
	}
	return all
}

// reported are the values of three quarters; every fifth account leaves one
// out, and every seventh reports nothing.
func reported(accounts []*ledger.Account) (all []ledger.GivenReading) {
	for i, a := range accounts {
		if i%7 == 6 || len(a.Terms) == 0 {
			continue
		}
		d, err := quantity.ParseDecimal(a.Terms[0].Value)
		if err != nil {
			continue
		}
		target, _ := d.Rat().Float64()
		for q := 1; q <= 3; q++ {
			if i%5 == 4 && q == 2 || i%11 == 9 && q == 3 {
				continue
			}
			share := shares[(i+q*(i%3))%len(shares)]
			value := func(part float64) string {
				if a.Terms[0].Kind == "level" && a.Terms[0].Over != ledger.AtEnd {
					part *= float64(q) / 4
				}
				return fmt.Sprintf("%.*f", decimals(target), part*target*share)
			}
			g := ledger.GivenReading{Number: a.Number, Unit: a.Terms[0].Unit, Period: fmt.Sprintf("%d年1-%d月", Year, 3*q), Value: value(1), Note: "按月统计", Source: "统计快报"}
			all = append(all, g)
			for k, p := range a.Parts {
				if (k+i)%6 == 5 {
					continue
				}
				part := g
				part.Place, part.Value = p.Place, value((0.5+float64((k*5+i)%8)/8)/float64(len(leagues)))
				all = append(all, part)
			}
		}
	}
	return all
}

// decimals is how many digits after the point a value is given with.
func decimals(target float64) int {
	if target < 1000 {
		return 1
	}
	return 0
}
