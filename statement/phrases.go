package statement

import (
	"math"
	"slices"
)

// phrases are words of which a rule looks for any one at a place. Most places are passed over by one
// look at the rune that stands there, and nearly all others by one at the rune next to it.
type phrases struct {
	first, last runeBits // the runes that they begin with, and end with
	open, close ends
	list        []string // in the order in which they are looked for
}

// ends are the two runes that each word of a list begins, or ends, with.
type ends struct {
	begin [64]uint8 // by the low bits of the outermost: the first of words, which count from 1; 0 is none
	words []end
}

// end is one end of a word: its outermost rune and the inner one next to it, 0 where there is none.
type end struct {
	outer, inner rune
	next         uint8  // word by the same low bits
	rest         []rune // what the word has besides
	word         string
}

// at is the first word that may have this outermost rune.
func (s *ends) at(outer rune) uint8 { return s.begin[uint8(outer)%64] }

// is reports whether t is of these runes as far as it goes.
func (t *end) is(outer, inner rune) bool {
	return t.outer == outer && (t.inner == inner || t.inner == 0)
}

// endsOf are these ends.
func endsOf(words []end) (s ends) {
	if len(words) > math.MaxUint8 {
		panic("statement: too many words in one list")
	}
	s.words = words
	for k := len(words); k > 0; k-- {
		t := &words[k-1]
		h := &s.begin[uint8(t.outer)%64]
		t.next, *h = *h, uint8(k)
	}
	return s
}

// runeBits are runes by their low bits, and by their high ones: most runes that are not
// among them are told by one look, and nearly all by two.
type runeBits struct {
	low  [4]uint64
	high uint64
}

func (b *runeBits) add(r rune) {
	b.low[uint8(r)/64] |= 1 << (uint8(r) % 64)
	b.high |= 1 << (uint8(r>>7) % 64)
}

// may reports whether r may be among b.
func (b *runeBits) may(r rune) bool {
	return b.low[uint8(r)/64]>>(uint8(r)%64)&1 != 0 && b.high>>(uint8(r>>7)%64)&1 != 0
}

// phrasesOf are the words of list, in the order in which they are looked for.
func phrasesOf(list ...string) *phrases {
	p := &phrases{list: list}
	var heads, tails []end
	for _, s := range list {
		rs := []rune(s)
		n := len(rs)
		head, tail := end{outer: rs[0], word: s}, end{outer: rs[n-1], word: s}
		if n > 1 {
			head.inner, tail.inner = rs[1], rs[n-2]
			head.rest, tail.rest = rs[2:], rs[:n-2]
		}
		p.first.add(head.outer)
		p.last.add(tail.outer)
		heads, tails = append(heads, head), append(tails, tail)
	}
	p.open, p.close = endsOf(heads), endsOf(tails)
	return p
}

// anyOf are the words of all of lists.
func anyOf(lists ...*phrases) *phrases {
	var all []string
	for _, p := range lists {
		all = append(all, p.list...)
	}
	return phrasesOf(all...)
}

// headsOf are the first runes of all of lists.
func headsOf(lists ...*phrases) (b runeBits) {
	for _, p := range lists {
		for _, t := range p.open.words {
			b.add(t.outer)
		}
	}
	return b
}

// tailsOf are the last runes of all of lists.
func tailsOf(lists ...*phrases) (b runeBits) {
	for _, p := range lists {
		for _, t := range p.close.words {
			b.add(t.outer)
		}
	}
	return b
}

// mayOpen reports whether one of p may begin with r.
func (p *phrases) mayOpen(r rune) bool { return p.first.may(r) }

// mayClose reports whether one of p may end with r.
func (p *phrases) mayClose(r rune) bool { return p.last.may(r) }

// oneAt reports whether the text at offset i begins with one of p, and which.
func (e *extractor) oneAt(i int, p *phrases) (string, bool) {
	r := e.at(i)
	if !p.mayOpen(r) {
		return "", false
	}
	inner := e.at(i + 1)
	for k := p.open.at(r); k > 0; k = p.open.words[k-1].next {
		if t := &p.open.words[k-1]; t.is(r, inner) && e.spells(i+2, t.rest) {
			return t.word, true
		}
	}
	return "", false
}

// isAt reports whether the text at offset i begins with one of p.
func (e *extractor) isAt(i int, p *phrases) bool {
	_, ok := e.oneAt(i, p)
	return ok
}

// oneBefore reports whether the text before offset i ends with one of p, and which.
func (e *extractor) oneBefore(i int, p *phrases) (string, bool) {
	i = e.unspaced(i)
	r := e.at(i - 1)
	if !p.last.may(r) {
		return "", false
	}
	inner := e.at(i - 2)
	for k := p.close.at(r); k > 0; k = p.close.words[k-1].next {
		if t := &p.close.words[k-1]; t.is(r, inner) && e.spells(i-2-len(t.rest), t.rest) {
			return t.word, true
		}
	}
	return "", false
}

// isBefore reports whether the text before offset i ends with one of p.
func (e *extractor) isBefore(i int, p *phrases) bool {
	_, ok := e.oneBefore(i, p)
	return ok
}

// anyIn reports whether one of p stands in the text at pos.
func (e *extractor) anyIn(pos span, p *phrases) bool {
	for i, r := range e.rs[pos.Start:pos.End] {
		if !p.mayOpen(r) {
			continue
		}
		if w, ok := e.oneAt(pos.Start+i, p); ok && pos.Start+i+runeCount(w) <= pos.End {
			return true
		}
	}
	return false
}

// spells reports whether the text at offset i reads rs.
func (e *extractor) spells(i int, rs []rune) bool {
	return len(rs) == 0 || i >= 0 && i+len(rs) <= len(e.rs) && slices.Equal(e.rs[i:i+len(rs)], rs)
}
