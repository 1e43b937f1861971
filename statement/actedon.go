package statement

import (
	"strings"

	"pledger/lexicon"
)

// verbOnly reports whether core is one verb that says what was done with the
// subject before it: 保障性住房开工41万套、基本建成25万套.
func (e *extractor) verbOnly(c int, core span) bool {
	t, ok := e.tokenAt(c, core)
	return ok && int(t.End) == core.End && t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Head|lexicon.Noun|lexicon.Plain) && t.Class&lexicon.ClassIndicator == 0 && !e.tailHead(core)
}

// countedByVerb is what a verb alone counts: 脱贫412户 are households, 脱贫1386人
// people; "" for other units.
func (e *extractor) countedByVerb(r *run) string {
	switch u := e.nums[r.nums[0]].Unit; {
	case u == nil:
	case u.Is(lexicon.UnitHousehold):
		return "户"
	case u.Is(lexicon.UnitPerson):
		return "人口"
	}
	return ""
}

// actedOn is what a verb alone does a number of: what the clause right before it acts on, which
// has no figure, or else what was last spoken of: 消除农村危桥，年内改造40座.
func (e *extractor) actedOn(r *run, st *state) string {
	c := r.clause - 1
	q := &e.nums[r.nums[0]]
	if q.Unit != nil && !q.Unit.Is(lexicon.UnitRatio) {
		if of := e.saidFirst(r, st); of != "" {
			return of
		}
		if whole := e.backToWhole(r, st); whole != "" && q.Unit.Is(lexicon.UnitMeasure) && e.set.Figures[len(e.set.Figures)-1].Quantity.Unit == q.Unit {
			return whole // 项目36个，其中亿元以上12个，竣工28个
		}
	}
	if !r.first || st.object != c || c < 0 || q.Unit == nil || q.Unit.Is(lexicon.UnitRatio) || e.rep.Clauses[c].Sentence != e.rep.Clauses[r.clause].Sentence || !e.actsUpon(c) {
		return e.undergone(r, st.topic)
	}
	core := e.stripLeft(c, e.rep.Clauses[c].Pos, true)
	t, _ := e.tokenAt(c, core)
	core = e.stripLeft(c, span{Start: int(t.End), End: core.End}, false)
	return e.text(core)
}

// undergone is what topic says that something was done to, where the run counts by the same
// measure word those of them that a verb alone does something else to: 审批事项 of
// 县级部门梳理审批事项420项，取消86项; topic elsewhere.
func (e *extractor) undergone(r *run, topic string) string {
	const who, shortest = 2, 3 // runes of who does it and of what it is done to
	n := len(e.set.Figures)
	unit := e.nums[r.nums[0]].Unit
	if n == 0 || !r.first || !unit.Is(lexicon.UnitMeasure) || e.set.Figures[n-1].Quantity.Unit != unit {
		return topic
	}
	rs := e.runesOf(topic)
	for _, t := range e.tokensOf(rs) {
		if isDeed(t) && t.Start >= who && int(t.End)+shortest <= len(rs) && !strings.Contains(topic, "的") {
			return string(rs[t.End:])
		}
	}
	return topic
}

// countedBefore is what its sentence counted by the same measure word before it told what
// that costs or counted something else: 安排项目186个，总投资860亿元，其中新开工82个; "" elsewhere.
func (e *extractor) countedBefore(r *run) string {
	unit := e.nums[r.nums[0]].Unit
	n := len(e.set.Figures)
	if !unit.Is(lexicon.UnitMeasure) || n == 0 {
		return ""
	}
	if last := &e.set.Figures[n-1].Quantity; !isMoney(last) && (last.Unit == nil || last.Unit == unit || !last.Unit.Is(lexicon.UnitMeasure) || !unit.Is(lexicon.UnitThing)) {
		return ""
	}
	sentence := e.rep.Clauses[r.clause].Sentence
	for n--; n >= 0 && e.rep.Clauses[e.set.Figures[n].Clause].Sentence == sentence; n-- {
		if e.set.Figures[n].Quantity.Unit == unit {
			return e.set.Figures[n].Subject
		}
	}
	return ""
}

// actsUpon reports whether clause c opens with a verb that acts on what the rest of it names.
func (e *extractor) actsUpon(c int) bool {
	const shortest = 2 // runes of what it acts on
	core := e.stripLeft(c, e.rep.Clauses[c].Pos, true)
	t, ok := e.tokenAt(c, core)
	return ok && isDeed(t) && int(t.End)+shortest <= core.End && !e.joinsInside(core)
}

// withoutVerb is a topic less the verb it ends in.
func (e *extractor) withoutVerb(topic string) string {
	rs := e.runesOf(topic)
	for i := 1; i < len(rs)-1; i++ {
		if t, ok := e.lex.At(rs, i, lexicon.ClassVerb); ok && int(t.End) == len(rs) && !t.Role.Is(lexicon.Head|lexicon.Noun|lexicon.Plain) {
			return string(rs[:i])
		}
	}
	return topic
}
