package statement

import (
	"strconv"

	"pledger/report"
)

// period decides the period that f speaks of.
func (e *extractor) period(f *Figure, r *run, now *clock, i int) {
	year := e.contextYear(r.clause)
	f.Period = yearString(year)
	if r.passing {
		if r.held != "" {
			f.Period = r.held
		}
		e.traced(f, "period:", "passing")
		return
	}
	if f.Kind == Streak && e.looksAhead(r.clause) && e.afterThat(r) {
		f.Period = yearString(e.rep.Year - 1)
		e.traced(f, "period:", "before")
		return
	}
	if f.Kind == Growth && !r.first {
		if from := e.streakFrom(r); from > 0 {
			f.Period = yearString(from) + "/" + yearString(e.rep.Year-1)
			e.traced(f, "period:", "streak")
			return
		}
	}
	k, rule := e.timeFor(r, now, i)
	if k >= 0 {
		t := &e.times[k]
		f.Period = t.period()
		year = t.year
		if t.span {
			year, rule = e.inSpan(f, r, now, k, i, rule)
		}
	}
	if r.n > 1 && k >= 0 && (rule == "clause" || rule == "next") {
		if each := e.eachTime(r, k, i); each != "" {
			f.Period, rule = each, rule+"-each"
		}
	}
	if r.n == yearInQuarters && e.holds(e.rep.Clauses[r.clause].Pos.Start, r.left.End, "四个季度") && e.eachHas(r) {
		f.Period, rule = quarterOfYear(year, r.slotOf(i)), "quarters"
	}
	if now.flowed != "" && r.first && rule != "clause" && rule != "next" && e.partOfFlow(f, r, now) {
		f.Period, rule = now.flowed, "flow-among"
	}
	year, rule = e.overTime(f, r, now, k, year, rule)
	rule = e.sinceBase(f, r, now, year, rule)
	e.noteBase(f, r, now)
	if f.Kind == Share && rule != "clause" {
		rule = e.sharedFlow(f, r, rule)
	}
	e.traced(f, "period:", rule)
}

// streakFrom is the first year of the streak that what is to come builds on, where the run tells how
// fast it went: 在连续两年增长13%的基础上; 0 elsewhere.
func (e *extractor) streakFrom(r *run) int {
	i := r.nums[0] - 1
	prev := &e.set.Figures[r.figure-1]
	if prev.Kind != Streak || !e.looksAhead(r.clause) || prev.Clause != r.clause || prev.Pos != e.nums[i].Pos || e.at(prev.Pos.End) != '年' || prev.Period != yearString(e.rep.Year-1) {
		return 0
	}
	return e.rep.Year - e.plainValue(i)
}

// overTime gives f, of time phrase k that was found by rule, the years that a yearly rate is of,
// the end of the years that a multiple is told of, and those up to a target's year. It returns
// the year that f is of or ends in, and the rule.
func (e *extractor) overTime(f *Figure, r *run, now *clock, k, year int, rule string) (int, string) {
	if r.pred.annual && f.Kind == Growth && now.base == "" {
		s := -1
		if rule != "clause" && rule != "next" {
			s = e.countedInSentence(r)
		}
		if s < 0 && (k < 0 || !e.times[k].span) {
			s = e.spanOf(r, now)
		}
		if s >= 0 {
			f.Period, year, rule = e.times[s].period(), e.times[s].year, "span"
		}
	}
	if k < 0 {
		return year, rule
	}
	t := &e.times[k]
	if f.Kind == Multiple && t.span {
		f.Period = yearString(year)
	}
	if (r.pred.annual || rule == "sentence" && e.overYears(f, r)) && t.deadline && t.year > e.rep.Year && e.rep.Year > 0 {
		from := e.rep.Year
		if sec := &e.rep.Sections[f.Section]; sec.SpanEnd == t.year && sec.SpanStart > from {
			from = sec.SpanStart // “十五五”时期目标：到2030年，年均增长5%
		}
		f.Period, rule = yearString(from)+"/"+yearString(t.year), rule+"-until"
	}
	if t.relative && e.looksAhead(r.clause) && !t.span && t.year >= e.rep.Year {
		f.Period = yearString(t.year)
	}
	return year, rule
}

