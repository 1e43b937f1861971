package statement

import (
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
)

// state is what a paragraph has said so far, from which later clauses complete
// what they leave out.
type state struct {
	topic    string    // the subject that stands last
	recent   []string  // the subjects of the last slots, a level and its like
	last     []string  // the subjects of the last run
	whole    string    // the subject that 其中 speaks of the parts of
	object   int       // the last clause without figures, -1 none: what it is about can be what the next one measures
	region   string    // the place that the sentence opened with
	part     int       // the part（一级章节）it stands in
	carry    int       // time phrase carried over the sentence, -1 none
	spanned  int       // time phrase carried over the paragraph, -1 none
	base     string    // the first year of 由2000年的…增加到2005年的
	sector   string    // what opened the clause and is shared by bare nouns
	made     Direction // the direction that the clause's verb gave the run before
	ahead    int       // the clause up to which a span of coming years is carried
	start    int       // the number it starts from, -1 none
	led      bool      // the run before is where a change starts: 由52家
	parts    bool      // the sentence has spoken of parts of a whole: 其中
	compared string    // the year that the sentence compares with: 同1987年相比
	prior    string    // the topic before this clause
	counted  bool      // the run before stood before what it counts
}

// run is a series of figures that share one predicate: 分别增长5%和6%. A range
// is one slot of two figures.
type run struct {
	clause     int
	nums       []int // numbers in order
	slots      []int // for each number, its slot
	n          int   // slots
	left       span  // what stands before the first number
	right      span  // what stands behind the last
	pred       predicate
	first      bool   // it is the first of its clause
	made       bool   // a verb before the subject brings it about: 新建公路8公里
	verb       span   // that verb
	quantified bool   // it stands before what it counts
	joined     string // a subject joined from before and behind its verb: 企业实现利润
	follows    bool   // its subject was completed from the clause before
}

// figures reads the figures of every sentence.
func (e *extractor) figures() {
	st := state{object: -1}
	paragraph := -1
	n := 0
	for i := range e.set.Mentions {
		if e.set.Mentions[i].What == IsFigure {
			n++
		}
	}
	e.set.Figures = make([]Figure, 0, n)
	for s := range e.rep.Sentences {
		sent := &e.rep.Sentences[s]
		if sent.Paragraph != paragraph {
			st = state{carry: -1, object: -1, spanned: e.spanBefore(st, sent)}
			st.part = e.part(sent.Section)
			paragraph = sent.Paragraph
		}
		if st.carry >= 0 && (!e.times[st.carry].span || e.comingSpan(e.times[st.carry])) {
			st.carry = -1
		}
		st.region, st.object, st.base, st.parts = "", -1, "", false
		for c := sent.First; c < sent.Last; c++ {
			e.clauseFigures(c, &st)
		}
	}
}

// spanBefore is the span of years that a new paragraph inherits: the items of a
// list share the time of the paragraph that opens it.
func (e *extractor) spanBefore(st state, sent *report.Sentence) int {
	if st.spanned < 0 || st.part != e.part(sent.Section) || !e.item(sent.Section) {
		return -1
	}
	c := sent.First
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if t := e.times[k]; e.opensClause(c, t.pos.Start) && !t.span && t.to != "" {
			return -1
		}
	}
	return st.spanned
}

// item reports whether section s is an item of a list: —— or 第一，.
func (e *extractor) item(s int) bool {
	l := e.rep.Sections[s].Label
	return l.Valid() && (e.rs[l.Start] == '—' || e.rs[l.Start] == '第' || e.rs[l.Start] == '－' || e.rs[l.Start] == '●')
}

// part is the index of the top section that section s lies in.
func (e *extractor) part(s int) int {
	for s > 0 && e.rep.Sections[s].Level > 1 {
		s = e.rep.Sections[s].Parent
	}
	return s
}

