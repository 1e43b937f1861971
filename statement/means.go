package statement

import (
	"unicode/utf8"

	"pledger/lexicon"
)

// means are verbs that say what the next clause makes use of or goes by.
var means = phrasesOf("运用", "综合运用", "通过", "紧扣", "适应", "顺应", "依据", "按照", "根据", "依托", "依靠", "借助", "结合", "着眼于", "着眼", "学习运用", "学习借鉴", "对照", "对标")

// seizings are verbs that take hold of what the next clause makes use of.
var seizings = phrasesOf("把握", "抓住")

// trends are what is seized by what the next clause does.
var trends = phrasesOf("大势", "趋势", "机遇", "机遇期", "契机", "时机", "规律")

// wielders are what means and seizings begin with.
var wielders = headsOf(means, seizings)

// wields reports whether clause c does nothing but name what the next one makes use of
// or goes by: 运用新技术，改造传统产业.
func (e *extractor) wields(c int) bool {
	pos, o := e.rep.Clauses[c].Pos, &e.opens[c]
	at, lead := int(o.at), int(o.lead)
	if !stepNouns.last.may(e.at(pos.End-1)) && !wielders.may(e.at(at)) && (at == lead || !wielders.may(e.at(lead))) {
		return false // as of nearly all clauses
	}
	if e.rep.Clauses[c].Mark != '，' || c+1 == e.rep.Sentences[e.rep.Clauses[c].Sentence].Last {
		return false
	}
	if e.takesSteps(pos) {
		return e.opensTask(c + 1)
	}
	if e.hasAt(lead, "着眼") {
		at = lead // which opening passes
	}
	seizes := e.isAt(at, seizings)
	if !seizes && !means.mayOpen(e.at(at)) || !e.opensTask(c+1) {
		return false
	}
	if seizes {
		_, ok := e.oneBefore(pos.End, trends)
		return ok
	}
	w, wields := e.oneAt(at, means)
	return wields && e.oneActInside(c, w, at+utf8.RuneCountInString(w))
}

// stepNouns are what somebody takes: steps.
var stepNouns = phrasesOf("措施", "举措")

// takesSteps reports whether a clause says no more than that somebody will take steps: 国家
// 继续采取措施.
func (e *extractor) takesSteps(pos span) bool {
	const furthest = 12 // runes before 采取
	if _, ok := e.oneBefore(pos.End, stepNouns); !ok {
		return false
	}
	i := e.index(pos.Start, pos.End, "采取")
	return i >= 0 && i <= pos.Start+furthest
}

// wishes reports whether clause c, which opens with 为 at offset at, tells what the next
// one is for: 为保证供应，加大投入. 为老人体检 does something for somebody.
func (e *extractor) wishes(c, at int) bool {
	pos := e.rep.Clauses[c].Pos
	t, ok := e.tokenAt(c, span{Start: at + 1, End: pos.End})
	return ok && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && e.rep.Sentences[e.rep.Clauses[c].Sentence].First == c && e.rep.Clauses[c].Mark == '，'
}

// oneActInside reports whether what word w of means governs is all that stands behind it
// in clause c at offset i: 通过发布信息、加强引导 and 结合实施规划 name what is made use of,
// 通过改革破解难题 says what is done with it as well.
func (e *extractor) oneActInside(c int, w string, i int) bool {
	acts, first := 0, i
	for _, t := range e.tokens(c, span{Start: i, End: e.rep.Clauses[c].Pos.End}) {
		if t.Class&lexicon.ClassVerb == 0 || !t.Role.Is(lexicon.Task) || t.Role.Is(lexicon.Noun) {
			continue
		}
		if r := e.at(int(t.Start) - 1); r != '、' && r != '和' {
			if acts++; acts == 1 {
				first = int(t.Start)
			}
		}
	}
	return acts == 0 || acts == 1 && first == i && (w == "通过" || w == "结合" || w == "着眼于" || w == "着眼")
}

// recipient reports whether clause c is a phrase that names whom or what the
// next one is done to: 对…的企业，.
func (e *extractor) recipient(c int) bool {
	pos := e.rep.Clauses[c].Pos
	if e.at(pos.Start) != '对' || e.verbInside(c, pos.Start+1) && !e.describes(c) || e.cls[c].roles.Is(lexicon.Modal) && e.demandsInside(c) {
		return false
	}
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		if e.nums[i].Full.End >= pos.End {
			return false // 对俄出口占比突破15%
		}
	}
	return true
}

// demandsInside reports whether clause c says behind whom or what it names that something
// must be done: 对侵权行为要依法惩处.
func (e *extractor) demandsInside(c int) bool {
	end := e.rep.Clauses[c].Pos.End
	for _, t := range e.clauseTokens(c) {
		i := int(t.Start)
		if t.Role.Is(lexicon.Modal) && int(t.End)+1 < end && (t.End-t.Start == 1 && e.rs[i] == '要' && !e.conditional(i) || e.hasAt(i, "必须")) {
			return true
		}
	}
	return false
}

// describes reports whether the verbs of clause c, which opens with 对, only tell whom it
// speaks of: 对承担课题的青年教师，采取灵活的用人办法.
func (e *extractor) describes(c int) bool {
	pos := e.rep.Clauses[c].Pos
	for i := pos.End - 2; i > pos.Start+1; i-- {
		if e.rs[i] == '的' {
			return !e.verbInside(c, i+1) && e.opensTask(c+1)
		}
	}
	return false
}
