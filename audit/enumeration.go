package audit

import (
	"strings"

	"pledger/quantity"
	"pledger/report"
	"pledger/statement"
)

// findEnumeration counts the things named beside a number that says how many
// they are.
func findEnumeration(s *scene) {
	for i := range s.items {
		t := &s.items[i]
		q := &t.fig.Quantity
		if t.fig.Kind == statement.Level && countable(t) && s.namedThings(t) {
			continue
		}
		if t.fig.Kind == statement.Level && t.unit() == "个" && q.Value.IsPoint() && !t.plan && !t.base && !t.delta {
			s.namedAfter(t)
			continue
		}
		if t.fig.Kind != statement.Count || !q.Value.IsPoint() || q.Nominal.Cmp(one) <= 0 || t.unit() == "级" {
			continue // one tier may have several names: 省、自治区和县两级
		}
		if !s.namedBefore(t) {
			s.namedAfter(t)
		}
	}
}

// countable reports whether t is a whole number of things that can be named.
func countable(t *item) bool {
	return t.fig.Quantity.Value.IsPoint() && t.dimension() == dimThing && !t.plan && !t.base && !t.delta && t.fig.Quantity.Nominal.Cmp(one) > 0
}

// namedThings counts things that were built or done and are all named before
// their number: 建成科技馆、体育馆、大剧院3个项目. A list that misses its number by
// more than one only goes before it.
func (s *scene) namedThings(t *item) bool {
	if strings.Count(t.lead, "、") < sureNames-1 || strings.HasSuffix(t.lead, "新增") || strings.Contains(t.lead, "等") {
		return false
	}
	l, ok := listOf(outsideMarks(t.lead), false)
	said := t.fig.Quantity.Nominal
	if !ok || said.Cmp(quantity.NewDecimal(int64(l.many+1), 0)) > 0 || said.Cmp(quantity.NewDecimal(int64(l.few-1), 0)) < 0 {
		return false
	}
	return s.namedBefore(t)
}

// mostNamed is the longest list that is counted by its marks.
const mostNamed = 30

// sureNames is how many names a list must have before it can contradict its
// number: two words with 和 between are too often no list.
const sureNames = 3

// A list is what is named: by 、 alone there are at least few, and many where
// 和 and 及 part names too.
type list struct {
	names     []string
	few, many int
	marks     int  // how many 、 or ； part them
	inner     bool // a word that joins stands before the last of them
}

// namedBefore counts a list that ends right before the number: A、B、C三个方面.
func (s *scene) namedBefore(t *item) bool {
	words := strings.TrimSpace(t.lead)
	if t.at > 0 && s.items[t.at-1].fig.Clause == t.fig.Clause {
		return false // another number stands in the list
	}
	for _, end := range []string{"这", "等", "在内的", "共", "各", "的", "为", "上"} {
		if strings.HasSuffix(words, end) {
			return false
		}
	}
	if strings.ContainsAny(words, "（）()《》“”：；") {
		words = outsideMarks(words)
	}
	double := t.fig.Quantity.Form == quantity.Dual
	l, ok := listOf(words, double)
	if !ok || l.many < fewestParts {
		return false
	}
	s.counted(t, l, !double || l.few > 1)
	return true
}

