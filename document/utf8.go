package document

import "unicode/utf8"

// decodeUTF8 returns the runes of s with their source, and how many of them stand for
// broken bytes. Each longest beginning of a sequence that goes wrong gives one U+FFFD,
// as browsers do it.
func decodeUTF8(s string) (runes []rune, src source, bad int) {
	if runes, src, ok := decodeWhole(s); ok {
		return runes, src, 0
	}
	runes, bad = decodeBroken(s)
	src, _ = newSource(runes, string(runes))
	return runes, src, bad
}

// decodeWhole decodes s as if nothing was wrong with it; ok is false where something is.
// Its source is made as it goes on, while the runes are at hand.
func decodeWhole(s string) (runes []rune, src source, ok bool) {
	const narrow = 24 // of a report's bytes hardly one in so many is a character of its own
	runes = make([]rune, len(s)/wide+len(s)/narrow+wideStep)
	src = startSource(s, len(runes))
	n, i := 0, 0
	for i < len(s) {
		k := decodeWide(runes[n:min(n+atHand, len(runes))], s[i:])
		n, i = n+k, i+wide*k
		src.note(runes[:n])
		if len(runes)-n <= wideStep {
			all := make([]rune, n+leadBytes(s[i:])+wideStep+1) // no more, as append would make
			copy(all, runes[:n])
			runes = all
			continue
		}
		if i < len(s) && s[i] >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				return nil, source{}, false
			}
			runes[n] = r
			n, i = n+1, i+size
		}
		for ; i < len(s) && s[i] < utf8.RuneSelf && n < len(runes); n, i = n+1, i+1 {
			runes[n] = rune(s[i])
		}
	}
	ok = src.end(runes[:n])
	return runes[:n:n], src, ok
}

const (
	// wideStep is how many characters decodeWide decodes at a time.
	wideStep = 4
	// atHand is how many runes are decoded before they are looked at again.
	atHand = 1024
)

// decodeWide decodes the characters of wide bytes that s begins with, as nearly every
// character of a report, and returns how many it did: it may leave a few of them.
// Whether they are ones that UTF-8 has, the source tells, by the bytes that they take.
func decodeWide(runes []rune, s string) int {
	room := len(runes)
	for len(runes) > wideStep && len(s) >= wideStep*wide+2 {
		v, w := word(s), word(s[2*wide:])
		if !areWide(v) || !areWide(w) {
			break
		}
		v, w = twoWide(v), twoWide(w)
		runes[0], runes[1], runes[2], runes[3] = rune(v&0xFFFF), rune(v>>24), rune(w&0xFFFF), rune(w>>24)
		runes, s = runes[wideStep:], s[wideStep*wide:]
	}
	if len(runes) > 2 && len(s) >= 8 {
		if w := word(s); areWide(w) {
			w = twoWide(w)
			runes[0], runes[1] = rune(w&0xFFFF), rune(w>>24)
			runes = runes[2:]
		}
	}
	return room - len(runes)
}

// word is the first eight bytes of s, the first lowest.
func word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// areWide reports whether w begins with two characters of wide bytes.
func areWide(w uint64) bool { return w&0xC0C0F0_C0C0F0 == 0x8080E0_8080E0 }

// twoWide are the two characters of wide bytes that w begins with, the first in the
// lowest 16 bits, the second from bit 24 on.
func twoWide(w uint64) uint64 {
	return w<<12&0xF000_00F000 | w>>2&0xFC0_000FC0 | w>>16&0x3F_00003F
}

// decodeBroken is decodeUTF8 without a source, of any s.
func decodeBroken(s string) (runes []rune, bad int) {
	runes = make([]rune, 0, leadBytes(s))
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && size == 1 {
			bad++
			size = brokenLen(s)
		}
		runes = append(runes, r)
		s = s[size:]
	}
	return runes, bad
}

// leadBytes counts the bytes of s that are not continuation bytes: the number
// of runes where s is valid UTF-8.
func leadBytes(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// brokenLen is the length of the longest beginning of b that could have begun
// a character, at least 1. b begins with a broken sequence.
func brokenLen(b string) int {
	need, lo, hi := 0, byte(0x80), byte(0xBF)
	switch c := b[0]; {
	case c >= 0xC2 && c <= 0xDF:
		need = 1
	case c == 0xE0:
		need, lo = 2, 0xA0
	case c == 0xED:
		need, hi = 2, 0x9F
	case c >= 0xE1 && c <= 0xEF:
		need = 2
	case c == 0xF0:
		need, lo = 3, 0x90
	case c == 0xF4:
		need, hi = 3, 0x8F
	case c >= 0xF1 && c <= 0xF3:
		need = 3
	}
	n := 1
	for ; n <= need && n < len(b) && lo <= b[n] && b[n] <= hi; n++ {
		lo, hi = 0x80, 0xBF
	}
	return n
}
