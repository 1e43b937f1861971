package statement

import "strings"

// classOfWhole reads the threshold of a class of what the sentence counts, which leaves out
// what that is: 企业14家，其中产值超亿元的5家; 项目34个，其中10亿元以上9个.
func (e *extractor) classOfWhole(r *run, st *state, core span, s *subjects) bool {
	if r.right.Len() > 1 || !e.leftOut(r.right.Start, st) || !e.delimits(r) {
		return false
	}
	of := e.text(core)
	if of == "" || of == "超" || of == "过" {
		of = e.classBefore(r, st)
	}
	switch {
	case of == "投资" || of == "" && strings.HasSuffix(st.whole, "项目"):
		of = "投资额"
	case of == "":
		of = "规模"
	}
	things := e.unclassed(st.whole)
	if r.right.Len() == 0 {
		things = e.text(e.nums[r.nums[0]].Full) + things
	}
	s.topics = e.words.list(things + "的" + of)
	return true
}

// leftOut reports whether the 的 at offset i, or the number of things that stands there, leaves
// out what the parts are of that the sentence counts.
func (e *extractor) leftOut(i int, st *state) bool {
	if !st.parts || st.whole == "" || e.withoutVerb(st.whole) != st.whole {
		return false
	}
	return e.at(i) == '的' || isDigit(e.at(i)) && (e.hasBefore(i, "以上") || e.hasBefore(i, "以下"))
}

// classBefore is what the class right before r in its list is a class by: 产值 of 产值过10亿元的
// 11户、过百亿元的2户; "" where it is in no list.
func (e *extractor) classBefore(r *run, st *state) string {
	n := len(e.set.Figures) - 2
	if n < 0 || r.first || !e.set.Figures[n].delimits || !e.joinsBefore(e.trim(r.left).Start) {
		return ""
	}
	_, of, _ := strings.Cut(e.topics[n], e.unclassed(st.whole)+"的")
	return of
}

// unclassed is what those are that whole counts where it is a class itself: 项目 of 亿元以上项目.
func (e *extractor) unclassed(whole string) string {
	if _, things, ok := strings.Cut(whole, "元以上"); ok {
		return strings.TrimPrefix(things, "的")
	}
	return whole
}

// ofWhole words a class of what the sentence counts, whose name stands at core.
func (e *extractor) ofWhole(r *run, core span, text string, st *state) string {
	things := e.unclassed(st.whole)
	switch e.at(core.Start - 1) {
	case '超', '过', '逾':
		text = e.text(span{Start: core.Start - 1, End: core.End})
		if n := len(e.set.Figures) - 1; n >= 0 {
			if of, ok := strings.CutPrefix(e.topics[n], things+"的"); ok && of != "规模" && of != "投资额" {
				text = of + text
			}
		}
	}
	if e.at(core.End) != '的' {
		return text + things
	}
	return text + "的" + things
}
