package report

import (
	"slices"

	"pledger/audit"
)

// checkSigns stand at a figure for the worst that the audit found of it: it does
// not fit, it fits but for a cut digit, it is not to be compared, something
// follows from it, it fits. They differ in form, not in colour alone.
var checkSigns = map[string]string{
	string(audit.GradeError): "≠", string(audit.GradeRounding): "≈", string(audit.NotComparable): "∥",
	string(audit.Implied): "∴", string(audit.Holds): "=",
}

// checkClass is the class of a figure's mark for the worst found of it.
func checkClass(r *audit.Relation) string {
	if r.Result == audit.Contradicts {
		return classApart
	}
	return classChecked
}

// checksOf maps each figure of this report to its relations, the worst first.
func checksOf(found *audit.Findings) map[int][]int {
	all := map[int][]int{}
	for i, r := range found.Relations {
		for _, f := range r.Figures {
			if !f.Last && !slices.Contains(all[f.Figure], i) {
				all[f.Figure] = append(all[f.Figure], i)
			}
		}
	}
	for _, of := range all {
		slices.SortStableFunc(of, func(a, b int) int {
			return found.Relations[a].Severity() - found.Relations[b].Severity()
		})
	}
	return all
}

// worst is the worst relation of the i-th figure; nil where it has none.
func (w *writer) worst(i int) *audit.Relation {
	if of := w.checks[i]; len(of) > 0 {
		return &w.found.Relations[of[0]]
	}
	return nil
}

// finding is the entry of the i-th relation. It stands in the list where the
// likeliest culprit does, or else its first figure.
func (w *writer) finding(i int) Entry {
	r := &w.found.Relations[i]
	e := Entry{
		ID: entryID(findingLetter, i), Kind: FindingEntry, Number: i + 1,
		Title: w.found.Relation(*r), Value: w.found.Verdict(*r), Facts: present(w.found.Figures(*r)),
		Card: w.findingCard(r), Apart: r.Result == audit.Contradicts,
	}
	cited := r.Figures
	if r.Suspect != nil {
		cited = append([]audit.Ref{*r.Suspect}, cited...)
	}
	for _, f := range cited {
		if id := entryID(figureLetter, f.Figure); !f.Last && !slices.Contains(e.Cites, id) {
			e.Cites = append(e.Cites, id)
		}
		if !f.Last && !e.pos.Valid() {
			e.pos = full(&w.set.Figures[f.Figure])
			e.section = w.set.Figures[f.Figure].Section
		}
	}
	return e
}

// findingCard is the card of a relation: its figures, the sentences they stand
// in, the working and the likeliest culprit.
func (w *writer) findingCard(r *audit.Relation) []Field {
	c := cardWriter{writer: w}
	var refs []Ref
	for _, f := range r.Figures {
		if !f.Last {
			refs = append(refs, Ref{entryID(figureLetter, f.Figure), w.found.Figure(f)})
		}
	}
	c.refs("page.field.figures", refs)
	c.lines("page.field.working", w.found.Working(*r))
	c.words("page.field.suspect", w.found.Suspect(*r))
	var quotes []string
	for _, q := range w.found.Quotes(*r) {
		q.File = fileName(q.File)
		quotes = append(quotes, q.String())
	}
	c.lines("page.field.sentences", quotes)
	return c.fields
}
