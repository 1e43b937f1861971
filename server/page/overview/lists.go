package overview

import (
	"cmp"
	"html/template"
	"slices"

	"pledger/ledger"
	"pledger/server/chart"
	"pledger/server/page"
	"pledger/server/page/standings"
	"pledger/standing/board"
)

// How many rows a list has room for, so that the page prints on two sheets.
const (
	shownTargets = 16
	shownWorst   = 10
	shownMoves   = 8
	shownDue     = 12
)

// Target is a headline target.
type Target struct {
	standings.Cell
	Spark template.HTML
}

// cell is a row of the board in words.
func (b *builder) cell(r *board.Row) standings.Cell {
	return standings.Of(b.Words, r.Account, r.Standing)
}

// targets are the first of the yearly targets, in the order of the list.
func (b *builder) targets() (all []Target, more page.Link) {
	for r := range b.Day.Rows() {
		if r.Account.Category != ledger.Target {
			continue
		}
		all = append(all, Target{b.cell(r), standings.Spark(b.Words, r.Account, r.Standing)})
		if len(all) == shownTargets {
			break
		}
	}
	if n := b.Day.Targets.All - len(all); n > 0 {
		more = page.Link{Label: b.Words.Text("overview.more", n), Href: page.OnDay(page.LedgerPath(b.Ledger.ID)+"?category=target", b.Words.On)}
	}
	return all, more
}

// worst are those most at risk.
func (b *builder) worst() (all []standings.Cell) {
	for _, r := range b.Day.Worst(shownWorst, nil) {
		all = append(all, b.cell(r))
	}
	return all
}

// Moves are accounts whose lights changed one way.
type Moves struct {
	N    int
	More int // of them not shown
	Rows []Move
}

// Move is an account whose light changed.
type Move struct {
	standings.Cell
	From template.HTML // the lamp before
}

// moves are what became better and what became worse.
func (b *builder) moves() (better, worse Moves) {
	up, down := b.Day.Since(b.Before)
	return b.shown(up), b.shown(down)
}

// shown are the first of the moves.
func (b *builder) shown(all board.Moves) Moves {
	m := Moves{N: len(all), More: max(len(all)-shownMoves, 0)}
	for _, c := range all[:len(all)-m.More] {
		m.Rows = append(m.Rows, Move{b.cell(c.After), chart.Lamp(b.Words.Lang, c.Before.Standing.Light)})
	}
	return m
}

// Due is a body with accounts without the value that was due.
type Due struct {
	Name  string
	Href  template.URL
	N, Of int
}

// due are the bodies that did not report, those with most first; n is how many
// accounts that is, and more how many bodies are not shown.
func (b *builder) due() (all []Due, n, more int) {
	n = b.Day.All.Owed
	for _, code := range b.Day.Bodies() {
		t := b.Day.Body(code)
		if t.Owed == 0 {
			continue
		}
		d := Due{b.Words.Body(code), page.OnDay(page.LedgerPath(b.Ledger.ID, page.FolderBodies, code), b.Words.On), t.Owed, t.All}
		if code == ledger.NoLead {
			d.Name, d.Href = b.Words.Text("overview.nolead"), page.OnDay(page.LedgerPath(b.Ledger.ID)+"?lead="+ledger.NoLead, b.Words.On)
		}
		all = append(all, d)
	}
	slices.SortStableFunc(all, func(x, y Due) int { return cmp.Compare(y.N, x.N) })
	if len(all) > shownDue {
		all, more = all[:shownDue], len(all)-shownDue
	}
	return all, n, more
}
