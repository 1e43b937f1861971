package statement_test

import (
	"fmt"
	"strings"
	"testing"

	"pledger/document"
	"pledger/export"
	"pledger/internal/golden"
)

// TestNature runs the cases of what each number is; their inputs are sentences
// without a report around them.
func TestNature(t *testing.T) {
	golden.Run(t, "testdata/nature/*.txtar", golden.Stage{Name: "nature", Print: printNature})
}

// TestFigures runs the cases of what each figure says.
func TestFigures(t *testing.T) {
	golden.Run(t, "testdata/figures/*.txtar", golden.Stage{Name: "figures", Print: printFigures})
}

// TestPledges runs the cases of what is promised, and of the mechanisms named.
func TestPledges(t *testing.T) {
	golden.Run(t, "testdata/pledges/*.txtar",
		golden.Stage{Name: "pledges", Print: printPledges},
		golden.Stage{Name: "mechanisms", Print: printMechanisms})
}

// line joins the columns of a line; absent ones stand as a dash.
func line(b *strings.Builder, p document.Position, columns ...string) {
	fmt.Fprintf(b, "%d:%d", p.Start, p.End)
	for _, c := range columns {
		if c == "" {
			c = "-"
		}
		b.WriteString("\t" + c)
	}
	b.WriteByte('\n')
}

// printNature prints each number and what it is.
func printNature(input string) string {
	var b strings.Builder
	set := extract(input)
	for _, m := range set.Mentions {
		line(&b, m.Pos, string(m.What), set.Report.Text.Slice(m.Pos))
	}
	return b.String()
}

// printFigures prints each figure: number, subject, value and unit, bound,
// kind and direction, period, role, then its region and base where it has one.
func printFigures(input string) string {
	var b strings.Builder
	set := extract(input)
	for i := range set.Figures {
		f := &set.Figures[i]
		x := export.NewFigure(set, f)
		columns := []string{
			x.Num, x.Subject, strings.TrimSpace(x.Value + " " + string(x.Unit)), x.Bound,
			strings.TrimSpace(x.Kind + " " + string(x.Direction)), string(x.Period), x.Role,
		}
		if x.Region != "" {
			columns = append(columns, "in "+string(x.Region))
		}
		if f.Base.Kind != 0 {
			words := ""
			if f.Base.Pos.Valid() {
				words = " " + set.Report.Text.Slice(f.Base.Pos)
			}
			columns = append(columns, "to "+f.Base.Kind.String()+words)
		}
		line(&b, f.Pos, columns...)
	}
	return b.String()
}

// printPledges prints each pledge: hardness, deadline, text, verbs, objects,
// the numbers of its figures, its places.
func printPledges(input string) string {
	var b strings.Builder
	set := extract(input)
	for i := range set.Pledges {
		p := &set.Pledges[i]
		var numbers []string
		for _, f := range p.Figures {
			numbers = append(numbers, set.Report.Text.Slice(set.Figures[f].Pos))
		}
		line(&b, p.Pos, p.Hardness.String(), p.Deadline, set.Report.Text.Slice(p.Pos), strings.Join(p.Verbs, " "),
			strings.Join(p.Objects, " "), strings.Join(numbers, " "), strings.Join(p.Places, " "))
	}
	return b.String()
}

// printMechanisms prints each mechanism: its name, its head, and the pledge it
// stands in by number from 0.
func printMechanisms(input string) string {
	var b strings.Builder
	set := extract(input)
	for _, m := range set.Mechanisms {
		pledge := ""
		if m.Pledge >= 0 {
			pledge = fmt.Sprint(m.Pledge)
		}
		line(&b, m.Pos, m.Name, m.Head, pledge)
	}
	return b.String()
}
