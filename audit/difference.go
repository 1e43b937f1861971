package audit

import (
	"strconv"
	"strings"

	"pledger/quantity"
	"pledger/statement"
)

// findDifference ties an amount of change to the levels before and after it.
func findDifference(s *scene) {
	for i := range s.items {
		t := &s.items[i]
		if !amount(t) || t.plan || t.fig.Quantity.Unit == nil {
			continue
		}
		switch {
		case t.delta || lifted(t):
			s.difference(t)
		case reaches(t.lead) && !t.base:
			s.arrival(t)
		}
	}
}

// amount reports whether t is in a unit that adds up: a level or a time.
func amount(t *item) bool {
	return t.fig.Kind == statement.Level || t.fig.Kind == statement.Duration
}

// lifted reports whether t says in its verb what became less: 减贫18.7万人.
func lifted(t *item) bool {
	return strings.HasSuffix(t.lead, "减贫") || strings.HasSuffix(t.lead, "脱贫")
}

// down reports whether an amount of change is a loss.
func down(t *item) bool {
	return t.fig.Direction == statement.Down || lifted(t) || containsAny(t.lead, []string{"减少", "下降", "压减", "缩减"})
}

func signedBy(t *item, x quantity.Interval) quantity.Interval {
	if down(t) {
		return x.Neg()
	}
	return x
}

// difference checks a change against the levels before it.
func (s *scene) difference(t *item) {
	var base, cur *item
	dim := ""
	s.before(t, func(p *item) bool {
		if p.delta && p.dimension() == t.dimension() && p.sentence == t.sentence && cur == nil {
			return false // the level belongs to the change before
		}
		if p.fig.Kind != t.fig.Kind || p.delta || p.plan || p.fig.Quantity.Unit == nil {
			return true
		}
		if p.dimension() != t.dimension() || dim == "" && !s.sameStock(t, p) || dim != "" && cur != nil && !same(cur, p) {
			return true
		}
		dim = p.dimension()
		switch {
		case p.base && base == nil:
			base = p
		case cur == nil && !p.base:
			cur = p
		case base == nil && cur.arrives && cur.sentence-p.sentence <= 1:
			base = p
		}
		return base == nil || cur == nil
	})
	if base != nil && cur == nil {
		cur = s.after(t)
	}
	switch {
	case averaged(t):
		s.averageDifference(t, span{base: base, cur: cur})
	case base != nil && cur != nil && !comparesTo(t.lead):
		conv, ok := unified(base, cur, t)
		if !ok {
			return
		}
		s.add(claim{code: Difference, formula: "audit.formula.difference", items: []*item{base, cur, t}, unit: base.unit(), reason: scopeReason(t),
			eval: func(xs values) (quantity.Interval, quantity.Interval) {
				ys := conv(xs)
				return ys[1].Sub(ys[0]), signedBy(t, ys[2])
			}})
	case cur != nil && base == nil && cur.sentence == t.sentence && cur.exact() && t.exact() && !lifted(t) && !comparesTo(t.lead):
		s.impliedEarlier(t, cur)
	}
}

// averageDifference checks 平均每年增加: the change divided by its years.
func (s *scene) averageDifference(t *item, sp span) {
	n := sp.gap()
	if n < 2 || n > longestSpan || containsAny(t.words(), comparing) {
		return
	}
	conv, ok := unified(sp.base, sp.cur, t)
	if !ok {
		return
	}
	years := quantity.Point(quantity.NewDecimal(int64(n), 0))
	s.add(claim{code: Difference, formula: "audit.formula.difference-a-year", items: []*item{sp.base, sp.cur, t}, unit: sp.base.unit(), names: []string{strconv.Itoa(n)},
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv(xs)
			return ys[1].Sub(ys[0]).Div(years, divDigits), signedBy(t, ys[2])
		}})
}

func scopeReason(t *item) string {
	if containsAny(t.clause, scopeWords) {
		return "audit.reason.scope"
	}
	return ""
}

// sameStock reports whether a change can be of the level p.
func (s *scene) sameStock(t, p *item) bool {
	return same(t, p) || lifted(t) && strings.Contains(p.core, "贫困") && t.sentence-p.sentence <= 1
}

// after is the level that a change leads to, right after it: 减少了126项，减少到218项.
func (s *scene) after(t *item) *item {
	if t.at+1 >= len(s.items) {
		return nil
	}
	p := &s.items[t.at+1]
	if p.sentence == t.sentence && p.level() && reaches(p.lead) && p.dimension() == t.dimension() && (same(t, p) || p.weak) {
		return p
	}
	return nil
}

func (s *scene) impliedEarlier(t, cur *item) {
	conv, ok := unified(cur, t)
	if !ok || !containsAny(t.lead, comparing) {
		return
	}
	s.add(claim{code: Difference, formula: "audit.formula.difference-base", items: []*item{cur, t}, unit: cur.unit(), implied: true,
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv(xs)
			return ys[0].Sub(signedBy(t, ys[1])), anything
		}})
}

// arrival handles a level that a change leads to, with the level it starts from
// right before it: the change follows, unless the text states it.
func (s *scene) arrival(t *item) {
	if t.at == 0 {
		return
	}
	p := &s.items[t.at-1]
	if p.sentence != t.sentence || p.fig.Kind != t.fig.Kind {
		return
	}
	if p.delta && p.dimension() == t.dimension() && t.arrives && (same(p, t) || t.weak) && !averaged(p) {
		s.startBefore(p, t)
		return
	}
	if !p.base || p.plan || p.dimension() != t.dimension() || !same(p, t) && !t.weak || s.statedAfter(t) {
		return
	}
	conv, ok := unified(p, t)
	if !ok {
		return
	}
	s.add(claim{code: Difference, formula: "audit.formula.difference-of", items: []*item{p, t}, unit: p.unit(), implied: true,
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv(xs)
			return ys[1].Sub(ys[0]), anything
		}})
}

// startBefore checks 344项 … 减少126项，减少到218项, where the level at the start
// has no word of its own.
func (s *scene) startBefore(delta, cur *item) {
	base := s.find(delta, func(p *item) bool {
		return p.level() && !p.plan && p.dimension() == delta.dimension() && p.unit() == delta.unit() && same(p, delta)
	})
	if base == nil || base.sentence != delta.sentence {
		return
	}
	conv, _ := unified(base, cur, delta)
	s.add(claim{code: Difference, formula: "audit.formula.difference", items: []*item{base, cur, delta}, unit: base.unit(),
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv(xs)
			return ys[1].Sub(ys[0]), signedBy(delta, ys[2])
		}})
}

// statedAfter reports whether the change to t is stated right after it.
func (s *scene) statedAfter(t *item) bool {
	if t.at+1 >= len(s.items) {
		return false
	}
	p := &s.items[t.at+1]
	return p.sentence-t.sentence <= 1 && p.para == t.para && (p.delta || lifted(p)) && p.dimension() == t.dimension()
}
