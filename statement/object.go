package statement

import (
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
)

// makesWay reports whether token t, where it begins with 让, 使 or 聚, opens a clause that names
// nothing that is acted on: 让群众安心 says what comes of it, and what one looks at, before
// the last clause, how it is done.
func (e *extractor) makesWay(t *lexicon.Token, last bool) bool {
	switch e.rs[t.Start] {
	case '聚':
		return !last && e.hasAt(int(t.Start), "聚焦")
	case '让', '使':
		return t.Class&lexicon.ClassVerb != 0 && t.End-t.Start == 1
	}
	return false
}

// verbBehind is the verb that acts behind a phrase that ends at offset i, one that can be
// a noun where no other does: 减负 of 为基层减负.
func (e *extractor) verbBehind(c, i int) (v lexicon.Token, ok bool) {
	end := e.rep.Clauses[c].Pos.End
	for _, t := range e.tokens(c, span{Start: i, End: end}) {
		if t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && (!t.Role.Is(lexicon.Noun) || int(t.End) == end && e.at(i-1) == '为') {
			return t, true
		}
	}
	return v, false
}

// subjectOf is what clause c, whose words that act begin at offset at, says of before the
// verb at offset end: 居民收入 of 居民收入与经济同步, 投资 of 投资要向乡村倾斜, 财力 of
// 把财力用于民生.
func (e *extractor) subjectOf(c, at, end int) span {
	const nearest = 2 // runes of a subject
	if o := &e.opens[c]; o.must > o.label && int(o.must) <= end {
		return span{Start: int(o.label), End: int(o.must) - 1}
	}
	if r := e.at(at); r == '把' || r == '将' {
		at++
	}
	if i := e.index(at+nearest, end, "与"); i > 0 {
		end = i
	}
	for _, t := range e.tokens(c, span{Start: at + nearest, End: end}) {
		if r := e.rs[t.Start]; t.Role.Is(lexicon.Prep) && (r == '向' || r == '由' || r == '通' || r == '在' || r == '按') || t.Role.Is(lexicon.Modal) && r == '要' {
			end = e.beforeScope(int(t.Start)) // 住房主要由市场解决
			break
		}
	}
	return span{Start: at, End: max(at, e.beforeScope(end))}
}

// scopes say of a subject how far what follows holds.
var scopes = phrasesOf("主要", "更多", "一律", "限期", "最终", "都", "也", "一般", "及时", "向前")

// beforeScope is where the words begin that end at offset i and are of scopes; i where none do.
func (e *extractor) beforeScope(i int) int {
	for {
		w, ok := e.oneBefore(i, scopes)
		if !ok {
			return i
		}
		i -= runeCount(w)
	}
}

// beforeTaking is object before what is to be done by it or with it: 条件 of 条件让农户入股, 村社
// of 村社把资源变资产.
func (e *extractor) beforeTaking(object span) span {
	const nearest = 2 // runes of the object
	from := object.Start + nearest
	if from >= object.End-1 {
		return object
	}
	for k, r := range e.rs[from : object.End-1] {
		if r != '把' && r != '让' {
			continue
		}
		if i := from + k; (r == '让' || e.rs[i-1] != '火' && e.rs[i-1] != '倒') && !e.longerWord(i) && !e.longerWord(i-1) {
			object.End = i
			break
		}
	}
	return object
}

// steady are words for that something stays as it is.
var steady = phrasesOf("稳定", "平稳", "不变")

// kept is object less that it stays as it is on the whole or on a level: 政策 of 政策总体稳定, 杠杆率
// of 杠杆率在合理区间的基本稳定.
func (e *extractor) kept(c int, object span) span {
	const state, nearest = 2, 2 // runes
	if _, ok := e.oneBefore(object.End, steady); !ok {
		return object
	}
	thing := e.thing(c, span{Start: object.Start, End: object.End - state})
	if w, ok := e.anyBefore(thing.End, "总体", "大体", "长期"); ok {
		thing.End -= runeCount(w)
	}
	if e.at(thing.End-1) == '的' {
		if i := e.index(object.Start+nearest, thing.End, "在"); i > 0 {
			thing.End = i
		}
	}
	if thing.End == object.End-state || !thing.Valid() {
		return object // 社会和谐稳定
	}
	return thing
}

// furtherActs are verbs that do further what another has made.
var furtherActs = phrasesOf("实施", "落实", "执行", "出台", "处置", "管好", "推广", "建设", "修订", "取缔", "取消", "废止", "兜牢", "做大", "完善", "改造", "建立", "实行", "开展")

