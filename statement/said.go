package statement

import (
	"strings"

	"unicode/utf8"

	"pledger/lexicon"
)

// cutVerb finds the first verb in right that is no noun, or what is said of the
// people that right opens with.
func (e *extractor) cutVerb(c int, right span) (noun, verb span) {
	return e.cutSaid(c, right, true)
}

// countsThings reports whether the measure word of the run is one that no people are
// counted by: 项, 件.
func (e *extractor) countsThings(r *run) bool {
	q := &e.nums[r.nums[len(r.nums)-1]]
	if q.UnitText.Len() != 1 {
		return false
	}
	switch e.at(q.UnitText.Start) {
	case '项', '件', '种', '条', '款':
		return true
	}
	return false
}

// cutSaid is cutVerb where people says whether those counted may be people.
func (e *extractor) cutSaid(c int, right span, people bool) (noun, verb span) {
	right = e.trim(right)
	toks := e.tokens(c, right)
	if n := len(toks); n > 0 && right.End < e.rep.Clauses[c].Pos.End && e.at(right.End) != '、' && int(toks[n-1].End) == right.End && int(toks[n-1].Start) > right.Start && toks[n-1].Class&lexicon.ClassVerb != 0 && !toks[n-1].Role.Is(lexicon.Head) {
		right.End = int(toks[n-1].Start) // 技改资金支持441个项目
		toks = toks[:n-1]
	}
	if done := e.index(right.Start+2, right.End, "实现"); !people && done > 0 {
		return e.trim(span{Start: right.Start, End: done}), span{Start: done, End: right.End} // 200项群众常办事项实现通办
	}
	noun, verb, person := e.saidByVerb(c, right, toks, people)
	if !verb.Valid() {
		noun, verb = e.saidByPassing(right)
	}
	if person > 0 && person < noun.End {
		if rest := e.trim(span{Start: person, End: right.End}); rest.Len() >= 2 && e.at(rest.Start) != '的' {
			if noun.End, verb = person, rest; e.hasAt(noun.End, "家庭") {
				noun.End, verb.Start = noun.End+2, min(noun.End+2, verb.End) // 特殊困难老年人家庭
			}
		}
	}
	if !verb.Valid() {
		noun.End = e.untilWherein(c, noun)
	}
	noun, verb = e.withoutAdverbs(c, noun, verb)
	if e.at(person) == '的' && person > noun.Start && person < noun.End {
		noun.End = person // 近14亿人口的大国
	}
	return e.trim(noun), verb
}

// saidByVerb parts right before the first verb that says something of what it names. person is
// where the last word for people ends that stands before that; 0 where there is none.
func (e *extractor) saidByVerb(c int, right span, toks []lexicon.Token, people bool) (noun, verb span, person int) {
	for k, t := range toks {
		if t.Class&lexicon.ClassIndicator != 0 && e.runsOn(t, right) {
			at := int(t.End) - 2
			return span{Start: right.Start, End: at}, span{Start: at, End: right.End}, person // 贫困人口脱贫摘帽
		}
		first := int(t.Start) <= right.Start
		if people && t.Role.Is(lexicon.Person) && t.End-t.Start >= 2 && (first || int(t.End) < right.End) {
			person = int(t.End)
		}
		if first || !e.saysOf(c, t, right) && !e.fundFor(span{Start: right.Start, End: int(t.Start)}, span{Start: int(t.Start), End: right.End}) {
			continue
		}
		at := e.phraseBefore(toks[:k], int(t.Start), right.Start)
		if at > right.Start+1 && e.hasAt(at-1, "全覆盖") {
			at-- // 413个村全覆盖
		}
		return e.trim(span{Start: right.Start, End: at}), e.trim(span{Start: at, End: right.End}), person
	}
	return right, span{}, person
}

