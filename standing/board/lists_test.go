package board

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"pledger/ledger"
	"pledger/standing"
)

// TestListsFollow holds lists that follow the rows that change against lists
// made anew: whoever got better, worse, away or into another place of the list,
// and however often nobody asked in between.
func TestListsFollow(t *testing.T) {
	const accounts = 3 * keptWorst
	followed := 0
	rapid.Check(t, func(t *rapid.T) {
		m := &memory{ledger: &ledger.Ledger{}, accounts: map[string]*item{}}
		for i := range accounts {
			m.order = append(m.order, &item{Account: &ledger.Account{ID: fmt.Sprint(i), Order: int64(i)}})
		}
		days := []*Day{newDay(m, "2024-06-30"), newDay(m, "2024-07-31")}
		row := func(a *item) *Row {
			s := standing.Standing{State: standing.Behind, Light: standing.Light(rapid.IntRange(0, 5).Draw(t, "light"))}
			if rapid.IntRange(0, 9).Draw(t, "far") > 0 {
				s.Distance = standing.Rational(big.NewRat(int64(rapid.IntRange(-9, 0).Draw(t, "distance")), 7))
			}
			return &Row{Account: a.Account, Standing: &s}
		}
		for _, d := range days {
			for _, a := range m.order {
				d.put(a.ID, row(a))
			}
		}
		for range rapid.IntRange(1, 12).Draw(t, "rounds") {
			for range rapid.OneOf(rapid.IntRange(0, 5), rapid.IntRange(0, 2*maxTouched)).Draw(t, "puts") {
				a := m.order[rapid.IntRange(0, len(m.order)-1).Draw(t, "account")]
				rapid.SampledFrom(days).Draw(t, "day").put(a.ID, row(a))
				followed++
			}
			for _, d := range days {
				if got, want := ids(d.Worst(10, nil)), ids(d.scanWorst(10, nil)); !slices.Equal(got, want) {
					t.Fatalf("at risk are %v, want %v", got, want)
				}
			}
			var better, worse []string
			for _, c := range Changes(days[0], days[1]) {
				if c.Worse() {
					worse = append(worse, c.After.Account.ID)
				} else {
					better = append(better, c.After.Account.ID)
				}
			}
			up, down := days[1].Since(days[0])
			if got := moved(up); !slices.Equal(got, better) {
				t.Fatalf("better are %v, want %v", got, better)
			}
			if got := moved(down); !slices.Equal(got, worse) {
				t.Fatalf("worse are %v, want %v", got, worse)
			}
			for _, c := range slices.Concat(up, down) {
				if c.After != days[1].Row(c.After.Account.ID) || c.Before != days[0].Row(c.After.Account.ID) {
					t.Fatalf("%s stands as it stood before", c.After.Account.ID)
				}
			}
		}
		if up, down := days[0].Since(days[0]); len(up)+len(down) > 0 {
			t.Fatal("a day differs from itself")
		}
	})
	if followed == 0 {
		t.Error("no row ever changed")
	}
}

// ids are those of rows.
func ids(rows []*Row) (all []string) {
	for _, r := range rows {
		all = append(all, r.Account.ID)
	}
	return all
}

// moved are the accounts of moves.
func moved(moves Moves) (all []string) {
	for _, c := range moves {
		all = append(all, c.After.Account.ID)
	}
	return all
}
