package report

import (
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"pgregory.net/rapid"

	"pledger/document"
	"pledger/locale"
	"pledger/quantity"
	"pledger/report"
	"pledger/server/page/pagetest"
	"pledger/statement"
)

// form is one way to write a page.
type form struct {
	name  string
	write func(p *Page, w io.Writer) error
}

var forms = []form{
	{"served", (*Page).Render},
	{"standalone", (*Page).WriteStandalone},
}

// states are the reports that every check runs over.
func states(t *testing.T) map[string]*statement.Set {
	return map[string]*statement.Set{
		"many":     fixture(t),
		"empty":    emptySet("", ""),
		"no marks": emptySet("空.txt", "各位代表：\n现在报告工作。\n"),
		"one":      oneFigure("增长6%。", document.Position{Start: 2, End: 3}),
		"hostile":  hostile(),
		"long":     longNames(),
		"overlap":  overlapping(),
		"table":    table(),
	}
}

// oneFigure is a report with one figure.
func oneFigure(text string, num document.Position) *statement.Set {
	s := emptySet("one.txt", text)
	s.Figures = []statement.Figure{{Pos: num, Quote: num, Kind: statement.Growth, Role: statement.Target}}
	s.Coverage = statement.Coverage{Numbers: 1, Read: 1, Figures: 1}
	return s
}

// hostile is a report with an attack in its text and in every string.
func hostile() *statement.Set {
	whole := emptySet(pagetest.Attack, "各位代表：\n"+pagetest.Attack+"\n完。\n")
	whole.Report.Government = pagetest.Attack
	whole.Report.Year = 2024
	runes := whole.Report.Text.Runes()
	at := strings.IndexRune(string(runes), '<')
	pos := document.Position{Start: len([]rune(string(runes)[:at])), End: len([]rune(string(runes)[:at])) + 20}
	for range 3 {
		whole.Figures = append(whole.Figures, statement.Figure{
			Pos: pos, Quote: pos, Subject: pagetest.Attack, Indicator: pagetest.Attack, Period: pagetest.Attack, Region: pagetest.Attack,
			Base: statement.Base{Pos: pos}, Trace: []string{pagetest.Attack}, Quantity: quantity.Quantity{Full: pos},
		})
	}
	whole.Pledges = []statement.Pledge{{Pos: pos, Verbs: []string{pagetest.Attack}, Objects: []string{pagetest.Attack}, Deadline: pagetest.Attack, Places: []string{pagetest.Attack}, Figures: []int{0, 99, -1}}}
	whole.Mechanisms = []statement.Mechanism{{Pos: pos, Name: pagetest.Attack, Head: pagetest.Attack, Pledge: 7}}
	whole.Doubts = []report.Doubt{{Pos: pos, Code: pagetest.Attack, Args: []string{pagetest.Attack}}}
	whole.Report.Sections = append(whole.Report.Sections, report.Section{Pos: pos, Heading: pos, Level: 1})
	return whole
}

// longNames is a report whose names are longer than any line.
func longNames() *statement.Set {
	s := oneFigure("增长6%。", document.Position{Start: 2, End: 3})
	s.Report.Government = strings.Repeat("青岚", 60)
	s.Figures[0].Subject = strings.Repeat("城镇居民人均可支配收入", 30)
	s.Figures[0].Indicator = strings.Repeat("x", 300)
	return s
}

// overlapping is a report whose marks overlap in every way.
func overlapping() *statement.Set {
	s := emptySet("x.txt", "一二三四五六七八九十\n甲乙丙丁戊己庚辛壬癸\n")
	at := func(from, to int) document.Position { return document.Position{Start: from, End: to} }
	s.Pledges = []statement.Pledge{{Pos: at(1, 6)}, {Pos: at(4, 9)}, {Pos: at(8, 14)}, {Pos: at(0, 0)}}
	s.Figures = []statement.Figure{{Pos: at(2, 5)}, {Pos: at(3, 4)}, {Pos: at(4, 7)}, {Pos: at(9, 10)}}
	s.Mechanisms = []statement.Mechanism{{Pos: at(3, 5), Pledge: -1}, {Pos: at(5, 9), Pledge: -1}}
	s.Doubts = []report.Doubt{{Pos: at(5, 13), Code: "x"}, {Code: "everywhere"}}
	return s
}

