package rules

import (
	"strings"
	"testing"
	"time"

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
	in.Rules = standing.InForce(parse(t, own))
	return in
}

func TestEveryState(t *testing.T) {
	gallery := browsertest.Gallery{}
	for _, frame := range pagetest.Frames() {
		for name, own := range map[string]string{"usual": "", "own": table("市政府办公室2024年通知"), "hostile": table(pagetest.Attack)} {
			in := input(t, frame.Lang, own)
			if in.Keep = name != "usual"; in.Keep {
				in.Past = past(own)
				in.Form, in.Wrongs = &page.Form{Values: map[string][]string{"table": {own}}}, []string{own, "第 2 行"}
			}
			p := New(frame, in)
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

// past are the entries of a table that was put in place of another, then given up.
func past(own string) []*ledger.Entry {
	none, first := &ledger.RuleTable{Place: "150000"}, &ledger.RuleTable{Place: "150000", Name: "规则.xlsx", Table: own}
	at := time.Date(2024, 3, 1, 2, 0, 0, 0, time.UTC)
	return []*ledger.Entry{
		{At: at, Who: "wang", Changes: ledger.Diff(first, none)},
		{At: at, Changes: ledger.Diff(nil, first)},
		{At: at, Changes: ledger.Diff(none, &ledger.RuleTable{Place: "150000", Name: "坏的", Table: "x"})}, // of no table that is read today
	}
}

// TestPreview shows plans in every state, with the lights of a real year.
func TestPreview(t *testing.T) {
	gallery := browsertest.Gallery{}
	b := ledgertest.Watched(t)
	now := b.On("2024-10-25")
	for _, frame := range pagetest.Frames() {
		for name, tt := range map[string]struct{ before, own string }{
			"new": {"", table("市政府办公室2024年通知")}, "hostile": {"", table(pagetest.Attack)},
			"same": {table("通知"), table("通知")}, "back": {table("通知"), ""}, "sourced": {table("旧通知"), table("新通知")},
		} {
			before, own := parse(t, tt.before), parse(t, tt.own)
			in := PreviewInput{
				Ledger: now.Ledger(), Words: ledgertest.Words(frame.Lang, now.Ledger()), Path: "/x", File: "规则.xlsx",
				Steps: standing.PlanRules(standing.InForce(before), own), Now: b.Under(standing.InForce(before), now.Date), Then: b.Under(standing.InForce(own), now.Date),
			}
			if name == "back" {
				in.File = ""
			}
			p := NewPreview(frame, in, ledger.Operator())
			root, source := pagetest.Parse(t, p.Render)
			pagetest.Check(t, root, false)
			if strings.Contains(source, "⟦") || (p.Button == "") != (name == "same") || (name == "same" || name == "sourced") != (len(p.Turned) == 0) {
				t.Errorf("%s: %q, %d turned, %+v", name, p.Button, len(p.Turned), p.Steps)
			}
			sum := 0
			for _, l := range p.Lights {
				sum += l.Then - l.Now
			}
			if sum != 0 {
				t.Errorf("%s: the lights differ by %d accounts", name, sum)
			}
			gallery.Add("preview-"+name, frame, p.Render)
		}
	}
	gallery.Look(t, "rules", Assets())
}

// parse reads a table; none of "".
func parse(t testing.TB, text string) standing.Rules {
	t.Helper()
	if text == "" {
		return nil
	}
	rules, err := standing.ParseRules("own.tsv", text)
	if err != nil {
		t.Fatal(err)
	}
	return rules
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
