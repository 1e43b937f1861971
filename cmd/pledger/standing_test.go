package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pledger/export/standings"
	"pledger/internal/shared"
)

// unreadRows are the names and values of the published readings that the
// catalogue does not know or that are no numbers: the import refuses them.
var unreadRows = []string{"工业民间投资增长", "新建高标准农田", "左右"}

// TestGoldenYear holds the standing of a real report's targets at the ends of
// months against what was written by hand.
func TestGoldenYear(t *testing.T) {
	report := shared.Path(t, "reports", "nmg-2021.txt")
	published, err := os.ReadFile(shared.Path(t, "data", "nmg-2021-readings.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	db, values := filepath.Join(dir, "nmg.db"), filepath.Join(dir, "readings.jsonl")
	if err := os.WriteFile(values, []byte(readable(string(published))), 0o600); err != nil {
		t.Fatal(err)
	}
	pledger(t, "open", "--db", db, "--place", "150000", "--year", "2021", report)
	pledger(t, "import", "readings", "--db", db, "--lag", "20", values)
	golden, err := os.ReadFile(filepath.Join("testdata", "standing", "nmg-2021.txt"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]map[int]string{} // by day
	lines := bufio.NewScanner(bytes.NewReader(golden))
	for lines.Scan() {
		if line := lines.Text(); line != "" && line[0] != '#' && !strings.HasPrefix(line, "at ") {
			at, day, rest := atoi(t, line), strings.Fields(line)[1], strings.Join(strings.Fields(line)[2:], " ")
			if want[day] == nil {
				want[day] = map[int]string{}
			}
			want[day][at] = rest
		}
	}
	for day, accounts := range want {
		var got standingReport
		if err := json.Unmarshal(pledger(t, "standing", "--db", db, "--on", day, "--format", "json"), &got); err != nil {
			t.Fatal(err)
		}
		sum := 0
		for _, n := range got.Counts.States {
			sum += n
		}
		if sum != got.Counts.All || sum != len(got.Accounts) {
			t.Errorf("%s: %d counted by state, %d in all, %d listed", day, sum, got.Counts.All, len(got.Accounts))
		}
		var rows []standings.Row
		for _, r := range got.Accounts {
			if len(r.All) == 0 {
				r.All = []standings.Row{r.Row}
			}
			rows = append(rows, r.All...)
		}
		for _, r := range rows {
			if r.At == 0 {
				continue
			}
			cells := []string{string(r.State), r.Light, r.Value, r.Target, r.Share, r.Expected, r.Distance, r.Code}
			for i := range cells {
				if cells[i] == "" {
					cells[i] = "-"
				}
			}
			if line := strings.Join(cells, " "); line != accounts[r.At] {
				t.Errorf("%d on %s: %s, want %s", r.At, day, line, accounts[r.At])
			}
			delete(accounts, r.At)
		}
		if len(accounts) > 0 {
			t.Errorf("%s: not there: %v", day, accounts)
		}
	}
}

// readable leaves out unreadRows.
func readable(published string) string {
	var kept strings.Builder
	for line := range strings.Lines(published) {
		unread := false
		for _, words := range unreadRows {
			unread = unread || strings.Contains(line, words)
		}
		if !unread {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

// pledger runs the command, which must succeed, and gives what it printed.
func pledger(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if status := run(t.Context(), args, strings.NewReader(""), &out, &errs); status != exitDone {
		t.Fatalf("%q ends with %d: %s", args, status, errs.String())
	}
	return out.Bytes()
}

// atoi is the number at the beginning of a line.
func atoi(t *testing.T, line string) int {
	t.Helper()
	n := 0
	for _, c := range strings.Fields(line)[0] {
		if c < '0' || c > '9' {
			t.Fatalf("%q does not begin with a number", line)
		}
		n = 10*n + int(c-'0')
	}
	return n
}