// sinceBase gives f the years from the one that it is compared with, and the start of a change
// the year that it was so in; year is what f is of otherwise. It returns the rule.
func (e *extractor) sinceBase(f *Figure, r *run, now *clock, year int, rule string) string {
	if b, end := e.baseYear(f, r, now); b != "" {
		if end == "" {
			end = yearString(year)
		}
		f.Period = b + "/" + end
		if r.pred.than.Valid() && now.base == "" {
			now.base, now.since = b, b // 比2002年增长87.6%，年均增长13.4%
		}
		return "base"
	}
	if !r.pred.from || r.pred.time >= 0 {
		return rule
	}
	end := e.nums[r.nums[0]].Full.Start
	if e.at(end-1) == '的' {
		end--
	}
	f.Period = yearString(year - 1)
	if n := e.yearsAgo(span{Start: r.left.Start, End: end}); n > 0 {
		f.Period = yearString(year - n) // 由三年前的45%提高到62.5%
	} else if now.compared != "" {
		f.Period = now.compared // 1998年同1990年相比，收入由12亿元增加到22亿元
		return "compared"
	} else if now.begun >= 0 && now.carry < now.begun {
		f.Period = e.times[now.begun].to // 一产占比由2015年的12%降到2020年的9%，三产占比由38%升到45%
	} else if k := e.spanHeld(r, now); k >= 0 {
		f.Period = e.spanStart(k)
		now.base = f.Period
		return "before-span"
	} else if now.since != "" {
		f.Period = now.since
		return "before-base"
	}
	return "before"
}

// noteBase notes the year that f is compared with, for the yearly rates that follow.
func (e *extractor) noteBase(f *Figure, r *run, now *clock) {
	if f.Kind == Level && r.pred.change && r.pred.than.Valid() && now.base == "" {
		now.base = e.yearIn(r.clause, r.pred.than) // 比2000年增加3亿元，年均增长9%
	}
	if r.pred.multiple.Valid() && now.base == "" {
		now.base = e.yearIn(r.clause, r.pred.multiple) // 是2010年的1.8倍，年均递增12.5%
	}
	if r.pred.from && r.pred.time >= 0 {
		now.base = e.times[r.pred.time].to
		if t := &e.times[r.pred.time]; !t.span && !t.relative {
			now.begun = r.pred.time
		}
	}
}

// sharedFlow gives a share of a sum over years, which it follows, the years of that: 两年累计退出
// 产能4590万吨，占全国的近十分之一. It returns the rule.
func (e *extractor) sharedFlow(f *Figure, r *run, rule string) string {
	if !f.inherited || !r.first || !r.pred.ratio || r.pred.from || r.figure == 0 {
		return rule
	}
	prev := &e.set.Figures[r.figure-1]
	if prev.Kind == Growth && r.figure > 1 && prev.Clause == r.clause-1 {
		prev = &e.set.Figures[r.figure-2] // 累计支出17亿元，年均增长6%，占财政支出的六成
	}
	if prev.Clause < r.clause-2 || prev.Kind != Level || !e.holds(prev.Quote.Start, prev.Pos.Start, "累计") || len(prev.Period) != len("2016/2020") {
		return rule
	}
	f.Period = prev.Period
	return "flow"
}

