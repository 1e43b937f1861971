package statement_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"pledger/document"
	"pledger/examples"
	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
	"pledger/statement"
)

// extract reads a text with the embedded dictionaries.
func extract(text string) *statement.Set {
	return statement.Extract(report.Parse(document.FromString("test.txt", text)), lexicon.Default())
}

// walker collects what is wrong with a set.
type walker struct {
	set   *statement.Set
	whole document.Position
	wrong []string
}

func (w *walker) check(ok bool, format string, args ...any) {
	if !ok {
		w.wrong = append(w.wrong, fmt.Sprintf(format, args...))
	}
}

// walk returns what is wrong with the positions and references of set: every
// piece inside its text and its parent, in order, and saying the same of each
// other from both sides.
func walk(set *statement.Set) []string {
	w := &walker{set: set, whole: document.Position{Start: 0, End: set.Report.Text.Len()}}
	w.mentions()
	w.figures()
	w.pledges()
	w.mechanisms()
	for _, d := range set.Doubts {
		w.check(d.Pos.Len() == 0 || inside(d.Pos, w.whole), "doubt %s %v is outside the text", d.Code, d.Pos)
	}
	return w.wrong
}

func (w *walker) mentions() {
	end, figures := 0, 0
	for i, m := range w.set.Mentions {
		w.check(m.Pos.Start >= end && inside(m.Pos, w.whole), "mention %d %v does not follow %d", i, m.Pos, end)
		end = m.Pos.End
		w.check((m.What == statement.IsFigure) == (m.Figure >= 0), "mention %d is %s and has figure %d", i, m.What, m.Figure)
		if m.Figure >= 0 {
			w.check(m.Figure == figures && m.Figure < len(w.set.Figures) && w.set.Figures[m.Figure].Pos == m.Pos,
				"mention %d has figure %d, of %d", i, m.Figure, figures)
			figures++
		}
	}
	w.check(figures == len(w.set.Figures), "%d figures, %d mentions of them", len(w.set.Figures), figures)
	c := w.set.Coverage
	w.check(c.Numbers == len(w.set.Mentions) && c.Figures == figures && c.Read <= c.Numbers && c.Linked <= c.Figures && c.Doubts == len(w.set.Doubts),
		"coverage %+v of %d mentions, %d figures, %d doubts", c, len(w.set.Mentions), figures, len(w.set.Doubts))
}

func (w *walker) figures() {
	rep, end := w.set.Report, 0
	for i := range w.set.Figures {
		f := &w.set.Figures[i]
		if f.Section < 0 || f.Section >= len(rep.Sections) || f.Clause < 0 || f.Clause >= len(rep.Clauses) {
			w.check(false, "figure %d has section %d, clause %d", i, f.Section, f.Clause)
			continue
		}
		w.check(f.Pos.Start >= end && inside(f.Pos, f.Quote), "figure %d %v does not follow %d inside its quote %v", i, f.Pos, end, f.Quote)
		end = f.Pos.End
		clause := rep.Clauses[f.Clause]
		w.check(f.Quote == clause.Pos, "figure %d quotes %v, its clause is %v", i, f.Quote, clause.Pos)
		w.check(f.Section == rep.Sentences[clause.Sentence].Section, "figure %d is in section %d, its sentence in another", i, f.Section)
		w.check(f.Base.Pos.Len() == 0 || inside(f.Base.Pos, w.whole), "figure %d has its base at %v", i, f.Base.Pos)
		w.check(f.Quantity.Pos == f.Pos, "figure %d is at %v, its quantity at %v", i, f.Pos, f.Quantity.Pos)
		w.check(f.Kind != 0 && f.Role != 0 && len(f.Trace) > 0, "figure %d has kind %q, role %q, trace %q", i, f.Kind, f.Role, f.Trace)
	}
}

func (w *walker) pledges() {
	rep, end := w.set.Report, 0
	for i := range w.set.Pledges {
		p := &w.set.Pledges[i]
		w.check(p.Pos.Start >= end && p.Pos.Len() > 0 && inside(p.Pos, w.whole), "pledge %d %v does not follow %d", i, p.Pos, end)
		end = p.Pos.End
		if p.Section < 0 || p.Section >= len(rep.Sections) {
			w.check(false, "pledge %d has section %d", i, p.Section)
			continue
		}
		w.check(inside(p.Pos, rep.Sections[p.Section].Pos), "pledge %d %v is outside section %d", i, p.Pos, p.Section)
		w.check(p.Hardness == statement.Hard || p.Hardness == statement.Soft, "pledge %d has hardness %q", i, p.Hardness)
		w.check(slices.IsSorted(p.Figures), "pledge %d has figures %v", i, p.Figures)
		for _, f := range p.Figures {
			w.check(f >= 0 && f < len(w.set.Figures) && inside(w.set.Figures[f].Pos, p.Pos), "pledge %d %v holds figure %d", i, p.Pos, f)
		}
	}
}

func (w *walker) mechanisms() {
	start := 0
	for i, m := range w.set.Mechanisms {
		w.check(m.Pos.Start >= start && m.Pos.Len() > 0 && inside(m.Pos, w.whole), "mechanism %d %v is out of order", i, m.Pos)
		start = m.Pos.Start
		w.check(m.Section >= 0 && m.Section < len(w.set.Report.Sections), "mechanism %d has section %d", i, m.Section)
		w.check(strings.Contains(m.Name, m.Head), "mechanism %d %s has head %s", i, m.Name, m.Head)
		if m.Pledge >= 0 {
			w.check(m.Pledge < len(w.set.Pledges) && inside(m.Pos, w.set.Pledges[m.Pledge].Pos), "mechanism %d %v is in pledge %d", i, m.Pos, m.Pledge)
		}
	}
}

