package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"pledger/export"
	"pledger/internal/shared"
)

// TestCorpus reads every real report at once. None may fail, each must give
// figures and pledges, and what an object quotes must stand at its offset in
// the file.
func TestCorpus(t *testing.T) {
	dir := shared.Path(t, "reports")
	var out, errs bytes.Buffer
	if status := run(t.Context(), []string{"read", "--format", "jsonl", dir}, strings.NewReader(""), &out, &errs); status != exitDone {
		t.Errorf("exit status %d", status)
	}
	if errs.Len() > 0 {
		t.Errorf("said:\n%s", errs.String())
	}
	lines, err := export.ReadJSONL(&out)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string][]rune{}
	for _, r := range lines.Reports {
		data, err := os.ReadFile(r.File)
		if err != nil {
			t.Fatal(err)
		}
		texts[r.File] = []rune(strings.TrimPrefix(string(data), "\ufeff"))
		if r.Coverage.Figures == 0 || r.Title == "" && r.Year == nil {
			t.Errorf("%s: %d figures, title %q, no year", r.File, r.Coverage.Figures, r.Title)
		}
	}
	demand := func(p export.Place, quote string) {
		if got := string(texts[p.File][p.At : p.At+p.Len]); got != quote {
			t.Errorf("%s at %d: the text reads %q, the object %q", p.File, p.At, got, quote)
		}
	}
	for _, f := range lines.Figures {
		demand(f.Place, f.Num)
	}
	for _, p := range lines.Pledges {
		demand(p.Place, p.Text)
	}
}
