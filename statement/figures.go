package statement

import (
	"slices"

	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
)

// state is what a paragraph has said so far, from which later clauses complete
// what they leave out.
type state struct {
	topic   string    // the subject that stands last
	gap     string    // a measure and how it differs, which the next place of a list is held against
	gapIn   int       // the clause of gap
	recent  []string  // the subjects of the last slots, a level and its like
	before  int       // how many of them stand before the sentence
	level   string    // the subject of the last amount of the sentence
	last    []string  // the subjects of the last run
	whole   string    // the subject that 其中 speaks of the parts of
	object  int       // the last clause without figures, -1 none: what it is about can be what the next one measures
	said    int       // the last clause without figures that says something of a measure, -1 none
	region  string    // the place that the sentence opened with
	sector  string    // what opened the clause and is shared by bare nouns
	made    Direction // the direction that the clause's verb gave the run before
	start   int       // the number it starts from, -1 none
	led     bool      // the run before is where a change starts: 由52家
	heldAt  span      // when what the run before tells was so; see noteHeld
	share   string    // the share that the run before is where a change of starts: 占生产总值的比重从1.1%
	parts   bool      // the sentence has spoken of parts of a whole: 其中
	prior   string    // the topic before this clause
	outer   string    // the topic before a bracket, while one is open
	counted bool      // the run before stood before what it counts
	sided   string    // the measure that the clause gives for one side behind its name: 收入城镇…、农村…
	brings  bool      // and a verb before it brought that about
	added   int       // the clause of the last figure of a list of capacities that are added, -1 none: 新增…能力5万吨，…能力3万吨
	paired  int       // how many runs are still to come of those that 分别 pairs with what stands before: 分别增长5%和下降3%
}

// figures reads the figures of every run, but for what periods and links add to them.
func (e *extractor) figures() {
	var st state
	e.set.Figures = slices.Grow(e.set.Figures, len(e.runNums))
	e.topics, e.trace = e.topics[:0], e.trace[:0]
	for runs := e.runs; len(runs) > 0; {
		paragraph := e.paragraphOf(&runs[0])
		n := 1
		for n < len(runs) && e.paragraphOf(&runs[n]) == paragraph {
			n++
		}
		st = state{said: -1, recent: st.recent[:0], last: st.last[:0]}
		e.paragraphFigures(runs[:n], &st)
		runs = runs[n:]
	}
}

// paragraphOf is the paragraph that r stands in.
func (e *extractor) paragraphOf(r *run) int {
	return e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].Paragraph
}

// paragraphFigures reads the figures of runs, all those of a paragraph: nothing behind the last is
// completed.
func (e *extractor) paragraphFigures(runs []run, st *state) {
	s := e.rep.Clauses[runs[0].clause].Sentence
	for s > 0 && e.rep.Sentences[s-1].Paragraph == e.rep.Sentences[s].Paragraph {
		s--
	}
	for ; len(runs) > 0; s++ {
		sent := &e.rep.Sentences[s]
		st.region, st.object, st.parts, st.level, st.added, st.before = "", -1, false, "", -1, len(st.recent)
		for c := sent.First; c < sent.Last && len(runs) > 0; c++ {
			st.openClause()
			if e.among(c) {
				st.whole, st.parts = e.wholeOf(c, st), true
			}
			if runs[0].clause == c {
				runs = e.clauseFigures(runs, st)
			} else {
				e.without(c, st)
			}
		}
	}
}

// openClause lets the state forget what holds for one clause only.
func (st *state) openClause() {
	st.closeBracket()
	st.sided, st.heldAt = "", span{}
	st.paired, st.sector, st.made, st.counted, st.brings, st.led, st.share, st.prior, st.start = 0, "", "", false, false, false, "", st.topic, -1
}

// clauseFigures reads the figures of the clause of the first of runs, and returns the runs of
// later clauses.
func (e *extractor) clauseFigures(runs []run, st *state) []run {
	c, begin := runs[0].clause, runs[0].left.Start
	for prev := begin; ; {
		r := &runs[0]
		if !r.first {
			e.followOn(r, prev, begin, st)
		}
		e.readRun(r, st)
		if runs = runs[1:]; len(runs) == 0 || runs[0].clause != c {
			break
		}
		prev = e.behindRun(r, prev)
	}
	if e.rep.Clauses[c].Mark == '；' || st.object >= 0 && e.rep.Clauses[st.object].Mark == '；' {
		st.object = -1 // what stands before ； is measured there
	}
	return runs
}

// followOn takes apart what stands before r, which is not the first of its clause, from offset
// prev on.
func (e *extractor) followOn(r *run, prev, begin int, st *state) {
	e.leaveFrom(r, prev)
	i := r.nums[0]
	r.first = prev == begin
	if st.counted && (e.joinsBefore(r.left.End) || i > 0 && (e.smallCount(i) && e.smallCount(i-1) && e.at(r.left.Start-1) != '、' || e.placesBefore(i))) {
		r.left.Start = r.left.End // 两种办法、三种途径, 两种办法三种途径, 12个市86个县
	}
	if st.outer != "" {
		if at := e.index(r.left.Start, r.left.End, "）"); at >= 0 {
			st.closeBracket()
			r.left.Start = at + 1
		}
	}
	e.takeApart(r, st.led, st.heldAt)
}

