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
	code  []uint16 // by rune: its code; 0 for runes in no spelling
	root  []int32  // by code: the state after it, or 0
	cells []cell
	mask  []Class // by state: the classes of the entries that end there
	outs  []int32 // by state: index of the first of Lexicon.outs, -1 none
}

// cell is one place of the double array; check 0 is a free one.
type cell struct {
	base, check int32
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
	return t.pack(), outs
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
	a := &automaton{code: make([]uint16, bmp), cells: make([]cell, 2, len(t.nodes)*2)}
	codes, n := t.codes()
	for r := range a.code {
		a.code[r] = codes[fold[r]]
	}
	a.root = make([]int32, n+1)
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
				a.root[codes[e.r]] = at
			}
			todo = append(todo, e.node)
		}
	}
	a.mask, a.outs = make([]Class, len(a.cells)), make([]int32, len(a.cells))
	for i := range a.outs {
		a.outs[i] = -1
	}
	for n, s := range state {
		a.mask[s], a.outs[s] = t.nodes[n].mask, t.nodes[n].outs
	}
	return a
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
	if i < 0 || i >= len(rs) || uint32(rs[i]) >= bmp {
		return 0, 0
	}
	s := a.root[a.code[rs[i]]]
	for j := i + 1; s != 0; j++ {
		if a.mask[s]&want != 0 {
			best, length = s, j-i
		}
		if j >= len(rs) || uint32(rs[j]) >= bmp {
			break
		}
		at := a.cells[s].base + int32(a.code[rs[j]])
		if a.code[rs[j]] == 0 || int(at) >= len(a.cells) || a.cells[at].check != s {
			break
		}
		s = at
	}
	return best, length
}