// clauseFigures reads the figures of clause c.
func (e *extractor) clauseFigures(c int, st *state) {
	cl := e.cls[c]
	e.carryTime(c, st)
	st.sector, st.made, st.counted, st.led, st.prior, st.start = "", "", false, false, st.topic, -1
	any := false
	prev := e.rep.Clauses[c].Pos.Start
	if t, ok := e.amongAt(c); ok {
		if st.whole == "" || !e.hasAt(t.Start, "其中") || e.rep.Clauses[max(0, c-1)].Mark != '、' {
			st.whole = st.topic
		}
		st.parts = true
	}
	for i := int(cl.num); i < int(cl.numEnd); {
		if e.set.Mentions[i].What != IsFigure {
			i++
			continue
		}
		any = true
		r := e.runAt(c, i, prev)
		r.first = prev == e.rep.Clauses[c].Pos.Start
		if st.counted && e.joinsBefore(r.left.End) {
			r.left.Start = r.left.End
		}
		e.readRun(&r, st)
		last := r.nums[len(r.nums)-1]
		if !e.delimits(&r) {
			prev = e.nums[last].Full.End
		}
		i = last + 1
	}
	if !any {
		st.object = c
		e.comparison(c, st)
		e.changing(c, st)
	}
	if m := e.rep.Clauses[c].Mark; m == '；' && st.carry >= 0 && !e.times[st.carry].span {
		st.carry = -1
	}
}

