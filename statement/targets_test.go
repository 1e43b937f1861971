package statement_test

import (
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pledger/document"
	"pledger/internal/evaluate"
	"pledger/internal/shared"
	"pledger/statement"
)

// A target is a row of testdata/targets.tsv: one of the main targets of a
// state report. Its role in the text is that of a target.
type target struct {
	file string
	gold evaluate.GoldFigure
}

// id is how the test names a target.
func (t target) id() string { return t.file + ":" + strconv.Itoa(t.gold.At) }

// targetColumns is the head of testdata/targets.tsv.
const targetColumns = "file\tat\tnum\tindicator\tsubject\tvalue\tunit\tbound\tkind\tdirection\tperiod\tnote"

// knownTargets are the fields of targets that are not read right today, and
// why; the test says so once one is mended. Wordings of subjects are only
// counted.
var knownTargets = map[string]string{
	"cn-2021.txt:7302 kind":      "the growth is only named in the next clause",
	"cn-2021.txt:7302 direction": "the growth is only named in the next clause",
}

// targetFields are the fields that must be right unless they are known not to be.
var targetFields = []string{evaluate.Missing, "value", "unit", "bound", "kind", "direction", "period", "role"}

// readTargets reads the table.
func readTargets(t testing.TB) []target {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "targets.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var out []target
	for n, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		if strings.HasPrefix(line, "#") || line == targetColumns {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != strings.Count(targetColumns, "\t")+1 {
			t.Fatalf("targets.tsv:%d has %d columns", n+1, len(c))
		}
		at, err := strconv.Atoi(c[1])
		if err != nil {
			t.Fatalf("targets.tsv:%d: %v", n+1, err)
		}
		out = append(out, target{c[0], evaluate.GoldFigure{
			ID: c[3], At: at, Num: c[2], What: statement.IsFigure, Subject: c[4], Value: c[5], Unit: c[6],
			Bound: c[7], Kind: c[8], Direction: c[9], Period: c[10], Role: statement.Target.String(),
		}})
	}
	return out
}

// wrong are the fields of a target that are not right; evaluate.Missing alone
// where it was not found.
func (t target) wrong(set *statement.Set) map[string]evaluate.Mismatch {
	out := map[string]evaluate.Mismatch{}
	for _, m := range evaluate.CompareFigures([]evaluate.GoldFigure{t.gold}, set).Mismatches {
		if m.At == t.gold.At {
			out[m.Field] = m
		}
	}
	return out
}

// TestTargets demands that every main target of the state reports since 1992
// is found with the right value and bound, and with every other field that is
// not known to be wrong.
func TestTargets(t *testing.T) {
	dir := shared.Path(t, "reports")
	targets := readTargets(t)
	right := map[string]int{}
	open := maps.Clone(knownTargets)
	for _, row := range targets {
		set := setOf(t, filepath.Join(dir, row.file))
		num := document.Position{Start: row.gold.At, End: row.gold.At + len([]rune(row.gold.Num))}
		if got := set.Report.Text.Slice(num); got != row.gold.Num {
			t.Fatalf("%s reads %q, not %q: the table does not fit the file", row.id(), got, row.gold.Num)
		}
		wrong := row.wrong(set)
		for _, f := range append(targetFields, "subject") {
			m, bad := wrong[f]
			reason, known := knownTargets[row.id()+" "+f]
			delete(open, row.id()+" "+f)
			switch {
			case !bad && known:
				t.Errorf("%s %s is read right now; take it from knownTargets (%s)", row.id(), f, reason)
			case bad && f == "subject":
			case bad && !known:
				t.Errorf("%s %s: %s is %q, want %q, in %s", row.id(), row.gold.ID, f, m.Got, m.Want, m.Context)
			}
			if !bad {
				right[f]++
			}
		}
	}
	for id := range open {
		t.Errorf("knownTargets names %s, which is no target", id)
	}
	for _, f := range append(targetFields, "subject") {
		t.Logf("%-9s %d of %d right", f, right[f], len(targets))
	}
}
