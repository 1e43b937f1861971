package statement

import (
	"strings"

	"pledger/lexicon"
)

// subjects are what a run's slots speak of.
type subjects struct {
	topics     []string // one for all slots, or one for each
	inherited  bool     // completed from what stood before
	whole      string   // of a ratio, in words
	than       []string // one comparison for all slots, or one for each
	core       span     // the words they were read from; empty where inherited
	quantified bool     // the number stands before what it counts: 80个旗县
	lasting    string   // what later clauses inherit where it is not the topic
}

// of is the topic of a slot; "" where there is none.
func (s *subjects) of(slot int) string {
	switch {
	case len(s.topics) == 0:
		return ""
	case slot < len(s.topics):
		return s.topics[slot]
	}
	return s.topics[len(s.topics)-1]
}

// topic is what later clauses inherit from a slot.
func (s *subjects) topic(slot int) string {
	t := s.of(slot)
	if s.whole != "" && !s.inherited {
		return t + "占" + s.whole
	}
	return t
}

// subjects finds what the slots of r speak of.
func (e *extractor) subjects(r *run, st *state, s *subjects) {
	s.whole = e.text(r.pred.whole)
	if r.pred.than.Valid() {
		s.than = e.comparisons(r)
	}
	if r.held != "" {
		if s.core = e.heldOf(r); s.core.Valid() {
			s.topics = e.coreNames(r, s.core, st)
			return
		}
		s.inherited, s.topics = true, e.inherit(r, st)
		return
	}
	if e.halvedSubject(r, s) {
		return
	}
	if r.paced > 0 {
		if s.core = e.stripLeft(r.clause, e.trim(span{Start: r.left.Start, End: r.paced}), r.first); s.core.Valid() {
			s.topics = e.coreNames(r, s.core, st)
			return
		}
	}
	core := r.core
	if r.first && e.paidFor(r, core, st, s) {
		return
	}
	if r.first && e.targetBehind(r) && !e.indicatorAt(core) && !e.cutOf(r) {
		if s.core = e.aimedAt(r.clause, core); s.core.Valid() {
			s.topics = e.words.list(e.text(s.core))
			return
		}
		s.inherited, s.topics = true, e.inherit(r, st)
		return
	}
	if r.first && !core.Valid() && r.pred.change && e.cls[r.clause].roles.Is(lexicon.Prep) {
		if s.core = e.grownNext(r); s.core.Valid() {
			s.topics = e.words.list(e.text(s.core))
			return
		}
	}
	if inner, aside := e.insideBracket(core); inner.Valid() {
		st.outer = st.topic
		if said := e.stripLeft(r.clause, span{Start: core.Start, End: inner.Start - 1}, r.first); said.Len() > 1 && r.first {
			st.outer = e.text(said)
		}
		if core = e.stripLeft(r.clause, inner, false); aside {
			s.inherited, s.topics = true, e.inherit(r, st)
			return
		}
	}
	if e.population(r, st, s) {
		return
	}
	if put := e.putAt(r, core); put.Valid() {
		s.core, s.topics = put, e.words.list(e.text(put))
		return
	}
	if r.pred.ratio && e.partThat(r, core, s) || st.parts && e.classOfWhole(r, st, core, s) || e.rightSubject(r, st, core, s) || r.n > 1 && e.eachInside(r, core, s) {
		return
	}
	if !e.nums[r.nums[0]].Unit.Is(lexicon.UnitDuration) {
		core = e.dropVerb(r, core, st)
		core = e.dropEffect(r, core)
	}
	if core.Len() >= 2 && e.rs[core.End-1] == '续' && e.rs[core.End-2] == '连' {
		core.End -= 2 // 外贸总量连续迈上三个台阶
	}
	e.subjectBefore(r, st, core, s)
}

