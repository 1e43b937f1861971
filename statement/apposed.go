package statement

import (
	"strings"

	"pledger/lexicon"
)

// pointings stand before a small number and point at things told elsewhere: 以上三项, 以下四个.
var pointings = phrasesOf("以上", "以下", "上述", "下述", "下列", "如下", "下面", "其中")

// apposed is what left, before the number value that counts things by a measure word, says of
// them: the list whose members it counts, 开源和节流 of 要从开源和节流两个方面; what stands behind
// the last verb of 遵守海事三项公约; and nothing of 通过这 before 三项工作.
func (e *extractor) apposed(c int, left span, value int) span {
	none := span{Start: left.End, End: left.End}
	if _, ok := e.oneBefore(left.End, pointings); ok {
		return none
	}
	if w, ok := e.oneBefore(left.End, twoSides); ok {
		return span{Start: left.End - runeCount(w), End: left.End}
	}
	pointed := e.at(left.End-1) == '这' // 通过这三项工作
	if pointed {
		left.End--
	}
	if left = e.trim(left); !left.Valid() {
		return left
	}
	left.Start = e.behindBoth(c, left)
	before := e.beforeQuoted(left)
	if before.End < left.End {
		return span{Start: e.behindVerb(c, before), End: left.End}
	}
	first, second := e.listEnding(left, value)
	if second.Valid() && e.toldInside(c, second) {
		second = span{} // 各国和人民应当促使两国停止
	}
	switch {
	case !second.Valid() && pointed:
		return none
	case !second.Valid():
		return span{Start: e.behindVerb(c, left), End: left.End}
	case first.Len() == 0:
		return span{Start: second.Start, End: left.End} // “惠农”方针和山区、湖区两个条例
	}
	return span{Start: e.memberFrom(c, first, second), End: left.End}
}

// behindBoth is where left goes on behind two verbs that it opens with and that 和 joins: 巩固和
// 发展种植、养殖; its start where it opens with none.
func (e *extractor) behindBoth(c int, left span) int {
	t, ok := e.tokenAt(c, left)
	if !ok || !e.actsOnly(t) || !e.joinsOn(int(t.End)) || e.at(int(t.End)) == '的' {
		return left.Start
	}
	if v, ok := e.lex.At(e.rs[:left.End], int(t.End)+1, lexicon.ClassVerb); ok && int(v.End) < left.End && !e.joinsOn(int(v.End)) {
		return int(v.End)
	}
	return left.Start
}

// beforeQuoted is what left holds before the list in quotation marks that it ends in; else left.
func (e *extractor) beforeQuoted(left span) span {
	if e.at(left.End-1) != '”' {
		return left
	}
	for i := left.End - 2; i >= left.Start; i-- {
		if e.rs[i] == '“' && e.at(i-1) != '”' {
			return span{Start: left.Start, End: i}
		}
	}
	return left
}

// listEnding is the first member of the list that left ends in, with what stands before it, and
// the second; first is empty where value says that the list begins at second, and second where
// there is no list.
func (e *extractor) listEnding(left span, value int) (first, second span) {
	const most = 12 // members
	var joints [most]int
	n, marks, depth := 0, 0, 0
	for i := left.Start + 1; i < left.End-1 && n < most; i++ {
		switch e.rs[i] {
		case '“', '（':
			depth++
		case '”', '）':
			depth--
		case '、', '和', '与', '及':
			if depth == 0 && e.joinsAt(i) {
				joints[n], n = i, n+1
				if e.rs[i] == '、' {
					marks++
				}
			}
		}
	}
	if n == 0 {
		return span{}, span{}
	}
	at := joints[:n]
	if marks+1 == value && marks < n && !e.lastOnes(at, left.End, value) { // 发展和保护、当前和长远两个关系
		k := 0
		for _, j := range at {
			if e.rs[j] == '、' {
				at[k], k = j, k+1
			}
		}
		at = at[:k]
	}
	ends := func(k int) int {
		if k < len(at) {
			return at[k]
		}
		return left.End
	}
	if extra := len(at) + 1 - value; extra > 0 && value > 1 {
		return span{Start: at[extra-1] + 1, End: at[extra-1] + 1}, span{Start: at[extra-1] + 1, End: ends(extra)}
	}
	return span{Start: left.Start, End: at[0]}, span{Start: at[0] + 1, End: ends(1)}
}

