package statement

import (
	"pledger/lexicon"
	"pledger/quantity"
)

// verdict is what a question about the words behind a number came to.
type verdict int8

const (
	undecided verdict = iota // another question decides
	subject                  // they give what the number is of
	noSubject                // what stands before the number does
)

// rightSubject reads a subject behind the number: 80个旗县推行防贫保险,
// 解决15万农村人口饮水困难, 97.7%的行政嘎查村建立….
func (e *extractor) rightSubject(r *run, st *state, core span, s *subjects) bool {
	last := r.nums[len(r.nums)-1]
	right := e.rightPart(r, last)
	if e.nums[last].Unit.Is(lexicon.UnitHousehold|lexicon.UnitPerson) && e.householdsAndPeople(r, st, core, right, s) {
		return true
	}
	if e.at(core.End) == '的' && e.isAt(core.End-2, remainders) && core.Len() <= 3 {
		core.Start = core.End // 让剩余的3.2万人喝上安全水
	}
	if v := e.subjectByForm(r, st, core, right, s); v != undecided {
		return v == subject
	}
	if together := e.sizedTogether(r); together.Valid() && e.sizeOf(r, core, together, s) {
		return true
	}
	if e.namesNothing(r, core, right) {
		return false
	}
	if e.constructionBehind(r, st, core, right, s) {
		return true
	}
	of := e.at(right.Start) == '的'
	if _, step := e.oneAt(right.Start, steps); step {
		return false // 首次跨上200亿元台阶
	}
	if of {
		right.Start++
		if e.isAt(right.Start, manners) {
			return false // 在人口减少2万人的情况下
		}
		if v := e.subjectBehindOf(r, core, right, s); v != undecided {
			return v == subject
		}
	} else if v := e.subjectNextTo(r, core, right, s); v != undecided {
		return v == subject
	}
	if e.nums[last].Unit.Is(lexicon.UnitDuration) && (!of || e.hasBefore(e.trim(right).End, "历史")) {
		return e.durationSubject(r, core, right, s)
	}
	return !e.saidOfBefore(r, core, right) && e.countedSubject(r, st, core, right, s)
}

// subjectByForm decides by the number itself: streaks, none at all, parts of a whole, places,
// and what is measured and counts nothing.
func (e *extractor) subjectByForm(r *run, st *state, core, right span, s *subjects) verdict {
	last := r.nums[len(r.nums)-1]
	q := &e.nums[last]
	divided := e.set.Mentions[last].Rule == "divided"
	switch {
	case e.streak(last):
		return verdictOf(e.streakSubject(r, st, core, s))
	case q.Form == quantity.None:
		return verdictOf(e.noneSubject(r, st, core, s))
	case divided && e.hasAt(q.Pos.End, "方面"):
		return verdictOf(e.dividedSides(r, core, s))
	case divided && e.at(q.Pos.End) != '级' && core.Valid():
		return verdictOf(e.dividedPlaces(r, st, core, s))
	case divided && e.at(right.Start) == '级' && e.ranksOf(r, right, s):
		return subject
	case divided && core.Valid():
		return verdictOf(e.dividedPlaces(r, st, core, s)) // 市和县两级实行
	case q.Unit.Is(lexicon.UnitPlace):
		if !e.amongWhom(r, right, s) {
			s.topics, s.quantified, r.quantified = e.words.list(e.text(q.UnitText)), true, true // 8县市医共体建设
		}
		return subject
	case !right.Valid() || q.Form == quantity.Ordinal || q.Form == quantity.Dual && e.at(q.Pos.Start) == '双' || q.Form == quantity.Digitals || q.Form == quantity.Doubling:
		return noSubject
	case r.pred.from && r.first && !core.Valid() && e.verbAt(right.Start):
		return noSubject // 参加人数，由80万人增加到95万人
	case r.pred.ratio || r.pred.goal.Valid() || r.pred.change && isPercent(q) || r.pred.to || isPoint(q):
		return noSubject
	case q.Unit.Is(lexicon.UnitRank) && e.ranks(q) || q.Unit.Is(lexicon.UnitMultiple|lexicon.UnitAnniversary):
		return noSubject
	}
	return undecided
}

