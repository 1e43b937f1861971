package statement

import (
	"pledger/lexicon"
	"pledger/report"
)

// behindPreposition says what clause c does, which opens at offset at with a preposition that
// ends at offset end: it acts where a verb follows, is how the next one acts, or what is due.
func (e *extractor) behindPreposition(c int, sent *report.Sentence, at, end int) part {
	switch {
	case e.verbInside(c, end) || e.actsBehindLead(c, at) || e.actsBehindGround(c, end):
		return partAction
	case c+1 < sent.Last && e.obliged(c) && e.explains(c+1):
		return partAction // 要把改革摆在首位，这是…
	case c+1 < sent.Last:
		return partManner
	case c > sent.First && e.owns(c):
		return partAction
	case c > sent.First && (e.actsByPlan(c, at) || e.obliged(c)):
		return partOwed
	case c > sent.First:
		return partRest // 由团队自主决定使用
	case e.predicated(c) && !e.hasAt(at, "经济"):
		return partAction // 资源要向基层倾斜
	}
	return partManner // though nothing follows that it could be the manner of
}

// actsByPlan reports whether clause c acts as planned with a verb that can be a noun as
// well: 按照规划加强能力建设.
func (e *extractor) actsByPlan(c, at int) bool {
	if e.at(at) != '按' {
		return false
	}
	end := e.rep.Clauses[c].Pos.End
	for _, t := range e.tokens(c, span{Start: at + 1, End: end}) {
		if t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && int(t.Start) > at+2 && int(t.End) < end && e.hasAt(int(t.Start), "加强") {
			return true
		}
	}
	return false
}

// actsBehindLead reports whether a verb follows 以…为导向 in the same clause:
// 以市场需求为导向调整农业结构.
func (e *extractor) actsBehindLead(c, at int) bool {
	if e.at(at) != '以' {
		return false
	}
	for i := at + 1; i < e.rep.Clauses[c].Pos.End; i++ {
		if e.rs[i] != '为' {
			continue
		}
		if w, ok := e.oneAt(i+1, leads); ok && e.verbAt(i+1+len([]rune(w))) {
			return true
		}
	}
	return false
}

// actsBehindGround reports whether a verb follows the phrase of manner that clause c
// opens with: 在自愿基础上发展规模经营. Behind 时 or 中 a verb can be part of the phrase.
func (e *extractor) actsBehindGround(c, at int) bool {
	for i := at + 1; i < e.rep.Clauses[c].Pos.End; i++ {
		if r := e.rs[i-1]; (r == '上' || r == '下' || r == '面') && e.endsManner(i) && e.verbAt(i) {
			return true
		}
	}
	return false
}
