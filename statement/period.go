package statement

import (
	"strconv"
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
)

// period decides the period that f speaks of.
func (e *extractor) period(f *Figure, r *run, now *clock, i int) {
	year := e.contextYear(r.clause)
	f.Period = yearString(year)
	if r.passing {
		e.traced(f, "period:", "passing")
		return
	}
	k, rule := e.timeFor(r, now, i)
	if k >= 0 {
		t := &e.times[k]
		f.Period = t.period()
		year = t.year
		switch {
		case !t.span:
		case e.nowOnly(f, r) && !t.counted:
			f.Period = yearString(t.year)
			rule += "-end"
		case now.flowed != "" && rule != "clause" && rule != "next" && e.listedOn(f, r):
			f.Period = now.flowed // 五年建成新线600公里，复线300公里
			rule += "-list"
		case now.flowed != "" && rule != "clause" && rule != "next" && f.Kind == Level && r.first && e.among(r.clause) && e.inMoney(r) && !r.pred.reach:
			f.Period = now.flowed // 五年支出90亿元，其中用于道路的资金30亿元
			rule += "-among"
		case (!t.counted || e.hasBefore(t.pos.End, "以来")) && e.atEnd(f, r, t):
			f.Period = yearString(t.year)
			rule += "-end"
		case f.Kind == Level:
			now.flowed = f.Period
		default:
			now.flowed = ""
		}
	}
	if r.pred.annual && f.Kind == Growth && (k < 0 || !e.times[k].span) && now.base == "" {
		if s := e.spanOf(r, now); s >= 0 {
			f.Period, year, rule = e.times[s].period(), e.times[s].year, "span"
		}
	}
	if k >= 0 && f.Kind == Multiple && e.times[k].span {
		f.Period = yearString(year)
	}
	if k >= 0 && r.pred.annual && e.times[k].deadline && e.times[k].year > e.rep.Year && e.rep.Year > 0 {
		f.Period, rule = yearString(e.rep.Year)+"/"+yearString(e.times[k].year), rule+"-until"
	}
	if k >= 0 && e.times[k].relative && e.looksAhead(r.clause) && !e.times[k].span && e.times[k].year >= e.rep.Year {
		f.Period = yearString(e.times[k].year)
	}
	if b, end := e.baseYear(f, r, now); b != "" {
		if end == "" {
			end = yearString(year)
		}
		f.Period, rule = b+"/"+end, "base"
		if r.pred.than.Valid() && now.base == "" {
			now.base, now.since = b, b // 比2002年增长87.6%，年均增长13.4%
		}
	} else if r.pred.from && r.pred.time < 0 {
		f.Period, rule = yearString(year-1), "before"
		if k := e.spanHeld(r, now); k >= 0 {
			f.Period, rule = e.spanStart(k), "before-span"
			now.base = f.Period
		} else if now.since != "" {
			f.Period, rule = now.since, "before-base"
		}
	}
	if r.pred.multiple.Valid() && now.base == "" {
		now.base = e.yearIn(r.clause, r.pred.multiple) // 是2010年的1.8倍，年均递增12.5%
	}
	if r.pred.from && r.pred.time >= 0 {
		now.base = e.times[r.pred.time].to
	}
	e.traced(f, "period:", rule)
}

