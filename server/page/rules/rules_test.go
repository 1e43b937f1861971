package rules

import (
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/browsertest"
	"pledger/server/page/ledgertest"
	"pledger/server/page/pagetest"
	"pledger/standing"
)

// table is a government's own table with text in each of its cells.
func table(text string) string {
	return "rule\tmeasure\tyellow\tred\tahead\tsource\texample\n" +
		"time\tpoints\t5\t15\t10\t" + text + "\t73 75 100: green; 60 75 100: yellow\n" +
		text + "\tmonths\t1\t2\t1\t\t0: green; 1: yellow; 2: red\n"
}

// input is the page's input with the program's rules and those of a table.
func input(t testing.TB, lang locale.Lang, own string) Input {
	o := ledgertest.Half(t)
	in := Input{
		Ledger: o.Ledger, Words: ledgertest.Words(lang, o.Ledger), Folder: page.NewFolder(o.Ledger, ledger.Operator(), page.FolderOverview, lang),
		Rules: standing.DefaultRules(),
	}
	if own == "" {
		return in
	}
	rules, err := standing.ParseRules("own.tsv", own)
	if err != nil {
		t.Fatal(err)
	}
	merged := standing.Rules{}
	for name, r := range standing.DefaultRules() {
		merged[name] = r
	}
	for name, r := range rules {
		r.Own = true
		merged[name] = r
	}
	in.Rules = merged
	return in
}

func TestEveryState(t *testing.T) {
	gallery := browsertest.Gallery{}
	for _, frame := range pagetest.Frames() {
		for name, own := range map[string]string{"usual": "", "own": table("市政府办公室2024年通知"), "hostile": table(pagetest.Attack)} {
			p := New(frame, input(t, frame.Lang, own))
			root, source := pagetest.Parse(t, p.Render)
			pagetest.Check(t, root, false)
			if own := strings.Count(source, `<section class="rule own">`); (name == "usual") != (own == 0) || name == "own" && own != 2 {
				t.Errorf("%s: %d own rules", name, own)
			}
			if strings.Contains(source, "⟦") {
				t.Errorf("%s: words are missing", name)
			}
			gallery.Add(name, frame, p.Render)
		}
	}
	gallery.Look(t, "rules", Assets())
}

// TestRules demands that every rule in force is shown once with each example.
func TestRules(t *testing.T) {
	in := input(t, locale.ZhCN, "")
	shown := 0
	for _, g := range New(page.Frame{}, in).Groups {
		for _, r := range g.Rules {
			shown++
			if want := strings.Count(in.Rules[r.Code].Example, "; ") + 1; len(r.Examples) != want || r.Says == "" || r.Source == "" {
				t.Errorf("%s: %d examples of %d, %q", r.Code, len(r.Examples), want, r.Says)
			}
		}
	}
	if shown != len(in.Rules) {
		t.Errorf("%d rules of %d are shown", shown, len(in.Rules))
	}
}
