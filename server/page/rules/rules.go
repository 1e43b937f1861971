package rules

import (
	_ "embed"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"

	"pledger/ledger"
	"pledger/server/chart"
	"pledger/server/page"
	"pledger/server/page/wording"
	"pledger/standing"
)

//go:embed rules.html.tmpl
var templateText string

//go:embed rules.css
var css string

var (
	style    = page.NewStyle("rules.css", css)
	compiled = page.Parse("rules", templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style, chart.Style} }

// Input is what the page is made of.
type Input struct {
	Ledger *ledger.Ledger
	Folder page.Folder
	Words  *wording.Words
	Rules  standing.Rules
}

// Page is all that the page shows.
type Page struct {
	page.Frame
	Folder page.Folder
	Groups []Group
	Paces  []Pace
	Grace  string // how long after its period a reading is due
}

// Group are the rules of one measure.
type Group struct {
	Measure string
	Rules   []Rule
}

// Rule is one rule in words.
type Rule struct {
	Name     string
	Code     string // as accounts and tables name it
	Says     string
	Source   string // "" where none is stated
	Own      bool   // of the government's own table
	Usual    bool   // it counts where an account names none
	Examples []Example
}

// Example is a case with its light.
type Example struct {
	Of   string
	Lamp template.HTML
}

// Pace is a pace and what it means.
type Pace struct{ Name, Means string }

// measures are the measures in the order of the page.
var measures = []standing.Measure{standing.Points, standing.Planned, standing.OfRate, standing.Months}

// New makes the page.
func New(frame page.Frame, in Input) *Page {
	w := in.Words
	p := &Page{Frame: frame.With(w.Text("rules.title"), page.Sheet, page.FolderStyle, chart.Style, style), Folder: in.Folder, Grace: w.Text("rules.grace", standing.Grace)}
	for _, m := range measures {
		g := Group{Measure: w.Text("standing.measure." + string(m))}
		for _, name := range slices.Sorted(maps.Keys(in.Rules)) {
			if in.Rules[name].Measure == m {
				g.Rules = append(g.Rules, rule(w, in.Rules[name]))
			}
		}
		if len(g.Rules) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	for _, pace := range ledger.Paces() {
		p.Paces = append(p.Paces, Pace{w.Pace(pace), w.PaceMeans(pace)})
	}
	return p
}

// rule words one rule.
func rule(w *wording.Words, r *standing.Rule) Rule {
	v := Rule{
		Name: w.Rule(r.Name), Code: r.Name, Says: w.Thresholds(r), Source: w.Source(r), Own: r.Own,
		Usual: r.Name == standing.RuleAmount || r.Name == standing.RuleRate || r.Name == standing.RuleNodes,
	}
	for example := range strings.SplitSeq(r.Example, "; ") {
		numbers, light, ok := strings.Cut(example, ": ")
		if l, known := lightNamed(light); ok && known {
			v.Examples = append(v.Examples, Example{of(w, r.Measure, strings.Fields(numbers)), chart.Lamp(w.Lang, l)})
		}
	}
	return v
}

// of words the numbers of an example.
func of(w *wording.Words, m standing.Measure, numbers []string) string {
	switch {
	case m == standing.Months && len(numbers) == 1 && numbers[0] == "0":
		return w.Text("rules.example.months-none")
	case m == standing.Months && len(numbers) == 1:
		return w.Text("rules.example.months", numbers[0])
	case m == standing.OfRate && len(numbers) == 3:
		return w.Text("rules.example.rate", numbers[0], numbers[2])
	case len(numbers) == 3:
		return w.Text("rules.example", numbers[0], numbers[1], numbers[2])
	}
	return strings.Join(numbers, " ")
}

// lightNamed is the light with the name.
func lightNamed(name string) (standing.Light, bool) {
	i := slices.IndexFunc(standing.Lights(), func(l standing.Light) bool { return l.String() == name })
	if i < 0 {
		return 0, false
	}
	return standing.Lights()[i], true
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
