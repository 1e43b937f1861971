package export

import (
	"cmp"
	"slices"
	"strconv"

	"golang.org/x/text/width"

	"pledger/document"
	"pledger/locale"
	"pledger/quantity"
	"pledger/report"
	"pledger/statement"
)

// NewReport is the object of the report itself. lang is the language of the
// doubts' sentences.
func NewReport(s *statement.Set, lang locale.Lang) Report {
	r := s.Report
	out := Report{
		Type:       TypeReport,
		File:       r.Text.Name,
		Format:     string(r.Text.Format),
		Encoding:   Optional(r.Text.Encoding),
		Runes:      r.Text.Len(),
		Title:      words(r.Text, r.Title),
		Government: Optional(s.Government),
		Speaker:    words(r.Text, r.Speaker),
		Date:       words(r.Text, r.Date),
		Coverage: Coverage{
			Numbers:  s.Coverage.Numbers,
			Read:     s.Coverage.Read,
			Figures:  s.Coverage.Figures,
			Linked:   s.Coverage.Linked,
			Doubtful: Doubts(s, lang),
		},
	}
	if r.Year != 0 {
		out.Year = &r.Year
	}
	return out
}

// Doubts lists what the report and the statement stage left doubtful, in the
// order of the text; lang is the language of their sentences.
func Doubts(s *statement.Set, lang locale.Lang) []Doubt {
	out := []Doubt{}
	for _, d := range allDoubts(s) {
		args := make([]any, len(d.Args))
		for i := range d.Args {
			args[i] = d.Args[i]
		}
		out = append(out, Doubt{
			At:     d.Pos.Start,
			Len:    d.Pos.Len(),
			Quote:  excerpt(s.Report.Text, d.Pos),
			Code:   d.Code,
			Args:   list(d.Args),
			Reason: lang.Text(d.Code, args...),
		})
	}
	return out
}

// allDoubts joins the doubts of both stages in the order of the text.
func allDoubts(s *statement.Set) []report.Doubt {
	all := slices.Concat(s.Report.Doubts, s.Doubts)
	slices.SortStableFunc(all, func(a, b report.Doubt) int { return cmp.Compare(a.Pos.Start, b.Pos.Start) })
	return all
}

// Sections are the report's numbered parts, in the order of the text.
func Sections(s *statement.Set) []Section {
	out := []Section{}
	for i := range s.Report.Sections {
		if sec := &s.Report.Sections[i]; sec.Level > 0 {
			out = append(out, newSection(s, sec))
		}
	}
	return out
}

// newSection is the object of one numbered part of the report.
func newSection(s *statement.Set, sec *report.Section) Section {
	return Section{
		Type:    TypeSection,
		Place:   place(s, sec.Pos),
		Number:  sec.Number,
		Heading: string(words(s.Report.Text, sec.Heading)),
		Level:   sec.Level,
		Parent:  number(s, sec.Parent),
		Stance:  sec.Stance.String(),
		Period:  sectionPeriod(sec),
	}
}

// sectionPeriod is the year or the span of years that a section is about.
func sectionPeriod(sec *report.Section) Optional {
	switch {
	case sec.SpanStart != 0:
		return Optional(strconv.Itoa(sec.SpanStart) + "/" + strconv.Itoa(sec.SpanEnd))
	case sec.Year != 0:
		return Optional(strconv.Itoa(sec.Year))
	}
	return ""
}

// Figures are the report's figures, in the order of the text.
func Figures(s *statement.Set) []Figure { return objects(s, s.Figures, NewFigure) }

// objects are the objects that of makes of rows, never nil.
func objects[R, O any](s *statement.Set, rows []R, of func(*statement.Set, *R) O) []O {
	out := make([]O, len(rows))
	for i := range rows {
		out[i] = of(s, &rows[i])
	}
	return out
}

// NewFigure is the object of one figure of s.
func NewFigure(s *statement.Set, f *statement.Figure) Figure {
	q := &f.Quantity
	lo, loOpen := end(q.Value.Lo)
	hi, hiOpen := end(q.Value.Hi)
	out := Figure{
		Type:      TypeFigure,
		Place:     place(s, f.Pos),
		Num:       s.Report.Text.Slice(f.Pos),
		Quote:     s.Report.Text.Slice(f.Quote),
		Subject:   f.Subject,
		Indicator: Optional(f.Indicator),
		Value:     q.ValueString(),
		Lo:        lo,
		Hi:        hi,
		LoOpen:    loOpen,
		HiOpen:    hiOpen,
		Unit:      unit(s.Report.Text, q),
		Bound:     q.Bound.String(),
		Kind:      f.Kind.String(),
		Direction: Optional(f.Direction),
		Period:    Optional(f.Dated()),
		Role:      f.Role.String(),
		Region:    Optional(f.Region),
		Section:   number(s, f.Section),
	}
	if f.Base.Kind != 0 {
		out.Base = &Base{f.Base.Kind.String(), words(s.Report.Text, f.Base.Pos)}
	}
	return out
}

