package statement

import (
	"pledger/lexicon"
)

// opening is where the words of clause c that act begin, behind enumerators,
// time phrases, adverbs and words of will, and the token that stands there.
func (e *extractor) opening(c int) (at int, first lexicon.Token, ok bool) {
	o := &e.opens[c]
	if !o.known {
		o.at, o.first, o.ok = e.findOpening(c)
		o.known = true
	}
	return o.at, o.first, o.ok
}

// clauseOpening is what opening found, kept for the next who asks.
type clauseOpening struct {
	at        int
	first     lexicon.Token
	ok, known bool
}

// findOpening does the work of opening.
func (e *extractor) findOpening(c int) (at int, first lexicon.Token, ok bool) {
	pos := e.rep.Clauses[c].Pos
	at = e.skipLead(c, pos)
	for at < pos.End {
		if next := e.skipTime(c, at); next > at {
			at = next
			continue
		}
		t, found := e.tokenAt(c, span{Start: at, End: pos.End})
		if !found {
			return at, t, false
		}
		if t.Role.Is(lexicon.Adverb|lexicon.Wish|lexicon.Modal) && t.Class&lexicon.ClassVerb == 0 || t.Role.Is(lexicon.Adverb|lexicon.Wish) && e.moreVerb(c, int(t.End), pos.End) {
			at = int(t.End)
			continue
		}
		return at, t, true
	}
	return at, lexicon.Token{}, false
}

// moreVerb reports whether another verb or adverb stands at offset i.
func (e *extractor) moreVerb(c, i, end int) bool {
	t, ok := e.tokenAt(c, span{Start: i, End: end})
	return ok && (t.Class&lexicon.ClassVerb != 0 || t.Role.Is(lexicon.Adverb))
}

// skipLead passes 一是, 第一, 我们要, 并 at the start of a clause.
func (e *extractor) skipLead(c int, pos span) int {
	at := pos.Start
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		if m := e.set.Mentions[i]; m.Rule == "label" && m.Pos.Start <= at+1 {
			at = m.Pos.End
			if _, ok := e.anyAt(at, "是", "要"); ok {
				at++
			}
		}
	}
	at = e.behindMust(c, at, pos.End)
	for again := true; again; {
		again = false
		if !opensLead(e.at(at)) {
			break
		}
		for _, w := range []string{"我们要", "各级政府要", "政府要", "我们将", "我们", "要", "并", "还要", "必须", "同时", "今年要"} {
			if e.hasAt(at, w) && at+len([]rune(w)) < pos.End {
				if t, ok := e.lex.At(e.rs, at, lexicon.ClassAny); ok && int(t.End-t.Start) > len([]rune(w)) {
					continue
				}
				at += len([]rune(w))
				again = true
				break
			}
		}
	}
	return at
}

// behindMust is the offset behind 要 where a short subject without a verb stands
// before it: 城乡建设都要…, 特别要…; else at.
func (e *extractor) behindMust(c, at, end int) int {
	const furthest = 9
	for _, t := range e.tokens(c, span{Start: at, End: end}) {
		if int(t.Start) > at+furthest || t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Modal) {
			return at
		}
		if t.End-t.Start == 1 && e.at(int(t.Start)) == '要' && int(t.End) < end {
			return int(t.End)
		}
	}
	return at
}

// opensLead reports whether a word that skipLead passes can begin with r.
func opensLead(r rune) bool {
	switch r {
	case '我', '各', '政', '要', '并', '还', '必', '同', '今':
		return true
	}
	return false
}
