package lexicon

import (
	"slices"
	"unicode"
)

// bmp is the number of code points in the basic plane; every dictionary
// spelling lies in it, a rune beyond it ends any match.
const bmp = 1 << 16

// automaton is a trie over folded runes, compiled into a double array: the cell
// of the state after s by a rune of code c is base(s)+c, and the check of that
// cell is c if there is such a state. No two states share a base. Walking it from
// a place in a text gives every entry that begins there. A walk is never longer
// than the longest spelling, so scanning is linear in the text.
type automaton struct {
	code   *[bmp]uint16 // by rune: its code; 0 for runes in no spelling
	root   []start      // by code
	begins []Class      // by code: of all entries that begin with the rune
	base   int32        // of the state that no rune leads to
	pairs  pairSet      // that stand side by side in a spelling
	tails  pairSet      // that end the name of an indicator
	short  bool         // an indicator has a name of one rune
	cells  []cell
	kinds  []kind  // of the states; 0 is of those where no entry ends
	outs   []int32 // by state: index of the first of Lexicon.outs, -1 none
}

// start is what begins with a rune.
type start struct {
	runes uint64 // that can follow, by the low bits of their codes
	next  link   // of the state after the rune
	kind  uint16 // of that state
}

// lowBit is the bit that stands for the rune of a code among those that can follow.
func lowBit(code uint16) uint64 { return 1 << (code % 64) }

// cell is one place of the double array. A walk spends its time on fetching cells,
// so that they are small.
type cell struct {
	next  link
	check uint16 // noCode if the cell is free
	kind  uint16 // index into kinds
}

// link leads from a state to those after it: in the upper bits its base, 0 where no
// rune can follow, in the lower ones the runes that can, by the low bits of their
// codes. Most walks end at a rune that cannot, without fetching the cell for it.
type link uint32

const (
	linkBits = 8 // for the runes that can follow
	maxBase  = 1<<(32-linkBits) - 1
)

// may reports whether the rune of a code may follow.
func (l link) may(code uint16) bool { return l>>(code%linkBits)&1 != 0 }

// to is the state after the rune of a code, if it can follow.
func (l link) to(code uint16) int32 { return int32(l>>linkBits) + int32(code) }

// noCode is the code of no rune.
const noCode = 1<<16 - 1

// kind is what the entries that end at a state are, all together. States are many
// and kinds few.
type kind struct {
	role  Role
	class Class
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

// codeOf is the code of r, 0 if no spelling holds it; no cell has that check.
func (a *automaton) codeOf(r rune) uint16 {
	if uint32(r) >= bmp {
		return 0
	}
	return a.code[uint16(r)]
}

// codeIn is the code of rs[i], 0 behind the end of rs.
func (a *automaton) codeIn(rs []rune, i int) uint16 {
	if uint(i) >= uint(len(rs)) {
		return 0
	}
	return a.codeOf(rs[i])
}

// tokens appends to dst the matches in rs from offset i on. It is longest for any
// class and all places in one loop: a reader spends much of its time here.
func (a *automaton) tokens(dst []Token, rs []rune, i int) []Token {
	n := len(dst)
	dst = slices.Grow(dst, max(len(rs)-i, 0)) // so that nothing is called in the loop
	dst = dst[:cap(dst)]
	for c := a.codeIn(rs, i); i < len(rs); {
		first := &a.root[c]
		state, kind, end := a.base+int32(c), first.kind, i+1
		c = a.codeIn(rs, end) // from here on of the rune at k
		if k := end; first.runes&lowBit(c) != 0 {
			for next := first.next; ; {
				at := next.to(c)
				if uint(at) >= uint(len(a.cells)) || a.cells[at].check != c {
					break
				}
				s := &a.cells[at]
				k++
				if c = a.codeIn(rs, k); s.kind != 0 {
					state, kind, end = at, s.kind, k
				}
				if next = s.next; !next.may(c) {
					break
				}
			}
			c = a.codeIn(rs, end)
		}
		if kind != 0 {
			t, k := &dst[n], &a.kinds[kind]
			t.Start, t.End, t.node = int32(i), int32(end), state
			t.Class, t.Role = k.class, k.role
			n++
		}
		i = end
	}
	return dst[:n]
}

// longest is the last state on the walk from rs[i:] that carries one of the
// classes, and how many runes lead to it; 0, 0 if none does.
func (a *automaton) longest(rs []rune, i int, want Class) (best int32, length int) {
	if uint(i) >= uint(len(rs)) {
		return 0, 0
	}
	c := a.codeOf(rs[i])
	if a.begins[c]&want == 0 {
		return 0, 0
	}
	first := &a.root[c]
	if a.kinds[first.kind].class&want != 0 {
		best, length = a.base+int32(c), 1
	}
	next := first.next
	for k, r := range rs[i+1:] {
		if c = a.codeOf(r); !next.may(c) || k == 0 && first.runes&lowBit(c) == 0 {
			break
		}
		at := next.to(c)
		if uint(at) >= uint(len(a.cells)) || a.cells[at].check != c {
			break
		}
		s := &a.cells[at]
		if next = s.next; a.kinds[s.kind].class&want != 0 {
			best, length = at, k+2
		}
	}
	return best, length
}

// reach is how far the walk from the first of rs goes.
func (a *automaton) reach(rs []rune) int {
	state := link(0)
	for k, r := range rs {
		c := a.codeOf(r)
		if k == 0 {
			if state = a.root[c].next; a.begins[c] == 0 {
				return 0
			}
			continue
		}
		at := state.to(c)
		if !state.may(c) || uint(at) >= uint(len(a.cells)) || a.cells[at].check != c {
			return k
		}
		state = a.cells[at].next
	}
	return len(rs)
}

// kindOf is what the entries that end at a state are.
func (a *automaton) kindOf(state int32) *kind { return &a.kinds[a.cells[state].kind] }