// nowOnly reports whether a figure in a span of years is of its last year whatever it
// measures: it is held against the year before, or tells what is still amiss.
func (e *extractor) nowOnly(f *Figure, r *run) bool {
	return f.Kind == Growth && r.pred.same && !r.pred.annual || e.stance(r.clause) == report.Problems
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
	if r.pred.time >= 0 && e.times[r.pred.time].to != "" {
		return r.pred.time, "next"
	}
	for k := int(e.cls[r.clause].timeEnd) - 1; k >= int(e.cls[r.clause].time); k-- {
		t := &e.times[k]
		if t.relative && r.pred.whole.Valid() && r.pred.whole.Overlaps(t.pos) || r.pred.multiple.Valid() && r.pred.multiple.Overlaps(t.pos) {
			continue // 恢复到上年的八成, 是1950年到1997年总和的1.7倍
		}
		if t.pos.End <= e.nums[i].Pos.Start && t.to != "" && !e.frameTime(r.clause, t) {
			return k, "clause"
		}
	}
	// 全年 and the like behind the number say nothing; 年内建成 behind it neither
	if now.carry >= 0 && e.times[now.carry].to != "" {
		return now.carry, "sentence"
	}
	if now.spanned >= 0 {
		return now.spanned, "paragraph"
	}
	return e.sectionSpan(r.clause), "section"
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

// spanStart is the year before a span.
func (e *extractor) spanStart(k int) string {
	y, err := strconv.Atoi(e.times[k].from)
	if err != nil {
		return ""
	}
	return yearString(y - 1)
}

// stocks are nouns for what there is at a time: 大牲畜存栏, 果园面积.
var stocks = []string{"存栏", "余额", "种植面积", "果园面积", "保有量", "拥有量", "建成区面积"}

// atEnd reports whether a figure in a span of years tells the state at its end
// rather than what came about over it.
func (e *extractor) atEnd(f *Figure, r *run, t *timePhrase) bool {
	if f.Kind == Level && (e.reachesOut(r) || e.lasted(r.clause) || e.longSince(r)) {
		return true
	}
	if f.Kind == Level && f.Direction == "" && !r.made && !r.pred.total && hasAnySuffix(f.Subject, stocks) && !e.throughout(r) {
		return true
	}
	if e.throughout(r) || f.Kind == Level && !r.pred.to && !r.pred.reach && e.inTimes(r) {
		return false
	}
	if f.Kind == Level && !r.pred.reach && !r.pred.to && !e.looksAhead(r.clause) && e.during(t, r.clause) {
		return false
	}
	if r.pred.annual || r.quantified && f.Kind == Level && (f.Quantity.Form != quantity.Bare || e.at(f.Pos.End) != '级') {
		return false
	}
	switch f.Kind {
	case Growth:
		return false
	case Share, Completion, Streak, Multiple, Duration:
		return true
	case Rank:
		return true
	case PP:
		return r.pred.thanVerb.Valid()
	}
	if f.Quantity.Form == quantity.Bare || f.Kind == Count && f.Quantity.Form == quantity.Dual {
		return f.Quantity.Form == quantity.Bare
	}
	if r.pred.to || r.pred.than.Valid() && !e.priorYear(r.pred.than) && (e.datedIn(r.clause, r.pred.than) || e.hasBefore(r.pred.than.End, "年前")) {
		return true // 比2007年增加31家, 比五年前增加31家
	}
	total := r.pred.total || e.holds(e.rep.Clauses[r.clause].Pos.Start, r.left.End, "累计")
	if f.Direction == Up || r.pred.verb.Valid() && e.taxCut(r) || e.flowNoun(f) || total && f.Quantity.Bound != quantity.Over {
		return false
	}
	if !e.flowVerb(r) && !r.quantified {
		return true
	}
	q := &f.Quantity
	passed := f.Direction == "" && surpasses(q)                                                                         // 超过3万例
	reached := q.Unit != nil && q.Unit.Class == "measure" && r.pred.reach && !r.made && !e.hasBefore(q.Full.Start, "有") // 达58家
	return (passed || reached) && e.rightEmpty(r)
}

// surpasses reports whether a word right before q says that it was passed: 超过3万例.
func surpasses(q *quantity.Quantity) bool {
	return q.Bound == quantity.Over && q.Full.Start < q.Pos.Start
}

// during reports whether a time phrase says of the sentence of clause c that what it
// tells came about within the years that it counts: 五年内.
func (e *extractor) during(t *timePhrase, c int) bool {
	if !t.pos.Valid() || t.pos.Start < e.rep.Sentences[e.rep.Clauses[c].Sentence].Pos.Start {
		return false
	}
	return e.at(t.pos.End-1) == '内' && e.at(t.pos.End-2) == '年'
}

// inMoney reports whether the run tells a sum of money.
func (e *extractor) inMoney(r *run) bool {
	u := e.nums[r.nums[0]].Unit
	return u != nil && strings.HasPrefix(u.Dimension, "money")
}

// listedOn reports whether f goes on a list of what came about over a time: a bare
// thing and its amount behind another, 建成新线600公里，复线300公里.
func (e *extractor) listedOn(f *Figure, r *run) bool {
	pos := e.rep.Clauses[r.clause].Pos
	if f.Kind != Level || !r.first || r.pred.reach || r.pred.to || surpasses(&f.Quantity) || !e.rightEmpty(r) || e.rep.Clauses[r.clause].Sentence != e.rep.Clauses[max(0, r.clause-1)].Sentence {
		return false
	}
	if e.cls[r.clause].roles.Is(lexicon.Time) || e.reachesOut(r) || e.longSince(r) {
		return false
	}
	if t, ok := e.tokenAt(r.clause, pos); ok && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Reach) {
		return int(t.End) < r.left.End // 安置职工110万人
	}
	if end := e.trim(r.left).End; e.cls[r.clause].roles.Is(lexicon.Among) && strings.ContainsRune("量额值数", e.at(end-1)) {
		return false // 其中厦门港集装箱吞吐量
	}
	return e.cls[r.clause].class&lexicon.ClassVerb == 0 && !e.cls[r.clause].roles.Is(lexicon.Head) && pos.Start < r.left.End
}

