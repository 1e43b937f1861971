package statement

import (
	"strings"

	"pledger/lexicon"
	"pledger/report"
)

// spanBefore is the span of years that a new paragraph inherits: the items of a
// list share the time of the paragraph that opens it.
func (e *extractor) spanBefore(now *clock, sent *report.Sentence) int {
	if now.spanned < 0 || !e.item(sent.Section) && !e.both(sent.Section, sent.Stance, now) && !e.openedBy(now, sent) {
		return -1
	}
	c := sent.First
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if t := &e.times[k]; e.opensClause(c, t.pos.Start) && !t.span && t.to != "" {
			return -1
		}
	}
	return now.spanned
}

// openedBy reports whether sent stands in a review whose heading names no years and that opens
// with several: 政府工作回顾, 过去五年，….
func (e *extractor) openedBy(now *clock, sent *report.Sentence) bool {
	sec := &e.rep.Sections[sent.Section]
	return sent.Stance == report.Review && sec.Year == 0 && sec.SpanEnd == 0 && now.opened == sent.Section && sec.Heading.Valid()
}

// both reports whether section s reviews several years and the last of them, and the several
// are what was spoken of last: “十一五”时期和2010年工作回顾.
func (e *extractor) both(s int, stance report.Stance, now *clock) bool {
	sec := &e.rep.Sections[s]
	if stance != report.Review || sec.Year == 0 || sec.SpanEnd != sec.Year || sec.SpanStart >= sec.SpanEnd || e.times[now.spanned].year != sec.SpanEnd {
		return false
	}
	for ; s > 0; s = e.rep.Sections[s].Parent {
		for i := e.rep.Sections[s].Heading.Start; i < e.rep.Sections[s].Heading.End; i++ {
			if isDigit(e.rs[i]) && now.turned != s {
				return false // 2010年和“十一五”工作回顾, but for what follows “十一五”时期，…
			}
			if e.rs[i] == '五' {
				return true
			}
		}
	}
	return false
}

// speaksOfLast reports whether a time phrase names the last year of the several that
// its section reviews.
func (e *extractor) speaksOfLast(c int, t *timePhrase) bool {
	sec := &e.rep.Sections[e.rep.Sentences[e.rep.Clauses[c].Sentence].Section]
	return e.at(t.pos.Start) != '现' && e.stance(c) == report.Review && sec.SpanEnd != 0 && sec.Year == 0 && t.year == e.contextYear(c)
}

// item reports whether section s is an item of a list: —— or 第一，.
func (e *extractor) item(s int) bool {
	l := &e.rep.Sections[s].Label
	return l.Valid() && (e.rs[l.Start] == '—' || e.rs[l.Start] == '第' || e.rs[l.Start] == '－' || e.rs[l.Start] == '●')
}

// comparison notes the year that a clause without figures compares with.
func (e *extractor) comparison(c int, now *clock) {
	pos := e.rep.Clauses[c].Pos
	if e.cls[c].time == e.cls[c].timeEnd || !e.hasBefore(pos.End, "相比") && !e.hasBefore(pos.End, "比较") && !e.yearAgainst(c) {
		return
	}
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if e.comparing(e.times[k].pos.Start) && e.times[k].to != "" {
			now.compared = e.times[k].to
		}
	}
}

// yearAgainst reports whether clause c only sets one year against another: 2020年比2015年，….
func (e *extractor) yearAgainst(c int) bool {
	const least = 2 // years
	n := e.cls[c].timeEnd - e.cls[c].time
	if n < least {
		return false
	}
	last := &e.times[e.cls[c].timeEnd-1]
	return last.pos.End == e.rep.Clauses[c].Pos.End && !last.relative && e.comparing(last.pos.Start) && e.opensClause(c, e.times[e.cls[c].time].pos.Start)
}

