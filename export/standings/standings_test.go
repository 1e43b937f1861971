package standings

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"pledger/ledger"
	"pledger/locale"
	"pledger/quantity"
	"pledger/standing"
)

// TestAmount prints numbers as offices do.
func TestAmount(t *testing.T) {
	for _, tt := range []struct{ number, unit, want string }{
		{"76806000000", "斤", "768.06亿斤"}, {"224000", "人", "22.4万人"}, {"9999", "人", "9999人"}, {"3.84", "%", "3.84%"},
		{"-8.5", "%", "-8.5%"}, {"100000000", "元", "1亿元"}, {"0", "%", "0%"}, {"1/3", "%", "0.33%"},
	} {
		r, _ := new(big.Rat).SetString(tt.number)
		if got := Amount(standing.Rational(r), tt.unit); got != tt.want {
			t.Errorf("%s %s: %s, want %s", tt.number, tt.unit, got, tt.want)
		}
	}
	if Amount(standing.Number{}, "元") != "" {
		t.Error("no number is worded")
	}
}

// TestWords demands a sentence for every reason, and words for every state and
// light.
func TestWords(t *testing.T) {
	a := &ledger.Account{Terms: []ledger.Terms{{Kind: "level", Unit: "元", Value: "1"}}}
	for _, lang := range locale.All() {
		for _, code := range []string{
			standing.WhyNoReading, standing.WhyNotDue, standing.WhyOverdue, standing.WhyAmount, standing.WhySum, standing.WhyShort, standing.WhyRate,
			standing.WhyCeiling, standing.WhyRecovering, standing.WhyNoBase, standing.WhyBand, standing.WhyNoTerms,
			standing.WhyZero, standing.WhyTerms, standing.WhyRule, standing.WhyDropped, standing.WhyNoHistory, standing.WhyGone,
			standing.WhyNoPlan, standing.WhyUndated, standing.WhyNodes, standing.WhyNodesDone, standing.WhyNodesShort, standing.WhyNodeOver,
			standing.WhyNodeLate, standing.WhyNoNode, standing.WhyNoPart,
		} {
			for _, d := range []int64{-1, 0, 1} {
				n := func(n int64) standing.Number { return standing.NumberOf(quantity.NewDecimal(n, 0)) }
				s := &standing.Standing{Value: n(2 + d), Target: n(2), High: n(3), Distance: n(d)}
				if s.Because(code); s.Args() == nil {
					s.Because(code, "9", "53.3", "75")
				}
				if Reason(lang, a, s) == "" {
					t.Errorf("%s: no words", code)
				}
			}
		}
		for _, s := range standing.States() {
			StateText(lang, s)
		}
		for name, r := range standing.DefaultRules() {
			lang.Text("standing.rule." + name)
			lang.Text("standing.source." + name)
			strict := *r
			strict.Yellow = quantity.NewDecimal(1, 0)
			if Thresholds(lang, r) == Thresholds(lang, &strict) {
				t.Errorf("%s says the same with another threshold", name)
			}
		}
		for _, l := range standing.Lights() {
			LightText(lang, l.String())
		}
	}
	percent := func(n, d int64) standing.Number { return standing.Rational(big.NewRat(n, d)) }
	s := &standing.Standing{Period: ledger.Period{End: "2021-09-30"}, Share: percent(160, 3), Expected: percent(75, 1), Distance: percent(-65, 3)}
	s.Because(standing.WhyAmount)
	if got, want := Reason(locale.ZhCN, a, s), "前9个月完成53.3%，序时应为75%，低21.7个百分点"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	late := &standing.Standing{}
	late.Because(standing.WhyNodeLate, "主体完工", "2024-07-31", "3")
	if got, want := Reason(locale.ZhCN, a, late), "节点“主体完工”应于2024年7月31日完成，已逾期3个月"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	s.Changed = &standing.Changed{Day: "2021-08-10", From: &ledger.Terms{Written: "22万人以上"}}
	if got, want := Reason(locale.ZhCN, a, s), "前9个月完成53.3%，序时应为75%，低21.7个百分点（目标于2021年8月10日由22万人以上调整）"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestTargetText prints targets as they are written.
func TestTargetText(t *testing.T) {
	for want, terms := range map[string]ledger.Terms{
		"700亿斤以上": {Value: "70000000000", Unit: "斤", Bound: ledger.AtLeast, Written: "700亿斤以上"},
		"≥700亿斤":  {Value: "70000000000", Unit: "斤", Bound: ledger.AtLeast},
		"6.5%—7%": {Value: "6.5", High: "7", Unit: "%", Bound: ledger.Within},
		"x个":      {Value: "x", Unit: "个", Bound: ledger.Equal},
	} {
		if got := TargetText(&terms); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestShares demands shares that make 100.0, as an office printed them in 2025,
// and that none is far from what it is of.
func TestShares(t *testing.T) {
	for _, tt := range []struct {
		counts []int
		want   string
	}{
		{[]int{17, 162, 10, 24, 9}, "[7.7 72.9 4.5 10.8 4.1]"}, {[]int{1, 1, 1}, "[33.4 33.3 33.3]"}, {[]int{0, 0}, "[0.0 0.0]"},
		{[]int{5}, "[100.0]"}, {nil, "[]"}, {[]int{1, 999999}, "[0.0 100.0]"},
	} {
		if got := fmt.Sprint(Shares(tt.counts)); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.counts, got, tt.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.IntRange(0, 100000), 1, 9).Draw(t, "counts")
		total, sum := 0.0, 0
		for _, n := range counts {
			sum += n
		}
		for i, text := range Shares(counts) {
			share, err := strconv.ParseFloat(text, 64)
			if err != nil || share < 0 {
				t.Fatalf("%v: %s", counts, text)
			}
			total += share
			if sum > 0 && math.Abs(share-100*float64(counts[i])/float64(sum)) > 0.5 {
				t.Fatalf("%d of %d is %s", counts[i], sum, text)
			}
		}
		if sum > 0 && math.Abs(total-100) > 1e-9 {
			t.Fatalf("%v: %v make %g", counts, Shares(counts), total)
		}
	})
}