// coreOf is the core of r's predicate less what stands before a subject, or only brings it about.
func (e *extractor) coreOf(r *run) span {
	core := e.stripLeft(r.clause, r.pred.core, r.first)
	if !r.first || !e.cls[r.clause].roles.Is(lexicon.Prep) {
		return core
	}
	if r.pred.from || r.pred.to || r.pred.change {
		core = e.stripLeft(r.clause, e.broughtTo(core), true)
	}
	return e.underWhat(r, e.stripLeft(r.clause, e.enabled(core), true))
}

// underWhat is core less the 在 of a frame that closes behind the number: 税收 of 在税收增长不到3%的
// 情况下; else core.
func (e *extractor) underWhat(r *run, core span) span {
	if !core.Valid() || e.rs[core.Start] != '在' || e.longerWord(core.Start) {
		return core
	}
	if _, ok := e.oneBefore(e.rep.Clauses[r.clause].Pos.End, manners); !ok {
		return core
	}
	return e.stripLeft(r.clause, span{Start: core.Start + 1, End: core.End}, true)
}

// grownNext is what the next clause tells of, on the base of the growth that the run tells: 外贸出口 of
// 在去年增长12%的基础上，外贸出口再增长9%; empty elsewhere.
func (e *extractor) grownNext(r *run) span {
	c := r.clause + 1
	if !e.hasAt(r.right.Start, "的基础上") || e.rep.Clauses[r.clause].Mark != '，' || c >= len(e.cls) || e.rep.Clauses[c].Sentence != e.rep.Clauses[r.clause].Sentence {
		return span{}
	}
	for i := int(e.cls[c].num); i < int(e.cls[c].numEnd); i++ {
		if e.set.Mentions[i].What != IsFigure {
			continue
		}
		var p predicate
		e.predicate(&p, c, span{Start: e.rep.Clauses[c].Pos.Start, End: e.nums[i].Full.Start}, &e.nums[i])
		if core := e.stripLeft(c, p.core, true); p.change && core.Valid() && (e.tailHead(core) || e.endsIndicator(core)) {
			return core
		}
		break
	}
	return span{}
}

// agreed are words for money that is agreed on and has not come.
var agreed = []string{"合同", "协议", "签约"}

// arrivals say of money that it has come.
var arrivals = phrasesOf("到位", "实际到位", "实到", "到账", "实际到账", "实际使用", "实际利用")

// longestArrival is the most runes of one.
const longestArrival = 4

// arrived words the money that has come of a sum agreed before: 合同引资76亿元，实际到位
// 31亿元; "" elsewhere.
func (e *extractor) arrived(r *run, topic string) string {
	u := e.nums[r.nums[0]].Unit
	left := e.trim(r.left)
	if !u.Is(lexicon.UnitMoney) || left.Len() > longestArrival {
		return ""
	}
	w, ok := e.oneAt(left.Start, arrivals)
	if !ok || left.Start+runeCount(w) != left.End {
		return ""
	}
	for _, w := range agreed {
		if of, ok := strings.CutPrefix(topic, w); ok && (of == "外资" || of == "内资" || of == "利用外资") {
			return e.text(left) + strings.TrimPrefix(of, "利用")
		}
		if strings.Contains(topic, w) {
			return e.text(left) + "资金"
		}
	}
	return ""
}

// countsByMeasure reports whether the run counts things by a measure word: 新增50项.
func (e *extractor) countsByMeasure(r *run) bool {
	return e.nums[r.nums[0]].Unit.Is(lexicon.UnitMeasure)
}

// puttings are verbs of where something is put: 把民生放在首位.
var puttings = phrasesOf("摆放", "放置", "置于", "放", "摆")

