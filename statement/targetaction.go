package statement

import (
	"strings"

	"pledger/lexicon"
)

// targetActions adds the verbs and objects of clause c, which sets a target.
func (e *extractor) targetActions(p *Pledge, c int) {
	at, opens, ok := e.opening(c)
	t := *opens
	if ok && e.opensPhrase(&t) {
		at, _ = e.behindPhrase(c, &t, at, true)
	}
	if e.sizedThing(p, c) {
		return
	}
	named := ok && e.namesMeasure(c, t)
	if !named && ok && t.Class&lexicon.ClassVerb != 0 {
		at = e.addVerbs(p, c, &t, e.rep.Clauses[c].Pos.End)
	}
	if o, listed := e.counted(c, at); listed {
		e.nameObject(p, o)
		return
	}
	e.measuredActions(p, c, named)
}

// measuredActions adds what clause c says is to be done to what is measured. Its verb can be
// part of the name of that, named says so.
func (e *extractor) measuredActions(p *Pledge, c int, named bool) {
	pos := e.rep.Clauses[c].Pos
	if len(p.Verbs) == 0 || named {
		if v, found := e.changeVerb(c); found {
			p.Verbs = append(p.Verbs, e.bareVerb(v))
		} else if v, found := e.makingVerb(c); found {
			p.Verbs = append(p.Verbs, e.bareVerb(v))
		} else if e.holds(pos.Start, pos.End, "新增") {
			p.Verbs = append(p.Verbs, "新增") // inside an indicator: 城镇新增就业
		}
	}
	e.checkable = true
	if o, both := e.sharedByEach(c); both {
		e.nameObject(p, o)
		return
	}
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		f := e.set.Mentions[i].Figure
		if f < 0 || e.set.Figures[f].delimits {
			continue
		}
		if o := e.withTrouble(p, c, int(i), e.measured(&e.set.Figures[f], p.Verbs)); !contains(p.Objects, o) {
			p.Objects = append(p.Objects, o)
		}
	}
}

// withTrouble is object, or what is solved for those whom number i of clause c counts: 农户饮水问题 of
// 解决300户农户饮水问题.
func (e *extractor) withTrouble(p *Pledge, c, i int, object string) string {
	q, end := &e.nums[i], e.rep.Clauses[c].Pos.End
	if len(p.Verbs) == 0 || p.Verbs[len(p.Verbs)-1] != "解决" || i+1 != int(e.cls[c].numEnd) || !e.hasBefore(end, "问题") && !e.hasBefore(end, "困难") {
		return object
	}
	start := q.Full.End
	if e.at(start) == '的' {
		start++
	}
	if whole := e.trim(span{Start: start, End: end}); whole.Valid() {
		return e.text(whole)
	}
	return object
}

// assuredAct is the verb that ends the object of an assuring verb of clause c, where one
// can check that it was done.
func (e *extractor) assuredAct(c int, verb lexicon.Token, object span) (v lexicon.Token, ok bool) {
	const shortest = 2 // runes of the thing
	assures := e.isAt(int(verb.Start), assurers)
	if _, pushes := e.oneAt(int(verb.Start), pushings); !assures && !pushes || !object.Valid() {
		return v, false
	}
	toks := e.tokens(c, object)
	if len(toks) == 0 {
		return v, false
	}
	v = toks[len(toks)-1]
	if int(v.End) != object.End || int(v.Start) < object.Start+shortest || v.Class&lexicon.ClassVerb == 0 {
		return v, false
	}
	return v, assures && v.Role.Is(lexicon.Checked) && !v.Role.Is(lexicon.Noun) || e.completes(v) // 推动大桥开工
}

// completes reports whether verb v is one of them.
func (e *extractor) completes(v lexicon.Token) bool {
	w, ok := e.oneAt(int(v.Start), completions)
	return ok && int(v.Start)+runeCount(w) == int(v.End)
}

// lastVerb is the last verb of a clause whose subject stands before it.
func (e *extractor) lastVerb(c int) (lexicon.Token, bool) {
	pos := e.rep.Clauses[c].Pos
	toks := e.clauseTokens(c)
	for k := len(toks) - 1; k >= 0; k-- {
		if t := &toks[k]; t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Head) && int(t.Start) > pos.Start && t.End-t.Start > 1 && !e.quotedAt(int(t.End), pos.End) {
			return *t, true
		}
	}
	return lexicon.Token{}, false
}

