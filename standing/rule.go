package standing

import (
	_ "embed"
	"errors"
	"sync"

	"pledger/ledger"
	"pledger/quantity"
)

// Measure says in what a rule counts a distance.
type Measure string

// The measures.
const (
	Points  Measure = "points"  // percentage points of the target
	Planned Measure = "planned" // percent of what should be done by then
	OfRate  Measure = "target"  // percent of a rate's target
	Months  Measure = "months"  // whole months that the oldest milestone is overdue
)

// The rules that count where an account names none.
const (
	RuleAmount = "time"  // of what is held against the share of the year
	RuleRate   = "rate"  // of what is held against the target at once
	RuleNodes  = "nodes" // of milestones
)

// Rule（亮灯规则）is how distances become lights. Thresholds are decimals in the
// measure's unit, not below 0.
type Rule struct {
	Name    string
	Measure Measure
	Yellow  quantity.Decimal // behind by more than this is yellow
	Red     quantity.Decimal // behind by more than this is red
	Ahead   quantity.Decimal // in front by this or more is 超序时
	Source  string
	Example string
	Own     bool // of the government's own table

	yellow, red, ahead Number // the same, made once
}

// Rules are rules by name.
type Rules map[string]*Rule

//go:embed data/rules.tsv
var ruleTable string

// DefaultRules are the rules that come with the program. They must not be
// changed.
var DefaultRules = sync.OnceValue(func() Rules {
	rules, err := ParseRules("standing/data/rules.tsv", ruleTable)
	if err != nil {
		panic(err) // the table is embedded, and a test reads it
	}
	return rules
})

// RulesOf are the rules in force in a government's ledgers: the program's, and
// those of its own table beside them or in their place. They must not be changed.
func RulesOf(r ledger.Reader, place string) (Rules, error) {
	table, err := r.RuleTable(place)
	var missing *ledger.NotFound
	switch {
	case errors.As(err, &missing):
		return DefaultRules(), nil
	case err != nil:
		return nil, err
	case table.Table == "":
		return DefaultRules(), nil
	}
	own, err := ParseRules(table.Name, table.Table)
	if err != nil {
		return nil, err
	}
	return InForce(own), nil
}

// light is the state and the light of a distance in the rule's measure: below
// 0 is behind.
func (r *Rule) light(distance Number) (State, Light) {
	behind := distance.neg()
	switch {
	case behind.Cmp(r.red) > 0:
		return Behind, Red
	case behind.Cmp(r.yellow) > 0:
		return Behind, Yellow
	case distance.Sign() > 0 && distance.Cmp(r.ahead) >= 0:
		return Ahead, Green
	}
	return OnPace, Green
}

// late is the light of a milestone that is so many whole months overdue, 0 for
// less than one.
func (r *Rule) late(months int) Light {
	n := whole(int64(months))
	switch {
	case n.Cmp(r.red) >= 0:
		return Red
	case n.Cmp(r.yellow) >= 0:
		return Yellow
	}
	return Green
}

// inFront reports whether a milestone reached so many whole months before its day
// is 超序时.
func (r *Rule) inFront(months int) bool {
	return months > 0 && whole(int64(months)).Cmp(r.ahead) >= 0
}