// inSpan decides of which part of a span of years, time phrase k that was found by rule, f is
// whose number is i: of all of it, of the last year, or of one of its own. It returns the year
// that f is of or ends in, and the rule.
func (e *extractor) inSpan(f *Figure, r *run, now *clock, k, i int, rule string) (year int, by string) {
	t := &e.times[k]
	other := now.flowed != "" && rule != "clause" && rule != "next" // no time of its clause's own
	if first := e.eachYear(r, t); first > 0 {
		year = first + r.slotOf(i)
		f.Period = yearString(year)
		return year, rule + "-each" // 前三年分别增长4%、5%和3%
	}
	switch {
	case e.nowOnly(f, r) && !t.counted:
		f.Period = yearString(t.year)
		rule += "-end"
	case other && e.listedOn(f, r):
		f.Period = now.flowed // 五年建成新线600公里，复线300公里
		rule += "-list"
	case other && f.Kind == Level && e.among(r.clause) && e.inMoney(r) && !r.pred.reach && (r.first || e.joinsBefore(r.left.Start+1)):
		f.Period = now.flowed // 五年支出90亿元，其中用于道路的资金30亿元、桥梁20亿元
		rule += "-among"
	case now.flowed != "" && f.Kind == Share && r.first && e.goesTo(r):
		f.Period = now.flowed // 五年累计支出4800亿元，九成用于农村
		rule += "-part"
	case !t.counted && e.atEnd(f, r, t):
		f.Period = yearString(t.year)
		rule += "-end"
	case f.Kind == Level:
		now.flowed = f.Period
	default:
		now.flowed = ""
	}
	return t.year, rule
}

// partOfFlow reports whether f tells what part of the amount before it, which came about over years
// and goes by the same measure, is of a kind: 五年内改造灌区5个，其中大型灌区2个, 取得成果33项，有9项获得奖励; not of what that
// has reached by the end.
func (e *extractor) partOfFlow(f *Figure, r *run, now *clock) bool {
	if f.Kind != Level && f.Kind != Count || r.pred.reach && e.among(r.clause) || r.figure == 0 {
		return false
	}
	if start := e.rep.Clauses[r.clause].Pos.Start; !e.among(r.clause) && !(r.clause > 0 && e.among(r.clause-1) && e.cls[r.clause-1].num == e.cls[r.clause-1].numEnd) && !(e.at(start) == '有' && r.left.End == start+1) {
		return false
	}
	whole := &e.set.Figures[r.figure-1]
	return whole.Period == now.flowed && whole.Kind == Level && whole.Quantity.Unit == f.Quantity.Unit
}

// eachYear is the first of the years that t counts where the run tells something of each: 前三年
// 分别增长4%、5%和3%; 0 elsewhere.
func (e *extractor) eachYear(r *run, t *timePhrase) int {
	if r.n == 1 || t.pos.Start < e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].Pos.Start || t.pos.End > r.left.End || !e.holds(max(t.pos.End, r.left.Start), r.left.End, "分别") {
		return 0
	}
	if e.set.Figures[r.figure].Subject != e.set.Figures[r.figure+len(r.nums)-1].Subject {
		return 0 // 过去三年，客运量、货运量、港口吞吐量分别增长7%、8%和9%
	}
	from, err := strconv.Atoi(t.from)
	if err != nil || t.year-from+1 != r.n {
		return 0
	}
	return from
}

// goings are verbs of where a part of a sum goes.
var goings = phrasesOf("用于", "投向", "用在", "投到", "来自")

// goesTo reports whether the run tells what part of a sum told before goes where.
func (e *extractor) goesTo(r *run) bool {
	return e.isAt(r.right.Start, goings) && e.trim(r.left).Len() <= len("其中")/hanSize
}

// countedInSentence is the time phrase before the clause of the run in its sentence that counts
// the years of which an average is told: 总量三年翻番，年均增长26%; -1 where there is none.
func (e *extractor) countedInSentence(r *run) int {
	start := e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].Pos.Start
	for k := int(e.cls[r.clause].time) - 1; k >= 0 && e.times[k].pos.Start >= start; k-- {
		if t := &e.times[k]; t.span && t.counted && t.to != "" {
			return k
		}
	}
	return -1
}