// carryTime notes the time phrase that clause c opens with: it holds for the
// sentence, and for the paragraph if it covers years.
func (e *extractor) carryTime(c int, now *clock) {
	if now.carry >= 0 && e.comingSpan(&e.times[now.carry]) && !e.times[now.carry].ends && (c > now.ahead && !e.alsoComing(c, now.carry) || c == now.ahead && e.inPassing(c-1, now.carry)) {
		now.carry = -1
	}
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		t := &e.times[k]
		if e.plans(c, t) && e.stance(c) != report.Review {
			now.carry, now.ahead = int(k), len(e.rep.Clauses)
			continue
		}
		if e.frameTime(c, t) {
			continue
		}
		_, among := e.amongAt(c)
		if among {
			continue
		}
		if t.counted {
			if now.lead >= 0 && now.carry == now.lead && e.opensClause(c, t.pos.Start) {
				now.carry = -1 // 五年新建铁路300公里，高速公路增加… behind 去年…
			}
			continue
		}
		if e.comingSpan(t) && !t.deadline && e.stance(c) != report.Review && (e.stance(c) != report.Goals && !e.headed(c, t) || !e.opensClause(c, t.pos.Start)) {
			now.carry, now.ahead = int(k), c+1
			continue
		}
		if t.span && e.hasBefore(e.rep.Clauses[c].Pos.End, "的基础上") {
			continue // 2024年，全市出口在2021年到2023年年均增长8%的基础上，再增长12%
		}
		if t.brief || t.ends && e.looksAhead(c) && t.year < e.rep.Year {
			now.carry, now.once = int(k), true // 从2021年到2023年，投资增长9%。必须抓好三个方面
			continue
		}
		now.once = false
		if t.span {
			now.several = e.rep.Sentences[e.rep.Clauses[c].Sentence].Section
			now.spanned, now.carry = int(k), int(k)
			if c == now.first && e.opensClause(c, t.pos.Start) {
				now.turned = now.several
				if s := e.rep.Clauses[c].Sentence; s == 0 || e.rep.Sentences[s-1].Pos.Start <= e.rep.Sections[now.several].Heading.Start {
					now.opened = now.several
				}
			}
			if e.at(t.pos.Start) == '近' && c > e.rep.Sentences[e.rep.Clauses[c].Sentence].First {
				now.spanned = -1 // 在教育方面，重点抓好学校建设，近三年，投入8.6亿元
			}
			if t.year > e.contextYear(c) && e.stance(c) == report.Review {
				now.spanned, now.carry = -1, -1
			}
			continue
		}
		if !e.opensClause(c, t.pos.Start) && !e.describedYear(c, t) {
			if now.carry >= int(e.cls[c].time) && e.hasAt(t.pos.Start, "全年") && strings.Contains(e.times[now.carry].to, "-") {
				now.carry = now.lead // 上半年突破2亿元、全年达到5亿元
			}
			continue
		}
		now.carry = int(k)
		if !t.relative && now.lead < 0 && !now.told && (c == e.rep.Sentences[e.rep.Clauses[c].Sentence].First || e.at(t.pos.Start) == '刚') && e.speaksOfLast(c, t) {
			now.lead = int(k) // 本届政府任期五年…。2007年，…
		}
		if t.relative && t.from == t.to && len(t.to) == 4 {
			if now.spanned >= 0 && now.told {
				now.passed = now.spanned // 五年累计21亿元，仅去年就达8亿元
			}
			now.spanned = -1
			if now.lead < 0 && c == e.rep.Sentences[e.rep.Clauses[c].Sentence].First && e.speaksOfLast(c, t) {
				now.lead = int(k) // 去年… in a review of several years: so does the rest of the paragraph
			}
		}
	}
}

