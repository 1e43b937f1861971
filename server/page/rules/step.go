package rules

import (
	"pledger/export/rulesheet"
	"pledger/server/page/wording"
	"pledger/standing"
)

// Step is what becomes of one rule, in words.
type Step struct {
	Kind, Word string
	Name, Code string
	Changes    []wording.Change
}

// steps words what a table changes; what stays as it was is left out.
func steps(w *wording.Words, all []standing.RuleStep) (lines []Step) {
	for _, s := range all {
		if s.Kind != standing.RuleUnchanged {
			lines = append(lines, step(w, s))
		}
	}
	return lines
}

// step words one step.
func step(w *wording.Words, s standing.RuleStep) Step {
	v := Step{Kind: string(s.Kind), Word: w.Text("rules.step." + string(s.Kind)), Name: w.Rule(s.Name), Code: s.Name}
	add := func(field string, of func(*standing.Rule) string) {
		c := wording.Change{Name: w.Text("rules.step.field." + field)}
		if s.Before != nil {
			c.Before = of(s.Before)
		}
		if s.After != nil {
			c.After = of(s.After)
		}
		if c.Before != c.After {
			v.Changes = append(v.Changes, c)
		}
	}
	add("lights", w.Thresholds)
	add("source", w.Source)
	if s.Kind == standing.RuleChanged {
		add("examples", func(r *standing.Rule) string { return rulesheet.Examples(w.Lang, r.Example) })
	}
	return v
}
