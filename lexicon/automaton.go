package lexicon

import (
	"slices"
	"unicode"
)

// bmp is the number of code points in the basic plane; every dictionary
// spelling lies in it, a rune beyond it ends any match.
const bmp = 1 << 16

// automaton is a trie over folded runes, compiled into flat arrays: walking it
// from a place in a text gives every entry that begins there. A walk is never
// longer than the longest spelling, so scanning is linear in the text.
type automaton struct {
	root  []int32 // by folded rune: the node after it, or 0
	nodes []node
	edges []edge // each node's edges are contiguous and sorted by rune
}

type node struct {
	first, last int32 // edges[first:last]
	mask        Class // classes of the entries that end here
	outs        int32 // index of the first of outs, -1 none
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

// compile builds the automaton and reorders nothing else: outs[n.outs:] of a
// node holds the entries that end there, -1 terminated.
func compile(list []spelling) (*automaton, []int32) {
	slices.SortStableFunc(list, func(a, b spelling) int { return slices.Compare(a.key, b.key) })
	a := &automaton{root: make([]int32, bmp), nodes: make([]node, 1, len(list)*2)}
	a.nodes[0].outs = -1
	var outs []int32
	outs = a.fill(list, 0, 0, outs)
	return a, outs
}

// fill makes the sub-trie of list, whose keys share their first depth runes,
// below node at.
func (a *automaton) fill(list []spelling, depth int, at int32, outs []int32) []int32 {
	i := 0
	for i < len(list) && len(list[i].key) == depth {
		i++
	}
	if depth > 0 && i > 0 {
		a.nodes[at].outs = int32(len(outs))
		for _, s := range list[:i] {
			a.nodes[at].mask |= s.class
			outs = append(outs, s.entry)
		}
		outs = append(outs, -1)
	}
	first := len(a.edges)
	for lo := i; lo < len(list); {
		hi, r := lo, list[lo].key[depth]
		for hi < len(list) && list[hi].key[depth] == r {
			hi++
		}
		a.nodes = append(a.nodes, node{outs: -1})
		a.edges = append(a.edges, edge{r, int32(len(a.nodes) - 1)})
		lo = hi
	}
	last := len(a.edges)
	a.nodes[at].first, a.nodes[at].last = int32(first), int32(last)
	lo := i
	for e := first; e < last; e++ {
		hi, r := lo, a.edges[e].r
		for hi < len(list) && list[hi].key[depth] == r {
			hi++
		}
		if depth == 0 {
			a.root[r] = a.edges[e].node
		}
		outs = a.fill(list[lo:hi], depth+1, a.edges[e].node, outs)
		lo = hi
	}
	return outs
}

// linear is the number of edges up to which looking at each in turn is faster
// than halving.
const linear = 6

// step follows the edge of n for r, or returns 0.
func (a *automaton) step(n int32, r uint16) int32 {
	es := a.edges[a.nodes[n].first:a.nodes[n].last]
	if len(es) > linear {
		lo, hi := 0, len(es)
		for lo < hi {
			if m := int(uint(lo+hi) >> 1); es[m].r < r {
				lo = m + 1
			} else {
				hi = m
			}
		}
		if lo < len(es) && es[lo].r == r {
			return es[lo].node
		}
		return 0
	}
	for _, e := range es {
		if e.r == r {
			return e.node
		}
	}
	return 0
}

// longest returns the last node on the walk from rs[i:] that carries one of
// the classes, and how many runes lead to it; 0, 0 where none does.
func (a *automaton) longest(rs []rune, i int, want Class) (int32, int) {
	if i < 0 || i >= len(rs) || uint32(rs[i]) >= bmp {
		return 0, 0
	}
	n := a.root[fold[rs[i]]]
	var best int32
	var length int
	for j := i + 1; n != 0; j++ {
		if a.nodes[n].mask&want != 0 {
			best, length = n, j-i
		}
		if j >= len(rs) || uint32(rs[j]) >= bmp {
			break
		}
		n = a.step(n, fold[rs[j]])
	}
	return best, length
}
