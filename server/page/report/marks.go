package report

import (
	"cmp"
	"fmt"
	"slices"

	"pledger/document"
	"pledger/report"
	"pledger/statement"
)

// layer says how deep a mark lies where several cover the same text: the
// first is outermost. Marks up to layerDoubt are spans, the others links.
type layer uint8

const (
	layerHeading layer = iota
	layerPledge
	layerDoubt
	layerMechanism
	layerFigure
)

// holds reports whether marks of the layer are spans that hold others.
func (l layer) holds() bool { return l <= layerDoubt }

// mark is one stretch of the text that is shown as something.
type mark struct {
	pos   document.Position
	core  document.Position // of a figure, its number; else pos
	layer layer
	class string // of the style sheet
	entry string // the id of its entry in the list; "" of a heading
	id    string // the id of its first piece in the text
	note  string // the number by which print refers to its entry
	check string // the sign of what the audit found of a figure; else ""
	title string // a figure's meaning in short, for a pointer resting on it
}

// The classes of the style sheet.
const (
	classHeading   = "run"
	classPledge    = "plg"
	classDoubt     = "dbt"
	classMechanism = "mec"
	classFigure    = "fig"
	classTarget    = "tgt"
	classChecked   = "chk" // a figure that stands in a relation
	classApart     = "bad" // a figure that contradicts others
	classReference = "ref" // a figure held against another: required or reference
)

// markID is the id of an entry's place in the text.
func markID(entry string) string { return "t-" + entry }

// sectionID is the id of a section's heading.
func sectionID(i int) string { return fmt.Sprintf("s%d", i) }

// figureClass is the class of a figure's mark: what was reached, what is
// promised, what is held against it.
func figureClass(f *statement.Figure) string {
	switch f.Role {
	case statement.Target:
		return classTarget
	case statement.Required, statement.Reference:
		return classReference
	}
	return classFigure
}

// collectMarks returns the marks of the report's headings and of the entries, in
// the order of the text.
func collectMarks(r *report.Report, entries []Entry) []mark {
	var marks []mark
	for i, s := range r.Sections {
		if pos := headingPos(s); i > 0 && pos.Valid() {
			marks = append(marks, mark{pos: pos, core: pos, layer: layerHeading, class: classHeading, id: sectionID(i)})
		}
	}
	for _, e := range entries {
		if !e.pos.Valid() || e.Kind == FindingEntry {
			continue
		}
		marks = append(marks, mark{
			pos: e.pos, core: e.core, layer: e.Kind.layer(), class: e.class,
			entry: e.ID, id: markID(e.ID), note: e.Note(), check: e.check, title: e.tip,
		})
	}
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.pos.Start, b.pos.Start), cmp.Compare(a.layer, b.layer), cmp.Compare(b.pos.End, a.pos.End))
	})
	return marks
}
