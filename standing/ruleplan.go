package standing

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// StepKind is what a table of rules does to one rule.
type StepKind string

// The kinds, in the order in which plans list them.
const (
	RuleAdded     StepKind = "added"     // a name that there was not
	RuleChanged   StepKind = "changed"   // another measure, threshold, source or example
	RuleReset     StepKind = "reset"     // the program's again
	RuleRemoved   StepKind = "removed"   // an own rule that the table leaves out
	RuleUnchanged StepKind = "unchanged" // as it was
)

// StepKinds lists the kinds.
func StepKinds() []StepKind {
	return []StepKind{RuleAdded, RuleChanged, RuleReset, RuleRemoved, RuleUnchanged}
}

// RuleStep is what a table of rules does to one rule.
type RuleStep struct {
	Kind   StepKind
	Name   string
	Before *Rule // nil where there was none
	After  *Rule // nil where there is none then
}

// PlanRules lists what becomes of the rules in force when own is the
// government's table, by kind and name: every rule of the table, and those in
// force that it leaves out and that are the government's own.
func PlanRules(before, own Rules) (steps []RuleStep) {
	after := InForce(own)
	for _, name := range slices.Sorted(maps.Keys(after)) {
		was, is := before[name], after[name]
		s := RuleStep{RuleChanged, name, was, is}
		switch {
		case was == nil:
			s.Kind = RuleAdded
		case was.same(is):
			s.Kind = RuleUnchanged
		case !is.Own:
			s.Kind = RuleReset
		}
		if s.Kind != RuleUnchanged || own[name] != nil {
			steps = append(steps, s)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(before)) {
		if after[name] == nil {
			steps = append(steps, RuleStep{RuleRemoved, name, before[name], nil})
		}
	}
	slices.SortStableFunc(steps, func(a, b RuleStep) int {
		return cmp.Compare(slices.Index(StepKinds(), a.Kind), slices.Index(StepKinds(), b.Kind))
	})
	return steps
}

// InForce are the rules that a government's ledgers are lit by where own is its
// table: the program's, and its own beside them or in their place. One that says
// what the program's says is the program's. They must not be changed.
func InForce(own Rules) Rules {
	rules := maps.Clone(DefaultRules())
	for name, r := range own {
		if d := rules[name]; d == nil || !d.same(r) {
			mine := *r
			mine.Own = true
			rules[name] = &mine
		}
	}
	return rules
}

// same reports whether two rules say the same.
func (r *Rule) same(o *Rule) bool {
	return r.LightsAs(o) && r.Source == o.Source && r.Example == o.Example
}

// LightsAs reports whether two rules give the same lights.
func (r *Rule) LightsAs(o *Rule) bool {
	return r.Measure == o.Measure && r.Yellow.Cmp(o.Yellow) == 0 && r.Red.Cmp(o.Red) == 0 && r.Ahead.Cmp(o.Ahead) == 0
}

// Row is the rule as a row of a table: ParseRules reads it.
func (r *Rule) Row() []string {
	return []string{r.Name, string(r.Measure), r.Yellow.String(), r.Red.String(), r.Ahead.String(), r.Source, r.Example}
}

// Table is the table of the rules, by name: ParseRules reads it.
func (r Rules) Table() string {
	var b strings.Builder
	b.WriteString(ruleColumns + "\n")
	for _, name := range slices.Sorted(maps.Keys(r)) {
		b.WriteString(strings.Join(r[name].Row(), "\t") + "\n")
	}
	return b.String()
}
