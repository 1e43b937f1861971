package ledger_test

import (
	"fmt"
	"testing"
	"time"

	"pledger/ledger"
)

// TestMonthDue states which month's readings are due on which day.
func TestMonthDue(t *testing.T) {
	for _, tt := range []struct {
		every int
		day   string
		want  int
	}{
		{0, "2023-12-31", 0}, {0, "2024-03-30", 0}, {0, "2024-03-31", 3}, {0, "2024-10-05", 9}, {0, "2024-12-30", 9}, {0, "2024-12-31", 12},
		{0, "2025-04-01", 12}, {1, "2024-02-28", 1}, {1, "2024-02-29", 2}, {6, "2024-10-05", 6}, {12, "2024-10-05", 0}, {1, "x", 0},
	} {
		a := &ledger.Account{Ledger: "150000-2024", Watch: ledger.Watch{Every: tt.every}}
		if got := a.MonthDue(tt.day); got != tt.want {
			t.Errorf("every %d on %s: %d, want %d", tt.every, tt.day, got, tt.want)
		}
	}
}

// asks words what is asked of an account on a day: term, place, period, and what
// is known.
func (o *office) asks(a *ledger.Account, day string) (lines []string) {
	o.Helper()
	o.view(func(r ledger.Reader) error {
		all, err := ledger.Asks(r, o.Lexicon, a, day)
		for _, ask := range all {
			line := fmt.Sprintf("%d %s %s", ask.Term, ask.Place, ask.Period)
			if ask.Last != nil {
				line += " last " + ask.Last.Value
			}
			if ask.Now != nil {
				line += " now " + ask.Now.Value
			}
			if ask.Known {
				line += " known"
			}
			if ask.Check != nil {
				line += " returned " + ask.Check.Reason
			}
			if ask.Open() {
				line += " open"
			}
			lines = append(lines, line)
		}
		return err
	})
	return lines
}

// TestAsks goes with one account through a year: what is due, what is known and
// not asked, what was returned.
func TestAsks(t *testing.T) {
	o := newOffice(t)
	o.now = time.Date(2024, 11, 20, 9, 0, 0, 0, time.UTC)
	jobs := o.numberOf("城镇新增就业")
	want := func(day string, lines ...string) {
		t.Helper()
		if got := o.asks(o.account(jobs), day); fmt.Sprint(got) != fmt.Sprint(lines) {
			t.Errorf("on %s: %q, want %q", day, got, lines)
		}
	}
	take := func(row string) {
		t.Helper()
		if steps, _, err := o.take(operator, false, give(row)); err != nil {
			t.Fatal(row, steps, err)
		}
	}
	want("2024-03-30")
	want("2024-04-02", "0 150000 2024-01/2024-03 open")
	take(jobs + " 1-3月 5 万人")
	want("2024-04-02", "0 150000 2024-01/2024-03 now 50000")
	take(jobs + " 1-6月 11 万人")
	want("2024-07-02", "0 150000 2024-01/2024-06 last 50000 now 110000")
	if err := o.CheckReading(o.ctx, operator, o.id, 2, ledger.Returned, "与公报不符"); err != nil {
		t.Fatal(err)
	}
	want("2024-07-02", "0 150000 2024-01/2024-06 last 50000 returned 与公报不符 open")
	take(jobs + " 1-6月 10 万人")
	want("2024-07-02", "0 150000 2024-01/2024-06 last 50000 now 100000")
	o.must(o.Do(o.ctx, operator, o.id, ledger.Batch{Action: ledger.ActEdit, Edits: []ledger.Edit{{
		Account: o.account(jobs).ID, Change: func(a *ledger.Account) {
			a.Watch.Every, a.Parts = 1, []ledger.Part{{Place: "150100", Value: "60000"}}
			if a.Terms[0].Indicator == "" {
				t.Error("the sample's account has no indicator")
			}
		}}}}))
	want("2024-09-10", "0 150100 2024-01/2024-08 open") // the whole is worked out
	published := ledger.GivenReading{Indicator: o.account(jobs).Terms[0].Indicator, Place: "150100", Period: "1-8月", Value: "14", Unit: "万人"}
	if steps, _, err := o.take(operator, false, []ledger.GivenReading{published}); err != nil {
		t.Fatal(steps, err)
	}
	want("2024-09-10", "0 150100 2024-01/2024-08 now 140000 known")
	o.view(func(r ledger.Reader) error {
		l, err := r.Ledger(o.id)
		if err != nil {
			return err
		}
		all, err := ledger.Burdens(r, o.Lexicon, l)
		asked, known := 0, 0
		for _, b := range all {
			n, k := b.Total()
			asked, known = asked+n, known+k
		}
		if len(all) != 1 || known != 1 || all[0].Known[7] != 1 || asked < 24 {
			t.Errorf("the burden: %d bodies, %d values, %d known", len(all), asked, known)
		}
		return err
	})
}

// TestAsksOfTasks demands that a task without number is asked for its share until
// it is done, and one with milestones for none.
func TestAsksOfTasks(t *testing.T) {
	o := newOffice(t)
	o.now = time.Date(2024, 11, 20, 9, 0, 0, 0, time.UTC)
	a := &ledger.Account{Ledger: o.id, ID: "0001", State: ledger.Accepted}
	if got := o.asks(a, "2024-07-02"); fmt.Sprint(got) != "[0 150000 2024-01/2024-06 open]" {
		t.Errorf("a task without number: %q", got)
	}
	a.Milestones = []ledger.Milestone{{What: "开工"}}
	if got := o.asks(a, "2024-07-02"); got != nil {
		t.Errorf("a task with milestones: %q", got)
	}
	number := ""
	o.view(func(r ledger.Reader) error {
		return r.EachAccount(o.id, func(a *ledger.Account) bool {
			if a.Asked() && len(a.Terms) == 0 {
				number = a.Number
			}
			return number == ""
		})
	})
	if _, _, err := o.take(operator, false, give(number+" 1-3月 100 %")); err != nil {
		t.Fatal(err)
	}
	if got := o.asks(o.account(number), "2024-07-02"); got != nil {
		t.Errorf("a task that was done: %q", got)
	}
}
