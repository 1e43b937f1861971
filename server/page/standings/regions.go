package standings

import (
	"html/template"

	"pledger/server/chart"
	"pledger/server/page"
	"pledger/server/page/wording"
	"pledger/standing"
	"pledger/standing/board"
)

// Regions counts the lights of places: as a map in the colours of how many of
// their parts are behind, and as rows. Both are "" where none has any.
func Regions(w *wording.Words, day *board.Day, places []string) (tiles, rows template.HTML) {
	plan := chart.Tiles{Title: w.Text("overview.behind"), Unit: "%", ByValue: true}
	stack := chart.Stack{First: w.Text("overview.place")}
	for _, code := range places {
		t := day.Place(code)
		tile := chart.Tile{Place: code, Name: w.Place(code), Light: worstOf(&t)}
		if t.All > 0 {
			tile.Href = page.OnDay(page.LedgerPath(day.Ledger().ID, "places", code), w.On)
			n := t.Light(standing.Yellow) + t.Light(standing.Red) + t.Light(standing.LightMissed)
			tile.Value = chart.Value{Number: 100 * float64(n) / float64(t.All), Text: w.Text("overview.of", n, t.All)}
			stack.Rows = append(stack.Rows, chart.StackRow{Name: w.Place(code), Href: tile.Href, Counts: Counts(t.Light)})
		}
		plan.Tiles = append(plan.Tiles, tile)
	}
	if len(stack.Rows) == 0 {
		return "", ""
	}
	return plan.HTML(w.Lang), stack.HTML(w.Lang)
}

// worstOf is the worst light of a tally; unknown where it counts nothing.
func worstOf(t *board.Tally) standing.Light {
	worst := standing.LightUnknown
	for _, l := range standing.Lights() {
		if t.Light(l) > 0 {
			worst = l
		}
	}
	return worst
}
