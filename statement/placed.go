package statement

import (
	"strings"

	"pledger/lexicon"
)

// placings say where a thing is put or what it is made, behind it.
var placings = phrasesOf("放在", "放到", "放进", "摆在", "摆到", "摆上", "作为", "用在", "用于", "用到", "花在", "引向", "推向", "转向", "转到", "当作", "视为", "列为", "列入", "纳入", "融入", "贯穿", "落到", "办成", "建成", "做成", "变成", "变为", "交给", "交由", "留给", "送到", "置于", "写入", "写进", "结合起来", "统一起来", "调动起来", "释放出来", "解脱出来", "解放出来")

// placed adds what clause c says is done with the thing behind the 把 or 将 before offset at or
// at it: 就业 of 把就业摆在优先位置, 试点 of 将试点扩大到全县; false where neither stands there.
func (e *extractor) placed(p *Pledge, c, at int) bool {
	end := e.rep.Clauses[c].Pos.End
	sure := e.at(at) == '把'
	if at = e.behindTaking(c, at); at < 0 {
		return false
	}
	v, n, ok := e.placing(c, at, end, sure)
	if !ok {
		return false
	}
	if e.hasAt(v.End-2, "起来") && (e.rs[v.Start] == '结' || e.rs[v.Start] == '统') {
		return true // 把扩大消费同改善民生结合起来 says how
	}
	if t, acts := e.tokenAt(c, span{Start: at, End: v.Start}); acts && (!t.Role.Is(lexicon.Noun) || e.joinsVerbs(int(t.End))) && !e.isAt(int(t.End), activeNouns) && e.actsOn(c, t, v.Start, false) {
		from := e.addVerbs(p, c, &t, end) // 把恢复和扩大消费摆在首位
		e.addObject(p, c, e.thing(c, span{Start: from, End: v.Start}))
		return true
	}
	thing := e.thing(c, span{Start: at, End: e.beforeScope(v.Start)})
	if !thing.Valid() {
		return false
	}
	const longest = 2 // runes of a verb that leads nowhere: 扩大到 does
	switch w := strings.TrimRight(e.text(v), "在到至为成给向由于进起出来"); {
	case n != nil && !(v.Len() > longest && e.leadsAway(v.End-1)):
		e.addVerb(p, n)
	case w != "作":
		p.Verbs = append(p.Verbs, w)
	}
	if e.addObject(p, c, thing); e.hasBefore(thing.End, "试点") {
		p.Hardness = Hard // where a trial is extended to can be checked
	}
	return true
}

// behindTaking is the offset behind the 把 at offset at or the 将 before it, -1 where clause c
// takes nothing.
func (e *extractor) behindTaking(c, at int) int {
	switch {
	case e.at(at) == '把' && !e.verbAt(at):
		return at + 1
	case e.at(at-1) == '将' && at > e.rep.Clauses[c].Pos.Start:
		return at
	}
	return -1
}

// placing is what is done, from offset at of clause c on, to what is taken, with the verb known for
// it; behind 将, which may only say that something will be, as little as says where a thing goes.
func (e *extractor) placing(c, at, end int, sure bool) (v span, t *lexicon.Token, ok bool) {
	const shortest = 2 // runes of the thing
	k, last := e.firstToken(c, at), int(e.cls[c].tokEnd)
	for i := at + shortest; i < end; i++ {
		if placings.mayOpen(e.rs[i]) && e.rs[i-1] != '的' {
			if w, placed := e.oneAt(i, placings); placed {
				return span{Start: i, End: min(end, i+runeCount(w))}, nil, true
			}
		}
		for k < last && int(e.toks[k].Start) < i {
			k++
		}
		if k == last || int(e.toks[k].Start) != i {
			continue
		}
		if n := &e.toks[k]; n.Class&lexicon.ClassVerb != 0 && n.End-n.Start > 1 && n.Role.Is(lexicon.Task|lexicon.Up|lexicon.Down|lexicon.Reach) && (e.leadsAway(int(n.End)) || n.End-n.Start == 3 && e.leadsAway(int(n.End)-1) || sure && (e.closes(n, end) || k+1 < last && e.toks[k+1].Start == n.End && e.closes(&e.toks[k+1], end))) {
			return span{Start: i, End: int(n.End)}, n, true
		}
	}
	return v, nil, false
}

// leadsAway reports whether what stands at offset i says where a verb leads: 扩大到, 转化为.
func (e *extractor) leadsAway(i int) bool {
	switch e.at(i) {
	case '到', '至', '在', '为', '成', '给', '于':
		return !e.longerWord(i) || e.hasAt(i, "到位")
	}
	return false
}

// closes reports whether verb t ends its clause at offset end, but for words of how well.
func (e *extractor) closes(t *lexicon.Token, end int) bool {
	const longest = 2 // runes of 起来, 到位
	at := int(t.End)
	return at == end || at+1 == end && e.at(at) == '好' || at+longest == end && (e.hasAt(at, "起来") || e.hasAt(at, "出来") || e.hasAt(at, "到位"))
}
