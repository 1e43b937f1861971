package statement

import (
	"strings"

	"pledger/lexicon"
)

// subjectBefore reads the subject from core, what stands before the number without the verbs.
func (e *extractor) subjectBefore(r *run, st *state, core span, s *subjects) {
	text := e.text(core)
	if side, ok := strings.CutPrefix(text, "实际"); ok && e.attribute(side) {
		text = side // 实际涨幅为4%
	}
	switch {
	case r.joined != "" && r.n == 3 && e.industries(r.joined) != nil:
		s.topics = e.industries(r.joined) // 一二三产业分别实现增加值32亿元、70亿元、66亿元
	case r.joined != "":
		s.topics = e.words.list(r.joined)
	case e.arrived(r, st.topic) != "":
		s.topics = e.words.list(e.arrived(r, st.topic))
	case core.Len() > 2 && e.at(core.Start) == '为' && r.pred.verb.Valid() && e.namesItself(r):
		s.topics = e.words.list(e.text(span{Start: core.Start + 1, End: core.End}) + e.text(r.pred.verb)) // 为企业减税
	case text == "" && e.namesChange(r, st):
		s.topics = e.words.list(e.text(r.pred.verb)) // 今年扩招100万人
	case e.saysNothing(r, st, text), e.placeOnly(r, core), e.adjunctOnly(r, core):
		s.inherited = true
		s.topics = e.inherit(r, st)
	case e.inTimes(r) && text == "惠及":
		s.topics = e.words.list(text + "人次")
	case e.verbOnly(r.clause, core):
		things := e.countedByVerb(r)
		if r.acted = things == ""; r.acted {
			s.topics = e.words.list(e.actedOn(r, st))
		} else {
			s.topics = e.words.list(text + things)
		}
	case text == "人均水平" && st.topic != "":
		s.topics = e.words.list("人均" + st.topic)
	case e.perOnly(r.clause, core) && e.rightThing(r).Valid():
		s.topics = e.words.list(text + e.text(e.rightThing(r))) // 户均只有二亩半果园
	case e.perOnly(r.clause, core):
		s.topics = e.words.list(text + e.perWhat(r, st))
	case relates(text) && e.related(r, st, text) != "":
		s.topics = e.words.list(e.related(r, st, text))
	case e.attribute(text) || r.n == 1 && e.attributes(text) || r.first && st.topic != "" && e.contributes(text) && !e.among(r.clause) && e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].First < r.clause:
		s.topics = e.attributeOf(r, st, text)
	default:
		e.coreSubject(r, st, core, s)
	}
}

// saysNothing reports whether text, what stands before the number, does not say what that is of.
func (e *extractor) saysNothing(r *run, st *state, text string) bool {
	switch text {
	case "":
		return true
	case "总量":
		return st.topic != "" && e.amount(r)
	case "增长", "在建":
		return !r.first
	case "建":
		return st.topic != ""
	case "达产":
		return r.n == 1 && st.topic != ""
	}
	return false
}

// relates reports whether text opens with a word that relates a measure to something: 占, 对.
func relates(text string) bool {
	switch first, _ := firstRune(text); first {
	case '占', '超', '对':
		return true
	}
	return false
}

// related words text, which relates a measure to something, as that of what was measured before;
// "" where it names no measure.
func (e *extractor) related(r *run, st *state, text string) string {
	switch {
	case r.first && st.topic != "" && strings.HasPrefix(text, "占") && (e.indicatorWhole(text) || strings.HasSuffix(text, "比重")):
		return st.topic + text // 占世界经济比重从6%提高到9%
	case st.topic != "" && strings.HasPrefix(text, "超额完成") && isMoney(&e.nums[r.nums[0]]):
		return st.topic + text // 化解债务3亿元，超额完成年度任务6000万元
	case strings.HasPrefix(text, "对") && e.indicatorWhole(text):
		return text // 对世界经济增长贡献率
	}
	return ""
}

// adjunctOnly reports whether core only tells when the number came about: 精简后为86个,
// 在调整初期由36%降低到28%.
func (e *extractor) adjunctOnly(r *run, core span) bool {
	const longest = 6 // runes of what was done then: 修订计划时
	if !r.first || !core.Valid() {
		return false
	}
	switch e.rs[core.End-1] {
	case '后', '时':
		t, ok := e.tokenAt(r.clause, core)
		if ok && t.Class&lexicon.ClassVerb != 0 && (int(t.End) == core.End-1 || core.Len() <= longest && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain)) {
			return true
		}
	case '期', '间':
	default:
		return false
	}
	return e.rs[core.Start] == '在' && core.Len() <= longest && !e.longerWord(core.Start)
}

