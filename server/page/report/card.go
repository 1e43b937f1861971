package report

import (
	"fmt"
	"strings"

	"pledger/document"
	"pledger/statement"
)

// Field is one line of a card.
type Field struct {
	Label string
	Value string
	Code  bool     // Value is a code or an offset, not words
	Refs  []Ref    // other entries that the field names
	Lines []string // steps, one below the other
}

// Ref leads to another entry of the list.
type Ref struct {
	Entry string
	Label string
}

// cardWriter gathers fields.
type cardWriter struct {
	*writer
	fields []Field
}

// words adds a field of words; one without a value says so where that is a
// finding in itself, see unstated.
func (c *cardWriter) words(key, value string) {
	if value != "" {
		c.fields = append(c.fields, Field{Label: c.text(key), Value: value})
	}
}

// unstated adds a field whose absence the reader must see.
func (c *cardWriter) unstated(key, value, absent string) {
	if value == "" {
		value = c.text(absent)
	}
	c.words(key, value)
}

// code adds a field that holds a code.
func (c *cardWriter) code(key, value string) {
	if value != "" {
		c.fields = append(c.fields, Field{Label: c.text(key), Value: value, Code: true})
	}
}

// refs adds a field that names other entries.
func (c *cardWriter) refs(key string, refs []Ref) {
	if len(refs) > 0 {
		c.fields = append(c.fields, Field{Label: c.text(key), Refs: refs})
	}
}

// lines adds a field of several lines.
func (c *cardWriter) lines(key string, lines []string) {
	if len(lines) > 0 {
		c.fields = append(c.fields, Field{Label: c.text(key), Lines: lines})
	}
}

// place adds where the entry stands, as the JSON Lines state it.
func (c *cardWriter) place(pos document.Position) {
	if pos.Valid() {
		c.code("page.field.position", fmt.Sprintf("at %d · len %d", pos.Start, pos.Len()))
	}
}

// trace adds the rules that made the entry, in their order.
func (c *cardWriter) trace(rules []string) {
	c.code("page.field.trace", strings.Join(rules, " → "))
}

// figureCard is the card of the i-th figure.
func (w *writer) figureCard(i int) []Field {
	f := &w.set.Figures[i]
	c := cardWriter{writer: w}
	c.code("page.field.value", f.Quantity.ValueString())
	c.code("page.field.interval", w.interval(f))
	c.unstated("page.field.unit", f.Quantity.UnitName(), "page.none")
	c.words("page.field.bound", w.name("bound", f.Quantity.Bound.String()))
	c.words("page.field.kind", w.name("kind", f.Kind.String()))
	c.words("page.field.direction", w.name("direction", string(f.Direction)))
	c.words("page.field.base", w.base(f.Base))
	c.unstated("page.field.period", w.period(f.Dated()), "page.unknown")
	c.words("page.field.role", w.name("role", f.Role.String()))
	c.unstated("page.field.region", f.Region, "page.region.whole")
	if f.Indicator != "" {
		c.code("page.field.indicator", f.Indicator)
	} else {
		c.words("page.field.indicator", w.text("page.indicator.none"))
	}
	if p, ok := w.pledges[i]; ok {
		c.refs("page.field.pledge", []Ref{w.pledgeRef(p)})
	}
	for _, k := range w.checks[i] {
		r := w.found.Relations[k]
		c.fields = append(c.fields, Field{
			Label: c.text("page.field.finding"),
			Refs:  []Ref{{entryID(findingLetter, k), w.found.Line(r)}}, Lines: w.found.Working(r),
		})
	}
	c.trace(f.Trace)
	c.place(f.Pos)
	return c.fields
}

// base is a comparison base: its kind and, where the report has them, its words.
func (w *writer) base(b statement.Base) string {
	name, words := w.name("base", b.Kind.String()), w.quote(b.Pos)
	if name == "" || words == "" {
		return name
	}
	return w.text("page.base.words", name, words)
}

// pledgeCard is the card of the i-th pledge.
func (w *writer) pledgeCard(i int) []Field {
	p := &w.set.Pledges[i]
	c := cardWriter{writer: w}
	c.words("page.field.verbs", strings.Join(p.Verbs, "、"))
	c.words("page.field.objects", strings.Join(p.Objects, "、"))
	var refs []Ref
	for _, f := range p.Figures {
		if f >= 0 && f < len(w.set.Figures) {
			refs = append(refs, Ref{entryID(figureLetter, f), w.written(&w.set.Figures[f])})
		}
	}
	c.refs("page.field.figures", refs)
	c.words("page.field.hardness", w.name("hardness.long", p.Hardness.String()))
	c.words("page.field.deadline", w.deadline(p.Deadline))
	c.words("page.field.places", strings.Join(p.Places, "、"))
	c.trace(p.Trace)
	c.place(p.Pos)
	return c.fields
}

// pledgeRef leads to the i-th pledge.
func (w *writer) pledgeRef(i int) Ref {
	return Ref{entryID(pledgeLetter, i), w.text("page.pledge.number", i+1)}
}

// mechanismCard is the card of the i-th mechanism.
func (w *writer) mechanismCard(i int) []Field {
	m := &w.set.Mechanisms[i]
	c := cardWriter{writer: w}
	c.words("page.field.head", m.Head)
	if m.Pledge >= 0 && m.Pledge < len(w.set.Pledges) {
		c.refs("page.field.pledge", []Ref{w.pledgeRef(m.Pledge)})
	}
	c.place(m.Pos)
	return c.fields
}

// doubtCard is the card of the i-th doubt.
func (w *writer) doubtCard(i int) []Field {
	d := &w.doubts[i]
	c := cardWriter{writer: w}
	c.words("page.field.words", w.quote(d.Pos))
	c.code("page.field.code", d.Code)
	c.place(d.Pos)
	return c.fields
}
