package statement

import (
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
)

// rightPart is what stands behind number i in its clause: up to the next
// figure, or past it where that one only labels a class, 2个千亿级产业.
func (e *extractor) rightPart(r *run, i int) span {
	right := r.right
	if right.Len() == 0 && i+1 < int(e.cls[r.clause].numEnd) {
		right = e.rightPast(r, i)
	}
	if e.nums[i].Form != quantity.Chinese {
		return right
	}
	if first := e.at(right.Start); first == '点' && e.aspects(i) {
		right.Start++ // 四点建议
	} else if first == '大' && !e.nums[i].UnitText.Valid() {
		right.Start++
		if at := e.measuredFrom(right); at > 0 && i+1 < int(e.cls[r.clause].numEnd) {
			right.End = at // 两大主导产业产值占
		}
	}
	return right
}

// rightPast is rightPart where the next number of the clause stands right behind number i.
func (e *extractor) rightPast(r *run, i int) span {
	right, next := r.right, &e.nums[i+1]
	if next.Form == quantity.Bare && e.at(next.Pos.End) == '级' {
		right.End = e.rep.Clauses[r.clause].Pos.End
		for k := i + 2; k < int(e.cls[r.clause].numEnd); k++ {
			if e.set.Mentions[k].What == IsFigure {
				right.End = e.nums[k].Full.Start
				break
			}
		}
	}
	if u := e.nums[i].Unit; right.Len() == 0 && u != nil && u.Name == "大类" && next.Unit.Is(lexicon.UnitMeasure) {
		right = span{Start: next.Full.End, End: e.rep.Clauses[r.clause].Pos.End} // 十大类32件民生实事
	}
	if right.Len() == 0 && e.countedTwice(r, i) {
		right = e.rightOf(r.clause, i+1) // 对56户89名监测对象落实措施
	}
	return right
}

// countedTwice reports whether number i counts what the next number right behind it counts by
// another measure word, and nothing before it names that.
func (e *extractor) countedTwice(r *run, i int) bool {
	if e.nums[i+1].Full.Start != e.nums[i].Full.End || e.ends(e.nums[i+1].Full.End) {
		return false
	}
	u, v := e.nums[i].Unit, e.nums[i+1].Unit
	if v == nil || !u.Is(lexicon.UnitMeasure) {
		return false
	}
	left := e.trim(r.left)
	if !left.Valid() {
		return v.Is(lexicon.UnitMeasure)
	}
	toks := e.tokens(r.clause, left)
	n := len(toks) - 1
	if n < 0 || int(toks[n].End) != left.End {
		return false
	}
	// to 12 families, 40 people of a group; or one works of so much, 建成1个10万只肉羊示范园
	return toks[n].Role.Is(lexicon.Prep) && v.Is(lexicon.UnitMeasure) || toks[n].Class&lexicon.ClassVerb != 0 && toks[n].Role.Is(lexicon.Make)
}

// rightOf is what stands behind number i in its clause, up to the next figure.
func (e *extractor) rightOf(c, i int) span {
	right := span{Start: e.nums[i].Full.End, End: e.rep.Clauses[c].Pos.End}
	for k := i + 1; k < int(e.cls[c].numEnd); k++ {
		if e.set.Mentions[k].What == IsFigure {
			right.End = max(right.Start, e.nums[k].Full.Start)
			break
		}
	}
	return right
}

// predicates reports whether a token behind a number says something of what
// stands before it and opens no noun.
func (e *extractor) predicates(t lexicon.Token) bool {
	if t.Class&lexicon.ClassIndicator != 0 || t.Role.Is(lexicon.Noun|lexicon.Plain|lexicon.Head) {
		return false
	}
	return t.Role.Is(lexicon.Up|lexicon.Down|lexicon.Reach|lexicon.Than|lexicon.Conj|lexicon.Adverb|lexicon.Prep) || t.Class&lexicon.ClassVerb != 0 && t.End-t.Start > 1
}

