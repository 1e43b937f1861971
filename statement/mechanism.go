package statement

import (
	"slices"

	"pledger/lexicon"
)

// mechanisms lists the standing arrangements that the report names: the noun
// that ends in a word such as 机制 or 责任制, with the words that qualify it.
func (e *extractor) mechanisms() {
	pledge := 0
	e.set.Mechanisms = slices.Grow(e.set.Mechanisms, len(e.systems))
	for _, system := range e.systems {
		c := int(system)
		if e.rep.Sentences[e.rep.Clauses[c].Sentence].Heading {
			continue
		}
		for _, t := range e.clauseTokens(c) {
			if !t.Role.Is(lexicon.System) {
				continue
			}
			pos := e.mechanismSpan(c, t)
			if !pos.Valid() || pos.Len() <= int(t.End-t.Start) && pos.Len() < 3 {
				continue
			}
			if n := len(e.set.Mechanisms); n > 0 && e.set.Mechanisms[n-1].Pos.Overlaps(pos) {
				if pos.End > e.set.Mechanisms[n-1].Pos.End {
					e.set.Mechanisms[n-1].Pos.End = pos.End
					e.set.Mechanisms[n-1].Name = e.text(e.set.Mechanisms[n-1].Pos)
					e.set.Mechanisms[n-1].Head = e.text(span{Start: int(t.Start), End: int(t.End)})
				}
				continue
			}
			for pledge < len(e.set.Pledges) && e.set.Pledges[pledge].Pos.End <= pos.Start {
				pledge++
			}
			m := Mechanism{Pos: pos, Name: e.text(pos), Head: e.text(span{Start: int(t.Start), End: int(t.End)}),
				Section: e.rep.Sentences[e.rep.Clauses[c].Sentence].Section, Pledge: -1}
			if pledge < len(e.set.Pledges) && e.set.Pledges[pledge].Pos.Contains(pos) {
				m.Pledge = pledge
			}
			e.set.Mechanisms = append(e.set.Mechanisms, m)
		}
	}
}

// mechanismSpan is the noun phrase that the head t ends: back to the verb or
// mark before it.
func (e *extractor) mechanismSpan(c int, t lexicon.Token) span {
	clause := e.rep.Clauses[c].Pos
	start := clause.Start
	for _, b := range e.clauseTokens(c) {
		if int(b.End) > int(t.Start) {
			break
		}
		if b.Class&lexicon.ClassVerb != 0 && b.Role.Is(lexicon.Task) && !b.Role.Is(lexicon.Noun) || b.Role.Is(lexicon.Adverb|lexicon.Modal) && int(b.Start) == start {
			start = int(b.End)
		}
	}
	for k := int(t.Start) - 1; k >= start; k-- {
		switch e.rs[k] {
		case '、', '和', '，', '；', '及', '”', '》', '“':
			start = k + 1
		}
	}
	return e.trim(span{Start: start, End: int(t.End)})
}
