package audit

import (
	"pledger/quantity"
	"pledger/statement"
)

// findStreak compares a run of years that the report gives twice.
func findStreak(s *scene) {
	seen := map[string]*item{}
	for i := range s.items {
		t := &s.items[i]
		if t.fig.Kind != statement.Streak || t.core == "" {
			continue
		}
		first := seen[t.fig.Subject]
		if first == nil {
			seen[t.fig.Subject] = t
			continue
		}
		if first.fig.Period != t.fig.Period || first.sentence == t.sentence {
			continue
		}
		s.add(claim{code: Streak, formula: "audit.formula.restated", items: []*item{first, t}, unit: t.unit(),
			eval: func(xs values) (quantity.Interval, quantity.Interval) { return xs[0], xs[1] }})
	}
}
