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
	return q.Form == quantity.Chinese && q.Pos.Len() == 1 && e.at(q.Pos.Start) != '一' && (q.Unit != nil && q.Unit.Class == "measure" && q.UnitText.Valid() || e.aspects(i))
}

// enumerated is what stands before an enumerated thing, less who does what with it:
// 城市和乡村 of 更好利用城市和乡村两个市场, nothing of 要着重抓好三项工作. What the list
// itself names stays: 增加供给和抑制需求两个方面.
func (e *extractor) enumerated(r *run, left span) span {
	if !left.Valid() {
		return left
	}
	toks := e.tokens(r.clause, left)
	n := len(toks)
	if _, out := e.oneBefore(left.End, countLeads); out {
		if left.End--; e.at(left.End) != '这' {
			left.Start = left.End
		}
	}
	if !left.Valid() {
		return left
	}
	if n == 0 {
		return left
	}
	last := toks[n-1]
	if int(last.End) == left.End && last.Class&lexicon.ClassVerb != 0 && !last.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain|lexicon.Effect) && !e.joinsInside(left) {
		return span{Start: left.End, End: left.End}
	}
	if e.hasAt(left.Start, "分为") {
		left.Start += 2 // 分为种植、养殖两大类
	}
	from := left.Start
	for _, t := range toks {
		at := int(t.Start)
		if r := e.at(left.Start); r == '地' || r == '了' && left.Start > from {
			left.Start++ // 更好地利用, 打赢了
		}
		if at != left.Start || int(t.End) > left.End {
			break
		}
		if t.Role.Is(lexicon.Adverb|lexicon.Modal|lexicon.Wish) && t.Class&lexicon.ClassVerb == 0 {
			left.Start = int(t.End)
			from = left.Start
			continue
		}
		if at == from && t.Role.Is(lexicon.Prep|lexicon.Principle) && t.Class&lexicon.ClassVerb == 0 && e.rs[at] != '经' {
			left.Start = int(t.End) // 从收入和支出两个方面
			continue
		}
		if t.Class&lexicon.ClassVerb == 0 || e.measureBehind(int(t.End)) || t.Role.Is(lexicon.Plain) && e.at(int(t.End)) == '、' {
			break // 开行量、货运量两项指标, 就业、医疗两项改革
		}
		if v, ok := e.lex.At(e.rs[:left.End], int(t.End)+1, lexicon.ClassVerb); ok && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) && e.joins(int(t.End), int(v.Start)) && int(v.End)+1 < left.End {
			left.Start = int(v.End) // 巩固和发展种植、养殖
			break
		}
		if next := e.jointVerb(left); next && !e.wellDone(t) {
			break // 增加供给和抑制需求
		}
		left.Start = int(t.End)
	}
	return e.lastCounted(r, left)
}

// lastCounted is the end of the list at p that has as many members, all of one length, as the number
// of the run counts, where 和 or 与 joins it to another thing: 城乡、产业 of 总体规划和城乡、产业
// 两个方案; else p.
func (e *extractor) lastCounted(r *run, p span) span {
	first := e.at(e.nums[r.nums[len(r.nums)-1]].Pos.Start)
	want := numeral(first)
	if first == '两' {
		want = 2
	}
	n, end, long := 1, p.End, 0
	for i := p.End - 1; i > p.Start; i-- {
		switch e.rs[i] {
		case '、':
			if long > 0 && end-i-1 != long {
				return p
			}
			n, long, end = n+1, end-i-1, i
		case '和', '与':
			if n > 1 && n == want && end-i-1 == long && !e.wordBefore(i+1) && !e.longerWord(i) {
				return span{Start: i + 1, End: p.End}
			}
			return p
		}
	}
	return p
}

// wellDone reports whether a verb tells how well something is done, as no member of a
// list does: 抓好, 打好.
func (e *extractor) wellDone(t lexicon.Token) bool { return e.at(int(t.End)-1) == '好' }

// jointVerb reports whether a verb stands behind the first joint of the list at p.
func (e *extractor) jointVerb(p span) bool {
	for i := p.Start; i < p.End; i++ {
		switch e.rs[i] {
		case '、', '和', '与', '及':
			t, ok := e.lex.At(e.rs[:p.End], i+1, lexicon.ClassVerb)
			return ok && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain)
		}
	}
	return false
}

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
		if rest = strings.TrimPrefix(rest, "的"); rest == "工作" || rest == "任务" || rest == "改革" {
			return rest + "方面"
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

// classEnds are the runes that the name of a class ends in where it leaves out what is classed.
const classEnds = "级型类"

// classedWith is what the things of a class are that noun names alone, said behind the next
// class of its clause, which is counted by the same measure word: 森林公园 of 12个国家级和35个
// 省级森林公园; "" elsewhere.
func (e *extractor) classedWith(r *run, noun span) string {
	i := r.nums[len(r.nums)-1]
	last := e.at(noun.End - 1)
	if !strings.ContainsRune(classEnds, last) || i+1 >= int(e.cls[r.clause].numEnd) || e.nums[i+1].Unit != e.nums[i].Unit || !e.joins(noun.End, e.nums[i+1].Full.Start) {
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
