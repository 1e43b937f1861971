package document

import (
	"math/bits"
	"unicode/utf8"
)

// decodeUTF8 returns the runes of b and how many of them stand for broken
// bytes. Each longest beginning of a sequence that goes wrong gives one
// U+FFFD, as browsers do it. The marks are those of a source, of what is before
// the first broken sequence.
func decodeUTF8[B []byte | string](b B) (runes []rune, marks []int32, bad int) {
	runes = make([]rune, leadBytes(b))
	marks = make([]int32, 0, len(runes)/markEvery+1)
	n, i := 0, 0 // how far it came in runes and in b
	for whole := true; whole; {
		marks = append(marks, int32(i))
		from := n
		n, i = decodeValid(runes[:min(len(runes), n+markEvery)], n, b, i)
		whole = n == from+markEvery
	}
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
	return runes, marks, bad
}

// oddLeads are the low halves of the leads E0 and ED.
const oddLeads = 1<<0x0 | 1<<0xD

// decodeValid decodes b from offset i on into runes from index n on, up to the
// end of either or the first broken sequence. It returns how far it came in both.
func decodeValid[B []byte | string](runes []rune, n int, b B, i int) (int, int) {
	for n < len(runes) && i < len(b) {
		// Nearly every character of a report has three bytes. Leads from E1 but
		// ED have neither overlong forms nor surrogates.
		for n < len(runes) && i+4 <= len(b) {
			t := b[i : i+4]
			w := uint32(t[0]) | uint32(t[1])<<8 | uint32(t[2])<<16 | uint32(t[3])<<24
			if w&0xC0C0F0 != 0x8080E0 || oddLeads>>(w&0x0F)&1 != 0 {
				break
			}
			runes[n] = rune(w&0x0F<<12 | w>>8&0x3F<<6 | w>>16&0x3F)
			n, i = n+1, i+3
		}
		if n >= len(runes) || i >= len(b) {
			break
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
		runes[n] = r
		n, i = n+1, i+size
	}
	return n, i
}

// leadBytes counts the bytes of b that are not continuation bytes: the number
// of runes where b is valid UTF-8.
func leadBytes[B []byte | string](b B) int {
	n := len(b)
	for ; len(b) >= 8; b = b[8:] {
		w := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		const high = 0x8080808080808080
		n -= bits.OnesCount64(w & high &^ (w << 1 & high)) // 10xxxxxx: bit 7 set, bit 6 not
	}
	for i := range len(b) {
		if c := b[i]; c&0xC0 == 0x80 {
			n--
		}
	}
	return n
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
