package standing

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"pledger/quantity"
)

// Try runs the examples of every rule. Its error names each that gives another
// light than it says, and each rule that has none.
func (rules Rules) Try() error {
	var failed []error
	for _, name := range slices.Sorted(maps.Keys(rules)) {
		if err := rules[name].try(); err != nil {
			failed = append(failed, fmt.Errorf("the rule %s: %w", name, err))
		}
	}
	return errors.Join(failed...)
}

// try runs the rule's examples.
func (r *Rule) try() error {
	if r.Example == "" {
		return errors.New("there is no example")
	}
	var failed []error
	for example := range strings.SplitSeq(r.Example, "; ") {
		numbers, want, _ := strings.Cut(example, ": ")
		light, err := r.of(strings.Fields(numbers))
		if err == nil && light.String() != want {
			err = fmt.Errorf("it is %s", light)
		}
		if err != nil {
			failed = append(failed, fmt.Errorf("the example %q: %w", example, err))
		}
	}
	return errors.Join(failed...)
}

// of is the light of an example's numbers.
func (r *Rule) of(words []string) (Light, error) {
	want := 3
	if r.Measure == Months {
		want = 1
	}
	if len(words) != want {
		return 0, fmt.Errorf("%d numbers, not %d", len(words), want)
	}
	var numbers [3]frac
	for i, w := range words {
		d, err := quantity.ParseDecimal(w)
		if err != nil {
			return 0, err
		}
		numbers[i] = decimal(d)
	}
	if r.Measure == Months {
		if numbers[0].d != 1 || numbers[0].n < 0 {
			return 0, fmt.Errorf("%s are no whole months", words[0])
		}
		return r.late(int(numbers[0].n)), nil
	}
	done, should, target := numbers[0], numbers[1], numbers[2]
	of := target
	if r.Measure == Planned {
		of = should
	}
	if of.sign() <= 0 {
		return 0, fmt.Errorf("nothing is a share of %s", of.text())
	}
	_, light := r.light(done.sub(should).quo(of).percent())
	return light, nil
}
