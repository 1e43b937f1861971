package bulletin

import (
	_ "embed"
	"html/template"
	"io"
	"net/url"
	"strconv"
	"strings"
	"unicode"

	exported "pledger/export/bulletin"
	"pledger/ledger"
	"pledger/server/page"
)

//go:embed bulletin.html.tmpl
var templateText string

//go:embed bulletin.css
var css string

var (
	style    = page.NewStyle("bulletin.css", css)
	compiled = page.Parse("bulletin", templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style} }

// The parameters of the addresses of page and file.
const (
	paramMonth  = "month"
	paramOn     = "on"
	paramNumber = "number"
	paramOffice = "office"
)

// Download is the last step of the file's address.
const Download = "download"

// Asked is what an address asks for.
type Asked struct {
	exported.Asked
	Number int    // of the issue; 0 for none
	Office string // who issues it; "" for the government
}

// The most that an address may ask for.
const (
	maxNumber = 999
	maxOffice = 40 // runes
	maxDay    = 10 // runes: 2006-01-02
)

// ParseAsked reads what an address asks for. A number that is none asks for none;
// of texts only what can be seen counts, and not more than there is room for.
func ParseAsked(q url.Values) Asked {
	a := Asked{
		Asked:  exported.Asked{Month: seen(q.Get(paramMonth), maxDay), On: seen(q.Get(paramOn), maxDay)},
		Office: seen(q.Get(paramOffice), maxOffice),
	}
	if n, err := strconv.Atoi(q.Get(paramNumber)); err == nil && n > 0 && n <= maxNumber {
		a.Number = n
	}
	return a
}

// seen is a text without characters that nobody sees, such as those that turn
// its direction, cut at most runes.
func seen(text string, most int) string {
	rs := []rune(strings.TrimSpace(strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))))
	return string(rs[:min(len(rs), most)])
}

// query is the address of what was asked for.
func (a Asked) query() template.URL {
	q := url.Values{paramMonth: {a.Month}, paramOn: {a.On}}
	if a.Number > 0 {
		q.Set(paramNumber, strconv.Itoa(a.Number))
	}
	if a.Office != "" {
		q.Set(paramOffice, a.Office)
	}
	return template.URL("?" + q.Encode()) // encoded
}

// Input is what the page is made of.
type Input struct {
	Ledger   *ledger.Ledger
	Folder   page.Folder
	Asked    Asked
	Month    exported.Month // that is shown
	On       string         // the day of it
	Today    string
	Wrong    string // why what is shown is not what was asked for; "" where it is
	Bulletin *exported.Bulletin
}

// shown asks for what is shown.
func (in *Input) shown() Asked {
	a := in.Asked
	a.Asked = exported.Asked{Month: in.Month.String(), On: in.On}
	return a
}

// Month is a month to choose.
type Month struct {
	Value, Label string
	Chosen       bool
}

// Page is all that is shown.
type Page struct {
	page.Frame
	Folder    page.Folder
	Path      template.URL
	File      template.URL
	Wrong     string
	Months    []Month
	On        string // the day asked for; "" for the usual one
	Latest    string
	Number    string
	Office    string
	Bulletin  *exported.Bulletin
	Blocks    []Block
	MaxNumber int
	MaxOffice int
}

// Block is a block of the bulletin with the way to the account it is about.
type Block struct {
	exported.Block
	Href template.URL
}

// New makes the page.
func New(frame page.Frame, in Input) *Page {
	p := &Page{
		Frame:  frame.With(in.Bulletin.Title, page.Sheet, page.FolderStyle, style),
		Folder: in.Folder, Path: page.LedgerPath(in.Ledger.ID, page.FolderBulletin),
		File:  page.LedgerPath(in.Ledger.ID, page.FolderBulletin, Download) + in.shown().query(),
		Wrong: in.Wrong, On: in.Asked.On, Latest: in.Today, Office: in.Asked.Office, Bulletin: in.Bulletin,
		MaxNumber: maxNumber, MaxOffice: maxOffice,
	}
	if in.Asked.Number > 0 {
		p.Number = strconv.Itoa(in.Asked.Number)
	}
	for _, m := range exported.Months(in.Ledger.Year, in.Today) {
		p.Months = append(p.Months, Month{m.String(), m.Text(frame.Lang), m == in.Month})
	}
	for _, block := range in.Bulletin.Blocks {
		b := Block{Block: block}
		if block.Of != "" {
			b.Href = page.LedgerPath(in.Ledger.ID, "accounts", block.Of)
		}
		p.Blocks = append(p.Blocks, b)
	}
	return p
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
