package statement

import (
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
	"pledger/report"
)

// spanBefore is the span of years that a new paragraph inherits: the items of a
// list share the time of the paragraph that opens it.
func (e *extractor) spanBefore(now *clock, sent *report.Sentence) int {
	if now.spanned < 0 || !e.item(sent.Section) {
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
	if e.cls[c].time == e.cls[c].timeEnd || !e.hasBefore(pos.End, "相比") && !e.hasBefore(pos.End, "比较") {
		return
	}
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if _, ok := e.anyBefore(e.times[k].pos.Start, "同", "与", "和", "比"); ok && e.times[k].to != "" {
			now.compared = e.times[k].to
		}
	}
}

// changing notes the subject of a clause that tells a change without a figure:
// 原油产量继续增长，达到1.4亿吨.
func (e *extractor) changing(c int, st *state) {
	pos := e.rep.Clauses[c].Pos
	if e.rep.Clauses[c].Mark != '，' {
		return
	}
	whole := e.trim(pos)
	ends := e.endsIndicator(whole)
	if !ends && !e.endsIndicator(e.ungoaled(whole)) {
		// no indicator, wherever the subject begins
	} else if core := e.ungoaled(e.stripLeft(c, pos, true)); e.indicatorAt(core) {
		st.topic = e.text(core) // 农民人均纯收入，扣除价格因素，增长5%
		if names := e.names(c, core); len(names) > 1 {
			st.recent = append(st.recent, names...)
		} else {
			st.recent = append(st.recent, st.topic)
		}
		return
	}
	if ends && e.joinsInside(whole) {
		if names := e.listed(c, pos); names != nil {
			st.recent, st.topic = append(st.recent, names...), e.text(whole)
			return
		}
	}
	if topic := e.measureAlone(c, pos); topic != "" {
		st.topic, st.recent = topic, append(st.recent, topic)
		return
	}
	if topic := e.measureSaid(c, pos); topic != "" {
		st.topic, st.recent, st.said = topic, append(st.recent, topic), c
		return
	}
	if !e.cls[c].roles.Is(lexicon.Up | lexicon.Down) {
		return
	}
	if core := e.stripLeft(c, pos, true); core.End == pos.End {
		if rest := e.behindChange(c, core); rest != core && e.tailHead(rest) && e.opensChange(c, core) {
			st.topic = e.text(rest) // 扩大货币化安置比例，力争达到50%
			st.recent = append(st.recent, st.topic)
			return
		}
	}
	for _, t := range e.clauseTokens(c) {
		if !t.Role.Is(lexicon.Up | lexicon.Down) {
			continue
		}
		subject := e.stripLeft(c, span{Start: pos.Start, End: int(t.Start)}, true)
		toks := e.tokens(c, subject)
		for n := len(toks); n > 0 && int(toks[n-1].End) == subject.End && toks[n-1].Role.Is(lexicon.Adverb|lexicon.Void) && !toks[n-1].Role.Is(lexicon.Head); n-- {
			subject.End = int(toks[n-1].Start)
		}
		for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
			if s, ok := e.anyBefore(e.times[k].pos.Start, "从", "自"); ok && subject.Contains(e.times[k].pos) {
				subject.End = e.times[k].pos.Start - len([]rune(s)) // 出口从7月份开始回升
			}
		}
		for _, t := range e.tokens(c, subject) {
			if t.Role.Is(lexicon.Than|lexicon.Same) && int(t.Start) > subject.Start {
				subject.End = int(t.Start) // 物价上涨幅度比去年回落
				break
			}
		}
		if topic := e.text(e.behindChange(c, e.trim(subject))); e.rateWord(topic) || e.indicatorOf(topic) != nil {
			st.topic = topic
			st.recent = append(st.recent, topic)
		}
		return
	}
}

// opensChange reports whether core opens with a verb of change.
func (e *extractor) opensChange(c int, core span) bool {
	t, ok := e.tokenAt(c, core)
	return ok && t.Role.Is(lexicon.Up|lexicon.Down)
}

