package audit

import (
	"strings"

	"pledger/statement"
)

// A span is what a rate, multiple or difference speaks of: the level it starts
// from, the level it leads to, and the amount between them. Any may be nil.
type span struct{ base, cur, delta *item }

// spanOf finds the levels that t, a change, belongs to: those of the same
// subject before it, and where the sentence puts the result last (增长4.7%，达到…),
// after it.
func (s *scene) spanOf(t *item) span {
	var sp span
	s.before(t, func(p *item) bool {
		if p.fig.Kind != statement.Level && p.fig.Kind != statement.Share || p.plan && !t.plan || !belongs(t, p) || !sp.fits(p) {
			return true
		}
		sp.take(t, p)
		return sp.cur == nil || sp.base == nil
	})
	if sp.cur == nil || sp.cur.sentence != t.sentence {
		s.result(t, &sp)
	}
	return sp
}

// belongs reports whether p, before t, is of t's subject.
func belongs(t, p *item) bool {
	return same(t, p) || t.weak && p.sentence == t.sentence && p.weak && t.core == "" && p.core == ""
}

// fits reports whether p has the dimension of the levels found so far.
func (sp *span) fits(p *item) bool {
	for _, q := range []*item{sp.cur, sp.base} {
		if q != nil && (q.dimension() != p.dimension() || q.fig.Kind != p.fig.Kind) {
			return false
		}
	}
	return true
}

// take gives p its place.
func (sp *span) take(t, p *item) {
	switch {
	case p.delta:
		if sp.delta == nil && sp.cur == nil && p.sentence == t.sentence {
			sp.delta = p
		}
	case p.base && sp.base == nil:
		sp.base = p
	case sp.cur == nil && !p.base:
		sp.cur = p
	case sp.base == nil && sp.cur != nil && sp.cur.arrives && sp.cur.sentence-p.sentence <= 1 && sp.cur.at-p.at <= 2:
		sp.base = p
	case sp.base == nil && sp.cur != nil && p.to != 0 && sp.cur.to > p.to && p.from == p.to:
		sp.base = p
	}
}

// result looks for the level after t that its change leads to.
func (s *scene) result(t *item, sp *span) {
	for j := t.at + 1; j < len(s.items) && j <= t.at+ahead; j++ {
		p := &s.items[j]
		if p.sentence != t.sentence || p.fig.Kind != statement.Level || p.plan || !same(t, p) && !p.weak {
			return
		}
		switch {
		case sp.cur != nil && p.delta && sp.delta == nil:
			sp.delta = p
		case sp.cur != nil && sp.cur.at > t.at:
			return
		case p.base && sp.base == nil:
			sp.base = p
		case p.level() && (p.arrives || reaches(p.lead)) && !p.base && sp.fitsBase(p):
			sp.cur = p
		default:
			return
		}
	}
}

// ahead is how many figures after a rate are looked at for its levels.
const ahead = 2

func (sp *span) fitsBase(p *item) bool {
	return sp.base == nil || sp.base.dimension() == p.dimension()
}

// gap is how many years lie between the levels; 0 where unknown.
func (sp *span) gap() int {
	if sp.base != nil && containsAny(sp.base.lead, []string{"上年", "去年"}) {
		return 1
	}
	if sp.base == nil || sp.cur == nil || sp.base.to == 0 || sp.cur.to == 0 {
		return 0
	}
	return sp.cur.to - sp.base.to
}

// clauseOf is the words of t's clause before it, other numbers left out.
func (t *item) words() string {
	i := strings.Index(t.clause, t.number)
	if i < 0 {
		return t.lead
	}
	return t.clause[:i]
}

// averaged reports whether t is a yearly average.
func averaged(t *item) bool { return t.average }

var averageWords = []string{"年均", "年平均", "平均每年", "每年平均", "年复合", "平均增长", "平均增速", "平均递增", "平均下降", "每年递增"}

// spelledYears is how many years s says, as 五年 or 5年; 0 where it says none.
func spelledYears(s string) int {
	runes := []rune(s)
	for i, r := range runes {
		if r != '年' || i == 0 {
			continue
		}
		if n, ok := numerals[runes[i-1]]; ok && (i < 2 || !isNumeral(runes[i-2])) {
			return n
		}
	}
	return 0
}

func isNumeral(r rune) bool {
	_, ok := numerals[r]
	return ok || r == '○' || r == '〇' || r == '第' || r == '0' || r == '1'
}

var numerals = map[rune]int{'两': 2, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '十': 10,
	'2': 2, '3': 3, '4': 4, '5': 5, '6': 6, '7': 7, '8': 8, '9': 9}

// footing is the reason why a rate and the levels do not tie, or "".
func (s *scene) footing(t *item, sp span) string {
	for _, it := range []*item{t, sp.cur, sp.base} {
		if it == nil {
			continue
		}
		clause := it.clause + s.leadIn(it)
		switch {
		case containsAny(clause, currencyWords):
			return "audit.reason.currency"
		case containsAny(it.clause, pricesWords):
			return "audit.reason.prices"
		case containsAny(clause, scopeWords):
			return "audit.reason.scope"
		}
	}
	if !containsAny(t.clause, nominalWords) && (s.real(t) || sp.cur != nil && s.real(sp.cur)) {
		return "audit.reason.real"
	}
	return ""
}

// leadIn is the clause before the item's, where it holds no number of its own:
// 按可比口径计算，增长5.8%.
func (s *scene) leadIn(it *item) string {
	rep := s.set.Report
	i := it.fig.Clause - 1
	if i < rep.Sentences[it.sentence].First {
		return ""
	}
	k := it.at - 1
	for k >= 0 && s.items[k].fig.Clause == it.fig.Clause {
		k--
	}
	if k >= 0 && s.items[k].fig.Clause == i {
		return ""
	}
	c := rep.Clauses[i].Pos
	return s.text(c.Start, c.End)
}
