package statement

import (
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
)

// smallCount reports whether number i counts the members of a list, or kinds of a
// thing, by a small numeral in characters: 中央和地方两个积极性, 三项工作.
func (e *extractor) smallCount(i int) bool {
	q := &e.nums[i]
	return q.Form == quantity.Chinese && q.Pos.Len() == 1 && e.at(q.Pos.Start) != '一' && (q.Unit.Is(lexicon.UnitMeasure) && q.UnitText.Valid() || e.aspects(i))
}

// enumerated is what stands before an enumerated thing, less who does what with it:
// 城市和乡村 of 更好利用城市和乡村两个市场, nothing of 要着重抓好三项工作. What the list
// itself names stays: 增加供给和抑制需求两个方面.
func (e *extractor) enumerated(r *run, left span) span {
	if !left.Valid() {
		return left
	}
	toks := e.tokens(r.clause, left)
	if n := len(toks); n > 0 {
		last := toks[n-1]
		if int(last.End) == left.End && last.Class&lexicon.ClassVerb != 0 && !last.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain|lexicon.Effect) && !e.joinsInside(left) {
			return span{Start: left.End, End: left.End}
		}
	}
	return e.apposed(r.clause, left, e.plainValue(r.nums[len(r.nums)-1]))
}

// wellDone reports whether a verb tells how well something is done, as no member of a
// list does: 抓好, 打好.
func (e *extractor) wellDone(t lexicon.Token) bool { return e.at(int(t.End)-1) == '好' }

// deeds close a noun with what is done to the things that a number before it counts.
var deeds = phrasesOf("建设", "治理", "开发", "培育", "整治", "保护", "发展", "转型升级")

// untilHow is where things end before how they do something: 两个城市 of 两个城市积极应对台风.
func (e *extractor) untilHow(c int, noun span) int {
	const shortest, longest = 1, 6 // runes of the things, and of those with nothing behind
	if noun.Len() < longest {
		return noun.End
	}
	for _, t := range e.tokens(c, noun) {
		if t.Role.Is(lexicon.Adverb) && t.Class&lexicon.ClassVerb == 0 && !t.Role.Is(lexicon.Noun|lexicon.Plain|lexicon.Head) && int(t.Start) >= noun.Start+shortest && (t.End-t.Start >= 2 && e.verbAt(int(t.End)) || e.allOf(t)) {
			return int(t.Start)
		}
	}
	return noun.End
}

// allOf reports whether t says of all the things before it what they will do: 两件大事都将产生影响.
func (e *extractor) allOf(t lexicon.Token) bool {
	if r := e.rs[t.Start]; t.End-t.Start != 1 || r != '都' && r != '均' {
		return false
	}
	n, ok := e.lex.At(e.rs, int(t.End), lexicon.ClassAny)
	return ok && (n.Class&lexicon.ClassVerb != 0 || n.Role.Is(lexicon.Modal|lexicon.Adverb))
}

// thingsOf words the things that noun names behind the number of the run: 工作方面 of 三个
// 方面工作, and less what is done to those that are listed: 产业基地 of 三大产业基地建设.
func (e *extractor) thingsOf(r *run, noun *span) string {
	const shortest = 2 // runes of the things
	i := r.nums[len(r.nums)-1]
	if rest, ok := strings.CutPrefix(e.text(*noun), "方面"); ok {
		switch rest = strings.TrimPrefix(rest, "的"); rest {
		case "工作", "任务", "改革":
			return rest + "方面"
		case "关系":
			return rest
		}
		if rest != "" && e.aspects(i) {
			return rest // 十方面民生实事
		}
	}
	if e.at(e.nums[i].Pos.End) == '大' && e.nums[i].Form == quantity.Chinese || e.smallCount(i) || e.helps(r) {
		if w, ok := e.oneBefore(noun.End, deeds); ok && noun.Len() >= shortest+runeCount(w) {
			noun.End -= runeCount(w)
		}
		noun.End = e.untilHow(r.clause, *noun)
	}
	return e.text(*noun)
}

// sidesOf are the two sides that the first of two small numbers tells and the second shares:
// 国内国际 of 国内国际两个市场、两种资源; "" elsewhere.
func (e *extractor) sidesOf(r *run) string {
	i := r.nums[0]
	if r.first || i == 0 || !e.smallCount(i) || !e.smallCount(i-1) || e.rs[e.nums[i].Pos.Start] != e.rs[e.nums[i-1].Pos.Start] {
		return ""
	}
	w, _ := e.oneBefore(e.nums[i-1].Full.Start, twoSides)
	return w
}

// papers are what is written or said on a matter and says nothing without it.
var papers = phrasesOf("措施", "政策措施", "政策", "主张", "决定", "意见", "建议", "倡议", "办法", "规定")

// issuings are verbs of what somebody does with a paper.
var issuings = phrasesOf("出台", "推出", "制定", "采取", "实施", "提出", "落实", "贯彻", "坚持", "公布", "印发", "发布", "制订")