// amount reports whether the run gives an amount and neither a rate nor a rank: 总量达36万亩.
func (e *extractor) amount(r *run) bool {
	q := &e.nums[r.nums[0]]
	return q.Unit != nil && !q.Unit.Is(lexicon.UnitRatio|lexicon.UnitPercent|lexicon.UnitPoint) && !e.ranks(q)
}

// perWhat is what an amount for each person or household is of.
func (e *extractor) perWhat(r *run, st *state) string {
	switch n := len(st.recent); {
	case r.pred.change && !isPercent(&e.nums[r.nums[0]]) && r.pred.verb.Valid() && e.namesItself(r):
		return e.text(r.pred.verb) // 亩均增收2000元
	case st.topic == "" && st.object >= 0:
		return e.objectOf(st.object) // 提高基本养老金，人均增长10%
	case n > 1 && hasAnyPrefix(st.topic, spreads):
		return st.recent[n-2] // 发放助学贷款4亿元，惠及学生8000人，人均5万元
	}
	return st.topic
}

// attributeOf words text, which only tells something of a measure, as that of what was measured
// before: 增幅, 占比, 贡献率.
func (e *extractor) attributeOf(r *run, st *state, text string) []string {
	of := st.topic
	if r.pred.both && r.n == 1 && len(st.recent) > 1 && e.attribute(text) {
		of = strings.Join(st.recent[len(st.recent)-2:], "、") // 接待游客9万人次，旅游收入2亿元，增幅均超过20%
	}
	if e.contributes(text) && !e.attribute(text) {
		if part, _, ratio := strings.Cut(of, "占"); ratio && part != "" {
			of = part // 第三产业 of 第三产业占生产总值比重
		}
		if thing := e.withoutHead(e.withoutHead(of)); thing != "地区" && !strings.HasSuffix(thing, "内") {
			of = thing // 服务业 of 服务业增加值占比
		}
	}
	if n := len(st.recent) - r.n; r.n > 1 && n >= st.before && st.topic == st.recent[n+r.n-1] && len(e.splitList(r.clause, r.pred.than)) != r.n && (e.eachHas(r) || r.pred.same) {
		var each []string
		for _, of := range st.recent[n:] {
			each = append(each, of+text) // 增幅分别高于全省平均水平0.3个、1.2个百分点
		}
		return each
	}
	return e.words.list(withoutSide(of) + text)
}

// coreSubject reads a subject that core itself names.
func (e *extractor) coreSubject(r *run, st *state, core span, s *subjects) {
	if e.at(core.Start) == '对' {
		core = e.toWhat(r.clause, core)
	}
	if r.n == 1 && r.first && e.joinsInside(core) {
		if last := e.lastSaid(r, core); last != core {
			s.core, s.topics = last, e.coreNames(r, last, st)
			return
		}
	}
	s.core = e.exceededClass(core)
	s.topics = e.coreNames(r, s.core, st)
	e.sparedFor(r, s)
	e.classed(r, s)
	changed := (r.pred.change || r.pred.reach && isMoney(&e.nums[r.nums[0]])) && !isPercent(&e.nums[r.nums[0]]) && !e.countsByMeasure(r) && (r.n > 1 || !e.joinsInside(core))
	if (changed || r.pred.from && e.disposedOf(r)) && !e.tailHead(core) && !e.indicatorAt(core) {
		r.follows = e.giveMeasure(s.topics, st) || r.follows
	}
}

// toWhat is what core, which opens with 对, says that something must be done to: 拖欠企业的款项
// of 对拖欠企业的款项年底前要清偿; else core.
func (e *extractor) toWhat(c int, core span) span {
	const shortest = 2 // runes of the thing
	for _, t := range e.tokens(c, core) {
		if !t.Role.Is(lexicon.Modal) || int(t.Start) <= core.Start+shortest {
			continue
		}
		what := span{Start: core.Start + 1, End: int(t.Start)}
		for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
			if p := e.times[k].pos; p.End == what.End && p.Start > what.Start {
				what.End = p.Start
			}
		}
		return e.trim(what)
	}
	return core
}
