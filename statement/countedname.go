package statement

import (
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
	"pledger/quantity"
)

// countedThing is what a number counts, taken apart.
type countedThing struct {
	left span   // what stands before the number, less the verbs that bring the thing about
	noun span   // the thing
	verb span   // what is said of it
	said string // the words of that which belong to the subject
	made bool   // a verb before the number brings it about
	of   span   // what a thing that says nothing alone is about: 促进消费 of 促进消费的十条措施
}

// countedName words a subject that the number counts: 推行防贫保险的旗县.
func (e *extractor) countedName(r *run, st *state, noun, verb span) string {
	t := countedThing{noun: noun, verb: verb}
	t.left, t.made = e.countedLeft(r)
	if e.joinsBefore(r.left.End) && !r.first {
		t.made = st.brings // 解决1.2万人饮水问题和3000人用电问题
	}
	st.brings = t.made
	r.made = t.made && !e.joinsBefore(r.left.End)
	if t.noun.End = e.framed(r, noun); t.noun.End < noun.End && e.at(t.left.Start) == '除' {
		t.left.Start = t.left.End
	}
	if on := e.effortOn(r, t.noun); on > 0 {
		t.noun.End, t.verb = on, span{} // 在“稳、准、快”三个字上下功夫
	}
	name := e.thingsOf(r, &t.noun) + e.classedWith(r, t.noun)
	if label := e.classLabel(r, &t.noun); label != "" {
		return label
	}
	e.saidOfCounted(r, &t)
	e.leftOfCounted(r, &t)
	if t.made && (e.deedOf(t.noun, t.verb) || t.verb.Valid() && e.at(t.verb.Start) == '通' && !e.longerWord(t.verb.Start)) {
		t.made = false
	}
	if t.made && !(e.helps(r) && e.verbAt(t.verb.Start) && endsPeople(e.at(t.noun.End-1))) {
		name, t.said = e.withoutWork(r, name+t.said), ""
	}
	return e.countedIn(r, st, &t, name)
}

// framed is where the things that noun names end before the frame that a word before the number
// opens closes around them: 在去年建成40个充电站的基础上, 在3000名干部的努力下, 除以上十项工作以外.
func (e *extractor) framed(r *run, noun span) int {
	const base, shortest = 4, 2 // runes of 的基础上 and of the things
	switch e.at(noun.End - 1) {
	case '上':
		if e.hasBefore(noun.End, "的基础上") && noun.Len() > base {
			return noun.End - base
		}
	case '下':
		of := e.index(noun.Start+shortest, noun.End, "的")
		if of > 0 && e.ends(noun.End) && e.holds(e.rep.Clauses[r.clause].Pos.Start, noun.Start, "在") {
			return of
		}
	case '在':
		if e.hasBefore(noun.End, "正在") && noun.Len() >= shortest+2 {
			return noun.End - 2 // 其余30个项目正在推进
		}
	case '外':
		if w, ok := e.anyBefore(noun.End, "以外", "之外", "外"); ok && noun.Len() > shortest && e.at(e.trim(r.left).Start) == '除' {
			return noun.End - runeCount(w)
		}
	}
	return noun.End
}

// saidOfCounted words what is said of the thing, so far as it tells which things are counted.
func (e *extractor) saidOfCounted(r *run, t *countedThing) {
	if !t.verb.Valid() {
		return
	}
	if at := e.index(t.verb.Start, t.verb.End, "、"); at > 0 {
		if next, ok := e.tokenAt(r.clause, span{Start: at + 1, End: t.verb.End}); ok && next.Role.Is(lexicon.Head) {
			t.verb.End = at // 纳入直达机制、规模明显大于去年
		}
	}
	t.said = e.text(t.verb)
	if t.left.Valid() && e.at(t.left.Start) == '为' && t.left.Len() > 2 && t.said != "" && !e.longerWord(t.left.Start) {
		t.left.Start++ // 为山区1.2万名学生提供教科书
	}
	if e.saysNoMore(r, t) {
		t.said = ""
		return
	}
	for _, empty := range []string{"都能", "均能", "实现", "全部", "得到", "得以", "如期", "按期"} {
		t.said = strings.TrimPrefix(t.said, empty)
	}
	t.said = strings.TrimPrefix(t.said, "了")
	if strings.HasSuffix(t.said, "着") || e.at(t.verb.Start) == '不' && t.verb.Len() == 3 && !strings.HasPrefix(t.said, "不通") {
		t.said = "" // 上亿市场主体承载着…, 红线不动摇
	}
}

// saysNoMore reports whether what is said of the thing does not tell which are counted: that
// the work is done, that they are given something, what comes of a fund.
func (e *extractor) saysNoMore(r *run, t *countedThing) bool {
	const bareVerb = 4 // runes of a verb and its adverb
	q := &e.nums[r.nums[0]]
	_, all := e.oneBefore(t.verb.End, fulfilled)
	switch {
	case t.said == "完成", all && e.promised(t.noun.End), q.Form == quantity.Chinese && e.at(q.Pos.End) == '大', t.verb.Len() <= bareVerb && e.smallCount(r.nums[0]) && t.left.Valid() && e.joinsInside(t.left):
		return true // 十件民生实事圆满完成, 就业、医疗、养老三项改革稳步推进
	case strings.HasSuffix(t.said, "的"), strings.HasPrefix(t.said, "予以"), strings.HasPrefix(t.said, "给予"):
		return true
	case e.helps(r) && t.noun.Valid() && t.verb.Valid() && !endsPeople(e.at(t.noun.End-1)) && e.endsInVerb(t.verb):
		return true // 扶持100家中小牧场改造升级
	case q.Unit != nil && q.Unit.Dimension == "voltage":
		return true // 220千伏变电站10月投运
	case t.verb.Len() == 4 && e.at(t.verb.Start) == '应' && e.at(t.verb.Start+2) == '尽':
		return true // 应保尽保
	case t.made && e.hasBefore(t.verb.Start, "并"):
		return true // 制定三个行动方案并取得成效
	case e.smallCount(r.nums[0]) && (e.joinsInside(t.left) || t.left.Valid() && e.at(t.left.End-1) == '”'):
		n, ok := e.tokenAt(r.clause, t.verb)
		return !ok || !n.Role.Is(lexicon.Not) // 投资、消费两个方面同时发力, but not 两项指标未达预期
	}
	return e.at(q.Full.Start-1) == '这' || e.fundFor(t.noun, t.verb) // 这两个指标低于去年, 2亿元失业保险基金支持就业
}