// lastOnes reports whether the last members of those that meet at joints, as many as value says,
// are the list, and what 和 joins to them is none of it: 方针和山区、湖区两个…. They are two, or of
// one length.
func (e *extractor) lastOnes(at []int, end, value int) bool {
	from := len(at) - value
	if from < 0 || e.rs[at[from]] == '、' || e.rs[at[len(at)-1]] != '、' {
		return false
	}
	for k := from + 1; k < len(at) && value > 2; k++ {
		next := end
		if k+1 < len(at) {
			next = at[k+1]
		}
		if next-at[k] != at[from+1]-at[from] {
			return false
		}
	}
	return true
}

// toldInside reports whether member, the second of what looks like a list, tells what somebody
// must do or does.
func (e *extractor) toldInside(c int, member span) bool {
	for _, t := range e.tokens(c, member) {
		if t.Role.Is(lexicon.Modal) && !t.Role.Is(lexicon.Plain|lexicon.Goal) && int(t.Start) > member.Start {
			return true
		}
	}
	return false
}

// joinsAt reports whether the rune at offset i, one that can join, joins here: not in 参与, 和平.
func (e *extractor) joinsAt(i int) bool {
	if e.rs[i] == '、' {
		return true
	}
	if e.longerWord(i) {
		return false
	}
	t, ok := e.lex.At(e.rs[:i+1], i-1, lexicon.ClassAny)
	return !ok || int(t.End) != i+1
}

// listLeads stand before a list and say in what regard or with whom something is done.
var listLeads = phrasesOf("从", "在", "就", "对", "与", "由", "到", "围绕", "聚焦", "按照", "根据", "针对", "通过", "面向", "立足")

// contents are verbs of what is there, whose object a list is: 存在, 包括.
var contents = phrasesOf("包括", "分为", "包含", "涵盖", "面临", "存在", "呈现", "体现")

// behindHolding is where p goes on behind a verb of what is there; its start where there is none.
func (e *extractor) behindHolding(p span) int {
	for i := p.Start; i < p.End; i++ {
		if w, ok := e.oneAt(i, contents); ok {
			return min(i+runeCount(w), p.End)
		}
	}
	return p.Start
}

// memberFrom is where in first, up to the first joint of a list, its first member begins: behind
// the last word that leads to a list, 从 or 存在, or at the last verb where the members are
// deeds; second is the member behind the joint.
func (e *extractor) memberFrom(c int, first, second span) int {
	deeds := e.deedOpens(second)
	start := e.behindHolding(first)
	adverb, toks := start, e.tokens(c, first)
	for k, t := range toks {
		from, to := int(t.Start), int(t.End)
		if e.at(start) == '地' || start > first.Start && e.passing(start) {
			start++ // 更好地利用, 打赢了
		}
		if from < start || to >= first.End {
			continue
		}
		verb := t.Class&lexicon.ClassVerb != 0
		switch {
		case !verb && (e.leadsList(from, to) || e.withWhom(toks[:k], t)) && e.rs[from] != e.rs[second.Start]:
			start = to
		case from == first.Start && e.rs[from] == '以' && to-from == 1 && !e.holds(to, first.End, "为"):
			start = to // 以责、权、利三者结合
		case first.End-start == second.Len() && start > first.Start:
			// as long as the second
		case from != start && (!verb || adverb != from && !e.actsOnly(t)):
			// inside a member
		case !verb && t.Role.Is(lexicon.Adverb|lexicon.Modal|lexicon.Wish|lexicon.Agent|lexicon.Principle|lexicon.Scope) && !t.Role.Is(lexicon.Plain|lexicon.Head|lexicon.Goal) && e.rs[from] != '经' && e.rs[from] != '以':
			start = to
		case !verb || e.measureBehind(to):
		case deeds && !e.wellDone(t) && !(e.bareDeed(second) && e.bareDeed(span{Start: to, End: first.End})):
			start = from
		default:
			start = to
		}
		if t.Role.Is(lexicon.Adverb|lexicon.Modal) && !verb {
			adverb = to
		}
	}
	if e.passing(start) {
		start++
	}
	if at := e.lastOf(span{Start: start, End: first.End - 1}); at >= start && !e.holds(second.Start, second.End, "的") {
		start = at + 1 // 条件好的霍林河、伊敏河
	}
	return start
}