// verbLast reports whether what stands before the number ends in a verb whose
// object the number opens.
func (e *extractor) verbLast(r *run, core span) bool {
	toks := e.tokens(r.clause, r.left)
	if len(toks) == 0 {
		return false
	}
	t := toks[len(toks)-1]
	return int(t.End) == e.trim(r.left).End && t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Head|lexicon.Reach)
}

// nounAndVerb parts what stands behind a number into a noun and what is said
// of it. Things counted in a list share what stands behind the last of them.
func (e *extractor) nounAndVerb(r *run, right span) (noun, verb span) {
	noun, verb = e.cutSaid(r.clause, right, !e.countsThings(r))
	if noun.Len() > 1 && e.at(noun.End-1) == '中' && !verb.Valid() && !e.wordBefore(noun.End) && (e.ends(noun.End) || e.hasBefore(right.End, "有")) {
		noun.End-- // 60家企业中，21家; 12个乡镇中有4个
	}
	if due := e.dueInside(r.clause, noun); due.Valid() {
		return span{Start: noun.Start, End: due.Start}, span{Start: due.End, End: max(due.End, verbEnd(noun, verb, right))} // 2条道路6月底前通车
	}
	if at := e.reachedFrom(r, noun, right); at > 0 {
		r.past = at + 1
		return span{Start: noun.Start, End: at}, span{} // 覆盖12个乡镇的管网180公里
	}
	for _, t := range e.tokens(r.clause, noun) {
		if t.Role.Is(lexicon.PerUnit) && e.at(int(t.End)-1) == '均' && int(t.Start) > noun.Start+1 {
			return span{Start: noun.Start, End: int(t.Start)}, span{} // 23个县人均财力不足…
		}
	}
	if at := e.averagedFrom(noun); at > 0 {
		return span{Start: noun.Start, End: at}, span{} // 2万农户户均增收3000元
	}
	if e.onlyLimits(r.clause, noun) && verb.Valid() {
		return e.limited(r.clause, noun, right)
	}
	if t, ok := e.tokenAt(r.clause, verb); ok && t.Role.Is(lexicon.Than) && e.tailHead(noun) {
		for at := noun.Start + 1; at < noun.End-1 && at-noun.Start <= longestNoun; at++ {
			if _, ok := e.oneBefore(at, holders); ok {
				return span{Start: noun.Start, End: at}, span{Start: at, End: verb.End} // 9个乡镇财力低于全市平均
			}
		}
	}
	valued := noun.End == right.End || e.onlyReaches(r.clause, span{Start: noun.End, End: right.End})
	if valued && right.End < e.rep.Clauses[r.clause].Pos.End && !e.joinsBefore(right.End) && e.tailHead(noun) {
		for at := noun.Start + 1; at < noun.End-1; at++ {
			if _, ok := e.oneBefore(at, holders); ok && at-noun.Start <= longestNoun && !e.hasBefore(at, "农村") {
				return span{Start: noun.Start, End: at}, e.saidWith(r, at, right.End) // 两个旗县财政自给率不足三成
			}
		}
	}
	if of := e.wholePlace(noun); of > 0 {
		said := e.trim(span{Start: of, End: max(noun.End, verb.End)})
		if e.at(noun.Start) == '特' || !verb.Valid() {
			said = span{} // 两个特别行政区政府依法施政
		}
		return span{Start: noun.Start, End: of}, said
	}
	listed := noun.Valid() && !verb.Valid() && right.End < e.rep.Clauses[r.clause].Pos.End && e.joinsBefore(right.End)
	if listed {
		last := r.nums[len(r.nums)-1]
		for k := last + 1; k < int(e.cls[r.clause].numEnd); k++ {
			if e.set.Mentions[k].What == IsFigure {
				_, verb = e.cutVerb(r.clause, span{Start: e.nums[k].Full.End, End: e.rep.Clauses[r.clause].Pos.End})
			}
		}
		if own := e.verbEnding(noun); own.Valid() && verb.Valid() {
			return span{Start: noun.Start, End: own.Start}, own // 11万贫困人口脱贫、6个贫困县摘帽
		}
	}
	return noun, verb
}