// measureAlone is the measure that a clause only names, for the next to give its
// value: 固定职工的比例，由50%上升到80%; "" where it says more.
func (e *extractor) measureAlone(c int, pos span) string {
	if !e.cls[c].roles.Is(lexicon.Rate|lexicon.Head) || c+1 >= len(e.cls) || e.cls[c+1].num == e.cls[c+1].numEnd || !e.isMeasure(c, pos) {
		return ""
	}
	core := e.stripLeft(c, pos, true)
	if e.verbIn(c, core) && !e.holds(core.Start, core.End, "用于") {
		return ""
	}
	return e.text(core)
}

// verbIn reports whether a verb that is no noun stands in p.
func (e *extractor) verbIn(c int, p span) bool {
	for _, t := range e.tokens(c, p) {
		if t.Class&lexicon.ClassVerb != 0 && t.Class&lexicon.ClassIndicator == 0 && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) {
			return true
		}
	}
	return false
}

// measureSaid is the measure that a clause without figures says something of: 民营企业
// 进出口占比首次过半, 进出口总额再创新高; "" where it says of none.
func (e *extractor) measureSaid(c int, pos span) string {
	if e.cls[c].class&lexicon.ClassIndicator == 0 && !e.cls[c].roles.Is(lexicon.Rate) {
		return ""
	}
	core := e.stripLeft(c, pos, true)
	for _, t := range e.tokens(c, core) {
		if int(t.End) == pos.End || t.Class&lexicon.ClassIndicator == 0 && !(t.Role.Is(lexicon.Rate) && t.End-t.Start > 1) {
			continue
		}
		if e.hasAt(int(t.End), "由负转正") || e.hasAt(int(t.End), "由降转升") {
			return e.text(span{Start: core.Start, End: int(t.End)})
		}
		if e.rs[t.End] == '在' {
			if _, ok := e.oneBefore(pos.End, circumstances); ok {
				return e.text(span{Start: core.Start, End: int(t.End)}) // 粮食总产量在上年增产的基础上
			}
		}
		n, ok := e.lex.At(e.rs[:pos.End], int(t.End), lexicon.ClassAny)
		if ok && n.Role.Is(lexicon.Adverb|lexicon.Void) && n.Class&lexicon.ClassVerb == 0 && !n.Role.Is(lexicon.Head|lexicon.Plain) {
			return e.text(span{Start: core.Start, End: int(t.End)})
		}
	}
	if !e.leavesOut(c + 1) {
		return ""
	}
	return e.text(e.measureOpens(c, core))
}

// leavesOut reports whether clause c leaves out what its first figure is of: how the value
// was reached, changed or ranks, and when, is all that stands before it, 达120亿元, 比上年增长8%.
func (e *extractor) leavesOut(c int) bool {
	if c >= len(e.cls) {
		return false
	}
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		if e.set.Mentions[i].What != IsFigure {
			continue
		}
		at, says := e.rep.Clauses[c].Pos.Start, false
		for _, t := range e.tokens(c, span{Start: at, End: e.nums[i].Full.Start}) {
			if int(t.Start) != at || t.Class&lexicon.ClassIndicator != 0 || !t.Role.Is(lexicon.Reach|lexicon.Up|lexicon.Down|lexicon.Ranking|lexicon.Same|lexicon.Than|lexicon.Annual|lexicon.Time|lexicon.Scope|lexicon.Adverb|lexicon.Void) {
				return false
			}
			says = says || t.Role.Is(lexicon.Reach|lexicon.Up|lexicon.Down|lexicon.Ranking)
			at = int(t.End)
		}
		return says && at == e.nums[i].Full.Start
	}
	return false
}

// measureOpens is the measure that core opens with, whatever is said of it: 进出口总额
// of 进出口总额再创新高; not valid where a verb or none opens it.
func (e *extractor) measureOpens(c int, core span) span {
	p := span{Start: core.Start, End: core.Start}
	for _, t := range e.tokens(c, core) {
		measure := t.Class&lexicon.ClassIndicator != 0 || t.Role.Is(lexicon.Rate|lexicon.Head)
		switch {
		case p.End > p.Start && (!measure || int(t.Start) != p.End):
			return p
		case measure:
			p.End = int(t.End)
		case t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Plain):
			return span{}
		}
	}
	return p
}

