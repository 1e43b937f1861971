package statement

import (
	"sort"
	"strconv"

	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
)

// role decides in what role f is stated.
func (e *extractor) role(f *Figure, r *run, i int) {
	rule := "role:stance"
	switch e.stance(r.clause) {
	case report.Goals, report.Arrangement, report.Discipline:
		f.Role = Target
		if e.done(r) {
			if f.Role, rule = Achieved, "role:past"; e.supposed(span{Start: e.rep.Clauses[r.clause].Pos.Start, End: r.left.End}) {
				f.Role, rule = Reference, "role:supposed"
			}
			e.tellsFact(r.clause, f.Role) // 关税已由15%降到12%，涉及5000个税目
		} else if e.past(r, i) || e.over(f.Period) || (f.Kind == Streak || f.Kind == Growth && e.grownUpon(r)) && e.afterThat(r) {
			f.Role, rule = Achieved, "role:past"
		}
		if f.Role == Achieved && e.toCome(f.Period) && !e.done(r) {
			f.Role, rule = Target, "role:to-come"
		}
	case report.Review, report.Problems:
		f.Role = Achieved
		if e.future(f, r) {
			f.Role, rule = Target, "role:future"
		} else if e.willBe(r) {
			f.Role, rule = Target, "role:will"
		} else if (r.pred.reach || r.pred.change) && e.cls[r.clause].roles.Is(lexicon.Modal|lexicon.Wish) && e.wasSet(r) {
			f.Role, rule = Required, "role:set-before"
		}
	default:
		f.Role = Reference
	}
	switch {
	case r.pred.from && !e.setBefore(r):
		f.Role, rule = Reference, "role:from"
	case r.passing, e.multitude(f):
		if f.Role, rule = Reference, "role:passing"; e.looksAhead(r.clause) && e.statesHaving(r) {
			e.tellsFact(r.clause, Reference) // 我国有13亿人口，3亿多户
		}
	case e.setBefore(r), e.plannedThen(r):
		f.Role, rule = Required, "role:set-before"
	case rule == "role:stance" && f.Role == Target && e.isFact(f, r):
		f.Role, rule = e.toldRole, "role:fact"
		e.byThen(f)
	case e.targetBehind(r), e.fulfilled(r), e.goalListed(r), e.exceedsGoal(r, i), f.Role == Achieved && e.hasAt(r.right.Start, "目标") && e.ends(r.right.Start+2):
		if f.Role == Achieved {
			f.Role, rule = Required, "role:target-behind"
		}
	case f.Role == Target && e.at(r.right.Start) == '的' && e.hasAt(r.right.Start, "的部分") && e.at(e.rep.Clauses[r.clause].Pos.Start) == '对':
		f.Role, rule = Reference, "role:threshold" // 对年收入不到3万元的部分减征
	case f.Kind == Duration && f.Quantity.Unit.Is(lexicon.UnitAnniversary):
		f.Role, rule = Reference, "role:anniversary"
	case f.Quantity.Unit.Is(lexicon.UnitAge) && e.threshold(f):
		f.Role, rule = Reference, "role:threshold"
	case f.Role == Achieved && e.threshold(f):
		if r.left.Len() == 0 || !e.verbBefore(r) {
			f.Role, rule = Reference, "role:threshold"
		}
	}
	f.Trace = append(f.Trace, rule)
}

// amountTails stand between a number and what it is the target of.
var amountTails = phrasesOf("左右", "以内", "以上")

// targetBehind reports whether the number is an earlier target: 20%的目标.
func (e *extractor) targetBehind(r *run) bool {
	of := r.right.Start
	if w, ok := e.oneAt(of, amountTails); ok {
		of += runeCount(w)
	}
	if e.at(of) != '的' {
		return false
	}
	const reach = 9
	for i := of + 1; i < r.right.End && i < of+reach; i++ {
		if t, ok := e.lex.At(e.rs, i, lexicon.ClassWord); ok && t.Role.Is(lexicon.Goal) {
			_, sized := e.oneBefore(e.trim(r.left).End, sizes)
			return (e.ends(int(t.End)) || e.hasAt(int(t.End), "以内")) && !sized
		}
	}
	return false
}

