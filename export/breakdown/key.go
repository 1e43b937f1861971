package breakdown

import (
	"strings"
	"unicode"
)

// bare is s without spaces and control characters.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == '\ufeff' || r == '\ufffd' {
			return -1
		}
		return r
	}, s)
}

// textKey is what two wordings of one text have in common: formats differ in
// how they keep spaces, line breaks and the full stop at the end.
func textKey(s string) string { return strings.TrimRight(bare(s), "。；;") }

// deadlineKey is what two wordings of one deadline have in common: a text says
// 12月底前完成 where a table says 12月底前.
func deadlineKey(s string) string { return strings.TrimSuffix(textKey(s), "完成") }