// thingEnds are the runes that a counted thing ends in before 的 and what it has.
const thingEnds = "家区省市县旗乡镇村组街户人民生员者业门域位校院厂司园项目程团国军部队标准则针策题会局所社站厅港城桥库场馆店矿井池楼栋型集闸"

// thingWords are other words that one ends in.
var thingWords = phrasesOf("制度", "体制", "关系", "运动", "层次", "层面", "环节", "阶段", "时期", "中心", "村庄", "市场", "公报")

// notThings are the runes that what tells which things are counted can open with: 跨地区的公司.
const notThings = "跨带有无未不含具最较更很来所"

// whatOf is where what the counted things have begins in noun, behind 的: 养老服务站 of 社区的
// 养老服务站; 0 where 的 closes what only tells which things are counted, 最大的水库.
func (e *extractor) whatOf(c int, noun span) int {
	at := e.index(noun.Start+1, noun.End-1, "的")
	if _, ok := e.oneBefore(at, thingWords); at < 0 || !ok && !strings.ContainsRune(thingEnds, e.rs[at-1]) || strings.ContainsRune(notThings, e.rs[noun.Start]) {
		return 0
	}
	for _, t := range e.tokens(c, span{Start: noun.Start, End: at}) {
		verb := t.Class&lexicon.ClassVerb != 0
		if verb && (!t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) || int(t.End) == at) || !verb && t.Role.Is(lexicon.Prep) {
			return 0 // 面向农户的合作社
		}
	}
	return at
}

// aboutThings stand behind things and say where something is to them or is done with them.
var aboutThings = phrasesOf("之间", "之中", "之外", "以外", "里面", "之后", "入手", "着手", "着力", "出发", "发力", "来看", "来抓", "走在", "作出", "做出", "同时", "并存", "一齐", "相互", "互相")

// asideThings open, behind 和 or 以及, others that no number counts: 12家医院和一批诊所.
var asideThings = phrasesOf("一批", "一些", "大批", "部分", "全国", "全省", "全市", "全县")

// thingsEnd is where the things that noun names end before others that are not counted, and,
// of few, before where something is to them.
func (e *extractor) thingsEnd(noun span, few bool) int {
	const shortest = 2 // runes of the things
	for i := noun.Start + shortest; i < noun.End-1; i++ {
		switch e.rs[i] {
		case '和', '与', '及':
			if e.isAt(i+1, asideThings) {
				if e.rs[i-1] == '以' {
					i--
				}
				return i
			}
		default:
			if few && e.isAt(i, aboutThings) {
				return i // 两大类之间
			}
		}
	}
	return noun.End
}

// thingsAlone cuts off noun what those that a measure word counts have, 18个乡镇的卫生院, and off
// a small number of things what is said of them in words that name no other: 两个城市应当率先行动.
func (e *extractor) thingsAlone(r *run, noun, verb span) (span, span) {
	last := r.nums[len(r.nums)-1]
	few := e.smallCount(last) || e.at(e.nums[last].Pos.End) == '大'
	u := e.nums[last].Unit
	if !few && !u.Is(lexicon.UnitMeasure) {
		return noun, verb
	}
	if at := e.thingsEnd(noun, few); at < noun.End {
		if noun.End = at; few {
			verb = span{}
		}
	}
	if few && e.at(noun.End-1) == '上' && noun.Len() > 2 && !e.wordBefore(noun.End) {
		noun.End-- // 在国内国际两条战线上
	}
	if u.Is(lexicon.UnitPerson) {
		return noun, verb // 15名护士的培训
	}
	if at := noun.End; few {
		if noun.End = e.untilSaid(r.clause, noun); noun.End < at {
			verb = span{}
		}
	}
	if at := e.whatOf(r.clause, noun); at > 0 {
		if noun.End = at; few {
			verb = span{}
		} else if verb.Valid() {
			verb.Start = at + 1 // 养老服务站投入使用的社区
		}
	}
	if u != nil && e.hasAt(noun.Start, "方面") && !e.sideWork(noun) {
		noun.End = noun.Start + sideRunes // 从开源和节流两个方面入手
	}
	return noun, verb
}

