package standing

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"pledger/ledger"
)

// nodes makes a task with milestones of "due what [day on which it was reported]".
func nodes(lines ...string) *ledger.Account {
	a := &ledger.Account{Ledger: "150000-2021", ID: "0002", State: ledger.Accepted}
	for _, line := range lines {
		words := strings.Fields(line)
		m := ledger.Milestone{Due: ledger.ParseDeadline(words[0], 2021), What: words[1]}
		if len(words) > 2 {
			m.Done = words[2]
		}
		a.Milestones = append(a.Milestones, m)
	}
	return a
}

// TestNodes states by hand, from practice, where tasks without a number stand:
// due and not reached is yellow, three months late is red.
func TestNodes(t *testing.T) {
	none := []string{"3月底前 立项", "6月底前 开工", "9月底前 封顶", "12月底前 竣工"}
	one := []string{"3月底前 立项 2021-03-20", "6月底前 开工", "9月底前 封顶", "12月底前 竣工"}
	tests := []struct {
		what  string
		nodes []string
		day   string
		want  string
	}{
		{"nothing is due and nothing reported", none, "2021-02-01", "unreported unknown no-node 立项 2021-03-31"},
		{"on its last day it is not late", none, "2021-03-31", "unreported unknown no-node 立项 2021-03-31"},
		{"a day late", none, "2021-04-01", "behind yellow node-over 立项 2021-03-31"},
		{"a month late", none, "2021-04-30", "behind yellow node-late 立项 2021-03-31 1"},
		{"a day short of three months", none, "2021-06-29", "behind yellow node-late 立项 2021-03-31 2"},
		{"three months late", none, "2021-06-30", "behind red node-late 立项 2021-03-31 3"},
		{"the oldest counts", []string{"6月底前 开工", "3月底前 立项"}, "2021-07-01", "behind red node-late 立项 2021-03-31 3"},
		{"the first is reached", one, "2021-04-01", "on-pace green nodes 1 1 4"},
		{"but not yet on that day", one, "2021-03-19", "unreported unknown no-node 立项 2021-03-31"},
		{"reached before it was due", one, "2021-03-20", "on-pace green nodes 0 1 4"},
		{"the second is late", one, "2021-07-15", "behind yellow node-over 开工 2021-06-30"},
		{"a month before its day is in front", []string{"3月底前 立项 2021-03-20", "6月底前 开工 2021-04-02", "9月底前 封顶"}, "2021-04-05", "ahead green nodes 1 2 3"},
		{"all before the last day", []string{"3月底前 立项 2021-03-20", "6月底前 开工 2021-06-29"}, "2021-07-05", "done-early done nodes-done 2"},
		{"all, the last on its day", []string{"3月底前 立项 2021-03-20", "6月底前 开工 2021-06-30"}, "2021-07-05", "done done nodes-done 2"},
		{"all, late", []string{"3月底前 立项 2021-05-20"}, "2021-07-05", "done done nodes-done 1"},
		{"the year is over, and what is reported late is waited for", one, "2022-01-31", "behind red node-late 开工 2021-06-30 7"},
		{"the year is over", one, "2022-02-01", "missed missed nodes-short 开工 1 4"},
		{"caught up after red", []string{"3月底前 立项 2021-07-02", "9月底前 封顶", "12月底前 竣工"}, "2021-07-05", "on-pace yellow recovering 1 1 3"},
		{"and the next in time", []string{"3月底前 立项 2021-07-02", "9月底前 封顶 2021-09-20", "12月底前 竣工"}, "2021-10-05", "on-pace green nodes 2 2 3"},
		{"caught up after yellow", []string{"3月底前 立项 2021-05-02", "9月底前 封顶"}, "2021-07-05", "on-pace green nodes 1 1 2"},
		{"a day that nobody can read", []string{"3月底前 立项 2021-03-02", "适时 验收"}, "2021-04-05", "unjudged unknown undated 验收 适时"},
		{"hides nothing that is late", []string{"3月底前 立项", "适时 验收"}, "2021-04-05", "behind yellow node-over 立项 2021-03-31"},
		{"and reached it is reached", []string{"3月底前 立项 2021-03-02", "适时 验收 2021-04-01"}, "2021-04-05", "done done nodes-done 2"},
		{"from the end of February to that of May", []string{"2月底前 立项"}, "2021-05-30", "behind yellow node-late 立项 2021-02-28 2"},
		{"are three months", []string{"2月底前 立项"}, "2021-05-31", "behind red node-late 立项 2021-02-28 3"},
	}
	for _, tt := range tests {
		s, all := JudgeAll(Question{Account: nodes(tt.nodes...), Day: tt.day}, nil)
		got := strings.TrimSpace(fmt.Sprintf("%s %s %s %s", s.State, s.Light, s.Code, strings.Join(s.Args(), " ")))
		if got != tt.want || len(all) != 1 || s.Term != Nodes {
			t.Errorf("%s: %s, want %s", tt.what, got, tt.want)
		}
	}
}

