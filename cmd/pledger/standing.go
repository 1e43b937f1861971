package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"pledger/export/standings"
	"pledger/ledger"
	"pledger/lexicon"
	"pledger/standing"
	"pledger/standing/board"
	"pledger/store"
)

// standingFlags are the flags of pledger standing.
type standingFlags struct {
	db     string
	ledger string
	on     string
	format string
	places bool
}

// standingCommand is pledger standing: where every account stands on a day（查账）.
func (a *app) standingCommand() *cobra.Command {
	var f standingFlags
	c := &cobra.Command{
		Use:   "standing",
		Short: a.text("desk.standing"),
		Long:  a.text("desk.standing-long"),
		Example: `  pledger standing --db nmg.db
  pledger standing --db nmg.db --on 2021-10-25 --format json
  pledger standing --db nmg.db --places`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.usage("desk.no-arguments", args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return a.standing(c.Context(), f) },
	}
	a.databaseFlag(c, &f.db)
	c.Flags().StringVar(&f.ledger, "ledger", "", a.text("desk.flag-ledger"))
	c.Flags().StringVar(&f.on, "on", "", a.text("desk.flag-on"))
	c.Flags().StringVar(&f.format, "format", "table", a.text("desk.flag-standing-format"))
	c.Flags().BoolVar(&f.places, "places", false, a.text("desk.flag-places"))
	return c
}

// standingReport is where the accounts of a ledger stand on a day.
type standingReport struct {
	Ledger   ledger.ID         `json:"ledger"`
	On       string            `json:"on"`
	Accounts []standingAccount `json:"accounts"`
	Counts   *standings.Tally  `json:"counts"`
}

// standingAccount is one of them, with its places where they are asked for.
type standingAccount struct {
	standings.Row
	*standings.Places
}

// standing judges every account and prints it.
func (a *app) standing(ctx context.Context, f standingFlags) error {
	if f.format != "table" && f.format != "json" {
		return a.usage("desk.bad-standing-format", f.format)
	}
	if f.on == "" {
		f.on = time.Now().In(ledger.OfficeTime).Format(time.DateOnly)
	}
	if _, err := time.Parse(time.DateOnly, f.on); err != nil {
		return a.usage("desk.bad-day", f.on)
	}
	return a.withStore(ctx, f.db, false, func(s store.Store) error {
		l, err := a.chooseLedger(ctx, s, f.ledger)
		if err != nil {
			return err
		}
		report, err := a.judge(ctx, s, l.ID, f)
		if err != nil {
			return err
		}
		if f.format == "json" {
			enc := json.NewEncoder(a.out)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			return enc.Encode(report)
		}
		return a.writeStandings(report)
	})
}

// placeNames gives places their names by their codes.
func placeNames(lex *lexicon.Lexicon) func(code string) string {
	return func(code string) string {
		if p := lex.PlaceCoded(code); p != nil {
			return p.Name
		}
		return code
	}
}

// judge says where the accounts of a ledger stand.
func (a *app) judge(ctx context.Context, s store.Store, id ledger.ID, f standingFlags) (*standingReport, error) {
	lex, err := a.load()
	if err != nil {
		return nil, err
	}
	name := placeNames(lex)
	report := &standingReport{Ledger: id, On: f.on, Accounts: []standingAccount{}, Counts: standings.NewTally()}
	return report, s.View(ctx, func(r ledger.Reader) error {
		b, err := board.Load(r, lex, id)
		if err != nil {
			return err
		}
		for row := range b.On(f.on).Rows() {
			at := standingAccount{Row: standings.BoardRow(a.lang, row)}
			if f.places {
				places := standings.PlacesOf(a.lang, row, name)
				at.Places = &places
			}
			report.Counts.Add(row.Standing)
			report.Accounts = append(report.Accounts, at)
		}
		return nil
	})
}

// taskRunes is how much of a task a row of the table shows.
const taskRunes = 16

// writeStandings prints a table and the counts.
func (a *app) writeStandings(report *standingReport) error {
	rows := [][]string{{}}
	for _, c := range []string{"number", "task", "value", "written", "target", "share", "expected", "light", "state", "reason"} {
		rows[0] = append(rows[0], a.text("desk.standing-"+c))
	}
	for _, r := range report.Accounts {
		rows = append(rows, a.standingCells(r.Number, r.Task, &r.Row))
		for i := range r.All {
			name := r.All[i].Subject
			if r.All[i].Term == standing.Nodes {
				name = a.text("ledger.field.milestones")
			}
			rows = append(rows, a.standingCells("", "· "+name, &r.All[i]))
		}
	}
	var b strings.Builder
	writeTable(&b, rows)
	a.writePlaces(&b, report)
	var counts [][]string
	for _, s := range standing.States() {
		if n := report.Counts.States[s]; n > 0 {
			counts = append(counts, []string{standings.StateText(a.lang, s), fmt.Sprint(n)})
		}
	}
	writeTable(&b, counts)
	b.WriteString(a.text("desk.standing-counts", report.On, report.Counts.All) + "\n")
	_, err := fmt.Fprint(a.out, b.String())
	return err
}

// writePlaces prints the places of the accounts that have any, and under them
// what they make together, what is missing and what disagrees.
func (a *app) writePlaces(b *strings.Builder, report *standingReport) {
	for _, r := range report.Accounts {
		if r.Places == nil || r.Rolled == nil {
			continue
		}
		b.WriteString(a.text("desk.standing-places", r.Number, r.Task) + "\n")
		var rows [][]string
		for _, p := range r.Places.Places {
			if p.Value == "" && p.Target == "" {
				continue // what is missing is named below
			}
			rows = append(rows, []string{
				p.Name, p.Value, p.Period, p.Target, percentText(p.Share), percentText(p.Expected),
				standings.LightText(a.lang, p.Light), standings.StateText(a.lang, p.State), p.Reason,
			})
		}
		writeTable(b, rows)
		for _, text := range append([]string{r.Rolled.Text}, r.Findings...) {
			b.WriteString(text + "\n")
		}
		b.WriteString("\n")
	}
}

// standingCells is a row of the table.
func (a *app) standingCells(number, name string, r *standings.Row) []string {
	runes := []rune(name)
	if len(runes) > taskRunes {
		runes = append(runes[:taskRunes-1:taskRunes-1], '…')
	}
	return []string{
		number, string(runes), r.Value, r.Written, r.Target, percentText(r.Share), percentText(r.Expected),
		standings.LightText(a.lang, r.Light), standings.StateText(a.lang, r.State), r.Reason,
	}
}

// percentText is a share with its sign; "" for none.
func percentText(s string) string {
	if s == "" {
		return ""
	}
	return s + "%"
}
