package opening

import (
	"strings"
	"testing"

	"pledger/audit"
	"pledger/document"
	"pledger/ledger"
	"pledger/report"
	"pledger/server/page/browsertest"
	"pledger/server/page/ledgertest"
	"pledger/server/page/pagetest"
	"pledger/statement"
)

// found is what a text states, and the ledger it opens.
func found(text string, year int) (*audit.Findings, *ledger.Opening) {
	lex := ledgertest.Lexicon()
	set := statement.Extract(report.Parse(document.FromString("r.txt", text)), lex)
	return audit.Examine(nil, set, lex), ledger.Open(set, lex, *lex.PlaceCoded("150000"), year, []byte(text))
}

func TestEveryState(t *testing.T) {
	gallery := browsertest.Gallery{}
	lex := ledgertest.Lexicon()
	long := strings.Repeat("加快推进重点水源工程建设，新建水库3座。", 40)
	sample := ledgertest.Statements(t)
	many, nothing := audit.Examine(nil, sample, lex), (*ledger.Opening)(nil)
	one, oneOpening := found("2021年青岚市政府工作报告\n各位代表：\n一、2021年主要任务\n新建水库3座，完成灌区改造20万亩。\n"+long, 2021)
	hostile, _ := found(pagetest.Attack, 2021)
	exists := &ledger.Ledger{ID: "150000-2021", Title: pagetest.Attack}
	for name, in := range map[string]Input{
		"empty":   {File: "r.txt", Found: hostile},
		"one":     {File: "r.txt", Found: one, Place: lex.PlaceCoded("150200"), Year: 2021, Opening: oneOpening},
		"many":    {File: "内蒙古自治区2021年政府工作报告.docx", Found: many, Place: lex.PlaceCoded("150000"), Year: 2021, Opening: ledgertest.Opening(t), Bound: true},
		"which":   {File: "r.txt", Found: many, Query: "鼓楼区", Year: 2021, Opening: nothing},
		"nowhere": {File: "r.txt", Found: many, Query: "没有的地方", Year: 0},
		"exists":  {File: strings.Repeat("很长的名称", 30) + ".docx", Found: many, Place: lex.PlaceCoded("150000"), Year: 2021, Opening: ledgertest.Opening(t), Exists: exists},
		"hostile": {File: pagetest.Attack, Found: hostile, Query: pagetest.Attack, Year: 2021},
	} {
		in.Lexicon, in.Path = lex, "/open/token"
		for _, frame := range pagetest.Frames() {
			p := NewPreview(frame, in)
			root, _ := pagetest.Parse(t, p.Render)
			pagetest.Check(t, root, false)
			gallery.Add("preview-"+name, frame, p.Render)
			if (p.Button != "") != (name == "one" || name == "many") {
				t.Errorf("%s: can be opened: %q, cannot: %q", name, p.Button, p.Cannot)
			}
		}
	}
	for name, wrong := range map[string]string{"empty": "", "error": pagetest.Attack} {
		for _, frame := range pagetest.Frames() {
			u := NewUpload(frame, wrong)
			root, _ := pagetest.Parse(t, u.Render)
			pagetest.Check(t, root, false)
			gallery.Add("upload-"+name, frame, u.Render)
		}
	}
	gallery.Look(t, "open", Assets())
}

func TestSearch(t *testing.T) {
	lex := ledgertest.Lexicon()
	for name, want := range map[string]string{
		"包头": "150200", " 内蒙古 ": "150000", "150221": "150221", "土默特右": "150221", "鼓楼区": "several", "市": "several", "": "", "没有": "", "<b>": "", "999999": "",
	} {
		all := Search(lex, name)
		got := ""
		switch {
		case len(all) == 1:
			got = all[0].Code
		case len(all) > 1:
			got = "several"
		}
		if got != want || len(all) > mostPlaces {
			t.Errorf("%q: %s, want %s", name, got, want)
		}
	}
	if got := within(lex, lex.PlaceCoded("150221")); got != "内蒙古自治区包头市" {
		t.Error(got)
	}
	if got := within(lex, lex.PlaceCoded("150000")); got != "" {
		t.Error(got)
	}
}