// outsideMarks takes out what stands in brackets and quotation marks, in which
// 、 parts nothing.
func outsideMarks(words string) string {
	var b strings.Builder
	depth := 0
	for _, r := range words {
		switch {
		case strings.ContainsRune("（(《“", r):
			depth++
		case strings.ContainsRune("）)》”", r):
			depth--
			b.WriteRune('○')
		case depth <= 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// listOf reads a list of names.
func listOf(words string, pair bool) (l list, ok bool) {
	parts := strings.Split(words, "、")
	last := parts[len(parts)-1]
	joints := jointsIn(last)
	if len(parts) == 1 && joints == 0 || len(parts) > mostNamed {
		return list{}, false
	}
	if containsAny(last, []string{"等"}) && !pair {
		return list{}, false
	}
	for _, p := range parts {
		if p == "" {
			return list{}, false
		}
	}
	inner := 0
	for _, p := range parts[:len(parts)-1] {
		inner += jointsIn(p)
	}
	l = list{few: len(parts), many: len(parts) + joints + inner, marks: len(parts) - 1, inner: inner > 0}
	if joints == 1 && inner == 0 {
		l.few = l.many // the one 和 before the last name
	}
	l.names = parts
	if joints > 0 {
		for _, w := range []string{"以及", "和", "及", "与"} {
			if i := strings.LastIndex(last, w); i > 0 {
				l.names = append(append([]string(nil), parts[:len(parts)-1]...), last[:i], last[i+len(w):])
				break
			}
		}
	}
	return l, true
}

// jointWords are words that hold 和, 及 or 与 and join nothing.
var jointWords = strings.NewReplacer("和平", "", "和谐", "", "共和", "", "和解", "", "缓和", "", "温和", "", "饱和", "", "总和", "", "和睦", "", "和美", "", "中和", "", "和林", "", "呼和", "",
	"及时", "", "及其", "", "涉及", "", "普及", "", "危及", "", "参与", "", "与会", "", "与时", "", "授与", "", "以及", "及")

// jointsIn counts the words that join two names.
func jointsIn(s string) int {
	s = jointWords.Replace(s)
	return strings.Count(s, "和") + strings.Count(s, "及") + strings.Count(s, "与")
}

// counted adds the claim that a list has as many names as the number says. A
// list without 、 whose count does not fit is no list of names.
func (s *scene) counted(t *item, l list, sure bool) {
	n := quantity.Between(quantity.NewDecimal(int64(l.few), 0), quantity.NewDecimal(int64(l.many), 0))
	c := claim{code: Enumeration, formula: "audit.formula.count", items: []*item{t}, unit: t.unit(), names: l.names,
		eval: func(xs values) (quantity.Interval, quantity.Interval) { return n, xs[0] }}
	c.loose = !sure || t.fig.Kind != statement.Count && l.marks < sureNames-1 || l.many < sureNames || l.marks == 0 || l.few < sureNames && l.inner || farOff(t, l)
	s.add(c)
}

// farOff reports whether a list misses its number by so much that it is rather
// another list.
func farOff(t *item, l list) bool {
	said := t.fig.Quantity.Nominal
	const most = 3
	return said.Cmp(quantity.NewDecimal(int64(l.many+most), 0)) > 0 || said.Cmp(quantity.NewDecimal(int64(l.few-most), 0)) < 0
}

// namedAfter counts a list that follows the number after a colon or 即, 分别是.
func (s *scene) namedAfter(t *item) {
	rep := s.set.Report
	c := rep.Clauses[t.fig.Clause]
	last := rep.Sentences[t.sentence].Last
	if c.Mark != '：' || t.fig.Clause+1 >= last || t.at+1 < len(s.items) && s.items[t.at+1].sentence == t.sentence {
		return
	}
	if last-t.fig.Clause-1 != 1 {
		s.clausesAfter(t, rep, last)
		return
	}
	next := rep.Clauses[t.fig.Clause+1].Pos
	if l, ok := listOf(outsideMarks(s.text(next.Start, next.End)), false); ok && l.few >= fewestParts {
		s.counted(t, l, true)
	}
}

// clausesAfter counts things parted by ；after a colon.
func (s *scene) clausesAfter(t *item, rep *report.Report, last int) {
	var names []string
	for i := t.fig.Clause + 1; i < last; i++ {
		c := rep.Clauses[i]
		if i < last-1 && c.Mark != '；' {
			return
		}
		names = append(names, s.text(c.Pos.Start, c.Pos.End))
	}
	s.counted(t, list{names, len(names), len(names), len(names) - 1, false}, true)
}