// actsToo reports whether verb t, right behind first, acts on the same thing: 制定实施规划.
func (e *extractor) actsToo(first *lexicon.Token, t lexicon.Token, end int) bool {
	const shortest = 2 // runes of the thing
	w, ok := e.oneAt(int(t.Start), furtherActs)
	if !ok || t.Class&lexicon.ClassVerb == 0 || t.End-t.Start > shortest || int(t.End)+shortest > end || e.at(int(t.End)) == '的' {
		return false
	}
	switch w {
	case "建设":
		return e.hasBefore(int(t.Start), "谋划")
	case "改造":
		return e.hasBefore(int(t.Start), "开工")
	case "完善":
		return e.hasBefore(int(t.Start), "稳定") || e.hasBefore(int(t.Start), "落实")
	case "建立", "实行", "开展":
		return (e.hasAt(int(first.Start), "坚持") || e.hasAt(int(first.Start), "研究")) && (w == "实行" || !e.leadsToWay(t, end))
	}
	return true
}

// mostVerb is how many runes nearly all verbs have at most.
const mostVerb = 2

// verbStart is where what verb t does begins, behind where it is done most: 抓好 of 突出抓好.
func (e *extractor) verbStart(t *lexicon.Token) int {
	if t.End-t.Start > mostVerb && (e.hasAt(int(t.Start), "突出") || e.hasAt(int(t.Start), "重点")) {
		return int(t.Start) + mostVerb
	}
	return int(t.Start)
}

// verbEnd is where what verb t does ends; see longVerbEnd.
func (e *extractor) verbEnd(t *lexicon.Token) int {
	if t.End-t.Start <= mostVerb {
		return int(t.End)
	}
	return e.longVerbEnd(t)
}

// longVerbEnd is where what the longer verb t does ends: 好 behind two runes says how well, 落实好,
// and two of four can be what it acts on, 完成投资.
func (e *extractor) longVerbEnd(t *lexicon.Token) int {
	start, end := int(t.Start), int(t.End)
	switch end - start {
	case mostVerb + 1:
		if e.at(end-1) == '好' {
			return end - 1
		}
	case 2 * mostVerb:
		if v, ok := e.lex.At(e.rs[:end], start, lexicon.ClassVerb); ok && v.End == t.End {
			if v, ok = e.lex.At(e.rs[:start+mostVerb], start, lexicon.ClassVerb); !ok || int(v.End) != start+mostVerb || e.verbAt(start+mostVerb) && !e.hasAt(start+mostVerb, "投资") {
				return end
			}
			return start + mostVerb
		}
	}
	return end
}

// addObject adds what stands at o in clause c, each by itself where it lists several that
// are alike.
func (e *extractor) addObject(p *Pledge, c int, o span) {
	if !o.Valid() {
		return
	}
	switch e.rs[o.Start] {
	case '一', '各':
		if w, ok := e.oneAt(o.Start, amounts); ok {
			o.Start += utf8.RuneCountInString(w)
		}
	case '对':
		if o.Start == e.lead(c) && o.Len() > 2 && !e.longerWord(o.Start) && e.rs[o.Start+1] != '外' {
			o.Start++ // 对困难家庭，给予补助
		}
	}
	if e.cls[c].roles.Is(lexicon.Conj) {
		if i := e.listMark(o); i > 0 {
			e.addListed(p, c, o, i)
			return
		}
	}
	said := p.Objects
	if e.nameObject(p, o); contains(said, p.Objects[len(said)]) {
		p.Objects = said
	}
}

// nameObject adds what stands at o.
func (e *extractor) nameObject(p *Pledge, o span) {
	r := e.rs[o.End-1]
	e.checkable = e.checkable || checkedEnds.may(r) || !isHan(r)
	p.Objects = append(p.Objects, e.text(o))
}

// amounts stand before an object and only say how many there are of it.
var amounts = phrasesOf("一批", "各项", "一系列")

// measured is the subject of f as the object of verbs: without what it is counted by, 津贴（每月）,
// for whom, 每个乡镇敬老院, the verb it opens with, 处置停缓建工程, and 年均 with the verb it ends with.
func (e *extractor) measured(f *Figure, verbs []string) string {
	const shortest = 2 // runes of an object
	subject := f.Subject
	if strings.HasPrefix(subject, "每") {
		for at := hanSize; at < len(subject)-hanSize; at += hanSize {
			if e.holds(f.Quantity.Full.End, f.Quote.End, subject[at:]) {
				return subject[at:]
			}
		}
	}
	if i := strings.Index(subject, "（每"); i > 0 {
		subject = subject[:i]
	}
	for _, v := range verbs {
		rest := strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(subject, v), v), "年均")
		rest = strings.TrimPrefix(rest, "、")
		if rest != subject && utf8.RuneCountInString(rest) >= shortest && !(strings.HasSuffix(subject, v) && !strings.HasSuffix(subject, "年均"+v)) {
			subject = rest
			continue
		}
		if i := strings.Index(subject, v); i > 0 && strings.HasPrefix(subject, "每") && utf8.RuneCountInString(subject[i+len(v):]) >= shortest {
			return subject[i+len(v):]
		}
	}
	return subject
}

