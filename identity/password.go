package identity

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	// MinPassword is how many characters a password has at least. NIST SP
	// 800-63B-4, 3.1.1.2 asks 15 of passwords that stand alone and 8 of others;
	// 12 with waiting after failures is between, and four Chinese words or a
	// short sentence reach it.
	MinPassword = 12
	// MaxPassword bounds what is hashed. The same source asks for 64 at least.
	MaxPassword = 256
)

const (
	besidesName = 8 // characters that a password has besides the user's name
	repeated    = 4 // the longest stretch whose repetition is no password
)

// common lists passwords that are guessed first and are long enough otherwise.
//
//go:embed common.txt
var common string

// normal is a password as it is hashed: full-width and plain letters are one,
// as an input method may type either. NIST SP 800-63B-4 names this form.
func normal(password string) string { return norm.NFKC.String(password) }

// checkPassword says why a password cannot be the user's; nil where it can.
// There is no rule on which kinds of characters it holds: such rules make
// passwords alike (NIST SP 800-63B-4, 3.1.1.2).
func checkPassword(name, password string) *Problem {
	p := normal(password)
	n := utf8.RuneCountInString(p)
	low := strings.ToLower(p)
	switch {
	case n < MinPassword:
		return &Problem{"password", ShortPass, []any{MinPassword}}
	case n > MaxPassword:
		return &Problem{"password", LongPass, []any{MaxPassword}}
	case isCommon(low):
		return &Problem{"password", CommonPass, nil}
	case isRepeated([]rune(low)):
		return &Problem{"password", RepeatPass, nil}
	case name != "" && utf8.RuneCountInString(strings.ReplaceAll(low, name, "")) < min(besidesName, n):
		return &Problem{"password", NamePass, nil}
	}
	return nil
}

// isCommon reports whether the password stands on the list.
func isCommon(low string) bool {
	for line := range strings.Lines(common) {
		if strings.TrimSpace(line) == low {
			return true
		}
	}
	return false
}

// isRepeated reports whether a few characters make the whole password.
func isRepeated(p []rune) bool {
	for size := 1; size <= repeated; size++ {
		same := true
		for i := size; i < len(p) && same; i++ {
			same = p[i] == p[i-size]
		}
		if same {
			return true
		}
	}
	return false
}
