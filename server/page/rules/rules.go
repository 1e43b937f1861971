package rules

import (
	_ "embed"
	"encoding/json"
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

//go:embed step.html.tmpl
var stepText string

//go:embed rules.css
var css string

var (
	style    = page.NewStyle("rules.css", css)
	compiled = page.Parse("rules", stepText+templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style, chart.Style} }

// Input is what the page is made of.
type Input struct {
	Ledger *ledger.Ledger
	Folder page.Folder
	Words  *wording.Words
	Rules  standing.Rules
	Past   []*ledger.Entry // what changed them, the latest first; nil where the actor sees no history
	Keep   bool            // the actor may change them
	Form   *page.Form      // what was typed; nil for nothing
	Wrongs []string        // why it was refused
}

// Page is all that the page shows.
type Page struct {
	page.Frame
	Folder page.Folder
	Groups []Group
	Paces  []Pace
	Grace  string // how long after its period a reading is due
	Told   string // what was done to come here
	Wrongs *page.Wrongs
	Files  []page.Link // the rules as files
	Keep   *Keep       // nil where the actor may not change them
	Past   []Event
}

// Keep are the forms that change the rules.
type Keep struct {
	Action template.URL
	Table  page.Field
	Reset  bool // there are own rules to be given up
}

// Event is a change of the rules.
type Event struct {
	When, Who string
	File      string // "" where none is told
	Steps     []Step
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

// tableRows is how many lines of a pasted table are seen at once.
const tableRows = 6

// New makes the page.
func New(frame page.Frame, in Input) *Page {
	w := in.Words
	p := &Page{Frame: frame.With(w.Text("rules.title"), page.Sheet, page.FolderStyle, chart.Style, style), Folder: in.Folder, Grace: w.Text("rules.grace", standing.Grace)}
	for _, m := range standing.Measures() {
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
	for _, format := range []string{"xlsx", "tsv"} {
		p.Files = append(p.Files, page.Link{Label: w.Text("rules.download." + format), Href: page.LedgerPath(in.Ledger.ID, page.Rules, "download", format)})
	}
	for _, e := range in.Past {
		p.Past = append(p.Past, event(w, e))
	}
	p.keep(in)
	return p
}

// keep fills in the forms, and why what was sent was refused.
func (p *Page) keep(in Input) {
	if !in.Keep {
		return
	}
	table := in.Form.Field("table", "text", p.T("rules.import.table"), "")
	table.Rows, table.Hint, table.Lang = tableRows, p.T("rules.import.table.hint"), "zh-CN"
	p.Keep = &Keep{Action: page.LedgerPath(in.Ledger.ID, page.Rules), Table: table}
	for _, r := range in.Rules {
		p.Keep.Reset = p.Keep.Reset || r.Own
	}
	if len(in.Wrongs) > 0 {
		p.Wrongs = &page.Wrongs{Head: p.T("rules.import.refused")}
		for _, wrong := range in.Wrongs {
			p.Wrongs.Add(wrong, "file")
		}
	}
}

// event words an entry that changed the government's table.
func event(w *wording.Words, e *ledger.Entry) Event {
	v := Event{When: w.Moment(e.At), Who: w.Who(e.Who)}
	var before, after standing.Rules
	for _, c := range e.Changes {
		switch c.Field {
		case "name":
			v.File = text(c.After)
		case "table":
			before, after = rulesIn(c.Before), rulesIn(c.After)
		}
	}
	v.Steps = steps(w, standing.PlanRules(standing.InForce(before), after))
	return v
}

// rulesIn are the rules of a table as an entry holds it; none where it cannot be
// read any more.
func rulesIn(raw json.RawMessage) standing.Rules {
	if text(raw) == "" {
		return nil
	}
	rules, err := standing.ParseRules("", text(raw))
	if err != nil {
		return nil
	}
	return rules
}

// text is a text as an entry holds it; "" for none.
func text(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return s
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
