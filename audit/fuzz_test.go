package audit_test

import (
	"testing"

	"pledger/audit"
	"pledger/examples"
	"pledger/lexicon"
)

// FuzzCheck feeds texts to the audit, alone and against each other: it must not
// break, and what it points at must be there.
func FuzzCheck(f *testing.F) {
	f.Add(examples.Sample)
	for _, d := range audit.Codes() {
		f.Add(d.Last + "\n" + d.Example)
	}
	f.Fuzz(func(t *testing.T, text string) {
		set := extract(text)
		rs := append(check(set), audit.CheckAcross(set, set, lexicon.Default())...)
		for _, r := range rs {
			if len(r.Figures) == 0 {
				t.Errorf("%s names no figure", r.Code)
			}
			for _, g := range r.Figures {
				if g.Figure < 0 || g.Figure >= len(set.Figures) || set.Figures[g.Figure].Pos != g.Pos {
					t.Errorf("%s points at %v", r.Code, g)
				}
			}
			if (r.Result == audit.Contradicts) != (r.Grade != "") || (r.Result == audit.Implied) != (r.Implied != nil) || (r.Result == audit.NotComparable) != (r.Reason != "") {
				t.Errorf("%s is %s with grade %q, implied %v, reason %q", r.Code, r.Result, r.Grade, r.Implied, r.Reason)
			}
			if len(r.Working()) == 0 {
				t.Errorf("%s has no working", r.Code)
			}
		}
	})
}
