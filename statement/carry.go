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

// carriesComing reports whether the sentence speaks of coming years whose end was not named:
// 未来三年, but not 2026年到2030年.
func (e *extractor) carriesComing(now *clock) bool {
	return now.carry >= 0 && e.comingSpan(&e.times[now.carry]) && !e.times[now.carry].ends
}

// endComing lets the clock forget such years where clause c no longer tells of them.
func (e *extractor) endComing(c int, now *clock) {
	if e.carriesComing(now) && (c > now.ahead && !e.alsoComing(c, now.carry) || c == now.ahead && e.inPassing(c-1, now.carry)) {
		now.carry = -1
	}
}

// carryTime notes the time phrase that clause c opens with: it holds for the
// sentence, and for the paragraph if it covers years.
func (e *extractor) carryTime(c int, now *clock) {
	e.endComing(c, now)
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
	return ok && isDeed(t)
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
