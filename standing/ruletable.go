package standing

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"pledger/quantity"
)

// ruleColumns is the head of a table of rules.
var ruleColumns = strings.Join(RuleColumns(), "\t")

// RuleColumns are the columns of a table of rules, in their order.
func RuleColumns() []string {
	return []string{"rule", "measure", "yellow", "red", "ahead", "source", "example"}
}

// Measures lists the measures.
func Measures() []Measure { return []Measure{Points, Planned, OfRate, Months} }

// BadRule is a mistake in a table of rules. The catalogue words it as
// standing.badrule.CODE with Args.
type BadRule struct {
	Line int // from 1
	Code string
	Args []string
}

// The codes of BadRule.
const (
	BadFile      = "file"      // no text and no sheet at all
	BadLarge     = "large"     // args: how many KiB there may be
	BadHead      = "head"      // args: the head as it must be
	BadColumns   = "columns"   // args: how many there are, how many there must be
	BadName      = "name"      // a rule without a name
	BadTwice     = "twice"     // args: the name
	BadMeasure   = "measure"   // args: the word
	BadThreshold = "threshold" // a threshold that is no number from 0 on: args: the word
	BadOrder     = "order"     // red begins before yellow: args: both
	BadNoExample = "no-example"
	BadExample   = "example" // an example that cannot be read: args: the example
	BadLight     = "light"   // an example that gives another light: args: the example, the light
)

// BadRules are all mistakes of a table.
type BadRules struct {
	File string
	All  []BadRule
}

// Error lists the mistakes by line, for an operator.
func (b *BadRules) Error() string {
	var lines []string
	for _, m := range b.All {
		lines = append(lines, fmt.Sprintf("%s:%d: %s %q", b.File, m.Line, m.Code, m.Args))
	}
	return strings.Join(lines, "\n")
}

// ParseRules reads a table of rules and runs their examples. Its error is a
// *BadRules with every mistake; then there are no rules.
func ParseRules(file, table string) (Rules, error) {
	p := ruleParser{rules: Rules{}}
	for line := range strings.Lines(strings.TrimPrefix(table, "\ufeff")) {
		p.line++
		p.read(strings.TrimRight(line, "\r\n"))
	}
	if !p.headed {
		p.bad(BadHead, ruleColumns)
	}
	if len(p.mistakes) > 0 {
		return nil, &BadRules{file, p.mistakes}
	}
	return p.rules, nil
}

// ruleParser reads a table line by line.
type ruleParser struct {
	line     int
	headed   bool
	rules    Rules
	mistakes []BadRule
}

// bad notes a mistake of the line.
func (p *ruleParser) bad(code string, args ...string) {
	p.mistakes = append(p.mistakes, BadRule{max(p.line, 1), code, args})
}

// read reads a line.
func (p *ruleParser) read(line string) {
	switch {
	case line == "" || strings.HasPrefix(line, "#"):
	case !p.headed:
		p.headed = true
		if line != ruleColumns {
			p.bad(BadHead, ruleColumns)
		}
	default:
		p.row(strings.Split(line, "\t"))
	}
}

// row reads a rule.
func (p *ruleParser) row(cells []string) {
	if want := strings.Count(ruleColumns, "\t") + 1; len(cells) != want {
		p.bad(BadColumns, strconv.Itoa(len(cells)), strconv.Itoa(want))
		return
	}
	before := len(p.mistakes)
	r := &Rule{Name: cells[0], Measure: Measure(cells[1]), Source: cells[5], Example: cells[6]}
	switch {
	case r.Name == "":
		p.bad(BadName)
	case p.rules[r.Name] != nil:
		p.bad(BadTwice, r.Name)
	}
	if !slices.Contains(Measures(), r.Measure) {
		p.bad(BadMeasure, cells[1])
	}
	for i, to := range []*quantity.Decimal{&r.Yellow, &r.Red, &r.Ahead} {
		d, err := quantity.ParseDecimal(cells[2+i])
		if err != nil || d.Sign() < 0 {
			p.bad(BadThreshold, cells[2+i])
		}
		*to = d
	}
	if r.Red.Cmp(r.Yellow) < 0 {
		p.bad(BadOrder, cells[2], cells[3])
	}
	if len(p.mistakes) > before {
		return // its examples would say nothing
	}
	r.yellow, r.red, r.ahead = NumberOf(r.Yellow), NumberOf(r.Red), NumberOf(r.Ahead)
	p.rules[r.Name] = r
	p.try(r)
}

// try runs the rule's examples.
func (p *ruleParser) try(r *Rule) {
	if r.Example == "" {
		p.bad(BadNoExample)
		return
	}
	for example := range strings.SplitSeq(r.Example, "; ") {
		numbers, want, _ := strings.Cut(example, ": ")
		light, ok := r.of(strings.Fields(numbers))
		switch {
		case !ok:
			p.bad(BadExample, example)
		case light.String() != want:
			p.bad(BadLight, example, light.String())
		}
	}
}

// of is the light of an example's numbers: done, should be, target; or months
// late. ok is false where they are none.
func (r *Rule) of(words []string) (light Light, ok bool) {
	want := 3
	if r.Measure == Months {
		want = 1
	}
	if len(words) != want {
		return 0, false
	}
	var numbers [3]Number
	for i, w := range words {
		d, err := quantity.ParseDecimal(w)
		if err != nil {
			return 0, false
		}
		numbers[i] = NumberOf(d)
	}
	if r.Measure == Months {
		return r.late(int(numbers[0].n)), numbers[0].d == 1 && numbers[0].n >= 0
	}
	done, should, of := numbers[0], numbers[1], numbers[2]
	if r.Measure == Planned {
		of = should
	}
	if of.Sign() <= 0 {
		return 0, false
	}
	_, light = r.light(done.Sub(should).quo(of).percent())
	return light, true
}
