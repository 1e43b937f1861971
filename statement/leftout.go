package statement

import (
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
)

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

// classedBy is the measure that topic says things are classed by; "" for a mere size.
func classedBy(topic, things string) string {
	of, ok := strings.CutPrefix(topic, things+"的")
	if !ok || of == "规模" || of == "投资额" {
		return ""
	}
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
	switch e.at(core.Start) {
	case '超', '过', '逾':
		if n := len(e.set.Figures) - 1; n >= 0 {
			text = classedBy(e.topics[n], things) + text
		}
	}
	if e.at(core.End) != '的' {
		return text + things
	}
	return text + "的" + things
}

// sharer is what a share that topic names is of, which ranks by itself: 溴素产量 of 溴素产量占全国.
func (e *extractor) sharer(topic string) string {
	of, whole, ratio := strings.Cut(topic, "占")
	if !ratio || of == "" || whole == "" || hasAnySuffix(topic, shareNouns) {
		return topic
	}
	return of
}

// shareNouns end the name of a share that ranks as such.
var shareNouns = []string{"比重", "占比", "比例", "率", "份额"}

// sharing is what topic gives the share of, which an amount of money behind it is of: 民生支出 of
// 民生支出占财政支出比重连续五年超过八成，累计达到600亿元; "" where topic is no share.
func (e *extractor) sharing(topic string) string {
	part, _, ratio := strings.Cut(topic, "占")
	if !ratio || part == "" || !e.sumOfMoney(part) {
		return ""
	}
	return part
}

// exceededClass is core with the word before it that says what the class exceeds that it opens
// with: 过亿元项目 of 实施过亿元项目.
func (e *extractor) exceededClass(core span) span {
	switch e.at(core.Start - 1) {
	case '超', '过', '逾':
		if r := e.at(core.Start); isDigit(r) || strings.ContainsRune("十百千万亿", r) {
			core.Start--
		}
	}
	return core
}

// classed opens the subject of r, a class named by what it exceeds, with the measure it is a
// class by, where that stands only before: 营收过50亿元企业 of 过50亿元企业.
func (e *extractor) classed(r *run, s *subjects) {
	n := len(e.set.Figures) - 1
	if r.n > 1 || n < 0 || !e.set.Figures[n].delimits || e.set.Figures[n].Clause != r.clause || len(s.topics) != 1 {
		return
	}
	switch e.at(s.core.Start) {
	case '超', '过', '逾':
		things, _, _ := strings.Cut(e.topics[n], "的")
		if of := classedBy(e.topics[n], things); of != "" && strings.HasSuffix(s.topics[0], things) && !strings.HasPrefix(s.topics[0], of) {
			s.topics[0] = of + s.topics[0]
		}
	}
}

// sparedFor names whom the run spares an outlay, which opens with 为: 商户成本 of 为商户降低成本.
func (e *extractor) sparedFor(r *run, s *subjects) {
	left := e.trim(r.left)
	if !r.first || e.at(left.Start) != '为' || r.n > 1 || r.pred.dir != Down || !isMoney(&e.nums[r.nums[0]]) || e.longerWord(left.Start) {
		return
	}
	for _, t := range e.tokens(r.clause, span{Start: left.Start + 1, End: left.End}) {
		if t.Class&lexicon.ClassVerb == 0 || !t.Role.Is(lexicon.Down) {
			continue
		}
		if whom := (span{Start: left.Start + 1, End: int(t.Start)}); whom.Valid() && int(t.End) < left.End {
			s.topics = e.words.list(e.text(whom) + e.text(e.trim(span{Start: int(t.End), End: left.End})))
			r.follows = false
		}
		return
	}
}

// lackings open what is not so of a part: 没有加固, 尚未完工.
var lackings = phrasesOf("没有", "没", "未", "尚未", "还未", "仍未", "未能", "无")

// markings open what marks out a part.
var markings = phrasesOf("来自", "具有", "属于", "从事", "分布", "集中", "留在", "扎根")

// beginnings stand before how large a part is.
var beginnings = phrasesOf("还有", "仍有", "尚有", "中有", "有")

// countedThere reports whether the clause right before r counts things or people, of whom r
// can tell what a part does.
func (e *extractor) countedThere(r *run) bool {
	n := len(e.set.Figures) - 1
	if n < 0 || e.set.Figures[n].Clause != r.clause-1 || e.rep.Clauses[r.clause-1].Mark != '，' {
		return false
	}
	f := &e.set.Figures[n]
	return f.Kind == Level && f.Quantity.Unit.Is(lexicon.UnitMeasure)
}

// partDoes reads what a fraction of a whole does or is not: 危桥还有三成没有加固, 人才320名，其中八成
// 来自省外.
func (e *extractor) partDoes(r *run, st *state, core, right span, s *subjects) bool {
	q := &e.nums[r.nums[0]]
	people := q.Unit.Is(lexicon.UnitPerson) && st.parts
	if q.Form != quantity.Fraction && q.Form != quantity.Tenths && !people && !isPercent(q) || r.n > 1 || e.at(q.Pos.Start) == '百' || !e.rightEndsClause(r, right) {
		return false
	}
	lacks := e.isAt(right.Start, lackings)
	whole := ""
	switch {
	case lacks && core.Valid() && !people:
		left := e.stripLeft(r.clause, e.trim(r.left), r.first)
		if w, ok := e.oneBefore(left.End, beginnings); ok {
			left.End -= runeCount(w)
		}
		whole = e.text(left)
	case !core.Valid() && r.first && (st.parts || !people && e.countedThere(r)):
		marks := e.isAt(right.Start, markings)
		if t, ok := e.lex.At(e.rs[:right.End], right.Start, lexicon.ClassVerb); !lacks && !marks && (!ok || t.Role.Is(lexicon.Reach|lexicon.Up|lexicon.Down) && !e.hasAt(int(t.Start), "实现") && !e.hasAt(int(t.Start), "达到") || int(t.End) == right.End) {
			return false
		}
		if _, goes := e.oneAt(right.Start, goings); goes && e.at(right.Start) != '来' {
			return false
		}
		if whole = st.topic; st.parts {
			whole = st.whole
		}
	}
	if whole == "" {
		return false
	}
	s.topics, s.core, s.quantified = e.words.list(e.text(right)+"的"+whole), right, true
	r.quantified = true
	return true
}
