package statement

import (
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
)

// hanSize is how many bytes a Han character or a full-width mark takes: what
// nearly all words that the rules look for are made of.
const hanSize = 3

// firstRune is the rune that s begins with and its size; s is valid UTF-8.
func firstRune(s string) (rune, int) {
	if len(s) >= hanSize && s[0]>>4 == 0xE {
		return han(s[0], s[1], s[2]), hanSize
	}
	return utf8.DecodeRuneInString(s)
}

// lastRune is the rune that s ends with and its size; s is valid UTF-8.
func lastRune(s string) (rune, int) {
	if n := len(s); n >= hanSize && s[n-hanSize]>>4 == 0xE {
		return han(s[n-3], s[n-2], s[n-1]), hanSize
	}
	return utf8.DecodeLastRuneInString(s)
}

// han is the rune of three bytes of valid UTF-8.
func han(a, b, c byte) rune { return rune(a&0x0F)<<12 | rune(b&0x3F)<<6 | rune(c&0x3F) }

// runeCount is how many runes s has; s is valid UTF-8.
func runeCount(s string) (n int) {
	for s != "" {
		_, size := firstRune(s)
		n, s = n+1, s[size:]
	}
	return n
}

// mayHold reports whether a rune of s may be among b; s is valid UTF-8.
func mayHold(s string, b *runeBits) bool {
	for s != "" {
		var r rune
		size := hanSize
		if len(s) >= hanSize && s[0]>>4 == 0xE { // as firstRune, which is not called for each
			r = han(s[0], s[1], s[2])
		} else {
			r, size = utf8.DecodeRuneInString(s)
		}
		if b.may(r) {
			return true
		}
		s = s[size:]
	}
	return false
}

// runesOf are the runes of s; they hold until the next call.
func (e *extractor) runesOf(s string) []rune {
	rs := e.runes[:0]
	for s != "" {
		if len(s) >= hanSize && s[0]>>4 == 0xE { // as firstRune, which is not called for each
			rs, s = append(rs, han(s[0], s[1], s[2])), s[hanSize:]
			continue
		}
		r, size := utf8.DecodeRuneInString(s)
		rs, s = append(rs, r), s[size:]
	}
	e.runes = rs
	return rs
}

// tokensOf are the tokens of rs; they hold until the next call.
func (e *extractor) tokensOf(rs []rune) []lexicon.Token {
	e.inside = e.lex.Tokens(e.inside[:0], rs, 0, len(rs))
	return e.inside
}

// hasAnySuffix reports whether s ends in one of list.
func hasAnySuffix(s string, list []string) bool {
	for _, p := range list {
		if strings.HasSuffix(s, p) {
			return true
		}
	}
	return false
}
