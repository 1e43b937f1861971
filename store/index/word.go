package index

import (
	"strings"

	"golang.org/x/text/width"
)

// MaxWords is how many words of a search are looked at: more than anybody
// types, and few enough for one statement.
const MaxWords = 32

// Words is a search in words: parted by spaces, folded, each once. Words past
// MaxWords are left out.
func Words(text string) []string {
	var words []string
	seen := map[string]bool{}
	for _, w := range strings.Fields(Fold(text)) {
		if !seen[w] && len(words) < MaxWords {
			seen[w] = true
			words = append(words, w)
		}
	}
	return words
}

// Fold makes letters lower-case and of one width: ＧＤＰ, GDP and gdp are one.
func Fold(s string) string {
	return strings.ToLower(width.Fold.String(s))
}
