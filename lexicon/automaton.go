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
	base  int32  // of the state after the rune
	kind  uint16 // of that state
}

// lowBit is the bit that stands for the rune of a code among those that can follow.
func lowBit(code uint16) uint64 { return 1 << (code % 64) }

// cell is one place of the double array. A walk spends its time on fetching cells,
// so that they are small.
type cell struct {
	base  int32  // 0 where no rune can follow
	check uint16 // noCode if the cell is free
	kind  uint16 // index into kinds
}

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

// step is the state after the one of a base by the rune of a code, if there is one.
func (a *automaton) step(base int32, c uint16) (at int32, ok bool) {
	at = base + int32(c)
	return at, uint(at) < uint(len(a.cells)) && a.cells[at].check == c
}

// tokens appends to dst the matches in rs from offset i on. It is longest for any
// class and all places in one loop: a reader spends much of its time here, most of
// it on wrong guesses of what comes next, so that it asks as little as can be.
func (a *automaton) tokens(dst []Token, rs []rune, i int) []Token {
	n := len(dst)
	dst = slices.Grow(dst, max(len(rs)-i, 0)) // so that nothing is called in the loop
	dst = dst[:cap(dst)]
	for c := a.codeIn(rs, i); i < len(rs); {
		first := &a.root[c]
		state, kind, end := a.base+int32(c), first.kind, i+1
		c = a.codeIn(rs, end) // from here on of the rune at k
		if k := end; first.runes&lowBit(c) != 0 {
			for at, ok := a.step(first.base, c); ok; at, ok = a.step(a.cells[at].base, c) {
				k++
				if c = a.codeIn(rs, k); a.cells[at].kind != 0 {
					state, kind, end = at, a.cells[at].kind, k
				}
			}
			c = a.codeIn(rs, end)
		}
		t, k := &dst[n], &a.kinds[kind]
		t.Start, t.End, t.node = int32(i), int32(end), state
		t.Class, t.Role = k.class, k.role
		n += int((uint32(kind) + noCode) >> 16) // where no entry ends, the next is written over it
		i = end
	}
	return dst[:n]
}

// longest is the last state on the walk from rs[i:] that carries one of the
// classes, and how many runes lead to it; 0, 0 if none does.
func (a *automaton) longest(rs []rune, i int, want Class) (best int32, length int) {
	c := a.codeIn(rs, i)
	if a.begins[c]&want == 0 {
		return 0, 0
	}
	first := &a.root[c]
	if a.kinds[first.kind].class&want != 0 {
		best, length = a.base+int32(c), 1
	}
	k := i + 1
	if c = a.codeIn(rs, k); first.runes&lowBit(c) == 0 {
		return best, length
	}
	for at, ok := a.step(first.base, c); ok; at, ok = a.step(a.cells[at].base, c) {
		k++
		if c = a.codeIn(rs, k); a.kinds[a.cells[at].kind].class&want != 0 {
			best, length = at, k-i
		}
	}
	return best, length
}

// reach is how far the walk from the first of rs goes.
func (a *automaton) reach(rs []rune) int {
	c := a.codeIn(rs, 0)
	if a.begins[c] == 0 {
		return 0
	}
	k := 1
	for at, ok := a.step(a.root[c].base, a.codeIn(rs, k)); ok; at, ok = a.step(a.cells[at].base, a.codeIn(rs, k)) {
		k++
	}
	return k
}

// kindOf is what the entries that end at a state are.
func (a *automaton) kindOf(state int32) *kind { return &a.kinds[a.cells[state].kind] }
