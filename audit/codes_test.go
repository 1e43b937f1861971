package audit_test

import (
	"strings"
	"testing"

	"pledger/audit"
	"pledger/lexicon"
)

// TestCodes runs the worked example of each definition: it must give its code
// with its result, and no other contradiction.
func TestCodes(t *testing.T) {
	for _, d := range audit.Codes() {
		set, last := extract(d.Example), extract(d.Last)
		rs := check(set)
		if d.Last != "" {
			rs = audit.CheckAcross(last, set, lexicon.Default())
		}
		found := false
		for _, r := range rs {
			if r.Code == d.Code && r.Result == d.Want {
				found = true
			}
			if r.Result == audit.Contradicts && d.Want != audit.Contradicts {
				t.Errorf("%s %q: %s contradicts", d.Code, d.Example, r.Code)
			}
		}
		if !found {
			t.Errorf("%s %q: not %s; found %d relations", d.Code, d.Example, d.Want, len(rs))
			for _, r := range rs {
				t.Logf("   %s %s %s %v", r.Code, r.Result, r.Reason, numbersOf(r, last, set))
			}
		}
	}
}

// TestEveryCodeIsDefined demands a definition for each finder.
func TestEveryCodeIsDefined(t *testing.T) {
	defined := map[audit.Code]bool{}
	for _, d := range audit.Codes() {
		defined[d.Code] = true
		if d.Means == "" || d.Working == "" || strings.TrimSpace(d.Example) == "" {
			t.Errorf("%s: the definition has a gap", d.Code)
		}
	}
	for _, c := range audit.Finders() {
		if !defined[c] {
			t.Errorf("%s has no definition", c)
		}
	}
}
