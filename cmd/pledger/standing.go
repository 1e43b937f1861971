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
	"pledger/standing"
	"pledger/store"
)

// standingFlags are the flags of pledger standing.
type standingFlags struct {
	db     string
	ledger string
	on     string
	format string
}

// standingCommand is pledger standing: where every account stands on a day（查账）.
func (a *app) standingCommand() *cobra.Command {
	var f standingFlags
	c := &cobra.Command{
		Use:   "standing",
		Short: a.text("desk.standing"),
		Long:  a.text("desk.standing-long"),
		Example: `  pledger standing --db nmg.db
  pledger standing --db nmg.db --on 2021-10-25 --format json`,
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
	return c
}

// standingReport is where the accounts of a ledger stand on a day.
type standingReport struct {
	Ledger   ledger.ID        `json:"ledger"`
	On       string           `json:"on"`
	Accounts []standings.Row  `json:"accounts"`
	Counts   *standings.Tally `json:"counts"`
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
		report, err := a.judge(ctx, s, l.ID, f.on)
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

// judge says where the live accounts of a ledger stand.
func (a *app) judge(ctx context.Context, s store.Store, id ledger.ID, day string) (*standingReport, error) {
	lex, err := a.load()
	if err != nil {
		return nil, err
	}
	report := &standingReport{Ledger: id, On: day, Accounts: []standings.Row{}, Counts: standings.NewTally()}
	return report, s.View(ctx, func(r ledger.Reader) error {
		return ledger.EachStanding(r, lex, id, func(account *ledger.Account, readings [][]*ledger.Reading) bool {
			if account.State.Live() {
				at := standing.Judge(standing.Question{Account: account, Readings: readings[0], Day: day})
				report.Counts.Add(&at)
				report.Accounts = append(report.Accounts, standings.Of(a.lang, account, &at))
			}
			return true
		})
	})
}

// taskRunes is how much of a task a row of the table shows.
const taskRunes = 16

// writeStandings prints a table and the counts.
func (a *app) writeStandings(report *standingReport) error {
	rows := [][]string{{}}
	for _, c := range []string{"number", "task", "value", "target", "share", "expected", "light", "state", "reason"} {
		rows[0] = append(rows[0], a.text("desk.standing-"+c))
	}
	for _, r := range report.Accounts {
		task := []rune(r.Task)
		if len(task) > taskRunes {
			task = append(task[:taskRunes-1:taskRunes-1], '…')
		}
		rows = append(rows, []string{
			r.Number, string(task), r.Value, r.Target, percentText(r.Share), percentText(r.Expected),
			standings.LightText(a.lang, r.Light), standings.StateText(a.lang, r.State), r.Reason,
		})
	}
	var b strings.Builder
	writeTable(&b, rows)
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

// percentText is a share with its sign; "" for none.
func percentText(s string) string {
	if s == "" {
		return ""
	}
	return s + "%"
}
