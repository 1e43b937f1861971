package statement

import (
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
	"pledger/quantity"
)

// ageClass reports whether the number is an age that delimits a class: 65岁以上老人.
func (e *extractor) ageClass(r *run) bool {
	q := &e.nums[r.nums[0]]
	return q.Unit.Is(lexicon.UnitAge) && (q.Bound == quantity.Over || q.Bound == quantity.Under || q.Bound == quantity.Range && !e.ends(q.Full.End))
}

// classLabel words things counted by class: 2个千亿级、9个百亿级产业 are
// 千亿级产业 and 百亿级产业, and the class itself the size of one.
func (e *extractor) classLabel(r *run, noun *span) string {
	last := r.nums[len(r.nums)-1]
	label, self := -1, e.nums[last].Form == quantity.Bare && e.at(e.nums[last].Pos.End) == '级'
	switch {
	case self:
		label = last
	case last+1 < int(e.cls[r.clause].numEnd) && e.nums[last+1].Pos.Start == e.nums[last].Full.End && e.nums[last+1].Form == quantity.Bare && e.at(e.nums[last+1].Pos.End) == '级':
		label = last + 1
	default:
		return ""
	}
	end := e.rep.Clauses[r.clause].Pos.End
	tail := e.nums[label].Pos.End + 1
	for k := label; k < int(e.cls[r.clause].numEnd); k++ {
		if e.nums[k].Form == quantity.Bare && e.at(e.nums[k].Pos.End) == '级' {
			tail = e.nums[k].Pos.End + 1
		} else if e.nums[k].Full.Start > tail && !e.joinsBefore(e.nums[k].Full.Start) {
			end = e.nums[k].Full.Start // 十亿级企业3家
			break
		}
	}
	things, _ := e.cutVerb(r.clause, span{Start: tail, End: end})
	name := e.text(span{Start: e.nums[label].Pos.Start, End: e.nums[label].Pos.End + 1}) + e.text(things)
	if self {
		name += "的规模"
	}
	return name
}

// sizeOf reads 总投资12亿元的项目, 年收入超50万元的村: a size that qualifies the thing
// behind it.
func (e *extractor) sizeOf(r *run, core, right span, s *subjects) bool {
	q := &e.nums[r.nums[len(r.nums)-1]]
	if !q.Unit.Is(lexicon.UnitPlain) || !core.Valid() || r.n > 1 {
		return false
	}
	for {
		t, ok := e.tokenAt(r.clause, core)
		if !ok || t.Class&lexicon.ClassVerb == 0 || t.Role.Is(lexicon.Head) || int(t.End) >= core.End || e.at(int(t.End)) == '性' {
			break
		}
		core = e.stripLeft(r.clause, span{Start: int(t.End), End: core.End}, false)
	}
	noun, said := e.cutVerb(r.clause, right)
	if whole := e.trim(right); said.Valid() && e.hasAt(said.Start, "进展") {
		// 总投资60亿元的工程进展顺利
	} else if e.hasBefore(whole.End, "建设") || e.hasBefore(whole.End, "计划") || !e.endsInVerb(whole) && e.ends(right.End) {
		noun = whole // 总投资95亿元的包装产业园建设
	}
	noun = e.untilDue(r.clause, noun)
	if !core.Valid() || !noun.Valid() || !e.tailHead(core) && !e.indicatorWhole(e.text(core)) {
		return false
	}
	thing := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(e.text(noun), "建设"), "占比"), "占")
	s.topics = []string{thing + strings.TrimPrefix(e.text(core), thing)}
	s.core = noun
	r.sized = true
	return true
}

// untilDue is p less what says by when something becomes of it: 污水处理厂二期 of 污水处理厂
// 二期要在9月底前竣工.
func (e *extractor) untilDue(c int, p span) span {
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if t := &e.times[k]; p.Start+1 < t.pos.Start && t.pos.Start < p.End && t.to != "" && !e.frameTime(c, t) {
			p.End = t.pos.End
			break
		}
	}
	return e.thing(c, p)
}

// sizedTogether is what stands behind the 的 that follows the next number, where the two
// together give the size of it: 总投资15亿元、年产值50亿元的项目; empty elsewhere.
func (e *extractor) sizedTogether(r *run) span {
	i := r.nums[len(r.nums)-1] + 1
	if e.at(r.right.Start) != '、' || i >= int(e.cls[r.clause].numEnd) || e.at(e.nums[i].Full.End) != '的' {
		return span{}
	}
	if !e.nums[i].Unit.Is(lexicon.UnitPlain) {
		return span{}
	}
	behind := span{Start: e.nums[i].Full.End + 1, End: e.rep.Clauses[r.clause].Pos.End}
	if i+1 < int(e.cls[r.clause].numEnd) {
		behind.End = max(behind.Start, e.nums[i+1].Full.Start)
	}
	return behind
}

