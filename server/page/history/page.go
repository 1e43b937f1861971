package history

import (
	_ "embed"
	"html/template"
	"io"
	"strconv"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/wording"
)

//go:embed history.html.tmpl
var templateText string

//go:embed detail.html.tmpl
var detailText string

//go:embed command.html.tmpl
var commandText string

//go:embed history.css
var css string

var (
	style          = page.NewStyle("history.css", css)
	compiled       = page.Parse("history", commandText+templateText)
	compiledDetail = page.Parse("detail", commandText+detailText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style} }

const (
	// PageCommands is how many commands a page lists.
	PageCommands = 30
	// PageLines is how many accounts a command names in the list.
	PageLines = 3
)

// Page is the list.
type Page struct {
	page.Frame
	Folder   page.Folder
	Action   template.URL
	Account  page.Field
	Who      page.Field
	Did      page.Field
	Clear    template.URL // the list without filter; "" where there is none
	Commands []Command
	None     string
	Newest   template.URL // "" on the first page
	Older    template.URL // "" on the last
	Rules    template.URL // what changed the rules for lights, which are of all the government's ledgers
	Proof    Proof
}

// Proof（核验码）is the end of the journal: who has noted it can tell whether
// anything before it was changed since.
type Proof struct {
	Groups []string // of the hash in hex, to be read aloud and compared
	Count  string
	Export template.URL
}

// Input is what the list is made of.
type Input struct {
	Ledger   *ledger.Ledger
	Words    *wording.Words
	Accounts map[string]*ledger.Account // those that the commands speak of, by ID
	Users    []*ledger.User
	Commands []ledger.Command
	More     bool
	Head     ledger.Head
	Filter   Filter
}

// New makes the list as the actor sees it.
func New(frame page.Frame, in Input, who ledger.Actor) *Page {
	p := &Page{
		Frame:  frame.With(frame.Lang.Text("office.history.title"), page.Sheet, page.FolderStyle, style),
		Folder: page.NewFolder(in.Ledger, who, page.FolderHistory, frame.Lang),
		Action: page.LedgerPath(in.Ledger.ID, page.FolderHistory),
		None:   frame.Lang.Text("office.history.none"),
		Rules:  page.LedgerPath(in.Ledger.ID, page.Rules) + "#past",
		Proof:  newProof(&frame, in.Ledger.ID, in.Head),
	}
	w := writer{in.Words, in.Ledger, in.Accounts, who.May(ledger.EditLedger, in.Ledger, nil)}
	for _, c := range in.Commands {
		p.Commands = append(p.Commands, w.command(c, PageLines))
	}
	p.filter(in)
	first := in.Filter
	first.Before = 0
	if in.Filter.Before > 0 {
		p.Newest = first.address(p.Action)
	}
	if n := len(in.Commands); in.More && n > 0 {
		older := in.Filter
		older.Before = in.Commands[n-1].Op()
		p.Older = older.address(p.Action)
	}
	return p
}

// filter makes the fields of the filter.
func (p *Page) filter(in Input) {
	f := in.Filter
	p.Account = page.Field{Name: paramAccount, Type: "text", Label: p.T("office.history.account"), Value: f.Account}
	p.Who = page.Field{Name: paramWho, Label: p.T("office.history.who"), Value: f.Who, Options: []page.Option{{Label: p.T("office.all")}}}
	for _, u := range in.Users {
		p.Who.Options = append(p.Who.Options, page.Option{Value: u.Name, Label: in.Words.Who(u.Name)})
	}
	p.Who.Options = append(p.Who.Options, page.Option{Value: Operator, Label: in.Words.Who("")})
	p.Did = page.Field{Name: paramAction, Label: p.T("office.history.action"), Value: string(f.Action), Options: []page.Option{{Label: p.T("office.all")}}}
	for _, a := range actions {
		p.Did.Options = append(p.Did.Options, page.Option{Value: string(a), Label: in.Words.Action(a)})
	}
	if f.Narrowed() {
		p.Clear, p.None = p.Action, p.T("office.history.nothing")
	}
}

// actions are what is done to ledgers, in the order of the office's work.
var actions = []ledger.Action{
	ledger.ActOpen, ledger.ActAccept, ledger.ActEdit, ledger.ActAdd, ledger.ActSplit, ledger.ActMerge,
	ledger.ActDrop, ledger.ActRestore, ledger.ActAssign, ledger.ActSchedule, ledger.ActTerms, ledger.ActBreakDown,
	ledger.ActRenumber, ledger.ActImport, ledger.ActApprove, ledger.ActReopen, ledger.ActPublish, ledger.ActUndo,
}

// hashGroup is how many digits of a hash stand together.
const hashGroup = 8

// newProof is the end of a ledger's journal in words.
func newProof(f *page.Frame, id ledger.ID, head ledger.Head) Proof {
	p := Proof{Count: f.T("office.history.count", strconv.FormatInt(head.Seq, 10)), Export: page.LedgerPath(id, page.FolderHistory, "entries.jsonl")}
	hash := head.Hash.String()
	for i := 0; i < len(hash); i += hashGroup {
		p.Groups = append(p.Groups, hash[i:i+hashGroup])
	}
	return p
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