// inPassing reports whether time phrase k stands in clause c behind what is to come about by
// then, and a verb opens the next one: 产量三年内达到30万辆，新建工厂3家.
func (e *extractor) inPassing(c, k int) bool {
	const shortest = 3 // runes of what is to come about, as no 全市 has
	if int32(k) < e.cls[c].time || int32(k) >= e.cls[c].timeEnd || e.stripLeft(c, span{Start: e.rep.Clauses[c].Pos.Start, End: e.times[k].pos.Start}, true).Len() < shortest {
		return false
	}
	return e.opensWithDeed(c + 1)
}

// opensWithDeed reports whether clause c opens with a verb that says what is done.
func (e *extractor) opensWithDeed(c int) bool {
	t, ok := e.tokenAt(c, e.rep.Clauses[c].Pos)
	return ok && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain)
}

// alsoComing reports whether clause c still tells what rises over the years of time phrase k,
// which stands alone at the head of its sentence: 未来三年，财政收入年均增长6%，农民收入增长8%, but
// not the deed in …，新建工厂3家.
func (e *extractor) alsoComing(c, k int) bool {
	t := &e.times[k]
	return t.pos.Start >= e.rep.Sentences[e.rep.Clauses[c].Sentence].Pos.Start && e.at(t.pos.End) == '，' && e.cls[c].roles.Is(lexicon.Up|lexicon.Down) && e.opensClause(e.rep.Sentences[e.rep.Clauses[c].Sentence].First, t.pos.Start) && !e.opensWithDeed(c)
}

// plans reports whether clause c opens with a plan that says what follows:
// 按照“十四五”规划要求, “七五”计划规定.
func (e *extractor) plans(c int, t *timePhrase) bool {
	if !t.span {
		return false
	}
	if _, ok := e.anyAt(t.pos.End, "计划", "规划"); !ok {
		return false
	}
	pos := e.rep.Clauses[c].Pos
	_, follows := e.anyAt(pos.Start, "按", "根据", "依据")
	_, says := e.anyBefore(pos.End, "规定", "要求", "提出", "确定")
	const near = 12 // runes of what may stand before the plan: 根据调整后的
	return (follows || says) && t.pos.Start-pos.Start <= near && e.cls[c].numEnd-e.cls[c].num <= 2
}

// headed reports whether the heading over clause c names the coming years that t covers:
// 今后五年目标和2023年重点工作.
func (e *extractor) headed(c int, t *timePhrase) bool {
	sec := &e.rep.Sections[e.rep.Sentences[e.rep.Clauses[c].Sentence].Section]
	return sec.SpanEnd == t.year && sec.SpanEnd != sec.SpanStart
}

// comingSpan reports whether a time phrase covers coming years: 未来三年.
func (e *extractor) comingSpan(t *timePhrase) bool {
	return t.span && e.rep.Year > 0 && t.year > e.rep.Year
}

// framedTimes stand behind a time that does not say when.
var framedTimes = phrasesOf("总和", "之和", "规划", "计划", "”规划", "”计划", "”国", "行动", "目标", "末的", "平均", "年均", "”时期的", "”普法", "建设", "任务", "”去", "不变价", "价格", "可比价", "物价")

// timeFramers stand before a time that does not say when.
var timeFramers = phrasesOf("比", "较", "于", "由", "从", "完成", "实施", "编制", "制定", "自", "是", "同", "与", "恢复到", "恢复至", "恢复")

// goalNames are what the goals of several years are called.
var goalNames = phrasesOf("奋斗目标", "主要目标", "发展目标", "预期目标", "主要预期目标", "总体目标", "主要奋斗目标", "主要发展目标")