// sideRunes are how many runes 方面 has.
const sideRunes = 2

// sideWork reports whether noun, which opens with 方面, says what is to be done: 方面的工作.
func (e *extractor) sideWork(noun span) bool {
	at := noun.Start + sideRunes
	if e.at(at) == '的' {
		at++
	}
	w, ok := e.oneAt(at, sideWorks)
	return ok && at+runeCount(w) == noun.End
}

// sideWorks are what is to be done in several regards.
var sideWorks = phrasesOf("工作", "任务", "改革", "关系")

// saidLeads open what is said of things behind them.
var saidLeads = phrasesOf("为了", "为", "以", "在", "从", "对", "向", "给", "由", "经过", "通过", "都", "均", "将", "也", "已", "是", "应当", "应该", "应", "必须", "可以", "能够")

// untilSaid is where the things that noun names end before a word that opens what is said of
// them: 项目 of 项目为农民增收.
func (e *extractor) untilSaid(c int, noun span) int {
	const shortest = 2 // runes of the things
	for _, t := range e.tokens(c, noun) {
		from, to := int(t.Start), int(t.End)
		if from < noun.Start+shortest || to == noun.End && to-from == 1 || t.Role.Is(lexicon.Plain|lexicon.Head) {
			continue
		}
		if w, ok := e.oneAt(from, saidLeads); ok && from+runeCount(w) == to && (to-from > 1 || !e.longerWord(from)) {
			return from
		}
	}
	return noun.End
}

// onlyLimits reports whether p holds no more than a word that opens what tells which things are
// counted: 未 of 未完成整改的问题, 可以 of 可以预防的疾病.
func (e *extractor) onlyLimits(c int, p span) bool {
	t, ok := e.tokenAt(c, p)
	return ok && int(t.End) == p.End && t.Role.Is(lexicon.Not|lexicon.Modal|lexicon.Argue) && !t.Role.Is(lexicon.Plain|lexicon.Noun|lexicon.Head)
}

// limited reads behind limit, which opens what tells which things are counted up to the first 的
// of right, the things with that and what is said of them.
func (e *extractor) limited(c int, limit, right span) (noun, verb span) {
	at := e.index(limit.End, right.End-1, "的")
	if at < 0 {
		return limit, span{Start: limit.End, End: right.End}
	}
	noun, verb = e.cutVerb(c, span{Start: at + 1, End: right.End})
	if t, ok := e.tokenAt(c, limit); ok && t.Role.Is(lexicon.Not) {
		noun.Start = limit.Start
	}
	return noun, verb
}

// verbEnd is where what is said of a noun ends.
func verbEnd(noun, verb, right span) int {
	if verb.Valid() {
		return verb.End
	}
	return min(max(noun.End, noun.Start), right.End)
}

// saidWith is what is said of the counted from offset at to the end of their clause, where
// the figure that begins at offset next ends it; empty elsewhere.
func (e *extractor) saidWith(r *run, at, next int) span {
	for i := r.nums[len(r.nums)-1] + 1; i < int(e.cls[r.clause].numEnd); i++ {
		if q := &e.nums[i]; q.Full.Start == next && next < q.Pos.Start && e.ends(q.Full.End) {
			return span{Start: at, End: q.Full.End}
		}
	}
	return span{}
}

// verbAt reports whether a verb stands at offset i.
func (e *extractor) verbAt(i int) bool {
	_, ok := e.lex.At(e.rs, i, lexicon.ClassVerb)
	return ok
}
