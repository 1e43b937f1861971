package statement

import (
	"strings"

	"pledger/report"
)

// clock is what time a paragraph has spoken of so far, which holds for later figures
// that say nothing of their own.
type clock struct {
	carry    int    // time phrase carried over the sentence, -1 none
	spanned  int    // time phrase carried over the paragraph, -1 none
	lead     int    // the year that the paragraph opens with in a review of several years, -1 none
	ahead    int    // the clause up to which a span of coming years is carried
	base     string // the first year of 由2000年的…增加到2005年的
	since    string // the year that the sentence has held a change against: 比2002年增长
	compared string // the year that the sentence compares with: 同1987年相比
	begun    bool   // the paragraph has stated a figure
	flowed   string // the span of years that the amount before came about over
}

// newClock is the clock at the beginning of the paragraph of sent; now is that of the
// paragraph before.
func (e *extractor) newClock(now *clock, sent *report.Sentence) clock {
	return clock{carry: -1, spanned: e.spanBefore(now, sent), lead: -1}
}

// newSentence lets the clock forget what holds for one sentence only.
func (e *extractor) newSentence(now *clock) {
	if now.carry >= 0 && (!e.times[now.carry].span || e.comingSpan(&e.times[now.carry])) {
		now.carry = now.lead
	}
	now.base, now.since, now.flowed = "", "", ""
}

// clausePeriods decides what period each figure of clause c is of, what it is compared
// with and in what role it is stated.
func (e *extractor) clausePeriods(c int, now *clock) {
	for k := range e.runs {
		r := &e.runs[k]
		for n, i := range r.nums {
			f := &e.set.Figures[r.figure+n]
			e.base(f, r)
			e.period(f, r, now, i)
			e.role(f, r, i)
			e.cls[c].target = e.cls[c].target || f.Role == Target
		}
	}
	if e.rep.Clauses[c].Mark == '；' && now.carry >= 0 && strings.Contains(e.times[now.carry].to, "-") {
		now.carry = -1
	}
	if e.rep.Clauses[c].Mark == '；' {
		now.base = ""
	}
	if now.begun = now.begun || len(e.runs) > 0; len(e.runs) == 0 {
		e.comparison(c, now)
	}
}