// comparison notes the year that a clause without figures compares with.
func (e *extractor) comparison(c int, st *state) {
	pos := e.rep.Clauses[c].Pos
	if !e.hasBefore(pos.End, "相比") && !e.hasBefore(pos.End, "比较") {
		return
	}
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if _, ok := e.anyBefore(e.times[k].pos.Start, "同", "与", "和", "比"); ok && e.times[k].to != "" {
			st.compared = e.times[k].to
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
	for _, t := range e.tokens(c, pos) {
		if !t.Role.Is(lexicon.Up|lexicon.Down) || t.Class&lexicon.ClassVerb == 0 || t.Class&lexicon.ClassIndicator != 0 {
			continue
		}
		subject := e.stripLeft(c, span{Start: pos.Start, End: int(t.Start)}, true)
		toks := e.tokens(c, subject)
		for n := len(toks); n > 0 && int(toks[n-1].End) == subject.End && toks[n-1].Role.Is(lexicon.Adverb|lexicon.Void) && !toks[n-1].Role.Is(lexicon.Head); n-- {
			subject.End = int(toks[n-1].Start)
		}
		if subject = e.trim(subject); e.indicatorWhole(e.text(subject)) {
			st.topic = e.text(subject)
			st.recent = append(st.recent, st.topic)
		}
		return
	}
}

// amongAt finds 其中 in clause c.
func (e *extractor) amongAt(c int) (span, bool) {
	for _, t := range e.toks[e.cls[c].tok:e.cls[c].tokEnd] {
		if t.Role.Is(lexicon.Among) {
			return span{Start: int(t.Start), End: int(t.End)}, true
		}
	}
	return span{}, false
}

// runAt gathers the run that begins with number i; prev is where the text
// before it begins.
func (e *extractor) runAt(c, i, prev int) run {
	r := run{clause: c, left: span{Start: prev, End: e.nums[i].Full.Start}}
	if r.left.End < r.left.Start {
		r.left.End = e.nums[i].Pos.Start
	}
	end := e.rep.Clauses[c].Pos.End
	for i < int(e.cls[c].numEnd) {
		if e.set.Mentions[i].What != IsFigure {
			i++ // 万 left of a number, 百 of 个百分点
			continue
		}
		if len(r.nums) > 0 {
			last := r.nums[len(r.nums)-1]
			if e.nums[i].RangeWith != -1 && !e.joins(e.nums[last].Full.End, e.nums[i].Full.Start) {
				break
			}
			if e.nums[i].RangeWith == -1 {
				r.slots = append(r.slots, r.slots[len(r.slots)-1])
				r.nums = append(r.nums, i)
				i++
				continue
			}
		}
		r.nums = append(r.nums, i)
		r.slots = append(r.slots, r.n)
		r.n++
		i++
	}
	last := r.nums[len(r.nums)-1]
	next := end
	for k := last + 1; k < int(e.cls[c].numEnd); k++ {
		if e.set.Mentions[k].What == IsFigure {
			next = e.nums[k].Full.Start
			break
		}
	}
	r.right = span{Start: e.nums[last].Full.End, End: next}
	if r.right.End < r.right.Start {
		r.right.End = r.right.Start
	}
	return r
}

// joins reports whether only marks and words that join stand between two
// offsets: 、 和.
func (e *extractor) joins(from, to int) bool {
	if to < from {
		return true
	}
	joined := false
	for k := from; k < to; k++ {
		switch e.rs[k] {
		case '、', '和', '与', '及', '∶', ':', '：', '︰', ' ', '\n', '约', '近', '以', '或':
			joined = true
		default:
			return false
		}
	}
	return joined
}

// traceSize is how many rules decide a figure at the most, to allocate once.
const traceSize = 6

// readRun completes a run and appends its figures.
func (e *extractor) readRun(r *run, st *state) {
	q := &e.nums[r.nums[0]]
	r.pred = e.predicateOf(r.clause, r.left, q)
	if st.led && !r.first {
		r.pred.core.End = r.pred.core.Start // 由52家延伸到58家: the verb alone stands here
		r.pred.to, r.pred.reach = true, true
	}
	start := st.start
	if st.led = r.pred.from; st.led {
		st.start = r.nums[0]
	} else {
		st.start = -1
	}
	subjects := e.subjects(r, st)
	if r.pred.dir == "" && !r.first && st.made != "" && !subjects.inherited {
		r.pred.dir = st.made
	}
	if r.made {
		st.made = r.pred.dir
	}
	st.counted = subjects.quantified
	for k, i := range r.nums {
		f := Figure{
			Pos: e.nums[i].Pos, Quote: e.rep.Clauses[r.clause].Pos, Quantity: e.nums[i],
			Section: e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].Section, Clause: r.clause,
		}
		f.Trace = make([]string, 0, traceSize)
		f.Trace = append(f.Trace, "nature:"+e.set.Mentions[i].Rule)
		e.kind(&f, r, subjects.of(r.slots[k]))
		e.inheritKind(&f, r, subjects)
		if !st.led && r.pred.to && !r.first {
			e.endDirection(&f, r, start)
		}
		e.naturalUnit(&f, r, subjects)
		e.name(&f, r, st, subjects, r.slots[k])
		e.base(&f, r)
		e.period(&f, r, st, i)
		e.role(&f, r, i)
		e.region(&f, r, st, subjects)
		e.link(&f, subjects.of(r.slots[k]))
		f.inherited = subjects.inherited || r.follows
		e.set.Mentions[i].Figure = len(e.set.Figures)
		e.set.Figures = append(e.set.Figures, f)
	}
	e.remember(r, st, subjects)
}

// remember updates the state behind a run.
func (e *extractor) remember(r *run, st *state, s subjects) {
	if len(s.topics) == 0 {
		return
	}
	last := e.set.Figures[len(e.set.Figures)-1]
	gap := last.Kind == PP || last.Kind == Completion || last.Kind == Rank && s.inherited || last.Kind == Streak || last.Kind == Multiple && s.inherited
	if gap && s.inherited {
		return
	}
	var slots []string
	for k := 0; k < r.n; k++ {
		slots = append(slots, s.topic(k))
	}
	if s.lasting != "" {
		slots = []string{s.lasting}
	}
	if !s.inherited || last.Kind == Level {
		st.recent = append(st.recent, slots...)
		st.last = slots
	}
	st.topic = slots[len(slots)-1]
}