// throughouts say that something was so all the years.
var throughouts = phrasesOf("一直", "连年", "始终", "每年都")

// throughout reports whether the clause of the run says that what it tells was so all
// the years: 赤字率一直控制在3%以内.
func (e *extractor) throughout(r *run) bool {
	for i := e.rep.Clauses[r.clause].Pos.Start; i < r.left.End; i++ {
		if _, ok := e.oneAt(i, throughouts); ok {
			return true
		}
	}
	return false
}

// reachesOut reports whether the run tells whom or what something reaches, which is
// so at the end of a span: 惠及300万人, 200万人次受益.
func (e *extractor) reachesOut(r *run) bool {
	if e.inTimes(r) || !e.cls[r.clause].roles.Is(lexicon.Reaching) || e.hasAt(e.rep.Clauses[r.clause].Pos.Start, "使") {
		return false
	}
	for _, t := range e.clauseTokens(r.clause) {
		if t.Role.Is(lexicon.Reaching) && (int(t.End) == e.trim(r.left).End || int(t.End) == e.rep.Clauses[r.clause].Pos.End || e.ends(int(t.End))) {
			return true
		}
	}
	return false
}

// longSince reports whether the run tells what was there or done in all by the end
// of a span, since no one year: 多年累计改造危房, 建立保护地.
func (e *extractor) longSince(r *run) bool {
	if e.holds(e.rep.Clauses[r.clause].Pos.Start, r.left.End, "多年累计") {
		return true
	}
	core := e.stripLeft(r.clause, r.left, r.first)
	return e.hasAt(core.Start, "建立") && e.rightEmpty(r) || e.hasBefore(r.left.End, "建立了")
}

// inTimes reports whether the run counts how often people got something, which adds up
// over a span: 5700万人次.
func (e *extractor) inTimes(r *run) bool {
	u := e.nums[r.nums[0]].Unit
	return u != nil && u.Name == "人次"
}

// lasted reports whether the sentence of clause c opens with how long it took, so
// that what it tells is of the end: 经过八年努力，….
func (e *extractor) lasted(c int) bool {
	first := e.rep.Sentences[e.rep.Clauses[c].Sentence].First
	if e.cls[first].num == e.cls[first].numEnd {
		return false
	}
	start := e.rep.Clauses[first].Pos.Start
	_, ok := e.anyAt(start, "经过", "历时", "历经")
	return ok && e.nums[e.cls[first].num].Pos.Start <= start+len([]rune("历经近"))
}

// reaches are verbs of how far something reaches, which is so at the end of a span.
var reaches = []string{"覆盖", "惠及", "拥有", "受益"}

// flowNoun reports whether a subject ends in a verb that is counted over a time:
// 棚户区改造, 劳动力转移.
func (e *extractor) flowNoun(f *Figure) bool {
	if hasAnySuffix(f.Subject, reaches) {
		return false
	}
	rs := e.runesOf(f.Subject)
	for _, t := range e.tokensOf(rs) {
		switch {
		case int(t.End) != len(rs):
		case t.Class&lexicon.ClassIndicator != 0 && t.End-t.Start > 2:
			v, ok := e.lex.At(rs, len(rs)-2, lexicon.ClassVerb) // 棚户区住房改造
			return t.Class&lexicon.ClassVerb != 0 || ok && int(v.End) == len(rs) && !v.Role.Is(lexicon.Head)
		default:
			return t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Head)
		}
	}
	return false
}

// flowVerb reports whether the run's clause opens with a verb that brings its
// object about over the span: 新建, 完成.
func (e *extractor) flowVerb(r *run) bool {
	toks := e.tokens(r.clause, span{Start: e.rep.Clauses[r.clause].Pos.Start, End: r.left.End})
	for _, t := range toks {
		if t.Role.Is(lexicon.Make) && !t.Role.Is(lexicon.Reach) {
			return true
		}
	}
	core := e.stripLeft(r.clause, span{Start: e.rep.Clauses[r.clause].Pos.Start, End: r.left.End}, true)
	t, ok := e.tokenAt(r.clause, core)
	return ok && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun|lexicon.Reach)
}

// rightEmpty reports whether nothing but a mark stands behind the run.
func (e *extractor) rightEmpty(r *run) bool { return e.ends(r.right.Start) }

