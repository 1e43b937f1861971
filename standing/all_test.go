package standing

import (
	"fmt"
	"strings"
	"testing"

	"pledger/ledger"
)

// TestAdjusted demands that a target that was changed after its ledger was
// published is judged on any day as it stood then, and says so; and that what was
// given up is 目标调整 from that day on.
func TestAdjusted(t *testing.T) {
	before, after := gdp.Terms[0], gdp.Terms[0]
	before.Value, after.Value = "7", "5"
	changed := of(after)
	changes := []ledger.Adjustment{{Day: "2021-08-10", State: ledger.Accepted, Terms: []ledger.Terms{before}}}
	dropped := of(after)
	dropped.State = ledger.Dropped
	drop := append(changes[:1:1], ledger.Adjustment{Day: "2021-11-01", State: ledger.Accepted, Terms: []ledger.Terms{after}})
	readings := [][]*ledger.Reading{read(t, "1-6月 5.9", "1-9月 5.9")}
	for _, tt := range []struct {
		what    string
		account *ledger.Account
		changes []ledger.Adjustment
		day     string
		want    string // state, light, reason, target; day of the change and what it was before
	}{
		{"before the change", changed, changes, "2021-08-09", "behind yellow rate 6.5"},
		{"on its day", changed, changes, "2021-08-10", "ahead green rate 4.5 2021-08-10 7"},
		{"long after", changed, changes, "2021-10-25", "ahead green rate 4.5 2021-08-10 7"},
		{"never changed", changed, nil, "2021-08-09", "ahead green rate 4.5"},
		{"before it was given up", dropped, drop, "2021-10-31", "ahead green rate 4.5 2021-08-10 7"},
		{"given up", dropped, drop, "2021-11-01", "adjusted unknown gone "},
		{"given up before anybody published it", dropped, nil, "2021-11-01", "adjusted unknown dropped "},
		{"added", changed, []ledger.Adjustment{{Day: "2021-08-10", State: ledger.Accepted, Terms: []ledger.Terms{}}}, "2021-08-25", "ahead green rate 4.5 2021-08-10 -"},
	} {
		s, _ := JudgeAll(Question{Account: tt.account, Day: tt.day, Adjusted: tt.changes}, readings)
		got := fmt.Sprint(s.State, " ", s.Light, " ", s.Code, " ", s.Target.Text())
		if s.Changed != nil && s.Changed.From != nil {
			got += " " + s.Changed.Day + " " + s.Changed.From.Value
		} else if s.Changed != nil {
			got += " " + s.Changed.Day + " -"
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.what, got, tt.want)
		}
	}
}

// TestRuleByMeasure demands that a rule that is named for an account counts where
// it can be applied: one of months for milestones, one of points for numbers.
func TestRuleByMeasure(t *testing.T) {
	rules, err := ParseRules("rules.tsv", strings.Join([]string{ruleColumns,
		"time\tpoints\t0\t30\t10\t\t53 75 100: yellow", "rate\ttarget\t0\t50\t10\t\t5 6 6: yellow", "nodes\tmonths\t0\t3\t1\t\t3: red",
		"slow\tmonths\t2\t6\t1\t\t3: yellow", "fine\tpoints\t0.5\t1\t2\t\t98 100 100: red",
	}, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	a := nodes("3月底前 立项")
	a.Terms = []ledger.Terms{gdp.Terms[0]}
	a.Terms[0].Unit = "%"
	for _, tt := range []struct{ rule, want string }{
		{"", "rate yellow nodes red"}, {"slow", "rate yellow slow yellow"}, {"fine", "fine green nodes red"}, {"none", "none unknown none unknown"},
	} {
		a.Watch.Rule = tt.rule
		_, all := JudgeAll(Question{Account: a, Day: "2021-07-25", Rules: rules}, [][]*ledger.Reading{read(t, "1-6月 5.1")})
		if got := fmt.Sprint(all[0].Rule, " ", all[0].Light, " ", all[1].Rule, " ", all[1].Light); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.rule, got, tt.want)
		}
	}
}
