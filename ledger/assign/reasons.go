package assign

import (
	"cmp"
	"slices"

	"pledger/ledger"
)

// leastAlike is the similarity from which a past row is shown as a reason.
const leastAlike = 0.12

// mostReasons is how many are shown of each kind.
const mostReasons = 3

// reasons lists what speaks for a label: its name, the weightiest duty words,
// the likest past rows that it owed.
func (s *Suggester) reasons(l int32, e *evidence, owed func(pastRow, int32) bool) []Reason {
	var list []Reason
	span := func(start, end int) ledger.Span {
		return ledger.Span{Start: e.words.at[start], End: e.words.at[end-1] + 1}
	}
	if c := e.calls[l]; c.End > c.Start {
		list = append(list, Reason{Why: OwnName, Word: string(e.words.runes[c.Start:c.End]), Span: span(c.Start, c.End)})
	}
	var words []hit
	for _, h := range e.hits {
		if h.label == l {
			words = append(words, h)
		}
	}
	slices.SortStableFunc(words, func(a, b hit) int { return cmp.Compare(b.weight, a.weight) })
	for _, h := range words[:min(len(words), mostReasons)] {
		list = append(list, Reason{Why: DutyWord, Word: string(e.words.runes[h.start:h.end]), Span: span(h.start, h.end)})
	}
	n := 0
	for _, a := range e.near {
		row := s.past.rows[a.row]
		if a.similarity >= leastAlike && n < mostReasons && owed(row, l) {
			n++
			list = append(list, Reason{Why: PastRow, Precedent: row.precedent.ID, Year: row.precedent.Year,
				Row: row.row, Task: row.precedent.Rows[row.row].Task, Similarity: a.similarity})
		}
	}
	return list
}
