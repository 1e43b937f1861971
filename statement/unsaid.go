package statement

import (
	"unicode/utf8"

	"pledger/lexicon"
)

// changing notes the subject of a clause that tells a change without a figure:
// 原油产量继续增长，达到1.4亿吨.
func (e *extractor) changing(c int, st *state) {
	pos := e.rep.Clauses[c].Pos
	if e.rep.Clauses[c].Mark != '，' {
		return
	}
	whole := e.trim(pos)
	if e.lastIndicates(c, whole) {
		if core := e.ungoaled(e.controlled(e.stripLeft(c, pos, true))); e.indicatorAt(core) {
			st.topic = e.text(core) // 农民人均纯收入，扣除价格因素，增长5%
			if names := e.names(c, core); len(names) > 1 {
				st.recent = append(st.recent, names...)
			} else {
				st.recent = append(st.recent, st.topic)
			}
			return
		}
	}
	if e.endsIndicator(whole) && e.joinsInside(whole) {
		if names := e.listed(c, pos); names != nil {
			st.recent, st.topic = append(st.recent, names...), e.text(whole)
			return
		}
	}
	cl := &e.cls[c]
	if cl.roles.Is(lexicon.Rate|lexicon.Head) || cl.class&lexicon.ClassIndicator != 0 {
		if topic := e.measureAlone(c, pos); topic != "" {
			st.topic, st.recent = topic, append(st.recent, topic)
			return
		}
		if topic := e.measureSaid(c, pos); topic != "" {
			st.topic, st.recent, st.said = topic, append(st.recent, topic), c
			return
		}
	}
	if !cl.roles.Is(lexicon.Up | lexicon.Down) {
		return
	}
	if e.tailHead(whole) { // as what is changed then does
		core := e.stripLeft(c, pos, true)
		if rest := e.behindChange(c, core); core.End == pos.End && rest != core && e.tailHead(rest) && e.opensChange(c, core) {
			st.topic = e.text(rest) // 扩大货币化安置比例，力争达到50%
			st.recent = append(st.recent, st.topic)
			return
		}
	}
	for _, t := range e.clauseTokens(c) {
		if !t.Role.Is(lexicon.Up | lexicon.Down) {
			continue
		}
		subject := e.stripLeft(c, span{Start: pos.Start, End: int(t.Start)}, true)
		toks := e.tokens(c, subject)
		for n := len(toks); n > 0 && int(toks[n-1].End) == subject.End && toks[n-1].Role.Is(lexicon.Adverb|lexicon.Void) && !toks[n-1].Role.Is(lexicon.Head); n-- {
			subject.End = int(toks[n-1].Start)
		}
		if at := e.index(subject.Start+2, subject.End, "进行了"); at > 0 {
			subject.End = at // 经营网点进行了大范围调整
		}
		for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
			if s, ok := e.anyBefore(e.times[k].pos.Start, "从", "自"); ok && subject.Contains(e.times[k].pos) {
				subject.End = e.times[k].pos.Start - len([]rune(s)) // 出口从7月份开始回升
			}
		}
		for _, t := range e.tokens(c, subject) {
			if t.Role.Is(lexicon.Than|lexicon.Same) && int(t.Start) > subject.Start {
				subject.End = int(t.Start) // 物价上涨幅度比去年回落
				break
			}
		}
		if topic := e.text(e.behindChange(c, e.trim(subject))); e.rateWord(topic) || e.indicatorOf(topic) != nil {
			st.topic = topic
			st.recent = append(st.recent, topic)
		}
		return
	}
}

// lastIndicates reports whether the last word of clause c, which reads whole, is an indicator, if
// need be before what calls it a goal; where blanks stand in it that is left open.
func (e *extractor) lastIndicates(c int, whole span) bool {
	toks := e.clauseTokens(c)
	n := len(toks)
	if n > 0 && toks[n-1].Class&lexicon.ClassIndicator != 0 && int(toks[n-1].End) == whole.End {
		return true
	}
	return e.ungoaled(whole) != whole || e.blankIn(whole)
}

// controlled is core less 控制 and the like that it opens with: “三公”经费 of 控制“三公”经费，同比压减5%.
func (e *extractor) controlled(core span) span {
	if w, ok := e.oneAt(core.Start, controls); ok && core.Len() > runeCount(w)+1 {
		core.Start += runeCount(w)
	}
	return core
}

// controls are verbs that say of a measure that it is kept low or steady.
var controls = phrasesOf("控制", "严控", "管控", "稳定", "压缩", "压减")

// opensChange reports whether core opens with a verb of change.
func (e *extractor) opensChange(c int, core span) bool {
	t, ok := e.tokenAt(c, core)
	return ok && t.Role.Is(lexicon.Up|lexicon.Down)
}

// measureAlone is the measure that a clause only names, for the next to give its
// value: 固定职工的比例，由50%上升到80%; "" where it says more.
func (e *extractor) measureAlone(c int, pos span) string {
	if !e.cls[c].roles.Is(lexicon.Rate|lexicon.Head) || c+1 >= len(e.cls) || e.cls[c+1].num == e.cls[c+1].numEnd && !e.scopeOnly(c+1) || !e.isMeasure(c, pos) {
		return ""
	}
	core := e.stripLeft(c, pos, true)
	if e.verbIn(c, core) && !e.holds(core.Start, core.End, "用于") {
		return ""
	}
	return e.text(core)
}

