package statement

import (
	"slices"
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
)

// run is a series of figures that share one predicate: 分别增长5%和6%. A range
// is one slot of two figures.
type run struct {
	clause     int
	nums       []int // numbers in order
	slots      []int // for each number, its slot
	n          int   // slots
	figure     int   // index of the first of its figures, which follow each other
	left       span  // what stands before the first number
	right      span  // what stands behind the last
	pred       predicate
	core       span   // what that leaves, less what stands before a subject
	paced      int    // where 按 stands that opens the pace at which what it tells changes; see pacedBy
	first      bool   // it is the first of its clause
	made       bool   // a verb before the subject brings it about: 新建公路8公里
	verb       span   // that verb
	quantified bool   // it stands before what it counts
	acted      bool   // a verb of its own is all that stands before the number
	joined     string // a subject joined from before and behind its verb: 企业实现利润
	passing    bool   // it is named in passing: 对于14亿人口的大国
	sized      bool   // it is the size of what stands behind it: 收入超50万元的村
	led        bool   // it is where the change leads that the run before starts: 从20%提高到35%
	follows    bool   // its subject was completed from the clause before
	held       string // the period of what it tells where another is held against it, "" elsewhere
	heldAt     span   // where that is named
	past       int    // where what it says ends and the next run's words begin, 0 where its last number does
}

// slotOf is the slot of number i in the run, 0 where that is none of its numbers.
func (r *run) slotOf(i int) int {
	for n, k := range r.nums {
		if k == i {
			return r.slots[n]
		}
	}
	return 0
}

// eachHas reports whether a word before the run gives each of several its own: 分别扩大2个和
// 1个百分点, 分居第3位和第2位.
func (e *extractor) eachHas(r *run) bool {
	for _, t := range e.tokens(r.clause, r.left) {
		if t.Role.Is(lexicon.Each) || t.Role.Is(lexicon.Ranking) && e.at(int(t.Start)) == '分' {
			return true
		}
	}
	return false
}

// gatherRuns gathers the figures of every clause into runs, and takes apart what stands before the
// first of each: what later runs begin with is known once those before them are read. It is
// a pass of its own since the processor cannot hold the code of this and of figures at hand.
func (e *extractor) gatherRuns() {
	e.runs, e.runNums, e.runSlots = e.runs[:0], e.runNums[:0], e.runSlots[:0]
	for _, c := range e.timed {
		if !e.cls[c].counts {
			continue
		}
		n := len(e.runs)
		for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
			if e.set.Mentions[i].What == IsFigure {
				i = int32(e.gather(int(c), int(i)))
			}
		}
		r := &e.runs[n]
		e.leaveFrom(r, e.skipLabel(r.clause, e.rep.Clauses[c].Pos)) // 一是新增就业2000人
		r.first = true
		e.takeApart(r, false, span{})
	}
}

// gather adds to e.runs the run of clause c that begins with number i, and returns the last
// number of it.
func (e *extractor) gather(c, i int) (last int) {
	n := len(e.runNums)
	e.runs = slices.Grow(e.runs, 1)[:len(e.runs)+1]
	r := &e.runs[len(e.runs)-1]
	*r = run{}
	r.clause, r.figure, last = c, n, -1
	for ; i < int(e.cls[c].numEnd); i++ {
		if e.set.Mentions[i].What != IsFigure {
			continue // 万 left of a number, 百 of 个百分点
		}
		if q := &e.nums[i]; last < 0 || q.RangeWith != -1 {
			if last >= 0 && (!e.joins(e.nums[last].Full.End, q.Full.Start) || e.opensClass(last, i)) {
				break
			}
			r.n++
		}
		e.runNums, e.runSlots = append(e.runNums, i), append(e.runSlots, r.n-1)
		last = i
	}
	r.nums, r.slots = e.runNums[n:], e.runSlots[n:]
	e.boundRight(r, last)
	return last
}

