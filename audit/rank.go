package audit

import (
	"strings"

	"pledger/quantity"
	"pledger/statement"
)

// findRank ties a move in a ranking to the ranks before and after. A smaller
// number is a better rank.
func findRank(s *scene) {
	for i := range s.items {
		t := &s.items[i]
		if movesRank(t) {
			s.rank(t)
		}
	}
}

// rankMoves are the words of a move.
var rankMoves = []string{"前移", "后移", "上升", "提升", "下降", "进位", "跃升", "提高", "前进", "后退", "下滑", "退后", "提前", "攀升", "上移", "下移", "晋位", "升"}

// movesRank reports whether t is a number of ranks moved: 前移4位.
func movesRank(t *item) bool {
	if t.dimension() != "rank" && !strings.HasPrefix(t.tail, "位次") && !strings.HasPrefix(t.tail, "名次") || t.fig.Quantity.Form == quantity.Ordinal || strings.HasSuffix(t.lead, "第") || strings.Contains(t.number, "第") {
		return false
	}
	for _, w := range rankMoves {
		if strings.HasSuffix(strings.TrimRight(t.lead, "了"), w) {
			return true
		}
	}
	return false
}

// isPlaceIn reports whether p is a rank.
func isPlaceIn(p *item) bool {
	return p.fig.Kind == statement.Rank && !movesRank(p)
}

// rankShift is a move with its sign: forward makes the number smaller.
func rankShift(t *item, x quantity.Interval) quantity.Interval {
	if containsAny(t.lead, []string{"后移", "下降", "后退", "下滑", "退后", "下移"}) {
		return x
	}
	return x.Neg()
}

func (s *scene) rank(t *item) {
	var base, now *item
	s.before(t, func(p *item) bool {
		if isPlaceIn(p) && t.sentence-p.sentence <= 1 {
			switch {
			case now == nil && !p.base:
				now = p
			case base == nil && (p.base || now != nil && p.sentence == now.sentence && reaches(now.lead)):
				base = p
			}
		}
		return base == nil || now == nil
	})
	if now == nil && base != nil {
		if n := t.at + 1; n < len(s.items) && isPlaceIn(&s.items[n]) && s.items[n].sentence == t.sentence {
			now = &s.items[n]
		}
	}
	switch {
	case now == nil:
	case base != nil:
		s.add(claim{code: Rank, formula: "audit.formula.rank", items: []*item{base, now, t}, unit: "位",
			eval: func(xs values) (quantity.Interval, quantity.Interval) {
				return xs[1].Sub(xs[0]), rankShift(t, xs[2])
			}})
	case now.sentence == t.sentence:
		s.add(claim{code: Rank, formula: "audit.formula.rank-base", items: []*item{now, t}, unit: "位", implied: true,
			eval: func(xs values) (quantity.Interval, quantity.Interval) {
				return xs[0].Sub(rankShift(t, xs[1])), anything
			}})
	}
}
