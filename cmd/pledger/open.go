package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"pledger/audit"
	"pledger/document"
	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/lexicon"
	"pledger/report"
	"pledger/statement"
	"pledger/store"
)

// openFlags are the flags of pledger open.
type openFlags struct {
	db    string
	place string
	year  int
}

// openCommand is pledger open: a report becomes a ledger（建账）.
func (a *app) openCommand() *cobra.Command {
	var f openFlags
	c := &cobra.Command{
		Use:   "open REPORT",
		Short: a.text("desk.open"),
		Long:  a.text("desk.open-long"),
		Example: `  pledger open --db nmg.db --place 150000 --year 2021 report.docx
  pledger serve --db nmg.db`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return a.usage("desk.open-one", len(args))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return a.openLedger(c.Context(), f, args[0]) },
	}
	a.databaseFlag(c, &f.db)
	c.Flags().StringVar(&f.place, "place", "", a.text("desk.flag-place"))
	c.Flags().IntVar(&f.year, "year", 0, a.text("desk.flag-year"))
	return c
}

// openLedger reads and checks a report and keeps the ledger it opens into.
func (a *app) openLedger(ctx context.Context, f openFlags, name string) error {
	lex, err := a.load()
	if err != nil {
		return err
	}
	file, err := a.bytesOf(name)
	if err != nil {
		return err
	}
	text, err := document.Read(name, bytes.NewReader(file))
	if err != nil {
		return err
	}
	set := statement.Extract(report.Parse(text), lex)
	place, err := a.placeOf(lex, f.place, set)
	if err != nil {
		return err
	}
	year := f.year
	if year == 0 {
		year = set.Report.Year
	}
	if year < 1949 || year > 2200 {
		return a.usage("desk.need-year", name)
	}
	opening := ledger.Open(set, lex, *place, year, file)
	if len(opening.Accounts) == 0 {
		return &messageError{a.text("desk.nothing-owed", name)}
	}
	findings := audit.Examine(nil, set, lex)
	return a.withStore(ctx, f.db, true, func(s store.Store) error {
		desk, err := a.desk(s)
		if err != nil {
			return err
		}
		if err := desk.OpenLedger(ctx, ledger.Operator(), opening, assign.DefaultBodies(lex, place.Code)); err != nil {
			return err
		}
		return a.writeOpened(opening, findings, f.db)
	})
}

// bytesOf reads a file whole, or the standard input, up to what document reads.
func (a *app) bytesOf(name string) ([]byte, error) {
	in := a.in
	if name != stdin {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	return io.ReadAll(io.LimitReader(in, document.MaxFile+1))
}

// placeOf is the place that the flag names, else whose report it is by its words.
func (a *app) placeOf(lex *lexicon.Lexicon, named string, set *statement.Set) (*lexicon.Place, error) {
	stated := named == ""
	if stated {
		named = set.Government
	}
	places := lex.PlacesNamed(named)
	switch {
	case len(places) == 1:
		return places[0], nil
	case len(places) > 1:
		var all []string
		for _, p := range places {
			all = append(all, p.Code+" "+p.Name)
		}
		return nil, a.usage("desk.which-place", named, strings.Join(all, "、"))
	case stated:
		return nil, a.usage("desk.need-place", set.Report.Text.Name)
	}
	return nil, a.usage("desk.no-place", named)
}

// writeOpened tells what was opened and what comes next.
func (a *app) writeOpened(o *ledger.Opening, found *audit.Findings, db string) error {
	targets, quantified := 0, 0
	for _, acc := range o.Accounts {
		if acc.Category == ledger.Target {
			targets++
		}
		if len(acc.Terms) > 0 {
			quantified++
		}
	}
	lines := []string{
		a.text("desk.opened", o.Ledger.Title, string(o.Ledger.ID)),
		a.text("desk.opened-accounts", len(o.Accounts), targets, len(o.Accounts)-targets, quantified),
		a.text("desk.opened-audit", len(found.Relations), found.Count(audit.Contradicts)),
		a.text("desk.opened-next", db),
	}
	_, err := fmt.Fprintln(a.out, strings.Join(lines, "\n"))
	return err
}
