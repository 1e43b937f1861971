package main

import (
	"bytes"
	"context"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"pledger/audit"
	"pledger/document"
	"pledger/examples"
	"pledger/export/breakdown"
	"pledger/export/readings"
	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/lexicon"
	"pledger/report"
	"pledger/standing"
	"pledger/standing/board"
	"pledger/statement"
	"pledger/store"
)

// demoVisitor is the user that whoever opens the demonstration is.
const demoVisitor = "visitor"

// demoLedger is one ledger of the demonstration: a report, its breakdown and
// its readings, in a folder of the examples.
type demoLedger struct {
	folder    string
	place     string // GB/T 2260 code
	year      int
	breakdown string   // "" for one that is still to be made
	dropped   []string // numbers of what the reader took for a task and is none
	readings  string
	lag       int    // days after its period on which a reading became known, where it does not say
	on        string // the day that is shown
}

// demoLedgers are the ledgers, the one with invented figures first: it has a
// whole year of them.
var demoLedgers = []demoLedger{
	{folder: "sample", place: "150000", year: 2024, breakdown: "ledger.json", dropped: []string{"16", "17", "18"}, readings: "year.csv", on: "2024-10-31"},
	{folder: "2021", place: "150000", year: 2021, readings: "readings.csv", lag: 25, on: "2022-01-31"},
}

// id is the ledger's.
func (d demoLedger) id() ledger.ID { return ledger.NewID(d.place, d.year) }

// file is one of its files.
func (d demoLedger) file(name string) ([]byte, error) {
	return examples.Files.ReadFile(path.Join(d.folder, name))
}

// fillDemo opens the ledgers, and prints the summary of the first report.
func (a *app) fillDemo(ctx context.Context, s store.Store) (reports []*audit.Findings, err error) {
	lex, err := a.load()
	if err != nil {
		return nil, err
	}
	desk := &ledger.Desk{Store: s, Lexicon: lex, Now: time.Now}
	for i, d := range demoLedgers {
		set, err := a.openDemo(ctx, desk, d)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			if err := a.writeSummary(a.out, set); err != nil {
				return nil, err
			}
		}
		reports = append(reports, audit.Examine(nil, set, lex))
		if err := a.settleDemo(ctx, s, desk, d); err != nil {
			return nil, err
		}
		if err := takeDemo(ctx, desk, lex, d); err != nil {
			return nil, err
		}
	}
	people, err := a.people(s)
	if err != nil {
		return nil, err
	}
	return reports, people.Add(ctx, ledger.Operator(), ledger.User{
		Name: demoVisitor, Display: a.text("cmd.demo-visitor"), Role: ledger.Supervisor, Place: demoLedgers[0].place,
	}, "")
}

// openDemo opens a ledger of its report.
func (a *app) openDemo(ctx context.Context, desk *ledger.Desk, d demoLedger) (*statement.Set, error) {
	name := path.Join("examples", d.folder, "report.txt")
	file, err := d.file("report.txt")
	if err != nil {
		return nil, err
	}
	set := statement.Extract(report.Parse(document.FromString(name, string(file))), desk.Lexicon)
	opening := ledger.Open(set, desk.Lexicon, *desk.Lexicon.PlaceCoded(d.place), d.year, file)
	return set, desk.OpenLedger(ctx, ledger.Operator(), opening, assign.DefaultBodies(desk.Lexicon, d.place))
}

// settleDemo takes the ledger's breakdown in, approves and publishes it.
func (a *app) settleDemo(ctx context.Context, s store.Store, desk *ledger.Desk, d demoLedger) error {
	if d.breakdown == "" {
		return nil
	}
	data, err := d.file(d.breakdown)
	if err != nil {
		return err
	}
	table, problems := breakdown.Read(d.breakdown, bytes.NewReader(data))
	a.tellProblems(problems)
	if problems.Failed() {
		return errReported
	}
	l, err := a.chooseLedger(ctx, s, string(d.id()))
	if err != nil {
		return err
	}
	steps, _, err := a.planOf(ctx, s, desk, l, table)
	if err != nil {
		return err
	}
	batch, ok := breakdown.Batch(steps, l)
	if !ok {
		return &messageError{a.text("desk.import-nothing", d.breakdown)}
	}
	if _, err := desk.Do(ctx, ledger.Operator(), l.ID, batch); err != nil {
		return err
	}
	if _, err := desk.Do(ctx, ledger.Operator(), l.ID, detailsOf(table)); err != nil {
		return err
	}
	if err := a.decideDemo(ctx, s, desk, d); err != nil {
		return err
	}
	if _, err := desk.Approve(ctx, ledger.Operator(), l.ID, ""); err != nil {
		return err
	}
	_, err = desk.Publish(ctx, ledger.Operator(), l.ID, "")
	return err
}

// detailsOf is the command that gives accounts the milestones and the parts that
// the table states: importing a breakdown takes what is printed of it.
func detailsOf(table *breakdown.Table) ledger.Batch {
	b := ledger.Batch{Action: ledger.ActEdit}
	for _, row := range table.Rows {
		if detail := row.Account; detail != nil && len(detail.Milestones)+len(detail.Parts) > 0 {
			b.Edits = append(b.Edits, ledger.Edit{Account: detail.ID, Change: func(a *ledger.Account) {
				a.Milestones, a.Parts = detail.Milestones, detail.Parts
			}})
		}
	}
	return b
}

// decideDemo drops what is no task and accepts all else.
func (a *app) decideDemo(ctx context.Context, s store.Store, desk *ledger.Desk, d demoLedger) error {
	var drop, accept []ledger.Ref
	err := s.View(ctx, func(r ledger.Reader) error {
		drop, accept = nil, nil // the view may run again
		return r.EachAccount(d.id(), func(a *ledger.Account) bool {
			to := &accept
			if slices.Contains(d.dropped, a.Number) {
				to = &drop
			}
			*to = append(*to, ledger.Ref{ID: a.ID, Version: a.Version})
			return true
		})
	})
	if err != nil {
		return err
	}
	if len(drop) > 0 {
		if _, err := desk.Drop(ctx, ledger.Operator(), d.id(), drop, a.text("cmd.demo-drop")); err != nil {
			return err
		}
	}
	_, err = desk.Accept(ctx, ledger.Operator(), d.id(), accept, "")
	return err
}

// takeDemo takes the ledger's readings in.
func takeDemo(ctx context.Context, desk *ledger.Desk, lex *lexicon.Lexicon, d demoLedger) error {
	data, err := d.file(d.readings)
	if err != nil {
		return err
	}
	file, err := readings.Open(d.readings, func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }, lex, d.place)
	if err != nil {
		return err
	}
	_, err = desk.TakeReadings(ctx, ledger.Operator(), d.id(), &ledger.Intake{Name: file.Name, File: file.Sum, Rows: file.Rows(), Lag: d.lag})
	return err
}

// lightsText counts lights: 绿 12、黄 5.
func (a *app) lightsText(t board.Tally) string {
	var counts []string
	for _, l := range standing.Lights() {
		if n := t.Light(l); n > 0 {
			counts = append(counts, a.text("cmd.demo-light", a.text("standing.light."+l.String()), n))
		}
	}
	return strings.Join(counts, " · ")
}
