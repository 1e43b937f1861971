package main

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"pledger/export/breakdown"
	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/store"
)

// importFlags are the flags of pledger import breakdown.
type importFlags struct {
	db     string
	into   string
	place  string
	year   int
	dryRun bool
}

// importCommand is pledger import: files that offices exchange come in.
func (a *app) importCommand() *cobra.Command {
	c := &cobra.Command{Use: "import", Short: a.text("desk.import"), Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() }}
	c.AddCommand(a.importBreakdownCommand(), a.importBodiesCommand(), a.importReadingsCommand(), a.importRulesCommand())
	return c
}

// importBreakdownCommand is pledger import breakdown: a breakdown of earlier
// years teaches who leads what; with --into, one of this year changes the ledger.
func (a *app) importBreakdownCommand() *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use:   "breakdown FILE",
		Short: a.text("desk.import-breakdown"),
		Long:  a.text("desk.import-breakdown-long"),
		Example: `  pledger import breakdown --db nmg.db breakdown2020.xlsx
  pledger import breakdown --db nmg.db --into 150000-2021 --dry-run breakdown.xlsx
  pledger import breakdown --db nmg.db --into 150000-2021 breakdown.xlsx`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return a.usage("desk.import-one", len(args))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return a.importBreakdown(c.Context(), f, args[0]) },
	}
	a.databaseFlag(c, &f.db)
	c.Flags().StringVar(&f.into, "into", "", a.text("desk.flag-into"))
	c.Flags().StringVar(&f.place, "place", "", a.text("desk.flag-import-place"))
	c.Flags().IntVar(&f.year, "year", 0, a.text("desk.flag-import-year"))
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, a.text("desk.flag-dry-run"))
	return c
}

// importBreakdown reads a breakdown, tells every problem by its place, and takes
// it in where there is no error.
func (a *app) importBreakdown(ctx context.Context, f importFlags, name string) error {
	data, err := a.bytesOf(name)
	if err != nil {
		return err
	}
	table, problems := breakdown.Read(name, bytes.NewReader(data))
	a.tellProblems(problems)
	if table == nil || problems.Failed() {
		a.say(a.text("desk.import-nothing", name))
		return errReported
	}
	if err := a.settle(f, table); err != nil {
		return err
	}
	if f.into != "" {
		return a.importInto(ctx, f, table)
	}
	sum := sha256.Sum256(data)
	return a.learn(ctx, f, breakdown.Precedent(table, hex.EncodeToString(sum[:]), filepath.Base(name)))
}

// settle completes what the file leaves unsaid: whose it is, and for which year.
// A title that names the government is enough.
func (a *app) settle(f importFlags, table *breakdown.Table) error {
	lex, err := a.load()
	if err != nil {
		return err
	}
	if f.year != 0 {
		table.Year = f.year
	}
	named := cmp.Or(f.place, table.Government)
	if f.place == "" && table.Place != "" || named == "" {
		return nil
	}
	places := lex.PlacesNamed(named)
	switch {
	case len(places) == 1:
		table.Place = places[0].Code
	case f.place != "":
		return a.usage("desk.no-place", f.place)
	}
	return nil
}

// tellProblems prints problems, one a line.
func (a *app) tellProblems(problems breakdown.Problems) {
	for _, p := range problems {
		a.say(a.text("desk.problem-"+string(p.Severity), p.Text(a.lang)))
	}
}

// learn keeps a past breakdown.
func (a *app) learn(ctx context.Context, f importFlags, p *ledger.Precedent) error {
	if len(p.Rows) == 0 {
		return &messageError{a.text("desk.import-no-leads", p.Name)}
	}
	if !f.dryRun {
		err := a.withStore(ctx, f.db, true, func(s store.Store) error {
			desk, err := a.desk(s)
			if err != nil {
				return err
			}
			return desk.Learn(ctx, ledger.Operator(), p)
		})
		if err != nil {
			return err
		}
	}
	key := "desk.learned"
	if f.dryRun {
		key = "desk.would-learn"
	}
	_, err := fmt.Fprintln(a.out, a.text(key, len(p.Rows), a.stated(yearText(p.Year)), a.stated(p.Place)))
	return err
}

