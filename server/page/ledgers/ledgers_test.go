package ledgers

import (
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page/browsertest"
	"pledger/server/page/pagetest"
)

// sample is a ledger and its tally.
func sample(stage ledger.Stage, title string, proposed, noLead int) (*ledger.Ledger, *ledger.Tally) {
	l := &ledger.Ledger{ID: "150000-2021", Place: "150000", Government: "青岚自治区", Year: 2021, Title: title, Stage: stage}
	if stage == ledger.Published {
		l.Issued = "2021-03-05"
	}
	return l, &ledger.Tally{
		States:  map[ledger.State]int{ledger.Proposed: proposed, ledger.Accepted: 100 - proposed, ledger.Dropped: 3},
		Targets: 12, Tasks: 88, NoLead: noLead,
	}
}

const title = "2021年青岚自治区政府工作报告重点工作分工方案"

func TestEveryState(t *testing.T) {
	gallery := browsertest.Gallery{}
	row := func(stage ledger.Stage, title string, role ledger.Role) func(locale.Lang) Row {
		return func(lang locale.Lang) Row {
			l, tally := sample(stage, title, 7, 3)
			return NewRow(l, tally, ledger.Actor{Role: role}, lang)
		}
	}
	long := strings.Repeat("很长的名称", 40)
	for name, rows := range map[string][]func(locale.Lang) Row{
		"empty":   nil,
		"one":     {row(ledger.Draft, title, ledger.Supervisor)},
		"many":    {row(ledger.Draft, title, ledger.Viewer), row(ledger.Approved, long, ledger.Supervisor), row(ledger.Published, title, ledger.Administrator)},
		"public":  {row(ledger.Published, title, ledger.Public)},
		"liaison": {row(ledger.Draft, title, ledger.Liaison), row(ledger.Published, title, ledger.Liaison)},
		"hostile": {row(ledger.Draft, pagetest.Attack, ledger.Supervisor)},
	} {
		for _, frame := range pagetest.Frames() {
			for _, open := range []bool{false, true} {
				var all []Row
				for _, r := range rows {
					all = append(all, r(frame.Lang))
				}
				p := New(frame, all, open)
				root, _ := pagetest.Parse(t, p.Render)
				pagetest.Check(t, root, false)
				if open {
					gallery.Add(name, frame, p.Render)
				}
				if n := len(pagetest.Find(root, "tr")); n > 0 != (len(rows) > 0) || n > 0 && n != 1+len(rows) {
					t.Errorf("%s: the page shows %d rows of %d", name, n-1, len(rows))
				}
			}
		}
	}
	gallery.Look(t, "ledgers", Assets())
}

// TestNext demands that each stage leads to what is to be done in it.
func TestNext(t *testing.T) {
	for _, tt := range []struct {
		stage            ledger.Stage
		proposed, noLead int
		want             string
	}{
		{ledger.Draft, 7, 3, "/ledgers/150000-2021/review"},
		{ledger.Draft, 0, 3, "/ledgers/150000-2021?lead=-"},
		{ledger.Draft, 0, 0, "/ledgers/150000-2021/steps"},
		{ledger.Approved, 0, 0, "/ledgers/150000-2021/steps"},
		{ledger.Published, 0, 0, "/ledgers/150000-2021/steps"},
	} {
		l, tally := sample(tt.stage, title, tt.proposed, tt.noLead)
		if got := NewRow(l, tally, ledger.Operator(), locale.ZhCN).Next.Href; string(got) != tt.want {
			t.Errorf("%s, %d proposed, %d without lead: %s, want %s", tt.stage, tt.proposed, tt.noLead, got, tt.want)
		}
	}
	l, tally := sample(ledger.Published, title, 0, 3)
	for _, role := range []ledger.Role{ledger.Public, ledger.Liaison} {
		if r := NewRow(l, tally, ledger.Actor{Role: role}, locale.ZhCN); r.Working || r.NoLead != 0 || r.Next.Href != "" {
			t.Errorf("%s is shown the office's own counts: %+v", role, r)
		}
	}
}
