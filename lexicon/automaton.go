package lexicon

import (
	"slices"
	"unicode"
)

// bmp is the number of code points in the basic plane; every dictionary
// spelling lies in it, a rune beyond it ends any match.
const bmp = 1 << 16

// automaton is a trie over folded runes, compiled into a double array: the cell
// of the state after s by a rune of code c is base(s)+c, and the cell's check
// says whether that state comes after s. Walking it from a place in a text gives
// every entry that begins there. A walk is never longer than the longest
// spelling, so scanning is linear in the text.
type automaton struct {
	code  *[bmp]uint16 // by rune: its code; 0 for runes in no spelling
	root  []start      // by code
	tails pairSet      // that end the name of an indicator
	short bool         // an indicator has a name of one rune
	cells []cell
	outs  []int32 // by state: index of the first of Lexicon.outs, -1 none
}

// start is what begins with a rune.
type start struct {
	state, base  int32  // after the rune, 0 where nothing begins with it
	begins, ends Class  // of all entries that do, and of those that are it alone
	next         uint64 // the runes that can follow, by the low bits of their codes
}

// lowBit is the bit that stands for the rune of a code among those that can follow.
func lowBit(code uint16) uint64 { return 1 << (code % 64) }

// cell is one place of the double array; check 0 is a free one.
type cell struct {
	base, check int32
	mask        Class // of the entries that end at the state
}

// pairBits is how many bits a pairSet has: enough to tell nearly all pairs apart.
const pairBits = 1 << 17

// pairSet is a set of pairs of runes, by their codes. It may hold a pair that was
// not put in.
type pairSet [pairBits / 64]uint64

// bit is the bit of a pair.
func (*pairSet) bit(c, d uint16) uint32 {
	return (uint32(c)*2654435761>>8 ^ uint32(d)*40503) % pairBits
}

func (s *pairSet) add(c, d uint16) {
	b := s.bit(c, d)
	s[b/64] |= 1 << (b % 64)
}

func (s *pairSet) has(c, d uint16) bool {
	b := s.bit(c, d)
	return s[b/64]>>(b%64)&1 != 0
}

// trie is the automaton before it is packed.
type trie struct {
	nodes []node
	edges []edge // each node's edges are contiguous
}

type node struct {
	first, last int32 // edges[first:last]
	mask        Class
	outs        int32
}

type edge struct {
	r    uint16
	node int32
}

// fold maps a rune to the form the automaton compares: full-width forms to
// half-width ones and letters to lower case. Runes outside the basic plane
// become 0, which no spelling contains.
var fold = func() []uint16 {
	t := make([]uint16, bmp)
	for r := range t {
		t[r] = uint16(unicode.ToLower(rune(r)))
	}
	for r := 0xFF01; r <= 0xFF5E; r++ {
		t[r] = uint16(unicode.ToLower(rune(r - 0xFEE0)))
	}
	t[0x3000] = ' '
	t['·'], t['•'] = '·', '·'
	return t
}()

// Fold returns r as the automaton compares it.
func Fold(r rune) rune {
	if uint32(r) >= bmp {
		return 0
	}
	return rune(fold[r])
}

// spelling is one key of the automaton: folded runes and the entry it means.
type spelling struct {
	key   []uint16
	class Class
	entry int32
}

// compile builds the automaton and the list of entries: outs[a.outs[s]:] holds
// those that end at state s, -1 terminated.
func compile(list []spelling) (*automaton, []int32) {
	slices.SortStableFunc(list, func(a, b spelling) int { return slices.Compare(a.key, b.key) })
	t := &trie{nodes: make([]node, 1, len(list)*2)}
	t.nodes[0].outs = -1
	outs := t.fill(list, 0, 0, nil)
	a := t.pack()
	for _, s := range list {
		if s.class == ClassIndicator {
			a.end(s.key)
		}
	}
	return a, outs
}

// end notes how the name of an indicator ends.
func (a *automaton) end(key []uint16) {
	if n := len(key); n > 1 {
		a.tails.add(a.code[key[n-2]], a.code[key[n-1]])
	} else {
		a.short = true
	}
}

// fill makes the sub-trie of list, whose keys share their first depth runes,
// below node at.
func (t *trie) fill(list []spelling, depth int, at int32, outs []int32) []int32 {
	i := 0
	for i < len(list) && len(list[i].key) == depth {
		i++
	}
	if depth > 0 && i > 0 {
		t.nodes[at].outs = int32(len(outs))
		for _, s := range list[:i] {
			t.nodes[at].mask |= s.class
			outs = append(outs, s.entry)
		}
		outs = append(outs, -1)
	}
	first := len(t.edges)
	for lo := i; lo < len(list); {
		hi, r := lo, list[lo].key[depth]
		for hi < len(list) && list[hi].key[depth] == r {
			hi++
		}
		t.nodes = append(t.nodes, node{outs: -1})
		t.edges = append(t.edges, edge{r, int32(len(t.nodes) - 1)})
		lo = hi
	}
	last := len(t.edges)
	t.nodes[at].first, t.nodes[at].last = int32(first), int32(last)
	lo := i
	for e := first; e < last; e++ {
		hi, r := lo, t.edges[e].r
		for hi < len(list) && list[hi].key[depth] == r {
			hi++
		}
		outs = t.fill(list[lo:hi], depth+1, t.edges[e].node, outs)
		lo = hi
	}
	return outs
}

