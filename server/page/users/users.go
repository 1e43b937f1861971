package users

import (
	_ "embed"
	"html/template"
	"io"

	"pledger/server/page"
)

//go:embed users.html.tmpl
var templateText string

//go:embed users.css
var css string

var (
	style    = page.NewStyle("users.css", css)
	compiled = page.Parse("users", templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style} }

// Page is all that the list shows.
type Page struct {
	page.Frame
	Rows []Row
	Add  string // the address where a user is added
}

// Row is one user.
type Row struct {
	Href     template.URL
	Name     string
	Display  string
	Role     string // as the reader calls it
	Place    string // name; "" for all
	Body     string // name; "" for none
	Provider bool   // signs in by the provider
	Pending  bool   // has no password and no provider yet
	Disabled bool
}

// New makes the page with the given rows, in their order.
func New(frame page.Frame, rows []Row, add string) *Page {
	return &Page{Frame: frame.With(frame.Lang.Text("page.users"), page.Sheet, style), Rows: rows, Add: add}
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
