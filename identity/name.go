package identity

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const (
	minName    = 2  // runes: 王某
	maxName    = 32 // runes
	maxDisplay = 40 // runes
	maxSubject = 255
)

// Name is a user name as it is kept: full-width letters become plain ones,
// capitals small, and spaces around it go, so that it does not matter how an
// input method typed it.
func Name(typed string) string {
	return strings.ToLower(norm.NFKC.String(strings.TrimSpace(typed)))
}

// goodName reports whether a name may be a user's: letters a to z, digits and
// Chinese characters, with . - _ between, so that no two names look alike.
func goodName(name string) bool {
	runes := []rune(name)
	if len(runes) < minName || len(runes) > maxName || Name(name) != name {
		return false
	}
	for i, r := range runes {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', unicode.Is(unicode.Han, r):
		case i > 0 && i < len(runes)-1 && strings.ContainsRune(".-_", r):
		default:
			return false
		}
	}
	return true
}

// plain reports whether s is text of at most limit runes without control or
// formatting characters, which could make a name look like another's.
func plain(s string, limit int) bool {
	n := 0
	for _, r := range s {
		if n++; n > limit || r == unicode.ReplacementChar || !unicode.IsPrint(r) && r != '\u3000' {
			return false
		}
	}
	return true
}