// overYears reports whether the run tells what comes about over the years up to the one that was
// named: 累计减少贫困人口10万人, 每年提高1.8个百分点.
func (e *extractor) overYears(f *Figure, r *run) bool {
	if f.Kind == Growth {
		return e.hasBefore(r.pred.verb.Start, "累计")
	}
	return f.Kind == Level && !r.pred.reach && (r.pred.total || e.holds(e.rep.Clauses[r.clause].Pos.Start, r.left.End, "累计")) || f.Kind == PP && e.holds(r.left.Start, r.left.End, "每年")
}

// nowOnly reports whether a figure in a span of years is of its last year whatever it
// measures: it is held against the year before or what was at no year named, is what many
// years brought about, or tells what is still amiss.
func (e *extractor) nowOnly(f *Figure, r *run) bool {
	if f.Kind == Growth && !r.pred.annual && (r.pred.same || e.sinceThen(r.pred.than) || e.manyYears(r.clause)) {
		return true
	}
	return e.stance(r.clause) == report.Problems
}

// thens end a comparison with what was at a time of no year.
var thens = phrasesOf("之初", "之前", "初期", "设立时", "成立时", "实施时", "建立时", "推行时")

// sinceThen reports whether a comparison is with what was at a time of no year: 改革之初.
func (e *extractor) sinceThen(than span) bool {
	if !than.Valid() {
		return false
	}
	_, ok := e.oneBefore(than.End, thens)
	return ok && !isDigit(e.at(than.End-3)) && e.at(than.End-3) != '年'
}

// manyYears reports whether clause c or its sentence opens with 多年来 and the like: what it
// tells was so in all by the end of a span.
func (e *extractor) manyYears(c int) bool {
	for _, at := range [...]int{e.rep.Clauses[c].Pos.Start, e.rep.Clauses[e.rep.Sentences[e.rep.Clauses[c].Sentence].First].Pos.Start} {
		if e.at(at) == '多' && e.hasAt(at, "多年") {
			return true
		}
	}
	return false
}

// looksAhead reports whether clause c belongs to a part about the plan year.
func (e *extractor) looksAhead(c int) bool {
	switch e.stance(c) {
	case report.Goals, report.Arrangement, report.Discipline:
		return true
	}
	return false
}

// yearString writes a year, "" for an unknown one.
func yearString(y int) string {
	if y <= 0 {
		return ""
	}
	return yearText(y)
}

// timeFor finds the time phrase that holds for number i: next to it, nearest
// before it in its clause, carried by the sentence or by the paragraph.
func (e *extractor) timeFor(r *run, now *clock, i int) (int, string) {
	if r.pred.time >= 0 && e.times[r.pred.time].to != "" && !e.doneThen(&e.times[r.pred.time]) && !e.partOfThen(r, &e.times[r.pred.time]) {
		return r.pred.time, "next"
	}
	for k := int(e.cls[r.clause].timeEnd) - 1; k >= int(e.cls[r.clause].time); k-- {
		t := &e.times[k]
		if r.pred.whole.Valid() && r.pred.whole.Overlaps(t.pos) || r.pred.multiple.Valid() && r.pred.multiple.Overlaps(t.pos) {
			continue // 恢复到上年的八成, 是1950年到1997年总和的1.7倍, 为上年的3倍
		}
		if t.pos.End <= e.nums[i].Pos.Start && t.to != "" && !e.frameTime(r.clause, t) && !e.partOfThen(r, t) {
			return k, "clause"
		}
	}
	if r.first && r.pred.change {
		if k := e.yearBefore(r); k >= 0 {
			now.carry = max(now.carry, k)
			return k, "sentence"
		}
	}
	// 全年 and the like behind the number say nothing; 年内建成 behind it neither
	if now.carry >= 0 && e.times[now.carry].to != "" {
		if e.byNow(r, &e.times[now.carry]) {
			return e.sectionSpan(r.clause), "section"
		}
		return now.carry, "sentence"
	}
	if now.spanned >= 0 {
		return now.spanned, "paragraph"
	}
	return e.sectionSpan(r.clause), "section"
}

