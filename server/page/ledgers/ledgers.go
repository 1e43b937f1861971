package ledgers

import (
	_ "embed"
	"html/template"
	"io"

	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
)

//go:embed ledgers.html.tmpl
var templateText string

//go:embed ledgers.css
var css string

var (
	style    = page.NewStyle("ledgers.css", css)
	compiled = page.Parse("ledgers", templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style} }

// Page is all that the list shows.
type Page struct {
	page.Frame
	Rows    []Row
	Working bool // some row carries counts and what to do next
	Open    bool // the reader may open a ledger
}

// Row is one ledger.
type Row struct {
	Href       template.URL
	Title      string
	Government string
	Year       int
	Stage      page.Stage
	Issued     string // the day, as written; "" where it was not published
	Total      int    // live accounts
	Working    bool   // the reader sees all of it
	Proposed   int
	Accepted   int
	NoLead     int
	Next       page.Link
}

// NewRow is the row of a ledger of which the actor sees the accounts that t
// counts. Only who sees the whole ledger is told how far it is; only who may
// change it, what to do next.
func NewRow(l *ledger.Ledger, t *ledger.Tally, who ledger.Actor, lang locale.Lang) Row {
	r := Row{
		Href: page.LedgerPath(l.ID), Title: l.Title, Government: l.Government, Year: l.Year,
		Stage: page.NewStage(l.Stage, lang), Issued: lang.Date(l.Issued),
		Total: t.Targets + t.Tasks,
	}
	if l.Stage != ledger.Draft && who.May(ledger.SeeStanding, l, nil) {
		r.Href = page.LedgerPath(l.ID, page.FolderOverview) // what leaders look at
	}
	if !who.May(ledger.SeeHistory, l, nil) {
		return r
	}
	r.Working = true
	r.Proposed, r.Accepted, r.NoLead = t.States[ledger.Proposed], t.States[ledger.Accepted], t.NoLead
	if who.May(ledger.EditLedger, l, nil) {
		r.Next = next(l, &r, lang)
	}
	return r
}

// next is what the office does next with a ledger.
func next(l *ledger.Ledger, r *Row, lang locale.Lang) page.Link {
	switch {
	case l.Stage == ledger.Published:
		return page.Link{Label: lang.Text("office.next.download"), Href: page.LedgerPath(l.ID, page.FolderSteps)}
	case l.Stage == ledger.Approved:
		return page.Link{Label: lang.Text("office.next.publish"), Href: page.LedgerPath(l.ID, page.FolderSteps)}
	case r.Proposed > 0:
		return page.Link{Label: lang.Text("office.next.review", r.Proposed), Href: page.LedgerPath(l.ID, page.FolderReview)}
	case r.NoLead > 0:
		return page.Link{Label: lang.Text("office.next.assign", r.NoLead), Href: page.LedgerPath(l.ID) + "?lead=-"}
	}
	return page.Link{Label: lang.Text("office.next.approve"), Href: page.LedgerPath(l.ID, page.FolderSteps)}
}

// New makes the page with the given rows, in their order. open says that the
// reader may open a ledger.
func New(frame page.Frame, rows []Row, open bool) *Page {
	p := &Page{Frame: frame.With(frame.Lang.Text("page.ledgers"), page.Sheet, page.FolderStyle, style), Rows: rows, Open: open}
	for _, r := range rows {
		p.Working = p.Working || r.Working
	}
	return p
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
