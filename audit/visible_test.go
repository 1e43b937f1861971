package audit_test

import (
	"path/filepath"
	"testing"

	"pledger/audit"
	"pledger/internal/shared"
	"pledger/lexicon"
	"pledger/statement"
)

// trueErrors are the contradictions of grade error in the visible reports that
// a careful reader agrees with, as docs/findings.md lists them.
var trueErrors = map[string]bool{"cn-1987.txt level-growth": true}

// TestVisible goes through all visible reports, alone and each against the one
// before it: no contradiction may be found that was not agreed with by hand.
func TestVisible(t *testing.T) {
	files := shared.Files(t, "reports", "*.txt")
	var last *statement.Set
	n := map[audit.Result]int{}
	for _, file := range files {
		set := setOf(t, file)
		rs := check(set)
		if last != nil && set.Report.Year == last.Report.Year+1 && set.Government == last.Government {
			rs = append(rs, audit.CheckAcross(last, set, lexicon.Default())...)
		}
		for _, r := range rs {
			n[r.Result]++
			key := filepath.Base(file) + " " + string(r.Code)
			if r.Grade == audit.GradeError && !trueErrors[key] {
				t.Errorf("%s %v: not agreed with by hand", key, numbersOf(r, last, set))
			}
		}
		last = set
	}
	t.Logf("%d reports: %v", len(files), n)
}
