package indicator

import (
	_ "embed"
	"html/template"
	"io"
	"slices"

	"pledger/ledger"
	"pledger/server/chart"
	"pledger/server/page"
	"pledger/server/page/standings"
	"pledger/server/page/wording"
	"pledger/standing/board"
)

//go:embed indicator.html.tmpl
var templateText string

var compiled = page.Parse("indicator", templateText)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{chart.Style, standings.Style} }

// Input is what the page is made of.
type Input struct {
	Ledger *ledger.Ledger
	Folder page.Folder
	Words  *wording.Words
	Day    *board.Day
	Code   string // of the indicator
}

// Page is all that is shown.
type Page struct {
	page.Frame
	Folder page.Folder
	Back   page.Link
	AsOf   string
	Code   string
	Rows   []Row
	Charts []Charts
}

// Row is an account that promises something of the indicator.
type Row struct {
	standings.Cell
	Spark template.HTML
}

// Charts are those of one account.
type Charts struct {
	Head   string // the target
	Years  template.HTML
	Places template.HTML // "" where no place reports
}

// New makes the page; nil where no account is of the indicator.
func New(frame page.Frame, in Input) *Page {
	w := in.Words
	p := &Page{
		Frame:  frame.With(w.Indicator(in.Code), page.Sheet, page.FolderStyle, chart.Style, standings.Style),
		Folder: in.Folder, AsOf: w.Day(in.Day.Date), Code: in.Code,
		Back: page.Link{Label: w.Text("overview.title"), Href: page.OnDay(page.LedgerPath(in.Ledger.ID, page.FolderOverview), w.On)},
	}
	for r := range in.Day.Rows() {
		i := slices.IndexFunc(r.Account.Terms, func(t ledger.Terms) bool { return t.Indicator == in.Code })
		if i < 0 || r.Term(i) == nil {
			continue
		}
		of := *r.Account
		of.Terms = r.Account.Terms[i : i+1]
		p.Rows = append(p.Rows, Row{standings.Of(w, &of, r.Term(i)), standings.Spark(w, &of, r.Term(i))})
		p.Charts = append(p.Charts, charts(w, r, i))
	}
	if len(p.Rows) == 0 {
		return nil
	}
	return p
}

// charts draws an account's years, and its places.
func charts(w *wording.Words, r *board.Row, i int) Charts {
	t := &r.Account.Terms[i]
	c := Charts{Head: w.Target(t), Years: standings.Years(w, r.Account, i, r.Term(i), r.Read(i))}
	if i == 0 {
		c.Places = standings.Multiples(w, r)
	}
	return c
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
