package overview

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

//go:embed overview.html.tmpl
var templateText string

//go:embed overview.css
var css string

var (
	style    = page.NewStyle("overview.css", css)
	compiled = page.Parse("overview", templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style, chart.Style} }

// Input is what the page is made of.
type Input struct {
	Ledger *ledger.Ledger
	Folder page.Folder
	Words  *wording.Words
	Day    *board.Day // the day asked for
	Before *board.Day // the end of the month before
	Below  []string   // codes of the places right below the government
	Latest string     // the last day that can be asked for, 2006-01-02
	Wrong  string     // why the day typed is not the one shown; "" where it is
}

// Page is all that is shown.
type Page struct {
	page.Frame
	Folder  page.Folder
	Path    template.URL
	On      string // the day, 2006-01-02
	Latest  string
	Wrong   string
	AsOf    string // the day in words
	Total   int
	Bar     template.HTML
	States  []State
	Key     template.HTML
	Targets []Target
	More    page.Link // to the targets that are not shown; no label where all are
	Worst   []standings.Cell
	Lights  template.HTML // by category and section
	Bodies  template.HTML
	Map     template.HTML // "" where no place has a part or a reading
	Regions template.HTML
	Since   string // the day that changes are counted from, in words
	Better  Moves
	Worse   Moves
	Due     []Due
	DueAll  int // accounts without the value that was due
	DueMore int // bodies that are not shown
}

// builder makes the page.
type builder struct{ Input }

// New makes the page. The days are not used after it returns.
func New(frame page.Frame, in Input) *Page {
	b := &builder{in}
	w, day := in.Words, in.Day
	p := &Page{
		Frame:  frame.With(w.Text("overview.title"), page.Sheet, page.FolderStyle, chart.Style, style),
		Folder: in.Folder, Path: page.LedgerPath(in.Ledger.ID, page.FolderOverview),
		On: day.Date, Latest: in.Latest, Wrong: in.Wrong, AsOf: w.Day(day.Date), Total: day.All.All,
		Bar:    chart.Bar(w.Lang, w.Text("overview.states"), standings.Counts(day.All.Light)),
		States: b.states(), Key: chart.Key(w.Lang), Worst: b.worst(), Lights: b.lights(), Bodies: b.bodies(),
		Since: w.Day(in.Before.Date),
	}
	p.Targets, p.More = b.targets()
	p.Map, p.Regions = standings.Regions(w, day, in.Below)
	p.Better, p.Worse = b.moves()
	p.Due, p.DueAll, p.DueMore = b.due()
	return p
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
