package overview

import (
	"cmp"
	"html/template"
	"slices"

	exported "pledger/export/standings"
	"pledger/ledger"
	"pledger/server/chart"
	"pledger/server/page"
	pageledger "pledger/server/page/ledger"
	"pledger/server/page/standings"
	"pledger/server/page/wording"
	"pledger/standing"
	"pledger/standing/board"
)

// State is how many accounts are in a state.
type State struct {
	Name  string
	N     int
	Share string // in %, of all
}

// states counts by state, with shares that make 100.
func (b *builder) states() []State {
	var counts []int
	for _, s := range standing.States() {
		counts = append(counts, b.Day.All.State(s))
	}
	shares := exported.Shares(counts)
	var all []State
	for i, s := range standing.States() {
		all = append(all, State{b.Words.Standing(s), counts[i], shares[i]})
	}
	return all
}

// row is a tally as a row of a stack; f chooses what it counts in the table, to
// which each count leads. "" for href leads there too.
func (b *builder) row(name string, href template.URL, f pageledger.Filter, t board.Tally) chart.StackRow {
	if b.Day.Date != b.Latest {
		f.On = b.Day.Date
	}
	r := chart.StackRow{Name: name, Href: href, Counts: standings.Counts(t.Light)}
	if href == "" {
		r.Href = f.Href(b.Ledger.ID)
	}
	for i, l := range standing.Lights() {
		f.Light = l.String()
		r.Hrefs[i] = f.Href(b.Ledger.ID)
	}
	return r
}

// lights counts the lights of all, by category and by section.
func (b *builder) lights() template.HTML {
	w := b.Words
	all := b.row(w.Text("overview.all"), "", pageledger.Filter{}, b.Day.All)
	all.Total = true
	rows := []chart.StackRow{
		all, b.row(w.Category(ledger.Target), "", pageledger.Filter{Category: ledger.Target}, b.Day.Targets),
		b.row(w.Category(ledger.Task), "", pageledger.Filter{Category: ledger.Task}, b.Day.Tasks),
	}
	for _, s := range b.Ledger.Sections {
		if t := b.Day.Section(s.Number); s.Level == 1 && t.All > 0 {
			rows = append(rows, b.row(wording.SectionName(s), "", pageledger.Filter{Section: s.Number}, t))
		}
	}
	return chart.Stack{First: w.Text("overview.section"), Rows: rows}.HTML(w.Lang)
}

// shownBodies is how many bodies the page has room for.
const shownBodies = 12

// bodies counts the lights of what each body leads: those most behind first, and
// the rest together.
func (b *builder) bodies() template.HTML {
	w := b.Words
	type counted struct {
		code string
		board.Tally
	}
	var all []counted
	for _, code := range b.Day.Bodies() {
		all = append(all, counted{code, b.Day.Body(code)})
	}
	behind := func(t *board.Tally) int { return t.Light(standing.Red) + t.Light(standing.LightMissed) }
	order := map[string]int{}
	for i, x := range w.Bodies() {
		order[x.Code] = i
	}
	slices.SortFunc(all, func(x, y counted) int {
		return cmp.Or(behind(&y.Tally)-behind(&x.Tally), y.Light(standing.Yellow)-x.Light(standing.Yellow),
			y.Light(standing.LightUnknown)-x.Light(standing.LightUnknown), order[x.code]-order[y.code], cmp.Compare(x.code, y.code))
	})
	stack := chart.Stack{First: w.Text("overview.body")}
	rest := chart.StackRow{}
	for i, x := range all {
		if len(all) > shownBodies && i >= shownBodies-1 {
			for l, n := range standings.Counts(x.Light) {
				rest.Counts[l] += n
			}
			continue
		}
		name, href := w.Body(x.code), page.OnDay(page.LedgerPath(b.Ledger.ID, page.FolderBodies, x.code), w.On)
		if x.code == ledger.NoLead {
			name, href = w.Text("overview.nolead"), ""
		}
		stack.Rows = append(stack.Rows, b.row(name, href, pageledger.Filter{Lead: x.code}, x.Tally))
	}
	if n := len(all) - len(stack.Rows); n > 0 {
		rest.Name, rest.Href = w.Text("overview.rest", n), page.LedgerPath(b.Ledger.ID, page.FolderBodies)
		stack.Rows = append(stack.Rows, rest)
	}
	return stack.HTML(w.Lang)
}
