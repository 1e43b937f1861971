package standing

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

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

	yellow, red, ahead frac // the same, made once
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

// ruleColumns is the head of a table of rules.
const ruleColumns = "rule\tmeasure\tyellow\tred\tahead\tsource\texample"

// ParseRules reads a table of rules. Its error names the file and the line.
func ParseRules(file, table string) (Rules, error) {
	rules := Rules{}
	headed := false
	n := 0
	for line := range strings.Lines(table) {
		n++
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
			continue
		case !headed:
			if line != ruleColumns {
				return nil, fmt.Errorf("%s:%d: the head must be %q", file, n, ruleColumns)
			}
			headed = true
			continue
		}
		r, err := parseRule(strings.Split(line, "\t"))
		if err == nil && rules[r.Name] != nil {
			err = fmt.Errorf("the rule %s stands twice", r.Name)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		rules[r.Name] = r
	}
	return rules, nil
}

// parseRule reads one line.
func parseRule(cells []string) (*Rule, error) {
	if want := strings.Count(ruleColumns, "\t") + 1; len(cells) != want {
		return nil, fmt.Errorf("%d columns, not %d", len(cells), want)
	}
	r := &Rule{Name: cells[0], Measure: Measure(cells[1]), Source: cells[5], Example: cells[6]}
	switch r.Measure {
	case Points, Planned, OfRate, Months:
	default:
		return nil, fmt.Errorf("no measure is called %q", cells[1])
	}
	for i, to := range []*quantity.Decimal{&r.Yellow, &r.Red, &r.Ahead} {
		d, err := quantity.ParseDecimal(cells[2+i])
		if err != nil || d.Sign() < 0 {
			return nil, fmt.Errorf("threshold %q is no number from 0 on", cells[2+i])
		}
		*to = d
	}
	if r.Red.Cmp(r.Yellow) < 0 {
		return nil, fmt.Errorf("red begins before yellow")
	}
	r.yellow, r.red, r.ahead = decimal(r.Yellow), decimal(r.Red), decimal(r.Ahead)
	return r, nil
}

// light is the state and the light of a distance in the rule's measure: below
// 0 is behind.
func (r *Rule) light(distance frac) (State, Light) {
	behind := distance.neg()
	switch {
	case behind.cmp(r.red) > 0:
		return Behind, Red
	case behind.cmp(r.yellow) > 0:
		return Behind, Yellow
	case distance.sign() > 0 && distance.cmp(r.ahead) >= 0:
		return Ahead, Green
	}
	return OnPace, Green
}

// late is the light of a milestone that is so many whole months overdue, 0 for
// less than one.
func (r *Rule) late(months int) Light {
	n := fracOf(int64(months))
	switch {
	case n.cmp(r.red) >= 0:
		return Red
	case n.cmp(r.yellow) >= 0:
		return Yellow
	}
	return Green
}

// inFront reports whether a milestone reached so many whole months before its day
// is 超序时.
func (r *Rule) inFront(months int) bool {
	return months > 0 && fracOf(int64(months)).cmp(r.ahead) >= 0
}
