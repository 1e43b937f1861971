package statement

import (
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
	"pledger/quantity"
)

// rightPart is what stands behind number i in its clause: up to the next
// figure, or past it where that one only labels a class, 2个千亿级产业.
func (e *extractor) rightPart(r *run, i int) span {
	right := r.right
	if right.Len() == 0 && i+1 < int(e.cls[r.clause].numEnd) && e.nums[i+1].Form == quantity.Bare && e.at(e.nums[i+1].Pos.End) == '级' {
		right.End = e.rep.Clauses[r.clause].Pos.End
		for k := i + 2; k < int(e.cls[r.clause].numEnd); k++ {
			if e.set.Mentions[k].What == IsFigure {
				right.End = e.nums[k].Full.Start
				break
			}
		}
	}
	if u := e.nums[i].Unit; right.Len() == 0 && u != nil && u.Name == "大类" && i+1 < int(e.cls[r.clause].numEnd) && e.nums[i+1].Unit != nil && e.nums[i+1].Unit.Class == "measure" {
		right = span{Start: e.nums[i+1].Full.End, End: e.rep.Clauses[r.clause].Pos.End} // 十大类32件民生实事
	}
	if e.nums[i].Form == quantity.Chinese && e.at(right.Start) == '大' && !e.nums[i].UnitText.Valid() {
		right.Start++
		if at := e.measuredFrom(right); at > 0 && i+1 < int(e.cls[r.clause].numEnd) {
			right.End = at // 两大主导产业产值占
		}
	}
	return right
}

// predicates reports whether a token behind a number says something of what
// stands before it and opens no noun.
func (e *extractor) predicates(t lexicon.Token) bool {
	if t.Class&lexicon.ClassIndicator != 0 || t.Role.Is(lexicon.Noun|lexicon.Plain|lexicon.Head) {
		return false
	}
	return t.Role.Is(lexicon.Up|lexicon.Down|lexicon.Reach|lexicon.Than|lexicon.Conj|lexicon.Adverb|lexicon.Prep) || t.Class&lexicon.ClassVerb != 0 && t.End-t.Start > 1
}

// verbLast reports whether what stands before the number ends in a verb whose
// object the number opens.
func (e *extractor) verbLast(r *run, core span) bool {
	toks := e.tokens(r.clause, r.left)
	if len(toks) == 0 {
		return false
	}
	t := toks[len(toks)-1]
	return int(t.End) == e.trim(r.left).End && t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Head|lexicon.Reach)
}

// nounAndVerb parts what stands behind a number into a noun and what is said
// of it. Things counted in a list share what stands behind the last of them.
func (e *extractor) nounAndVerb(r *run, right span) (noun, verb span) {
	noun, verb = e.cutSaid(r.clause, right, !e.countsThings(r))
	if noun.Len() > 1 && e.at(noun.End-1) == '中' && !verb.Valid() && !e.wordBefore(noun.End) && (e.ends(noun.End) || e.hasBefore(right.End, "有")) {
		noun.End-- // 60家企业中，21家; 12个乡镇中有4个
	}
	if due := e.dueInside(r.clause, noun); due.Valid() {
		return span{Start: noun.Start, End: due.Start}, span{Start: due.End, End: max(due.End, verbEnd(noun, verb, right))} // 2条道路6月底前通车
	}
	for _, t := range e.tokens(r.clause, noun) {
		if t.Role.Is(lexicon.PerUnit) && e.at(int(t.End)-1) == '均' && int(t.Start) > noun.Start+1 {
			return span{Start: noun.Start, End: int(t.Start)}, span{} // 23个县人均财力不足…
		}
	}
	if at := e.averagedFrom(noun); at > 0 {
		return span{Start: noun.Start, End: at}, span{} // 2万农户户均增收3000元
	}
	if noun.End == right.End && right.End < e.rep.Clauses[r.clause].Pos.End && !e.joinsBefore(right.End) && e.tailHead(noun) {
		for at := noun.Start + 1; at < noun.End-1; at++ {
			if _, ok := e.oneBefore(at, holders); ok && at-noun.Start <= longestNoun && !e.hasBefore(at, "农村") {
				return span{Start: noun.Start, End: at}, e.saidWith(r, at, right.End) // 两个旗县财政自给率不足三成
			}
		}
	}
	if of := e.wholePlace(noun); of > 0 {
		said := e.trim(span{Start: of, End: max(noun.End, verb.End)})
		if e.at(noun.Start) == '特' || !verb.Valid() {
			said = span{} // 两个特别行政区政府依法施政
		}
		return span{Start: noun.Start, End: of}, said
	}
	listed := noun.Valid() && !verb.Valid() && right.End < e.rep.Clauses[r.clause].Pos.End && e.joinsBefore(right.End)
	if listed {
		last := r.nums[len(r.nums)-1]
		for k := last + 1; k < int(e.cls[r.clause].numEnd); k++ {
			if e.set.Mentions[k].What == IsFigure {
				_, verb = e.cutVerb(r.clause, span{Start: e.nums[k].Full.End, End: e.rep.Clauses[r.clause].Pos.End})
			}
		}
		if own := e.verbEnding(noun); own.Valid() && verb.Valid() {
			return span{Start: noun.Start, End: own.Start}, own // 11万贫困人口脱贫、6个贫困县摘帽
		}
	}
	return noun, verb
}

