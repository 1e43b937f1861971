package statement

import (
	"pledger/lexicon"
	"strings"

	"pledger/report"
)

// deadline finds by when p, the pledge of cut k, is due where a time phrase in it says so and it is
// not the plan year itself.
func (e *extractor) deadline(p *Pledge, k *cut) {
	for c := k.first; c < k.last; c++ {
		for i := e.cls[c].time; i < e.cls[c].timeEnd; i++ {
			t := &e.times[i]
			if t.year < e.rep.Year {
				continue
			}
			plan := yearText(e.rep.Year)
			if t.to == plan && (t.relative && e.at(t.pos.Start) == '年' && e.at(t.pos.Start+1) != '内' || e.holds(t.pos.Start, t.pos.End, "年底")) {
				p.Deadline = e.later(p.Deadline, plan+"-12") // 年底前
			} else if t.deadline && t.to != plan || e.comesIn(c, t) || t.relative && !t.span && t.year > e.rep.Year && e.verbAt(t.pos.End) || t.span && t.year > e.rep.Year && !e.frameTime(c, t) || strings.Contains(t.to, "-") && t.relative {
				p.Deadline = e.later(p.Deadline, t.to)
			}
		}
	}
}

// framedDeadline is by when p, the pledge of cut k, is due where what stands before it in sent
// says so; "" where nothing does.
func (e *extractor) framedDeadline(p *Pledge, k *cut, sent *report.Sentence) string {
	if len(p.Figures) > 0 { // few have any
		if year := e.lastYear(p.Figures); year != "" {
			return year
		}
	}
	if sent.Stance != report.Goals || k.first == sent.First || e.cls[sent.First].time == e.cls[sent.First].timeEnd || e.rep.Clauses[sent.First].Mark != '：' {
		return ""
	}
	if t := &e.times[e.cls[sent.First].time]; e.comingSpan(t) && !t.counted {
		return t.to // “十三五”时期主要目标是：…；城镇化率达到60%
	}
	return ""
}

// planEnd is the last year of the plan that the section of cut k is about, by which what no
// other time is said of is due, if not so that one could check it: 三、“十五五”时期主要任务;
// "" where the plan year is said.
func (e *extractor) planEnd(k *cut) string {
	for c := k.first; c < k.last; c++ {
		for i := e.cls[c].time; i < e.cls[c].timeEnd; i++ {
			if t := &e.times[i]; t.year == e.rep.Year && !t.span {
				return "" // 今年启动前期工作
			}
		}
	}
	return yearText(e.rep.Sections[e.rep.Sentences[k.sentence].Section].PlanEnd)
}

// later is by when a task is due of which two dates are said: the later one, 8月底前完成招标，
// 12月底前开工, but the one in the plan year where only one is: 一季度开工，2014年建成通车.
func (e *extractor) later(a, b string) string {
	plan := yearText(e.rep.Year)
	if in := strings.HasPrefix(a, plan); a != "" && in != strings.HasPrefix(b, plan) {
		if in {
			return a
		}
		return b
	}
	return max(a, b)
}

// lastYear is the year behind the plan year that a target among figures is set for, where the
// first of its sentence said it: 到2025年，森林覆盖率达到36%，城镇化率达到67%; "" elsewhere.
func (e *extractor) lastYear(figures []int) string {
	const digits = 4
	for _, i := range figures {
		f := &e.set.Figures[i]
		_, kept := e.oneBefore(f.Quantity.Full.Start, keptIn)
		if n := len(f.Period); f.Role == Target && n >= digits {
			if end := f.Period[n-digits:]; end > yearText(e.rep.Year) && (n == digits || f.Period[n-digits-1] == '/' && (f.Kind == Growth || kept)) {
				return end
			}
		}
	}
	return ""
}

// comesIn reports whether time phrase t, a later year, opens clause c and says when what
// follows comes about: 2014年建成通车.
func (e *extractor) comesIn(c int, t *timePhrase) bool {
	return t.year > e.rep.Year && !t.span && !t.relative && t.pos.Start == e.rep.Clauses[c].Pos.Start && e.verbAt(t.pos.End)
}

// dueInside is the time phrase inside p, behind a thing, that tells by what part of the year
// something is due; not valid where there is none.
func (e *extractor) dueInside(c int, p span) span {
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if t := &e.times[k]; p.Start+1 < t.pos.Start && t.pos.Start < p.End && e.dueWithin(t) && !e.frameTime(c, t) {
			return t.pos
		}
	}
	return span{}
}

// dueWithin reports whether t tells by what part of the year something is due: 6月底前, 上半年,
// 年内.
func (e *extractor) dueWithin(t *timePhrase) bool {
	return t.deadline || t.relative && (strings.Contains(t.to, "-") || e.hasAt(t.pos.Start, "年内"))
}

// doneOf reports whether clause c, which verb t opens, counts only how many of what the clause
// before counts are begun or done: 新开工保障房6200套，竣工4500套.
func (e *extractor) doneOf(c int, t lexicon.Token) bool {
	i := e.cls[c].num
	if i == e.cls[c].numEnd || int(t.End) != e.nums[i].Full.Start || e.nums[i].Full.End != e.rep.Clauses[c].Pos.End || !e.completes(t) {
		return false
	}
	k := e.cls[c-1].numEnd - 1
	return e.targetIn(c-1) && k >= e.cls[c-1].num && e.nums[k].Unit == e.nums[i].Unit
}
