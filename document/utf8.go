package document

import (
	"math/bits"
	"unicode/utf8"
)

// decodeUTF8 returns the runes of b and how many of them stand for broken
// bytes. Each longest beginning of a sequence that goes wrong gives one
// U+FFFD, as browsers do it. The marks are those of a source, of what is before
// the first broken sequence.
func decodeUTF8[B []byte | string](b B) (runes []rune, m marks, bad int) {
	runes = make([]rune, leadBytes(b))
	m = marks{begins: make([]int32, 0, len(runes)/markEvery+1), plain: true}
	n, i := decodeValid(runes, &m, b)
	runes = runes[:n:n]
	for i < len(b) {
		r, size := utf8.DecodeRuneInString(string(b[i:min(i+utf8.UTFMax, len(b))]))
		if r == utf8.RuneError && size == 1 {
			bad++
			size = brokenLen(b[i:])
		}
		runes = append(runes, r)
		i += size
	}
	return runes, m, bad
}

// oddLead reports whether the lead of a rune of wide bytes is E0 or ED.
func oddLead(r rune) bool {
	const odd = 1<<0x0 | 1<<0xD // by the lead's low half
	return odd>>(uint32(r)>>12)&1 != 0
}

// decodeValid decodes b into runes up to the first broken sequence. It returns how
// far it came in both, and notes in m what it came by.
func decodeValid[B []byte | string](runes []rune, m *marks, b B) (n, i int) {
	begins := m.begins
	defer func() { m.begins = begins }()
	for {
		for len(begins)*markEvery <= n {
			begins = append(begins, int32(i-wide*(n-len(begins)*markEvery)))
		}
		if n == len(runes) || i == len(b) {
			return n, i
		}
		if k := decodeWide(runes[n:], b[i:]); k > 0 {
			n, i = n+k, i+wide*k
			continue
		}
		if c := b[i]; c < utf8.RuneSelf {
			runes[n] = rune(c)
			n, i = n+1, i+1
			continue
		}
		r, size := utf8.DecodeRuneInString(string(b[i:min(i+utf8.UTFMax, len(b))]))
		if r == utf8.RuneError && size == 1 {
			return n, i
		}
		m.plain = m.plain && size <= wide
		runes[n] = r
		n, i = n+1, i+size
	}
}

// decodeWide decodes the characters of wide bytes that b begins with, as nearly every
// character of a report, and returns how many they are. It ends early at the leads E0
// and ED, which have overlong forms and surrogates, and right before the end of b.
func decodeWide[B []byte | string](runes []rune, b B) int {
	n := 0
	for n+1 < len(runes) && len(b) >= 8 { // two at a time, out of eight bytes
		w := word(b[:8])
		if w&0xC0C0F0_C0C0F0 != 0x8080E0_8080E0 {
			break
		}
		w = w<<12&0xF000_00F000 | w>>2&0xFC0_000FC0 | w>>16&0x3F_00003F
		r, q := rune(w&0xFFFF), rune(w>>24)
		if oddLead(r) || oddLead(q) {
			break
		}
		runes[n], runes[n+1] = r, q
		n += 2
		b = b[2*wide:]
	}
	for ; n < len(runes) && len(b) >= 4; n++ {
		w := uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
		r := rune(w&0x0F<<12 | w>>8&0x3F<<6 | w>>16&0x3F)
		if w&0xC0C0F0 != 0x8080E0 || oddLead(r) {
			break
		}
		runes[n] = r
		b = b[wide:]
	}
	return n
}

// leadBytes counts the bytes of b that are not continuation bytes: the number
// of runes where b is valid UTF-8.
func leadBytes[B []byte | string](b B) int {
	n := len(b)
	for ; len(b) >= 32; b = b[32:] { // at each eighth bit those of eight bytes
		n -= bits.OnesCount64(following(b[0:8])>>7 | following(b[8:16])>>6 | following(b[16:24])>>5 | following(b[24:32])>>4)
	}
	for i := range len(b) {
		if c := b[i]; c&0xC0 == 0x80 {
			n--
		}
	}
	return n
}

// following has the highest bit of each continuation byte among the eight of b.
func following[B []byte | string](b B) uint64 {
	w := word(b)
	const high = 0x8080808080808080
	return w & high &^ (w << 1) // 10xxxxxx: bit 7 set, bit 6 not
}

// word is the eight bytes of b, the first lowest.
func word[B []byte | string](b B) uint64 {
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// brokenLen is the length of the longest beginning of b that could have begun
// a character, at least 1. b begins with a broken sequence.
func brokenLen[B []byte | string](b B) int {
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
