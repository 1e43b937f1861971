package statement_test

import (
	"fmt"
	"strings"
	"testing"
	"text/tabwriter"

	"pledger/internal/evaluate"
	"pledger/statement"
)

// The names of the measures beside those of the fields; they are also those of
// testdata/floors.tsv.
const (
	finding        = "finding" // F1 of the figures
	lenientSubject = "subject (lenient)"
	allFive        = "all five"
	allFiveLenient = "all five (lenient)"
	pledgeFinding  = "pledges" // F1 at overlap 0.7
	pledgePrefix   = "pledge " // before a pledge's field
)

// columns are the measures in the order of the table.
var columns = []string{
	finding, "subject", lenientSubject, "value", "unit", "bound", "kind", "direction", "period", "role", "region",
	allFive, allFiveLenient, pledgeFinding, "pledge hardness", "pledge deadline", "pledge quantified",
}

// share is how many of how many; both F1 and accuracy are one, so that the
// shares of several texts add up to that of all.
type share struct{ right, all int }

// rate is the share as a number; 1 of nothing.
func (s share) rate() float64 {
	if s.all == 0 {
		return 1
	}
	return float64(s.right) / float64(s.all)
}

// tally is what was measured of a text, by column.
type tally map[string]share

// add adds the counts of another text.
func (t tally) add(other tally) {
	for name, s := range other {
		t[name] = share{t[name].right + s.right, t[name].all + s.all}
	}
}

// take measures set against an annotation of it.
func take(t testing.TB, name string, a annotation, set *statement.Set) tally {
	out := tally{}
	figures, pledges := a.stretch.within(set)
	if a.figures != nil {
		res := evaluate.CompareFigures(a.figures, figures)
		out[finding] = f1(res.Found)
		for _, f := range res.Fields {
			out[strings.Replace(f.Field, evaluate.AllFive, allFive, 1)] = share{f.Right, f.Matched}
		}
		out[allFiveLenient] = share{out[allFive].right + onlySubjectWording(a.figures, figures, res), res.Found.Matched}
		logMismatches(t, name, res.Mismatches)
	}
	if a.pledges != nil {
		res := evaluate.ComparePledges(a.pledges, pledges)
		for _, at := range res.At {
			if at.Percent == evaluate.Usual {
				out[pledgeFinding] = f1(at.Found)
			}
		}
		for _, f := range res.Fields {
			out[pledgePrefix+f.Field] = share{f.Right, f.Matched}
		}
		logMismatches(t, name+" pledge", res.Mismatches)
	}
	return out
}

// f1 is the F1 of what was found as a share.
func f1(f evaluate.Found) share { return share{2 * f.Matched, f.Gold + f.Predicted} }

// onlySubjectWording counts the figures of which nothing but the wording of
// the subject is wrong, and that passes leniently.
func onlySubjectWording(gold []evaluate.GoldFigure, set *statement.Set, res evaluate.Figures) int {
	wrong := map[int]map[string]bool{}
	for _, m := range res.Mismatches {
		if wrong[m.At] == nil {
			wrong[m.At] = map[string]bool{}
		}
		wrong[m.At][m.Field] = true
	}
	n := 0
	for i := range gold {
		w := wrong[gold[i].At]
		if !w["subject"] || w["value"] || w["unit"] || w["period"] || w["role"] {
			continue
		}
		for _, f := range evaluate.CompareFigures(gold[i:i+1], set).Fields {
			if f.Field == lenientSubject {
				n += f.Right
			}
		}
	}
	return n
}

// logMismatches lists every difference, for go test -v.
func logMismatches(t testing.TB, name string, wrong []evaluate.Mismatch) {
	if !testing.Verbose() {
		return
	}
	for _, m := range wrong {
		t.Logf("%s %d %s: want %q, got %q in %s %s", name, m.At, m.Field, m.Want, m.Got, m.Context, m.Trace)
	}
}

// table prints tallies as a table, one text a line.
func table(names []string, tallies map[string]tally) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(w, "set\t%s\t\n", strings.Join(columns, "\t"))
	for _, name := range names {
		fmt.Fprint(w, name)
		for _, c := range columns {
			s, ok := tallies[name][c]
			if !ok {
				fmt.Fprint(w, "\t-")
				continue
			}
			fmt.Fprintf(w, "\t%.3f", s.rate())
		}
		fmt.Fprint(w, "\t\n")
	}
	w.Flush()
	return b.String()
}
