package statement_test

import (
	"testing"

	"pledger/document"
	"pledger/lexicon"
	"pledger/report"
	"pledger/statement"
)

// TestDated demands that a relative period is told only where the report names
// a year.
func TestDated(t *testing.T) {
	const text = "去年，全市接待游客3862万人次。\n"
	for title, want := range map[string]string{"": "", "2024年青岚市政府工作报告\n\n": "2023"} {
		set := statement.Extract(report.Parse(document.FromString("x.txt", title+text)), lexicon.Default())
		if n := len(set.Figures); n != 1 {
			t.Fatalf("%d figures, want 1", n)
		}
		if got := set.Figures[0].Dated(); got != want {
			t.Errorf("under the title %q the period is %q, want %q", title, got, want)
		}
	}
}