// table is a report with a table.
func table() *statement.Set {
	s := emptySet("t.txt", "指标\n数值\n总值\n42\n")
	blocks := s.Report.Text.Blocks
	for i := range blocks {
		blocks[i].Kind, blocks[i].Row, blocks[i].Col = document.Cell, i/2+1, i%2+1
	}
	end := s.Report.Text.Len() - 1
	s.Figures = []statement.Figure{{Pos: document.Position{Start: end - 2, End: end}}}
	return s
}

// TestEveryState renders each state in each form and language and checks the
// HTML.
func TestEveryState(t *testing.T) {
	for name, set := range states(t) {
		for _, lang := range locale.All() {
			for _, f := range forms {
				t.Run(fmt.Sprint(name, "/", lang, "/", f.name), func(t *testing.T) {
					p := New(alone(set), lang)
					root, _ := pagetest.Parse(t, func(w io.Writer) error { return f.write(p, w) })
					pagetest.Check(t, root, f.name == "standalone")
					if n := len(pagetest.Find(root, "details")); n != p.Total {
						t.Errorf("%d entries in the list of %d", n, p.Total)
					}
				})
			}
		}
	}
}

// words is the text of n, less what the page adds to the report's.
func words(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if slices.Contains(strings.Fields(pagetest.Attr(n, "class")), "no") {
		return ""
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(words(c))
	}
	return b.String()
}

// bare is s without what shows nothing.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if blank(r) {
			return -1
		}
		return r
	}, s)
}

// TestTextIsWhole demands that the page shows every visible rune of the report,
// in order, whatever is marked in it; and the title once, above it.
func TestTextIsWhole(t *testing.T) {
	for name, set := range states(t) {
		if name == "hostile" || name == "empty" {
			continue // control characters are dropped; nothing to show
		}
		root, _ := pagetest.Parse(t, New(alone(set), locale.ZhCN).Render)
		want := string(set.Report.Text.Runes())
		if title := set.Report.Title; title.Valid() {
			want = strings.Replace(want, set.Report.Text.Slice(title), "", 1)
		}
		if got := bare(words(pagetest.Find(root, "main")[0])); got != bare(want) {
			t.Errorf("%s: the page shows\n%s\nof\n%s", name, got, bare(want))
		}
	}
}

// TestMarks demands of each entry's mark in the text that it covers what the
// entry is about.
func TestMarks(t *testing.T) {
	set := fixture(t)
	root, _ := pagetest.Parse(t, New(alone(set), locale.ZhCN).Render)
	marks := map[string]string{} // entry → text
	for n := range pagetest.Find(root, "main")[0].Descendants() {
		entry := pagetest.Attr(n, "data-e")
		if href := pagetest.Attr(n, "href"); n.DataAtom == atom.A && pagetest.Attr(n, "class") != "no" && href != "" {
			entry = href[1:]
		}
		if entry != "" {
			marks[entry] += words(n)
		}
	}
	for i, f := range set.Figures {
		if got, want := marks[entryID(figureLetter, i)], set.Report.Text.Slice(f.Quantity.Full); got != want {
			t.Errorf("figure %d is marked as %q, want %q", i, got, want)
		}
	}
	for i, p := range set.Pledges {
		if got, want := marks[entryID(pledgeLetter, i)], set.Report.Text.Slice(p.Pos); got != want {
			t.Errorf("pledge %d is marked as %q, want %q", i, got, want)
		}
	}
	for i, m := range set.Mechanisms {
		if got, want := marks[entryID(mechanismLetter, i)], m.Name; got != want {
			t.Errorf("mechanism %d is marked as %q, want %q", i, got, want)
		}
	}
}

