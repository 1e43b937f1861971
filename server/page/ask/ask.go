package ask

import (
	_ "embed"
	"io"

	"pledger/server/page"
)

//go:embed ask.html.tmpl
var templateText string

var compiled = page.Parse("ask", templateText)

// Page is all that is shown. Empty parts are left out.
type Page struct {
	page.Frame
	Back    page.Choice // the page above this one
	Lead    string      // what is asked, and why
	Done    string      // what was done just now
	Alert   string      // what is wrong with the whole
	Facts   []Fact
	Show    page.Field // a value to be copied
	Form    Form
	Others  []page.Choice // other ways
	Actions []Action
}

// Fact is something said of what the page is about.
type Fact struct{ Label, Value string }

// Form is the form. Without a Submit there is none.
type Form struct {
	Heading string
	Action  string // the address it is sent to
	Hidden  []Hidden
	User    string // whose password is asked, for the browser's own list; "" for nobody's
	Fields  []page.Field
	Submit  string // the button's word
	Grave   bool   // it takes something away
	Cancel  string // the address that leads away without doing it
}

// Hidden is a value that is sent along unseen.
type Hidden struct{ Name, Value string }

// Action is a command that needs a button only.
type Action struct {
	Path  string // the address it is sent to
	Label string
	Hint  string
	Grave bool // it takes something away
	Asks  bool // the address asks once more and is only visited
}

// New makes a page with a title; the rest is for the caller to fill in.
func New(frame page.Frame, title string) *Page {
	return &Page{Frame: frame.With(title, page.Sheet)}
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
