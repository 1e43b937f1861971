package reporting

import (
	_ "embed"
	"html/template"
	"io"
	"net/url"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/wording"
)

//go:embed reporting.html.tmpl
var templateText string

//go:embed reporting.css
var css string

//go:embed reporting.js
var script string

var (
	style    = page.NewStyle("reporting.css", css)
	code     = page.NewScript("reporting.js", script)
	compiled = page.Parse("reporting", templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style, code} }

// Page is all that is shown.
type Page struct {
	page.Frame
	Folder   page.Folder
	Action   template.URL
	Bodies   []BodyLink // for who may report for any: the bodies that lead something
	Chosen   string     // the body's name; "" where none is chosen
	Code     string     // the body's code
	Lead     string
	Told     string
	Wrongs   *page.Wrongs
	Open     []Block
	Reported []Block
	Strange  []string // pasted lines that fit nothing
	Lines    *page.Field
	Kept     string       // token of files that wait
	Sheet    template.URL // the sheet to download
	Upload   page.Link    // where it is sent back
	None     string
}

// BodyLink is a body that can be chosen.
type BodyLink struct {
	Name   string
	Href   template.URL
	Open   int
	Chosen bool
}

// Input is what the page is made of.
type Input struct {
	Ledger  *ledger.Ledger
	Words   *wording.Words
	Body    *ledger.Body // whose page it is; nil where none is chosen
	Day     string       // today
	Asks    []*ledger.Ask
	Nodes   []*ledger.Account // those with milestones, which the body leads, in list order
	Choose  []BodyLink
	Form    *page.Form          // what was typed and refused; nil for nothing
	Asking  map[string]bool     // the fields of reasons that are asked for
	Kept    map[string][]string // names of files that wait, by account
	Token   string              // of them
	Strange []string
	Told    string
}

// builder makes the page.
type builder struct{ Input }

// New makes the page as the actor sees it.
func New(frame page.Frame, in Input, who ledger.Actor) *Page {
	b := &builder{in}
	at := page.LedgerPath(in.Ledger.ID, page.FolderReporting)
	p := &Page{
		Frame:  frame.With(frame.Lang.Text("office.reporting.title"), page.Sheet, page.FolderStyle, style),
		Folder: page.NewFolder(in.Ledger, who, page.FolderReporting, frame.Lang),
		Action: at, Bodies: in.Choose, Kept: in.Token, Strange: in.Strange, Told: in.Told,
		Upload: page.Link{Label: frame.Lang.Text("office.reporting.upload"), Href: page.LedgerPath(in.Ledger.ID, page.FolderReadings)},
	}
	p.Scripts = []page.Asset{code}
	if in.Body == nil {
		p.None, p.Upload.Label = p.T("office.reporting.choose"), p.T("office.readings.title")
		return p
	}
	p.Chosen, p.Code = in.Body.Name, in.Body.Code
	p.Action += template.URL("?" + query("body", in.Body.Code))
	p.Sheet = at + "/sheet.xlsx" + template.URL("?"+query("body", in.Body.Code))
	p.Open, p.Reported = b.blocks()
	values := 0
	for _, a := range in.Asks {
		if a.Open() && !a.Known {
			values++
		}
	}
	p.Lead = p.T("office.reporting.lead", in.Words.Day(in.Day), len(p.Open), values)
	if len(p.Open) == 0 {
		p.None = p.T("office.reporting.none")
	}
	if len(in.Asks)+len(in.Nodes) > 0 {
		lines := in.Form.Field(FieldLines, "text", p.T("office.reporting.lines"), "")
		lines.Rows, lines.Hint = 4, p.T("office.reporting.lines.hint")
		p.Lines = &lines
	}
	p.wrongs(b)
	return p
}

// wrongs gathers at the head what stands at the fields.
func (p *Page) wrongs(b *builder) {
	if !b.Form.Refused() {
		return
	}
	p.Wrongs = &page.Wrongs{Head: p.T("office.reporting.refused")}
	if m := b.Form.Message(""); m != "" {
		p.Wrongs.Add(m, "")
	}
	add := func(field, number string) {
		if m := b.Form.Message(field); m != "" {
			p.Wrongs.Add(p.T("office.reporting.at", number, m), field)
		}
	}
	for _, ask := range b.Asks {
		add(ValueField(ask), ask.Account.Number)
		add(ReasonField(ask), ask.Account.Number)
	}
	for _, a := range b.accounts() {
		add(SayField(a), a.Number)
		add(EvidenceField(a), a.Number)
	}
}

// query is one parameter of an address.
func query(name, value string) string { return url.Values{name: {value}}.Encode() }

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