// putAt is what is put in a place of an order or changed, behind 把 inside core: 民生 of
// 始终坚持把民生放, 文件 of 精简会议、把文件; empty elsewhere.
func (e *extractor) putAt(r *run, core span) span {
	ranked := e.ranks(&e.nums[r.nums[0]])
	if !ranked && !r.pred.change && !r.pred.to {
		return span{}
	}
	if ranked && core.Start > 0 {
		core.Start-- // 把 that stripLeft took off
	}
	for i := core.End - 2; i >= core.Start; i-- {
		if e.rs[i] != '把' || e.longerWord(i) {
			continue
		}
		put := span{Start: i + 1, End: core.End}
		if w, ok := e.oneBefore(put.End, puttings); ok && ranked {
			put.End -= len([]rune(w))
		} else if ranked {
			return span{}
		}
		return e.trim(put)
	}
	return span{}
}

// lastSaid is the last of several things that are said one after another behind 、, each
// with a verb of its own: 专项资金 of 一般资金大幅增加、专项资金减少两成, 确权面积 of
// 推进承包地改革、确权面积超过八成; else core.
func (e *extractor) lastSaid(r *run, core span) span {
	toks := e.tokens(r.clause, core)
	for k := len(toks) - 1; k > 0; k-- {
		t := toks[k]
		if e.rs[t.Start] != '、' {
			continue
		}
		before, rest := toks[k-1], e.trim(span{Start: int(t.End), End: core.End})
		moved := before.End == t.Start && before.Class&lexicon.ClassVerb != 0 && before.Role.Is(lexicon.Up|lexicon.Down) && !before.Role.Is(lexicon.Head|lexicon.Plain) && k > 1 && toks[k-2].Role.Is(lexicon.Adverb)
		first := toks[0]
		opened := int(first.Start) == core.Start && first.Class&lexicon.ClassVerb != 0 && first.Role.Is(lexicon.Task) && !first.Role.Is(lexicon.Make|lexicon.Noun|lexicon.Head|lexicon.Plain|lexicon.Effect)
		if moved || opened && e.tailHead(rest) && !e.tailHead(span{Start: core.Start, End: int(t.Start)}) {
			return rest
		}
		return core
	}
	return core
}

// aimedAt is the indicator that core ends in, with what it is counted for, where core says more:
// 人均国内生产总值 of 将超过规划提出的人均国内生产总值; empty where it ends in none.
func (e *extractor) aimedAt(c int, core span) span {
	toks := e.tokens(c, core)
	n := len(toks) - 1
	if n >= 0 && e.tailHead(core) && !e.verbIn(c, core) {
		return core
	}
	if n < 0 || int(toks[n].End) != core.End || toks[n].Class&lexicon.ClassIndicator == 0 {
		return span{}
	}
	if core.Start = int(toks[n].Start); e.hasBefore(core.Start, "人均") {
		core.Start -= 2
	}
	return core
}

// cutOf reports whether the thing before the number is what is to be cut by it: 完成裁减员额
// 50万的任务.
func (e *extractor) cutOf(r *run) bool {
	u := e.nums[r.nums[0]].Unit
	toks := e.tokens(r.clause, r.pred.core)
	n := len(toks)
	if n == 0 || u.Is(lexicon.UnitRatio|lexicon.UnitDuration) {
		return false
	}
	for _, t := range toks {
		if t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Down|lexicon.Make) && !t.Role.Is(lexicon.Reach) && int(t.End)+1 < r.pred.core.End {
			return true
		}
	}
	return false
}

// eachInside reads 北京市和中央单位分别投入资金: names before 分别, and what is
// said of each behind it.
func (e *extractor) eachInside(r *run, core span, s *subjects) bool {
	for _, t := range e.tokens(r.clause, core) {
		if !t.Role.Is(lexicon.Each) {
			continue
		}
		names := e.names(r.clause, e.trim(span{Start: core.Start, End: int(t.Start)}))
		if len(names) != r.n {
			return false
		}
		said := e.text(e.trim(span{Start: int(t.End), End: core.End}))
		for _, n := range names {
			s.topics = append(s.topics, n+said)
		}
		return true
	}
	return false
}

