package statement

import "slices"

// phrases are words of which a rule looks for any one at a place. Most places
// are passed over by one look at the rune that stands there.
type phrases struct {
	list         []string
	runes        [][]rune // of each
	heads, tails []rune   // its first and its last rune
	first, last  runeBits // the heads and the tails
	open, close  chains   // which of list a head may open, and which a tail may close
}

// chains are words by the low bits of a rune of each, so that few are looked at where the list
// is long. Those of one kind stand in the order of the list; words count from 1, and 0 ends.
type chains struct {
	begin [32]int16
	next  []int16
}

func (c *chains) at(r rune) int16 { return c.begin[uint8(r)%32] }

// chainsOf are the chains of words by these runes of theirs.
func chainsOf(rs []rune) (c chains) {
	c.next = make([]int16, len(rs)+1)
	for k := len(rs); k > 0; k-- {
		h := &c.begin[uint8(rs[k-1])%32]
		c.next[k], *h = *h, int16(k)
	}
	return c
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
	for _, s := range list {
		rs := []rune(s)
		head, tail := rs[0], rs[len(rs)-1]
		p.runes = append(p.runes, rs)
		p.heads, p.tails = append(p.heads, head), append(p.tails, tail)
		p.first.add(head)
		p.last.add(tail)
	}
	p.open, p.close = chainsOf(p.heads), chainsOf(p.tails)
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
		for _, r := range p.heads {
			b.add(r)
		}
	}
	return b
}

// tailsOf are the last runes of all of lists.
func tailsOf(lists ...*phrases) (b runeBits) {
	for _, p := range lists {
		for _, r := range p.tails {
			b.add(r)
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
	for k := p.open.at(r); k > 0; k = p.open.next[k] {
		if p.heads[k-1] == r && e.spells(i, p.runes[k-1]) {
			return p.list[k-1], true
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
	for k := p.close.at(r); k > 0; k = p.close.next[k] {
		if p.tails[k-1] == r && e.spells(i-len(p.runes[k-1]), p.runes[k-1]) {
			return p.list[k-1], true
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
	return i >= 0 && i+len(rs) <= len(e.rs) && slices.Equal(e.rs[i:i+len(rs)], rs)
}
