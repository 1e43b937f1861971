package quantity

import (
	"fmt"
	"strings"
	"testing"

	"pledger/document"
)

// scanOne prints the first number of a text that is no part of another.
func scanOne(t testing.TB, s string) Quantity {
	t.Helper()
	qs := Scan(document.FromString("t.txt", s), testLexicon(t))
	if len(qs) == 0 {
		return Quantity{}
	}
	return qs[0]
}

// Every row of data/bounds.tsv carries an example.
func TestBoundExamples(t *testing.T) {
	for _, list := range tables.cues {
		for _, cues := range list {
			for _, c := range cues {
				text, want, ok := strings.Cut(c.example, " = ")
				if !ok || !strings.Contains(text, string(c.word)) {
					t.Errorf("%s: no example that holds the word: %q", string(c.word), c.example)
				} else if q := scanOne(t, text+"。"); q.String() != want || q.Bound != c.bound {
					t.Errorf("%s = %s (%s), want %s (%s)", text, q, q.Bound, want, c.bound)
				}
			}
		}
	}
}

func printScan(t testing.TB) func(string) string {
	lex := testLexicon(t)
	return func(input string) string {
		var b strings.Builder
		text := document.FromString("t.txt", input)
		for _, q := range Scan(text, lex) {
			fmt.Fprintf(&b, "%d:%d %s\t%s %s %s = %s\n", q.Pos.Start, q.Pos.End, text.Slice(q.Pos), q.ValueString(), q.UnitName(), q.Bound, q)
		}
		return b.String()
	}
}