// placeOnly reports whether a rank's words name only where it ranks: 中部首位.
func (e *extractor) placeOnly(r *run, core span) bool {
	if r.pred.ranking && e.ranks(&e.nums[r.nums[0]]) && (e.text(core) == "世界" || e.text(core) == "全球") {
		return true // 世界排名由第十位上升到第五位
	}
	return !r.first && e.ranks(&e.nums[r.nums[0]]) && !e.tailHead(core) // but 满意率列全市第二
}

// coreNames turns the core into one name for each slot.
func (e *extractor) coreNames(r *run, core span, st *state) []string {
	whole := e.timeless(r.clause, core)
	if q := &e.nums[r.nums[0]]; q.Unit == nil && r.n == 3 && (strings.Contains(whole, "产业") || strings.HasSuffix(whole, "结构比") || strings.HasSuffix(whole, "结构")) {
		return e.words.list("第一产业比例", "第二产业比例", "第三产业比例")
	}
	if r.n == 3 {
		if three := e.industries(whole); three != nil {
			return three
		}
	}
	if r.n == 1 {
		return e.words.list(e.sideBehind(e.completed(r, core, whole, st), st))
	}
	names := e.names(r.clause, core)
	switch {
	case len(names) == 1 && e.memberOfEach(r, whole, st) != nil:
		return e.memberOfEach(r, whole, st)
	case len(names) == r.n && r.n == 2 && strings.HasPrefix(st.whole, "居民") && e.among(r.clause) && e.townAndLand(names):
		return e.words.list(names[0]+st.whole, names[1]+st.whole) // 居民人均可支配收入3万元，其中城镇、农村分别增长5%、7%
	case len(names) == r.n:
		if r.n == 2 && st.topic != "" && e.attribute(names[0]) && e.attribute(names[1]) {
			return e.words.list(st.topic+names[0], st.topic+names[1]) // 进出口总额156亿元，总量、增速分列全省第5、第2
		}
		return names
	case len(names) == 1 && r.n == 2:
		if both := e.bothOf(whole); both != nil {
			return both
		}
	}
	if each := facetOfEach(r, whole, st); each != nil && len(names) == 1 {
		return each
	}
	if each := e.rateOfEach(r, whole, st); each != nil && len(names) == 1 {
		return each
	}
	return e.words.list(whole)
}

// memberOfEach words a bare measure for each of those that the clause before lists as examples:
// 蔬菜面积, 茶叶面积 of 蔬菜、茶叶等产业加快发展，面积分别达到12万亩和6万亩; nil elsewhere.
func (e *extractor) memberOfEach(r *run, measure string, st *state) (each []string) {
	const longest = 4 * hanSize // bytes of the measure
	c := st.object
	if !r.first || c < 0 || c != r.clause-1 || len(measure) > longest || !e.endsMeasure(e.runesOf(measure)) {
		return nil
	}
	core := e.stripLeft(c, e.rep.Clauses[c].Pos, true)
	if t, ok := e.tokenAt(c, core); ok && t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) {
		core.Start = int(t.End) // 发展蔬菜、茶叶等产业
	}
	end := e.index(core.Start, core.End, "等")
	if end < 0 {
		return nil
	}
	parts := e.splitList(c, span{Start: core.Start, End: end})
	if len(parts) != r.n {
		return nil
	}
	for _, p := range parts {
		each = append(each, e.text(p)+measure)
	}
	return each
}

// townAndLand reports whether names are no more than town and country.
func (e *extractor) townAndLand(names []string) bool {
	for _, pair := range pairedModifiers[:townAndCountry] {
		if names[0] == pair[0] && names[1] == pair[1] || names[0] == pair[1] && names[1] == pair[0] {
			return true
		}
	}
	return false
}

// spends reports whether a verb is part of what is measured with a bare noun:
// 投入资金, but not 完成投资, 实现利税.
func (e *extractor) spends(verb span) bool {
	_, ok := e.anyAt(verb.Start, "完成", "实现", "取得", "达到", "形成", "新增", "安排", "拨付", "下达")
	return !ok
}