// boundRight notes what stands behind r, the last of whose numbers is given.
func (e *extractor) boundRight(r *run, last int) {
	end := e.rep.Clauses[r.clause].Pos.End
	r.right = span{Start: e.spaced(e.nums[last].Full.End), End: end}
	for k := last + 1; k < int(e.cls[r.clause].numEnd); k++ {
		if e.set.Mentions[k].What == IsFigure && !e.agesOf(last, k) && !e.worthOf(last, k) {
			r.right.End = e.nums[k].Full.Start
			break
		}
	}
	if r.right.End < end {
		if at := e.nextDeed(r.right); at > 0 {
			r.right.End, r.past = at, at+1 // 扶持4个村整村推进、减少贫困人口
		} else if at := e.nextFew(last, r.right); at > 0 {
			r.right.End, r.past = at, at+1 // 利用两种资源、开拓两个市场
		}
	}
	r.right.End = max(r.right.End, r.right.Start)
}

// leaveFrom notes what stands before r, from offset prev on.
func (e *extractor) leaveFrom(r *run, prev int) {
	i := r.nums[0]
	r.left = span{Start: prev, End: e.nums[i].Full.Start}
	if at := r.left.End - 1; i > 0 && at > prev && e.rs[at] == '×' && e.nums[i-1].Pos.End == at && e.nums[i-1].Pos.Start >= prev {
		r.left.End = e.nums[i-1].Pos.Start // 2×35万千瓦机组
	}
	if r.left.End < prev {
		r.left.End = e.nums[i].Pos.Start
	}
}

// takeApart takes apart what stands before r. led says that the run before it is where a change
// starts, and heldAt when what that tells was so; see noteHeld.
func (e *extractor) takeApart(r *run, led bool, heldAt span) {
	e.predicate(&r.pred, r.clause, r.left, &e.nums[r.nums[0]])
	if led && !r.first {
		r.pred.core.End = r.pred.core.Start // 由52家延伸到58家: the verb alone stands here
		r.pred.to, r.pred.reach = true, true
		r.led = true
	}
	if e.noteHeld(r); r.pred.change && !r.pred.than.Valid() && !r.first {
		r.pred.than = heldAt
	}
	if r.held == "" {
		r.paced = e.pacedBy(r)
		r.core = e.coreOf(r)
	}
}

// nextDeed is where 、 parts two deeds in p, the second with a verb and an object of its
// own, or 和 two things of which the second is of others, who are counted behind p: 3万人口的饮水
// 问题和山区4500人的用电问题; 0 where nothing does.
func (e *extractor) nextDeed(p span) int {
	const shortest, longest = 2, 6 // runes of what stands before and behind, and of who the others are
	for i := p.Start + shortest; i+shortest < p.End; i++ {
		if e.rs[i] == '和' && i+1+longest >= p.End && e.holds(p.Start+shortest, i, "的") && !e.verbAt(i+1) {
			return i
		}
		if e.rs[i] != '、' {
			continue
		}
		t, ok := e.lex.At(e.rs[:p.End], i+1, lexicon.ClassVerb)
		if ok && t.End-t.Start >= 2 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain|lexicon.Reach) && int(t.End)+shortest <= p.End && !e.holds(int(t.End), p.End, "、") {
			return i
		}
	}
	return 0
}

// nextFew is where 、 parts what number last, a small one, counts in p from the words before the
// next small number; 0 where it parts nothing.
func (e *extractor) nextFew(last int, p span) int {
	const shortest = 2 // runes before the next number
	if last+1 >= len(e.nums) || e.nums[last+1].Full.Start != p.End || !e.smallCount(last) || !e.smallCount(last+1) {
		return 0
	}
	for i := p.Start + 1; i+shortest < p.End; i++ {
		switch e.rs[i] {
		case '、':
			return i
		case '和', '与', '及':
			return 0
		}
	}
	return 0
}

// opensClass reports whether number i, joined to number last, delimits a class of things where
// that one counts others: 亿元以上项目6个、5000万元以上项目9个.
func (e *extractor) opensClass(last, i int) bool {
	a, b := &e.nums[last], &e.nums[i]
	if b.Form == quantity.Bare && e.at(b.Pos.End) == '级' {
		return a.Unit.Is(lexicon.UnitMeasure) // 百亿级产业1个、十亿级企业3家
	}
	if b.Unit.Is(lexicon.UnitAge) && b.Bound != quantity.Exact && !e.ends(b.Full.End) {
		return a.Unit.Is(lexicon.UnitMeasure) // 医师3名、3岁以下婴幼儿托位4个
	}
	return a.Unit.Is(lexicon.UnitMeasure) && b.Unit.Is(lexicon.UnitPlain) && !e.ends(b.Full.End) && (e.hasBefore(b.Full.End, "以上") || e.exceeded(b) || isMoney(b))
}

