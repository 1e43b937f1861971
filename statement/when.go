package statement

import (
	"pledger/lexicon"
	"pledger/report"
)

// clock is what time a paragraph has spoken of so far, which holds for later figures
// that say nothing of their own.
type clock struct {
	carry    int    // time phrase carried over the sentence, -1 none
	spanned  int    // time phrase carried over the paragraph, -1 none
	passed   int    // that which a year named in passing ended for the rest of the paragraph, -1 none
	lead     int    // the year that the paragraph opens with in a review of several years, -1 none
	once     bool   // what carry covers holds for its sentence only
	ahead    int    // the clause up to which a span of coming years is carried
	base     string // the first year of 由2000年的…增加到2005年的
	since    string // the year that the sentence has held a change against: 比2002年增长
	compared string // the year that the sentence compares with: 同1987年相比
	told     bool   // the paragraph has stated a figure
	begun    int    // the year that a change of the sentence is told from, -1 none: 由2015年的12%
	several  int    // the section in which several years have been spoken of, 0 none
	first    int    // the clause that the paragraph opens with
	turned   int    // the section of which a paragraph has opened with several years, 0 none
	opened   int    // the section that has opened with several years, 0 none
	flowed   string // the span of years that the amount before came about over
	spoken   bool   // a clause since the last newSentence that forgot has times or figures
}

// newClock is the clock at the beginning of the paragraph of sent; now is that of the
// paragraph before.
func (e *extractor) newClock(now *clock, sent *report.Sentence) clock {
	if now.spanned < 0 {
		now.spanned = now.passed
	}
	next := clock{carry: -1, spanned: e.spanBefore(now, sent), passed: -1, lead: -1, begun: -1, several: now.several, first: sent.First, turned: now.turned, opened: now.opened}
	if next.spanned < 0 && next.several != sent.Section && e.yearFirst(sent) {
		next.lead = len(e.times)
		year := e.rep.Sections[sent.Section].SpanEnd
		e.times = append(e.times, timePhrase{from: yearString(year), to: yearString(year), year: year})
		next.carry = next.lead
	}
	return next
}

// yearFirst reports whether sent stands under a heading of a review that names the last
// year before the several: 过去一年和五年工作回顾.
func (e *extractor) yearFirst(sent *report.Sentence) bool {
	sec := &e.rep.Sections[sent.Section]
	if sent.Stance != report.Review || sec.SpanEnd == 0 || sec.SpanStart == sec.SpanEnd || sec.Year != 0 || !sec.Heading.Valid() {
		return false
	}
	return e.holds(sec.Heading.Start, sec.Heading.End, "一年和") || e.holds(sec.Heading.Start, sec.Heading.End, "一年及")
}

// againstLast lets the clock know the last of the several years that a section reviews where
// sent, of a review and under no time that was named before, is held against the year before: 出口额80亿元，与上年
// 持平. What follows in its paragraph is of that year too.
func (e *extractor) againstLast(sent *report.Sentence, now *clock) {
	sec := &e.rep.Sections[sent.Section]
	if sec.SpanStart == sec.SpanEnd || sec.Year != 0 {
		return
	}
	against := false
	for c := sent.First; c < sent.Last; c++ {
		for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
			t := &e.times[k]
			if t.year != sec.SpanEnd-1 || !e.hasAt(t.pos.Start, "上年") || !e.comparing(t.pos.Start) {
				return
			}
			against = true
		}
		against = against || e.cls[c].roles.Is(lexicon.Same) && e.heldAgainst(c)
	}
	if against {
		now.lead = len(e.times)
		e.times = append(e.times, timePhrase{from: yearString(sec.SpanEnd), to: yearString(sec.SpanEnd), year: sec.SpanEnd})
		now.carry = now.lead
	}
}

// heldAgainst reports whether clause c is held against the year before: 比上年增长.
func (e *extractor) heldAgainst(c int) bool {
	for _, t := range e.clauseTokens(c) {
		if t.Role.Is(lexicon.Same) && (e.hasAt(int(t.Start)+1, "上年") || e.hasAt(int(t.Start)+1, "去年")) {
			return true
		}
	}
	return false
}

// comparing reports whether a word of comparing stands before the time at offset i: 与上年持平,
// 同1987年相比.
func (e *extractor) comparing(i int) bool {
	switch e.at(i - 1) {
	case '比', '较', '与', '同', '和':
		return true
	}
	return false
}