// fulfilled reports whether the run tells what a task or goal behind it asked for, which was
// reached: 能耗下降3%的任务提前完成.
func (e *extractor) fulfilled(r *run) bool {
	if !e.cls[r.clause].roles.Is(lexicon.Goal) || e.at(r.right.Start) != '的' {
		return false
	}
	t, ok := e.lex.At(e.rs, r.right.Start+1, lexicon.ClassWord)
	if !ok || !t.Role.Is(lexicon.Goal) {
		return false
	}
	const longest = 5 // runes: 超额完成, 接近完成
	i, end := int(t.End), min(int(t.End)+longest, r.right.End)
	return e.holds(i, end, "完成") || e.holds(i, end, "实现")
}

// sizes before a sum say how large the plan behind it is: 总额4万亿元的投资计划.
var sizes = phrasesOf("总额", "总投资", "总规模")

// settings say that what follows was aimed at.
var settings = phrasesOf("提出", "要求", "确定", "预计")

// wasSet reports whether the run of a review tells what had been aimed at: 去年的报告提出，失业率
// 要控制在5%以内.
func (e *extractor) wasSet(r *run) bool {
	pos := e.rep.Clauses[r.clause].Pos
	from := pos.Start
	if before := r.clause - 1; e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].First < r.clause && e.rep.Clauses[before].Mark == '，' {
		if _, set := e.oneBefore(e.rep.Clauses[before].Pos.End, settings); set {
			from = pos.Start - 1
		}
	}
	if from == pos.Start {
		if from = e.index(pos.Start, r.left.End, "提出"); from < 0 {
			return false
		}
	}
	for _, t := range e.tokens(r.clause, span{Start: max(from, pos.Start), End: r.left.End}) {
		if t.Role.Is(lexicon.Modal | lexicon.Wish) {
			return true
		}
	}
	return false
}

// exceedsGoal reports whether number i is itself what had been expected, which the run tells
// was passed or not reached: 低于年初预计的6%, 超过原定的1000亿元.
func (e *extractor) exceedsGoal(r *run, i int) bool {
	q := &e.nums[i]
	return r.pred.thanVerb.Valid() && r.pred.than.Valid() && e.hasBefore(q.Full.Start, "的") && !isPoint(q) && e.comparedWith(r.pred.than) == BaseTarget
}

// goalListed reports whether the number is one of several earlier targets of its clause: 能耗
// 降低4%左右、排放量减少2%的目标.
func (e *extractor) goalListed(r *run) bool {
	if !e.cls[r.clause].roles.Is(lexicon.Goal) || e.at(e.nums[r.nums[len(r.nums)-1]].Full.End) != '、' {
		return false
	}
	next := sort.Search(len(e.runs), func(k int) bool { return e.runs[k].clause > r.clause })
	last := &e.runs[next-1]
	return last.left.Start > r.left.Start && e.targetBehind(last)
}

// threshold reports whether f delimits a class: 30万以上人口旗县.
func (e *extractor) threshold(f *Figure) bool {
	q := &f.Quantity
	if q.Unit.Is(lexicon.UnitAge) && (q.Bound == quantity.Range || q.Bound == quantity.Under) && !e.ends(q.Full.End) {
		return true // 35至64岁妇女, 3岁以下婴幼儿
	}
	return q.Bound == quantity.Over && (q.Unit == nil || q.Unit.Is(lexicon.UnitPerson) && !q.UnitText.Valid() || q.Unit.Is(lexicon.UnitAge)) && e.hasBefore(q.Full.End, "以上") && !e.ends(q.Full.End) && q.Form == quantity.Digits
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

// past reports whether a clause of a part that looks ahead tells of what was: 去年, or a year
// before the plan year, and neither this year nor a word of what is to be done behind it.
func (e *extractor) past(r *run, i int) bool {
	sent := &e.rep.Sentences[e.rep.Clauses[r.clause].Sentence]
	was := false
	for c := sent.First; c <= r.clause; c++ {
		pos := e.rep.Clauses[c].Pos
		from := pos.Start
		for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
			t := &e.times[k]
			if t.pos.Start > e.nums[i].Pos.Start {
				break
			}
			switch {
			case e.frameTime(c, t), e.at(t.pos.Start-1) == '按', e.at(t.pos.Start-1) == '的':
			case t.year < e.rep.Year && !t.deadline:
				was, from = true, t.pos.End
			case e.at(t.pos.Start) == '今' || e.at(t.pos.Start) == '明' || !t.relative && !t.span && t.year > 0:
				was = false
			}
		}
		if was && e.willed(c, span{Start: from, End: min(pos.End, r.left.End)}) {
			was = false
		}
	}
	return was
}

