package ledger

import (
	_ "embed"
	"html/template"
	"io"

	"pledger/ledger"
	"pledger/server/chart"
	"pledger/server/page"
	"pledger/server/page/standings"
	"pledger/server/page/wording"
)

//go:embed ledger.html.tmpl
var templateText string

//go:embed ledger.css
var css string

//go:embed ledger.js
var js string

var (
	style    = page.NewStyle("ledger.css", css)
	script   = page.NewScript("ledger.js", js)
	compiled = page.Parse("ledger", templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style, script, chart.Style} }

// Input is what the page is made of.
type Input struct {
	Ledger *ledger.Ledger
	Words  *wording.Words
	Filter Filter
	Found  *ledger.Page  // what a store found for the filter
	Tally  *ledger.Tally // nil for a reader who sees some accounts only
	Edit   bool          // the reader may change accounts
	Folder page.Folder   // the head of the ledger's pages
	// Lit is where those of Found stand of which the reader may see it, by ID; nil
	// for who may see that of none.
	Lit map[string]standings.Cell

	// Of a command that was refused:
	Form     *page.Form        // what was typed
	Picked   []ledger.Ref      // what was ticked
	Apart    []*ledger.Account // of these, those that Found leaves out
	Conflict *ledger.Conflict  // what somebody else changed
	Done     string            // or of one that was not: what is told of it
}

// Page is all that the page shows.
type Page struct {
	page.Frame
	Folder   page.Folder
	Counts   []Count
	Filter   Filter
	Path     string
	Selects  []Select
	Narrowed bool
	AsOf     string       // the day of the lights in words; "" for today
	Today    template.URL // the same with the lights of today
	Columns  []Column
	Groups   []Group
	Pager    Pager
	Bulk     *Bulk
	Form     *page.Form
	Errors   []Error
	Changed  []Changed
	Done     string
	Sorted   []Hidden // the order, which the filter's form keeps
}

// Error is something wrong with the form, for the summary on top.
type Error struct {
	Field string // the id of the field; "" for the whole
	Text  string
}

// builder makes the page.
type builder struct {
	Input
	path            string
	picked, changed map[string]bool
}

// New makes the page.
func New(frame page.Frame, in Input) *Page {
	b := &builder{Input: in, path: Path(in.Ledger.ID), picked: map[string]bool{}, changed: map[string]bool{}}
	for _, r := range in.Picked {
		b.picked[r.ID] = true
	}
	if in.Conflict != nil {
		for _, a := range in.Conflict.Accounts {
			b.changed[a.ID] = true
		}
	}
	f := frame.With(in.Ledger.Title, page.Sheet, page.FolderStyle, chart.Style, style)
	f.Scripts = []page.Asset{script}
	p := &Page{
		Frame: f, Folder: in.Folder, Counts: b.counts(), Filter: in.Filter, Path: b.path,
		Selects: b.selects(), Narrowed: in.Filter.Narrowed(), Columns: b.columns(), Groups: b.groups(in.Found.Accounts),
		Pager: b.pager(), Bulk: b.bulk(), Form: in.Form, Changed: b.changes(), Done: in.Done, Sorted: b.sorted(),
	}
	if in.Filter.On != "" && in.Lit != nil {
		today := in.Filter.first()
		today.On = ""
		p.AsOf, p.Today = in.Words.Day(in.Filter.On), today.href(b.path)
	}
	p.Errors = b.errors()
	return p
}

// sorted are the parameters of the order.
func (b *builder) sorted() []Hidden {
	var all []Hidden
	for _, name := range []string{paramSort, paramReverse, paramLong, paramOn} {
		if v := b.Filter.Params().Get(name); v != "" {
			all = append(all, Hidden{name, v})
		}
	}
	return all
}

// errors are what is wrong with the form, the whole first.
func (b *builder) errors() []Error {
	var all []Error
	for _, name := range []string{"", FieldPick, FieldLead, FieldSupporting, FieldDeadline, FieldWhy} {
		if m := b.Form.Message(name); m != "" {
			id := name
			if name == FieldPick {
				id = ""
			}
			all = append(all, Error{id, m})
		}
	}
	return all
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
