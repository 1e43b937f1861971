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
		sent := &e.rep.Sentences[e.rep.Clauses[c].Sentence]
		if sent.Heading {
			continue
		}
		toks := e.clauseTokens(c)
		for k := range toks {
			t := &toks[k]
			if !t.Role.Is(lexicon.System) {
				continue
			}
			pos := e.mechanismSpan(c, toks[:k], t)
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
			for pledge < len(e.cuts) && e.cuts[pledge].pos.End <= pos.Start {
				pledge++
			}
			m := Mechanism{Pos: pos, Name: e.text(pos), Head: e.text(span{Start: int(t.Start), End: int(t.End)}),
				Section: sent.Section, Pledge: -1}
			if pledge < len(e.cuts) && e.cuts[pledge].pos.Contains(pos) {
				m.Pledge = pledge
			}
			e.set.Mechanisms = append(e.set.Mechanisms, m)
		}
	}
}

// mechanismSpan is the noun phrase of clause c that head ends, which stands behind toks: back to
// the verb before it, or the adverbs behind that, or a mark.
func (e *extractor) mechanismSpan(c int, toks []lexicon.Token, head *lexicon.Token) span {
	start, k := e.rep.Clauses[c].Pos.Start, len(toks)
	for k > 0 && (toks[k-1].Class&lexicon.ClassVerb == 0 || !toks[k-1].Role.Is(lexicon.Task) || toks[k-1].Role.Is(lexicon.Noun)) {
		k--
	}
	if k > 0 {
		start = int(toks[k-1].End)
	}
	for ; k < len(toks) && int(toks[k].Start) == start && toks[k].Role.Is(lexicon.Adverb|lexicon.Modal); k++ {
		start = int(toks[k].End)
	}
	for i := int(head.Start) - 1; i >= start; i-- {
		if partsNames(e.rs[i]) {
			start = i + 1
		}
	}
	return e.trim(span{Start: start, End: int(head.End)})
}

// partsNames reports whether r stands between what names one thing and what names another.
func partsNames(r rune) bool {
	if isHan(r) {
		return r == '和' || r == '及'
	}
	switch r {
	case '、', '，', '；', '”', '》', '“':
		return true
	}
	return false
}