// nextCounts reports whether the next number of the clause counts what the run gives
// the size of: 收入超50万元的村200个.
func (e *extractor) nextCounts(r *run) bool {
	i := r.nums[len(r.nums)-1] + 1
	if i >= int(e.cls[r.clause].numEnd) || e.set.Mentions[i].What != IsFigure || e.joinsBefore(e.nums[i].Full.Start) {
		return false
	}
	return e.nums[i].Unit.Is(lexicon.UnitMeasure)
}

// agesEach reports whether the run delimits by their age those for whom there is so much for
// each: 每千人口拥有3岁以下婴幼儿托位4个.
func (e *extractor) agesEach(r *run) bool {
	return r.first && e.at(e.trim(r.left).Start) == '每' && e.ageClass(r) && e.nextCounts(r)
}

// attributeLeft reports whether the words before a threshold name what it is a
// threshold of: 投资5亿元以上项目, 海拔3500米以上城镇.
func (e *extractor) attributeLeft(r *run, left span) bool {
	q := &e.nums[r.nums[0]]
	return q.Unit != nil && !q.Unit.Is(lexicon.UnitMeasure|lexicon.UnitRatio) && e.at(q.Full.End-1) == '上'
}

// thresholdName words what a threshold is of: 项目的投资额.
func (e *extractor) thresholdName(r *run, left span, name string) string {
	of := e.text(left)
	name = strings.TrimSuffix(name, "占比")
	if lead := e.leadingPlace(r.clause, left); lead.Valid() || of == "在建" {
		of = ""
	}
	if q := &e.nums[r.nums[0]]; of == "" && q.Unit != nil {
		switch q.Unit.Dimension {
		case "area":
			of = "面积"
		case "length":
			of = "长度"
		case "age":
			of = "年龄"
		}
	}
	if of == "" {
		of = e.sizedBefore(r, name)
	}
	if t, ok := e.tokenAt(r.clause, left); ok && int(t.End) == left.End && t.Role.Is(lexicon.Adverb) || of == "" {
		of = "规模"
	}
	if of == "投资" || of == "规模" && strings.HasSuffix(name, "项目") {
		of = "投资额"
		q := &e.nums[r.nums[0]]
		name = strings.TrimPrefix(e.text(left)+e.text(span{Start: q.Full.Start, End: q.Full.End}), "在建") + name
		if lead := e.leadingPlace(r.clause, left); lead.Valid() {
			name = e.text(span{Start: q.Full.Start, End: r.right.Start}) + strings.TrimPrefix(name, e.text(left)+e.text(span{Start: q.Full.Start, End: q.Full.End}))
		}
	}
	if q := &e.nums[r.nums[0]]; of == "规模" && q.UnitText.Valid() && (q.Form == quantity.Bare || isMoney(q)) {
		name = e.text(span{Start: q.Full.Start, End: r.right.Start}) + name // 亿元以上企业的规模
	}
	return name + "的" + of
}

// sizedBefore is the measure that things were classed by right before in the sentence, where r
// classes the same by it again: 营收 of 营收过10亿元企业5家、过50亿元企业1家; "" elsewhere.
func (e *extractor) sizedBefore(r *run, things string) string {
	n := len(e.set.Figures) - 2
	if n < 0 || !e.set.Figures[n].delimits || e.rep.Clauses[e.set.Figures[n].Clause].Sentence != e.rep.Clauses[r.clause].Sentence {
		return ""
	}
	return classedBy(e.topics[n], things)
}

// levelNoun reports whether the noun behind 的 only says what sort of value the
// number is: 5%左右的较低水平, 8%的速度.
func (e *extractor) levelNoun(right span) bool {
	const reach = 8
	for i := right.Start; i < right.End && i < right.Start+reach; i++ {
		if e.isAt(i, levels) {
			return true
		}
	}
	return false
}

// levels are nouns of what a number only is a value of.
var levels = phrasesOf("水平", "区间", "速度", "工作", "任务", "增速", "幅度", "目标", "增长", "台阶", "位次", "好成绩")

// paceNouns are nouns for how fast something changes, which the verb of it stands behind.
var paceNouns = phrasesOf("幅度", "比例", "速度", "增幅", "降幅", "标准")

