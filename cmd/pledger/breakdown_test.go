package main

import (
	"path/filepath"
	"strings"
	"testing"

	"pledger/internal/shared"
)

// TestBreakdownComesBack opens the real report and demands that its breakdown,
// read back in each format, changes nothing in the ledger.
func TestBreakdownComesBack(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "nmg.db")
	must(t, "open", "--db", db, "--place", "150000", "--year", "2021", shared.Path(t, "reports", "nmg-2021.txt"))
	accounts := strings.Count(must(t, "export", "breakdown", "--db", db, "--format", "csv"), "\n") - 1
	const fewest = 290 // pledges that the report makes
	if accounts < fewest {
		t.Errorf("%d accounts, want %d or more", accounts, fewest)
	}
	for _, format := range []string{"csv", "xlsx", "docx", "json"} {
		file := filepath.Join(dir, "out."+format)
		must(t, "export", "breakdown", "--db", db, "--format", format, "-o", file)
		got := must(t, "import", "breakdown", "--db", db, "--into", "150000-2021", file)
		if want := (&app{}).text("desk.plan", accounts, 0, 0, 0, 0); !strings.Contains(got, want) {
			t.Errorf("read back from %s: %s, want %s", format, got, want)
		}
	}
	must(t, "fsck", "--db", db)
}