// passing reports whether the rune at offset i only says that the verb before it is done or
// lasts: 打赢了, 存在着, 创建成.
func (e *extractor) passing(i int) bool {
	switch e.at(i) {
	case '了', '着':
		return true
	case '成':
		return e.verbBeforeAt(i) && !e.longerWord(i)
	}
	return false
}

// leadsList reports whether the word from offset from to offset to leads to a list.
func (e *extractor) leadsList(from, to int) bool {
	w, ok := e.oneAt(from, listLeads)
	if !ok || from+runeCount(w) != to || to-from == 1 && e.longerWord(from) {
		return false
	}
	return e.rs[from] != '对' || !strings.ContainsRune("外内口策", e.at(to)) // 对外援助
}

// withWhom reports whether t, behind the tokens before it, is 同 with whom something is done, and
// joins no two: 我国同邻国, but not 城市同乡村.
func (e *extractor) withWhom(before []lexicon.Token, t lexicon.Token) bool {
	if e.rs[t.Start] != '同' || t.End-t.Start != 1 {
		return false
	}
	n := len(before)
	return n == 0 || before[n-1].End == t.Start && (before[n-1].Class&lexicon.ClassVerb != 0 || before[n-1].Role.Is(lexicon.Agent|lexicon.Scope|lexicon.Adverb|lexicon.Modal))
}

// actsOnly reports whether t is a verb of two runes or more and no noun.
func (e *extractor) actsOnly(t lexicon.Token) bool {
	return t.Class&lexicon.ClassVerb != 0 && t.End-t.Start >= 2 && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain|lexicon.Effect)
}

// isDeed reports whether t is a verb that opens tasks and no noun.
func isDeed(t lexicon.Token) bool {
	return t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain)
}

// deedOpens reports whether p opens with a verb that is no noun.
func (e *extractor) deedOpens(p span) bool {
	t, ok := e.lex.At(e.rs[:p.End], p.Start, lexicon.ClassVerb)
	return ok && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain)
}

// bareDeed reports whether p is a verb alone.
func (e *extractor) bareDeed(p span) bool {
	t, ok := e.lex.At(e.rs[:p.End], p.Start, lexicon.ClassVerb)
	return ok && int(t.End) == p.End
}

// lastOf is the offset of the last 的 in p; -1 where there is none.
func (e *extractor) lastOf(p span) int {
	for i := p.End - 1; i > p.Start; i-- {
		if e.rs[i] == '的' {
			return i
		}
	}
	return -1
}

// behindVerb is where what qualifies a counted thing begins in p, behind the last verb or the
// last 的: 海事 of 各方遵守海事 before 三项公约.
func (e *extractor) behindVerb(c int, p span) int {
	start := e.behindHolding(p)
	toks, acted := e.tokens(c, p), false
	for k, t := range toks {
		if int(t.Start) < start {
			continue
		}
		edge := int(t.Start) == start && t.Role.Is(lexicon.Adverb|lexicon.Modal|lexicon.Wish|lexicon.Agent) && !t.Role.Is(lexicon.Plain|lexicon.Head)
		first := int(t.Start) == start && t.Class&lexicon.ClassVerb != 0 && !acted
		acted = acted || first || e.actsOnly(t)
		if e.actsOnly(t) || edge || first || t.Class&lexicon.ClassVerb == 0 && (e.leadsList(int(t.Start), int(t.End)) || e.withWhom(toks[:k], t)) {
			if start = int(t.End); e.passing(start) {
				start++
			}
		}
	}
	if at := e.lastOf(span{Start: start, End: p.End - 1}); at > start {
		start = at + 1
	}
	return min(start, p.End)
}
