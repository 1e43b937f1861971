package main

import (
	"bytes"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"pledger/export/breakdown"
	"pledger/ledger"
	"pledger/store"
)

// importBodiesCommand is pledger import bodies: an office's own list of bodies
// replaces the usual one.
func (a *app) importBodiesCommand() *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use:     "bodies FILE",
		Short:   a.text("desk.import-bodies"),
		Long:    a.text("desk.import-bodies-long"),
		Example: "  pledger import bodies --db nmg.db bodies.xlsx",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return a.usage("desk.import-one", len(args))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return a.importBodies(c.Context(), f, args[0]) },
	}
	a.databaseFlag(c, &f.db)
	c.Flags().StringVar(&f.into, "ledger", "", a.text("desk.flag-ledger"))
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, a.text("desk.flag-dry-run"))
	return c
}

// importBodies replaces the list of bodies of the ledger's government, or shows
// what that would change.
func (a *app) importBodies(ctx context.Context, f importFlags, name string) error {
	data, err := a.bytesOf(name)
	if err != nil {
		return err
	}
	rows, problems := breakdown.ReadBodies(name, bytes.NewReader(data))
	a.tellProblems(problems)
	if rows == nil || problems.Failed() {
		a.say(a.text("desk.import-nothing", name))
		return errReported
	}
	return a.withStore(ctx, f.db, false, func(s store.Store) error {
		l, err := a.chooseLedger(ctx, s, f.into)
		if err != nil {
			return err
		}
		var steps []breakdown.BodyStep
		var list []*ledger.Body
		err = s.View(ctx, func(r ledger.Reader) error {
			have, err := r.Bodies(l.Place)
			steps, list = breakdown.PlanBodies(l.Place, rows, have)
			return err
		})
		if err != nil {
			return err
		}
		for _, step := range steps {
			if step.Kind != breakdown.Unchanged {
				fmt.Fprintln(a.out, a.text("desk.body-"+string(step.Kind), step.After.Name))
			}
		}
		if f.dryRun {
			return nil
		}
		desk, err := a.desk(s)
		if err != nil {
			return err
		}
		added, changed, retired, err := desk.PutBodies(ctx, ledger.Operator(), l.Place, list)
		if err == nil {
			_, err = fmt.Fprintln(a.out, a.text("desk.bodies-imported", added, changed, retired))
		}
		return err
	})
}