// saidByPassing parts right where no known verb says anything: before a rune that 了 follows,
// 村通了公路, or before 通 behind places, 乡镇全部通油路.
func (e *extractor) saidByPassing(right span) (noun, verb span) {
	noun = right
	for k := right.Start + 2; k+1 < right.End; k++ {
		if e.rs[k] == '了' {
			return e.trim(span{Start: right.Start, End: k - 1}), span{Start: k - 1, End: right.End}
		}
	}
	for k := right.Start + 2; k+2 < right.End; k++ {
		if e.rs[k] != '通' {
			continue
		}
		if w, all := e.oneBefore(k, throughout); all && k-runeCount(w) > right.Start && !e.verbAt(k) {
			return span{Start: right.Start, End: k - runeCount(w)}, span{Start: k, End: right.End}
		}
		switch e.at(k - 1) {
		case '村', '镇', '乡', '寨', '组', '屯':
			return span{Start: right.Start, End: k}, span{Start: k, End: right.End}
		}
	}
	return noun, verb
}

// untilWherein is where noun ends before what those it names did in which matter: 市场主体 of
// 市场主体在应对冲击中展现出韧性.
func (e *extractor) untilWherein(c int, noun span) int {
	const shortest, deed = 2, 4 // runes of those named and of what is said of them
	for _, t := range e.tokens(c, noun) {
		if t.End-t.Start == 1 && e.rs[t.Start] == '在' && int(t.Start) >= noun.Start+shortest && e.holds(int(t.End), noun.End-deed, "中") {
			return int(t.Start)
		}
	}
	return noun.End
}

// withoutAdverbs cuts words off the end of noun that belong to what is said of it.
func (e *extractor) withoutAdverbs(c int, noun, verb span) (span, span) {
	toks := e.tokens(c, noun)
	for len(toks) > 0 {
		t := toks[len(toks)-1]
		if t.Role.Is(lexicon.Prep) && !verb.Valid() && e.ends(noun.End) && e.at(int(t.Start)-1) != '，' && t.End-t.Start == 1 {
			break // 两种倾向
		}
		still := t.Role.Is(lexicon.Void) && e.at(noun.End-1) == '有' // 企业仍有9户
		if int(t.End) != noun.End || !still && !t.Role.Is(lexicon.Adverb|lexicon.Prep|lexicon.Conj|lexicon.Past|lexicon.Not) && !(t.End-t.Start == 1 && e.at(noun.End-1) == '要') || int(t.Start) <= noun.Start || t.Role.Is(lexicon.Noun|lexicon.Plain) {
			break
		}
		if noun.End = int(t.Start); t.Role.Is(lexicon.Not) && verb.Valid() {
			verb.Start = noun.End // 未完成年初预期
		}
		toks = toks[:len(toks)-1]
	}
	if e.at(noun.End-1) == '能' && (e.at(noun.End-2) == '都' || e.at(noun.End-2) == '均') && noun.Len() > 2 {
		noun.End -= 2 // 三项工程都能带动就业
	}
	return noun, verb
}

// partThat reads what a part of a whole is or does behind its share: 占人口65%的地区普及了初中.
func (e *extractor) partThat(r *run, core span, s *subjects) bool {
	if core.Valid() || !r.first || e.at(r.right.Start) != '的' || e.at(e.trim(r.left).Start) != '占' {
		return false
	}
	noun, verb := e.cutVerb(r.clause, span{Start: r.right.Start + 1, End: r.right.End})
	if !noun.Valid() {
		return false
	}
	if s.core, s.topics = noun, e.words.list(e.text(noun)); !verb.Valid() {
		return true
	}
	s.topics[0] = strings.TrimPrefix(e.text(verb), "了") + "的" + e.text(noun)
	return true
}

// phraseBefore is where the phrase of place, of aim or of doer begins that stands between a
// noun at offset start and the verb at said of it: 学生在本地入学, 企业由核准改为备案; at where
// there is none.
func (e *extractor) phraseBefore(toks []lexicon.Token, at, start int) int {
	const shortest = 2 // runes of the noun
	for k := len(toks) - 1; k >= 0; k-- {
		t := toks[k]
		if t.End-t.Start != 1 || int(t.Start) < start+shortest {
			continue
		}
		switch e.at(int(t.Start)) {
		case '在', '向', '对', '由':
			if int(t.End) < at {
				return int(t.Start)
			}
		}
	}
	return at
}

