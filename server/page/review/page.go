package review

import (
	_ "embed"
	"html/template"
	"io"
	"net/url"
	"strconv"

	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/server/page"
	pagereport "pledger/server/page/report"
	"pledger/server/page/wording"
	"pledger/statement"
)

//go:embed review.html.tmpl
var templateText string

//go:embed review.css
var css string

//go:embed review.js
var js string

var (
	style    = page.NewStyle("review.css", css)
	script   = page.NewScript("review.js", js)
	compiled = page.Parse("review", pagereport.TextTemplate+templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style, script} }

// The names of the page's parameters.
const (
	paramAt   = "at"   // the account chosen
	paramOnly = "only" // only what waits for review is listed
	yes       = "1"
)

// Wish is what an address asks of the page.
type Wish struct {
	At   string // the account to choose; "" for the first that waits
	Only bool
}

// ParseWish reads a wish from an address.
func ParseWish(q url.Values) Wish { return Wish{q.Get(paramAt), q.Get(paramOnly) == yes} }

// Params are the parameters that ParseWish reads w from.
func (w Wish) Params() url.Values {
	v := url.Values{}
	if w.At != "" {
		v.Set(paramAt, w.At)
	}
	if w.Only {
		v.Set(paramOnly, yes)
	}
	return v
}

// The values of the field by which an account's form says where it was shown.
const (
	FieldBack = "back"
	backAll   = "review"
	backOnly  = "review-only"
)

// Back is the value of FieldBack of the page's forms.
func Back(only bool) string {
	if only {
		return backOnly
	}
	return backAll
}

// ParseBack reads FieldBack; ok is false where a form was shown elsewhere.
func ParseBack(s string) (only, ok bool) { return s == backOnly, s == backOnly || s == backAll }

// Input is what the page is made of.
type Input struct {
	Ledger      *ledger.Ledger
	Folder      page.Folder
	Words       *wording.Words
	Accounts    []*ledger.Account // of the ledger, in the order of the list
	Left        int               // how many more it has, which are not listed
	Set         *statement.Set    // what the report states; nil where there is none
	Suggestions map[string][]assign.Suggestion
	Wish

	Form *page.Form // what was typed into the form for an account by hand, where it was refused
	Done string     // what was done to come here; "" for nothing
}

// Choose is the account that the page is about: the one asked for, else the
// first that waits for review, else the first.
func Choose(accounts []*ledger.Account, at string) string {
	first := ""
	for _, a := range accounts {
		if a.ID == at {
			return at
		}
		if first == "" && a.State == ledger.Proposed {
			first = a.ID
		}
	}
	if first == "" && len(accounts) > 0 {
		return accounts[0].ID
	}
	return first
}

// Page is all that the page shows.
type Page struct {
	page.Frame
	Folder         page.Folder
	Progress       Progress
	Done           string
	Wrongs         *page.Wrongs
	Items          []Item
	Panel          *Panel
	Add            AddForm
	Blocks         []pagereport.Block
	All, Waiting   template.URL // the list whole, and what waits
	Only           bool
	Bodies         []string
	Loose          string // how much lies in no account
	Left           string // that not all accounts are listed
	Path           string
	AccountPattern string // the address of an account's forms with {0} for the account
}

// Progress is how far the review has come.
type Progress struct {
	Line   string
	Done   string // of the whole, as a width: 37%
	Counts []string
}

// builder makes the page.
type builder struct{ Input }

// New makes the page.
func New(frame page.Frame, in Input) *Page {
	in.At = Choose(in.Accounts, in.At)
	b := &builder{in}
	f := frame.With(in.Words.Text("review.title"), page.Sheet, page.FolderStyle, style)
	f.Scripts = []page.Asset{script}
	p := &Page{
		Frame: f, Folder: in.Folder, Progress: b.progress(), Done: in.Done, Items: b.items(), Panel: b.panel(), Add: b.add(), Only: in.Only,
		All: page.LedgerPath(in.Ledger.ID, page.FolderReview), Path: string(page.LedgerPath(in.Ledger.ID, page.FolderReview)),
	}
	p.Waiting = p.All + template.URL("?"+Wish{Only: true}.Params().Encode()) // encoded
	blocks, figures, doubts := b.text()
	p.Blocks = blocks
	if figures+doubts > 0 {
		p.Loose = in.Words.Text("review.loose", figures, doubts)
	}
	if in.Left > 0 {
		p.Left = in.Words.Text("review.left", len(in.Accounts), in.Left)
	}
	if in.Form.Refused() {
		p.Wrongs = &page.Wrongs{Head: in.Words.Text("ledger.form.refused")}
		for _, name := range []string{FieldWords, FieldWhy} {
			if m := in.Form.Message(name); m != "" {
				p.Wrongs.Add(m, name)
			}
		}
	}
	for _, x := range in.Words.Bodies() {
		if !x.Retired {
			p.Bodies = append(p.Bodies, x.Name)
		}
	}
	return p
}

// progress counts the accounts by state.
func (b *builder) progress() Progress {
	n := map[ledger.State]int{}
	lead := 0
	for _, a := range b.Accounts {
		n[a.State]++
		if a.State.Live() && len(a.Lead) == 0 {
			lead++
		}
	}
	live := n[ledger.Proposed] + n[ledger.Accepted]
	p := Progress{Line: b.Words.Text("review.progress", n[ledger.Accepted], live), Done: "0%"}
	if live > 0 {
		p.Done = strconv.Itoa(n[ledger.Accepted]*100/live) + "%" // never full before all is done
	}
	p.Counts = []string{b.Words.Text("review.waiting", n[ledger.Proposed]), b.Words.Text("review.nolead", lead)}
	if d := n[ledger.Dropped]; d > 0 {
		p.Counts = append(p.Counts, b.Words.Text("review.dropped", d))
	}
	return p
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
