package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"pledger/export/readings"
	"pledger/ledger"
	"pledger/lexicon"
	"pledger/store"
)

// readingFlags are the flags of pledger import readings.
type readingFlags struct {
	db     string
	ledger string
	lag    int
	dryRun bool
}

// importReadingsCommand is pledger import readings: values of indicators and
// accounts come in, all or none.
func (a *app) importReadingsCommand() *cobra.Command {
	var f readingFlags
	c := &cobra.Command{
		Use:   "readings FILE",
		Short: a.text("desk.import-readings"),
		Long:  a.text("desk.import-readings-long"),
		Example: `  pledger import readings --db nmg.db --dry-run september.csv
  pledger import readings --db nmg.db --ledger 150000-2021 --lag 20 past.jsonl`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return a.usage("desk.import-one", len(args))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return a.importReadings(c.Context(), f, args[0]) },
	}
	a.databaseFlag(c, &f.db)
	c.Flags().StringVar(&f.ledger, "ledger", "", a.text("desk.flag-ledger"))
	c.Flags().IntVar(&f.lag, "lag", 0, a.text("desk.flag-lag"))
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, a.text("desk.flag-dry-run"))
	return c
}

// importReadings takes a file of readings in, and tells what each row does.
func (a *app) importReadings(ctx context.Context, f readingFlags, name string) error {
	lex, err := a.load()
	if err != nil {
		return err
	}
	return a.withStore(ctx, f.db, false, func(s store.Store) error {
		l, err := a.chooseLedger(ctx, s, f.ledger)
		if err != nil {
			return err
		}
		file, err := readings.Open(name, func() (io.ReadCloser, error) { return os.Open(name) }, lex, l.Place)
		var unreadable *readings.Unreadable
		if errors.As(err, &unreadable) {
			return &messageError{name + "：" + a.text("readings.problem."+unreadable.Code, anys(unreadable.Args)...)}
		}
		if err != nil {
			return err
		}
		desk, err := a.desk(s)
		if err != nil {
			return err
		}
		p := &preview{app: a, file: file, lex: lex}
		taken, err := desk.TakeReadings(ctx, ledger.Operator(), l.ID, &ledger.Intake{
			Name: file.Name, File: file.Sum, Rows: file.Rows(), Asking: file.Asks(), Tell: p.tell, Lag: f.lag, DryRun: f.dryRun,
		})
		var blocked *ledger.Blocked
		switch {
		case errors.As(err, &blocked):
			p.count(blocked.Steps)
			a.say(a.text("desk.readings-blocked", name))
			return errReported
		case err != nil:
			return err
		}
		p.count(taken.Steps)
		return p.end(taken, f.dryRun)
	})
}

// previewRows is how many rows of a kind are listed one by one: what a person
// reads; all are counted.
const previewRows = 200

// preview prints what rows do.
type preview struct {
	*app
	file   *readings.File
	lex    *lexicon.Lexicon
	listed map[ledger.StepKind]int
	failed error
}

// tell prints one row.
func (p *preview) tell(row int, s *ledger.ReadingStep) {
	if row == 0 {
		p.listed = map[ledger.StepKind]int{}
	}
	if p.listed[s.Kind]++; p.listed[s.Kind] > previewRows {
		return
	}
	at := p.file.At()
	for _, problem := range s.Problems {
		key := "desk.problem-warning"
		if s.Kind == ledger.StepRefused {
			key = "desk.problem-error"
		}
		p.say(p.text(key, p.text("breakdown.at", at.Text(p.lang, problem.Field), p.text("ledger.invalid."+problem.Code, anys(problem.Args)...))))
	}
	if r := s.Reading; r != nil {
		value := cmp.Or(r.Typed, r.Value+r.Unit)
		if s.Kind == ledger.StepRevision {
			value = p.text("readings.step-revises", value, cmp.Or(s.Was.Typed, s.Was.Value+s.Was.Unit))
		}
		_, err := fmt.Fprintln(p.out, p.text("readings.step-line", at.Text(p.lang, ""), p.text("readings.step."+string(s.Kind)), p.subject(r), r.Period.String(), value))
		p.failed = errors.Join(p.failed, err)
	}
}

// subject is what a reading is a value of, in words.
func (p *preview) subject(r *ledger.Reading) string {
	what := p.text("desk.reading-account", r.Account)
	if ind := p.lex.IndicatorCoded(r.Indicator); ind != nil {
		if what = ind.Name; ind.Kind != r.Kind {
			what += " " + p.text("page.kind."+r.Kind)
		}
	}
	place := r.Place
	if found := p.lex.PlaceCoded(r.Place); found != nil {
		place = found.Name
	}
	return place + " " + what
}

// count prints how many rows do what.
func (p *preview) count(steps map[ledger.StepKind]int64) {
	args := []any{}
	for _, k := range ledger.StepKinds() {
		args = append(args, steps[k])
	}
	_, err := fmt.Fprintln(p.out, p.text("desk.readings-plan", args...))
	p.failed = errors.Join(p.failed, err)
}

// end tells what was kept.
func (p *preview) end(taken *ledger.Taken, dry bool) error {
	if dry || p.failed != nil {
		return p.failed
	}
	kept := int64(0)
	if taken.Batch != nil {
		kept = taken.Batch.Count
	}
	_, err := fmt.Fprintln(p.out, p.text("desk.readings-kept", kept))
	return err
}
