package audit

import (
	"strings"

	"pledger/quantity"
	"pledger/statement"
)

// findCompletion ties what was done to what was planned.
func findCompletion(s *scene) {
	for i := range s.items {
		t := &s.items[i]
		switch {
		case isCompletion(t):
			s.completion(t)
		case (t.level() || t.fig.Kind == statement.Level && lifted(t)) && !t.plan && !t.base:
			s.fulfilled(t)
		}
	}
}

// isCompletion reports whether t is a percentage of a plan.
func isCompletion(t *item) bool {
	if t.unit() != unitPercent {
		return false
	}
	return t.fig.Kind == statement.Completion || t.fig.Kind == statement.Share && containsAny(t.words(), []string{"完成率", "任务完成", "计划完成"}) || partRate(t)
}

// partRate reports whether t may be a part of a plan by its verb: 开工率.
func partRate(t *item) bool {
	return t.fig.Kind == statement.Share && containsAny(t.words(), []string{"开工率", "竣工率", "建成率", "改造率", "投产率", "兑现率"})
}

// completion finds the result before the percentage and the plan.
func (s *scene) completion(t *item) {
	done := s.find(t, func(p *item) bool {
		return p.level() && !p.plan && p.sentence == t.sentence && p.fig.Quantity.Unit != nil && !p.base && !byTheWay(p)
	})
	if done == nil {
		return
	}
	if over := s.find(t, func(p *item) bool {
		return p.at > done.at && p.delta && p.dimension() == done.dimension() && plans(p.clause)
	}); over != nil {
		s.add(exceeded(t, done, over))
		return
	}
	plan := s.find(t, func(p *item) bool { return isPlanOf(p, done) })
	if plan == nil {
		if done.exact() && t.exact() && !partRate(t) && !strings.Contains(t.words(), "序时") {
			s.add(impliedPlan(t, done))
		}
		return
	}
	conv, _ := unified(done, plan)
	s.add(claim{code: Completion, formula: "audit.formula.completion", items: []*item{done, plan, t}, unit: unitPercent,
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv(xs[:2])
			return pct(ys[0], ys[1]), xs[2]
		}})
}

// byTheWay reports whether a number stands in an adverbial: 在减税46亿元的情况下.
func byTheWay(p *item) bool {
	return containsAny(p.tail, []string{"情况下", "基础上", "条件下", "的同时"})
}

// isPlanOf reports whether p is the plan that done fulfils.
func isPlanOf(p, done *item) bool {
	if !p.plan || p.fig.Kind != statement.Level || p.delta || p.dimension() != done.dimension() || p.dimension() == dimThing && p.unit() != done.unit() {
		return false
	}
	return same(p, done) || done.weak || bare(done) || strings.HasSuffix(p.core, done.core)
}

// bare reports whether nothing but words of doing stands before the number: the
// subject was inherited.
func bare(it *item) bool {
	return coreOf(it.lead) == "" || coreOf(it.lead) == "改造" || coreOf(it.lead) == "建成"
}

func exceeded(t, done, over *item) claim {
	conv, _ := unified(done, over)
	return claim{code: Completion, formula: "audit.formula.completion-by", items: []*item{done, over, t}, unit: unitPercent,
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv(xs[:2])
			d := signed(over, ys[1])
			return percentOne.Add(growthBy(ys[0], d)), xs[2]
		}}
}

func impliedPlan(t, done *item) claim {
	return claim{code: Completion, formula: "audit.formula.completion-plan", items: []*item{done, t}, unit: done.unit(), implied: true,
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			return xs[0].Div(xs[1], divDigits).Mul(percentOne), anything
		}}
}

// fulfilled checks a claim in words: 超额完成年度任务 after a result and its plan.
func (s *scene) fulfilled(done *item) {
	met, missed := s.verdictAfter(done)
	if !met && !missed {
		return
	}
	plan := s.find(done, func(p *item) bool { return isPlanOf(p, done) })
	if next := done.at + 1; next < len(s.items) && s.items[next].sentence == done.sentence && s.items[next].plan && s.items[next].dimension() == done.dimension() && strings.Contains(s.items[next].lead, "完成") && plans(s.items[next].lead+s.items[next].tail) {
		plan = &s.items[next]
	}
	if plan == nil || plan.sentence == done.sentence && plan.fig.Clause == done.fig.Clause {
		return
	}
	conv, _ := unified(plan, done)
	c := claim{code: Completion, formula: "audit.formula.met", items: []*item{plan, done}, unit: plan.unit(),
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv(xs)
			return quantity.Interval{Lo: ys[0].Lo}, ys[1]
		}}
	if s.lessIsMore(plan, done) != missed {
		c.formula = "audit.formula.missed"
		c.eval = func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv(xs)
			return atMost(ys[0]), ys[1]
		}
	}
	s.add(c)
}

// lessIsMore reports whether keeping under the plan is meeting it.
func (s *scene) lessIsMore(plan, done *item) bool {
	if plan.fig.Quantity.Bound == quantity.Under {
		return true
	}
	ind := s.codes[done.ind]
	return ind != nil && ind.Polarity == "-" && strings.Contains(plan.clause, "控制")
}

// verdictAfter is what the rest of the sentence says of the plan: met or missed.
func (s *scene) verdictAfter(done *item) (met, missed bool) {
	rep := s.set.Report
	last := rep.Sentences[done.sentence].Last
	for i := done.fig.Clause; i < last && i <= done.fig.Clause+1; i++ {
		c := rep.Clauses[i].Pos
		text := s.text(max(c.Start, done.fig.Quantity.Full.End), c.End)
		if !plans(text) || strings.ContainsAny(text, "%％") || strings.ContainsAny(text, "0123456789") && !strings.Contains(text, "超额完成") {
			continue
		}
		switch {
		case containsAny(text, []string{"未完成", "没有完成", "未达到", "未能完成", "未实现"}):
			return false, true
		case containsAny(text, []string{"超额完成", "超过", "圆满完成", "如期完成", "提前完成", "全面完成", "完成了", "完成年", "完成目标", "完成任务", "完成全年", "实现预期", "实现了预期", "实现目标", "实现年", "目标之内", "目标以内", "达到预期", "好于预期", "目标范围"}):
			return true, false
		}
	}
	return false, false
}