// role decides in what role f is stated.
func (e *extractor) role(f *Figure, r *run, i int) {
	rule := "stance"
	switch e.stance(r.clause) {
	case report.Goals, report.Arrangement, report.Discipline:
		f.Role = Target
		if e.past(r, i) || e.done(r) || e.over(f.Period) {
			f.Role, rule = Achieved, "past"
		}
	case report.Review, report.Problems:
		f.Role = Achieved
		if e.future(f, r) {
			f.Role, rule = Target, "future"
		}
	default:
		f.Role = Reference
	}
	switch {
	case r.pred.from:
		f.Role, rule = Reference, "from"
	case r.passing:
		f.Role, rule = Reference, "passing"
	case rule == "stance" && f.Role == Target && f.Kind == Level && e.statesHaving(r):
		f.Role, rule = Reference, "having"
	case e.targetBehind(r):
		if f.Role == Achieved {
			f.Role, rule = Required, "target-behind"
		}
	case f.Kind == Duration && f.Quantity.Unit != nil && f.Quantity.Unit.Dimension == "anniversary":
		f.Role, rule = Reference, "anniversary"
	case f.Quantity.Unit != nil && f.Quantity.Unit.Dimension == "age" && e.threshold(f):
		f.Role, rule = Reference, "threshold"
	case f.Role == Achieved && e.threshold(f):
		if r.left.Len() == 0 || !e.verbBefore(r) {
			f.Role, rule = Reference, "threshold"
		}
	}
	e.traced(f, "role:", rule)
}

// targetBehind reports whether the number is an earlier target: 20%的目标.
func (e *extractor) targetBehind(r *run) bool {
	if e.at(r.right.Start) != '的' {
		return false
	}
	const reach = 9
	for i := r.right.Start + 1; i < r.right.End && i < r.right.Start+reach; i++ {
		if t, ok := e.lex.At(e.rs, i, lexicon.ClassWord); ok && t.Role.Is(lexicon.Goal) {
			return e.ends(int(t.End))
		}
	}
	return false
}

// threshold reports whether f delimits a class: 30万以上人口旗县.
func (e *extractor) threshold(f *Figure) bool {
	q := &f.Quantity
	return q.Bound == quantity.Over && (q.Unit == nil || q.Unit.Dimension == "count:person" && !q.UnitText.Valid() || q.Unit.Dimension == "age") && e.hasBefore(q.Full.End, "以上") && !e.ends(q.Full.End) && q.Form == quantity.Digits
}

// verbBefore reports whether a verb stands before the run in its clause.
func (e *extractor) verbBefore(r *run) bool {
	for _, t := range e.tokens(r.clause, r.left) {
		if t.Class&lexicon.ClassVerb != 0 {
			return true
		}
	}
	return false
}

// past reports whether a clause of a part that looks ahead tells of what was:
// 去年, or a year before the plan year.
func (e *extractor) past(r *run, i int) bool {
	sent := &e.rep.Sentences[e.rep.Clauses[r.clause].Sentence]
	for c := sent.First; c <= r.clause; c++ {
		for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
			t := &e.times[k]
			if t.pos.Start > e.nums[i].Pos.Start {
				return false
			}
			if t.to == "" || e.frameTime(c, t) {
				continue
			}
			if t.year < e.rep.Year && !t.deadline {
				return true
			}
		}
	}
	return false
}

// statesHaving reports whether all that stands before the run says that the country or
// the place has so many: 我国有2亿学生.
func (e *extractor) statesHaving(r *run) bool {
	left := e.trim(r.left)
	if !r.first || left.Len() < 3 || e.at(left.End-1) != '有' {
		return false
	}
	left.End--
	t, ok := e.tokenAt(r.clause, left)
	return ok && t.Role.Is(lexicon.Scope) && int(t.End) == left.End
}

// over reports whether a span of years ended before the plan year.
func (e *extractor) over(period string) bool {
	const year = 4
	n := len(period)
	if n != 2*year+1 || period[year] != '/' {
		return false
	}
	end, err := strconv.Atoi(period[n-year:])
	return err == nil && end < e.rep.Year
}

// done reports whether a verb with 了 stands before the run in its clause.
func (e *extractor) done(r *run) bool {
	for _, t := range e.tokens(r.clause, r.left) {
		if t.Class&lexicon.ClassVerb != 0 && t.End-t.Start >= 2 && e.at(int(t.End)) == '了' {
			_, said := e.anyAt(int(t.Start), "提出", "确定", "明确", "规定")
			return !said
		}
	}
	return false
}

// future reports whether a figure of a review is promised after all.
func (e *extractor) future(f *Figure, r *run) bool {
	for k := e.cls[r.clause].time; k < e.cls[r.clause].timeEnd; k++ {
		if t := &e.times[k]; t.deadline && t.year >= e.rep.Year && e.rep.Year > 0 {
			return true
		}
	}
	return false
}