// scopeOnly reports whether clause c only says through whom what is said around it goes: 从县到乡.
func (e *extractor) scopeOnly(c int) bool {
	const longest = 8 // runes
	pos := e.trim(e.rep.Clauses[c].Pos)
	return e.at(pos.Start) == '从' && pos.Len() <= longest && e.holds(pos.Start+2, pos.End-1, "到") && !e.verbIn(c, pos) && e.cls[c].num == e.cls[c].numEnd
}

// verbIn reports whether a verb that is no noun stands in p.
func (e *extractor) verbIn(c int, p span) bool {
	for _, t := range e.tokens(c, p) {
		if t.Class&lexicon.ClassVerb != 0 && t.Class&lexicon.ClassIndicator == 0 && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) {
			return true
		}
	}
	return false
}

// measureSaid is the measure that a clause without figures says something of: 民营企业
// 进出口占比首次过半, 进出口总额再创新高; "" where it says of none.
func (e *extractor) measureSaid(c int, pos span) string {
	if e.cls[c].class&lexicon.ClassIndicator == 0 && !e.cls[c].roles.Is(lexicon.Rate) {
		return ""
	}
	if !e.leavesOut(c + 1) {
		return ""
	}
	return e.text(e.measureOpens(c, e.stripLeft(c, pos, true)))
}

// leavesOut reports whether clause c leaves out what its first figure is of: how the value
// was reached, changed or ranks, and when, is all that stands before it, 达120亿元, 比上年增长8%.
func (e *extractor) leavesOut(c int) bool {
	if c >= len(e.cls) {
		return false
	}
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		if e.set.Mentions[i].What != IsFigure {
			continue
		}
		at, says := e.rep.Clauses[c].Pos.Start, false
		for _, t := range e.tokens(c, span{Start: at, End: e.nums[i].Full.Start}) {
			if int(t.Start) != at || t.Class&lexicon.ClassIndicator != 0 || !t.Role.Is(lexicon.Reach|lexicon.Up|lexicon.Down|lexicon.Ranking|lexicon.Same|lexicon.Than|lexicon.Annual|lexicon.Time|lexicon.Scope|lexicon.Adverb|lexicon.Void) {
				return false
			}
			says = says || t.Role.Is(lexicon.Reach|lexicon.Up|lexicon.Down|lexicon.Ranking)
			at = int(t.End)
		}
		return says && at == e.nums[i].Full.Start
	}
	return false
}

// measureOpens is the measure that core opens with, whatever is said of it: 进出口总额
// of 进出口总额再创新高; not valid where a verb or none opens it.
func (e *extractor) measureOpens(c int, core span) span {
	p := span{Start: core.Start, End: core.Start}
	for _, t := range e.tokens(c, core) {
		measure := t.Class&lexicon.ClassIndicator != 0 || t.Role.Is(lexicon.Rate|lexicon.Head)
		switch {
		case p.End > p.Start && (!measure || int(t.Start) != p.End):
			return p
		case measure:
			p.End = int(t.End)
		case t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Plain):
			return span{}
		}
	}
	return p
}

// listed are the indicators that a clause only lists, for the next to give their
// values: 农村居民人均纯收入和城镇居民人均可支配收入，分别达到…; nil where it says more.
func (e *extractor) listed(c int, pos span) []string {
	core := e.stripLeft(c, pos, true)
	if !core.Valid() {
		return nil
	}
	first := e.firstListed(core)
	if !e.blankIn(first) && e.lex.Reach(e.rs[first.Start:first.End]) < first.Len() {
		return nil // whatever is shared with what it opens with
	}
	names := e.names(c, core)
	if len(names) < 2 {
		return nil
	}
	for _, n := range names {
		if !e.indicatorWhole(n) {
			return nil
		}
	}
	return names
}

// joinsInside reports whether a mark or word that joins stands inside p: 、 和.
func (e *extractor) joinsInside(p span) bool {
	for _, r := range e.rs[p.Start:p.End] {
		switch r {
		case '、', '和', '与', '及':
			return true
		}
	}
	return false
}

// firstListed is what p begins with up to a rune that can join: the first of a list at the
// least.
func (e *extractor) firstListed(p span) span {
	for i, r := range e.rs[p.Start:p.End] {
		switch r {
		case '、', '和', '与', '及', '以':
			return e.trim(span{Start: p.Start, End: p.Start + i})
		}
	}
	return p
}

// goalWords call a subject a goal.
var goalWords = phrasesOf("宏观调控目标", "调控目标", "预期目标", "目标")

// ungoaled is a subject less the words that call it a goal: 经济增长速度的调控目标.
func (e *extractor) ungoaled(p span) span {
	goal, ok := e.oneBefore(p.End, goalWords)
	if n := utf8.RuneCountInString(goal); ok && p.Len() > n {
		p.End -= n
	}
	return p
}