// pacedBy is where 按 stands that opens the pace at which the verb behind r has something change,
// which r then changes by: 养老金按4%左右的幅度上调; 0 elsewhere.
func (e *extractor) pacedBy(r *run) int {
	q := &e.nums[r.nums[len(r.nums)-1]]
	if !isPercent(q) || e.at(r.right.Start) != '的' {
		return 0
	}
	w, ok := e.oneAt(r.right.Start+1, paceNouns)
	if !ok {
		return 0
	}
	t, ok := e.lex.At(e.rs[:r.right.End], r.right.Start+1+runeCount(w), lexicon.ClassVerb)
	if !ok || !t.Role.Is(lexicon.Up|lexicon.Down) || !e.ends(int(t.End)) {
		return 0
	}
	const reach = 6 // runes from 按 to the number
	for by := r.left.End - 1; by > r.left.Start && by >= r.left.End-reach; by-- {
		if e.rs[by] == '按' || e.rs[by] == '以' && by+1 == r.left.End {
			r.pred.change, r.pred.verb, r.pred.dir = true, span{Start: int(t.Start), End: int(t.End)}, Up
			if t.Role.Is(lexicon.Down) {
				r.pred.dir = Down
			}
			return by
		}
	}
	return 0
}

// changedNext reads 现行16%的税率降至13%: the value is where the change starts.
func (e *extractor) changedNext(r *run, last int, right, core span, s *subjects) bool {
	if last+1 >= int(e.cls[r.clause].numEnd) || e.set.Mentions[last+1].What != IsFigure {
		return false
	}
	toks := e.tokens(r.clause, right)
	if len(toks) == 0 {
		return false
	}
	t := toks[len(toks)-1]
	to := e.at(int(t.End) - 1)
	if e.nums[last].Bound != quantity.Exact {
		return false // 收入50万元以上的村占比提高到25%
	}
	if !t.Role.Is(lexicon.Reach) || int(t.Start) <= right.Start || to != '到' && to != '至' && to != '为' {
		return false
	}
	for _, w := range []string{"将", "把"} {
		if e.hasAt(core.Start, w) {
			core.Start++
		}
	}
	s.topics = e.words.list(strings.TrimSuffix(e.text(core), "现行") + e.text(e.trim(span{Start: right.Start, End: int(t.Start)})))
	r.pred.from = true
	return true
}

// rightEndsClause reports whether what stands behind the number reaches to the end
// of its clause.
func (e *extractor) rightEndsClause(r *run, right span) bool {
	return right.End == e.rep.Clauses[r.clause].Pos.End
}

// statures are words for how far something reaches, and what is measured by each.
var statures = map[rune]string{'高': "高度", '长': "长度", '宽': "宽度", '深': "深度", '厚': "厚度"}

// stature reads how high or long the thing behind a number is: 320米高的塔楼.
func (e *extractor) stature(r *run, right, core span, s *subjects) bool {
	if core.Valid() || e.at(right.Start+1) != '的' {
		return false
	}
	measure, ok := statures[e.at(right.Start)]
	if !ok {
		return false
	}
	noun, _ := e.cutVerb(r.clause, span{Start: right.Start + 2, End: right.End})
	if !noun.Valid() {
		return false
	}
	s.core, s.topics, s.quantified = noun, e.words.list(e.text(noun)+measure), true
	r.quantified = true
	return true
}

// amongWhom reads those of whom the rest of the clause names one by its rank: 在全国168个重点
// 城市中排名第一; what the clause speaks of stays its subject.
func (e *extractor) amongWhom(r *run, right span, s *subjects) bool {
	const shortest, longest = 1, 12 // runes of them
	left := e.trim(r.left)
	for _, t := range e.tokens(r.clause, left) {
		if int(t.End) == left.End && t.Role.Is(lexicon.Scope) {
			left.End = int(t.Start)
			break
		}
	}
	if left.Len() < 1 || e.at(left.End-1) != '在' || e.longerWord(left.End-1) {
		return e.rankedAmong(r, left, right, s)
	}
	unit := e.nums[r.nums[len(r.nums)-1]].UnitText
	for i := right.Start; i < min(right.End-1, right.Start+longest); i++ {
		if e.rs[i] != '中' || e.wordBefore(i+1) || !e.isRankVerb(r.clause, i+1) {
			continue
		}
		who := e.stripLeft(r.clause, span{Start: left.Start, End: left.End - 1}, r.first)
		if s.core = (span{Start: right.Start, End: i}); i < right.Start+shortest {
			s.core = unit // 在8县市中位列第二
		}
		s.topics, s.quantified, s.lasting = e.words.list(e.text(s.core)), true, e.text(who)
		r.quantified, r.passing, r.past = true, true, i+1
		return true
	}
	return false
}

// rankedAmong is amongWhom where a verb of ranking stands before them and the rank right behind:
// 居全市16个区第二.
func (e *extractor) rankedAmong(r *run, left, right span, s *subjects) bool {
	i := r.nums[len(r.nums)-1] + 1
	if left.Len() < 2 || i >= int(e.cls[r.clause].numEnd) || e.nums[i].Form != quantity.Ordinal || e.nums[i].Full.Start > right.End || e.set.Mentions[i].What != IsFigure || !e.cls[r.clause].roles.Is(lexicon.Ranking) {
		return false
	}
	toks := e.tokens(r.clause, left)
	if n := len(toks); n == 0 || int(toks[n-1].End) != left.End || !toks[n-1].Role.Is(lexicon.Ranking) {
		return false
	}
	if s.core = right; !right.Valid() {
		s.core = e.nums[i-1].UnitText
	}
	who := e.stripLeft(r.clause, span{Start: left.Start, End: int(toks[len(toks)-1].Start)}, r.first)
	s.topics, s.quantified, s.lasting = e.words.list(e.text(s.core)), true, e.text(who)
	r.quantified, r.passing, r.past = true, true, right.End
	return true
}

