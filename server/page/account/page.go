package account

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"

	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/report"
	"pledger/server/chart"
	"pledger/server/page"
	pageledger "pledger/server/page/ledger"
	"pledger/server/page/standings"
	"pledger/server/page/wording"
	"pledger/standing"
)

//go:embed account.html.tmpl
var templateText string

//go:embed account.css
var css string

//go:embed account.js
var js string

var (
	style    = page.NewStyle("account.css", css)
	script   = page.NewScript("account.js", js)
	compiled = page.Parse("account", standings.Template+templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style, script, chart.Style, standings.Style} }

// Input is what the page is made of.
type Input struct {
	Ledger      *ledger.Ledger
	Folder      page.Folder // the head of the ledger's pages
	Words       *wording.Words
	Account     *ledger.Account
	Report      *report.Report      // as read again; nil where there is none
	Entries     []*ledger.Entry     // of the account, in their order
	Suggestions []assign.Suggestion // of who should lead
	Before      []*ledger.Account   // the neighbours that count before it, in their order
	After       []*ledger.Account   // and behind it
	Edit        bool                // the reader may change it
	Plan        bool                // the reader may set its milestones
	Stands      *standings.View     // where it stands; nil for who may not see that
	Rules       standing.Rules      // for lights, those in force
	Today       string              // the day that is shown, 2006-01-02

	// Of a command that was refused:
	Sent     string           // the name of the form
	Form     *page.Form       // what was typed
	Conflict *ledger.Conflict // what somebody else changed
	Done     string           // or of one that was not: what is told of it
}

// Page is all that the page shows.
type Page struct {
	page.Frame
	Number, Task    string
	State, Class    string
	Facts           []string
	Folder          page.Folder
	Review          template.URL // "" where there is no report
	Prev, Next      *Neighbours
	Done            string
	Errors          []Error
	Stands          *standings.View
	Context         [][]Piece
	Into            template.URL // the account it was merged into
	IntoNumber      string
	Lead            []string
	Supporting      []string
	Leader, Note    string
	Deadline, Means string
	Live, Editable  bool
	Planning        bool // only milestones may be set
	Accept          *Form
	EditForm        *EditForm
	Assign          *AssignForm
	Schedule        *ScheduleForm
	Steps           []Step
	Watch           *Watch
	Terms           []*TermsForm
	Parts           *PartsForm
	Split           *SplitForm
	Merge           *MergeForm
	Drop, Restore   *DropForm
	Undo            *Form
	History         []Line
	Bodies          []string
	Indicators      []string
}

// Neighbours is the way to another account.
type Neighbours struct {
	Href  template.URL
	Label string
}

// builder makes the page.
type builder struct {
	Input
	path string
}

// New makes the page.
func New(frame page.Frame, in Input) *Page {
	b := &builder{in, pageledger.AccountPath(in.Ledger.ID, in.Account.ID)}
	a, w := in.Account, in.Words
	f := frame.With(w.Text("account.title", a.Number), page.Sheet, page.FolderStyle, chart.Style, style, standings.Style)
	f.Scripts = []page.Asset{script}
	p := &Page{
		Frame: f, Number: a.Number, Task: a.Task, State: w.State(a.State), Class: string(a.State),
		Facts:  present(w.Category(a.Category), w.Section(a.Section), w.Hardness(a.Hardness)),
		Folder: in.Folder, Done: in.Done, Errors: b.errors(), Stands: in.Stands, Context: context(in.Report, a), History: b.history(),
		Lead: w.Names(a.Lead), Supporting: w.Names(a.Supporting), Leader: a.Leader, Note: a.Note,
		Deadline: a.Deadline.Text, Means: w.Deadline(a.Deadline), Live: a.State.Live(),
		Editable: in.Edit, Planning: in.Plan && !in.Edit, Terms: b.terms(), Parts: b.parts(), Schedule: b.schedule(),
		Steps: b.steps(), Watch: b.watch(),
	}
	if in.Report != nil && in.Edit {
		p.Review = template.URL(pageledger.Path(in.Ledger.ID) + "/review?at=" + template.URLQueryEscaper(a.ID)) // escaped
	}
	if a.Into != "" {
		p.Into, p.IntoNumber = template.URL(pageledger.AccountPath(in.Ledger.ID, a.Into)), a.Into // escaped by AccountPath
	}
	b.neighbours(p)
	if in.Edit {
		b.forms(p)
	}
	return p
}

// forms adds the forms of who may change the account.
func (b *builder) forms(p *Page) {
	undo := b.form(FormUndo)
	p.Undo = &undo
	switch {
	case p.Live:
		accept := b.form(FormAccept)
		if b.Account.State == ledger.Proposed {
			p.Accept = &accept
		}
		p.EditForm, p.Assign, p.Split, p.Merge, p.Drop = b.edit(), b.assign(), b.split(), b.merge(), b.drop(FormDrop)
	case b.Account.State == ledger.Dropped:
		p.Restore = b.drop(FormRestore)
	}
	for _, x := range b.Words.Bodies() {
		if !x.Retired {
			p.Bodies = append(p.Bodies, x.Name)
		}
	}
	p.Indicators = Indicators(b.Words.Lexicon)
}

// neighbours adds the ways to the accounts before and behind.
func (b *builder) neighbours(p *Page) {
	way := func(a *ledger.Account) *Neighbours {
		return &Neighbours{template.URL(pageledger.AccountPath(a.Ledger, a.ID)), a.Number} // escaped by AccountPath
	}
	if n := len(b.Before); n > 0 {
		p.Prev = way(b.Before[n-1])
	}
	if len(b.After) > 0 {
		p.Next = way(b.After[0])
	}
}

// pick names an account and its version.
func pick(a *ledger.Account) string { return fmt.Sprintf("%s@%d", a.ID, a.Version) }

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
