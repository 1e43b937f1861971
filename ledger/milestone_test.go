package ledger_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"pledger/ledger"
)

// TestReach reports a milestone reached and takes it back, by those who may, with
// the reasons that are asked for.
func TestReach(t *testing.T) {
	onBoth(t, func(t *testing.T, o *office) {
		liaison := ledger.Actor{Name: "l", Role: ledger.Liaison, Place: "150000", Body: "reform"}
		other := ledger.Actor{Name: "f", Role: ledger.Liaison, Place: "150000", Body: "finance"}
		id := o.ref("5").ID
		o.must(o.Do(o.ctx, operator, o.id, ledger.Batch{Action: ledger.ActSchedule, Edits: []ledger.Edit{{Account: id, Change: func(a *ledger.Account) {
			a.Lead = []string{"reform"}
			a.Milestones = []ledger.Milestone{{Due: ledger.ParseDeadline("3月底前", 2024), What: "选址"}, {Due: ledger.ParseDeadline("6月底前", 2024), What: "开工"}}
		}}}}))
		o.now = time.Date(2024, 6, 27, 16, 30, 0, 0, time.UTC) // the 28th in Beijing
		before := o.ref("5")
		done := func() string {
			var days []string
			for _, m := range o.account("5").Milestones {
				days = append(days, m.Done)
			}
			return strings.Join(days, " ")
		}
		var forbidden *ledger.Forbidden
		if _, err := o.Reach(o.ctx, other, o.id, before, 1, ""); !errors.As(err, &forbidden) {
			t.Errorf("another body's liaison: %v", err)
		}
		if _, err := o.Reach(o.ctx, liaison, o.id, before, 2, ""); !slices.Equal(codes(err), []string{ledger.BadNode}) {
			t.Errorf("a milestone that is not there: %v", err)
		}
		o.must(o.Reach(o.ctx, liaison, o.id, before, 1, "已开工"))
		if done() != " 2024-06-28" {
			t.Errorf("reached on %q", done())
		}
		var conflict *ledger.Conflict
		if _, err := o.Reach(o.ctx, liaison, o.id, before, 0, ""); !errors.As(err, &conflict) {
			t.Errorf("from an old page: %v", err)
		}
		o.now = o.now.AddDate(0, 0, 3)
		if r := o.must(o.Reach(o.ctx, liaison, o.id, o.ref("5"), 1, "")); r.Op != 0 || done() != " 2024-06-28" {
			t.Errorf("reached twice: %d, %q", r.Op, done())
		}
		if _, err := o.Unreach(o.ctx, liaison, o.id, o.ref("5"), 1, "没有开工"); !errors.As(err, &forbidden) {
			t.Errorf("taken back by a liaison: %v", err)
		}
		if _, err := o.Unreach(o.ctx, operator, o.id, o.ref("5"), 1, " "); !slices.Equal(codes(err), []string{ledger.NeedUnreach}) {
			t.Errorf("taken back without a reason: %v", err)
		}
		o.must(o.Unreach(o.ctx, operator, o.id, o.ref("5"), 1, "现场核查未开工"))
		if done() != " " {
			t.Errorf("taken back, and it is %q", done())
		}
		o.proved()
	})
}

// TestReachAfterApproval demands that reporting needs no reason where editing
// does.
func TestReachAfterApproval(t *testing.T) {
	o := newOffice(t)
	o.must(o.Do(o.ctx, operator, o.id, ledger.Batch{Action: ledger.ActSchedule, Plan: func(r ledger.Reader, _ *ledger.Ledger) (edits []ledger.Edit, _ []ledger.Add, _ error) {
		return edits, nil, r.EachAccount(o.id, func(a *ledger.Account) bool {
			if a.State.Live() {
				edits = append(edits, ledger.Edit{Account: a.ID, Change: func(a *ledger.Account) {
					a.State, a.Lead, a.Milestones = ledger.Accepted, []string{"reform"}, []ledger.Milestone{{Due: ledger.ParseDeadline("6月", 2024), What: "开工"}}
				}})
			}
			return true
		})
	}}))
	o.must(o.Approve(o.ctx, operator, o.id, ""))
	if r := o.must(o.Reach(o.ctx, operator, o.id, o.ref("4"), 0, "")); r.Op == 0 {
		t.Error("not reported")
	}
}

// TestCarried demands that a plan made anew keeps what was reported.
func TestCarried(t *testing.T) {
	node := func(due, what, done string) ledger.Milestone {
		return ledger.Milestone{Due: ledger.Deadline{Text: due}, What: what, Done: done}
	}
	before := []ledger.Milestone{node("3月", "立项", "2021-03-02"), node("6月", "开工", "2021-06-02"), node("9月", "验收", "")}
	for what, tt := range map[string]struct{ after, want []ledger.Milestone }{
		"the same":     {[]ledger.Milestone{node("6月", "开工", ""), node("3月", "立项", "")}, []ledger.Milestone{node("6月", "开工", "2021-06-02"), node("3月", "立项", "2021-03-02")}},
		"another day":  {[]ledger.Milestone{node("5月", "开工", "")}, []ledger.Milestone{node("5月", "开工", "2021-06-02")}},
		"reworded":     {[]ledger.Milestone{node("6月", "开工建设", "")}, []ledger.Milestone{node("6月", "开工建设", "2021-06-02")}},
		"new":          {[]ledger.Milestone{node("12月", "竣工", "")}, []ledger.Milestone{node("12月", "竣工", "")}},
		"twice":        {[]ledger.Milestone{node("6月", "开工", ""), node("6月", "开工", "")}, []ledger.Milestone{node("6月", "开工", "2021-06-02"), node("6月", "开工", "")}},
		"never earned": {[]ledger.Milestone{node("9月", "验收", "")}, []ledger.Milestone{node("9月", "验收", "")}},
	} {
		if got := ledger.Carried(before, tt.after); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %+v", what, got)
		}
	}
}
