package storetest

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pledger/ledger"
	"pledger/store/index"
)

// queries writes generated accounts and asks generated queries; a plain search
// through the accounts says what must come back.
func queries(t *testing.T, s ledger.Store) {
	listed := []*ledger.Body{Body("finance", "财政厅", 3), Body("transport", "交通运输厅", 1), Body("reform", "自治区发展改革委", 2)}
	Put(t, s, ledger.System, listed[0], listed[1], listed[2])
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++ // each run has a ledger of its own in the one store
		id := ledger.NewID(ID.Place(), 3000+n)
		accounts := make([]*ledger.Account, rapid.IntRange(0, 12).Draw(t, "accounts"))
		records := []ledger.Record{Ledger(id)}
		for i := range accounts {
			accounts[i] = account(t, id, i+1)
			accounts[i].Version = int64(i + 2)
			records = append(records, accounts[i])
		}
		err := s.Update(context.Background(), id.Journal(), func(tx ledger.Tx) error { return Write(tx, id.Journal(), records...) })
		if err != nil {
			t.Fatal(err)
		}
		q := query(t, id)
		want := choose(accounts, listed, q)
		err = s.View(context.Background(), func(r ledger.Reader) error {
			page, err := r.Accounts(q)
			if err != nil {
				return err
			}
			if diff := cmp.Diff(want, page); diff != "" {
				t.Errorf("%+v: want -, got +\n%s", q, diff)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

// query draws a query.
func query(t *rapid.T, id ledger.ID) ledger.Query {
	pick := func(name string, all ...string) string { return rapid.SampledFrom(all).Draw(t, name) }
	q := ledger.Query{
		Ledger:   id,
		Category: ledger.Category(pick("q.category", "", "", "target", "task")),
		Section:  pick("q.section", "", "", "", "三", "三/（一）", "四"),
		Body:     pick("q.body", "", "", "", "finance", "unlisted"),
		Owes:     pick("q.owes", "", "", "", "transport"),
		Lead:     pick("q.lead", "", "", "", "reform", ledger.NoLead),
		Hardness: ledger.Hardness(pick("q.hardness", "", "", "hard", "soft")),
		Number:   pick("q.number", "", "", "", "", "12"),
		Above:    rapid.SampledFrom([]int64{0, 0, 0, 1, -2}).Draw(t, "q.above"),
		Text:     pick("q.text", "", "", "", "居民", "jmxfjg", "cqyh", "zzcz", "%", "_", `\`, "GDP", "ｇｄｐ", "改革 12", "  财政厅　", "jtyst", "'", "x x x", "fgfgg"),
		Sort:     rapid.SampledFrom([]ledger.SortBy{ledger.ByOrder, ledger.ByTask, ledger.ByLead, ledger.ByDeadline, ledger.ByState}).Draw(t, "q.sort"),
		Reverse:  rapid.Bool().Draw(t, "q.reverse"),
		Offset:   rapid.IntRange(0, 3).Draw(t, "q.offset"),
		Limit:    rapid.SampledFrom([]int{0, 0, 1, 5}).Draw(t, "q.limit"),
	}
	if rapid.IntRange(0, 3).Draw(t, "q.among") == 0 {
		q.Among = rapid.SliceOf(rapid.SampledFrom([]string{"0001", "0002", "0003", "0005", "'", "x"})).Draw(t, "q.ids")
	}
	if rapid.Bool().Draw(t, "q.states") {
		q.States = []ledger.State{ledger.Accepted, ledger.Dropped}
	}
	return q
}

// choose is what a query means, said plainly.
func choose(accounts []*ledger.Account, bodies []*ledger.Body, q ledger.Query) *ledger.Page {
	byCode := func(code string) *ledger.Body {
		for _, b := range bodies {
			if b.Code == code {
				return b
			}
		}
		return nil
	}
	var chosen []*ledger.Account
	for _, a := range accounts {
		if fits(a, q) && found(index.Of(a, byCode).Search, q.Text) {
			chosen = append(chosen, a)
		}
	}
	slices.SortFunc(chosen, func(a, b *ledger.Account) int { return compare(a, b, byCode, q) })
	page := &ledger.Page{Total: len(chosen)}
	chosen = chosen[min(q.Offset, len(chosen)):]
	if q.Limit > 0 {
		chosen = chosen[:min(q.Limit, len(chosen))]
	}
	if len(chosen) > 0 {
		page.Accounts = chosen
	}
	return page
}

// fits reports whether the account has what the query's fields ask for.
func fits(a *ledger.Account, q ledger.Query) bool {
	lead := q.Lead == "" || q.Lead == ledger.NoLead && len(a.Lead) == 0 || slices.Contains(a.Lead, q.Lead)
	return (q.Category == "" || a.Category == q.Category) &&
		(len(q.States) == 0 || slices.Contains(q.States, a.State)) &&
		(q.Section == "" || a.Section == q.Section || strings.HasPrefix(a.Section, q.Section+"/")) &&
		(q.Body == "" || a.Owes(q.Body)) &&
		(q.Owes == "" || a.Owes(q.Owes)) &&
		lead &&
		(q.Number == "" || a.Number == q.Number) &&
		(q.Above == 0 || a.Order > q.Above) &&
		(q.Among == nil || slices.Contains(q.Among, a.ID)) &&
		(q.Hardness == "" || a.Hardness == q.Hardness)
}

// found reports whether all words are in the text.
func found(text, words string) bool {
	for _, w := range strings.Fields(words) {
		if !strings.Contains(text, index.Fold(w)) {
			return false
		}
	}
	return true
}

// compare orders two accounts as the query asks.
func compare(a, b *ledger.Account, body func(string) *ledger.Body, q ledger.Query) int {
	by, sign := key(a, b, body, q.Sort), 1
	if q.Reverse {
		sign = -1
	}
	list := strings.Compare(a.ID, b.ID)
	if a.Order != b.Order {
		list = 1
		if a.Order < b.Order {
			list = -1
		}
	}
	switch {
	case q.Sort == ledger.ByOrder:
		return sign * list
	case by.last != 0:
		return by.last
	case by.order != 0:
		return sign * by.order
	}
	return list
}

// ordering is how two accounts compare: by who is last whatever the direction,
// then by a key.
type ordering struct{ last, order int }

// key compares two accounts by what a list is sorted by.
func key(a, b *ledger.Account, body func(string) *ledger.Body, by ledger.SortBy) ordering {
	last := func(a, b bool) int {
		switch {
		case a == b:
			return 0
		case a:
			return 1
		}
		return -1
	}
	switch by {
	case ledger.ByTask:
		head := func(s string) string { r := []rune(s); return string(r[:min(len(r), index.TaskRunes)]) }
		return ordering{0, strings.Compare(head(a.Task), head(b.Task))}
	case ledger.ByDeadline:
		return ordering{last(a.Deadline.Date == "", b.Deadline.Date == ""), strings.Compare(a.Deadline.Date, b.Deadline.Date)}
	case ledger.ByLead:
		rank := func(a *ledger.Account) int {
			if len(a.Lead) == 0 || body(a.Lead[0]) == nil {
				return 1 << 30
			}
			return body(a.Lead[0]).Order
		}
		return ordering{last(len(a.Lead) == 0, len(b.Lead) == 0), rank(a) - rank(b)}
	case ledger.ByState:
		states := []ledger.State{ledger.Proposed, ledger.Accepted, ledger.Dropped, ledger.Merged}
		return ordering{0, slices.Index(states, a.State) - slices.Index(states, b.State)}
	}
	return ordering{}
}

// tallies holds the counts of generated accounts against plain counting.
func tallies(t *testing.T, s ledger.Store) {
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		id := ledger.NewID(ID.Place(), 3000+n)
		want := &ledger.Tally{States: map[ledger.State]int{}, Sections: map[string]int{}, Leads: map[string]int{}, Supports: map[string]int{}}
		records := []ledger.Record{Ledger(id)}
		for i := range rapid.IntRange(0, 8).Draw(t, "accounts") {
			a := account(t, id, i+1)
			records = append(records, a)
			want.States[a.State]++
			if !a.State.Live() {
				continue
			}
			if a.Category == ledger.Target {
				want.Targets++
			} else {
				want.Tasks++
			}
			want.Sections[a.Section]++
			if len(a.Lead) == 0 {
				want.NoLead++
			}
			for _, b := range a.Lead {
				want.Leads[b]++
			}
			for _, b := range a.Supporting {
				want.Supports[b]++
			}
		}
		err := s.Update(context.Background(), id.Journal(), func(tx ledger.Tx) error {
			if err := Write(tx, id.Journal(), records...); err != nil {
				return err
			}
			got, err := tx.Tally(id)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("want -, got +\n%s", diff)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
