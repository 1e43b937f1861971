package statement_test

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"pledger/document"
	"pledger/lexicon"
	"pledger/report"
	"pledger/statement"
)

// TestCutAnywhere reads every beginning of the golden texts: a rule that looks ahead must not
// look past the end of a text that was cut off, 总投资60亿元的三年.
func TestCutAnywhere(t *testing.T) {
	files, err := filepath.Glob("testdata/figures/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files in testdata/figures (%v)", err)
	}
	lex := lexicon.Default()
	for _, file := range files {
		arc, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		rs := []rune(string(arc.Files[0].Data))
		for end := range rs {
			cut(t, lex, rs[:end])
		}
	}
}

// cut reads rs, and fails the test where that panics or leaves a position outside rs.
func cut(t *testing.T, lex *lexicon.Lexicon, rs []rune) {
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("…%s: %v", string(rs[max(0, len(rs)-20):]), p)
		}
	}()
	for _, w := range walk(statement.Extract(report.Parse(document.FromString("cut.txt", string(rs))), lex)) {
		t.Errorf("…%s: %s", string(rs[max(0, len(rs)-20):]), w)
	}
}
