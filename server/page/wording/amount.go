package wording

import (
	"strings"

	"pledger/document"
	"pledger/lexicon"
	"pledger/quantity"
)

// ParseAmount reads a number as people type it, 700亿 or 6.5, with or without
// the unit, and gives it as a plain decimal; ok is false where it is none.
func ParseAmount(lex *lexicon.Lexicon, s, unit string) (value string, ok bool) {
	s = strings.TrimSpace(s)
	s = strings.TrimSpace(strings.TrimSuffix(s, unit))
	if d, err := quantity.ParseDecimal(s); err == nil {
		return d.String(), true
	}
	if len(strings.Fields(s)) != 1 {
		return "", false // a report may break a number; who types one does not
	}
	text := document.FromString("", s)
	all := quantity.Scan(text, lex)
	if len(all) != 1 {
		return "", false
	}
	q := all[0]
	whole := document.Position{Start: 0, End: len([]rune(s))}
	if q.Full != whole || q.Unit != nil || q.Bound != quantity.Exact || !q.Value.Known() {
		return "", false
	}
	return q.Nominal.String(), true
}