// perAt is the 每人每月 that ends at offset i; empty where none does.
func (e *extractor) perAt(i int) span {
	for k := i - 1; k >= 0; k-- {
		switch e.rs[k] {
		case '每':
			if e.at(k-2) != '每' {
				return span{Start: k, End: i}
			}
		case '人', '月', '年', '户', '天', '亩':
		default:
			return span{}
		}
	}
	return span{}
}

// agesOf reports whether number k, or the range that it is of, only says how old those are
// whom number last counts: 1200名60岁以上老人.
func (e *extractor) agesOf(last, k int) bool {
	q := &e.nums[k]
	return q.Unit.Is(lexicon.UnitAge) && (q.Full.Start == e.nums[last].Full.End || q.RangeWith == -1 && e.agesOf(last, k-1))
}

// worthOf reports whether number k only says what those are worth that number last counts:
// 6个总投资120亿元的项目, 8个年产值超5亿元的工厂.
func (e *extractor) worthOf(last, k int) bool {
	q := &e.nums[k]
	if e.at(q.Full.End) != '的' || !isMoney(q) {
		return false
	}
	worth := span{Start: e.nums[last].Full.End, End: q.Full.Start}
	if w, ok := e.oneAt(worth.Start, worths); ok && worth.Start+runeCount(w) == worth.End {
		return true
	}
	if e.exceeded(q) {
		worth.End = min(worth.End, q.Pos.Start-1)
	}
	return worth.Len() > 1 && e.tailHead(worth) && e.rep.Text.NextSign(worth.Start) >= worth.End
}

// joins reports whether only marks and words that join stand between two
// offsets: 、 和.
func (e *extractor) joins(from, to int) bool {
	if to < from {
		return true
	}
	joined := false
	if per := e.perAt(to); per.Valid() {
		to = per.Start // 每人每月550元和每人每年3800元
	}
	for k := from; k < to; k++ {
		switch e.rs[k] {
		case '第':
		case '、', '和', '与', '及', '∶', ':', '：', '︰', ' ', '\n', '约', '近', '以', '或', '/', '／':
			joined = true
		default:
			return false
		}
	}
	return joined
}

// readRun completes a run and appends its figures, but for what periods and links
// add to them.
func (e *extractor) readRun(r *run, st *state) {
	q := &e.nums[r.nums[0]]
	start := st.start
	if st.led = r.pred.from; st.led {
		st.start = r.nums[0]
	} else {
		st.start = -1
	}
	var subjects subjects
	e.subjects(r, st, &subjects)
	if r.pred.from && !st.led {
		st.led, st.start = true, r.nums[0] // 现行16%的税率降至13%
	}
	if st.added >= 0 && r.first {
		e.addedToo(r, st, &subjects)
	}
	if r.pred.dir == "" && !r.first && st.made != "" && !subjects.inherited && !r.acted && !r.made && !(isPercent(q) && subjects.core.Valid() && e.at(subjects.core.End-1) == '率') {
		r.pred.dir = st.made
		if n := len(e.set.Figures); n > 0 && isPercent(q) && e.set.Figures[n-1].Clause == r.clause && e.set.Figures[n-1].Kind == Growth {
			r.made = true // 精简文件12%、会议18%
		}
	}
	if r.made {
		st.made = r.pred.dir
	}
	if topic := subjects.of(0); (strings.HasPrefix(topic, "新增") || r.made && r.pred.dir == Up && e.hasAt(r.verb.Start, "新增")) && capacity(topic) {
		st.added = r.clause
	}
	st.counted = subjects.quantified
	for k, i := range r.nums {
		all, f := e.nextFigure()
		f.Quantity = e.nums[i]
		if k > 0 {
			f.Quantity.Share(q)
		} else if r.pred.short {
			f.Quantity.Fall()
		}
		f.Pos, f.Clause = f.Quantity.Pos, r.clause
		f.Quote = e.rep.Clauses[r.clause].Pos
		f.Section = e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].Section
		f.Trace = e.newTrace()
		e.traced(f, "nature:", e.set.Mentions[i].Rule)
		topic := subjects.of(r.slots[k])
		e.kind(f, r, i, topic)
		e.inheritKind(f, r, &subjects)
		if !st.led && r.pred.to && !r.first {
			e.endDirection(f, r, start)
		}
		e.naturalUnit(f, r, &subjects)
		e.name(f, r, st, &subjects, r.slots[k])
		e.region(f, r, st, &subjects)
		f.inherited, f.delimits = subjects.inherited || r.follows, e.delimits(r)
		e.keepTrace(f)
		e.topics = append(e.topics, topic)
		e.set.Mentions[i].Figure = len(e.set.Figures)
		e.set.Figures = all
	}
	st.heldAt = r.heldAt
	e.remember(r, st, &subjects)
}