// unit is the unit as the text writes it, widths folded: 公斤 where it says
// 公斤; the unit's name where the text leaves it out or writes it in part.
func unit(t *document.Text, q *quantity.Quantity) Optional {
	if q.Unit == nil || !q.UnitText.Valid() {
		return Optional(q.UnitName())
	}
	written := width.Fold.String(t.Slice(q.UnitText))
	for _, name := range q.Unit.Aliases {
		if written == name {
			return Optional(written)
		}
	}
	return Optional(q.Unit.Name)
}

// end is one end of an interval: its value, "" where there is none, and whether
// the end itself is outside.
func end(e quantity.End) (value Optional, open bool) {
	if e.Kind == quantity.Unbounded {
		return "", false
	}
	return Optional(e.Value.String()), e.Kind == quantity.Open
}

// NewQuantity is the object of one written number of t.
func NewQuantity(t *document.Text, q *quantity.Quantity) Quantity {
	out := Quantity{
		Type:  TypeQuantity,
		Place: Place{t.Name, q.Pos.Start, q.Pos.Len()},
		Num:   t.Slice(q.Pos),
		Text:  t.Slice(q.Full),
		Value: Optional(q.ValueString()),
		Unit:  unit(t, q),
		Bound: q.Bound.String(),
	}
	out.Lo, out.LoOpen = end(q.Value.Lo)
	out.Hi, out.HiOpen = end(q.Value.Hi)
	return out
}

// Pledges are the report's pledges, in the order of the text.
func Pledges(s *statement.Set) []Pledge { return objects(s, s.Pledges, newPledge) }

// newPledge is the object of one pledge of s.
func newPledge(s *statement.Set, p *statement.Pledge) Pledge {
	figures := make([]int, len(p.Figures))
	for i, f := range p.Figures {
		figures[i] = s.Figures[f].Pos.Start
	}
	return Pledge{
		Type:     TypePledge,
		Place:    place(s, p.Pos),
		Text:     s.Report.Text.Slice(p.Pos),
		Section:  number(s, p.Section),
		Verbs:    list(p.Verbs),
		Objects:  list(p.Objects),
		Figures:  figures,
		Hardness: p.Hardness.String(),
		Deadline: Optional(p.Deadline),
		Places:   list(p.Places),
	}
}

// Mechanisms are the standing arrangements that the report mentions, in the
// order of the text.
func Mechanisms(s *statement.Set) []Mechanism { return objects(s, s.Mechanisms, newMechanism) }

// newMechanism is the object of one mechanism of s.
func newMechanism(s *statement.Set, m *statement.Mechanism) Mechanism {
	out := Mechanism{
		Type:    TypeMechanism,
		Place:   place(s, m.Pos),
		Name:    m.Name,
		Head:    m.Head,
		Section: number(s, m.Section),
	}
	if m.Pledge >= 0 {
		out.Pledge = &s.Pledges[m.Pledge].Pos.Start
	}
	return out
}

// place is where pos stands.
func place(s *statement.Set, pos document.Position) Place {
	return Place{s.Report.Text.Name, pos.Start, pos.Len()}
}

// number is the number of section i; "" for the whole text and for none.
func number(s *statement.Set, i int) Optional {
	if i <= 0 {
		return ""
	}
	return Optional(s.Report.Sections[i].Number)
}

// words is the text at pos, "" where pos is none.
func words(t *document.Text, pos document.Position) Optional {
	if !pos.Valid() {
		return ""
	}
	return Optional(t.Slice(pos))
}

// maxExcerpt is how many runes of a doubtful stretch are quoted: enough to know
// it by, where the whole text is in doubt.
const maxExcerpt = 60

// excerpt is the text at pos, cut where it is long.
func excerpt(t *document.Text, pos document.Position) string {
	if pos.Len() > maxExcerpt {
		pos.End = pos.Start + maxExcerpt
	}
	return string(words(t, pos))
}

// list is words, never nil, so that JSON has [] and not null.
func list(words []string) []string {
	if words == nil {
		return []string{}
	}
	return words
}
