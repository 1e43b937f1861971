// Package golden runs golden files: one input, and what each stage of the
// reader prints for it.
//
// A case is a txtar file. It begins with comment lines that say what the case
// is about, then has a section "input" and one section for each stage of
// interest, named like the stage:
//
//	# “多” fills up to the next step of the last non-zero digit.
//	-- input --
//	减排1000多吨。
//	-- quantity --
//	2:8  (1000, 2000) 吨
//
// go test -update rewrites the stages' sections; the difference is the review.
// A stage known to be wrong keeps today's output in its section and what it
// should be in a section "want: quantity"; the test says so once it is met, and
// -update then drops it.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// inputName and wantPrefix name the sections that are no stage's.
const (
	inputName  = "input"
	wantPrefix = "want: "
)

// Updating reports whether the test is to rewrite what it compares with; for
// tests that keep other files by the same flag.
func Updating() bool { return *update }

// Stage prints what one stage makes of an input.
type Stage struct {
	Name  string // the section's name
	Print func(input string) string
}

// Run runs every case that the glob pattern names as a subtest; there must be
// at least one. A case may leave stages out; one that has no section but the
// input gets all of them on -update.
func Run(t *testing.T, pattern string, stages ...Stage) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files match %s (%v)", pattern, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
		t.Run(name, func(t *testing.T) { runFile(t, file, stages) })
	}
}

// runFile runs or rewrites one case.
func runFile(t *testing.T, file string, stages []Stage) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	arc := txtar.Parse(data)
	fresh, problems := check(arc, stages)
	if *update {
		if err := os.WriteFile(file, txtar.Format(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, p := range problems {
		t.Errorf("%s: %s", file, p)
	}
}

// check compares a case with what the stages print now. It returns the case as
// -update would write it and what is wrong with the present one.
func check(arc *txtar.Archive, stages []Stage) (fresh *txtar.Archive, problems []string) {
	fresh = &txtar.Archive{Comment: arc.Comment}
	if !strings.HasPrefix(string(arc.Comment), "# ") {
		problems = append(problems, "the file must begin with a comment (# …) that says what the case is about")
	}
	if len(arc.Files) == 0 || arc.Files[0].Name != inputName {
		return arc, append(problems, "the first section must be -- input --")
	}
	input := strings.TrimSuffix(string(arc.Files[0].Data), "\n")
	fresh.Files = append(fresh.Files, arc.Files[0])
	got := map[string]string{}
	for _, s := range stages {
		if has(arc, s.Name) || len(arc.Files) == 1 {
			got[s.Name] = ended(s.Print(input))
		}
		if len(arc.Files) == 1 {
			problems = append(problems, "no section "+s.Name+"; run go test -update")
			fresh.Files = append(fresh.Files, txtar.File{Name: s.Name, Data: []byte(got[s.Name])})
		}
	}
	for _, f := range arc.Files[1:] {
		stage, isWant := strings.CutPrefix(f.Name, wantPrefix)
		now, known := got[stage]
		switch {
		case !known:
			problems = append(problems, "section "+f.Name+" belongs to no stage")
		case isWant && now == string(f.Data):
			problems = append(problems, stage+" is now as wanted; run go test -update, which drops the section")
			continue
		case !isWant && now != string(f.Data):
			problems = append(problems, stage+" (-file +now):\n"+cmp.Diff(string(f.Data), now))
			f.Data = []byte(now)
		}
		fresh.Files = append(fresh.Files, f)
	}
	return fresh, problems
}

// has reports whether arc has a section of that name.
func has(arc *txtar.Archive, name string) bool {
	for _, f := range arc.Files {
		if f.Name == name {
			return true
		}
	}
	return false
}

// ended is s with a line break at its end, as every section has; nothing stays
// nothing.
func ended(s string) string {
	if s == "" || strings.HasSuffix(s, "\n") {
		return s
	}
	return s + "\n"
}
