package evaluate_test

import (
	"strings"
	"testing"

	"pledger/document"
	"pledger/internal/evaluate"
	"pledger/lexicon"
	"pledger/report"
	"pledger/statement"
)

// TestMismatchShowsItsPlace reads a text and demands that a difference carries
// the clause it stands in and the rules that decided, and that a place outside
// the text does no harm.
func TestMismatchShowsItsPlace(t *testing.T) {
	const text = "2024年青云县政府工作报告\n\n一、2023年工作回顾\n\n去年，地区生产总值达到86.4亿元，增长6.2%。\n\n二、2024年工作安排\n\n新建幼儿园4所。\n"
	set := statement.Extract(report.Parse(document.FromString("a.txt", text)), lexicon.Default())
	at := len([]rune(text[:strings.Index(text, "86.4")]))
	figures := evaluate.CompareFigures([]evaluate.GoldFigure{
		{ID: "n1", At: at, Num: "86.4", What: statement.IsFigure, Subject: "地区生产总值", Value: "1", Unit: "元"},
		{ID: "n2", At: 9999, Num: "7", What: statement.IsFigure},
	}, set)
	found := map[string]evaluate.Mismatch{}
	for _, m := range figures.Mismatches {
		found[m.ID+" "+m.Field] = m
	}
	if m := found["n1 value"]; m.Got != "8640000000" || m.Context != "地区生产总值达到86.4亿元" || len(m.Trace) == 0 {
		t.Errorf("the wrong value shows %+v", m)
	}
	if m := found["n2 missing"]; m.Want != "7" || m.Context != "" {
		t.Errorf("the figure outside the text shows %+v", m)
	}
	at = len([]rune(text[:strings.Index(text, "新建")]))
	pledges := evaluate.ComparePledges([]evaluate.GoldPledge{{ID: "p1", At: at, Len: 7, Text: "新建幼儿园4所", Section: "一", Quantified: true}}, set)
	for _, m := range pledges.Mismatches {
		if m.Field == "section" && m.Want == "一" && m.Got == "二" && m.Context == "新建幼儿园4所" {
			return
		}
	}
	t.Errorf("no mismatch of the section in %+v", pledges.Mismatches)
}
