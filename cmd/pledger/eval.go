package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"pledger/internal/evaluate"
	"pledger/statement"
)

// evalFlags are the flags of pledger eval.
type evalFlags struct {
	figures, pledges string // gold files
	format           string // text or json
	errors           bool   // list every difference
}

// evalCommand is pledger eval: the reader measured against annotations.
func (a *app) evalCommand() *cobra.Command {
	var f evalFlags
	c := &cobra.Command{
		Use:     "eval --figures GOLD.jsonl [--pledges GOLD.jsonl] FILE",
		Short:   a.text("cmd.eval"),
		Example: "  pledger eval --figures report.figures.jsonl --pledges report.pledges.jsonl report.txt",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return a.usage("cmd.eval-one-file", len(args))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.eval(f, args[0]) },
	}
	c.Flags().StringVar(&f.figures, "figures", "", a.text("cmd.flag-figures"))
	c.Flags().StringVar(&f.pledges, "pledges", "", a.text("cmd.flag-pledges"))
	c.Flags().StringVar(&f.format, "format", formatText, a.text("cmd.flag-eval-format"))
	c.Flags().BoolVar(&f.errors, "errors", false, a.text("cmd.flag-errors"))
	return c
}

// evaluation is the result of pledger eval; a part not asked for is nil.
type evaluation struct {
	figures *evaluate.Figures
	pledges *evaluate.Pledges
}

// eval reads file and prints how it compares with the gold files.
func (a *app) eval(f evalFlags, file string) error {
	if f.figures == "" && f.pledges == "" {
		return a.usage("cmd.eval-no-gold")
	}
	if f.format != formatText && f.format != formatJSON {
		return a.usage("cmd.bad-format", f.format, formatText+", "+formatJSON)
	}
	set, err := a.extract(input{name: file})
	if err != nil {
		return err
	}
	e, err := measure(f, set)
	if err != nil {
		return err
	}
	if f.format == formatJSON {
		return e.writeJSON(a.out, f.errors)
	}
	return a.writeEvaluation(e, f.errors)
}

// measure compares set with the gold files that f names.
func measure(f evalFlags, set *statement.Set) (evaluation, error) {
	var e evaluation
	if f.figures != "" {
		gold, err := readGold(f.figures, evaluate.ReadFigures)
		if err != nil {
			return e, err
		}
		figures := evaluate.CompareFigures(gold, set)
		e.figures = &figures
	}
	if f.pledges != "" {
		gold, err := readGold(f.pledges, evaluate.ReadPledges)
		if err != nil {
			return e, err
		}
		pledges := evaluate.ComparePledges(gold, set)
		e.pledges = &pledges
	}
	return e, nil
}

// readGold reads the rows of the gold file name.
func readGold[T any](name string, read func(io.Reader) ([]T, error)) ([]T, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows, err := read(file)
	var row *evaluate.RowError
	if errors.As(err, &row) {
		return nil, &rowError{name, row}
	}
	return rows, err
}

// writeEvaluation prints the tables for a person.
func (a *app) writeEvaluation(e evaluation, listErrors bool) error {
	var b strings.Builder
	if e.figures != nil {
		b.WriteString(a.text("cmd.eval-figures") + "\n")
		writeTable(&b, [][]string{a.foundHead(), foundRow(a.text("cmd.eval-found"), e.figures.Found)})
		a.writeFields(&b, e.figures.Fields)
	}
	if e.pledges != nil {
		b.WriteString(a.text("cmd.eval-pledges") + "\n")
		rows := [][]string{a.foundHead()}
		for _, at := range e.pledges.At {
			rows = append(rows, foundRow(a.text("cmd.eval-overlap", at.Percent), at.Found))
		}
		writeTable(&b, rows)
		a.writeFields(&b, e.pledges.Fields)
	}
	if listErrors {
		a.writeMismatches(&b, e)
	}
	_, err := io.WriteString(a.out, b.String())
	return err
}

// foundHead is the head of a table of what was found.
func (a *app) foundHead() []string {
	return []string{"", a.text("cmd.eval-gold"), a.text("cmd.eval-read"), a.text("cmd.eval-matched"),
		a.text("cmd.eval-precision"), a.text("cmd.eval-recall"), "F1"}
}

// foundRow is one row of it.
func foundRow(name string, f evaluate.Found) []string {
	return []string{name, fmt.Sprint(f.Gold), fmt.Sprint(f.Predicted), fmt.Sprint(f.Matched),
		share(f.Precision()), share(f.Recall()), share(f.F1())}
}

// share writes a proportion; rates printed are for reading, not for grading.
func share(r float64) string { return fmt.Sprintf("%.4f", r) }

// writeFields prints the table of fields.
func (a *app) writeFields(b *strings.Builder, fields []evaluate.Accuracy) {
	rows := [][]string{{a.text("cmd.eval-field"), a.text("cmd.eval-right"), a.text("cmd.eval-of-matched"), a.text("cmd.eval-of-gold")}}
	for _, f := range fields {
		rows = append(rows, []string{f.Field, fmt.Sprintf("%d/%d", f.Right, f.Matched), share(f.Rate()), share(f.OfGold())})
	}
	writeTable(b, rows)
}

// writeMismatches prints every difference: place and field, the gold's value
// and the reading's, the clause, the rules.
func (a *app) writeMismatches(b *strings.Builder, e evaluation) {
	var all []evaluate.Mismatch
	if e.figures != nil {
		all = append(all, e.figures.Mismatches...)
	}
	if e.pledges != nil {
		all = append(all, e.pledges.Mismatches...)
	}
	for _, m := range all {
		fmt.Fprintf(b, "\n%d %s %s\n", m.At, m.ID, m.Field)
		fmt.Fprintf(b, "  %s %s\n  %s %s\n", a.text("cmd.eval-want"), m.Want, a.text("cmd.eval-got"), m.Got)
		fmt.Fprintf(b, "  %s\n", m.Context)
		if len(m.Trace) > 0 {
			fmt.Fprintf(b, "  %s\n", strings.Join(m.Trace, " → "))
		}
	}
}