// listed are the indicators that a clause only lists, for the next to give their
// values: 农村居民人均纯收入和城镇居民人均可支配收入，分别达到…; nil where it says more.
func (e *extractor) listed(c int, pos span) []string {
	core := e.stripLeft(c, pos, true)
	names := e.names(c, core)
	if len(names) < 2 {
		return nil
	}
	for _, n := range names {
		if !e.indicatorWhole(n) {
			return nil
		}
	}
	return names
}

// joinsInside reports whether a mark or word that joins stands inside p: 、 和.
func (e *extractor) joinsInside(p span) bool {
	for _, r := range e.rs[p.Start:p.End] {
		switch r {
		case '、', '和', '与', '及':
			return true
		}
	}
	return false
}

// goalWords call a subject a goal.
var goalWords = phrasesOf("宏观调控目标", "调控目标", "预期目标", "目标")

// ungoaled is a subject less the words that call it a goal: 经济增长速度的调控目标.
func (e *extractor) ungoaled(p span) span {
	goal, ok := e.oneBefore(p.End, goalWords)
	if n := utf8.RuneCountInString(goal); ok && p.Len() > n {
		if p.End -= n; e.at(p.End-1) == '的' {
			p.End--
		}
	}
	return p
}

// carryTime notes the time phrase that clause c opens with: it holds for the
// sentence, and for the paragraph if it covers years.
func (e *extractor) carryTime(c int, now *clock) {
	if now.carry >= 0 && e.comingSpan(&e.times[now.carry]) && c > now.ahead {
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
		if t.span {
			now.several = e.rep.Sentences[e.rep.Clauses[c].Sentence].Section
			now.spanned, now.carry = int(k), int(k)
			if t.year > e.contextYear(c) && e.stance(c) == report.Review {
				now.spanned, now.carry = -1, -1
			}
			continue
		}
		if !e.opensClause(c, t.pos.Start) {
			continue
		}
		now.carry = int(k)
		if !t.relative && now.lead < 0 && !now.begun && c == e.rep.Sentences[e.rep.Clauses[c].Sentence].First && e.speaksOfLast(c, t) {
			now.lead = int(k) // 本届政府任期五年…。2007年，…
		}
		if t.relative && t.from == t.to && len(t.to) == 4 {
			now.spanned = -1
			if now.lead < 0 && e.speaksOfLast(c, t) {
				now.lead = int(k) // 去年… in a review of several years: so does the rest of the paragraph
			}
		}
	}
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
var framedTimes = phrasesOf("规划", "计划", "”规划", "”计划", "”国", "行动", "目标", "末的", "平均", "年均", "”时期的", "”普法", "建设", "任务", "”去")

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
		_, goals := e.oneAt(t.pos.End+1, goalNames)
		return !goals || !e.comingSpan(t) // “十一五”时期的奋斗目标是
	}
	if _, ok := e.oneAt(t.pos.End, framedTimes); ok {
		return true
	}
	_, ok := e.oneBefore(t.pos.Start, timeFramers)
	return ok
}

// opensClause reports whether only words that say nothing of their own stand
// before offset i in clause c.
func (e *extractor) opensClause(c, i int) bool {
	start := e.rep.Clauses[c].Pos.Start
	const few = 4
	return i-start <= few
}

// objectOf is what a clause without figures is about: its words behind the
// verb it opens with.
func (e *extractor) objectOf(c int) string {
	if c < 0 {
		return ""
	}
	core := e.stripLeft(c, e.rep.Clauses[c].Pos, true)
	const shortest = 4
	for _, t := range e.tokens(c, core) {
		if int(t.Start) >= core.Start+shortest && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Reach) && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) && t.End-t.Start >= 2 {
			core.End = int(t.Start) // 农机具购置补贴覆盖到所有县
			break
		}
	}
	if core.Len() > shortest && strings.ContainsRune("小低弱少慢", e.rs[core.End-1]) {
		core.End-- // 经济总量小，仅占全州的…
	}
	return e.text(e.behindChange(c, core))
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
	if _, plan := e.oneAt(core.Start, carryOuts); plan || rest == core || rest.Len() < of+shortest || !e.tailHead(rest) && !e.endsIndicator(rest) {
		return ""
	}
	if w, ok := e.lex.At(e.rs[:rest.End], rest.Start+of, lexicon.ClassAny); ok && w.End-w.Start >= of {
		rest.Start += of
	}
	return e.text(rest)
}
