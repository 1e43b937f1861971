package bodies

import (
	_ "embed"
	"html/template"
	"io"
	"net/url"
	"strings"

	"pledger/ledger"
	"pledger/server/page"
)

//go:embed bodies.html.tmpl
var templateText string

//go:embed bodies.css
var css string

var (
	style    = page.NewStyle("bodies.css", css)
	compiled = page.Parse("bodies", templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style} }

// Page is all that the list shows.
type Page struct {
	page.Frame
	Folder page.Folder
	Told   string // what was just done; "" for nothing
	Shows  []page.Choice
	Rows   []Row
	None   string // said where no row is shown
	Import page.Link
	Add    page.Link
}

// Row is one body.
type Row struct {
	Href     template.URL
	Name     string
	Aliases  string
	Duties   string
	Leads    int
	Supports int
	Retired  bool
}

// Show says which bodies are listed.
type Show string

// The choices, the first is the default.
const (
	Current Show = ""        // those that can be chosen
	Owing   Show = "owing"   // those that lead or support something
	Idle    Show = "idle"    // those of them that do not
	Retired Show = "retired" // those that can no longer be chosen
)

// shows are the choices in their order.
var shows = []Show{Current, Owing, Idle, Retired}

// ParseShow reads the choice of an address; what is none is Current.
func ParseShow(q url.Values) Show {
	for _, s := range shows {
		if q.Get("show") == string(s) {
			return s
		}
	}
	return Current
}

// has reports whether the choice lists a body with so many accounts.
func (s Show) has(b *ledger.Body, owes int) bool {
	switch s {
	case Owing:
		return owes > 0
	case Idle:
		return owes == 0 && !b.Retired
	case Retired:
		return b.Retired
	}
	return !b.Retired
}

// New makes the page of the bodies that show chooses, in their order, with the
// numbers of t.
func New(frame page.Frame, l *ledger.Ledger, list []*ledger.Body, t *ledger.Tally, who ledger.Actor, show Show) *Page {
	lang := frame.Lang
	p := &Page{
		Frame:  frame.With(lang.Text("office.bodies.title"), page.Sheet, page.FolderStyle, style),
		Folder: page.NewFolder(l, who, page.FolderBodies, lang),
		None:   lang.Text("office.bodies.none"),
	}
	count := map[Show]int{}
	for _, b := range list {
		owes := t.Leads[b.Code] + t.Supports[b.Code]
		for _, s := range shows {
			if s.has(b, owes) {
				count[s]++
			}
		}
		if show.has(b, owes) {
			p.Rows = append(p.Rows, newRow(l, b, t))
		}
	}
	base := page.LedgerPath(l.ID, page.FolderBodies)
	for _, s := range shows {
		name := string(s)
		if s == Current {
			name = "current"
		}
		c := page.Choice{Label: lang.Text("office.bodies.show."+name, count[s]), Href: base, Chosen: s == show}
		if s != Current {
			c.Href += "?show=" + template.URL(s) // a word of our own
		}
		p.Shows = append(p.Shows, c)
	}
	if who.May(ledger.KeepBodies, l, nil) {
		p.Import = page.Link{Label: lang.Text("office.bodies.import"), Href: page.LedgerPath(l.ID, page.BodyList)}
		p.Add = page.Link{Label: lang.Text("office.bodies.add"), Href: base + "/new"}
		if len(list) == 0 {
			p.None = lang.Text("office.bodies.none.keeper")
		}
	}
	return p
}

// newRow is one body's row.
func newRow(l *ledger.Ledger, b *ledger.Body, t *ledger.Tally) Row {
	return Row{
		Href: page.LedgerPath(l.ID, page.FolderBodies, b.Code), Name: b.Name,
		Aliases: strings.Join(b.Aliases, "、"), Duties: strings.Join(b.Duties, "、"),
		Leads: t.Leads[b.Code], Supports: t.Supports[b.Code], Retired: b.Retired,
	}
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
