package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"pledger/export/rulesheet"
	"pledger/export/standings"
	"pledger/ledger"
	"pledger/standing"
	"pledger/store"
)

// importRulesCommand is pledger import rules: an office's own rules for lights
// （亮灯规则）stand beside those of the program or replace them.
func (a *app) importRulesCommand() *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use:     "rules FILE",
		Short:   a.text("desk.import-rules"),
		Long:    a.text("desk.import-rules-long"),
		Example: "  pledger import rules --db nmg.db --dry-run rules.tsv\n  pledger import rules --db nmg.db rules.tsv",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return a.usage("desk.import-one", len(args))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return a.importRules(c.Context(), f, args[0]) },
	}
	a.databaseFlag(c, &f.db)
	c.Flags().StringVar(&f.into, "ledger", "", a.text("desk.flag-ledger"))
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, a.text("desk.flag-dry-run"))
	return c
}

// importRules replaces the own rules of the ledger's government, or shows what
// that would change. A table with a mistake changes nothing.
func (a *app) importRules(ctx context.Context, f importFlags, name string) error {
	data, err := a.bytesOf(name)
	if err != nil {
		return err
	}
	kept, rules, err := rulesheet.Read(filepath.Base(name), data)
	var bad *standing.BadRules
	if errors.As(err, &bad) {
		for _, m := range bad.All {
			a.say(a.text("desk.rule-mistake", m.Line, rulesheet.Mistake(a.lang, m)))
		}
		a.say(a.text("desk.import-nothing", name))
		return errReported
	}
	return a.withStore(ctx, f.db, false, func(s store.Store) error {
		l, err := a.chooseLedger(ctx, s, f.into)
		if err != nil {
			return err
		}
		err = s.View(ctx, func(r ledger.Reader) error {
			before, err := standing.RulesOf(r, l.Place)
			a.writeRules(before, rules)
			return err
		})
		if err != nil || f.dryRun {
			return err
		}
		desk, err := a.desk(s)
		if err != nil {
			return err
		}
		table := &ledger.RuleTable{Place: l.Place, Name: filepath.Base(name), Table: kept}
		if err := desk.PutRules(ctx, ledger.Operator(), table); err != nil {
			return err
		}
		_, err = fmt.Fprintln(a.out, a.text("desk.rules-imported", len(rules)))
		return err
	})
}

// writeRules prints what own rules change of those in force, one a line.
func (a *app) writeRules(before, own standing.Rules) {
	says := func(r *standing.Rule) string { return standings.Thresholds(a.lang, r) }
	for _, s := range standing.PlanRules(before, own) {
		switch {
		case s.Kind == standing.RuleRemoved:
			fmt.Fprintln(a.out, a.text("desk.rule-removed", s.Name))
		case s.Kind == standing.RuleChanged && s.Before.LightsAs(s.After):
			fmt.Fprintln(a.out, a.text("desk.rule-sourced", s.Name, says(s.After)))
		case s.Kind == standing.RuleChanged:
			fmt.Fprintln(a.out, a.text("desk.rule-changed", s.Name, says(s.Before), says(s.After)))
		default:
			fmt.Fprintln(a.out, a.text("desk.rule-"+string(s.Kind), s.Name, says(s.After)))
		}
	}
}