// regarding is what the papers that noun names alone are about, behind 关于 or the verb of who
// issues them and before 的: 促进消费的 of 出台进一步促进消费的十条措施; empty where that is told
// otherwise.
func (e *extractor) regarding(r *run, noun span) span {
	const shortest, furthest = 4, 3 // runes of the matter, with 的, and before its verb: 现阶段促进消费
	if w, ok := e.oneAt(noun.Start, papers); !ok || noun.Start+runeCount(w) != noun.End {
		return span{}
	}
	left := e.trim(r.left)
	from, about := -1, false
	for i := left.Start; i < left.End-shortest; i++ {
		if e.hasAt(i, "关于") {
			from, about = i+len([]rune("关于")), true
			break
		}
		if w, ok := e.oneAt(i, issuings); ok {
			from = i + runeCount(w)
		} else if e.rs[i] == '和' && e.joinsAt(i) && e.at(i-1) != '、' && e.holds(left.Start, i, "的") {
			from = i + 1 // 坚持基本方针和促进统一的八项主张
		}
	}
	if from < 0 {
		return span{}
	}
	of := e.stripLeft(r.clause, span{Start: from, End: left.End - 1}, false)
	for k := of.Start; k <= of.Start+furthest && k < of.End; k++ {
		if t, ok := e.lex.At(e.rs[:of.End], k, lexicon.ClassVerb); about || ok && int(t.End) < of.End {
			return span{Start: of.Start, End: left.End}
		}
	}
	return span{}
}

// classEnds are the runes that the name of a class ends in where it leaves out what is classed.
const classEnds = "级型类"

// classedWith is what the things of a class are that noun names alone, said behind the next
// class of its clause, which is counted by the same measure word: 森林公园 of 12个国家级和35个
// 省级森林公园; "" elsewhere.
func (e *extractor) classedWith(r *run, noun span) string {
	i := r.nums[len(r.nums)-1]
	last := e.at(noun.End - 1)
	if i+1 >= int(e.cls[r.clause].numEnd) || !strings.ContainsRune(classEnds, last) || e.nums[i+1].Unit != e.nums[i].Unit || !e.joins(noun.End, e.nums[i+1].Full.Start) {
		return ""
	}
	things, _ := e.cutVerb(r.clause, span{Start: e.nums[i+1].Full.End, End: e.rep.Clauses[r.clause].Pos.End})
	for k := things.End - 1; k > things.Start; k-- {
		if e.rs[k] == last {
			return e.text(span{Start: k + 1, End: things.End})
		}
	}
	return ""
}

// branchMeasures are what is measured of the branches of an economy that are counted before it.
var branchMeasures = phrasesOf("总产值", "产值", "增加值", "营业收入", "主营业务收入", "销售收入", "投资")

// measuredFrom is where what is measured of the things counted in p begins; 0 where nothing is.
func (e *extractor) measuredFrom(p span) int {
	for i := p.Start + 1; i < p.End; i++ {
		if e.isAt(i, branchMeasures) {
			return i
		}
	}
	return 0
}

// branches completes names of branches of an economy that are counted behind the last of them:
// 茶、果两大产业产值 are 茶产业产值 and 果产业产值.
func (e *extractor) branches(parts []span, names []string) bool {
	last := parts[len(parts)-1]
	at := e.index(last.Start+1, last.End, "大产业")
	if at <= last.Start+1 || numeral(e.at(at-1)) != len(parts) {
		return false
	}
	tail := e.text(span{Start: at + 1, End: last.End})
	names[len(names)-1] = e.text(span{Start: last.Start, End: at - 1})
	for i := range names {
		names[i] = strings.TrimSuffix(names[i], "产业") + tail
	}
	return true
}

// numeral is the small number that a Chinese numeral reads; 0 where r is none.
func numeral(r rune) int {
	return max(report.HanDigit(r), 0)
}

// grades completes names that list grades by their numerals: 农村一、二类低保标准 are 农村一类低保
// 标准 and 农村二类低保标准.
func (e *extractor) grades(parts []span, names []string) bool {
	first, last := parts[0], parts[len(parts)-1]
	if numeral(e.at(last.Start)) == 0 || numeral(e.at(first.End-1)) == 0 || last.Len() < 3 || !strings.ContainsRune("类级期档线", e.at(last.Start+1)) {
		return false
	}
	head, tail := e.text(span{Start: first.Start, End: first.End - 1}), e.text(span{Start: last.Start + 1, End: last.End})
	for _, p := range parts[1 : len(parts)-1] {
		if p.Len() != 1 || numeral(e.at(p.Start)) == 0 {
			return false // names stay as they are
		}
	}
	for i, p := range parts {
		at := p.Start
		if i == 0 {
			at = first.End - 1
		}
		names[i] = head + string(e.rs[at]) + tail
	}
	return true
}

// averagedFrom is where, behind those whom a number counts, what each of them has on average
// begins in noun: 户均 of 农户户均增收; 0 where nothing does.
func (e *extractor) averagedFrom(noun span) int {
	for i := noun.Start + 2; i+1 < noun.End; i++ {
		if e.rs[i+1] == '均' && e.isAt(i, perHeads) {
			return i
		}
	}
	return 0
}
