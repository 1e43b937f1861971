package account

import (
	"html/template"
	"maps"
	"slices"
	"strconv"
	"strings"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/wording"
	"pledger/standing"
)

// The names of the fields of the form for how the account is watched.
const (
	FieldPace  = "pace"
	FieldRule  = "rule"
	FieldEvery = "every"
)

// Watch is how the account is watched, in words.
type Watch struct {
	Lines []WatchLine
	Every string       // how often readings are due
	Rules template.URL // the page that lists the rules
	Form  *WatchForm   // nil for who may not change it
}

// WatchLine is how one target, or the milestones, are judged.
type WatchLine struct {
	Of    string // "" where there is only one
	Pace  string
	Means string
	Rule  string
	Says  string // what the rule says
}

// WatchForm is the form for it.
type WatchForm struct {
	Form
	Pace, Rule, Every page.Field
	Paces             []Means
}

// Means is a word and what it means.
type Means struct{ Name, Means string }

// watch is how the account is watched; nil for one that no longer counts.
func (b *builder) watch() *Watch {
	a, w := b.Account, b.Words
	if !a.State.Live() {
		return nil
	}
	v := &Watch{Rules: template.URL(page.LedgerPath(a.Ledger, page.Rules))} // escaped by LedgerPath
	for term := range a.Measured() {
		line := b.watchLine(standing.Compile(a, term, b.Rules))
		if t, ok := standing.TermsOf(a, term); ok && a.Measured() > 1 {
			line.Of = t.Subject
		}
		v.Lines = append(v.Lines, line)
	}
	every := standing.Compile(a, 0, b.Rules).Every()
	v.Every = w.Rhythm(every)
	if len(a.Milestones) > 0 {
		line := b.watchLine(standing.Compile(a, standing.Nodes, b.Rules))
		line.Of, line.Pace, line.Means = w.Field("milestones"), "", ""
		if len(a.Terms) == 0 { // how much is done nobody has to say
			v.Lines, v.Every = nil, ""
		}
		v.Lines = append(v.Lines, line)
	}
	if b.Edit {
		v.Form = b.watchForm()
	}
	return v
}

// watchLine words a plan.
func (b *builder) watchLine(p *standing.Plan) WatchLine {
	w := b.Words
	line := WatchLine{Pace: w.Pace(p.Pace()), Means: w.PaceMeans(p.Pace())}
	if r := p.Rule(); r != nil {
		line.Rule, line.Says = w.Rule(r.Name), w.Thresholds(r)
	}
	return line
}

// watchForm is the form.
func (b *builder) watchForm() *WatchForm {
	w, watch := b.Words, b.Account.Watch
	f := &WatchForm{Form: b.form(FormWatch)}
	usual := page.Option{Label: w.Text("account.watch.default")}
	f.Pace = b.choice(FormWatch, FieldPace, w.Text("standing.fact.pace"), string(watch.Pace), append([]page.Option{usual}, options(w.Pace, ledger.Paces()...)...))
	rules := slices.Sorted(maps.Keys(b.Rules))
	if watch.Rule != "" && !slices.Contains(rules, watch.Rule) {
		rules = append(rules, watch.Rule)
	}
	f.Rule = b.choice(FormWatch, FieldRule, w.Text("standing.fact.rule"), watch.Rule, append([]page.Option{usual}, options(w.Rule, rules...)...))
	every := ""
	if watch.Every != 0 {
		every = strconv.Itoa(watch.Every)
	}
	rhythms := []page.Option{{Label: w.Text("account.watch.every.default", w.Rhythm(ledger.DefaultEvery))}}
	for _, n := range ledger.Rhythms() {
		rhythms = append(rhythms, page.Option{Value: strconv.Itoa(n), Label: w.Rhythm(n)})
	}
	f.Every = b.choice(FormWatch, FieldEvery, w.Text("account.watch.every"), every, rhythms)
	for _, p := range ledger.Paces() {
		f.Paces = append(f.Paces, Means{w.Pace(p), w.PaceMeans(p)})
	}
	return f
}

// ReadWatch is the change that the form asks for. What is not to be chosen is
// refused in it: rules are those in force.
func ReadWatch(form *page.Form, w *wording.Words, rules standing.Rules) func(*ledger.Account) {
	watch := ledger.Watch{Pace: ledger.Pace(form.Value(FieldPace)), Rule: strings.TrimSpace(form.Value(FieldRule))}
	if every := form.Value(FieldEvery); every != "" {
		n, err := strconv.Atoi(every)
		if err != nil || !slices.Contains(ledger.Rhythms(), n) {
			form.Refuse(FieldEvery, w.Text("ledger.invalid.rhythm"))
		}
		watch.Every = n
	}
	if watch.Rule != "" && rules[watch.Rule] == nil {
		form.Refuse(FieldRule, w.Text("standing.reason.no-rule", watch.Rule))
	}
	return func(a *ledger.Account) { a.Watch = watch }
}