// addedToo gives a run that names a thing and its amount alone the way of the capacities that
// the clauses before it list as added: 新增装机容量5万千瓦，采煤能力80万吨，铁路30公里.
func (e *extractor) addedToo(r *run, st *state, s *subjects) {
	before := st.added
	st.added = -1
	if before != r.clause-1 || s.inherited || r.made || r.pred.dir != "" || r.pred.reach || r.pred.change || isPercent(&e.nums[r.nums[0]]) || e.verbBeforeAt(e.nums[r.nums[0]].Full.Start) || !e.ends(e.nums[r.nums[len(r.nums)-1]].Full.End) {
		return
	}
	if topic := s.of(0); capacity(topic) || strings.HasSuffix(topic, "里程") || !e.endsMeasure(e.runesOf(topic)) && !e.personal(topic) {
		r.pred.dir, st.made, st.added = Up, Up, r.clause
	}
}

// capacity reports whether a subject is what something can make, take or hold.
func capacity(topic string) bool {
	return strings.Contains(topic, "能力") || strings.Contains(topic, "容量") || strings.Contains(topic, "装机")
}

// nextFigure is an empty figure behind those of the set, and all of them with it.
func (e *extractor) nextFigure() (all []Figure, f *Figure) {
	n := len(e.set.Figures)
	all = slices.Grow(e.set.Figures, 1)[:n+1]
	return all, &all[n]
}

// remember updates the state behind a run.
func (e *extractor) remember(r *run, st *state, s *subjects) {
	if n := r.nums[0]; len(s.topics) == 0 || e.delimits(r) && e.exceeds(r, &e.nums[n]) || n > 0 && e.worthOf(n-1, n) {
		return
	}
	last := &e.set.Figures[len(e.set.Figures)-1]
	if last.Kind == PP && st.gap != "" && st.gapIn == r.clause && !r.first && e.placeOfAll(s.of(0)) {
		return // 高于全国0.4个百分点、全省0.3个百分点
	}
	gap := last.Kind == PP || last.Kind == Completion || last.Kind == Rank && s.inherited || last.Kind == Streak || last.Kind == Multiple && s.inherited
	if gap && s.inherited && s.lasting == "" {
		return // but of 粮食产量实现十四连丰 the next clause can tell the amount
	}
	if st.share = ""; r.pred.from && r.pred.ratio && s.inherited && s.whole != "" {
		st.share = s.of(0) + "占" + s.whole
	}
	if last.Kind == Count && last.Quantity.Form == quantity.Dual && s.core.Valid() && e.joinsInside(s.core) {
		if both := e.names(r.clause, s.core); len(both) == 2 {
			st.recent = append(st.recent, both...) // 甲、乙排放量双下降，分别下降3%和4%
			st.last, st.topic = append(st.last[:0], both...), s.topic(0)
			return
		}
	}
	tells := !s.inherited || last.Kind == Level
	if tells {
		st.last = st.last[:0]
	}
	slots := r.n
	if s.lasting != "" {
		slots = 1
	}
	for k := range slots {
		if st.topic = s.topic(k); s.lasting != "" {
			st.topic = s.lasting
		}
		if tells {
			st.recent, st.last = append(st.recent, st.topic), append(st.last, st.topic)
		}
	}
	if last.Kind == Level {
		st.level = st.topic
	}
}

// joinsBefore reports whether a word that joins stands right before offset i.
func (e *extractor) joinsBefore(i int) bool {
	for i > 0 && (e.at(i-1) == ' ' || e.at(i-1) == '为' || e.at(i-1) == '对') {
		i--
	}
	switch e.at(i - 1) {
	case '、':
		return true
	case '和', '与', '及':
		verb, ok := e.lex.At(e.rs[:i], i-2, lexicon.ClassVerb) // 惠及, 参与
		return !ok || int(verb.End) != i
	}
	return false
}
