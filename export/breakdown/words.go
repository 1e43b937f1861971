package breakdown

import (
	"slices"
	"strings"

	"pledger/ledger"
	"pledger/locale"
)

// readCategory reads the word of a category, in either language.
func readCategory(s string) (ledger.Category, bool) {
	v, ok := readWord("breakdown.category.", s, string(ledger.Target), string(ledger.Task))
	return ledger.Category(v), ok
}

// readHardness reads the word of a hardness, in either language.
func readHardness(s string) (ledger.Hardness, bool) {
	v, ok := readWord("breakdown.hardness.", s, string(ledger.Hard), string(ledger.Soft))
	return ledger.Hardness(v), ok
}

// readWord finds the value whose word s is; "" is no value and allowed.
func readWord(prefix, s string, values ...string) (string, bool) {
	s = strings.ToLower(bare(s))
	if s == "" || slices.Contains(values, s) {
		return s, true
	}
	for _, v := range values {
		for _, lang := range locale.All() {
			if s == strings.ToLower(bare(lang.Text(prefix+v))) {
				return v, true
			}
		}
	}
	return "", false
}
