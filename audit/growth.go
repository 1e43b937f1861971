package audit

import (
	"pledger/quantity"
	"pledger/statement"
)

// findGrowth ties rates of change to the levels they lead from and to, or to
// the level and the amount of change.
func findGrowth(s *scene) {
	for i := range s.items {
		t := &s.items[i]
		if t.fig.Kind != statement.Growth || averaged(t) && spelledYears(t.words()) != 2 {
			continue
		}
		s.growth(t, s.spanOf(t))
	}
}

func (s *scene) growth(t *item, sp span) {
	if sp.cur == nil || sp.cur.fig.Kind != statement.Level && sp.base == nil || otherSpan(t, sp.cur) {
		return
	}
	reason := s.footing(t, sp)
	if averaged(t) {
		if sp.base == nil || sp.gap() == 2 {
			return
		}
		reason = "audit.reason.average"
	}
	switch {
	case sp.base != nil && s.sameStep(t, sp):
		s.add(growthBetween(t, sp, reason))
	case sp.delta != nil && sp.delta.dimension() == sp.cur.dimension():
		s.add(growthByDelta(t, sp, reason))
	case reason == "" && sp.base == nil && sp.cur.sentence == t.sentence && sp.cur.exact() && t.exact() && sp.cur.fig.Quantity.Unit != nil:
		s.add(impliedBase(t, sp.cur))
	}
}

// partWords say that a rate is of a part of the year.
var partWords = []string{"上半年", "下半年", "季度", "1—", "1-", "月份", "个月"}

// otherSpan reports whether t is of a part of the year and cur of all of it.
func otherSpan(t, cur *item) bool {
	return containsAny(t.words(), partWords) != containsAny(cur.words(), partWords) && t.fig.Clause != cur.fig.Clause && containsAny(t.words(), partWords)
}

// sameStep reports whether the rate can be between these levels: one over the
// year before is not between levels five years apart.
func (s *scene) sameStep(t *item, sp span) bool {
	if containsAny(t.words(), []string{"上年", "同比", "去年"}) && sp.gap() > 1 {
		return false
	}
	return t.fig.Base.Kind != statement.BaseStated || sp.base.to == 0 || t.from == 0 || t.from == sp.base.to || t.from == t.to
}

func growthBetween(t *item, sp span, reason string) claim {
	one, ok := unified(sp.base, sp.cur)
	if !ok {
		return claim{code: Growth, formula: "audit.formula.growth", items: []*item{sp.base, sp.cur, t}, unit: unitPercent,
			eval: unknown, reason: "audit.reason.units"}
	}
	return claim{code: Growth, formula: "audit.formula.growth", items: []*item{sp.base, sp.cur, t}, unit: unitPercent, reason: reason,
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := one(xs[:2])
			return growthOf(ys[0], ys[1]), signed(t, xs[2])
		}}
}

func unknown(values) (quantity.Interval, quantity.Interval) { return anything, anything }

func growthByDelta(t *item, sp span, reason string) claim {
	conv, _ := unified(sp.cur, sp.delta)
	return claim{code: Growth, formula: "audit.formula.growth-by", items: []*item{sp.cur, sp.delta, t}, unit: unitPercent, reason: reason,
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv(xs[:2])
			return growthBy(ys[0], signed(sp.delta, ys[1])), signed(t, xs[2])
		}}
}

// impliedBase is the level that growth started from.
func impliedBase(t, cur *item) claim {
	return claim{code: Growth, formula: "audit.formula.growth-base", items: []*item{cur, t}, unit: cur.unit(), implied: true,
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			return xs[0].Div(factor(signed(t, xs[1])), divDigits), anything
		}}
}