// verdictOf is the verdict of who found the subject or did not.
func verdictOf(found bool) verdict {
	if found {
		return subject
	}
	return noSubject
}

// namesNothing reports whether what stands behind the number names nothing that it could count.
func (e *extractor) namesNothing(r *run, core, right span) bool {
	switch e.at(right.Start) {
	case '，', '。', '；', '、', '！', '和', '与', '及', '（', ':', '：', '∶':
		return true
	}
	if !core.Valid() {
		return false
	}
	last := r.nums[len(r.nums)-1]
	return e.at(right.Start) == '中' && e.ends(right.Start+1) || // 危房2146户中，
		e.hasBefore(e.trim(right).End, "台阶") || // 总量跨越两个百亿台阶
		!e.smallCount(last) && e.at(e.nums[last].Pos.End) != '大' && e.namesGoal(right)
}

// constructionBehind asks the constructions that read the subject behind the number themselves,
// each by its own words; some only what a sum of money is of.
func (e *extractor) constructionBehind(r *run, st *state, core, right span, s *subjects) bool {
	ranks, money := e.cls[r.clause].roles.Is(lexicon.Ranking), isMoney(&e.nums[r.nums[len(r.nums)-1]])
	return ranks && e.amongWhom(r, right, s) || e.partDoes(r, st, core, right, s) || e.someAre(r, right, s) ||
		e.someOf(r, st, core, right, s) || e.stature(r, right, core, s) || e.early(r, st, core, right, s) ||
		e.doers(r, st.topic, core, right, s) || e.timesDone(r, core, right, s) || e.setAt(r, right, s) ||
		money && (e.spentOn(r, core, right, s) || e.setApart(r, right, s) || e.owedOf(r, core, right, s)) ||
		e.capacity(r, core, right, s)
}

// subjectNextTo reads what the number counts where no 的 stands between.
func (e *extractor) subjectNextTo(r *run, core, right span, s *subjects) verdict {
	q := &e.nums[r.nums[len(r.nums)-1]]
	counts := q.Unit != nil && !q.Unit.Is(lexicon.UnitMeasure)
	switch {
	case e.hasAt(right.Start, "部分") && core.Valid() && counts && e.rightEndsClause(r, right) && right.Len() == 2:
		e.partAbove(core, s) // 对年收入100万元至300万元部分
		return subject
	case !r.pred.from && core.Valid() && (e.at(e.trim(r.left).End-1) == '的' || e.hasAt(right.Start, "用于")) && (isPercent(q) || q.Form == quantity.Fraction || q.Form == quantity.Tenths) && e.verbAt(right.Start):
		s.topics, s.core = e.words.list(e.text(core)+e.text(e.trim(right))), core // 新增财力的七成以上用于民生
		r.pred.dir = ""
		return subject
	case e.fundOf(r, core, right, s):
		return subject
	case counts && core.Valid() && !(e.ageClass(r) && (e.hasAt(core.Start, "为") || e.personAt(right))) && !e.regionLike(r.clause, core) && !e.verbLast(r, core) && !e.delimits(r) && !e.qualified(r):
		return noSubject
	case r.pred.from && core.Valid() && q.Unit.Is(lexicon.UnitDuration):
		return noSubject // 办理时间从一个月压缩到5天
	}
	return undecided
}

