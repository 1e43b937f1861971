package standings

import (
	"math/big"
	"testing"

	"pledger/ledger"
	"pledger/locale"
	"pledger/standing"
)

// TestAmount prints numbers as offices do.
func TestAmount(t *testing.T) {
	for _, tt := range []struct{ number, unit, want string }{
		{"76806000000", "斤", "768.06亿斤"}, {"224000", "人", "22.4万人"}, {"9999", "人", "9999人"}, {"3.84", "%", "3.84%"},
		{"-8.5", "%", "-8.5%"}, {"100000000", "元", "1亿元"}, {"0", "%", "0%"}, {"1/3", "%", "0.33%"},
	} {
		r, _ := new(big.Rat).SetString(tt.number)
		if got := Amount(r, tt.unit); got != tt.want {
			t.Errorf("%s %s: %s, want %s", tt.number, tt.unit, got, tt.want)
		}
	}
	if Amount(nil, "元") != "" {
		t.Error("no number is worded")
	}
}

// TestWords demands a sentence for every reason, and words for every state and
// light.
func TestWords(t *testing.T) {
	a := &ledger.Account{Terms: []ledger.Terms{{Kind: "level", Unit: "元", Value: "1"}}}
	for _, lang := range locale.All() {
		for _, code := range []string{
			standing.WhyNoReading, standing.WhyOverdue, standing.WhyAmount, standing.WhySum, standing.WhyShort, standing.WhyRate,
			standing.WhyCeiling, standing.WhyRecovering, standing.WhyNoBase, standing.WhyBand, standing.WhyNoTerms,
			standing.WhyZero, standing.WhyTerms, standing.WhyRule, standing.WhyDropped, standing.WhyNoHistory,
		} {
			for _, d := range []int64{-1, 0, 1} {
				s := &standing.Standing{
					Value: big.NewRat(2+d, 1), Target: big.NewRat(2, 1), Distance: big.NewRat(d, 1),
					Reason: standing.Reason{Code: code, Args: []string{"9", "53.3", "75", "21.7"}},
				}
				if Reason(lang, a, s) == "" {
					t.Errorf("%s: no words", code)
				}
			}
		}
		for _, s := range standing.States() {
			StateText(lang, s)
		}
		for _, l := range standing.Lights() {
			LightText(lang, l.String())
		}
	}
	s := &standing.Standing{Distance: big.NewRat(-217, 10), Reason: standing.Reason{Code: standing.WhyAmount, Args: []string{"9", "53.3", "75", "21.7"}}}
	if got, want := Reason(locale.ZhCN, a, s), "前9个月完成53.3%，序时应为75%，低21.7个百分点"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
