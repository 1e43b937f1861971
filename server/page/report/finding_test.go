package report

import (
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"pledger/audit"
	"pledger/document"
	"pledger/lexicon"
	"pledger/locale"
	"pledger/report"
	"pledger/server/page/pagetest"
	"pledger/statement"
)

// audited reads and checks texts: last year's, "" for none, and this year's.
func audited(last, this string) *audit.Findings {
	extract := func(name, text string) *statement.Set {
		return statement.Extract(report.Parse(document.FromString(name, text)), lexicon.Default())
	}
	if last == "" {
		return audit.Examine(nil, extract("this.txt", this), lexicon.Default())
	}
	return audit.Examine(extract("last.txt", last), extract("this.txt", this), lexicon.Default())
}

// signs are the figures that carry a sign of the audit, as text → sign.
func signs(main *html.Node) map[string]string {
	all := map[string]string{}
	for _, a := range pagetest.Find(main, "a") {
		if sign := pagetest.Attr(a, "data-c"); sign != "" {
			all[words(a)] = sign
		}
	}
	return all
}

// TestFindingsInPlace demands a sign at each figure of a relation, the worst of
// what was found of it, and an entry and cards that say the working.
func TestFindingsInPlace(t *testing.T) {
	found := audited("", "全年社会消费品零售总额达到1864.2亿元。零售总额比上年增加171.5亿元，增长9.2%。\n\n"+
		"地方财政收入从2012年的412亿元增加到2017年的638亿元，年均增长9.1%。\n\n城镇新增就业23.2万人，完成年度任务的105.5%。\n\n新建学校12所。\n")
	for _, lang := range locale.All() {
		for _, f := range forms {
			p := New(found, lang)
			root, source := pagetest.Parse(t, func(w io.Writer) error { return f.write(p, w) })
			pagetest.Check(t, root, f.name == "standalone")
			got := signs(pagetest.Find(root, "main")[0])
			want := map[string]string{
				"1864.2亿元": "≠", "171.5亿元": "≠", "9.2%": "≠", "412亿元": "=", "638亿元": "=", "9.1%": "=", "23.2万人": "∴", "105.5%": "∴",
			}
			for text, sign := range want {
				if got[text] != sign {
					t.Errorf("%s carries %q, want %q", text, got[text], sign)
				}
			}
			if _, marked := got["12所"]; marked {
				t.Error("a figure in no relation carries a sign")
			}
			entries := 0
			for _, e := range pagetest.Find(root, "details") {
				if pagetest.Attr(e, "data-k") == string(FindingEntry) {
					entries++
					if len(pagetest.Find(e, "li")) == 0 {
						t.Error("a finding's card has no working")
					}
				}
			}
			if entries != len(found.Relations) || countKind(p, FindingEntry) != entries {
				t.Errorf("%d findings in the list of %d", entries, len(found.Relations))
			}
			card := source[strings.Index(source, `id="f3" `):]
			if card = card[:strings.Index(card, "</details>")]; !strings.Contains(card, "0.87819") {
				t.Error("the figure's card does not tell by how much it misses")
			}
		}
	}
}

// TestFindingsAcross demands that a figure of last year's report is quoted and
// never linked: this page does not hold it.
func TestFindingsAcross(t *testing.T) {
	found := audited("进出口总额连续12年保持正增长。", "进出口总额连续14年保持正增长。")
	if found.Count(audit.Contradicts) != 1 {
		t.Fatal("the streaks do not contradict")
	}
	root, _ := pagetest.Parse(t, New(found, locale.ZhCN).Render)
	pagetest.Check(t, root, false)
	i := slices.IndexFunc(pagetest.Find(root, "details"), func(n *html.Node) bool { return pagetest.Attr(n, "id") == "c1" })
	if i < 0 {
		t.Fatal("no finding")
	}
	if card := words(pagetest.Find(root, "details")[i]); !strings.Contains(card, "last.txt:") || !strings.Contains(card, "连续12年") {
		t.Errorf("the card does not quote last year's sentence: %s", card)
	}
}
