package statement_test

import (
	"os"
	"path/filepath"
	"runtime"
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
	const least = 300 // runes: of one paragraph or several
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
		if diff := cmp.Diff(whole, statement.ExtractIn(rep, lex, least), sameSet); diff != "" {
			t.Errorf("%s (-whole +in stretches):\n%s", name, diff)
		}
	}
}

// TestMemory demands that all the memory that reading a long text asks for, what it gives
// back on the way with it, is a small multiple of the text.
func TestMemory(t *testing.T) {
	const size, most = 4 << 20, 20
	text, lex := sampleOf(size), lexicon.Default()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	statement.Extract(report.Parse(document.FromString("long.txt", text)), lex)
	runtime.ReadMemStats(&after)
	if times := float64(after.TotalAlloc-before.TotalAlloc) / size; times > most {
		t.Errorf("reading takes %.1f times the memory of the text, more than %d", times, most)
	}
}
