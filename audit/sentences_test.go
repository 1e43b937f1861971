package audit_test

import (
	"os"
	"strings"
	"testing"

	"pledger/audit"
	"pledger/lexicon"
	"pledger/statement"
)

// none marks sentences whose numbers stand near each other and are not related.
const none = "none"

// rows reads a table of columns parted by tabs.
func rows(t *testing.T, file string) (out [][]string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

// TestSentences judges the sentences of our own.
func TestSentences(t *testing.T) {
	for _, f := range rows(t, "testdata/sentences.tsv") {
		set := extract(f[2])
		demand(t, f[0], f[1], f[2], check(set), nil, set)
	}
}

// TestPairs judges the pairs of sentences of two years.
func TestPairs(t *testing.T) {
	for _, f := range rows(t, "testdata/pairs.tsv") {
		last, this := extract(f[2]), extract(f[3])
		demand(t, f[0], f[1], f[2]+" ⟶ "+f[3], audit.CheckAcross(last, this, lexicon.Default()), last, this)
	}
}

// demand demands a relation with its result, and no other contradiction.
func demand(t *testing.T, code, result, text string, rs []audit.Relation, last, this *statement.Set) {
	t.Helper()
	found := result == none
	for _, r := range rs {
		right := string(r.Code) == code && string(r.Result) == result
		found = found || right
		if !right && (r.Result == audit.Contradicts || result == none && r.Result == audit.Holds) {
			t.Errorf("%s: %s %s %v", text, r.Code, r.Result, numbersOf(r, last, this))
		}
	}
	if !found {
		t.Errorf("%s: not %s %s", text, code, result)
	}
}
