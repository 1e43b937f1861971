package audit

import (
	"strconv"
	"strings"

	"pledger/quantity"
	"pledger/statement"
)

// findMultiple ties a multiple to the two levels it compares.
func findMultiple(s *scene) {
	for i := range s.items {
		t := &s.items[i]
		if t.fig.Kind != statement.Multiple || t.unit() != "倍" && t.unit() != "番" || t.fig.Role == statement.Target {
			continue
		}
		s.multiple(t)
	}
}

// rises reports whether a multiple is of the increase: 增长2.2倍, not 增长到3.2倍.
func rises(t *item) bool {
	return changes(t.lead) || strings.HasSuffix(strings.TrimRight(t.lead, "了约近"), "翻") && t.unit() == "倍"
}

func (s *scene) multiple(t *item) {
	if t.at > 0 && s.items[t.at-1].delta && s.items[t.at-1].sentence == t.sentence && coreOf(cutAtComparison(t.lead)) == "" {
		return // it compares two changes
	}
	sp := s.multipleSpan(t)
	if sp.cur == nil {
		return
	}
	reason := ""
	if rises(t) || averaged(t) {
		reason = s.footing(t, sp)
		if averaged(t) {
			return
		}
	} else if containsAny(t.words(), pricesWords) || s.real(sp.cur) && t.unit() == "番" {
		reason = "audit.reason.real"
	}
	if sp.base == nil {
		if reason == "" && sp.cur.sentence == t.sentence && sp.cur.exact() && t.exact() && (t.fig.Base.Kind != 0 || strings.Contains(t.words(), "是") || rises(t)) {
			s.add(claim{code: Multiple, formula: "audit.formula.multiple-base", items: []*item{sp.cur, t}, unit: sp.cur.unit(), implied: true,
				eval: func(xs values) (quantity.Interval, quantity.Interval) {
					return xs[0].Div(timesOf(t, xs[1]), divDigits), anything
				}})
		}
		return
	}
	conv, ok := unified(sp.base, sp.cur)
	if !ok {
		return
	}
	formula := "audit.formula.multiple"
	if rises(t) || t.unit() == "番" {
		formula = "audit.formula.times-up"
	}
	s.add(claim{code: Multiple, formula: formula, items: []*item{sp.base, sp.cur, t}, unit: "倍", reason: reason,
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv(xs[:2])
			return ys[1].Div(ys[0], divDigits), timesOf(t, xs[2])
		}})
}

// timesOf is how many times as much a multiple says: 2.6倍 is 2.6, 增长2.6倍 3.6,
// 翻一番 2.
func timesOf(t *item, x quantity.Interval) quantity.Interval {
	switch {
	case t.unit() == "番":
		n, err := strconv.Atoi(t.fig.Quantity.Nominal.String())
		if err != nil || n < 1 || n > mostDoublings {
			return anything
		}
		return quantity.Point(quantity.NewDecimal(2, 0)).Pow(uint(n)).Widen(quantity.NewDecimal(5, -1))
	case rises(t):
		return x.Add(quantity.Point(one))
	}
	return x
}

// mostDoublings bounds 翻n番.
const mostDoublings = 10

// multipleSpan finds the level and what it is compared with: in 是2012年17.62亿元的
// 2.5倍 the base stands right before the multiple.
func (s *scene) multipleSpan(t *item) span {
	if t.at > 0 && strings.HasPrefix(t.lead, "的") || strings.HasPrefix(t.lead, "）的") {
		base := &s.items[t.at-1]
		if base.fig.Kind == statement.Level && base.sentence == t.sentence && base.fig.Quantity.Unit != nil {
			cur := s.find(base, func(p *item) bool {
				return p.level() && p.dimension() == base.dimension() && p.sentence == t.sentence && !p.base
			})
			return span{base: base, cur: cur}
		}
	}
	sp := s.spanOf(t)
	if sp.cur == nil && bareMultiple(t) {
		sp.cur = s.find(t, func(p *item) bool { return p.level() && p.sentence == t.sentence && p.fig.Quantity.Unit != nil })
		if sp.cur != nil && sp.cur.at != t.at-1 {
			sp.cur = nil
		}
	}
	if sp.base != nil && sp.base.at == t.at-1 && t.fig.Base.Pos.Valid() && t.fig.Base.Pos.End < sp.base.fig.Pos.Start {
		return sp // 比2010年的0.4万公顷增长2倍
	}
	if t.fig.Base.Kind == statement.BaseOther || t.fig.Base.Kind == statement.BaseStated || strings.Contains(t.words(), "是") && !rises(t) {
		sp.base = s.namedBase(t, sp)
	}
	return sp
}

// bareMultiple reports whether the clause of a multiple opens with 是 or 相当于.
func bareMultiple(t *item) bool {
	for _, w := range []string{"是", "为", "相当于", "达到"} {
		if strings.HasPrefix(strings.TrimSpace(t.words()), w) {
			return true
		}
	}
	return false
}

// namedBase is the base that the words before a multiple name: 是2015年的.
func (s *scene) namedBase(t *item, sp span) *item {
	words := t.words()
	if sp.cur == nil {
		return nil
	}
	for _, w := range []string{"是", "为", "相当于", "达到"} {
		if i := strings.LastIndex(words, w); i >= 0 {
			words = words[i+len(w):]
			break
		}
	}
	year := leadingYear(words)
	return s.find(t, func(p *item) bool {
		if p == sp.cur || !p.level() || p.dimension() != sp.cur.dimension() || p.plan {
			return false
		}
		if year != 0 {
			return p.to == year && p.from == year && same(p, sp.cur)
		}
		if containsAny(words, earlierWords) || strings.TrimSpace(words) == "" {
			return p.base && same(p, sp.cur)
		}
		named := coreOf(strings.TrimSuffix(words, "的"))
		return named != "" && alike(named, p.core) && (p.to == 0 || sp.cur.to == 0 || p.to == sp.cur.to)
	})
}
