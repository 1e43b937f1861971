package report

import (
	"cmp"
	_ "embed"
	"slices"

	"pledger/document"
	"pledger/report"
)

// TextTemplate defines the templates that show blocks: "heading", "table" and
// "runs". Pages that show a report's text parse it before their own.
//
//go:embed text.html.tmpl
var TextTemplate string

// MarkKind says how a mark lies in the text.
type MarkKind uint8

// The kinds of mark, the outermost first.
const (
	Holding MarkKind = iota // a span that holds others, with a sign that leads to its entry
	Light                   // a span that leads nowhere
	Leading                 // a link to its entry
)

// Mark is a stretch of the text that a page of its own shows as something.
type Mark struct {
	Pos   document.Position
	Kind  MarkKind
	Class string // of the page's style sheet
	Entry string // the id that it leads to; "" of a Light one
	ID    string // of its first piece; "" for none
	Sign  string // of a Holding one
	Title string // of a Leading one, for a pointer resting on it
}

// Annotate is the report's text with its headings and the marks of another
// page. Marks may come in any order; several may cover the same text.
func Annotate(r *report.Report, marks []Mark) []Block {
	c := &cutter{runes: r.Text.Runes(), placed: map[string]bool{}}
	c.marks = collectMarks(r, nil)
	for _, m := range marks {
		if m.Pos.Valid() && m.Pos.End <= r.Text.Len() {
			c.marks = append(c.marks, mark{
				pos: m.Pos, core: m.Pos, layer: m.Kind.layer(), class: m.Class, entry: m.Entry, id: m.ID, note: m.Sign, title: m.Title,
			})
		}
	}
	slices.SortStableFunc(c.marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.pos.Start, b.pos.Start), cmp.Compare(a.layer, b.layer), cmp.Compare(b.pos.End, a.pos.End))
	})
	for i := range c.marks {
		if c.marks[i].layer == layerFigure {
			c.marks[i].note = "" // print numbers entries of this package only
		}
	}
	return layout(r, c)
}

// layer is the layer of the kind's marks.
func (k MarkKind) layer() layer {
	switch k {
	case Holding:
		return layerPledge
	case Light:
		return layerDoubt
	}
	return layerFigure
}