// pack lays the trie out as a double array. State 0 is none, state 1 the root.
func (t *trie) pack() *automaton {
	a := &automaton{code: new([bmp]uint16), cells: make([]cell, 2, len(t.nodes)*2)}
	codes, n := t.codes()
	for r := range a.code {
		a.code[r] = codes[fold[r]]
	}
	a.root = make([]start, n+1)
	state := make([]int32, len(t.nodes)) // by node
	state[0] = 1
	free, wide := int32(2), int32(2) // where to look for one cell, and for several
	for n, todo := 0, []int32{0}; n < len(todo); n++ {
		nd := t.nodes[todo[n]]
		es := t.edges[nd.first:nd.last]
		if len(es) == 0 {
			continue
		}
		for int(free) < len(a.cells) && a.cells[free].check != 0 {
			free++
		}
		from := free
		if len(es) > 1 {
			from = max(free, wide)
		}
		s, base := state[todo[n]], a.place(es, codes, from)
		if len(es) > 1 {
			wide = base
		}
		a.cells[s].base = base
		for _, e := range es {
			at := base + int32(codes[e.r])
			a.cells[at].check = s
			state[e.node] = at
			if todo[n] == 0 {
				a.begin(t, e, codes, at)
			}
			todo = append(todo, e.node)
		}
	}
	a.outs = make([]int32, len(a.cells))
	for i := range a.outs {
		a.outs[i] = -1
	}
	for n, s := range state {
		a.cells[s].mask, a.outs[s] = t.nodes[n].mask, t.nodes[n].outs
	}
	for c := range a.root {
		a.root[c].base = a.cells[a.root[c].state].base
	}
	return a
}

// begin notes what begins with the rune of e, an edge of the root that leads to
// a state.
func (a *automaton) begin(t *trie, e edge, codes []uint16, state int32) {
	s := &a.root[codes[e.r]]
	*s = start{state: state, begins: t.below(e.node), ends: t.nodes[e.node].mask}
	for _, next := range t.edges[t.nodes[e.node].first:t.nodes[e.node].last] {
		s.next |= lowBit(codes[next.r])
	}
}

// below are the classes of the entries that end at a node or below it.
func (t *trie) below(at int32) Class {
	mask := t.nodes[at].mask
	for _, e := range t.edges[t.nodes[at].first:t.nodes[at].last] {
		mask |= t.below(e.node)
	}
	return mask
}

// codes numbers the runes of all spellings from 1 to n, in the order they are
// met; the list is by rune.
func (t *trie) codes() (codes []uint16, n int) {
	codes = make([]uint16, bmp)
	for _, e := range t.edges {
		if codes[e.r] == 0 {
			n++
			codes[e.r] = uint16(n)
		}
	}
	return codes, n
}

// place finds the least base from which every edge falls on a free cell, and
// makes room for them. free is the first cell that may be free.
func (a *automaton) place(es []edge, codes []uint16, free int32) int32 {
	least, most := int32(bmp), int32(0)
	for _, e := range es {
		c := int32(codes[e.r])
		least, most = min(least, c), max(most, c)
	}
	for base := max(free-least, 1); ; base++ {
		fits := true
		for _, e := range es {
			if at := int(base) + int(codes[e.r]); at < len(a.cells) && a.cells[at].check != 0 {
				fits = false
				break
			}
		}
		if fits {
			for int(base+most) >= len(a.cells) {
				a.cells = append(a.cells, cell{})
			}
			return base
		}
	}
}

// longest returns the last state on the walk from rs[i:] that carries one of
// the classes, and how many runes lead to it; 0, 0 where none does.
func (a *automaton) longest(rs []rune, i int, want Class) (best int32, length int) {
	if uint(i) >= uint(len(rs)) || uint32(rs[i]) >= bmp {
		return 0, 0
	}
	first := &a.root[a.code[rs[i]]]
	if first.begins&want == 0 {
		return 0, 0
	}
	if first.ends&want != 0 {
		best, length = first.state, 1
	}
	rest := rs[i+1:]
	if len(rest) == 0 || uint32(rest[0]) >= bmp || first.next&lowBit(a.code[rest[0]]) == 0 {
		return best, length
	}
	at, base, cells := first.state, first.base, a.cells
	for k, r := range rest {
		if uint32(r) >= bmp {
			break
		}
		next := uint32(base) + uint32(a.code[r])
		if uint64(next) >= uint64(len(cells)) {
			break
		}
		s := &cells[next]
		if s.check != at {
			break
		}
		at, base = int32(next), s.base
		if s.mask&want != 0 {
			best, length = at, k+2
		}
	}
	return best, length
}
