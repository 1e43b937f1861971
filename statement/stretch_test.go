package statement_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pledger/document"
	"pledger/internal/shared"
	"pledger/lexicon"
	"pledger/report"
	"pledger/statement"
)

// TestStretches demands that what is found in a report does not depend on how long the
// stretches are that it is read in.
func TestStretches(t *testing.T) {
	texts := ownTexts(t)
	for _, file := range shared.Files(t, "reports", "*.txt") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(file)] = string(data)
	}
	texts["no heading"] = strings.Repeat("新建道路3公里。\n\n", 9)
	lex := lexicon.Default()
	for name, text := range texts {
		rep := report.Parse(document.FromString(name, text)).Joined()
		whole := statement.ExtractIn(rep, lex, rep.Text.Len())
		for _, least := range []int{1, 3000} {
			if diff := cmp.Diff(whole, statement.ExtractIn(rep, lex, least), sameSet); diff != "" {
				t.Errorf("%s in stretches of %d runes (-whole +in stretches):\n%s", name, least, diff)
			}
		}
	}
}