func TestHeadings(t *testing.T) {
	root, _ := pagetest.Parse(t, New(alone(fixture(t)), locale.ZhCN).Render)
	var got []string
	for n := range pagetest.Find(root, "main")[0].Descendants() {
		if slices.Contains([]string{"h2", "h3", "h4"}, n.Data) || n.Data == "span" && strings.HasPrefix(pagetest.Attr(n, "class"), classHeading) {
			got = append(got, n.Data+" "+words(n))
		}
	}
	want := []string{
		"h2 一、2023年工作回顾", "span （一）生产恢复好于年初预计。", "span （二）民生账一笔一笔兑现。", "span （三）差距和不足。",
		"h2 二、2024年主要目标", "h2 三、2024年工作安排", "span （一）把产业做实。", "span （二）把民生办细。", "h2 四、政府自身建设",
	}
	if !slices.Equal(got, want) {
		t.Errorf("headings\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestFilter(t *testing.T) {
	p := New(alone(fixture(t)), locale.ZhCN)
	section := p.Outline[1].Index // （一）生产恢复好于年初预计
	for query, want := range map[string]int{
		"":                              p.Total,
		"kind=target":                   countKind(p, TargetEntry),
		"kind=pledge":                   countKind(p, PledgeEntry),
		"kind=doubt":                    2,
		"kind=nonsense":                 p.Total,
		fmt.Sprint("section=", section): 8,
		fmt.Sprint("section=", section, "&kind=doubt"): 1,
		"section=-3":  p.Total,
		"section=999": 0,
		"q=失业率":       4,
		"q=失业率+5.1":   1,
		"q=ＵＮＥＭＰＬＯＹＭＥＮＴ.surveyed": 3,
		"q=%3Cscript%3E":                  0,
		"q=" + strings.Repeat("长", 10000): 0,
	} {
		values, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		f := ParseFilter(values)
		q := p.Filtered(f)
		if q.Shown != want {
			t.Errorf("%.40s shows %d entries, want %d", query, q.Shown, want)
		}
		if again := ParseFilter(f.Params()); again != f {
			t.Errorf("%.40s: the filter %v reads back as %v", query, f, again)
		}
		root, _ := pagetest.Parse(t, q.Render)
		hidden := 0
		for _, n := range pagetest.Find(root, "details") {
			if slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "hidden" }) {
				hidden++
			}
		}
		if hidden != p.Total-want {
			t.Errorf("%.40s hides %d entries, want %d", query, hidden, p.Total-want)
		}
	}
	if p.Shown != p.Total {
		t.Error("filtering changed the page it was made from")
	}
}

// TestSetsHaveWords demands a word for every value of the statement's sets.
func TestSetsHaveWords(t *testing.T) {
	sets := map[string][]string{
		"role":      {statement.Achieved.String(), statement.Target.String(), statement.Required.String(), statement.Reference.String()},
		"kind":      {statement.Level.String(), statement.Growth.String(), statement.PP.String(), statement.Share.String(), statement.Completion.String(), statement.Multiple.String(), statement.Rank.String(), statement.Duration.String(), statement.Streak.String(), statement.Count.String()},
		"direction": {string(statement.Up), string(statement.Down)},
		"bound":     {quantity.Exact.String(), quantity.About.String(), quantity.Over.String(), quantity.Under.String(), quantity.Range.String()},
		"base":      {statement.BasePriorPeriod.String(), statement.BaseTarget.String(), statement.BaseAverage.String(), statement.BaseStated.String(), statement.BaseOther.String()},
		"hardness":  {statement.Hard.String(), statement.Soft.String(), "long.hard", "long.soft"},
	}
	for s := report.Opening; s <= report.Discipline; s++ {
		sets["stance"] = append(sets["stance"], s.String())
	}
	for _, k := range entryKinds {
		sets["entry"], sets["sign"] = append(sets["entry"], string(k)), append(sets["sign"], string(k))
	}
	for set, values := range sets {
		for _, v := range values {
			if key := "page." + set + "." + v; !locale.Has(key) {
				t.Errorf("the catalogue has no key %q", key)
			}
		}
	}
}

func TestPeriods(t *testing.T) {
	for in, want := range map[string][2]string{
		"":                {"", ""},
		"2020":            {"2020年", "2020"},
		"2020-11":         {"2020年11月", "2020-11"},
		"2016/2020":       {"2016—2020年", "2016–2020"},
		"2021-01/2021-09": {"2021年1—9月", "2021-01–2021-09"},
		"2020-11/2021-03": {"2020年11月—2021年3月", "2020-11–2021-03"},
	} {
		for _, lang := range locale.All() {
			w := writer{lang: lang}
			if got := w.period(in); got != want[lang] {
				t.Errorf("%q in %s: %q, want %q", in, lang, got, want[lang])
			}
		}
	}
}