// TestNodesBesideNumbers demands that a target with milestones stands as the worse
// of both, and that a task with milestones needs no number.
func TestNodesBesideNumbers(t *testing.T) {
	both := nodes("3月底前 立项 2021-03-20", "6月底前 开工", "9月底前 封顶", "12月底前 竣工")
	both.Terms, both.Watch.Pace = jobs.Terms, ledger.ByPlan
	s, all := JudgeAll(Question{Account: both, Day: "2021-07-25"}, [][]*ledger.Reading{read(t, "1-6月 120000")})
	if len(all) != 2 || all[0].Light != Green || all[0].Expected.Text() != "50" || s.Term != Nodes || s.Light != Yellow {
		t.Errorf("%d: %s with %s%%, milestones %s", len(all), all[0].Light, all[0].Expected.Text(), s.Light)
	}
	alone := nodes("3月底前 立项 2021-03-20", "6月底前 开工")
	s, all = JudgeAll(Question{Account: alone, Day: "2021-04-25"}, [][]*ledger.Reading{read(t, "1-3月 30")})
	if len(all) != 2 || all[0].State != Behind || all[1].State != OnPace || s.Light != Yellow {
		t.Errorf("a task that reports besides how much is done: %d, %s", len(all), s.Light)
	}
	undated := nodes("适时 立项", "6月底前 开工")
	undated.Terms, undated.Watch.Pace = jobs.Terms, ledger.ByPlan
	o := Judge(Question{Account: undated, Readings: read(t, "1-3月 120000"), Day: "2021-04-25"})
	if o.State != Unjudged || o.Code != WhyUndated || o.Args()[0] != "立项" {
		t.Errorf("a plan whose day nobody can read: %s %s", o.State, o.Code)
	}
	undated.Milestones = nil
	if o = Judge(Question{Account: undated, Readings: read(t, "1-3月 120000"), Day: "2021-04-25"}); o.State != Unjudged || o.Code != WhyNoPlan {
		t.Errorf("a plan without milestones: %s %s", o.State, o.Code)
	}
}

// TestNodesNeverGreen is a law: where a milestone is over that nobody reported by
// the day, or none was reported at all, no light is green or done; and the order
// of the milestones never matters.
func TestNodesNeverGreen(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := &ledger.Account{Ledger: "150000-2021", State: ledger.Accepted}
		day := fmt.Sprintf("2021-%02d-%02d", rapid.IntRange(1, 12).Draw(rt, "month"), rapid.IntRange(1, 28).Draw(rt, "day"))
		late, reached := false, 0
		for i := range rapid.IntRange(1, 6).Draw(rt, "n") {
			m := ledger.Milestone{Due: ledger.ParseDeadline(rapid.SampledFrom([]string{"2月底前", "5月", "8月上旬", "12月底前", "适时"}).Draw(rt, "due"), 2021), What: fmt.Sprint(i)}
			if rapid.Bool().Draw(rt, "reached") {
				m.Done = fmt.Sprintf("2021-%02d-15", rapid.IntRange(1, 12).Draw(rt, "done"))
			}
			if m.Done != "" && m.Done <= day {
				reached++
			} else if m.Due.Date < day {
				late = true // also where no day can be read
			}
			a.Milestones = append(a.Milestones, m)
		}
		s, _ := JudgeAll(Question{Account: a, Day: day}, nil)
		if s.Light <= Green && (late || reached == 0) {
			rt.Fatalf("%+v on %s is %s", a.Milestones, day, s.Light)
		}
		turned := a.Clone()
		for i := range turned.Milestones {
			turned.Milestones[i] = a.Milestones[len(a.Milestones)-1-i]
		}
		if other, _ := JudgeAll(Question{Account: turned, Day: day}, nil); other.State != s.State || other.Light != s.Light || other.Code != s.Code {
			rt.Fatalf("%s %s turned round %s %s", s.State, s.Light, other.State, other.Light)
		}
	})
}