// frameTime reports whether a time phrase does not say when: 三年行动, 2000年的,
// 比2015年.
func (e *extractor) frameTime(c int, t *timePhrase) bool {
	if t.from == "" {
		return true
	}
	if e.at(t.pos.End) == '的' && (!t.relative || t.span) {
		goals := e.isAt(t.pos.End+1, goalNames)
		return !goals || !e.comingSpan(t) // “十一五”时期的奋斗目标是
	}
	if _, ok := e.oneAt(t.pos.End, framedTimes); ok && !(t.span && (e.hasAt(t.pos.End, "平均每年") || e.hasAt(t.pos.End, "年均增"))) {
		return true
	}
	if w, ok := e.oneBefore(t.pos.Start, timeFramers); ok && !(t.ends && (w == "从" || w == "自") || t.deadline && w == "完成") || e.at(t.pos.Start-1) == '的' && e.comparesFrom(e.rep.Clauses[c].Pos.Start, t.pos.Start) {
		return true
	}
	return e.doneThen(t) || t.span && e.at(t.pos.End-1) == '”' && t.pos.Start-1 > e.rep.Clauses[c].Pos.Start && e.setFor(t.pos.End)
}

// setFor reports whether what stands at offset i behind a plan is what the plan sets, and
// not what came about in its years: “十二五”淘汰任务.
func (e *extractor) setFor(i int) bool {
	const furthest = 6 // runes of what it is about
	for k := i; k <= i+furthest && !e.ends(k) && e.rs[k] != '、'; k++ {
		if e.hasAt(k, "任务") || e.hasAt(k, "目标") {
			return true
		}
	}
	return false
}

// doneThen reports whether t only tells when that was done which stands behind it: 2010年以前
// 建成的老旧小区, 2009年到期的政策 of the year after.
func (e *extractor) doneThen(t *timePhrase) bool {
	if t.span || t.relative {
		return false
	}
	if e.at(t.pos.End) == '到' && t.year < e.rep.Year && e.hasAt(t.pos.End, "到期的") {
		return true
	}
	if !t.deadline || e.at(t.pos.End-1) != '前' {
		return false
	}
	v, ok := e.lex.At(e.rs, t.pos.End, lexicon.ClassVerb)
	return ok && e.at(int(v.End)) == '的'
}

// describedYear reports whether clause c is no more than a year and what it was like: 旱情最重的
// 2009年.
func (e *extractor) describedYear(c int, t *timePhrase) bool {
	pos := e.rep.Clauses[c].Pos
	return t.pos.End == pos.End && !t.relative && !t.span && e.at(t.pos.Start-1) == '的' && e.cls[c].timeEnd-e.cls[c].time == 1
}

// opensClause reports whether only words that say nothing of their own stand
// before offset i in clause c.
func (e *extractor) opensClause(c, i int) bool {
	start := e.rep.Clauses[c].Pos.Start
	const few = 4
	return i-start <= few || e.at(start) == '受' && e.skipCircumstance(e.rep.Clauses[c].Pos) == i
}

// objectOf is what a clause without figures is about: its words behind the
// verb it opens with.
func (e *extractor) objectOf(c int) string {
	if c < 0 {
		return ""
	}
	core := e.stripLeft(c, e.rep.Clauses[c].Pos, true)
	if e.at(core.Start) == '在' {
		core = e.behindPlace(c, core)
	}
	const near = 3 // runes before 把: 坚持把
	if put := e.index(core.Start, min(core.End, core.Start+near), "把"); put >= 0 && !e.longerWord(put) {
		if at := e.index(put, core.End, "作为"); at > put+1 {
			return e.text(span{Start: put + 1, End: at}) // 坚持把苹果作为首要产业
		}
	}
	const shortest = 4
	for _, t := range e.tokens(c, core) {
		if int(t.Start) >= core.Start+shortest && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Reach) && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) && t.End-t.Start >= 2 && !e.tailHead(span{Start: int(t.End), End: core.End}) {
			core.End = int(t.Start) // 农机具购置补贴覆盖到所有县
			break
		}
	}
	if w, ok := e.oneBefore(core.End, wholly); ok && core.Len() >= shortest+runeCount(w) {
		core.End -= runeCount(w) // 灾后重建任务全面 of 灾后重建任务全面完成
	}
	if at := e.index(core.Start+shortest, core.End, "进行了"); at > 0 {
		core.End = at // 办事机构进行了精简，精简后为18个
	}
	core.End = e.saidFrom(c, core)
	if core.Len() > shortest && strings.ContainsRune("小低弱少慢", e.rs[core.End-1]) {
		core.End-- // 经济总量小，仅占全州的…
	}
	return e.text(e.behindChange(c, core))
}