// importInto changes a ledger to what the table says, or shows what it would.
func (a *app) importInto(ctx context.Context, f importFlags, table *breakdown.Table) error {
	return a.withStore(ctx, f.db, false, func(s store.Store) error {
		l, err := a.chooseLedger(ctx, s, f.into)
		if err != nil {
			return err
		}
		desk, err := a.desk(s)
		if err != nil {
			return err
		}
		steps, names, err := a.planOf(ctx, s, desk, l, table)
		if err != nil {
			return err
		}
		if err := a.writePlan(steps, names); err != nil {
			return err
		}
		batch, ok := breakdown.Batch(steps, l)
		switch {
		case !ok:
			a.say(a.text("desk.import-nothing", string(l.ID)))
			return errReported
		case f.dryRun:
			return nil
		}
		if l.Stage != ledger.Draft {
			batch.Why = a.text("desk.import-why")
		}
		if _, err := desk.Do(ctx, ledger.Operator(), l.ID, batch); err != nil {
			return err
		}
		_, err = fmt.Fprintln(a.out, a.text("desk.imported", len(batch.Edits), len(batch.Adds)))
		return err
	})
}

// bodyNames are the names of bodies by code.
type bodyNames map[string]string

// of is what stood before a change, bodies by name.
func (n bodyNames) of(c breakdown.Change) string {
	if c.Field != breakdown.Lead && c.Field != breakdown.Supporting || c.Old == "" {
		return c.Old
	}
	codes := strings.Split(c.Old, "、")
	for i, code := range codes {
		codes[i] = cmp.Or(n[code], code)
	}
	return strings.Join(codes, "、")
}

// cell is what a cell holds, or the word for nothing.
func (a *app) cell(text string) string { return cmp.Or(text, a.text("desk.empty-cell")) }

// planOf is what taking the table into the ledger would do.
func (a *app) planOf(ctx context.Context, s store.Store, desk *ledger.Desk, l *ledger.Ledger, table *breakdown.Table) (steps []breakdown.Step, names bodyNames, err error) {
	names = bodyNames{}
	err = s.View(ctx, func(r ledger.Reader) error {
		accounts, bodies, err := contents(r, l)
		if err != nil {
			return err
		}
		for _, b := range bodies {
			names[b.Code] = b.Name
		}
		resolver := assign.NewResolver(desk.Lexicon, bodies)
		steps = breakdown.Plan(table, l, accounts, func(name string) (string, bool, []string) {
			m := resolver.Resolve(name)
			var near []string
			for _, n := range m.Near {
				near = append(near, n.Name)
			}
			return m.Code, m.Code != "", near
		})
		return nil
	})
	return steps, names, err
}

// writePlan prints what each row does, but for those that change nothing.
func (a *app) writePlan(steps []breakdown.Step, names bodyNames) error {
	counts := map[breakdown.StepKind]int{}
	var b strings.Builder
	for _, s := range steps {
		counts[s.Kind]++
		a.tellProblems(s.Problems)
		switch s.Kind {
		case breakdown.Added:
			fmt.Fprintln(&b, a.text("desk.step-added", s.Row.Number, s.Row.Task))
		case breakdown.Changed:
			for _, c := range s.Changes {
				fmt.Fprintln(&b, a.text("desk.step-changed", s.Account.Number, a.text("breakdown.column."+string(c.Field)), a.cell(names.of(c)), a.cell(c.New)))
			}
		}
	}
	fmt.Fprintln(&b, a.text("desk.plan", counts[breakdown.Unchanged], counts[breakdown.Changed], counts[breakdown.Added],
		counts[breakdown.Absent], counts[breakdown.Refused]))
	_, err := fmt.Fprint(a.out, b.String())
	return err
}