// sizedThing adds what clause c says of a thing that an amount before it only gives the size
// of: 总投资86亿元的产业园6月底前开工; false where it does not.
func (e *extractor) sizedThing(p *Pledge, c int) bool {
	const shortest = 2 // runes of the thing
	pos := e.rep.Clauses[c].Pos
	q := &e.nums[e.cls[c].numEnd-1]
	for i := e.cls[c].numEnd - 1; i >= e.cls[c].num; i-- {
		if q = &e.nums[i]; e.set.Mentions[i].What == IsFigure {
			break
		}
	}
	if e.at(q.Full.End) != '的' || !q.Unit.Is(lexicon.UnitPlain) {
		return false
	}
	v, ok := e.lastVerb(c)
	if !ok || int(v.End) != pos.End {
		return false
	}
	thing := e.thing(c, span{Start: q.Full.End + 1, End: int(v.Start)})
	if thing.Len() < shortest {
		return false
	}
	e.addVerb(p, &v)
	e.nameObject(p, thing)
	return true
}

// namesMeasure reports whether verb t, which opens clause c, is part of the name of what the
// clause measures, and another verb says how it is to change: 承诺时限压缩70%.
func (e *extractor) namesMeasure(c int, t lexicon.Token) bool {
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		f := e.set.Mentions[i].Figure
		if f < 0 {
			continue
		}
		v, ok := e.changeVerb(c)
		if !ok || t.Role.Is(lexicon.Result) || t.Role.Is(lexicon.Task) && e.at(int(v.Start)) == '不' {
			return false // 推动产值突破500亿元, 办理建议不少于120件
		}
		return v.Start >= t.End && v.Role.Is(lexicon.Up|lexicon.Down|lexicon.Reach) && strings.Contains(e.set.Figures[f].Subject, e.text(span{Start: int(t.Start), End: int(t.End) + 1}))
	}
	return false
}

// changeVerb is the verb between a target's subject and its value: 增长, 控制 of 控制在,
// 不低于.
func (e *extractor) changeVerb(c int) (v lexicon.Token, ok bool) {
	const nearest = 4 // runes between the verb and its value
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		f := e.set.Mentions[i].Figure
		if f < 0 {
			continue
		}
		at := e.set.Figures[f].Pos.Start
		if per := e.perAt(at); per.Valid() {
			at = per.Start // 提高到每人每月650元
		}
		toks := e.tokens(c, span{Start: e.rep.Clauses[c].Pos.Start, End: at})
		for k := len(toks) - 1; k >= 0 && int(toks[k].End) > at-nearest; k-- {
			t := toks[k]
			if t.Class&lexicon.ClassVerb == 0 && t.Role.Is(lexicon.Rate) {
				break // 建议办理满意率95%
			}
			if t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Head) && !e.measureBehind(int(t.End)) {
				return t, true
			}
		}
		if !e.opensFrom(c, at) {
			return v, false
		}
	}
	return v, false
}

// opensFrom reports whether a value at offset at is where a change starts from: 由130元提高到
// 160元.
func (e *extractor) opensFrom(c, at int) bool {
	r := e.at(at - 1)
	return r == '由' || r == '从'
}

// makingVerb is the verb before the first figure of clause c that does what is counted, behind
// who does it: 安排 of 县财政安排扶贫资金3000万元; it is 新增 of 城镇新增就业 too.
func (e *extractor) makingVerb(c int) (lexicon.Token, bool) {
	end := e.rep.Clauses[c].Pos.End
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		if f := e.set.Mentions[i].Figure; f >= 0 {
			end = e.nums[i].Full.Start
			break
		}
	}
	for _, t := range e.tokens(c, span{Start: e.lead(c), End: end}) {
		if t.Class&lexicon.ClassVerb != 0 && t.End-t.Start > 1 && e.brings(t) && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) && !e.measureBehind(int(t.End)) {
			return t, true
		}
	}
	return lexicon.Token{}, false
}
