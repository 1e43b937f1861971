package audit

import (
	"fmt"
	"strings"

	"pledger/quantity"
	"pledger/statement"
)

// findCAGR ties average yearly growth to the levels at both ends of its span.
func findCAGR(s *scene) {
	for i := range s.items {
		t := &s.items[i]
		if t.fig.Kind != statement.Growth || !averaged(t) {
			continue
		}
		sp := s.spanOf(t)
		if sp.cur == nil || t.fig.Role == statement.Reference && t.to != 0 && t.to < sp.cur.to {
			continue // 由1995年的60亿元增加到2000年的80亿元，年均增长6%，高于1985年至1990年年均4%的水平
		}
		n := s.spanYears(t, sp)
		if n < 2 || n > longestSpan || sp.base != nil && spelledYears(t.words()) == 2 && sp.gap() == 1 {
			continue
		}
		reason := s.footing(t, sp)
		switch {
		case sp.base != nil:
			c := averageBetween(t, sp, n, reason)
			// 2016年至2020年 is four steps, or five years from 2015.
			if other := averageBetween(t, sp, n+1, reason); leadingYear(digitsOf(sp.base.lead)) == 0 && !c.meet(c.values(true)) && other.meet(other.values(true)) {
				c = other
			}
			s.add(c)
		case reason == "" && t.exact() && sp.cur.exact() && sp.cur.sentence == t.sentence:
			s.add(impliedStart(t, sp.cur, n))
		}
	}
}

// longestSpan bounds the root that is taken; no report averages over more years.
const longestSpan = 60

// spanYears is over how many years t averages; 0 where the text does not say.
func (s *scene) spanYears(t *item, sp span) int {
	if n := calendarSpan(s.text(s.set.Report.Sentences[t.sentence].Pos.Start, t.fig.Pos.Start)); n > 1 && sp.base != nil && leadingYear(digitsOf(sp.base.lead)) == 0 {
		return n
	}
	if n := sp.gap(); n > 1 {
		return n
	}
	if i := strings.Index(s.sentenceText(t.sentence), "年相比"); i >= yearDigits && sp.cur.to != 0 {
		if from := leadingYear(s.sentenceText(t.sentence)[i-yearDigits:]); from != 0 && sp.cur.to > from {
			return sp.cur.to - from
		}
	}
	if n := spelledYears(t.words()); n > 1 {
		return n
	}
	if sp.base == nil && t.from != 0 && t.to > t.from {
		last := t.to
		if sp.cur.to > t.from && sp.cur.to < last {
			last = sp.cur.to
		}
		if planSpan(t.from, t.to) || strings.Contains(s.sentenceText(t.sentence), "期间") {
			return last - t.from + 1
		}
		return last - t.from
	}
	if n := spelledYears(s.sentenceText(t.sentence)); n > 1 {
		return n
	}
	if t.from != 0 && planSpan(t.from, t.to) {
		return planYears
	}
	return t.to - t.from
}

// calendarSpan is how many years lie between two calendar years that the text
// joins: 从2010年到2015年, 2016—2020年; 0 where it joins none.
func calendarSpan(text string) int {
	for _, joint := range []string{"年到", "年至", "—", "－", "-"} {
		i := strings.Index(text, joint)
		if i < yearDigits {
			continue
		}
		from, to := leadingYear(text[i-yearDigits:i]), leadingYear(text[i+len(joint):])
		if from != 0 && to > from {
			return to - from
		}
	}
	return 0
}

// digitsOf is s from its first digit on.
func digitsOf(s string) string {
	if i := strings.IndexAny(s, "0123456789"); i >= 0 {
		return s[i:]
	}
	return ""
}

// planYears is the length of a five-year plan; they begin in years ending in 1 or 6.
const planYears = 5

func planSpan(from, to int) bool { return to-from == planYears-1 && from%planYears == 1 }

// averageBetween holds the levels' quotient against the n-th power of the rate,
// which needs no root.
func averageBetween(t *item, sp span, n int, reason string) claim {
	conv, ok := unified(sp.base, sp.cur)
	c := claim{code: CAGR, formula: "audit.formula.cagr", items: []*item{sp.base, sp.cur, t}, unit: unitPercent, reason: reason, names: []string{fmt.Sprint(n)}, eval: unknown}
	if !ok {
		c.reason = "audit.reason.units"
		return c
	}
	c.eval = func(xs values) (quantity.Interval, quantity.Interval) {
		ys := conv(xs[:2])
		return quantity.AverageGrowth(ys[0], ys[1], uint(n), rootDigits).Mul(percentOne), signed(t, xs[2])
	}
	return c
}

// impliedStart is the level at the beginning of the span.
func impliedStart(t, cur *item, n int) claim {
	return claim{code: CAGR, formula: "audit.formula.cagr-base", items: []*item{cur, t}, unit: cur.unit(), implied: true, names: []string{fmt.Sprint(n)},
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			return xs[0].Div(factor(signed(t, xs[1])).Pow(uint(n)), divDigits), anything
		}}
}
