package list

import (
	_ "embed"
	"html/template"
	"io"

	"pledger/locale"
	"pledger/server/page"
)

//go:embed list.html.tmpl
var templateText string

//go:embed list.css
var css string

var (
	style    = page.NewStyle("list.css", css)
	compiled = page.Parse("list", templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style} }

// Page is all that the list shows.
type Page struct {
	page.Frame
	Rows []Row
}

// Row is one report.
type Row struct {
	Href       template.URL
	Title      string
	Government string // "" where not stated
	Year       int    // 0 where not stated
	Figures    int
	Targets    int // of the figures
	Pledges    int
	Doubts     int
}

// New makes the page with the given rows, in their order.
func New(rows []Row, lang locale.Lang, languages []page.Choice) *Page {
	return &Page{
		Frame: page.Frame{
			Lang: lang, Title: lang.Text("page.reports"),
			Styles: []page.Asset{page.Base, style}, Switch: languages,
		},
		Rows: rows,
	}
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