// over reports whether a year or a span of years ended before the plan year.
func (e *extractor) over(period string) bool {
	end := spanEnd(period)
	if end == 0 {
		end, _ = strconv.Atoi(period)
	}
	return end > 0 && end < e.rep.Year
}

// toCome reports whether a span of years ends behind the plan year.
func (e *extractor) toCome(period string) bool {
	return e.rep.Year > 0 && spanEnd(period) > e.rep.Year
}

// spanEnd is the last year of a span of years, 0 for other periods.
func spanEnd(period string) int {
	const year = 4
	n := len(period)
	if n != 2*year+1 || period[year] != '/' {
		return 0
	}
	end, err := strconv.Atoi(period[n-year:])
	if err != nil {
		return 0
	}
	return end
}

// done reports whether a verb with 了, or one with 已 that brings something about, stands before
// the run in its clause: 提高了, 目前已建成学校30所.
func (e *extractor) done(r *run) bool {
	if r.pred.to && e.cls[r.clause].roles.Is(lexicon.Past) {
		if from := e.rep.Clauses[r.clause].Pos.Start; e.holds(from, r.left.End, "已由") || e.holds(from, r.left.End, "已从") {
			return true // 关税已由15%降到12%
		}
	}
	for _, t := range e.tokens(r.clause, r.left) {
		if t.Class&lexicon.ClassVerb == 0 || t.End-t.Start < 2 {
			continue
		}
		if e.at(int(t.End)) == '了' {
			_, said := e.anyAt(int(t.Start), "提出", "确定", "明确", "规定")
			return !said
		}
		if e.at(int(t.Start)-1) == '已' && t.Role.Is(lexicon.Make) && !t.Role.Is(lexicon.Reach) && r.first && !e.holds(int(t.End), r.left.End, "的") {
			return true // 目前已建成学校30所
		}
	}
	return r.quantified && !e.cls[r.clause].roles.Is(lexicon.Modal|lexicon.Wish) && e.doneBehind(r)
}

// doneBehind reports whether a verb with 了 stands behind the run: 20个城市建立了制度.
func (e *extractor) doneBehind(r *run) bool {
	for i := r.right.Start + 2; i < r.right.End; i++ {
		if e.rs[i] == '了' && e.verbBeforeAt(i) {
			return true
		}
	}
	return false
}

// grownUpon reports whether the run tells how much something had grown in years in a row, upon
// which more is to come: 在连续两年增长13%的基础上.
func (e *extractor) grownUpon(r *run) bool {
	pos := e.rep.Clauses[r.clause].Pos
	return e.hasBefore(pos.End, "基础上") && e.holds(pos.Start, r.left.End, "连续")
}

// afterThat reports whether the run tells how long something had lasted before what is to come:
// 在连续6年增产之后.
func (e *extractor) afterThat(r *run) bool {
	start, end := e.rep.Clauses[r.clause].Pos.Start, e.rep.Clauses[r.clause].Pos.End
	return e.holds(start, r.left.End, "已经连续") || e.holds(start, r.left.End, "已连续") || e.at(start) == '在' && (e.hasBefore(end, "之后") || e.hasBefore(end, "以后") || e.hasBefore(end, "基础上"))
}

// future reports whether a figure of a review is promised after all.
func (e *extractor) future(f *Figure, r *run) bool {
	for k := e.cls[r.clause].time; k < e.cls[r.clause].timeEnd; k++ {
		t := &e.times[k]
		if t.deadline && t.year >= e.rep.Year && e.rep.Year > 0 {
			return true
		}
		if t.relative && !t.span && t.year == e.rep.Year && e.at(t.pos.Start) == '今' && t.year > e.contextYear(r.clause) {
			return true
		}
	}
	return false
}

