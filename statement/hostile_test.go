package statement_test

import (
	"strings"
	"testing"

	"pledger/document"
	"pledger/lexicon"
	"pledger/report"
	"pledger/statement"
)

// hostile are shapes on which a reader that looks around too far takes time
// out of proportion; each is repeated to the size wanted.
var hostile = []struct{ name, head, unit string }{
	{"one clause", "2024年青云县政府工作报告\n一、2024年工作安排\n", "新建学校3所、"},
	{"one sentence", "2024年青云县政府工作报告\n一、2024年工作安排\n", "新建学校3所，"},
	{"one paragraph", "2024年青云县政府工作报告\n一、2024年工作安排\n", "新建学校3所。"},
	{"no subject", "2024年青云县政府工作报告\n一、2023年工作回顾\n", "增长5%，"},
	{"no marks", "", "学校建设推进"},
	{"numbers only", "", "12 "},
	{"digits only", "", "9"},
	{"numerals only", "", "万"},
	{"open quotes", "", "“甲"},
	{"brackets", "", "（1）"},
	{"headings", "", "一、工作回顾\n"},
	{"labels", "", "（一）"},
	{"respective", "", "甲、乙分别"},
	{"from", "", "由2015年的"},
	{"among", "收入5亿元，", "其中"},
	{"times", "", "2023年底至2024年"},
	{"one plan after another", "", "“十四五”期间，"},
	{"blank lines", "甲", "\n"},
	{"blanks", "甲", " "},
}

// BenchmarkHostile reads each shape at two sizes: the speed at the greater one
// shows whether time grows faster than the text.
func BenchmarkHostile(b *testing.B) {
	lex := lexicon.Default()
	for _, h := range hostile {
		for _, s := range []struct {
			name string
			size int
		}{{"10KB", 10 << 10}, {"100KB", 100 << 10}} {
			text := h.head + strings.Repeat(h.unit, s.size/len(h.unit))
			b.Run(strings.ReplaceAll(h.name, " ", "-")+"/"+s.name, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					statement.Extract(report.Parse(document.FromString("bench.txt", text)), lex)
				}
			})
		}
	}
}

// TestHostile demands that such shapes, short, are read with their positions
// right.
func TestHostile(t *testing.T) {
	const repeats = 300
	for _, h := range hostile {
		for _, w := range walk(extract(h.head + strings.Repeat(h.unit, repeats))) {
			t.Errorf("%s: %s", h.name, w)
		}
	}
}
