package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"pledger/export/breakdown"
	"pledger/ledger"
	"pledger/store"
)

// exportFlags are the flags of pledger export breakdown.
type exportFlags struct {
	db     string
	ledger string
	format string
	out    string
}

// breakdownWriters are the formats of a breakdown, the one that offices print first.
var breakdownWriters = []struct {
	format string
	write  func(io.Writer, *breakdown.Table) error
}{
	{"docx", breakdown.WriteDocx},
	{"xlsx", breakdown.WriteXlsx},
	{"csv", breakdown.WriteCSV},
	{"json", breakdown.WriteJSON},
}

// exportCommand is pledger export: what offices exchange.
func (a *app) exportCommand() *cobra.Command {
	c := &cobra.Command{Use: "export", Short: a.text("desk.export"), Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() }}
	c.AddCommand(a.exportBreakdownCommand())
	return c
}

// exportBreakdownCommand is pledger export breakdown: the official list of
// tasks（重点工作分工方案）.
func (a *app) exportBreakdownCommand() *cobra.Command {
	var f exportFlags
	c := &cobra.Command{
		Use:   "breakdown",
		Short: a.text("desk.export-breakdown"),
		Example: `  pledger export breakdown --db nmg.db --format docx -o breakdown.docx
  pledger export breakdown --db nmg.db --format csv`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return a.exportBreakdown(c.Context(), f) },
	}
	a.databaseFlag(c, &f.db)
	c.Flags().StringVar(&f.ledger, "ledger", "", a.text("desk.flag-ledger"))
	c.Flags().StringVar(&f.format, "format", breakdownWriters[0].format, a.text("desk.flag-export-format"))
	c.Flags().StringVarP(&f.out, "output", "o", "", a.text("cmd.flag-output"))
	return c
}

// exportBreakdown writes the breakdown of one ledger.
func (a *app) exportBreakdown(ctx context.Context, f exportFlags) error {
	var write func(io.Writer, *breakdown.Table) error
	var formats []string
	for _, w := range breakdownWriters {
		formats = append(formats, w.format)
		if w.format == f.format {
			write = w.write
		}
	}
	if write == nil {
		return a.usage("cmd.bad-format", f.format, strings.Join(formats, ", "))
	}
	return a.withStore(ctx, f.db, false, func(s store.Store) error {
		l, err := a.chooseLedger(ctx, s, f.ledger)
		if err != nil {
			return err
		}
		table, err := tableOf(ctx, s, l)
		if err != nil {
			return err
		}
		out, err := a.open(f.out)
		if err != nil {
			return err
		}
		err = write(out, table)
		if closed := out.close(err == nil); err == nil {
			err = closed
		}
		return err
	})
}

// tableOf is a ledger as the breakdown that is exported.
func tableOf(ctx context.Context, s ledger.Store, l *ledger.Ledger) (table *breakdown.Table, err error) {
	err = s.View(ctx, func(r ledger.Reader) error {
		accounts, bodies, err := contents(r, l)
		if err == nil {
			table = breakdown.FromLedger(l, accounts, bodies)
		}
		return err
	})
	return table, err
}

// contents are the accounts of a ledger, in whatever state, and its
// government's list of bodies.
func contents(r ledger.Reader, l *ledger.Ledger) (accounts []*ledger.Account, bodies []*ledger.Body, err error) {
	err = r.EachAccount(l.ID, func(a *ledger.Account) bool {
		accounts = append(accounts, a)
		return true
	})
	if err == nil {
		bodies, err = r.Bodies(l.Place)
	}
	return accounts, bodies, err
}
