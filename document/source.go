package document

import (
	"math/bits"
	"unicode/utf8"
)

// source is a text in UTF-8 beside its runes, so that a part of it is a string
// that is cut and not made, and what was noted of the runes on one pass.
type source struct {
	utf8      string
	stretches []stretch
	noted     int // how many bytes the runes of the stretches take
	signs     int // how many of them are signs
}

// stretch is what is noted of stretchLen runes on end.
type stretch struct {
	has   [notes]uint64 // a bit for each rune of which it holds, the lowest for the first
	begin int32         // where the first begins in UTF-8
	odd   bool          // some take neither one byte nor wide bytes
}

const stretchLen = 64

// note is what can be noted of a rune.
type note int

const (
	sign   note = iota // it is no Han character; also noted of the end of the text
	narrow             // it can be other than visible in full width; also of the end
	single             // it takes one byte
	notes              // how many there are
)

// newSource is the source of runes, which utf8 spells. ok is false where it does not:
// where a rune is none that UTF-8 has, or was read from more bytes than it takes.
func newSource(runes []rune, utf8 string) (s source, ok bool) {
	s = startSource(utf8, len(runes))
	ok = s.end(runes)
	return s, ok
}

// startSource is a source of which nothing is noted, with room for so many runes.
func startSource(utf8 string, runes int) source {
	return source{utf8: utf8, stretches: make([]stretch, 0, runes/stretchLen+1)}
}

// note notes what holds of runes, those of the text so far, as far as they fill stretches.
func (s *source) note(runes []rune) {
	for from := len(s.stretches) * stretchLen; len(runes)-from >= stretchLen; from += stretchLen {
		s.add(runes[from : from+stretchLen])
	}
}

// end notes what holds of the last of runes, all of the text, and reports whether the text
// spells them.
func (s *source) end(runes []rune) bool {
	s.note(runes)
	s.add(runes[len(s.stretches)*stretchLen:])
	last := &s.stretches[len(s.stretches)-1]
	last.has[sign] |= 1 << (len(runes) % stretchLen)
	last.has[narrow] |= 1 << (len(runes) % stretchLen)
	return s.noted == len(s.utf8)
}

// add appends the stretch of runes.
func (s *source) add(runes []rune) {
	s.stretches = append(s.stretches, stretch{begin: int32(s.noted)})
	st := &s.stretches[len(s.stretches)-1]
	s.noted += st.take(runes)
	s.signs += bits.OnesCount64(st.has[sign])
}

// take notes what holds of runes and returns how many bytes they take.
func (s *stretch) take(runes []rune) int {
	signs, odd := signsOf(runes), 0
	var narrows, singles uint64
	for rest := signs; rest != 0; rest &= rest - 1 {
		k := bits.TrailingZeros64(rest)
		r := uint32(runes[k])
		narrows |= uint64((r-0x3001)>>31) << k
		singles |= uint64((r-0x80)>>31) << k
		if r-0x80 < 0x800-0x80 || r-0xD800 < 0xE000-0xD800 || r == 0xFEFF || r >= 0x10000 {
			s.odd = true
			odd += width(runes[k]) - wide
			if r == 0xFEFF {
				narrows |= 1 << k
			}
		}
	}
	s.has = [notes]uint64{sign: signs, narrow: narrows, single: singles}
	return wide*len(runes) - (wide-1)*bits.OnesCount64(singles) + odd
}

// signsOf has a bit for each of up to stretchLen runes that is no Han character.
func signsOf(runes []rune) uint64 {
	var han uint64
	n := len(runes)
	for ; n >= 4; n -= 4 {
		r := runes[n-4 : n]
		han = withHan(withHan(withHan(withHan(han, r[3]), r[2]), r[1]), r[0])
	}
	for ; n > 0; n-- {
		han = withHan(han, runes[n-1])
	}
	return ^han & (1<<len(runes) - 1)
}

// withHan is han shifted, with the lowest bit set if r is a Han character. It has no
// branch: nobody can tell beforehand where a sign stands.
func withHan(han uint64, r rune) uint64 {
	_, is := bits.Sub64(uint64(uint32(r))-0x4E00, 0x9FFF-0x4E00+1, 0)
	han, _ = bits.Add64(han, han, is)
	return han
}

// next is the offset of the first rune from i on of which n is noted, or the length
// of the text.
func (s *source) next(n note, i int) int {
	m := uint(i) / stretchLen
	if has := s.stretches[m].has[n] >> (uint(i) % stretchLen); has != 0 {
		return i + bits.TrailingZeros64(has)
	}
	return s.behind(n, m+1)
}

// behind is next from the beginning of stretch m on.
func (s *source) behind(n note, m uint) int {
	for s.stretches[m].has[n] == 0 {
		m++
	}
	return int(m)*stretchLen + bits.TrailingZeros64(s.stretches[m].has[n])
}

// slice is the part of the source of runes that spells them from one to another.
func (s *source) slice(runes []rune, from, to int) string {
	return s.utf8[s.at(runes, from):s.at(runes, to)]
}

// sliceWide is slice of runes that all take wide bytes.
func (s *source) sliceWide(runes []rune, from, to int) string {
	st := &s.stretches[uint(from)/stretchLen]
	if st.odd {
		return s.slice(runes, from, to)
	}
	at := st.at(uint(from) % stretchLen)
	return s.utf8[at : at+wide*(to-from)]
}

// at is where the rune at offset i of runes begins in the source.
func (s *source) at(runes []rune, i int) int {
	m := uint(i) / stretchLen
	st := &s.stretches[m]
	at := st.at(uint(i) % stretchLen)
	if st.odd {
		at += oddBytes(runes[m*stretchLen : i])
	}
	return at
}

// at is where the rune at offset k of the stretch begins in the source, if it is not odd.
func (s *stretch) at(k uint) int {
	return int(s.begin) + wide*int(k) - (wide-1)*bits.OnesCount64(s.has[single]&(1<<(k%stretchLen)-1))
}

// oddBytes is how many bytes more than wide the runes that take several have.
func oddBytes(runes []rune) (n int) {
	for _, r := range runes {
		if r >= 0x80 {
			n += width(r) - wide
		}
	}
	return n
}

// wide is how many bytes the runes from 0x800 up to 0x10000 take in UTF-8.
const wide = 3

// width is how many bytes r takes in UTF-8; none if it is not in there.
func width(r rune) int { return max(utf8.RuneLen(r), 0) }
