package audit

import (
	"strconv"
	"strings"

	"pledger/quantity"
	"pledger/statement"
)

// findAnnual holds a year's amount against the total of years that hold it.
func findAnnual(s *scene) {
	totals := map[string][]*item{}
	for i := range s.items {
		t := &s.items[i]
		if isTotal(t) {
			totals[subjectKey(t)] = append(totals[subjectKey(t)], t)
		}
	}
	for i := range s.items {
		a := &s.items[i]
		if s.amongYears(a) || !isAnnual(a) {
			continue
		}
		for n, t := range totals[subjectKey(a)] {
			if n < reach && a != t && inTotal(a, t) {
				s.annual(a, t)
				break
			}
		}
	}
}

// amongYears checks a year's amount that 其中 takes out of the total before it;
// it reports whether there was one.
func (s *scene) amongYears(a *item) bool {
	i := max(strings.LastIndex(a.lead, "其中"), strings.LastIndex(a.lead, "仅"))
	if i < 0 && leadingYear(a.lead) != 0 && coreOf(a.lead) == "" {
		i = -len("其中") // the year opens the clause
	}
	if i == -1 || a.at == 0 || a.fig.Kind != statement.Level || a.fig.Quantity.Unit == nil || !oneYear(s, a) && leadingYear(strings.TrimLeft(a.lead[i+len("其中"):], "，、 ")) == 0 {
		return false
	}
	t := &s.items[a.at-1]
	if t.sentence != a.sentence || t.fig.Kind != statement.Level || t.delta && !lifted(t) || t.plan || t.base || t.unit() != a.unit() || !spansYears(s, t) {
		return false
	}
	conv, ok := unified(t, a)
	if ok {
		s.add(annualClaim(a, t, conv))
	}
	return ok
}

// subjectKey groups items of one indicator, or one subject where there is none.
func subjectKey(t *item) string {
	if t.ind != "" {
		return t.ind
	}
	return "=" + t.core
}

// isTotal reports whether t is an amount over several years.
func isTotal(t *item) bool {
	return t.fig.Kind == statement.Level && t.fig.Quantity.Unit != nil && !t.base && !t.plan && !t.delta && !t.average && t.to > t.from && t.from != 0 &&
		t.fig.Role == roleOf(t) && !perUnit(t)
}

func roleOf(t *item) statement.Role {
	if t.fig.Role == statement.Reference {
		return statement.Reference
	}
	return statement.Achieved
}

// isAnnual reports whether t is an amount of one year.
func isAnnual(t *item) bool {
	return t.fig.Kind == statement.Level && t.fig.Quantity.Unit != nil && !t.base && !t.plan && !t.delta && !t.average && !t.arrives && t.to == t.from && t.from != 0 && t.fig.Role == roleOf(t) && !perUnit(t)
}

// inTotal reports whether the year of a lies in t's years and both count the
// same thing.
func inTotal(a, t *item) bool {
	if a.dimension() != t.dimension() || a.dimension() == dimThing && a.unit() != t.unit() || a.from < t.from || a.to > t.to || a.fig.Region != t.fig.Region || !alike(a.core, t.core) && !sameWords(a.core, t.core) {
		return false
	}
	return a.fig.Direction == t.fig.Direction || a.fig.Direction == "" || t.fig.Direction == ""
}

// sameWords reports whether one subject has all characters of the other in
// order: 贫困人口 in 脱贫的贫困人口.
func sameWords(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < shortSubject {
		return false
	}
	rest := []rune(x)
	for _, r := range y {
		if len(rest) > 0 && rest[0] == r {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}

func (s *scene) annual(a, t *item) {
	if isStock(s, a) && !strings.Contains(a.lead, "新") {
		return
	}
	conv, ok := unified(t, a)
	if !ok {
		return
	}
	c := annualClaim(a, t, conv)
	c.loose = !spansYears(s, t) || !oneYear(s, a) || a.core != t.core && a.sentence != t.sentence || t.weak || containsAny(t.lead, []string{"相当于", "是", "比"})
	s.add(c)
}

func annualClaim(a, t *item, conv func(values) values) claim {
	return claim{code: Annual, formula: "audit.formula.annual", items: []*item{t, a}, unit: t.unit(),
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv(xs)
			return atMost(ys[0]), ys[1]
		}}
}

// spansYears reports whether the words before a total say that it is of years.
func spansYears(s *scene, t *item) bool {
	begin := s.set.Report.Sentences[t.sentence].Pos.Start
	return containsAny(s.text(begin, t.fig.Pos.Start), []string{"累计", "期间", "年来", "五年", "四年", "三年", "时期"})
}

// oneYear reports whether the words of an amount say that it is of a year.
func oneYear(s *scene, a *item) bool {
	begin := s.set.Report.Sentences[a.sentence].Pos.Start
	if a.at > 0 && s.items[a.at-1].sentence == a.sentence {
		begin = s.items[a.at-1].fig.Quantity.Full.End
	}
	text := s.text(begin, a.fig.Pos.Start)
	return containsAny(text, []string{"全年", "去年", "今年", "当年", "上年", "一年"}) || strings.Contains(text, strconv.Itoa(a.from)+"年")
}

// isStock reports whether the item's level is a state at a date, of which a
// year's end may stand above an earlier total.
func isStock(s *scene, a *item) bool {
	ind := s.codes[a.ind]
	return ind != nil && ind.Nature == "stock" && a.fig.Direction == "" && !containsAny(a.lead, []string{"完成", "实施", "改造", "建设", "改良", "脱贫"}) && !containsAny(a.fig.Subject, []string{"改良", "脱贫", "搬迁"})
}
