package audit

import (
	"strings"

	"pledger/quantity"
	"pledger/statement"
)

// findRestated compares figures of one indicator and one period that the report
// gives twice.
func findRestated(s *scene) {
	seen := map[restatedKey]*item{}
	for i := range s.items {
		t := &s.items[i]
		s.paraphrased(t)
		if !restatable(t) {
			continue
		}
		key := restatedKey{subjectKey(t), t.core, t.fig.Period, t.fig.Region, t.dimension(), t.fig.Kind, t.fig.Direction == statement.Down}
		if first := seen[key]; first != nil && first.sentence != t.sentence {
			s.restated(first, t, false)
		} else if first == nil {
			seen[key] = t
			s.repeated(t)
		}
	}
}

type restatedKey struct {
	subject, core, period, region, dimension string
	kind                                     statement.Kind
	down                                     bool
}

// restatable reports whether t states an indicator's value for its period.
func restatable(t *item) bool {
	k := t.fig.Kind
	if k != statement.Level && k != statement.Share || k == statement.Level && t.ind == "" || t.delta || t.base || t.plan || t.core == "" || perUnit(t) || t.fig.Quantity.Bound == quantity.Range {
		return false
	}
	return (t.fig.Role == statement.Achieved || t.fig.Role == statement.Reference) && ownWords(t)
}

// ownWords reports whether the words before a number are those of its subject:
// not where 全部装机为 goes on from 清洁能源装机.
func ownWords(t *item) bool {
	own := coreOf(t.lead)
	return own == "" || strings.Contains(t.fig.Subject, own) || strings.Contains(own, t.core)
}

func (s *scene) restated(a, b *item, loose bool) {
	conv, ok := unified(a, b)
	if !ok || a.dimension() == dimThing && a.unit() != b.unit() {
		return
	}
	c := claim{code: Restated, formula: "audit.formula.restated", items: []*item{a, b}, unit: a.unit(), loose: loose,
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv(xs)
			return ys[0], ys[1]
		}}
	// A flow may be given for other events of the period, in other words; only
	// what is a state or a ratio is surely one number, or a whole sentence of it.
	c.loose = loose || !s.oneNumber(a, b)
	s.add(c)
}

// timeWords give a sentence a time of its own.
var timeWords = []string{"年", "月", "季度", "目前", "日前", "期间", "以来", "时期"}

// repeated compares t with the sentence right before it where that gives the
// same indicator, almost the same value, and t's own words no other time.
func (s *scene) repeated(t *item) {
	begin := s.set.Report.Sentences[t.sentence].Pos.Start
	if t.ind == "" || t.fig.Quantity.Bound != quantity.Exact || containsAny(s.text(begin, t.fig.Pos.Start), timeWords) {
		return
	}
	first := s.find(t, func(p *item) bool {
		return p.sentence == t.sentence-1 && restatable(p) && p.ind == t.ind && p.core == t.core && p.fig.Kind == t.fig.Kind && p.unit() == t.unit() && p.exact() && nearly(p, t) &&
			(p.fig.Direction == t.fig.Direction || t.fig.Kind == statement.Share) && p.fig.Region == t.fig.Region
	})
	if first != nil {
		c := len(s.out)
		s.restated(first, t, false)
		if len(s.out) > c {
			s.out[c].loose = false
		}
	}
}

// oneNumber reports whether two statements must be of one number.
func (s *scene) oneNumber(a, b *item) bool {
	ind := s.codes[a.ind]
	return ind != nil && (a.fig.Subject == ind.Name && b.fig.Subject == ind.Name || ind.Nature == "ratio" && a.core == ind.Name && b.core == ind.Name && a.exact() && b.exact()) && a.from == a.to && a.fig.Direction == b.fig.Direction && s.stance(a) == s.stance(b)
}

// paraphrased compares t, which has no indicator, with one before it whose name
// the words around t go through in other order: 64.3%的常住人口生活在城镇.
func (s *scene) paraphrased(t *item) {
	if t.ind != "" || t.weak || t.fig.Kind != statement.Level && t.fig.Kind != statement.Share || t.delta || t.base || t.plan {
		return
	}
	first := s.find(t, func(p *item) bool {
		return p.ind != "" && p.sentence < t.sentence && p.fig.Kind == t.fig.Kind && p.unit() == t.unit() && !p.base && !p.plan && !p.delta &&
			(nearly(p, t) && retold(p.core, t.clause, 7) || t.sentence == p.sentence+1 && retold(p.core, t.clause, 8))
	})
	if first != nil {
		c := len(s.out)
		s.restated(first, t, false)
		if len(s.out) > c {
			s.out[c].loose = false
		}
	}
}

// retold reports whether the clause holds at least so many tenths of the
// characters of the name.
func retold(name, clause string, tenths int) bool {
	has := map[rune]bool{}
	for _, r := range clause {
		has[r] = true
	}
	n, held := 0, 0
	for _, r := range name {
		if n++; has[r] {
			held++
		}
	}
	const least = 4
	return n >= least && held*10 >= n*tenths
}

// nearly reports whether two values differ by less than a fifth: a slip of the
// pen, and not another quantity.
func nearly(a, b *item) bool {
	x, y := a.fig.Quantity.Nominal, b.fig.Quantity.Nominal
	if x.Cmp(y) > 0 {
		x, y = y, x
	}
	return x.Sign() > 0 && y.Mul(quantity.NewDecimal(8, -1)).Cmp(x) <= 0
}