// TestAnyMarks puts marks anywhere, also outside the text, and demands that the
// text stays whole, that the HTML stays sound, and that a pledge's mark covers
// exactly its text.
func TestAnyMarks(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := emptySet("x.txt", "一二三四五六七八九十\n甲乙 丙丁戊\n\n　　子丑寅卯\n")
		n := s.Report.Text.Len()
		pos := rapid.Custom(func(rt *rapid.T) document.Position {
			from := rapid.IntRange(0, n).Draw(rt, "from")
			return document.Position{Start: from, End: min(n, from+rapid.IntRange(0, 9).Draw(rt, "length"))}
		})
		for _, p := range rapid.SliceOfN(pos, 0, 6).Draw(rt, "pledges") {
			s.Pledges = append(s.Pledges, statement.Pledge{Pos: p})
		}
		for _, p := range rapid.SliceOfN(pos, 0, 6).Draw(rt, "figures") {
			s.Figures = append(s.Figures, statement.Figure{Pos: p})
		}
		for _, p := range rapid.SliceOfN(pos, 0, 4).Draw(rt, "mechanisms") {
			s.Mechanisms = append(s.Mechanisms, statement.Mechanism{Pos: p, Pledge: -1})
		}
		for _, p := range rapid.SliceOfN(pos, 0, 4).Draw(rt, "doubts") {
			s.Doubts = append(s.Doubts, report.Doubt{Pos: p, Code: "x"})
		}
		root, _ := pagetest.Parse(t, New(alone(s), locale.ZhCN).Render)
		pagetest.Check(t, root, false)
		main := pagetest.Find(root, "main")[0]
		if got, want := bare(words(main)), bare(string(s.Report.Text.Runes())); got != want {
			rt.Fatalf("the page shows %q of %q", got, want)
		}
		for i, p := range s.Pledges {
			got := ""
			for _, span := range pagetest.Find(main, "span") {
				if pagetest.Attr(span, "data-e") == entryID(pledgeLetter, i) {
					got += words(span)
				}
			}
			want := ""
			if p.Pos.Valid() {
				want = bare(s.Report.Text.Slice(p.Pos))
			}
			if bare(got) != want {
				rt.Fatalf("pledge %d is marked as %q, want %q", i, got, want)
			}
		}
		if t.Failed() {
			rt.Fatal("the HTML is not sound")
		}
	})
}

func TestPercentNeverRoundsUp(t *testing.T) {
	for _, tt := range []struct {
		part, whole int
		want        string
	}{{0, 3, "0.0%"}, {1, 3, "33.3%"}, {2, 3, "66.6%"}, {3, 3, "100.0%"}, {9999, 10000, "99.9%"}} {
		if got := percent(tt.part, tt.whole); got != tt.want {
			t.Errorf("%d of %d: %s, want %s", tt.part, tt.whole, got, tt.want)
		}
	}
}

// maxPage is what the page of a large report may weigh.
const maxPage = 3 << 19

// large is a report of some 15,000 runes with 300 pledges and 230 figures.
func large() *statement.Set {
	sentence := "在东河县、石湾区和沿海各镇新建改建养老服务中心9个，新增护理床位600多张，让老人在家门口就能享受服务。"
	s := emptySet("large.txt", strings.Repeat("　　"+strings.Repeat(sentence, 3)+"\n", 100))
	runes := s.Report.Text.Runes()
	for i, r := range runes {
		at := document.Position{Start: i, End: i + 1}
		switch {
		case r == '在' && runes[i+1] == '东':
			s.Pledges = append(s.Pledges, statement.Pledge{
				Pos: document.Position{Start: i, End: i + 38}, Hardness: statement.Hard, Verbs: []string{"新建", "改建", "新增"},
				Objects: []string{"养老服务中心", "护理床位"}, Places: []string{"东河县", "石湾区"}, Trace: []string{"pledge-modal", "pledge-verb"},
			})
		case r == '9' && len(s.Figures) < 230:
			p := &s.Pledges[len(s.Pledges)-1]
			p.Figures = append(p.Figures, len(s.Figures))
			s.Figures = append(s.Figures, statement.Figure{
				Pos: at, Subject: "养老服务中心", Indicator: "elderly.care.centres", Kind: statement.Level, Role: statement.Target,
				Period: "2024", Region: "东河县、石湾区和沿海各镇", Trace: []string{"subject-clause-head", "period-section", "role-stance"},
			})
		}
	}
	return s
}

func TestLargePage(t *testing.T) {
	s := large()
	if len(s.Pledges) != 300 || len(s.Figures) != 230 {
		t.Fatalf("the report has %d pledges and %d figures", len(s.Pledges), len(s.Figures))
	}
	_, source := pagetest.Parse(t, New(alone(s), locale.ZhCN).WriteStandalone)
	if len(source) > maxPage {
		t.Errorf("the page weighs %d bytes, over %d", len(source), maxPage)
	}
	t.Logf("%d runes, %d bytes", s.Report.Text.Len(), len(source))
}

func BenchmarkPage(b *testing.B) {
	s := large()
	for b.Loop() {
		if err := New(alone(s), locale.ZhCN).Render(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