// behindPlace is core less the place that it opens with, behind which a verb stands: 推行合作医疗
// of 在全国农村全面推行合作医疗; core where none does.
func (e *extractor) behindPlace(c int, core span) span {
	const place = 2 // runes
	for _, t := range e.tokens(c, core) {
		if int(t.Start) > core.Start+place && int(t.End)+place < core.End && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) {
			return span{Start: int(t.Start), End: core.End}
		}
	}
	return core
}

// wholly stand behind a thing, before what says that it was done.
var wholly = phrasesOf("任务全面", "任务全部", "任务圆满", "任务如期", "任务超额", "任务", "全面", "全部", "圆满", "如期")

// urgedOn is whom or what core urges to do what its last words say: 高新区 of 支持高新区争先
// 进位; empty elsewhere.
func (e *extractor) urgedOn(c int, core span) span {
	const shortest = 2 // runes of who
	w, ok := e.oneAt(core.Start, urgings)
	if !ok {
		return span{}
	}
	who := span{Start: core.Start + runeCount(w), End: core.End}
	toks := e.tokens(c, who)
	if n := len(toks); n > 0 && int(toks[n-1].End) == who.End && toks[n-1].Class&lexicon.ClassVerb != 0 && !toks[n-1].Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) && int(toks[n-1].Start) >= who.Start+shortest {
		who.End = int(toks[n-1].Start)
		return span{Start: who.Start, End: e.saidFrom(c, who)}
	}
	return span{}
}

// saidFrom is where what core says of the thing it opens with begins, at an adverb with
// nothing but verbs behind it: 基本恢复 of 生猪产能基本恢复; its end where it says nothing so.
func (e *extractor) saidFrom(c int, core span) int {
	const shortest = 2 // runes of the thing
	if at := core.End - quickened; at >= core.Start+shortest && (e.isAt(at, swiftly) || e.isAt(at, upgradings)) && !e.namesMore(span{Start: at + shortest, End: core.End}) {
		return at // 旅游业持续升温
	}
	if at := e.index(core.Start+shortest, core.End, "进行了"); at > 0 {
		return at // 经营网点进行了大范围调整
	}
	if e.isAt(core.End-shortest, degrees) && core.Len() >= quickened+shortest && e.verbBeforeAt(core.End-shortest) {
		return core.End - quickened // 工业生产增长较快
	}
	toks := e.tokens(c, core)
	from, end, said := core.End, core.End, false
	for k := len(toks) - 1; k >= 0 && int(toks[k].End) == end && int(toks[k].Start) >= core.Start+shortest; k-- {
		switch t := toks[k]; {
		case !said && e.completes(t):
			from = int(t.Start) // 一期建成投产
		case t.Role.Is(lexicon.Adverb) && said, t.Role.Is(lexicon.Void) && t.End-t.Start > shortest && !said:
			from = int(t.Start) // 再获丰收
		case t.Class&lexicon.ClassVerb == 0 || t.Role.Is(lexicon.Head) || t.Role.Is(lexicon.Plain) && !t.Role.Is(lexicon.Task) || t.Class&lexicon.ClassIndicator != 0:
			return from
		}
		end, said = int(toks[k].Start), true
	}
	return from
}

// swiftly are adverbs that open what is said of a thing, and no noun as 快速 does (快速通道).
var swiftly = phrasesOf("持续", "稳步", "不断", "明显", "显著", "迅速", "平稳", "逐步", "大幅", "逐年", "连年", "日益", "日趋", "逆势", "强势", "强劲", "蓬勃", "扎实", "顺利", "圆满", "加速", "加快", "健康", "有序")