// verbEnd is where what is said of a noun ends.
func verbEnd(noun, verb, right span) int {
	if verb.Valid() {
		return verb.End
	}
	return min(max(noun.End, noun.Start), right.End)
}

// wordBefore reports whether a word of two runes ends before offset i: 初中, 集中.
func (e *extractor) wordBefore(i int) bool {
	t, ok := e.lex.At(e.rs[:i], i-2, lexicon.ClassAny)
	return ok && int(t.End) == i
}

// saidWith is what is said of the counted from offset at to the end of their clause, where
// the figure that begins at offset next ends it; empty elsewhere.
func (e *extractor) saidWith(r *run, at, next int) span {
	for i := r.nums[len(r.nums)-1] + 1; i < int(e.cls[r.clause].numEnd); i++ {
		if q := &e.nums[i]; q.Full.Start == next && next < q.Pos.Start && e.ends(q.Full.End) {
			return span{Start: at, End: q.Full.End}
		}
	}
	return span{}
}

// countedName words a subject that the number counts: 推行防贫保险的旗县.
func (e *extractor) countedName(r *run, st *state, noun, verb span) string {
	left, made := e.countedLeft(r)
	if e.joinsBefore(r.left.End) && !r.first {
		made = st.brings // 解决1.2万人饮水问题和3000人用电问题
	}
	st.brings = made
	r.made = made && !e.joinsBefore(r.left.End)
	if e.at(noun.End-1) == '上' && e.hasBefore(noun.End, "的基础上") && noun.Len() > 4 {
		noun.End -= 4 // 在去年建成40个充电站的基础上
	}
	if on := e.effortOn(r, noun); on > 0 {
		noun.End, verb = on, span{} // 在“稳、准、快”三个字上下功夫
	}
	name := e.thingsOf(r, &noun) + e.classedWith(r, noun)
	if label := e.classLabel(r, &noun); label != "" {
		return label
	}
	if left.Valid() && (e.at(left.End-1) == '的' || e.at(left.End-1) == '有') || e.at(noun.End) == '的' && noun.End+1 >= r.right.End && r.right.End < e.rep.Clauses[r.clause].Pos.End {
		left.Start = left.End // 来自100多个国家的1.3万名外商
	}
	if at := e.index(verb.Start, verb.End, "、"); at > 0 {
		if t, ok := e.tokenAt(r.clause, span{Start: at + 1, End: verb.End}); ok && t.Role.Is(lexicon.Head) {
			verb.End = at // 纳入直达机制、规模明显大于去年
		}
	}
	said := e.text(verb)
	if left.Valid() && e.at(left.Start) == '为' && left.Len() > 2 && said != "" && !e.longerWord(left.Start) {
		left.Start++ // 为山区1.2万名学生提供教科书
	}
	if t, ok := e.lex.At(e.rs, left.Start, lexicon.ClassAny); left.Valid() && e.at(left.Start) == '对' && (!ok || t.End-t.Start == 1) && e.at(left.Start+1) != '外' {
		left.Start++
		said = "" // 对新增2万亿元资金建立直达机制
	}
	if e.helps(r) && noun.Valid() && verb.Valid() && !endsPeople(e.at(noun.End-1)) && e.endsInVerb(verb) {
		said = "" // 扶持100家中小牧场改造升级
	}
	if u := e.nums[r.nums[0]].Unit; u != nil && u.Dimension == "voltage" {
		said = "" // 220千伏变电站10月投运
	}
	if _, all := e.oneBefore(verb.End, fulfilled); said == "完成" || all && e.promised(noun.End) || e.nums[r.nums[0]].Form == quantity.Chinese && e.at(e.nums[r.nums[0]].Pos.End) == '大' || strings.HasSuffix(said, "的") || strings.HasPrefix(said, "予以") || strings.HasPrefix(said, "给予") {
		said = "" // 十件民生实事圆满完成
	}
	if verb.Len() == 4 && e.at(verb.Start) == '应' && e.at(verb.Start+2) == '尽' {
		said = "" // 应保尽保
	}
	if made && e.hasBefore(verb.Start, "并") {
		said = "" // 制定三个行动方案并取得成效
	}
	if e.at(e.nums[r.nums[0]].Full.Start-1) == '这' {
		said = "" // 这两个指标低于去年
		if left.Valid() && left.End == e.nums[r.nums[0]].Full.Start {
			left.End--
		}
	}
	for _, empty := range []string{"都能", "均能", "实现", "全部", "得到", "得以"} {
		said = strings.TrimPrefix(said, empty)
	}
	said = strings.TrimPrefix(said, "了")
	if strings.HasSuffix(said, "着") || e.at(verb.Start) == '不' && verb.Len() == 3 && !strings.HasPrefix(said, "不通") {
		said = "" // 上亿市场主体承载着…, 红线不动摇
	}
	if _, ok := e.anyBefore(left.End, "使", "让", "将", "把", "向", "对"); ok {
		left.Start = left.End
	}
	if e.fundFor(noun, verb) {
		said = "" // 使用2亿元失业保险基金支持就业
		if _, ok := e.oneAt(left.Start, usings); ok && left.Len() == 2 {
			left.Start = left.End
		}
	}
	if made && (e.deedOf(noun, verb) || verb.Valid() && e.at(verb.Start) == '通' && !e.longerWord(verb.Start)) {
		made = false
	}
	if made && !(e.helps(r) && e.verbAt(verb.Start) && endsPeople(e.at(noun.End-1))) {
		name += said
		for _, w := range []string{"任务", "问题", "建设", "工作"} {
			if cut := strings.TrimSuffix(name, w); utf8.RuneCountInString(cut) >= 4 || w == "建设" && cut != "" && e.countsByMeasure(r) {
				name = cut // 推进12个园区建设
			}
		}
		said = ""
	}
	switch {
	case e.ageClass(r):
		name = e.text(noun) // 为全省65岁以上老年人免费体检
		for i := noun.Start; i < noun.End; i++ {
			if t, ok := e.lex.At(e.rs[:noun.End], i, lexicon.ClassWord); ok && t.Role.Is(lexicon.Person) {
				name = e.text(span{Start: noun.Start, End: int(t.End)}) // 65岁以上老年人免费体检补助标准
				break
			}
		}
		return strings.TrimSuffix(name, "占比") + "年龄"
	case e.delimits(r) && !left.Valid():
		return e.thresholdName(r, left, name)
	case !left.Valid():
	case said != "" && e.at(left.End-1) == '在' && left.Len() > 2:
		return e.text(left) + name + said // 河长制在85%的乡镇建立
	case e.regionLike(r.clause, left):
		st.region = e.text(left)
	case e.delimits(r) || r.pred.core.Len() > 0 && e.nums[r.nums[0]].Bound == quantity.Over && e.attributeLeft(r, left):
		return e.thresholdName(r, left, name)
	default:
		name = strings.Replace(e.text(left), "至少", "", 1) + name
	}
	if said != "" && left.Valid() && (e.helps(r) || strings.HasSuffix(said, "全覆盖")) && strings.HasSuffix(name, e.text(noun)) {
		return name + said // 特色产业带动3万农户增收
	} else if said != "" {
		name = said + "的" + name
	}
	return name
}

// verbAt reports whether a verb stands at offset i.
func (e *extractor) verbAt(i int) bool {
	_, ok := e.lex.At(e.rs, i, lexicon.ClassVerb)
	return ok
}