// runsOn reports whether the verb that an entry of the catalogue ends in is the beginning of
// a longer one: 贫困人口脱贫 before 摘帽.
func (e *extractor) runsOn(t lexicon.Token, right span) bool {
	const verb, shortest = 2, 2 // runes of it and of the people before it
	at := int(t.End) - verb
	if at < right.Start+shortest {
		return false
	}
	v, ok := e.lex.At(e.rs[:right.End], at, lexicon.ClassVerb)
	return ok && v.End > t.End
}

// throughout are words for all of those counted.
var throughout = phrasesOf("全部", "全都", "均", "都", "全")

// usings are verbs of what is done with a fund.
var usings = phrasesOf("使用", "动用", "运用", "拿出", "利用")

// fundFor reports whether noun is money of a kind of its own and what follows only says
// what for: 失业保险基金支持稳岗.
func (e *extractor) fundFor(noun, verb span) bool {
	const shortest = 4
	last := e.at(noun.End - 1)
	if noun.Len() < shortest && last != '债' {
		return false
	}
	switch last {
	case '金', '债', '款', '券':
		return e.hasAt(verb.Start, "支持") || e.hasAt(verb.Start, "用于") || e.hasAt(verb.Start, "加强")
	}
	return false
}

// saysOf reports whether token t of what stands behind a number is a verb said
// of the noun before it.
func (e *extractor) saysOf(c int, t lexicon.Token, right span) bool {
	if e.at(int(t.End)) == '了' && int(t.End) < right.End && t.Class&lexicon.ClassIndicator == 0 {
		return true // 县普及了小学教育
	}
	if e.hasAt(int(t.Start), "进展") && int(t.End) < right.End {
		return true // 建设进展顺利
	}
	if t.Role.Is(lexicon.Not) && (t.End-t.Start >= 2 || e.hasAt(int(t.Start), "不通") || e.firm(t, right)) || e.hasAt(int(t.Start), "成为") || e.hasAt(int(t.Start), "进入") && int(t.End) < right.End {
		return true
	}
	if t.Class&lexicon.ClassVerb == 0 || t.Role.Is(lexicon.Plain|lexicon.Head) || e.at(int(t.End)) == '的' || t.End-t.Start < 2 {
		return false
	}
	if _, named := e.anyAt(int(t.End), "工程", "项目"); named && int(t.End)+2 < right.End && (!t.Role.Is(lexicon.Make) || !e.carries(int(t.Start))) {
		return false // 程控电话扩容工程竣工
	}
	if int(t.End) == right.End && e.hasAt(int(t.Start), "受益") {
		return true // 620所学校受益
	}
	before := int(t.Start)
	for _, w := range []string{"全部", "已", "陆续", "全"} {
		if e.hasBefore(before, w) {
			before -= utf8.RuneCountInString(w)
			break
		}
	}
	if !t.Role.Is(lexicon.Noun) || int(t.End) == right.End && endsPeople(e.at(before-1)) {
		return true
	}
	_, ok := e.anyAt(int(t.End), "为", "成", "到", "在", "了")
	return ok && int(t.End) < right.End
}

// firm reports whether t, 不 behind what is counted, opens what only says how firmly that is
// kept: 85万亩水田红线不动摇.
func (e *extractor) firm(t lexicon.Token, right span) bool {
	const nearest, longest = 2, 3 // runes of what is kept, and of 不动摇
	end := int(t.Start) + longest
	return e.rs[t.Start] == '不' && t.End-t.Start == 1 && int(t.Start) >= right.Start+nearest && end == right.End && e.ends(end)
}

// carryings are verbs whose object a project is.
var carryings = phrasesOf("实施", "开展", "完成", "启动", "建成", "落实", "引进")

// carries reports whether a verb at offset i has a project for its object: 实施改造工程; of
// 炼油扩建项目 the verb is part of the name.
func (e *extractor) carries(i int) bool {
	return e.isAt(i, carryings)
}

// endsPeople reports whether a noun for people can end in r: 寄宿生, 劳动者.
func endsPeople(r rune) bool {
	switch r {
	case '生', '者', '员', '民', '工', '众', '户', '口':
		return true
	}
	return false
}