// degrees stand behind a verb and say how much it is so.
var degrees = phrasesOf("较快", "较大", "很快", "很大", "明显", "显著")

// upgradings say of a thing that there is more of it or that it is better, in two verbs.
var upgradings = phrasesOf("提质扩容", "扩容提质", "提质增效", "提档升级", "提质升级", "转型升级", "提速增效", "提标扩面", "扩面提质", "做大做强", "量质齐升", "量质并举", "提质提效")

// quickened is how many runes each of these has, of swiftly with the verb behind it.
const quickened = 4

// namesMore reports whether a noun of the lexicon begins where p does.
func (e *extractor) namesMore(p span) bool {
	t, ok := e.lex.At(e.rs[:p.End], p.Start, lexicon.ClassAny)
	return ok && (t.Class&lexicon.ClassIndicator != 0 || t.Role.Is(lexicon.Head|lexicon.Rate|lexicon.Plain) && t.Class&lexicon.ClassVerb == 0)
}

// behindChange is a clause less the verb of change that it opens with, where what
// stands behind it is what changes: 下调单位缴费比例.
func (e *extractor) behindChange(c int, core span) span {
	t, ok := e.tokenAt(c, core)
	rest := e.trim(span{Start: int(t.End), End: core.End})
	switch {
	case !ok, !rest.Valid(), e.at(rest.Start) == '和', e.at(rest.Start) == '与':
		// 取消和下放审批事项
	case t.Role.Is(lexicon.Up|lexicon.Down) && e.endsIndicator(rest):
		return rest
	case t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Up|lexicon.Down|lexicon.Noun) && rest.Len() >= 4:
		return rest // 办理代表建议
	}
	return core
}

// measureChanged is what the clause before changes, less what it is of: 最低收购价 of
// 提高粮食最低收购价; "" where it changes no measure.
func (e *extractor) measureChanged(c int) string {
	const of = 2 // runes of what it is of: 粮食, 城乡
	const shortest = 3
	if c < 0 {
		return ""
	}
	core := e.stripLeft(c, e.rep.Clauses[c].Pos, true)
	rest := e.behindChange(c, core)
	if rest == core && e.at(core.End-1) != '率' && e.tailHead(core) && !e.verbIn(c, core) && e.rep.Clauses[c].Mark == '，' {
		return e.text(core) // 最低工资标准，一类区达到1900元
	}
	if _, plan := e.oneAt(core.Start, carryOuts); plan || rest == core || rest.Len() < of+shortest || !e.tailHead(rest) && !e.endsIndicator(rest) {
		return ""
	}
	if w, ok := e.lex.At(e.rs[:rest.End], rest.Start+of, lexicon.ClassAny); ok && w.End-w.Start >= of && !e.isAt(rest.Start, basics) {
		rest.Start += of
	}
	if w, ok := e.lex.At(e.rs[:rest.End], rest.Start, lexicon.ClassWord); ok && w.Role.Is(lexicon.Person) && rest.End-int(w.End) >= shortest {
		rest.Start = int(w.End) // 资助标准 of 困难学生资助标准
	}
	return e.text(rest)
}

// basics open the name of a measure and say of nothing that it is of it.
var basics = phrasesOf("基础", "基本", "最低", "平均")

// giveMeasure adds to each of topics the measure that the clause before changes, where it has
// one: 城市低保标准 for 城市每人每月提高60元 behind 提高城乡低保标准, 货船更新补贴比例 for
// 将货船、渔船分别从20%、35%提高 behind 提高更新补贴比例. It reports whether there is one.
func (e *extractor) giveMeasure(topics []string, st *state) bool {
	measure := e.measureChanged(st.object)
	for i := range topics {
		topics[i] = strings.TrimSuffix(topics[i], measure) + measure
	}
	return measure != ""
}
