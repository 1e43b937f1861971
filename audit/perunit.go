package audit

import (
	"strings"

	"pledger/quantity"
	"pledger/statement"
)

// perWords say per what a figure is, the dimension and unit of what it is
// divided by, and by how many.
var perWords = []struct {
	word, dimension, unit string
	count                 int64
}{
	{"每千人口", "count:person", "人", 1000}, {"每万人口", "count:person", "人", 10000}, {"每百万人口", "count:person", "人", 1000000},
	{"每千人", "count:person", "人", 1000}, {"每万人", "count:person", "人", 10000}, {"每千名", "count:person", "人", 1000}, {"每万名", "count:person", "人", 10000}, {"每百人", "count:person", "人", 100},
	{"人均", "count:person", "人", 1}, {"每人", "count:person", "人", 1}, {"户均", "count:household", "户", 1}, {"每户", "count:household", "户", 1},
	{"亩均", "area", "亩", 1}, {"亩产", "area", "亩", 1}, {"每亩", "area", "亩", 1}, {"地均", "area", "平方公里", 1}, {"每平方公里", "area", "平方公里", 1}, {"校均", "count:thing", "所", 1}, {"村均", "count:thing", "个", 1}, {"企均", "count:thing", "家", 1}, {"每套", "count:thing", "套", 1}, {"每所", "count:thing", "所", 1}, {"每个", "count:thing", "个", 1},
}

// perOf is what kind of ratio t is; -1 where it is none.
func perOf(t *item) int {
	if !strings.ContainsAny(t.clause, "均每产") {
		return -1
	}
	words := t.words()
	if i := strings.LastIndexAny(words, "，、"); i >= 0 && t.lead != "" {
		words = t.lead
	}
	for i, w := range perWords {
		if strings.Contains(words, w.word) {
			return i
		}
	}
	return -1
}

func perUnit(t *item) bool { return perOf(t) >= 0 }

// findPerUnit ties a ratio to its total and to what it is divided by.
func findPerUnit(s *scene) {
	for i := range s.items {
		t := &s.items[i]
		if t.fig.Kind != statement.Level || t.plan || t.fig.Quantity.Unit == nil || t.base || t.delta {
			continue
		}
		if per := perOf(t); per >= 0 {
			s.perUnit(t, per)
		}
	}
}

func (s *scene) perUnit(t *item, per int) {
	if reaches(t.lead) && containsAny(t.lead, []string{"由", "提高到", "增加到"}) {
		return
	}
	w := perWords[per]
	what := coreOf(strings.TrimSuffix(afterWord(t.words(), w.word), "拥有"))
	sum := s.totalOf(t, what)
	over := s.find(t, func(p *item) bool {
		return p.level() && p.dimension() == w.dimension && p != sum && (w.dimension != dimThing || t.dimension() != dimThing) && !p.plan && !perUnit(p) && (w.dimension != dimThing || p.unit() == w.unit) && s.headcount(p, t)
	})
	switch {
	case sum != nil && over != nil && (sum.sentence == t.sentence || over.sentence == t.sentence):
		s.product(t, per, sum, over)
	case sum != nil && sum.sentence == t.sentence && over == nil && w.dimension != dimThing && t.exact() && sum.exact() && sum.at < t.at && s.handedOut(sum, t):
		s.add(claim{code: PerUnit, formula: "audit.formula.per-unit-count", items: []*item{sum, t}, unit: w.unit, implied: true,
			eval: func(xs values) (quantity.Interval, quantity.Interval) {
				return xs[0].Div(xs[1], divDigits).Mul(quantity.Point(quantity.NewDecimal(w.count, 0))), anything
			}})
	}
}

// afterWord is what follows w in s.
func afterWord(s, w string) string {
	if i := strings.LastIndex(s, w); i >= 0 {
		return s[i+len(w):]
	}
	return ""
}

// headcount reports whether p can be what t's total is divided by: it stands in
// t's sentence, or is the population.
func (s *scene) headcount(p, t *item) bool {
	return p.sentence == t.sentence || p.ind == "pop.resident" || p.ind == "pop.registered"
}

// totalOf is the total that t is a ratio of: in the ratio's unit, named alike
// or with a word of totalling.
func (s *scene) totalOf(t *item, what string) *item {
	ok := func(p *item) bool {
		if !p.level() || p.plan || perUnit(p) || p.dimension() != t.dimension() || p.dimension() == dimThing && p.unit() != t.unit() || p.base {
			return false
		}
		return containsAny(p.lead, totalWords) || containsAny(p.lead, []string{"总额", "总量"}) && what == "" || namesTotal(what, p.core)
	}
	for j := t.at + 1; j < len(s.items) && j <= t.at+2 && s.items[j].sentence == t.sentence; j++ {
		if p := &s.items[j]; containsAny(p.lead, append([]string{"共", "总额", "总"}, totalWords...)) && totalsLike(p, t) {
			return p
		}
	}
	if sum := s.find(t, ok); sum != nil {
		return sum
	}
	if t.at > 0 && strings.HasPrefix(t.dimension(), "money") && paidOut(what) {
		if p := &s.items[t.at-1]; p.sentence == t.sentence && totalsLike(p, t) && !p.base {
			return p
		}
	}
	return nil
}

// paidOut reports whether what is given by the head is paid out of a fund.
func paidOut(what string) bool {
	switch what {
	case "补助", "补贴", "奖补", "发放", "奖励", "补偿", "资助":
		return true
	}
	return false
}

func totalsLike(p, t *item) bool {
	return p.level() && !p.plan && !perUnit(p) && p.dimension() == t.dimension() && (p.dimension() != dimThing || p.unit() == t.unit())
}

// namesTotal reports whether what, the ratio's object, is that of a total: 床位
// and 医疗卫生机构床位.
func namesTotal(what, core string) bool {
	const oneWord = 2 * 3
	return what == "" || len(what) >= oneWord && (strings.HasSuffix(core, what) || strings.Contains(core, what))
}

// handedOut reports whether a total was divided evenly: what is paid by the
// head or the mu.
func (s *scene) handedOut(sum, t *item) bool {
	return strings.HasPrefix(sum.dimension(), "money") && s.codes[t.fig.Indicator] == nil && !containsAny(t.clause, []string{"收入", "生产总值", "消费"})
}

func (s *scene) product(t *item, per int, sum, over *item) {
	w := perWords[per]
	conv, ok := unified(sum, t)
	if !ok {
		return
	}
	head, ok := toUnit(s, over, w.unit)
	if !ok {
		return
	}
	reason := ""
	c := claim{code: PerUnit, formula: "audit.formula.per-unit", items: []*item{sum, over, t}, unit: sum.unit(),
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv([]quantity.Interval{xs[0], xs[2]})
			return ys[1].Mul(head(xs[1])).Div(quantity.Point(quantity.NewDecimal(w.count, 0)), divDigits), ys[0]
		}}
	if over.ind == "pop.resident" && strings.HasPrefix(sum.dimension(), "money") && !c.meet(c.values(true)) {
		reason = "audit.reason.population"
	}
	c.reason = reason
	s.add(c)
}

// toUnit converts an item's values into the unit named.
func toUnit(s *scene, it *item, unit string) (func(quantity.Interval) quantity.Interval, bool) {
	u := s.lex.UnitNamed(unit)
	if u == nil || it.fig.Quantity.Unit == nil || it.dimension() != u.Dimension {
		return nil, false
	}
	return func(v quantity.Interval) quantity.Interval {
		z, err := quantity.Amount{Value: v, Unit: it.fig.Quantity.Unit}.In(u)
		if err != nil {
			return anything
		}
		return z.Value
	}, true
}