// leftOfCounted cuts what stands before the number down to what belongs to the thing's name.
func (e *extractor) leftOfCounted(r *run, t *countedThing) {
	left, q := t.left, &e.nums[r.nums[0]]
	if !left.Valid() {
		return
	}
	if e.at(left.End-1) == '的' {
		t.of = e.regarding(r, t.noun)
	}
	if e.hasBefore(left.End, "来自") {
		left.Start, t.said = left.End, "" // 接待来自60个国家的客商
	}
	if e.at(left.Start) == '每' {
		left = e.whomFor(r.clause, left)
	}
	if last := e.at(left.End - 1); last == '的' || last == '有' || e.at(t.noun.End) == '的' && t.noun.End+1 >= r.right.End && r.right.End < e.rep.Clauses[r.clause].Pos.End {
		left.Start = left.End // 来自100多个国家的1.3万名外商
	}
	if w, ok := e.lex.At(e.rs, left.Start, lexicon.ClassAny); left.Valid() && e.at(left.Start) == '对' && (!ok || w.End-w.Start == 1) && e.at(left.Start+1) != '外' {
		left.Start++
		t.said = "" // 对新增2万亿元资金建立直达机制
	}
	if left.Valid() && left.End == q.Full.Start && e.at(left.End-1) == '这' {
		left.End-- // 这两个指标
	}
	if _, ok := e.anyBefore(left.End, "使", "让", "将", "把", "向", "对"); ok {
		left.Start = left.End
	}
	if _, uses := e.oneAt(left.Start, usings); uses && left.Len() == 2 && e.fundFor(t.noun, t.verb) {
		left.Start = left.End // 使用2亿元失业保险基金支持就业
	}
	t.left = left
}

// whomFor is left, which opens with 每, less the verb that it ends in and what stands before that
// alone: 每个乡镇 of 每个乡镇至少建成一处敬老院.
func (e *extractor) whomFor(c int, left span) span {
	toks := e.tokens(c, left)
	for n := len(toks) - 1; n > 0 && int(toks[n].End) == left.End; n-- {
		t := toks[n]
		act := t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Make|lexicon.Task) && !t.Role.Is(lexicon.Noun|lexicon.Head)
		if !act && !t.Role.Is(lexicon.Adverb) {
			break
		}
		left.End = int(t.Start)
	}
	return left
}

// withoutWork is name less the work that is done on what it names: 推进12个园区建设.
func (e *extractor) withoutWork(r *run, name string) string {
	const shortest = 4 // runes of what is left
	for _, w := range []string{"任务", "问题", "建设", "工作"} {
		if cut, ok := strings.CutSuffix(name, w); ok && (utf8.RuneCountInString(cut) >= shortest || w == "建设" && cut != "" && e.countsByMeasure(r)) {
			name = cut
		}
	}
	return name
}

// countedIn joins name to what stands before the number and to what is said of the thing.
func (e *extractor) countedIn(r *run, st *state, t *countedThing, name string) string {
	left := t.left
	switch {
	case e.ageClass(r):
		return e.ageOf(t.noun)
	case e.delimits(r) && !left.Valid():
		return e.thresholdName(r, left, name)
	case t.of.Valid():
		return e.text(t.of) + name
	case !left.Valid():
		name = e.sidesOf(r) + name
	case t.said != "" && e.at(left.End-1) == '在' && left.Len() > 2:
		return e.text(left) + name + t.said // 河长制在85%的乡镇建立
	case e.regionLike(r.clause, left):
		st.region = e.text(left)
	case e.delimits(r) || r.pred.core.Len() > 0 && e.nums[r.nums[0]].Bound == quantity.Over && e.attributeLeft(r, left):
		return e.thresholdName(r, left, name)
	default:
		name = strings.Replace(e.unsummed(r.clause, left), "至少", "", 1) + name
	}
	switch {
	case t.said == "":
		return name
	case left.Valid() && (e.helps(r) || strings.HasSuffix(t.said, "全覆盖")) && strings.HasSuffix(name, e.text(t.noun)):
		return name + t.said // 特色产业带动3万农户增收
	}
	return t.said + "的" + name
}

// ageOf words the age of those that noun opens with: 65岁以上老年人免费体检补助标准.
func (e *extractor) ageOf(noun span) string {
	name := e.text(noun)
	for i := noun.Start; i < noun.End; i++ {
		if t, ok := e.lex.At(e.rs[:noun.End], i, lexicon.ClassWord); ok && t.Role.Is(lexicon.Person) {
			name = e.text(span{Start: noun.Start, End: int(t.End)})
			break
		}
	}
	return strings.TrimSuffix(name, "占比") + "年龄"
}
