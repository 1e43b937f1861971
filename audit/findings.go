package audit

import (
	"slices"

	"pledger/document"
	"pledger/lexicon"
	"pledger/statement"
)

// Findings（核对结果）are a report's relations with the reports they lie in.
type Findings struct {
	This      *statement.Set
	Last      *statement.Set // last year's report; nil where this one stands alone
	Relations []Relation     // within this report, then across the two
}

// Examine checks this report, and against last year's where last is not nil.
func Examine(last, this *statement.Set, lex *lexicon.Lexicon) *Findings {
	f := &Findings{This: this, Last: last, Relations: Check(this, lex)}
	if last != nil {
		f.Relations = append(f.Relations, CheckAcross(last, this, lex)...)
	}
	return f
}

// Of is the report that a reference is into.
func (f *Findings) Of(r Ref) *statement.Set {
	if r.Last {
		return f.Last
	}
	return f.This
}

// Sentence is the sentence that a figure stands in, in its report.
func (f *Findings) Sentence(r Ref) document.Position {
	set := f.Of(r)
	return set.Report.Sentences[set.Report.Clauses[set.Figures[r.Figure].Clause].Sentence].Pos
}

// Count is how many relations end in the result.
func (f *Findings) Count(result Result) int {
	n := 0
	for _, r := range f.Relations {
		if r.Result == result {
			n++
		}
	}
	return n
}

// severities are the results and grades, the worst first.
var severities = []string{string(GradeError), string(GradeRounding), string(NotComparable), string(Implied), string(Holds)}

// Verdict is the relation's grade where it has one, else its result.
func (r *Relation) Verdict() string {
	if r.Grade != "" {
		return string(r.Grade)
	}
	return string(r.Result)
}

// Severity orders relations for a person: 0 is the worst.
func (r *Relation) Severity() int { return slices.Index(severities, r.Verdict()) }

// WorstFirst is the relations by severity, each degree in the order of the text.
func (f *Findings) WorstFirst() []Relation {
	out := slices.Clone(f.Relations)
	slices.SortStableFunc(out, func(a, b Relation) int { return a.Severity() - b.Severity() })
	return out
}
