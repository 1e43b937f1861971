package ledgers

import (
	_ "embed"
	"io"

	"pledger/server/page"
)

//go:embed ledgers.html.tmpl
var templateText string

var compiled = page.Parse("ledgers", templateText)

// Page is all that the list shows.
type Page struct {
	page.Frame
	Rows []Row
}

// Row is one ledger.
type Row struct {
	Title      string
	Government string
	Year       int
	Stage      string // as the reader calls it
}

// New makes the page with the given rows, in their order.
func New(frame page.Frame, rows []Row) *Page {
	return &Page{Frame: frame.With(frame.Lang.Text("page.ledgers"), page.Sheet), Rows: rows}
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
