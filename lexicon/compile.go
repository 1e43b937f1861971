package lexicon

import "slices"

// trie is the automaton before it is packed.
type trie struct {
	nodes []node
	edges []edge // each node's edges are contiguous
	kinds []kind
	known map[kind]uint16 // the index of each of kinds
}

type node struct {
	first, last int32 // edges[first:last]
	kind        uint16
	outs        int32
}

type edge struct {
	r    uint16
	node int32
}

// spelling is one key of the automaton: folded runes and the entry it means.
type spelling struct {
	key  []uint16
	kind kind
	ref  ref
}

// compile builds the automaton and the list of entries: outs[a.outs[s]:] holds
// those that end at state s, and a ref of no class behind them.
func compile(list []spelling) (*automaton, []ref) {
	slices.SortStableFunc(list, func(a, b spelling) int { return slices.Compare(a.key, b.key) })
	t := &trie{nodes: make([]node, 1, len(list)*2), kinds: make([]kind, 1), known: map[kind]uint16{{}: 0}}
	t.nodes[0].outs = -1
	outs := t.fill(list, 0, 0, nil)
	a := t.pack()
	for _, s := range list {
		for i := 1; i < len(s.key); i++ {
			a.pairs.add(a.code[s.key[i-1]], a.code[s.key[i]])
		}
		if s.kind.class == ClassIndicator {
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
func (t *trie) fill(list []spelling, depth int, at int32, outs []ref) []ref {
	i := 0
	for i < len(list) && len(list[i].key) == depth {
		i++
	}
	if depth > 0 && i > 0 {
		t.nodes[at].outs = int32(len(outs))
		var all kind
		for _, s := range list[:i] {
			all.role |= s.kind.role
			all.class |= s.kind.class
			outs = append(outs, s.ref)
		}
		outs = append(outs, ref{})
		t.nodes[at].kind = t.kindOf(all)
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

// kindOf is the index of k, which is put to the kinds if it is new.
func (t *trie) kindOf(k kind) uint16 {
	n, ok := t.known[k]
	if !ok {
		if len(t.kinds) == 1<<16 {
			panic("lexicon: too many combinations of classes and roles")
		}
		n = uint16(len(t.kinds))
		t.kinds, t.known[k] = append(t.kinds, k), n
	}
	return n
}

// pack lays the trie out as a double array. State 0 is none, state 1 the root.
func (t *trie) pack() *automaton {
	a := &automaton{code: new([bmp]uint16), cells: make([]cell, 0, len(t.nodes)*2), kinds: t.kinds}
	a.grow(1)
	codes, n := t.codes()
	for r := range a.code {
		a.code[r] = codes[fold[r]]
	}
	a.root, a.begins = make([]start, n+1), make([]Class, n+1)
	state := make([]int32, len(t.nodes)) // by node
	state[0] = 1
	var taken bases
	taken.add(0)
	free, wide := int32(2), int32(2) // where to look for one cell, and for several
	for n, todo := 0, []int32{0}; n < len(todo); n++ {
		nd := t.nodes[todo[n]]
		es := t.edges[nd.first:nd.last]
		if len(es) == 0 {
			continue
		}
		for int(free) < len(a.cells) && a.cells[free].check != noCode {
			free++
		}
		from := free
		if len(es) > 1 {
			from = max(free, wide)
		}
		base := a.place(es, codes, from, taken)
		if len(es) > 1 {
			wide = base
		}
		taken.add(base)
		a.cells[state[todo[n]]].base = base
		for _, e := range es {
			at := base + int32(codes[e.r])
			a.cells[at].check, a.cells[at].kind = codes[e.r], t.nodes[e.node].kind
			state[e.node] = at
			todo = append(todo, e.node)
		}
	}
	a.outs = make([]int32, len(a.cells))
	for i := range a.outs {
		a.outs[i] = -1
	}
	for n, s := range state {
		a.outs[s] = t.nodes[n].outs
	}
	a.base = a.cells[state[0]].base
	for _, e := range t.edges[t.nodes[0].first:t.nodes[0].last] {
		a.begin(t, e, codes[e.r], codes)
	}
	return a
}

// begin notes what begins with the rune of e, an edge of the root.
func (a *automaton) begin(t *trie, e edge, code uint16, codes []uint16) {
	c, s := &a.cells[a.base+int32(code)], &a.root[code]
	s.base, s.kind = c.base, c.kind
	a.begins[code] = t.below(e.node)
	for _, next := range t.edges[t.nodes[e.node].first:t.nodes[e.node].last] {
		s.runes |= lowBit(codes[next.r])
	}
}

// below are the classes of the entries that end at a node or below it.
func (t *trie) below(at int32) Class {
	mask := t.kinds[t.nodes[at].kind].class
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

// bases is the set of the bases that states have.
type bases []bool

func (b bases) has(n int32) bool { return int(n) < len(b) && b[n] }

func (b *bases) add(n int32) {
	if grow := int(n) + 1 - len(*b); grow > 0 {
		*b = append(*b, make(bases, grow)...)
	}
	(*b)[n] = true
}

// place finds the least base, not taken, from which every edge falls on a free
// cell, and makes room for them. free is the first cell that may be free.
func (a *automaton) place(es []edge, codes []uint16, free int32, taken bases) int32 {
	least, most := int32(bmp), int32(0)
	for _, e := range es {
		c := int32(codes[e.r])
		least, most = min(least, c), max(most, c)
	}
	for base := max(free-least, 1); ; base++ {
		fits := !taken.has(base)
		for _, e := range es {
			at := int(base) + int(codes[e.r])
			if fits = fits && (at >= len(a.cells) || a.cells[at].check == noCode); !fits {
				break
			}
		}
		if fits {
			a.grow(base + most)
			return base
		}
	}
}

// grow makes cells up to the one at last.
func (a *automaton) grow(last int32) {
	for int(last) >= len(a.cells) {
		a.cells = append(a.cells, cell{check: noCode})
	}
}
