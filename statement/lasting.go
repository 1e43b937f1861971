package statement

import (
	"strings"

	"pledger/lexicon"
)

// durationSubject: 55天实现病例清零.
func (e *extractor) durationSubject(r *run, core, right span, s *subjects) bool {
	if whole := e.trim(right); e.at(r.right.Start) == '的' && e.hasBefore(whole.End, "历史") {
		s.topics = e.words.list(e.text(whole))
		s.quantified, r.quantified = true, true
		return true // 结束了66年的营业税征收历史
	}
	t, ok := e.tokenAt(r.clause, right)
	if noun := e.trim(right); noun.Valid() && core.Valid() && e.ends(noun.End) && e.verbLast(r, core) && (!e.endsInVerb(noun) || e.nounAt(noun.End-2)) && !(ok && t.Class&lexicon.ClassVerb != 0) {
		s.topics = e.words.list(e.text(noun))
		s.quantified, r.quantified = true, true
		return true // 设立5年过渡期
	}
	if noun, _ := e.cutVerb(r.clause, right); r.first && !core.Valid() && noun.Len() > 2 && ok && t.Class&lexicon.ClassVerb == 0 && (!t.Role.Is(lexicon.Adverb|lexicon.Prep) || e.nounAt(int(t.End))) {
		s.topics = e.words.list(e.text(noun))
		s.quantified, r.quantified = true, true
		return true // 15年免费教育全面实施
	}
	if !ok || t.Class&lexicon.ClassVerb == 0 {
		return false
	}
	if core.Valid() && int(t.End) == right.End && e.ends(right.End) && e.hasAt(int(t.Start), "办结") {
		s.topics = e.words.list(e.text(core) + e.text(right)) // 不动产登记1小时办结
		s.quantified, r.quantified = true, true
		return true
	}
	if t.Role.Is(lexicon.Make) {
		right.Start = int(t.End)
	}
	s.topics = e.words.list(e.text(e.trim(right)))
	s.quantified, r.quantified = true, true
	return true
}

// nounAt reports whether a word that is as often a noun as a verb begins at offset i: 教育.
func (e *extractor) nounAt(i int) bool {
	t, ok := e.lex.At(e.rs, i, lexicon.ClassAny)
	return ok && t.Role.Is(lexicon.Noun)
}

// early words by how long something was done before or after its time: 工程提前一年建成.
func (e *extractor) early(r *run, st *state, core, right span, s *subjects) bool {
	q := &e.nums[r.nums[len(r.nums)-1]]
	w, ok := e.anyBefore(r.left.End, "提前", "推迟")
	if !ok || !q.Unit.Is(lexicon.UnitDuration) {
		return false
	}
	if s.lasting = e.text(core); !core.Valid() {
		s.lasting = st.topic
	}
	if next := r.nums[len(r.nums)-1] + 1; e.at(right.End-1) == '翻' && next < len(e.nums) && e.nums[next].Full.Start == right.End {
		right.End = e.nums[next].Full.End // 提前三年实现总产值翻两番
	}
	said := e.timeless(r.clause, e.trim(right))
	if end := e.rep.Clauses[r.clause].Pos.End; right.End < end && e.hasBefore(end, "目标") {
		said += "目标" // 提前两年实现农民人均纯收入1万元的目标
	}
	s.topics = e.words.list(e.text(core) + w + said)
	s.quantified, r.quantified = true, true
	return true
}

// noneSubject: 境外输入病例无一病亡、无一扩散.
func (e *extractor) noneSubject(r *run, st *state, core span, s *subjects) bool {
	who := e.text(core)
	if t, ok := e.tokenAt(r.clause, core); ok && int(t.End) == core.End && t.Role.Is(lexicon.Scope) {
		who = "" // 全县无一例感染
	}
	if r.first {
		who = strings.TrimPrefix(who, "所有")
		st.sector = who
	}
	start := r.right.Start
	if e.noneMeasure(start) != 0 {
		start++ // 无一例感染
	}
	end := start
	for end < r.right.End && e.rs[end] != '、' {
		end++
	}
	s.topics = e.words.list(st.sector + e.text(span{Start: start, End: end}))
	s.quantified, r.quantified = true, true
	st.counted = true
	return true
}

// streak reports whether number i counts years in a row.
func (e *extractor) streak(i int) bool { return e.set.Mentions[i].Rule == "streak" }

