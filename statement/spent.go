package statement

import (
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
)

// owedOf reads what of those before a sum it is, where a verb acts on both: 化解农村信用社等
// 3亿元历史包袱 is 农村信用社等历史包袱.
func (e *extractor) owedOf(r *run, core, right span, s *subjects) bool {
	const nearest = 2 // runes before the verb
	if r.n != 1 || core.Len() < nearest || right.Len() < 2 || !e.rightEndsClause(r, right) || e.tailHead(core) || e.indicatorAt(core) {
		return false
	}
	if !strings.ContainsRune("款债金费贴", e.at(right.End-1)) && !e.tailHead(right) && !e.hasBefore(right.End, "债务") && !e.hasBefore(right.End, "包袱") {
		return false
	}
	for _, t := range e.tokens(r.clause, core) {
		if int(t.Start) > core.Start+nearest {
			break
		}
		if t.Class&lexicon.ClassVerb == 0 || !t.Role.Is(lexicon.Task) || t.Role.Is(lexicon.Make|lexicon.Noun|lexicon.Head|lexicon.Plain) {
			continue
		}
		of := e.stripLeft(r.clause, span{Start: int(t.End), End: core.End}, false)
		if !of.Valid() || e.verbBeforeAt(of.End) || e.verbLast(r, core) {
			return false
		}
		s.core, s.topics = right, e.words.list(e.text(of)+e.text(right))
		s.quantified, r.quantified = true, true
		return true
	}
	return false
}

// fundOf reads whose money of what kind a sum is, where more is said of it: 把省财政的40亿元
// 奖补资金用好 is 省财政奖补资金.
func (e *extractor) fundOf(r *run, core, right span, s *subjects) bool {
	const furthest = 6 // runes of the kind before the word for money
	if left := e.trim(r.left); left.Len() < 2 || e.at(left.End-1) != '的' || core.Len() < 2 || r.n != 1 || !isMoney(&e.nums[r.nums[0]]) || e.verbIn(r.clause, core) {
		return false
	}
	end := right.Start
	for _, t := range e.tokens(r.clause, right) {
		if at := int(t.Start); t.Role.Is(lexicon.Head) && at <= right.Start+furthest && (end == right.Start || at == end) {
			end = int(t.End)
		} else if end > right.Start {
			break
		}
	}
	if end == right.Start || end == right.End {
		return false
	}
	s.core = span{Start: right.Start, End: end}
	s.topics = e.words.list(e.text(core) + e.text(s.core))
	s.quantified, r.quantified = true, true
	return true
}

// spentOn reads what money is spent on by the verb behind it: 投入2.3亿元实施校安工程 is
// 校安工程投入.
func (e *extractor) spentOn(r *run, core, right span, s *subjects) bool {
	said := e.trim(r.left)
	w, spent := e.oneBefore(said.End, spendings)
	if !spent {
		return false
	}
	if who := e.stripLeft(r.clause, span{Start: said.Start, End: said.End - utf8.RuneCountInString(w)}, r.first); who.Valid() && !e.hasBefore(who.End, "财政") && !e.hasBefore(who.End, "政府") && !e.outOf(r.clause, who) {
		return false
	}
	if e.hasAt(right.Start, "用于") && e.rightEndsClause(r, right) {
		who := e.stripLeft(r.clause, span{Start: said.Start, End: said.End - utf8.RuneCountInString(w)}, r.first)
		if e.outOf(r.clause, who) {
			who = span{}
		}
		s.topics, s.core = e.words.list(e.text(who)+e.text(right)), right
		s.quantified, r.quantified = true, true
		return true // 省财政拿出3亿元用于移民搬迁
	}
	t, ok := e.tokenAt(r.clause, right)
	if last := r.nums[len(r.nums)-1]; ok && int(t.End) == right.End && t.Role.Is(lexicon.Task|lexicon.Make) && last+1 < int(e.cls[r.clause].numEnd) {
		noun, _ := e.cutVerb(r.clause, span{Start: e.nums[last+1].Full.End, End: e.rep.Clauses[r.clause].Pos.End})
		s.core, s.topics = noun, e.words.list(e.text(noun)+spentWord(w))
		r.quantified = true
		return noun.Valid() // 投入42.7亿元实施60件民生实事
	}
	if !ok || !t.Role.Is(lexicon.Task|lexicon.Make) || int(t.End) >= right.End || e.holds(right.Start, right.End, "资金") || e.joinsBefore(right.End) {
		return false // 安排384亿元救灾款
	}
	s.core = e.stripLeft(r.clause, span{Start: int(t.End), End: right.End}, false)
	if e.at(int(t.End)) == '的' {
		s.core, _ = e.cutVerb(r.clause, span{Start: int(t.End) + 1, End: right.End}) // 投资2600万元新建的文化中心投入使用
	}
	s.topics = e.words.list(e.text(s.core) + spentWord(w)) // 省级财政安排4亿元发放消费券 is 消费券
	r.quantified = true
	return true
}

// setApart reads what a bare fund is for by the verb behind it: 安排8亿元资金支持再就业 is
// 支持再就业资金.
func (e *extractor) setApart(r *run, right span, s *subjects) bool {
	w, ok := e.oneAt(right.Start, bareFunds)
	if !ok {
		return false
	}
	why := span{Start: right.Start + runeCount(w), End: right.End}
	if !e.hasAt(why.Start, "支持") && !e.hasAt(why.Start, "用于") || why.Len() < 4 || !e.rightEndsClause(r, right) || e.holds(why.Start, why.End, "的") {
		return false
	}
	s.core, s.topics = span{Start: right.Start, End: why.Start}, e.words.list(e.text(why)+w)
	s.quantified, r.quantified = true, true
	return true
}

// bareFunds are what money is called that is set apart for something.
var bareFunds = phrasesOf("资金", "专项资金", "经费", "财政资金")

// outOf reports whether who, before a sum, names a fund that it is taken from: 从超收收入中.
func (e *extractor) outOf(c int, who span) bool {
	return e.at(who.End-1) == '中' && e.holds(e.rep.Clauses[c].Pos.Start, who.End-1, "从")
}

// spentWord is what a word before a sum adds to the name of what that is spent on.
func spentWord(w string) string {
	if w == "拿出" {
		return ""
	}
	return strings.TrimPrefix(w, "安排")
}

// spendings are the words before a sum that is spent on something.
var spendings = phrasesOf("投入资金", "安排资金", "投入", "投资", "安排", "拿出")