// becomes is the verb of clause c that says of the thing before it how it comes to be: 增长
// of 居民收入稳步增长, 保持 of 物价保持稳定.
func (e *extractor) becomes(c int) (v lexicon.Token, ok bool) {
	const nearest = 2 // runes of the thing
	if cl := &e.cls[c]; !cl.roles.Is(lexicon.Up|lexicon.Down) && cl.heads&becomingHeads == 0 {
		return v, false
	}
	pos := e.rep.Clauses[c].Pos
	toks := e.clauseTokens(c)
	for k := range toks {
		t := &toks[k]
		r, changes := e.rs[t.Start], t.Role.Is(lexicon.Up|lexicon.Down)
		if !changes && r != '改' && !keepings.mayOpen(r) || t.Class&lexicon.ClassVerb == 0 || int(t.Start) < pos.Start+nearest {
			continue
		}
		if int(t.End) < pos.End && e.isAt(int(t.Start), keepings) {
			v = *t
			v.End = v.Start + 2 // 完成改造
			return v, true
		}
		if (changes || r == '改' && e.hasAt(int(t.Start), "改善")) && (int(t.End) == pos.End || e.at(int(t.End)) == '与') && e.at(int(t.Start)-1) != '负' {
			return *t, true
		}
	}
	return v, false
}

// keepings are verbs before what becomes of a thing.
var keepings = phrasesOf("保持", "实现", "完成", "控制在")

// becomingHeads are the heads of keepings and of 改善.
var becomingHeads = headsIn(keepings) | headOf('改')

// towards is where object o ends before what it moves to or is like: 要素 of 要素向企业集聚.
func (e *extractor) towards(o span) int {
	const nearest = 2 // runes of the object
	for i := o.Start + nearest; i < o.End; i++ {
		if r := e.rs[i]; (r == '向' || r == '像') && !e.longerWord(i) && !e.longerWord(i-1) {
			if e.hasBefore(i, "更多地") {
				i -= 3
			}
			return i
		}
	}
	return o.End
}

// counted is what a verb that ends at offset at acts on in clause c, where that is a list
// that only a count sums up: 光电、机器人两大产业.
func (e *extractor) counted(c, at int) (o span, ok bool) {
	pos := e.rep.Clauses[c].Pos
	if at == pos.Start {
		return o, false
	}
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		f := e.set.Mentions[i].Figure
		if f < 0 {
			continue
		}
		if e.set.Figures[f].Kind != Count || !e.holds(at, e.nums[i].Full.Start, "、") && !e.holds(at, e.nums[i].Full.Start, "和") {
			return o, false
		}
		ok = true
	}
	return e.trim(span{Start: at, End: pos.End}), ok
}

// sharedByEach is what clause c names before 分别 where one name stands for both: 城乡居民收入.
func (e *extractor) sharedByEach(c int) (o span, ok bool) {
	if !e.cls[c].roles.Is(lexicon.Each) {
		return o, false
	}
	for _, t := range e.clauseTokens(c) {
		if !t.Role.Is(lexicon.Each) {
			continue
		}
		o = e.trim(e.stripLeft(c, span{Start: e.lead(c), End: int(t.Start)}, true))
		return o, o.Len() > 2 && !e.holds(o.Start, o.End, "、") && !e.holds(o.Start, o.End, "和") && !e.holds(o.Start, o.End, "与")
	}
	return o, false
}

// thing is p less the time phrases, adverbs and words of will that end it before a verb:
// 大桥 of 大桥一季度, 奥帆中心 of 奥帆中心确保上半年, 零就业家庭 of 零就业家庭动态.
func (e *extractor) thing(c int, p span) span {
	for {
		if p = e.trim(p); !p.Valid() {
			return p
		}
		end := e.behindThing(c, p)
		if end == p.End {
			return p
		}
		p.End = max(p.Start, end)
	}
}

// behindThing is where the word starts that ends p and is no part of a thing; the end of p
// where none does.
func (e *extractor) behindThing(c int, p span) int {
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if t := &e.times[k]; t.pos.End == p.End {
			if r := e.at(t.pos.Start - 1); (r == '在' || r == '于') && t.pos.Start > p.Start {
				return t.pos.Start - 1 // 二期要在9月底前
			}
			return t.pos.Start
		}
	}
	if e.hasBefore(p.End, "有所") {
		return p.End - 2
	}
	toks := e.tokens(c, p)
	if n := len(toks); n > 0 && int(toks[n-1].End) == p.End {
		if r := toks[n-1].Role; r.Is(lexicon.Adverb|lexicon.Wish|lexicon.Modal|lexicon.Time) && !r.Is(lexicon.Head|lexicon.Noun|lexicon.Plain|lexicon.Rate) && e.at(p.End-1) != '稳' {
			return int(toks[n-1].Start)
		}
	}
	return p.End
}
