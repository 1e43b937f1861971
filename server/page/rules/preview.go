package rules

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html/template"
	"io"

	"pledger/ledger"
	"pledger/server/chart"
	"pledger/server/page"
	"pledger/server/page/wording"
	"pledger/standing"
	"pledger/standing/board"
)

//go:embed preview.html.tmpl
var previewText string

var compiledPreview = page.Parse("preview", stepText+previewText)

// maxTurned is how many accounts with another light the preview lists: what a
// person looks through; all are counted.
const maxTurned = 200

// PreviewInput is what the preview is made of.
type PreviewInput struct {
	Ledger *ledger.Ledger
	Words  *wording.Words
	Path   template.URL // of the page
	File   string       // "" for the way back to the program's rules
	Steps  []standing.RuleStep
	// Now is where the ledger's accounts stand, and Then where they would. They
	// are read while the page is made.
	Now, Then *board.Day
}

// Preview is the page that shows what a table of rules would do.
type Preview struct {
	page.Frame
	Folder  page.Folder
	Back    page.Link
	Path    template.URL
	File    string
	Changed string // said where the rules were changed since they were looked at
	Totals  []Total
	Steps   []Step
	Lights  []LightRow
	Count   string // how many accounts would have another light
	Turned  []Turned
	More    string
	Digest  string
	Button  string // "" where there is nothing to do
}

// Total is how many rules are of a kind.
type Total struct {
	Word string
	N    int
}

// LightRow is how many accounts have a light now, and would have.
type LightRow struct {
	Lamp      template.HTML
	Word      string
	Now, Then int
	By        string // the difference with its sign; "" for none
}

// Turned is an account that would have another light.
type Turned struct {
	Number    string
	Task      string
	Href      template.URL
	Now, Then template.HTML
}

// NewPreview makes the page as the actor sees it.
func NewPreview(frame page.Frame, in PreviewInput, who ledger.Actor) *Preview {
	w := in.Words
	p := &Preview{
		Frame:  frame.With(w.Text("rules.preview"), page.Sheet, page.FolderStyle, chart.Style, style),
		Folder: page.NewFolder(in.Ledger, who, page.FolderOverview, frame.Lang),
		Back:   page.Link{Label: w.Text("rules.title"), Href: page.LedgerPath(in.Ledger.ID, page.Rules)},
		Path:   in.Path, File: in.File, Digest: Digest(in.Steps), Steps: steps(w, in.Steps),
	}
	counts := map[standing.StepKind]int{}
	for _, s := range in.Steps {
		counts[s.Kind]++
	}
	for _, k := range standing.StepKinds() {
		p.Totals = append(p.Totals, Total{w.Text("rules.step." + string(k)), counts[k]})
	}
	p.light(in)
	switch {
	case len(p.Steps) == 0:
	case in.File == "":
		p.Button = p.T("rules.reset.button")
	default:
		p.Button = p.T("rules.import.button", len(p.Steps))
	}
	return p
}

// light fills in whose lights would change.
func (p *Preview) light(in PreviewInput) {
	for _, l := range standing.Lights() {
		row := LightRow{Lamp: chart.Lamp(p.Lang, l), Word: p.T("standing.light." + l.String()), Now: in.Now.All.Light(l), Then: in.Then.All.Light(l)}
		if row.Now != row.Then {
			row.By = fmt.Sprintf("%+d", row.Then-row.Now)
		}
		if row.Now+row.Then > 0 {
			p.Lights = append(p.Lights, row)
		}
	}
	turned := board.Changes(in.Now, in.Then)
	p.Count = p.T("rules.turned", len(turned))
	if len(turned) == 0 {
		p.Count = p.T("rules.turned.none")
	}
	for i, c := range turned {
		if i == maxTurned {
			p.More = p.T("rules.turned.more", len(turned)-i)
			break
		}
		a := c.Before.Account
		p.Turned = append(p.Turned, Turned{
			a.Number, in.Words.Name(a), page.LedgerPath(in.Ledger.ID, "accounts", a.ID),
			chart.Lamp(p.Lang, c.Before.Standing.Light), chart.Lamp(p.Lang, c.After.Standing.Light),
		})
	}
}

// Digest tells two plans apart: it differs where the rules were changed meanwhile.
func Digest(steps []standing.RuleStep) string {
	type row struct {
		Kind          standing.StepKind
		Before, After []string
	}
	var rows []row
	for _, s := range steps {
		r := row{Kind: s.Kind}
		if s.Before != nil {
			r.Before = s.Before.Row()
		}
		if s.After != nil {
			r.After = s.After.Row()
		}
		rows = append(rows, r)
	}
	data, err := json.Marshal(rows)
	if err != nil {
		panic("rules: a step does not encode: " + err.Error()) // plain values only
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Render writes the page.
func (p *Preview) Render(w io.Writer) error { return compiledPreview.Execute(w, p) }