// inside reports whether p lies in q.
func inside(p, q document.Position) bool {
	return q.Start <= p.Start && p.Start <= p.End && p.End <= q.End
}

// ownTexts are the sample and the short reports of testdata, by name.
func ownTexts(t testing.TB) map[string]string {
	texts := map[string]string{examples.SampleName: examples.Sample}
	files, err := filepath.Glob("testdata/mini/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no short reports in testdata/mini (%v)", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(f)] = string(data)
	}
	return texts
}

func TestWalk(t *testing.T) {
	for name, text := range ownTexts(t) {
		for _, w := range walk(extract(text)) {
			t.Errorf("%s: %s", name, w)
		}
	}
}

// sameSet compares sets; the report, which holds the whole text, is compared
// where it matters.
var sameSet = cmp.Options{
	cmpopts.IgnoreFields(statement.Set{}, "Report"),
	cmpopts.IgnoreUnexported(statement.Figure{}),
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b quantity.Quantity) bool { return fmt.Sprint(a) == fmt.Sprint(b) }),
}

// TestExtractTwice: the same report gives the same set, and neither text nor
// structure is changed by reading it.
func TestExtractTwice(t *testing.T) {
	for name, text := range ownTexts(t) {
		rep := report.Parse(document.FromString("test.txt", text))
		fresh := report.Parse(document.FromString("test.txt", text))
		first := statement.Extract(rep, lexicon.Default())
		second := statement.Extract(rep, lexicon.Default())
		if diff := cmp.Diff(first, second, sameSet); diff != "" {
			t.Errorf("%s: the second reading differs (-first +second):\n%s", name, diff)
		}
		if diff := cmp.Diff(fresh, rep, cmpopts.IgnoreFields(report.Report{}, "Text"), cmpopts.IgnoreUnexported(report.Report{})); diff != "" {
			t.Errorf("%s: the reading changed the report (-before +after):\n%s", name, diff)
		}
		if !slices.Equal(fresh.Text.Runes(), rep.Text.Runes()) {
			t.Errorf("%s: the reading changed the text", name)
		}
	}
}

// TestExtractBehindAParagraph: what stands before a report moves every position
// by its length and changes nothing else of figures and pledges.
func TestExtractBehindAParagraph(t *testing.T) {
	const before = "本网讯\n\n"
	shift := len([]rune(before))
	for name, text := range ownTexts(t) {
		plain, moved := extract(text), extract(before+text)
		for i := range moved.Figures {
			f := &moved.Figures[i]
			f.Pos, f.Quote, f.Quantity.Pos = back(f.Pos, shift), back(f.Quote, shift), back(f.Quantity.Pos, shift)
			f.Base.Pos = back(f.Base.Pos, shift)
		}
		for i := range moved.Pledges {
			moved.Pledges[i].Pos = back(moved.Pledges[i].Pos, shift)
		}
		opts := append(slices.Clone(sameSet), cmpopts.IgnoreFields(statement.Figure{}, "Clause"))
		if diff := cmp.Diff(plain.Figures, moved.Figures, opts); diff != "" {
			t.Errorf("%s: figures (-alone +behind a paragraph):\n%s", name, diff)
		}
		if diff := cmp.Diff(plain.Pledges, moved.Pledges, opts); diff != "" {
			t.Errorf("%s: pledges (-alone +behind a paragraph):\n%s", name, diff)
		}
	}
}

// back is p moved to the left by n; an empty position stays as it is.
func back(p document.Position, n int) document.Position {
	if p.Len() == 0 {
		return p
	}
	return document.Position{Start: p.Start - n, End: p.End - n}
}

// fragments are what the fuzzer starts from beside the whole reports.
var fragments = []string{
	"", "。", "%", "一", "第", "比", "由到", "分别", "分别为%和%", "其中，", "占", "的3倍", "比增长5%",
	"二、2024年工作安排\n力争、不低于、5%。",
	"新增甲、乙、丙分别1、2、3个，增长4%、5%、6%。",
	"由2015年的3019元增加到5000元，年均增长；从、提高到；",
	"一、2024年目标\n控制在5%以内；达到；完成年度任务的105.5%，低于控制目标0.7个百分点，是全国平均的2.6倍，居第3位，连续3年。",
	"“十三五”期间，到2025年，11月底前，前三季度，五年来，去年同期：新建3所、改造5所。6月底前建立林长制。",
}

// FuzzExtract demands of any text that what is read of it keeps its positions
// and references and leaves the text alone.
func FuzzExtract(f *testing.F) {
	for _, s := range fragments {
		f.Add(s)
	}
	for _, s := range ownTexts(f) {
		f.Add(s)
	}
	lex := lexicon.Default()
	const longest = 1 << 13 // bytes; longer inputs only repeat
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > longest {
			t.Skip("longer than what the fuzzer tries")
		}
		text := document.FromString("fuzz.txt", s)
		before := slices.Clone(text.Runes())
		set := statement.Extract(report.Parse(text), lex)
		for _, w := range walk(set) {
			t.Error(w)
		}
		if !slices.Equal(before, text.Runes()) {
			t.Error("the text was changed")
		}
	})
}
