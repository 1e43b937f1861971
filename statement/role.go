package statement

import (
	"strconv"

	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
)

// role decides in what role f is stated.
func (e *extractor) role(f *Figure, r *run, i int) {
	rule := "stance"
	switch e.stance(r.clause) {
	case report.Goals, report.Arrangement, report.Discipline:
		f.Role = Target
		if e.past(r, i) || e.done(r) || e.over(f.Period) || f.Kind == Streak && e.afterThat(r) {
			f.Role, rule = Achieved, "past"
		}
		if f.Role == Achieved && e.toCome(f.Period) && !e.done(r) {
			f.Role, rule = Target, "to-come"
		}
	case report.Review, report.Problems:
		f.Role = Achieved
		if e.future(f, r) {
			f.Role, rule = Target, "future"
		} else if (r.pred.reach || r.pred.change) && e.cls[r.clause].roles.Is(lexicon.Modal|lexicon.Wish) && e.wasSet(r) {
			f.Role, rule = Required, "set-before"
		}
	default:
		f.Role = Reference
	}
	switch {
	case r.pred.from:
		f.Role, rule = Reference, "from"
	case r.passing:
		f.Role, rule = Reference, "passing"
	case rule == "stance" && f.Role == Target && f.Kind == Level && (e.statesHaving(r) || e.hasReached(r) || e.drawsOn(f, r)):
		f.Role, rule = Reference, "having"
	case e.targetBehind(r), e.goalListed(r), e.exceedsGoal(r, i), f.Role == Achieved && e.hasAt(r.right.Start, "目标") && e.ends(r.right.Start+2):
		if f.Role == Achieved {
			f.Role, rule = Required, "target-behind"
		}
	case f.Role == Target && e.at(r.right.Start) == '的' && e.hasAt(r.right.Start, "的部分") && e.at(e.rep.Clauses[r.clause].Pos.Start) == '对':
		f.Role, rule = Reference, "threshold" // 对年收入不到3万元的部分减征
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
	if len(e.runs) < 2 || !e.cls[r.clause].roles.Is(lexicon.Goal) || e.at(e.nums[r.nums[len(r.nums)-1]].Full.End) != '、' {
		return false
	}
	last := &e.runs[len(e.runs)-1]
	return last.clause == r.clause && last.left.Start > r.left.Start && e.targetBehind(last)
}

// threshold reports whether f delimits a class: 30万以上人口旗县.
func (e *extractor) threshold(f *Figure) bool {
	q := &f.Quantity
	if q.Unit != nil && q.Unit.Dimension == "age" && (q.Bound == quantity.Range || q.Bound == quantity.Under) && !e.ends(q.Full.End) {
		return true // 35至64岁妇女, 3岁以下婴幼儿
	}
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
			if e.frameTime(c, t) {
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
	if !r.first || e.at(left.End-1) != '有' {
		return false
	}
	left.End--
	t, ok := e.tokenAt(r.clause, left)
	return ok && t.Role.Is(lexicon.Scope) && int(t.End) == left.End
}

// reachedWords stand right before a number and say of what there is how much it is by now.
var reachedWords = phrasesOf("已达", "已达到", "已有", "已经有", "已经达到", "已", "现有", "还有", "仍有", "尚有", "多达")

// hasReached reports whether the run says how much there is by now of what it names: 老人已达
// 130万, 个体户已超过3万户, 现有耕地86万亩; deeds that are done are none.
func (e *extractor) hasReached(r *run) bool {
	left := e.trim(r.left)
	if w, ok := e.oneBefore(left.End, reachedWords); ok && left.Len() > runeCount(w) {
		return w != "已" || e.nums[r.nums[0]].Full.Start < e.nums[r.nums[0]].Pos.Start
	}
	return r.first && e.hasAt(left.Start, "现有") && left.Len() > 2
}

// drawsOn reports whether the run only counts people, from which the next clause concludes what
// must be done: 毕业生超过1万人，要促进就业.
func (e *extractor) drawsOn(f *Figure, r *run) bool {
	u, c := f.Quantity.Unit, r.clause
	if u == nil || u.Dimension != "count:person" || !r.first || e.rep.Clauses[c].Mark != '，' || c+1 >= len(e.rep.Clauses) || !e.mustAct(c+1) && !e.hasBefore(e.rep.Clauses[c+1].Pos.End, "新高") || !e.ends(r.right.Start) {
		return false
	}
	last := e.at(r.pred.core.End - 1)
	return r.pred.core.Valid() && (endsPeople(last) || last == '人') && !e.verbBefore(r)
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

// afterThat reports whether the run tells how long something had lasted before what is to come:
// 在连续6年增产之后.
func (e *extractor) afterThat(r *run) bool {
	start, end := e.rep.Clauses[r.clause].Pos.Start, e.rep.Clauses[r.clause].Pos.End
	return e.holds(start, r.left.End, "已经连续") || e.holds(start, r.left.End, "已连续") || e.at(e.trim(r.left).Start) == '在' && (e.hasBefore(end, "之后") || e.hasBefore(end, "以后") || e.hasBefore(end, "基础上"))
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
