package audit

import (
	"strings"

	"pledger/quantity"
	"pledger/statement"
)

// findGap ties changes and gaps in percentage points to the rates at both ends.
func findGap(s *scene) {
	for i := range s.items {
		t := &s.items[i]
		if t.fig.Kind != statement.PP || t.unit() != unitPoint || t.fig.Role == statement.Target {
			continue
		}
		switch t.fig.Base.Kind {
		case statement.BaseTarget, statement.BaseAverage, statement.BaseOther:
			s.gapTo(t)
		default:
			if comparedWithPlan(t) || t.at > 0 && isAverage(&s.items[t.at-1]) && s.items[t.at-1].fig.Clause == t.fig.Clause {
				s.gapTo(t)
			} else {
				s.moved(t)
			}
		}
	}
}

func comparedWithPlan(t *item) bool {
	return containsAny(t.lead, []string{"高于", "低于", "优于", "超出", "超过", "高出", "超目标", "超计划"}) && !containsAny(t.lead, earlierWords)
}

// isRate reports whether p is a rate that points can be added to.
func isRate(p *item) bool {
	return (p.fig.Kind == statement.Share || p.fig.Kind == statement.Growth) && p.unit() == unitPercent && !p.fraction()
}

// speaksOf reports whether t's points are of the rate p.
func speaksOf(t, p *item) bool {
	if p.sentence == t.sentence && (t.weak || bareGap(t)) {
		return true
	}
	if same(t, p) {
		return true
	}
	// 农牧民收入增速高于… after 农村牧区常住居民人均可支配收入增长….
	return containsAny(t.fig.Subject, []string{"增速", "增幅"}) && p.fig.Kind == statement.Growth && p.sentence == t.sentence && retold(t.core, p.core, 7)
}

// bareGap reports whether only words of comparison stand before the points.
func bareGap(t *item) bool { return coreOf(cutAtComparison(t.lead)) == "" }

func cutAtComparison(s string) string {
	for _, w := range []string{"高于", "低于", "优于", "超出", "超过", "高出", "比", "较"} {
		if i := strings.Index(s, w); i >= 0 {
			s = s[:i]
		}
	}
	return s
}

// gapTo checks a gap to a target or an average, or states that target.
func (s *scene) gapTo(t *item) {
	now := s.find(t, func(p *item) bool {
		return isRate(p) && !p.plan && !isAverage(p) && !heldAgainst(t, p) && speaksOf(t, p)
	})
	if now == nil || now.sentence != t.sentence && !t.weak && now.core != t.core {
		return
	}
	held := s.find(t, func(p *item) bool {
		return isRate(p) && p != now && (p.plan || isAverage(p) || heldAgainst(t, p)) && (p.fig.Kind == now.fig.Kind || isAverage(p)) && (same(p, now) || p.sentence == t.sentence || now.weak || strings.HasPrefix(p.core, now.core))
	})
	if held == nil {
		if now.exact() && t.exact() {
			s.add(claim{code: Gap, formula: "audit.formula.gap-target", items: []*item{now, t}, unit: unitPercent, implied: true,
				eval: func(xs values) (quantity.Interval, quantity.Interval) {
					return xs[0].Sub(gapSign(t, xs[1])), anything
				}})
		}
		return
	}
	s.add(claim{code: Gap, formula: "audit.formula.gap", items: []*item{held, now, t}, unit: unitPoint,
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			return xs[1].Sub(xs[0]), gapSign(t, xs[2])
		}})
}

// heldAgainst reports whether p is of the place that the gap t is to: 全国增长8.3%，
// 高于全国0.8个百分点.
func heldAgainst(t, p *item) bool {
	for _, w := range []string{"全国", "全省", "全区", "全市"} {
		if strings.HasPrefix(p.lead, w) && p.sentence == t.sentence && strings.HasSuffix(cutAfterComparison(t.lead), w) {
			return true
		}
	}
	return false
}

// cutAfterComparison is what a gap is held against: 全国 of 高于全国.
func cutAfterComparison(s string) string {
	for _, w := range []string{"高于", "低于", "优于", "高出"} {
		if i := strings.Index(s, w); i >= 0 {
			return strings.TrimSuffix(s[i+len(w):], "平均水平")
		}
	}
	return ""
}

func isAverage(p *item) bool {
	return containsAny(p.lead, []string{"全国平均", "全省平均", "平均水平"})
}

// gapSign is a gap with its sign: below is negative. 优于 goes the better way,
// which is up unless the reader says otherwise.
func gapSign(t *item, x quantity.Interval) quantity.Interval {
	if containsAny(t.lead, []string{"低于", "少于", "低"}) {
		return x.Neg()
	}
	return signed(t, x)
}

// moved checks a rate's change since an earlier time, or states the earlier rate.
func (s *scene) moved(t *item) {
	var base, now *item
	s.before(t, func(p *item) bool {
		switch {
		case !isRate(p) || p.plan || !speaksOf(t, p):
		case p.base && base == nil:
			base = p
		case now == nil && !p.base:
			now = p
		case base == nil && now != nil && p.to != 0 && p.to < now.to && p.fig.Kind == now.fig.Kind && same(p, now) && p.to == comparedYear(t, now):
			base = p
		}
		return now == nil || base == nil
	})
	if n := t.at + 1; now != nil && base == nil && n < len(s.items) {
		if p := &s.items[n]; p.sentence == t.sentence && p.base && isRate(p) && p.fig.Kind == now.fig.Kind && (p.weak || same(p, now)) {
			base = p
		}
	}
	if now == nil || base != nil && base.fig.Kind != now.fig.Kind {
		return
	}
	reason := ""
	if containsAny(t.clause, scopeWords) {
		reason = "audit.reason.scope"
	}
	switch {
	case base != nil:
		s.add(claim{code: Gap, formula: "audit.formula.gap", items: []*item{base, now, t}, unit: unitPoint, reason: reason,
			eval: func(xs values) (quantity.Interval, quantity.Interval) {
				return xs[1].Sub(xs[0]), signed(t, xs[2])
			}})
	case reason == "" && now.sentence == t.sentence && now.exact() && t.exact() && now.fig.Kind == statement.Share && !averaged(t):
		s.add(claim{code: Gap, formula: "audit.formula.gap-base", items: []*item{now, t}, unit: unitPercent, implied: true,
			eval: func(xs values) (quantity.Interval, quantity.Interval) {
				return xs[0].Sub(signed(t, xs[1])), anything
			}})
	}
}

// comparedYear is the year that t compares with: the one its period begins
// with, or the year before now.
func comparedYear(t, now *item) int {
	if t.from != 0 && t.from < t.to {
		return t.from
	}
	return now.to - 1
}