// subjectBehindOf reads what stands behind 的.
func (e *extractor) subjectBehindOf(r *run, core, right span, s *subjects) verdict {
	last := r.nums[len(r.nums)-1]
	switch {
	case e.rateSpokenOf(r, right, s):
		return subject
	case e.hasAt(right.Start, "部分") && core.Valid() && (e.ends(right.Start+2) || e.verbAt(right.Start+2)):
		e.partAbove(core, s) // 对应纳税所得额不到100万元的部分
		return subject
	case e.changedNext(r, last, right, core, s):
		return subject
	}
	if t, ok := e.lex.At(e.rs[:right.End], right.Start, lexicon.ClassIndicator); ok && isPercent(&e.nums[last]) && !e.ends(int(t.End)) && e.levelNoun(span{Start: int(t.End), End: right.End}) {
		s.core = span{Start: right.Start, End: int(t.End)}
		s.topics = e.words.list(e.text(s.core))
		return subject // 提出5%左右的粮食产量增长目标
	}
	if e.levelNoun(right) {
		return noSubject
	}
	if core.Len() == 2 && e.hasAt(core.Start, "用于") && e.rightEndsClause(r, right) {
		s.topics, s.core = e.words.list(e.text(e.trim(right))), right
		s.quantified, r.quantified = true, true
		return subject // 用于1500万人次的职工培训
	}
	if e.bareLength(r) {
		if noun, _ := e.cutVerb(r.clause, right); noun.Valid() {
			s.topics, s.core = e.words.list(e.text(noun)), noun
			s.quantified, r.quantified = true, true
			return subject
		}
	}
	if e.sizeOf(r, core, right, s) {
		return subject
	}
	return undecided
}

// partAbove is the subject of an amount that only a part of what core names reaches.
func (e *extractor) partAbove(core span, s *subjects) {
	if e.at(core.Start) == '对' {
		core.Start++
	}
	s.topics, s.core = e.words.list(e.text(core)), core
}

// saidOfBefore reports whether the words behind the number say something of what stands
// before it.
func (e *extractor) saidOfBefore(r *run, core, right span) bool {
	t, ok := e.tokenAt(r.clause, right)
	q := &e.nums[r.nums[len(r.nums)-1]]
	if !ok || !e.predicates(t) || e.at(q.Pos.End) == '大' {
		return false
	}
	if t.Role.Is(lexicon.Adverb) && t.Class&lexicon.ClassVerb == 0 && !e.beforeVerb(t, right) {
		return false
	}
	object := q.Unit != nil && (q.Unit.Is(lexicon.UnitMeasure) && (e.at(r.left.End-1) == '等' || e.verbLast(r, core)) || e.nextCounts(r) && e.verbLast(r, core))
	return !object
}

// countedSubject reads the noun behind the number with what is said of it.
func (e *extractor) countedSubject(r *run, st *state, core, right span, s *subjects) bool {
	noun, verb := e.nounAndVerb(r, right)
	if !noun.Valid() {
		return false
	}
	whole := noun
	if noun, verb = e.thingsAlone(r, noun, verb); noun.End < whole.End && !verb.Valid() && (e.tailHead(whole) || e.endsIndicator(whole)) {
		s.lasting = e.text(whole) // 26个乡镇的总人口，超过80万
	}
	s.core, s.quantified = noun, true
	s.topics = e.words.list(e.countedName(r, st, noun, verb))
	if e.nums[r.nums[len(r.nums)-1]].Unit.Is(lexicon.UnitMeasure) && !core.Valid() && !verb.Valid() {
		s.topics[0] = e.spreadBefore(r, st) + s.topics[0] // 覆盖12个市、86个县
	}
	r.quantified = true
	return true
}

// rightThing is the thing that the run counts by its measure right behind it, with no verb of its
// own: 果园 of 户均二亩半果园; empty elsewhere.
func (e *extractor) rightThing(r *run) span {
	right := e.trim(r.right)
	if right.Len() < 2 || !e.nums[r.nums[len(r.nums)-1]].Unit.Is(lexicon.UnitPlain) || isMoney(&e.nums[r.nums[0]]) || !e.rightEndsClause(r, r.right) || e.verbAt(right.Start) {
		return span{}
	}
	return right
}