// carryTime notes the time phrase that clause c opens with: it holds for the
// sentence, and for the paragraph if it covers years.
func (e *extractor) carryTime(c int, st *state) {
	if st.carry >= 0 && e.comingSpan(e.times[st.carry]) && c > st.ahead {
		st.carry = -1
	}
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		t := e.times[k]
		if t.to == "" || e.frameTime(c, t) {
			continue
		}
		_, among := e.amongAt(c)
		if among {
			continue
		}
		if t.counted {
			continue
		}
		if e.comingSpan(t) && !t.deadline && e.stance(c) != report.Review && (e.stance(c) != report.Goals || !e.opensClause(c, t.pos.Start)) {
			st.carry, st.ahead = int(k), c+1
			continue
		}
		if t.span {
			st.spanned, st.carry = int(k), int(k)
			if t.year > e.contextYear(c) && e.stance(c) == report.Review {
				st.spanned, st.carry = -1, -1
			}
			continue
		}
		if !e.opensClause(c, t.pos.Start) {
			continue
		}
		st.carry = int(k)
		if t.relative && t.from == t.to && len(t.to) == 4 {
			st.spanned = -1
		}
	}
}

// comingSpan reports whether a time phrase covers coming years: 未来三年.
func (e *extractor) comingSpan(t timePhrase) bool {
	return t.span && e.rep.Year > 0 && t.year > e.rep.Year
}

// joinsBefore reports whether a word that joins stands right before offset i.
func (e *extractor) joinsBefore(i int) bool {
	for i > 0 && (e.at(i-1) == ' ' || e.at(i-1) == '为' || e.at(i-1) == '对') {
		i--
	}
	switch e.at(i - 1) {
	case '、', '和', '与', '及':
		return true
	}
	return false
}

// delimits reports whether the run only delimits a class that a later number of
// its clause counts: 亿元以上项目320个.
func (e *extractor) delimits(r *run) bool {
	last := r.nums[len(r.nums)-1]
	q := &e.nums[last]
	if q.Bound != quantity.Over || r.right.Len() == 0 || e.ends(r.right.Start) || r.pred.to || isPercent(q) {
		return false
	}
	if e.at(q.Full.End-1) != '上' && q.Form != quantity.Bare {
		return false
	}
	for i := last + 1; i < int(e.cls[r.clause].numEnd); i++ {
		if e.set.Mentions[i].What == IsFigure {
			return !e.joinsBefore(e.nums[i].Full.Start) && e.at(q.Pos.End) != '级'
		}
	}
	return false
}

// frameTime reports whether a time phrase does not say when: 三年行动, 2000年的,
// 比2015年.
func (e *extractor) frameTime(c int, t timePhrase) bool {
	if t.from == "" || e.at(t.pos.End) == '的' && !t.relative {
		return true
	}
	if _, ok := e.anyAt(t.pos.End, "规划", "计划", "”规划", "”计划", "”国", "行动", "目标", "末的", "平均", "年均", "”时期的", "”普法", "建设", "任务", "”去"); ok {
		return true
	}
	if _, ok := e.anyBefore(t.pos.Start, "比", "较", "于", "由", "从", "完成", "实施", "编制", "制定", "自", "是", "同", "与"); ok {
		return true
	}
	return false
}

// opensClause reports whether only words that say nothing of their own stand
// before offset i in clause c.
func (e *extractor) opensClause(c, i int) bool {
	start := e.rep.Clauses[c].Pos.Start
	const few = 4
	return i-start <= few
}

// stance is the stance of clause c.
func (e *extractor) stance(c int) report.Stance {
	return e.rep.Sentences[e.rep.Clauses[c].Sentence].Stance
}

// objectOf is what a clause without figures is about: its words behind the
// verb it opens with.
func (e *extractor) objectOf(c int) string {
	if c < 0 {
		return ""
	}
	core := e.stripLeft(c, e.rep.Clauses[c].Pos, true)
	return e.text(core)
}

// isPoint reports whether q is in percentage points.
func isPoint(q *quantity.Quantity) bool {
	return q.Unit != nil && strings.HasPrefix(q.Unit.Dimension, "point")
}

// isPercent reports whether q is in percent or permille.
func isPercent(q *quantity.Quantity) bool {
	return q.Unit != nil && (q.Unit.Dimension == "ratio:percent" || q.Unit.Dimension == "ratio:permille")
}
