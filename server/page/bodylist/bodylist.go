package bodylist

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"html/template"
	"io"
	"strconv"

	"pledger/export/breakdown"
	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/wording"
)

//go:embed bodylist.html.tmpl
var templateText string

//go:embed bodylist.css
var css string

var (
	style    = page.NewStyle("bodylist.css", css)
	compiled = page.Parse("bodylist", templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style} }

// Page is the page in both its forms: without File it takes one.
type Page struct {
	page.Frame
	Folder   page.Folder
	Back     page.Link
	Action   template.URL
	Wrongs   *page.Wrongs
	Changed  string // said where the list was changed since it was looked at
	File     string
	Problems []string
	Totals   []Total
	Rows     []Row
	Digest   string
	Button   string // "" where there is nothing to do
	Again    template.URL
}

// Total is how many bodies are of a kind.
type Total struct {
	Word string
	N    int
}

// Row is a body and what would become of it.
type Row struct {
	Kind, Word string
	Name       string
	Changes    []wording.Change
}

// newPage is the page without what it shows.
func newPage(frame page.Frame, l *ledger.Ledger, who ledger.Actor) *Page {
	at := page.LedgerPath(l.ID, page.FolderBodies)
	return &Page{
		Frame:  frame.With(frame.Lang.Text("office.bodies.import"), page.Sheet, page.FolderStyle, style),
		Folder: page.NewFolder(l, who, page.FolderBodies, frame.Lang),
		Back:   page.Link{Label: frame.Lang.Text("office.bodies.title"), Href: at},
		Again:  page.LedgerPath(l.ID, page.BodyList),
	}
}

// NewUpload makes the page that takes a file. wrongs say why one was not taken.
func NewUpload(frame page.Frame, l *ledger.Ledger, who ledger.Actor, wrongs ...string) *Page {
	p := newPage(frame, l, who)
	p.Action = p.Again
	if len(wrongs) > 0 {
		p.Wrongs = &page.Wrongs{Head: p.T("office.import.refused")}
		for _, w := range wrongs {
			p.Wrongs.Add(w, "file")
		}
	}
	return p
}

// NewPreview makes the page at path that shows the steps.
func NewPreview(frame page.Frame, l *ledger.Ledger, who ledger.Actor, path template.URL, file string, steps []breakdown.BodyStep, problems breakdown.Problems) *Page {
	p := newPage(frame, l, who)
	p.Action, p.File, p.Digest = path, file, Digest(steps)
	for _, problem := range problems {
		p.Problems = append(p.Problems, problem.Text(frame.Lang))
	}
	counts := map[breakdown.StepKind]int{}
	for _, s := range steps {
		counts[s.Kind]++
		if s.Kind != breakdown.Unchanged {
			p.Rows = append(p.Rows, p.row(s))
		}
	}
	for _, k := range []breakdown.StepKind{breakdown.Added, breakdown.Changed, breakdown.Absent, breakdown.Unchanged} {
		p.Totals = append(p.Totals, Total{p.word(k), counts[k]})
	}
	if len(p.Rows) > 0 {
		p.Button = p.T("office.bodies.import.button", counts[breakdown.Added], counts[breakdown.Changed], counts[breakdown.Absent])
	}
	return p
}

// word is the kind of a step in words; a body that a file lacks is retired.
func (p *Page) word(k breakdown.StepKind) string {
	if k == breakdown.Absent {
		return p.T("office.body.retire")
	}
	return p.Lang.Text("breakdown.step." + string(k))
}

// row words a step.
func (p *Page) row(s breakdown.BodyStep) Row {
	r := Row{Kind: string(s.Kind), Word: p.word(s.Kind), Name: s.After.Name}
	if s.Kind == breakdown.Absent {
		return r
	}
	before := s.Before
	if before == nil {
		before = &ledger.Body{}
	}
	add := func(field, was, is string) {
		if was != is {
			r.Changes = append(r.Changes, wording.Change{Name: p.Lang.Text("office.body." + field), Before: was, After: is})
		}
	}
	if s.Before != nil {
		add("name", before.Name, s.After.Name)
	}
	add("aliases", wording.List(before.Aliases), wording.List(s.After.Aliases))
	add("duties", wording.List(before.Duties), wording.List(s.After.Duties))
	if s.Before != nil {
		add("order", strconv.Itoa(before.Order), strconv.Itoa(s.After.Order))
		if before.Retired {
			r.Changes = append(r.Changes, wording.Change{Name: p.T("office.bodies.retired"), Before: p.T("office.bodies.retired"), After: p.T("office.body.revive")})
		}
	}
	return r
}

// Digest tells two plans apart: it differs where the list was changed meanwhile.
func Digest(steps []breakdown.BodyStep) string {
	data, err := json.Marshal(steps)
	if err != nil {
		panic("bodylist: a step does not encode: " + err.Error()) // plain values only
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
