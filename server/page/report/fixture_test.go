package report

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"pledger/audit"
	"pledger/document"
	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
	"pledger/statement"
)

// span is one ⟨header|content⟩ of a fixture, with the place of its content.
type span struct {
	words []string          // the header's words without a =
	attrs map[string]string // the header's name=value words
	pos   document.Position
}

// parseFixture takes the marks out of a fixture's text.
func parseFixture(t *testing.T, marked string) (string, []span) {
	t.Helper()
	var text []rune
	var all []span
	var open []int
	runes := []rune(marked)
	for i := 0; i < len(runes); i++ {
		switch runes[i] {
		case '⟨':
			end := i + slices.Index(runes[i:], '|')
			s := span{attrs: map[string]string{}}
			for _, word := range strings.Fields(string(runes[i+1 : end])) {
				if name, value, ok := strings.Cut(word, "="); ok {
					s.attrs[name] = value
				} else {
					s.words = append(s.words, word)
				}
			}
			s.pos.Start = len(text)
			open = append(open, len(all))
			all = append(all, s)
			i = end
		case '⟩':
			if len(open) == 0 {
				t.Fatal("a mark of the fixture closes that never opened")
			}
			all[open[len(open)-1]].pos.End = len(text)
			open = open[:len(open)-1]
		default:
			text = append(text, runes[i])
		}
	}
	if len(open) > 0 {
		t.Fatal("a mark of the fixture does not close")
	}
	return string(text), all
}

// fixture is the set that the marks of testdata/qinglan.txt state.
func fixture(t *testing.T) *statement.Set {
	t.Helper()
	data, err := os.ReadFile("testdata/qinglan.txt")
	if err != nil {
		t.Fatal(err)
	}
	text, spans := parseFixture(t, string(data))
	b := &setBuilder{t: t, text: []rune(text), set: emptySet("qinglan.txt", text)}
	for _, s := range spans {
		b.add(s)
	}
	b.finish()
	return b.set
}

// alone is set without what the audit finds.
func alone(set *statement.Set) *audit.Findings { return &audit.Findings{This: set} }

// emptySet is the set of a report that states nothing.
func emptySet(name, text string) *statement.Set {
	doc := document.FromString(name, text)
	whole := report.Section{Pos: document.Position{Start: 0, End: doc.Len()}, Parent: -1}
	return &statement.Set{Report: &report.Report{Text: doc, Sections: []report.Section{whole}}}
}

// setBuilder makes a set of a fixture's marks.
type setBuilder struct {
	t    *testing.T
	text []rune
	set  *statement.Set
}

// add puts in what one mark states.
func (b *setBuilder) add(s span) {
	r := b.set.Report
	section := len(r.Sections) - 1
	switch s.words[0] {
	case "title":
		r.Title, r.Government, r.Year = s.pos, "青岚市", 2024
	case "date":
		r.Date = s.pos
	case "speaker":
		r.Speaker = s.pos
	case "s":
		b.section(s)
	case "label":
		last := &r.Sections[section]
		last.Label, last.Heading.Start = s.pos, s.pos.End
	case "f":
		b.figure(s, section)
	case "p":
		b.set.Pledges = append(b.set.Pledges, statement.Pledge{
			Pos: s.pos, Section: section, Verbs: s.words[2:], Hardness: named(b.t, s.words[1], statement.Hard, statement.Soft),
			Deadline: s.attrs["per"], Places: present(strings.Split(s.attrs["at"], "、")...),
			Trace: []string{"pledge-modal", "pledge-verb"},
		})
	case "m":
		b.set.Mechanisms = append(b.set.Mechanisms, statement.Mechanism{
			Pos: s.pos, Name: s.words[1], Head: string([]rune(s.words[1])[len([]rune(s.words[1]))-2:]),
			Section: section, Pledge: -1,
		})
	case "d":
		b.set.Doubts = append(b.set.Doubts, report.Doubt{Pos: s.pos, Code: s.words[1], Args: []string{"近"}})
	default:
		b.t.Fatalf("the fixture has a mark %q", s.words[0])
	}
}

// section begins a section; it ends where the next of its level begins.
func (b *setBuilder) section(s span) {
	r := b.set.Report
	level := int(s.words[1][0] - '0')
	n := report.Section{Heading: s.pos, Level: level, Stance: stances[s.words[2]]}
	for n.Parent = len(r.Sections) - 1; r.Sections[n.Parent].Level >= level; n.Parent = r.Sections[n.Parent].Parent {
	}
	n.Pos = document.Position{Start: s.pos.Start, End: len(b.text)}
	for i := range r.Sections {
		if r.Sections[i].Level >= level && r.Sections[i].Pos.End > s.pos.Start {
			r.Sections[i].Pos.End = s.pos.Start
		}
	}
	r.Sections = append(r.Sections, n)
}

