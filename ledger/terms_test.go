package ledger

import (
	"testing"

	"pgregory.net/rapid"

	"pledger/lexicon"
	"pledger/quantity"
)

// TestMeets says of results whether they meet a target, by hand from what
// offices print: a ceiling is met below it, a floor above it.
func TestMeets(t *testing.T) {
	cpi := Terms{Bound: Near, Value: "3", Tolerance: "0.5", Polarity: LessIsBetter}
	gdp := Terms{Bound: Near, Value: "6", Tolerance: "0.5", Polarity: MoreIsBetter}
	tests := []struct {
		what   string
		terms  Terms
		result string
		want   bool
	}{
		{"CPI 3%左右", cpi, "2.0", true},
		{"CPI 3%左右", cpi, "-0.3", true},
		{"CPI 3%左右", cpi, "3.5", true},
		{"CPI 3%左右", cpi, "3.6", false},
		{"GDP 6%左右", gdp, "2.0", false},
		{"GDP 6%左右", gdp, "5.5", true},
		{"GDP 6%左右", gdp, "5.4", false},
		{"GDP 6%左右", gdp, "8.1", true},
		{"GDP 6%以上", Terms{Bound: AtLeast, Value: "6", Polarity: MoreIsBetter}, "6.0", true},
		{"GDP 6%以上", Terms{Bound: AtLeast, Value: "6", Polarity: MoreIsBetter}, "5.9", false},
		{"GDP 6%—6.5%", Terms{Bound: Within, Value: "6", High: "6.5", Polarity: MoreIsBetter}, "6.8", true},
		{"GDP 6%—6.5%", Terms{Bound: Within, Value: "6", High: "6.5", Polarity: MoreIsBetter}, "5.9", false},
		{"失业率5.5%以内", Terms{Bound: AtMost, Value: "5.5", Polarity: LessIsBetter}, "5.5", true},
		{"失业率5.5%以内", Terms{Bound: AtMost, Value: "5.5", Polarity: LessIsBetter}, "5.6", false},
		{"能耗强度降低3%, a fall", Terms{Bound: Equal, Value: "3", Direction: "down", Polarity: MoreIsBetter}, "3.2", true},
		{"能耗强度降低3%, a fall", Terms{Bound: Equal, Value: "3", Direction: "down", Polarity: MoreIsBetter}, "2.9", false},
		{"增速保持在4%—6%, neither", Terms{Bound: Within, Value: "4", High: "6", Polarity: Neither}, "6.1", false},
		{"17件, neither", Terms{Bound: Equal, Value: "17", Polarity: Neither}, "17", true},
		{"17件, neither", Terms{Bound: Equal, Value: "17", Polarity: Neither}, "18", false},
		{"超过800万", Terms{Bound: AtLeast, Value: "8000000", Strict: true, Polarity: MoreIsBetter}, "8000000", false},
		{"粮食700亿斤以上", Terms{Bound: AtLeast, Value: "70000000000", Polarity: MoreIsBetter}, "76806000000", true},
	}
	for _, tt := range tests {
		result, err := quantity.ParseDecimal(tt.result)
		if err != nil {
			t.Fatal(err)
		}
		got, err := tt.terms.Meets(result)
		if err != nil || got != tt.want {
			t.Errorf("%s, result %s: met %t (%v), want %t", tt.what, tt.result, got, err, tt.want)
		}
	}
}

func TestBadTerms(t *testing.T) {
	for _, terms := range []Terms{
		{},
		{Bound: Near},
		{Bound: Near, Value: "六"},
		{Bound: Near, Value: "6", Tolerance: "-1"},
		{Bound: Near, Value: "6", Tolerance: "x"},
		{Bound: Within, Value: "6"},
		{Bound: Within, Value: "6", High: "5"},
		{Bound: "above", Value: "6"},
	} {
		if z, err := terms.Accepts(); err == nil {
			t.Errorf("%+v is taken for %s", terms, z)
		}
	}
}

// TestAcceptsItself is a law: what is promised, met to the letter, is met.
func TestAcceptsItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := quantity.NewDecimal(rapid.Int64Range(-1e12, 1e12).Draw(t, "value"), rapid.IntRange(-3, 3).Draw(t, "exp"))
		terms := Terms{
			Bound: rapid.SampledFrom([]Bound{AtLeast, AtMost, Near, Equal, Within}).Draw(t, "bound"),
			Value: value.String(), High: value.String(),
			Tolerance: rapid.SampledFrom([]string{"", "0", "0.5"}).Draw(t, "tolerance"),
			Polarity:  rapid.SampledFrom([]Polarity{MoreIsBetter, LessIsBetter, Neither}).Draw(t, "polarity"),
		}
		if ok, err := terms.Meets(value); err != nil || !ok {
			t.Fatalf("%+v is not met by %s: %v", terms, value, err)
		}
	})
}

// TestBindingIndicators demands that each code of the table is in the catalogue.
func TestBindingIndicators(t *testing.T) {
	if len(binding()) < 10 {
		t.Fatalf("only %d binding indicators were read", len(binding()))
	}
	for code := range binding() {
		if lexicon.Default().IndicatorCoded(code) == nil {
			t.Errorf("no indicator is coded %s", code)
		}
	}
}

func TestCheckParts(t *testing.T) {
	lex := lexicon.Default()
	account := func(terms Terms, parts ...Part) *Account {
		return &Account{Terms: []Terms{terms}, Parts: parts}
	}
	jobs := Terms{Indicator: "employment.new_urban", Kind: "level", Bound: AtLeast, Value: "200000", Polarity: MoreIsBetter}
	gdp := Terms{Indicator: "gdp", Kind: "growth", Bound: AtLeast, Value: "6", Polarity: MoreIsBetter}
	tests := []struct {
		what  string
		a     *Account
		want  Making
		total string
	}{
		{"nothing", account(jobs), PartsNone, "(−∞, ∞)"},
		{"a sum that is enough", account(jobs, Part{"150100", "120000", ""}, Part{"150200", "80000", ""}), PartsMake, "200000"},
		{"a sum that is short", account(jobs, Part{"150100", "120000", ""}, Part{"150200", "79999", ""}), PartsMiss, "199999"},
		{"a banner's part is part of its league's", account(jobs, Part{"150121", "50000", ""}, Part{"150100", "120000", ""}, Part{"150200", "80000", ""}), PartsMake, "200000"},
		{"a rate is a mean: 7×0.6+4.5×0.4", account(gdp, Part{"150100", "7", "60"}, Part{"150200", "4.5", "40"}), PartsMake, "6"},
		{"a rate is a mean: 7×0.5+4.5×0.5", account(gdp, Part{"150100", "7", "50"}, Part{"150200", "4.5", "50"}), PartsMiss, "5.75"},
		{"a mean without weights", account(gdp, Part{"150100", "7", "50"}, Part{"150200", "4.5", ""}), PartsUnknown, "(−∞, ∞)"},
		{"no indicator, an amount", account(Terms{Kind: "level", Bound: Equal, Value: "5", Polarity: MoreIsBetter}, Part{"150100", "2", ""}, Part{"150200", "3", ""}), PartsMake, "5"},
		{"no indicator, a share", account(Terms{Kind: "share", Bound: Equal, Value: "5", Polarity: MoreIsBetter}, Part{"150100", "5", ""}), PartsUnknown, "(−∞, ∞)"},
	}
	for _, tt := range tests {
		got := CheckParts(tt.a, lex)
		if got.Making != tt.want || got.Total.String() != tt.total {
			t.Errorf("%s: %s %s, want %s %s", tt.what, got.Making, got.Total, tt.want, tt.total)
		}
	}
}
