package body

import (
	_ "embed"
	"html/template"
	"io"
	"strconv"
	"strings"

	"pledger/ledger"
	"pledger/server/chart"
	"pledger/server/page"
	"pledger/server/page/standings"
)

//go:embed body.html.tmpl
var templateText string

//go:embed body.css
var css string

var (
	style    = page.NewStyle("body.css", css)
	compiled = page.Parse("body", templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style, chart.Style, standings.Style} }

// Page is all that is shown of a body.
type Page struct {
	page.Frame
	Folder  page.Folder
	Back    page.Link
	Name    string // "" of one that is being added
	Retired bool
	Told    string // what was just done; "" for nothing
	Wrongs  *page.Wrongs
	Counts  string
	AsOf    string // the day of the lights; "" where none are shown
	Owing   int    // accounts of which it did not report the value that was due
	Tables  []Table
	Edit    *Edit // nil for who may not change it
}

// Edit is the form that changes a body.
type Edit struct {
	Action template.URL
	Open   bool // it is shown at once
	Fields []page.Field
	Button string
	Retire *Retire
}

// Retire takes a body off the list of those that can be chosen, or back.
type Retire struct {
	Action template.URL
	Value  string // yes or no
	Hint   string
	Button string
	Grave  bool
}

// New makes the page of b. accounts are those of the ledger that the reader may
// see. region is the name of the place whose government b is, "" for none. form is
// what was typed and refused; nil where nothing was.
func New(frame page.Frame, l *ledger.Ledger, b *ledger.Body, list []*ledger.Body, accounts []*ledger.Account, region string, who ledger.Actor, form *page.Form) *Page {
	p := newPage(frame, l, who)
	p.Title, p.Name, p.Retired = b.Name, b.Name, b.Retired
	p.Tables = tables(&p.Frame, b.Code, accounts, list)
	p.Counts = p.T("office.body.counts", len(p.Tables[0].Rows), len(p.Tables[1].Rows))
	if !who.May(ledger.KeepBodies, l, nil) {
		return p
	}
	at := page.LedgerPath(l.ID, page.FolderBodies, b.Code)
	p.edit(at, b, region, form, p.T("office.save"))
	p.Edit.Retire = &Retire{at + "/retire", "yes", p.T("office.body.retire.hint"), p.T("office.body.retire"), true}
	if b.Retired {
		p.Edit.Retire = &Retire{at + "/retire", "no", p.T("office.body.revive.hint"), p.T("office.body.revive"), false}
	}
	return p
}

// Blank makes the page on which b, who is not on the list yet, is added.
func Blank(frame page.Frame, l *ledger.Ledger, b *ledger.Body, who ledger.Actor, form *page.Form) *Page {
	p := newPage(frame, l, who)
	p.Title = p.T("office.bodies.add")
	p.edit(page.LedgerPath(l.ID, page.FolderBodies, "new"), b, "", form, p.T("office.bodies.add"))
	p.Edit.Open = true
	return p
}

// newPage is the page without its body.
func newPage(frame page.Frame, l *ledger.Ledger, who ledger.Actor) *Page {
	p := &Page{
		Frame:  frame.With("", page.Sheet, page.FolderStyle, chart.Style, standings.Style, style),
		Folder: page.NewFolder(l, who, page.FolderBodies, frame.Lang),
	}
	p.Back = page.Link{Label: p.T("office.bodies.title"), Href: page.LedgerPath(l.ID, page.FolderBodies)}
	return p
}

// edit gives the page its form.
func (p *Page) edit(action template.URL, b *ledger.Body, region string, form *page.Form, button string) {
	field := func(name, value string) page.Field {
		f := form.Field(name, "text", p.T("office.body."+name), value)
		if hint := "office.body." + name + ".hint"; name != fieldName {
			f.Hint = p.Lang.Text(hint)
		}
		f.Required = name == fieldName
		return f
	}
	order := strconv.Itoa(b.Order)
	p.Edit = &Edit{
		Action: action, Open: form.Refused(), Button: button,
		Fields: []page.Field{
			field(fieldName, b.Name), field(fieldAliases, strings.Join(b.Aliases, "、")),
			field(fieldDuties, strings.Join(b.Duties, "、")), field(fieldRegion, region), field(fieldOrder, order),
		},
	}
	if form.Refused() {
		p.Wrongs = &page.Wrongs{Head: p.T("office.refused")}
		for _, f := range p.Edit.Fields {
			if f.Wrong != "" {
				p.Wrongs.Add(f.Label+"："+f.Wrong, f.Name)
			}
		}
	}
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
