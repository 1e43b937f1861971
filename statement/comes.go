package statement

import (
	"pledger/lexicon"
	"pledger/report"
)

// accountings open a clause that says why a target is as high as it is.
var accountings = phrasesOf("综合考虑", "综合考量", "主要是", "主要考虑", "考虑到", "考虑了", "是考虑")

// accounts reports whether a sentence explains a target that was set before it: 提出增长6%
// 的目标，综合考虑了需要和可能.
func (e *extractor) accounts(sent *report.Sentence) bool {
	first := e.rep.Clauses[sent.First].Pos
	if e.rs[first.End-1] == '明' && e.cls[sent.First].roles.Is(lexicon.Modal) && e.hasBefore(first.End, "说明") {
		return true // 需要说明
	}
	for c := sent.First; e.said.target && c+1 < sent.Last; c++ {
		if !e.cls[c].target {
			continue
		}
		if _, why := e.oneAt(e.rep.Clauses[c+1].Pos.Start, accountings); why && e.hasAt(e.lead(c), "提出") {
			return true
		}
	}
	return false
}

// worsenings close a clause that says that something grows or is there.
var worsenings = phrasesOf("加大", "加剧", "上升", "增多", "增加", "抬头", "凸显", "显现", "突出", "很多", "较多", "不少", "很大", "较大")

// ills are what nobody promises to let grow.
var ills = phrasesOf("风险", "压力", "矛盾", "困难", "难度", "不确定", "不稳定", "主义", "挑战")

// troubles are what comes over somebody.
var troubles = phrasesOf("变数", "压力", "困难", "损失", "挑战", "冲击", "影响")

// worsens reports whether clause c says that what is bad grows or comes: 收支压力加大,
// 给群众带来困难.
func (e *extractor) worsens(c int) bool {
	pos := e.rep.Clauses[c].Pos
	w, grows := e.oneBefore(pos.End, worsenings)
	if !grows {
		if _, harms := e.oneBefore(pos.End, troubles); !harms || !e.holds(pos.Start, pos.End, "带来") && !e.holds(pos.Start, pos.End, "造成") {
			return false
		}
	}
	if _, t, ok := e.opening(c); ok && t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Plain) {
		return false // 避免盲目扩张带来的损失
	}
	return !grows || e.anyIn(span{Start: pos.Start, End: pos.End - runeCount(w)}, ills)
}

// powers are what one says to have for a task.
var powers = phrasesOf("有能力", "有信心", "有决心", "有把握", "完全有能力", "完全有信心", "完全有条件")

// able reports whether clause c says that one is able or sure to do something: 我们有能力
// 守住底线, but 有能力的企业.
func (e *extractor) able(c int) bool {
	lead := e.lead(c)
	w, ok := e.oneAt(lead, powers)
	if !ok || e.rep.Clauses[c].Pos.Start < lead && e.obliged(c) {
		return false
	}
	r := e.at(lead + runeCount(w))
	return r != '的' && r != '地'
}

// layings close a clause that says what is laid before a congress: 草案提请大会审议.
var layings = phrasesOf("大会审议", "大会审查")

// befalls reports whether clause c says what is about to come about: 运动会即将开幕.
func (e *extractor) befalls(c int) bool {
	if r := e.at(e.rep.Clauses[c].Pos.End - 1); r == '议' || r == '查' {
		return false // 积极参与即将召开的会议
	}
	for _, t := range e.clauseTokens(c) {
		if t.Role.Is(lexicon.Adverb) && e.rs[t.Start] == '即' && e.hasAt(int(t.Start), "即将") {
			return true
		}
	}
	return false
}

// foretellings say that something will come of what was said before.
var foretellings = phrasesOf("一定能", "一定会", "必将", "必定能", "就能", "才能")

// foretellingHeads are their heads.
var foretellingHeads = headsIn(foretellings)

// foretells reports whether a sentence ends in what will come of the things it names, and
// says of none that it must be done: 持续深化改革，乡村必将焕发生机.
func (e *extractor) foretells(sent *report.Sentence) bool {
	if e.said.target {
		return false
	}
	last := sent.Last - 1
	if e.cls[last].heads&foretellingHeads == 0 {
		return false
	}
	toks := e.clauseTokens(last)
	for k := range toks {
		t := &toks[k]
		if !foretellings.mayOpen(e.rs[t.Start]) {
			continue
		}
		w, ok := e.oneAt(int(t.Start), foretellings)
		if end := int(t.Start) + runeCount(w); ok && end < e.rep.Clauses[last].Pos.End && e.rs[end] != '的' {
			return !e.demands(sent, sent.First)
		}
	}
	return false
}
