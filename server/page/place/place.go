package place

import (
	_ "embed"
	"html/template"
	"io"

	"pledger/ledger"
	"pledger/server/chart"
	"pledger/server/page"
	"pledger/server/page/standings"
	"pledger/server/page/wording"
	"pledger/standing/board"
)

//go:embed place.html.tmpl
var templateText string

var compiled = page.Parse("place", templateText)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{chart.Style, standings.Style} }

// Input is what the page is made of.
type Input struct {
	Ledger *ledger.Ledger
	Folder page.Folder
	Words  *wording.Words
	Day    *board.Day
	Code   string   // of the place
	Below  []string // codes of the places right below it
}

// Page is all that is shown.
type Page struct {
	page.Frame
	Folder page.Folder
	Back   page.Link
	Name   string
	AsOf   string
	Counts string
	Bar    template.HTML
	Key    template.HTML
	Rows   []Row
	Map    template.HTML // of the places below it; "" where none has a part
	Lights template.HTML // the same as rows
}

// Row is the place's part of an account.
type Row struct {
	standings.Cell
	Part  string // of the target, "" where it has none
	Spark template.HTML
}

// New makes the page; nil where the place has no part and no reading on the day.
func New(frame page.Frame, in Input) *Page {
	w, all := in.Words, in.Day.Place(in.Code)
	p := &Page{
		Frame:  frame.With(w.Place(in.Code), page.Sheet, page.FolderStyle, chart.Style, standings.Style),
		Folder: in.Folder, Name: w.Place(in.Code), AsOf: w.Day(in.Day.Date),
		Back: page.Link{Label: w.Text("overview.title"), Href: page.OnDay(page.LedgerPath(in.Ledger.ID, page.FolderOverview), w.On)},
		Bar:  chart.Bar(w.Lang, w.Text("overview.states"), standings.Counts(all.Light)), Key: chart.Key(w.Lang),
	}
	for r := range in.Day.Rows() {
		for _, part := range r.Places {
			if part.Place == in.Code && r.ByPlace() {
				p.Rows = append(p.Rows, row(w, r.Account, part))
			}
		}
	}
	if len(p.Rows) == 0 {
		return nil
	}
	p.Counts = w.Text("place.counts", len(p.Rows))
	p.Map, p.Lights = standings.Regions(w, in.Day, in.Below)
	return p
}

// row is the place's part of an account in words.
func row(w *wording.Words, a *ledger.Account, part *board.PlaceRow) Row {
	_, unit := a.Measures()
	return Row{standings.Of(w, a, &part.Standing), w.Value(part.Target, unit), standings.Spark(w, a, &part.Standing)}
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