// streakSubject words what has lasted: 粮食产量连丰, 成交额居全国首位.
func (e *extractor) streakSubject(r *run, st *state, core span, s *subjects) bool {
	i := r.nums[len(r.nums)-1]
	if whole := r.pred.whole; whole.Valid() && whole.Start > core.Start && e.hasBefore(whole.End, "连续") {
		core.End, s.whole, r.pred.ratio = whole.End, "", false // 教育经费支出占国内生产总值比例连续三年保持在4%以上
	}
	core = e.endless(core)
	if r.n > 1 && !core.Valid() {
		said := e.text(e.trim(span{Start: r.right.Start, End: e.rep.Clauses[r.clause].Pos.End}))
		for _, name := range e.inherit(r, st) {
			s.topics = append(s.topics, name+said)
		}
		s.inherited = true
		return true // 分别连续12年和28年居全国首位
	}
	topic := e.text(core)
	switch {
	case topic == "" && st.topic == "" && st.object == r.clause-1 && e.at(e.nums[i].Pos.End) == '连':
		topic = strings.TrimPrefix(e.objectOf(st.object), "提高") // 提高退休人员养老金，实现“十连增”
	case topic == "":
		topic = e.sharer(st.topic)
	case e.attribute(topic):
		topic = st.topic + topic // 增幅连续三年居全省第一
	}
	s.lasting = topic
	p := e.nums[i].Pos
	if e.at(p.End) == '连' {
		end := p.End
		for end < p.End+3 && !e.ends(end) {
			end++
		}
		if of, ok := strings.CutPrefix(topic, "实现"); ok && of != "" {
			topic = of // 实现双拥模范城“八连冠”
		}
		s.topics = e.words.list(topic + e.text(span{Start: p.End, End: end}))
		s.inherited = true
		return true
	}
	right := span{Start: r.right.Start, End: e.rep.Clauses[r.clause].Pos.End}
	if at := e.index(right.Start, r.right.End, "、"); at > 0 && r.right.End < right.End {
		right.End = at // 连续三年下降、累计下降0.9个百分点
	}
	said := e.text(e.trim(right))
	for _, w := range []string{"态势", "局面", "趋势", "势头"} {
		said = strings.TrimSuffix(said, w) // 扭转连续两年下滑态势
	}
	for _, w := range []string{"之后", "以后", "的基础上"} {
		said, _, _ = strings.Cut(said, w) // 在连续六年增产之后
	}
	if !core.Valid() && e.ownStreak(r, right) {
		topic = ""
	}
	if !strings.Contains(said, "百强") && !strings.Contains(said, "榜") {
		said = topic + said
	}
	if of, ok := strings.CutSuffix(said, "丰收"); ok && of != "" {
		s.lasting = of // 连续四年粮食丰收，产量达到360亿斤
	}
	s.topics = e.words.list(said)
	s.inherited = !core.Valid()
	return true
}

// ownStreak reports whether right, what lasted where nothing stands before the run, says itself
// of what, and not of what was spoken of before.
func (e *extractor) ownStreak(r *run, right span) bool {
	if !r.first {
		return false
	}
	opens := e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].First == r.clause
	t, ok := e.tokenAt(r.clause, right)
	placed := ok && t.Role.Is(lexicon.Ranking|lexicon.Reach) // 连续三年位居全省第一
	none := e.at(right.Start) == '无' || e.at(right.Start) == '未'
	if !placed && (none || e.verbAt(right.Start)) && (opens || e.rep.Clauses[r.clause-1].Mark == '；') {
		return true // 从2005年开始连续三年提高养老金标准
	}
	if opens && e.saysItself(r.clause, right) {
		return true // 连续五年秋粮丰收
	}
	if e.isAt(right.Start, wholeDoings) {
		return true // 破案率95%，连续三次被评为平安县
	}
	verb := e.pastAdverbs(right.Start, right.End)
	return verb > right.Start && e.verbAt(verb) && right.End-verb > longestNoun // 再连续三年进一步提高特困人员供养标准
}

// saysItself reports whether p opens with a noun of its own and ends in a verb that says
// something of it: 秋粮丰收.
func (e *extractor) saysItself(c int, p span) bool {
	const shortest = 2 // runes of the noun
	if e.cls[c].numEnd-e.cls[c].num > 1 {
		return false // 连续五年两位数增长
	}
	if t, ok := e.tokenAt(c, p); ok && (t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) || t.Role.Is(lexicon.Adverb|lexicon.Prep|lexicon.Not|lexicon.Void|lexicon.Than|lexicon.Ratio|lexicon.Past|lexicon.Ranking)) {
		return false
	}
	toks := e.tokens(c, p)
	if n := len(toks); n > 0 {
		t := toks[n-1]
		return int(t.End) == p.End && int(t.Start) >= p.Start+shortest && (t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Head)) || e.hasBefore(p.End, "丰收")
	}
	return e.hasBefore(p.End, "丰收")
}

// wholeDoings open what a whole place has been called or been spared for years, whatever was
// measured before.
var wholeDoings = phrasesOf("被评为", "被评", "荣获", "获评", "没有发生", "未发生", "无重大", "无重特大", "无较大", "零事故")

// endless takes 连续 and the quotation mark off the end of what has lasted.
func (e *extractor) endless(core span) span {
	for core.Valid() {
		s, ok := e.anyBefore(core.End, "连续", "在", "“", "实现", "已", "保持", "分别", "均", "扭转", "结束", "改变", "打破", "扭转了", "结束了", "改变了", "打破了")
		if !ok {
			break
		}
		core.End -= len([]rune(s))
	}
	if core.End < core.Start {
		core.End = core.Start
	}
	return e.trim(core)
}

// lengthens reports whether a length of time is by how much what stands before it
// is made longer or shorter, and not what a measure of time rises by: 预期寿命提高1岁.
func (e *extractor) lengthens(p *predicate) bool {
	return (e.hasAt(p.verb.Start, "延长") || e.hasAt(p.verb.Start, "缩短")) && !e.tailHead(p.core)
}

// extended words a length of time by which something is made longer or shorter:
// 承包到期后再延长30年.
func (e *extractor) extended(r *run) string {
	core := e.stripLeft(r.clause, span{Start: r.left.Start, End: r.pred.verb.End}, r.first)
	if t, ok := e.tokenAt(r.clause, core); ok && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && int(t.End) < r.pred.verb.Start {
		core.Start = int(t.End)
	}
	return e.text(core)
}