// yearBefore is the time phrase of the year that the clause before told an amount of, which the run
// says how much more it was: 产值2020年达到59亿元，比2015年增长42%, 其中2020年14亿元，增加2亿元; -1
// elsewhere.
func (e *extractor) yearBefore(r *run) int {
	c := r.clause - 1
	if r.figure == 0 || c < 0 || e.cls[c].time == e.cls[c].timeEnd || !e.set.Figures[r.figure].inherited {
		return -1
	}
	prev, k := &e.set.Figures[r.figure-1], int(e.cls[c].timeEnd)-1
	t := &e.times[k]
	if prev.Clause != c || prev.Kind != Level || prev.Period != t.to || t.span || t.from != t.to || e.rep.Clauses[c].Sentence != e.rep.Clauses[r.clause].Sentence || e.frameTime(c, t) {
		return -1
	}
	return k
}

// byNow reports whether the run tells what has been reached since the year that its sentence
// opens with: 2017年县里提出用三年时间消除危房，已拆除3万平方米.
func (e *extractor) byNow(r *run, t *timePhrase) bool {
	if t.span || t.relative || t.year >= e.contextYear(r.clause) || e.stance(r.clause) != report.Review {
		return false
	}
	for c := r.clause; c >= 0 && e.rep.Clauses[c].Pos.Start > t.pos.End; c-- {
		if e.holds(e.rep.Clauses[c].Pos.Start, min(e.rep.Clauses[c].Pos.End, r.left.End), "已") {
			return true
		}
	}
	return false
}

// sectionSpan is the time phrase for a section whose heading names a span of
// years and no year, -1 for others.
func (e *extractor) sectionSpan(c int) int {
	s := e.rep.Sentences[e.rep.Clauses[c].Sentence].Section
	sec := &e.rep.Sections[s]
	if sec.SpanEnd == 0 || sec.Year != 0 {
		return -1
	}
	if e.spans == nil {
		e.spans = make(map[int]int)
	}
	k, ok := e.spans[s]
	if !ok {
		k = len(e.times)
		e.times = append(e.times, timePhrase{from: yearString(sec.SpanStart), to: yearString(sec.SpanEnd), year: sec.SpanEnd, span: sec.SpanStart != sec.SpanEnd})
		e.spans[s] = k
	}
	return k
}

// spanHeld is the time phrase of the span of years that the run speaks of, -1
// where it speaks of none.
func (e *extractor) spanHeld(r *run, now *clock) int {
	switch {
	case now.carry >= 0 && e.times[now.carry].span && !e.times[now.carry].counted:
		return now.carry
	case now.carry >= 0 && now.spanned >= 0 && e.times[now.carry].year == e.times[now.spanned].year:
		if sent := &e.rep.Sentences[e.rep.Clauses[r.clause].Sentence]; e.both(sent.Section, sent.Stance, now) {
			return now.spanned // “十一五”时期…。2010年，第三产业比重由30%提高到36%
		}
		if now.lead < 0 && e.speaksOfLast(r.clause, &e.times[now.carry]) {
			return e.sectionSpan(r.clause)
		}
		return -1
	case now.carry >= 0 && e.speaksOfLast(r.clause, &e.times[now.carry]) && now.lead < 0:
		return e.sectionSpan(r.clause)
	case now.carry >= 0:
		return -1
	case now.spanned >= 0:
		return now.spanned
	}
	return e.sectionSpan(r.clause)
}

// spanOf is the time phrase of the span that the paragraph or the section speaks of,
// -1 where there is none.
func (e *extractor) spanOf(r *run, now *clock) int {
	if now.spanned >= 0 {
		return now.spanned
	}
	if e.stance(r.clause) != report.Review {
		return -1
	}
	return e.sectionSpan(r.clause)
}

// spanStart is where a change over a span starts: the year before it, but its first where that is
// named to say so, 2016年到2020年，由45%提高到52%.
func (e *extractor) spanStart(k int) string {
	if e.times[k].ends {
		return e.times[k].from
	}
	y, err := strconv.Atoi(e.times[k].from)
	if err != nil {
		return ""
	}
	return yearString(y - 1)
}