// newSentence lets the clock forget what holds for one sentence only, but where sent goes on to the
// parts of what the one before told: 五年内改造灌区5个。其中，大型灌区2个.
func (e *extractor) newSentence(now *clock, sent *report.Sentence) {
	if e.cls[sent.First].roles.Is(lexicon.Among) {
		if at, _ := e.amongAt(sent.First); at.Start == e.rep.Clauses[sent.First].Pos.Start {
			return
		}
	}
	if now.carry >= 0 && (!e.times[now.carry].span || now.spanned < 0 || now.once || e.comingSpan(&e.times[now.carry])) {
		now.carry = now.lead
	}
	now.base, now.since, now.flowed, now.compared, now.once, now.begun = "", "", "", "", false, -1
	now.spoken = false
}

// periods decides what period each figure is of, what it is compared with and in what role it is
// stated. It runs when all figures are read: the processor cannot hold the code of both at hand.
func (e *extractor) periods() {
	now, runs, timed := &e.now, e.runs, e.timed
	paragraph := -1
	for s := range e.rep.Sentences {
		sent := &e.rep.Sentences[s]
		if sent.Paragraph != paragraph {
			*now = e.newClock(now, sent)
			paragraph = sent.Paragraph
		}
		if now.spoken {
			e.newSentence(now, sent)
		}
		if sent.Stance == report.Review && now.carry < 0 && now.spanned < 0 {
			e.againstLast(sent, now)
		}
		next := sent.First
		for ; len(timed) > 0 && int(timed[0]) < sent.Last; timed = timed[1:] {
			c := int(timed[0])
			if now.spoken {
				e.passOver(next, c, now)
			}
			e.carryTime(c, now)
			runs, next = e.clausePeriods(c, runs, now), c+1
			now.spoken = true
		}
		if now.spoken {
			e.passOver(next, sent.Last, now)
		}
	}
}

// passOver lets the clock know the clauses from c up to next, which have neither times nor numbers.
func (e *extractor) passOver(c, next int, now *clock) {
	if now.base == "" && !e.carriesComing(now) {
		return // as nearly everywhere
	}
	for ; c < next; c++ {
		e.endComing(c, now)
		if e.rep.Clauses[c].Mark == '；' {
			now.base = ""
		}
	}
}

// clausePeriods is periods of the figures of clause c, those of the first of runs; it returns the runs
// of later clauses.
func (e *extractor) clausePeriods(c int, runs []run, now *clock) []run {
	if len(runs) == 0 || runs[0].clause > c {
		e.comparison(c, now)
	}
	for len(runs) > 0 && runs[0].clause == c {
		e.runPeriods(&runs[0], now)
		runs, now.told = runs[1:], true
	}
	if e.rep.Clauses[c].Mark == '；' {
		now.base = ""
	}
	return runs
}

// runPeriods is periods of the figures of r.
func (e *extractor) runPeriods(r *run, now *clock) {
	for n, i := range r.nums {
		f := &e.set.Figures[r.figure+n]
		e.base(f, r)
		e.period(f, r, now, i)
		e.role(f, r, i)
		f.Trace = e.sharedTrace(f.Trace)
		if f.Role == Target {
			e.cls[r.clause].target = true
		}
	}
	r.joined = "" // a notebook keeps no text alive
}

// plansFor reports whether the years from offset at to end are those of a plan that a sum
// right before them is for: 总额4万亿元的两年投资计划.
func (e *extractor) plansFor(c, at, end int) bool {
	const furthest = 8 // runes between the years and the plan
	if e.at(at-1) != '的' {
		return false
	}
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		if e.nums[i].Full.End != at-1 {
			continue
		}
		return e.holds(end, end+furthest, "计划") || e.holds(end, end+furthest, "规划") || e.holds(end, end+furthest, "方案")
	}
	return false
}

// bareYears makes of t, a bare 两年, what any number of years is: it only counts them, and
// says nothing of when where it tells by how much something was early or late.
func (e *extractor) bareYears(t *timePhrase) {
	if _, moved := e.anyBefore(t.pos.Start, "提前", "推迟", "延长"); moved {
		t.from, t.to = "", ""
		return
	}
	_, standing := e.anyAt(t.pos.End, "里", "中", "内")
	t.counted = !standing && e.at(t.pos.Start-1) != '这' // 这两年
}

// lookedBack is the last of the years that 两年来 in clause c looks back on, where y is the
// year of its part: before the plan year in a part that looks ahead.
func (e *extractor) lookedBack(c, y int) int {
	if y == e.rep.Year && e.looksAhead(c) {
		return y - 1
	}
	return y
}

// intends reports whether what stands in clause c behind offset i says what is to be done.
func (e *extractor) intends(c, i int) bool {
	for end := e.rep.Clauses[c].Pos.End; i < end; i++ {
		switch e.rs[i] {
		case '将', '拟', '要':
			return !e.longerWord(i)
		}
	}
	return false
}
