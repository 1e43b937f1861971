package checking

import (
	_ "embed"
	"html/template"
	"io"
	"net/url"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/wording"
)

//go:embed checking.html.tmpl
var templateText string

//go:embed checking.css
var css string

//go:embed checking.js
var script string

var (
	style    = page.NewStyle("checking.css", css)
	code     = page.NewScript("checking.js", script)
	compiled = page.Parse("checking", templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style, code} }

// The names of the form's fields, and of the address's parameters.
const (
	FieldPick   = "pick" // the Seq of a reading; several
	FieldDo     = "do"
	FieldReason = "reason" // why readings are sent back
	DoVerify    = "verify" // of FieldDo
	DoReturn    = "return" // of FieldDo

	ParamBody   = "body"   // whose readings
	ParamShow   = "show"   // all: checked ones too
	ParamBefore = "before" // only readings whose Seq is less
	ShowAll     = "all"
)

// Page is all that is shown.
type Page struct {
	page.Frame
	Folder page.Folder
	Action template.URL
	Lead   string
	Told   string
	Wrongs *page.Wrongs
	Shows  []page.Choice
	Bodies []page.Choice
	Groups []Group
	Some   bool // something can be checked
	Reason page.Field
	Older  template.URL
	None   string
	Burden *Burden
	Import template.URL
}

// Group is what one body reported.
type Group struct {
	ID   string
	Body string
	N    string
	Rows []Row
}

// Input is what the page is made of.
type Input struct {
	Ledger   *ledger.Ledger
	Words    *wording.Words
	Reported []*Reported // the newest first
	Older    int64       // there are more whose Seq is less; 0 for none
	Bodies   []string    // codes of those who reported something that is shown without a choice
	Query    url.Values
	Burdens  []*ledger.Burden
	Form     *page.Form // what was sent and refused; nil for nothing
	Told     string
}

// builder makes the page.
type builder struct {
	Input
	picked map[string]bool
}

// New makes the page.
func New(frame page.Frame, in Input, who ledger.Actor) *Page {
	b := &builder{Input: in, picked: map[string]bool{}}
	if in.Form != nil {
		for _, seq := range in.Form.Values[FieldPick] {
			b.picked[seq] = true
		}
	}
	p := &Page{
		Frame:  frame.With(frame.Lang.Text("office.checking.title"), page.Sheet, page.FolderStyle, style),
		Folder: page.NewFolder(in.Ledger, who, page.FolderChecking, frame.Lang),
		Action: b.at(in.Query), Told: in.Told, Burden: b.burden(in.Burdens), Import: page.LedgerPath(in.Ledger.ID, page.FolderReadings),
	}
	p.Scripts = []page.Asset{code}
	p.Groups = b.groups()
	for _, g := range p.Groups {
		for _, r := range g.Rows {
			p.Some = p.Some || r.Open
		}
	}
	p.Reason = in.Form.Field(FieldReason, "text", p.T("office.checking.reason"), "")
	p.Reason.Lang = "zh-CN"
	p.choices(b)
	if in.Older > 0 {
		q := copied(in.Query)
		q.Set(ParamBefore, text(in.Older))
		p.Older = b.at(q)
	}
	if len(p.Groups) == 0 {
		p.None = p.T("office.checking.none")
	}
	if in.Form.Refused() {
		p.Wrongs = &page.Wrongs{Head: p.T("office.refused")}
		for _, field := range []string{"", FieldReason} {
			if m := in.Form.Message(field); m != "" {
				p.Wrongs.Add(m, field)
			}
		}
	}
	return p
}

// at is the page's address with parameters.
func (b *builder) at(q url.Values) template.URL {
	at := page.LedgerPath(b.Ledger.ID, page.FolderChecking)
	if kept := kept(q); len(kept) > 0 {
		at += template.URL("?" + kept.Encode()) // encoded
	}
	return at
}

// kept are the parameters that choose what is shown.
func kept(q url.Values) url.Values {
	k := url.Values{}
	for _, name := range []string{ParamBody, ParamShow, ParamBefore} {
		if v := q.Get(name); v != "" {
			k.Set(name, v)
		}
	}
	return k
}

// copied is a copy that may be changed.
func copied(q url.Values) url.Values { return kept(q) }

// choices are the ways to see others.
func (p *Page) choices(b *builder) {
	show, body := b.Query.Get(ParamShow), b.Query.Get(ParamBody)
	choose := func(label, name, value, now string, lang string) page.Choice {
		q := copied(b.Query)
		q.Del(ParamBefore)
		q.Del(name)
		if value != "" {
			q.Set(name, value)
		}
		return page.Choice{Label: label, Tag: lang, Href: b.at(q), Chosen: value == now}
	}
	p.Shows = []page.Choice{
		choose(p.T("office.checking.open"), ParamShow, "", show, ""), choose(p.T("office.checking.every"), ParamShow, ShowAll, show, ""),
	}
	p.Bodies = []page.Choice{choose(p.T("office.checking.bodies"), ParamBody, "", body, "")}
	for _, code := range b.Input.Bodies {
		p.Bodies = append(p.Bodies, choose(b.Words.Body(code), ParamBody, code, body, "zh-CN"))
	}
}

// groups are the readings by body, in the order in which each reported last.
func (b *builder) groups() (all []Group) {
	at := map[string]int{}
	for _, r := range b.Reported {
		code := r.Body()
		i, known := at[code]
		if !known {
			i = len(all)
			at[code] = i
			g := Group{ID: "body-" + text(int64(i)), Body: b.Words.Text("office.checking.nobody")}
			if code != "" {
				g.Body = b.Words.Body(code)
			}
			all = append(all, g)
		}
		all[i].Rows = append(all[i].Rows, b.row(r))
	}
	for i := range all {
		all[i].N = b.Words.Text("office.checking.count", len(all[i].Rows))
	}
	return all
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