// stances are the words by which a fixture names them.
var stances = map[string]report.Stance{
	"review": report.Review, "problems": report.Problems, "goals": report.Goals,
	"arrangement": report.Arrangement, "discipline": report.Discipline,
}

// figure puts in a figure.
func (b *setBuilder) figure(s span, section int) {
	a := s.attrs
	num := strings.Index(string(b.text[s.pos.Start:s.pos.End]), a["num"])
	if num < 0 {
		b.t.Fatalf("the fixture's figure %v does not hold its number", a)
	}
	start := s.pos.Start + len([]rune(string(b.text[s.pos.Start:s.pos.End])[:num]))
	f := statement.Figure{
		Pos:   document.Position{Start: start, End: start + len([]rune(a["num"]))},
		Quote: s.pos, Subject: a["sub"], Indicator: a["ind"], Kind: statement.KindNamed(a["kind"]),
		Direction: statement.Direction(a["dir"]), Base: statement.Base{Kind: named(b.t, a["base"], 0, statement.BasePriorPeriod, statement.BaseTarget, statement.BaseAverage, statement.BaseStated, statement.BaseOther)},
		Period: a["per"], Role: named(b.t, a["role"], 0, statement.Achieved, statement.Target, statement.Required, statement.Reference), Region: a["reg"], Section: section,
		Trace: []string{"subject-clause-head", "period-section", "role-stance"},
	}
	if f.Role == 0 {
		f.Role = statement.Achieved
	}
	bound, known := quantity.BoundNamed(a["bound"])
	if !known {
		b.t.Fatalf("the fixture has no bound %q", a["bound"])
	}
	f.Quantity = quantity.Quantity{Pos: f.Pos, Full: s.pos, Bound: bound, Value: interval(b.t, a["lo"], a["hi"])}
	f.Quantity.Nominal = nominal(f.Quantity.Value, f.Quantity.Bound)
	if f.Quantity.Bound == 0 {
		f.Quantity.Bound = quantity.Exact
	}
	if a["unit"] != "" {
		f.Quantity.Unit = &lexicon.Unit{Name: a["unit"]}
	}
	b.set.Figures = append(b.set.Figures, f)
}

// named is the one of values with this name.
func named[T fmt.Stringer](t *testing.T, name string, values ...T) T {
	t.Helper()
	for _, v := range values {
		if v.String() == name {
			return v
		}
	}
	t.Fatalf("the fixture has no %q", name)
	return values[0]
}

// interval is [lo, hi], with an empty end unbounded.
func interval(t *testing.T, lo, hi string) quantity.Interval {
	t.Helper()
	end := func(s string) quantity.End {
		if s == "" {
			return quantity.End{}
		}
		d, err := quantity.ParseDecimal(s)
		if err != nil {
			t.Fatal(err)
		}
		return quantity.End{Value: d, Kind: quantity.Closed}
	}
	return quantity.Interval{Lo: end(lo), Hi: end(hi)}
}

// nominal is the number that x was written as.
func nominal(x quantity.Interval, b quantity.Bound) quantity.Decimal {
	switch {
	case b == quantity.Over:
		return x.Lo.Value
	case b == quantity.Under:
		return x.Hi.Value
	}
	return x.Lo.Value.Add(x.Hi.Value).Mul(quantity.NewDecimal(5, -1))
}

// finish ties figures to the pledges around them and counts.
func (b *setBuilder) finish() {
	s := b.set
	for i := range s.Pledges {
		for j, f := range s.Figures {
			if s.Pledges[i].Pos.Contains(f.Pos) {
				s.Pledges[i].Figures = append(s.Pledges[i].Figures, j)
			}
		}
		for j := range s.Mechanisms {
			if s.Pledges[i].Pos.Contains(s.Mechanisms[j].Pos) {
				s.Mechanisms[j].Pledge = i
			}
		}
	}
	s.Coverage = statement.Coverage{Numbers: len(s.Figures) + 14, Read: len(s.Figures) + 13, Figures: len(s.Figures), Doubts: len(s.Doubts)}
	for _, f := range s.Figures {
		if f.Indicator != "" {
			s.Coverage.Linked++
		}
	}
}
