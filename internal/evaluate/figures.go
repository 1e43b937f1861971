package evaluate

import (
	"strings"

	"golang.org/x/text/width"

	"pledger/document"
	"pledger/export"
	"pledger/report"
	"pledger/statement"
)

// Figures is how well the figures of one text were read.
type Figures struct {
	Found      Found
	Fields     []Accuracy // in the order of the guide, then the combinations
	Mismatches []Mismatch // in the order of the text
}

// field is one column of the comparison.
type field struct {
	name string
	want func(*GoldFigure) string
	got  func(*export.Figure) string
	same func(*GoldFigure, *export.Figure) bool
}

// subjectField and lenientField are the two measures of a subject.
const (
	subjectField = "subject"
	lenientField = "subject (lenient)"
)

// fields are the columns in the order of the guide.
var fields = []field{
	{subjectField, goldSubject, gotSubject, strictSubject},
	{lenientField, goldSubject, gotSubject, lenientSubject},
	{"value", func(g *GoldFigure) string { return g.Value }, func(f *export.Figure) string { return f.Value },
		func(g *GoldFigure, f *export.Figure) bool { return sameValue(g.Value, f.Value) }},
	text("unit", func(g *GoldFigure) string { return g.Unit }, func(f *export.Figure) string { return string(f.Unit) }),
	text("bound", func(g *GoldFigure) string { return g.Bound }, func(f *export.Figure) string { return f.Bound }),
	text("kind", func(g *GoldFigure) string { return g.Kind }, func(f *export.Figure) string { return f.Kind }),
	text("direction", func(g *GoldFigure) string { return g.Direction }, func(f *export.Figure) string { return string(f.Direction) }),
	text("period", func(g *GoldFigure) string { return g.Period }, func(f *export.Figure) string { return string(f.Period) }),
	text("role", func(g *GoldFigure) string { return g.Role }, func(f *export.Figure) string { return f.Role }),
	text("region", func(g *GoldFigure) string { return g.Region }, func(f *export.Figure) string { return string(f.Region) }),
}

// AllFive is the combination that must be right at once for a figure to count
// as understood.
const AllFive = "value+unit+subject+period+role"

// text is a column compared as text, widths folded.
func text(name string, want func(*GoldFigure) string, got func(*export.Figure) string) field {
	return field{name, want, got, func(g *GoldFigure, f *export.Figure) bool {
		return width.Fold.String(want(g)) == width.Fold.String(got(f))
	}}
}

func goldSubject(g *GoldFigure) string {
	return strings.Join(append([]string{g.Subject}, g.Alt...), " | ")
}

func gotSubject(f *export.Figure) string { return f.Subject }

func strictSubject(g *GoldFigure, f *export.Figure) bool {
	strict, _ := sameSubject(f.Subject, append([]string{g.Subject}, g.Alt...))
	return strict
}

func lenientSubject(g *GoldFigure, f *export.Figure) bool {
	_, lenient := sameSubject(f.Subject, append([]string{g.Subject}, g.Alt...))
	return lenient
}

// CompareFigures measures the figures of set against gold. Rows match where
// their offsets are equal; a mention the gold calls a date, a name or nothing
// counts against precision when it was read as a figure.
func CompareFigures(gold []GoldFigure, set *statement.Set) Figures {
	res := compareFigures(gold, export.Figures(set))
	traces := map[int][]string{}
	for i := range set.Mentions {
		traces[set.Mentions[i].Pos.Start] = []string{set.Mentions[i].Rule}
	}
	for i := range set.Figures {
		traces[set.Figures[i].Pos.Start] = set.Figures[i].Trace
	}
	for i := range res.Mismatches {
		m := &res.Mismatches[i]
		m.Context, m.Trace = context(set.Report, m.At), traces[m.At]
	}
	return res
}

// compareFigures is CompareFigures without context and traces.
func compareFigures(gold []GoldFigure, read []export.Figure) Figures {
	at := map[int]*export.Figure{}
	for i := range read {
		at[read[i].At] = &read[i]
	}
	res := Figures{Found: Found{Predicted: len(read)}}
	right := map[string]int{}
	judged := map[int]bool{}
	for i := range gold {
		g := &gold[i]
		f := at[g.At]
		judged[g.At] = true
		switch {
		case g.What != statement.IsFigure && f != nil:
			res.Mismatches = append(res.Mismatches, Mismatch{ID: g.ID, At: g.At, Field: Extra, Want: string(g.What), Got: f.Num})
		case g.What != statement.IsFigure:
		case f == nil:
			res.Found.Gold++
			res.Mismatches = append(res.Mismatches, Mismatch{ID: g.ID, At: g.At, Field: Missing, Want: g.Num})
		default:
			res.Found.Gold++
			res.Found.Matched++
			res.Mismatches = append(res.Mismatches, judge(g, f, right)...)
		}
	}
	for i := range read {
		if !judged[read[i].At] {
			res.Mismatches = append(res.Mismatches, Mismatch{At: read[i].At, Field: Extra, Got: read[i].Num})
		}
	}
	sortMismatches(res.Mismatches)
	for _, name := range append(fieldNames(), AllFive) {
		res.Fields = append(res.Fields, Accuracy{name, right[name], res.Found.Matched, res.Found.Gold})
	}
	return res
}

// judge compares one figure field by field, adds what is right to right and
// returns what is not.
func judge(g *GoldFigure, f *export.Figure, right map[string]int) (wrong []Mismatch) {
	ok := map[string]bool{}
	for _, c := range fields {
		if ok[c.name] = c.same(g, f); ok[c.name] {
			right[c.name]++
		} else if c.name != lenientField {
			wrong = append(wrong, Mismatch{ID: g.ID, At: g.At, Field: c.name, Want: c.want(g), Got: c.got(f)})
		}
	}
	if ok["value"] && ok["unit"] && ok[subjectField] && ok["period"] && ok["role"] {
		right[AllFive]++
	}
	return wrong
}

// fieldNames are the names of the columns, in order.
func fieldNames() []string {
	var names []string
	for _, c := range fields {
		names = append(names, c.name)
	}
	return names
}

// contextRunes is how much text is shown on each side of a place that lies in
// no clause.
const contextRunes = 20

// context is the clause around offset at, without line breaks, or the runes
// near it where no clause was read; "" outside the text.
func context(r *report.Report, at int) string {
	if at < 0 || at >= r.Text.Len() {
		return ""
	}
	p := document.Position{Start: max(0, at-contextRunes), End: min(r.Text.Len(), at+contextRunes)}
	for i := range r.Clauses {
		if c := r.Clauses[i].Pos; c.Start <= at && at < c.End {
			p = c
			break
		}
	}
	return strings.Join(strings.Fields(r.Text.Slice(p)), "")
}