// seeings are verbs of what must be kept in mind, and is so already: 也要看到.
var seeings = phrasesOf("看到", "看清", "认识", "记住", "清醒", "正视", "直面", "承认", "说明", "讲清")

// willBe reports whether the run of a review tells what is still to come: 投产后日处理能力将达到
// 3万吨, 今后要着重抓好两件大事; but not what had been asked for, 提出失业率要控制在5%以内.
func (e *extractor) willBe(r *run) bool {
	sent := &e.rep.Sentences[e.rep.Clauses[r.clause].Sentence]
	const nearest = 10 // runes between 将 and the number
	will := false
	for c := sent.First; c <= r.clause; c++ {
		if !e.cls[c].roles.Is(lexicon.Modal | lexicon.Past) {
			continue
		}
		pos := span{Start: e.rep.Clauses[c].Pos.Start, End: min(e.rep.Clauses[c].Pos.End, e.nums[r.nums[0]].Pos.Start)}
		for _, t := range e.tokens(c, pos) {
			if t.End-t.Start != 1 {
				continue
			}
			switch e.rs[t.Start] {
			case '了':
				will = false
			case '将':
				will = will || c == r.clause && pos.End-int(t.End) <= nearest && e.wills(c, t, pos.End)
			case '要':
				will = will || sent.Stance == report.Review && (c == r.clause || e.rep.Clauses[c].Mark == '：') && !e.conditional(int(t.Start)) && !e.anyIn(pos, seeings) && !e.anyIn(pos, plannings) && !e.hasBefore(pos.Start-1, "提出")
			}
		}
	}
	return will && !e.wasSet(r) && !e.anyIn(r.left, results)
}

// setBefore reports whether the run tells what had been aimed at before: 原定三年的任务两年完成,
// 由原定的6%调高到8%.
func (e *extractor) setBefore(r *run) bool {
	const near = 8 // runes before the number
	if !e.cls[r.clause].roles.Is(lexicon.Goal) {
		return false
	}
	return e.holds(max(r.left.Start, r.left.End-near), r.left.End, "原定")
}

// results open a clause that tells what came of what had been planned.
var results = phrasesOf("实际", "结果", "预计可以")

// plannings say that what follows had been planned.
var plannings = phrasesOf("计划", "原定", "原来估计", "原来设想", "原来预计")

// plannedThen reports whether the run tells what had been planned, which the next clause holds
// the result against: 计划建成30个，实际建成36个.
func (e *extractor) plannedThen(r *run) bool {
	c := r.clause + 1
	if c >= len(e.rep.Clauses) || !results.mayOpen(e.at(e.rep.Clauses[c].Pos.Start)) || e.rep.Clauses[c].Sentence != e.rep.Clauses[r.clause].Sentence || !e.isAt(e.rep.Clauses[c].Pos.Start, results) {
		return false
	}
	end := min(c+2, e.rep.Sentences[e.rep.Clauses[c].Sentence].Last)
	return e.cls[c].num < e.cls[end-1].numEnd && e.anyIn(r.left, plannings)
}

// masses stand behind how many people there are of a place, whoever they are.
var masses = phrasesOf("各族", "父老", "同胞", "儿女", "农民")

// multitude reports whether f only says of how many people something is said: 14.9万各族群众,
// 八亿农民的积极性.
func (e *extractor) multitude(f *Figure) bool {
	q := &f.Quantity
	if !masses.mayOpen(e.at(q.Full.End)) || !q.Unit.Is(lexicon.UnitPerson) || q.UnitText.Valid() || f.Kind != Level {
		return false
	}
	w, ok := e.oneAt(q.Full.End, masses)
	return ok && (w != "农民" || e.at(q.Full.Start-1) != '有' && q.Nominal.Cmp(myriads) >= 0 && !e.cls[f.Clause].roles.Is(lexicon.Reaching))
}

// myriads is how many people are no fewer than those of a class of the country.
var myriads = quantity.NewDecimal(1, 8)