// isRankVerb reports whether a verb of ranking stands at offset i, perhaps behind an adverb.
func (e *extractor) isRankVerb(c, i int) bool {
	for _, t := range e.tokens(c, span{Start: i, End: e.rep.Clauses[c].Pos.End}) {
		if t.Role.Is(lexicon.Ranking) {
			return true
		}
		if !t.Role.Is(lexicon.Adverb | lexicon.Void) {
			break
		}
	}
	return false
}

// bareLength reports whether nothing but a word for how long or how large stands
// before the number: 长达4000公里的管道.
func (e *extractor) bareLength(r *run) bool {
	s, ok := e.anyBefore(r.left.End, "长达", "总长", "全长", "重达", "高达", "多达", "历时", "耗时", "为期", "长", "达")
	return ok && e.trim(r.left).Len() == utf8.RuneCountInString(s)
}

// efforts stand behind 上 and say only that work is put into what stands before it.
var efforts = phrasesOf("下功夫", "下苦功", "狠下功夫", "下更大功夫", "发力", "持续发力", "聚力", "用力", "求突破", "做文章", "见成效", "见实效", "攻坚")

// effortOn is where 上 stands in noun behind those of a small number that work is put into:
// 字 of 字上下功夫; 0 where it stands nowhere.
func (e *extractor) effortOn(r *run, noun span) int {
	if !e.smallCount(r.nums[len(r.nums)-1]) {
		return 0
	}
	for i := noun.Start + 1; i < noun.End; i++ {
		if e.rs[i] == '上' {
			if _, ok := e.oneAt(i+1, efforts); ok {
				return i
			}
		}
	}
	return 0
}

// paces are nouns for how fast something grows.
var paces = phrasesOf("增速", "增长速度", "增幅", "涨幅")

// rateSpokenOf reads a rate that opens its clause and of which right, behind its 的, says
// something: 6%左右的增速可以实现就业.
func (e *extractor) rateSpokenOf(r *run, right span, s *subjects) bool {
	if !r.first || !isPercent(&e.nums[r.nums[len(r.nums)-1]]) {
		return false
	}
	if left := e.trim(r.left); left.Len() > 0 {
		return e.at(left.End-1) == '以' && e.spokenBehind(right, s)
	}
	w, ok := e.oneAt(right.Start, paces)
	pace := span{Start: right.Start, End: right.Start + runeCount(w)}
	if !ok || e.ends(pace.End) {
		return false
	}
	s.core, s.topics = pace, e.words.list(w)
	return true
}

// spokenBehind reads the rate that right opens with, before a verb: 群众认可度 of 以98%的群众认可度
// 退出贫困县序列.
func (e *extractor) spokenBehind(right span, s *subjects) bool {
	const shortest, longest = 3, 8 // runes of the rate
	for at := right.Start + shortest; at < min(right.End, right.Start+longest); at++ {
		if r := e.rs[at-1]; (r == '率' || r == '度') && e.verbAt(at) {
			s.core = span{Start: right.Start, End: at}
			s.topics = e.words.list(e.text(s.core))
			return true
		}
	}
	return false
}

// goalNouns call an amount before them a task: 扩招100万人目标.
var goalNouns = phrasesOf("等各项任务", "等任务", "等目标", "任务", "目标", "计划")

// namesGoal reports whether what stands behind a number only calls it a task or a goal.
func (e *extractor) namesGoal(right span) bool {
	w, ok := e.oneAt(right.Start, goalNouns)
	if !ok {
		return false
	}
	end := right.Start + utf8.RuneCountInString(w)
	return e.isAt(end, goalEnds) || e.ends(end)
}

// goalEnds are words of how a task was done.
var goalEnds = phrasesOf("顺利完成", "如期完成", "圆满完成", "全面完成", "提前完成", "超额完成", "完成", "顺利实现", "如期实现", "实现")

// qualified reports whether what stands before the number only qualifies what it is the
// size of: 不达标的30万千瓦以下机组.
func (e *extractor) qualified(r *run) bool {
	q := &e.nums[r.nums[len(r.nums)-1]]
	return q.Unit.Is(lexicon.UnitPlain) && e.at(e.trim(r.left).End-1) == '的' && (e.hasBefore(q.Full.End, "以下") || e.hasBefore(q.Full.End, "以上"))
}
