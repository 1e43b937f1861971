package opening

import (
	"html/template"
	"io"
	"net/url"
	"strconv"

	"pledger/audit"
	"pledger/ledger"
	"pledger/lexicon"
	"pledger/server/page"
)

// Preview is the page that shows what a report would become.
type Preview struct {
	page.Frame
	Wrongs     *page.Wrongs
	Path       template.URL
	File       string
	Heading    string // of the report; "" where it has none
	Read       string // which government and year were read
	Query      page.Field
	Year       page.Field
	Candidates []Place  // to choose from; nil where one is settled
	Place      *Place   // the one that is settled; nil for none
	Other      []string // warnings that the report names another place or year
	Figures    []Figure
	First      []string // how the first accounts are worded
	More       string
	Exists     page.Link // the ledger that is there already
	Button     string    // "" where nothing can be opened
	Cannot     string    // why not
	YearNow    int
}

// Place is one that may be meant.
type Place struct {
	Code, Name, Within string
	Href               template.URL // chooses it
}

// Figure is one of the numbers found.
type Figure struct {
	Name  string
	Value string
	Warn  bool
}

// Input is what the page is made of.
type Input struct {
	Path    template.URL // of the page
	File    string       // the file's name
	Found   *audit.Findings
	Lexicon *lexicon.Lexicon
	Query   string         // the place as typed
	Place   *lexicon.Place // the one chosen; nil for none
	Bound   bool           // the reader belongs to Place and opens for no other
	Year    int            // 0 where none is known
	Opening *ledger.Opening
	Exists  *ledger.Ledger // the ledger of that place and year; nil where there is none
}

// firstAccounts is how many accounts the page words.
const firstAccounts = 6

// NewPreview makes the page.
func NewPreview(frame page.Frame, in Input) *Preview {
	set := in.Found.This
	p := &Preview{
		Frame: frame.With(frame.Lang.Text("office.open.preview"), page.Sheet, page.FolderStyle, style),
		Path:  in.Path, File: in.File, YearNow: in.Year,
	}
	if t := set.Report.Title; t.Valid() {
		p.Heading = set.Report.Text.Slice(t)
	}
	p.Read = p.read(set.Government, set.Report.Year)
	p.Query = page.Field{Name: "q", Type: "text", Label: p.T("office.open.place"), Value: in.Query, Hint: p.T("office.open.place.hint")}
	p.Year = page.Field{Name: "year", Type: "text", Label: p.T("office.open.year"), Hint: p.T("office.open.year.hint")}
	if in.Year != 0 {
		p.Year.Value = strconv.Itoa(in.Year)
	}
	p.places(in)
	if y := set.Report.Year; y != 0 && in.Year != 0 && y != in.Year {
		p.Other = append(p.Other, p.T("office.open.other.year", y, in.Year))
	}
	p.figures(in)
	p.decide(in)
	return p
}

// read says what the report says of itself.
func (p *Preview) read(government string, year int) string {
	switch {
	case government != "" && year != 0:
		return p.T("office.open.read", government, year)
	case government != "":
		return p.T("office.open.read.place", government)
	case year != 0:
		return p.T("office.open.read.year", year)
	}
	return p.T("office.open.read.none")
}

// places are those to choose from, or the one that is settled.
func (p *Preview) places(in Input) {
	if in.Place != nil {
		p.Place = &Place{Code: in.Place.Code, Name: in.Place.Name, Within: within(in.Lexicon, in.Place)}
		if g := in.Found.This.Government; g != "" && !spells(in.Lexicon, g, in.Place.Code) {
			p.Other = append(p.Other, p.T("office.open.other", g, in.Place.Name))
		}
		if in.Bound {
			p.Query.Name = "" // there is nothing to search
		}
		return
	}
	found := Search(in.Lexicon, in.Query)
	for _, f := range found {
		q := url.Values{"place": {f.Code}}
		if in.Year != 0 {
			q.Set("year", strconv.Itoa(in.Year))
		}
		p.Candidates = append(p.Candidates, Place{f.Code, f.Name, within(in.Lexicon, f), in.Path + "?" + template.URL(q.Encode())})
	}
	if in.Query != "" && len(found) == 0 {
		p.Query.Wrong = p.T("office.open.place.none", in.Query)
	}
}

// spells reports whether a name may mean the place with the code.
func spells(lex *lexicon.Lexicon, name, code string) bool {
	for _, f := range lex.PlacesNamed(name) {
		if f.Code == code {
			return true
		}
	}
	return false
}

// figures are the numbers found.
func (p *Preview) figures(in Input) {
	set := in.Found.This
	apart := in.Found.Count(audit.Contradicts)
	add := func(key string, n int, warn bool) {
		p.Figures = append(p.Figures, Figure{p.Lang.Text(key), strconv.Itoa(n), warn})
	}
	add("office.open.characters", set.Report.Text.Len(), false)
	if in.Opening != nil {
		targets, hard := 0, 0
		for _, a := range in.Opening.Accounts {
			if a.Category == ledger.Target {
				targets++
			}
			if a.Hardness == ledger.Hard {
				hard++
			}
		}
		add("office.open.accounts", len(in.Opening.Accounts), len(in.Opening.Accounts) == 0)
		add("office.open.targets", targets, false)
		add("office.open.tasks", len(in.Opening.Accounts)-targets, false)
		add("office.open.hard", hard, false)
		for _, a := range in.Opening.Accounts[:min(firstAccounts, len(in.Opening.Accounts))] {
			p.First = append(p.First, a.Task)
		}
		if n := len(in.Opening.Accounts) - firstAccounts; n > 0 {
			p.More = p.T("office.open.more", n)
		}
	}
	add("office.open.checked", len(in.Found.Relations), false)
	add("office.open.apart", apart, apart > 0)
}

// decide says whether the ledger can be opened.
func (p *Preview) decide(in Input) {
	switch {
	case in.Exists != nil:
		p.Exists = page.Link{Label: in.Exists.Title, Href: page.LedgerPath(in.Exists.ID)}
		p.Cannot = p.T("office.open.exists")
	case in.Place == nil:
		p.Cannot = p.T("office.open.noplace")
	case in.Opening == nil:
		p.Cannot = p.T("office.open.noyear")
	case len(in.Opening.Accounts) == 0:
		p.Cannot = p.T("office.open.nothing")
	default:
		p.Button = p.T("office.open.button", in.Year, in.Place.Name, len(in.Opening.Accounts))
	}
}

// Render writes the page.
func (p *Preview) Render(w io.Writer) error { return compiledPreview.Execute(w, p) }
