package ledger

import (
	"testing"

	"pgregory.net/rapid"
)

func TestParsePeriod(t *testing.T) {
	tests := []struct {
		want  string // as String writes it; "" for none
		texts []string
	}{
		{"2021", []string{"2021", "2021年", "2021年度", "２０２１年", "2021全年", "全年", "2021-01/2021-12", "1-12月", "二〇二一年"}},
		{"2021-09", []string{"2021-09", "2021年9月", "2021年9月份", "9月", "九月", "2021-9"}},
		{"2021-01/2021-09", []string{"2021年1-9月", "2021年1—9月", "1至9月", "2021前三季度", "2021年前三季度累计", "2021-01/2021-09", "2021-01-01/2021-09-30"}},
		{"2021-01/2021-03", []string{"2021年一季度", "2021年第1季度", "2021Q1", "1-3月"}},
		{"2021-07/2021-09", []string{"2021年三季度", "2021Q3"}},
		{"2021-01/2021-06", []string{"2021上半年", "上半年", "2021H1"}},
		{"2021-07/2021-12", []string{"2021下半年"}},
		{"2021-12-31", []string{"2021年末", "2021年底", "2021-12-31", "2021年12月31日"}},
		{"2021-06-30", []string{"2021年6月末", "2021-06-30", "6月30日", "2021年二季度末"}},
		{"", []string{"", "2021年13月", "2021-00", "2021年9-1月", "2021-02-30", "去年", "2021年5季度", "2021年9月x", "2021-09/2020-09", "两千年"}},
	}
	for _, tt := range tests {
		for _, text := range tt.texts {
			got, err := ParsePeriod(text, 2021)
			if got.String() != tt.want || (err == nil) != (tt.want != "") {
				t.Errorf("%q is %s (%v), want %q", text, got, err, tt.want)
			}
		}
	}
	for _, text := range []string{"9月", "全年", "", "上半年"} {
		if got, err := ParsePeriod(text, 0); err == nil {
			t.Errorf("%q without a year is %s", text, got)
		}
	}
}

func TestPeriodKinds(t *testing.T) {
	for text, want := range map[string][2]bool{ // cumulative, instant
		"2021": {true, false}, "2021-01/2021-09": {true, false}, "2021-01": {true, false}, "2021-02": {false, false},
		"2021-07/2021-09": {false, false}, "2021年末": {false, true},
	} {
		p, err := ParsePeriod(text, 0)
		if err != nil || p.Cumulative() != want[0] || p.Instant() != want[1] {
			t.Errorf("%s: cumulative %t, instant %t, %v", text, p.Cumulative(), p.Instant(), err)
		}
	}
}

// TestPeriodWords demands that what String writes is read as the same period.
func TestPeriodWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.IntRange(1900, 2199).Draw(t, "year")
		a := rapid.IntRange(1, 12).Draw(t, "from")
		b := rapid.IntRange(a, 12).Draw(t, "to")
		p := months(year, a, b)
		if rapid.Bool().Draw(t, "instant") {
			p.Start = p.End
		}
		if got, err := ParsePeriod(p.String(), 0); err != nil || got != p {
			t.Fatalf("%v is written %s and read %v: %v", p, p, got, err)
		}
	})
}