// behindRun is where the text before the next run begins; that before r began at prev.
func (e *extractor) behindRun(r *run, prev int) int {
	last := r.nums[len(r.nums)-1]
	if r.pred.from || !e.delimits(r) && !e.listsThings(r) && !(r.sized && e.nextCounts(r)) && !e.agesEach(r) && !(e.halved(e.nums[last].Pos.Start) && e.halvedRule(e.nums[last].Pos.End)) {
		prev = max(e.nums[last].Full.End, r.past)
		if step, ok := e.oneAt(prev, steps); ok {
			prev += len([]rune(step)) // 突破3800亿元大关、增长5.8%
		}
		if e.at(prev) == '的' {
			if frame, ok := e.oneAt(prev+1, manners); ok {
				prev += 1 + runeCount(frame) // 在上年下降20%的基础上增长15%
			}
		}
	}
	if e.set.Mentions[last].Rule == "divided" && prev < e.rep.Clauses[r.clause].Pos.End {
		prev++ // 两地, 三省
	}
	return prev
}

// without notes what clause c, which has no figures, speaks of.
func (e *extractor) without(c int, st *state) {
	begin := e.skipLabel(c, e.rep.Clauses[c].Pos)
	if _, wielded := e.oneAt(begin, means); !wielded {
		if e.at(begin) != '从' || !e.scopeOnly(c) {
			st.object = c // but 依托软件园，建成孵化器8家，孵化面积5万平方米
		} else if st.object == c-1 && c > 0 {
			st.topic = e.objectOf(st.object) // 行政经费预算，从县到乡，压减10%
		}
	}
	e.changing(c, st)
}

// wholeOf is what clause c, which opens with 其中, tells parts of: what was spoken of last, or
// what was counted before it told what that is worth and c counts by the same measure word:
// 签约项目86个，总投资320亿元，其中亿元以上42个.
func (e *extractor) wholeOf(c int, st *state) string {
	last := len(e.set.Figures) - 1
	if last < 1 || !isMoney(&e.set.Figures[last].Quantity) || e.set.Figures[last].Kind != Level || !hasAnySuffix(st.topic, worthEnds) {
		return st.topic
	}
	before := &e.set.Figures[last-1]
	unit := before.Quantity.Unit
	if !unit.Is(lexicon.UnitMeasure) || e.rep.Clauses[before.Clause].Sentence != e.rep.Clauses[c].Sentence {
		return st.topic
	}
	for i := int(e.cls[c].num); i < int(e.cls[c].numEnd); i++ {
		if e.nums[i].Unit == unit {
			return e.topics[last-1]
		}
	}
	return st.topic
}

// worthEnds end the names of what is put into things that were counted.
var worthEnds = []string{"投资", "投资额", "资金", "金额", "合同额"}

// steps are words behind an amount that call it a step.
var steps = phrasesOf("台阶", "大关", "关口")

// listsThings reports whether the run only counts the things of a list, of which
// more is said behind it: 甲、乙两大产业产值占….
func (e *extractor) listsThings(r *run) bool {
	last := r.nums[len(r.nums)-1]
	if e.at(e.nums[last].Pos.End) != '大' || e.nums[last].UnitText.Valid() || last+1 >= int(e.cls[r.clause].numEnd) {
		return false
	}
	return !e.joinsBefore(e.nums[last+1].Full.Start)
}

// closeBracket brings back the subject that was spoken of before a bracket.
func (st *state) closeBracket() {
	if st.outer != "" {
		st.topic, st.outer = st.outer, ""
		st.recent = append(st.recent, st.topic)
	}
}

// amongAt finds 其中 in clause c.
func (e *extractor) amongAt(c int) (span, bool) {
	if !e.cls[c].roles.Is(lexicon.Among) {
		return span{}, false
	}
	for _, t := range e.clauseTokens(c) {
		if t.Role.Is(lexicon.Among) {
			return span{Start: int(t.Start), End: int(t.End)}, true
		}
	}
	return span{}, false
}

// stance is the stance of clause c.
func (e *extractor) stance(c int) report.Stance {
	return e.rep.Sentences[e.rep.Clauses[c].Sentence].Stance
}

// isPoint reports whether q is in percentage points.
func isPoint(q *quantity.Quantity) bool {
	return q.Unit.Is(lexicon.UnitPoint)
}

// isPercent reports whether q is in percent or permille.
func isPercent(q *quantity.Quantity) bool {
	return q.Unit.Is(lexicon.UnitPercent)
}

// isMoney reports whether q is a sum of money.
func isMoney(q *quantity.Quantity) bool {
	return q.Unit.Is(lexicon.UnitMoney)
}
