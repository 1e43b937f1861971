package statement

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
)

// names splits a subject that lists several: 甲、乙和丙. What the members share
// is completed: 城市、农村低保标准 → 城市低保标准, 农村低保标准.
func (e *extractor) names(c int, core span) []string {
	parts := e.splitList(c, core)
	if len(parts) < 2 {
		if at := e.index(core.Start, core.End, "”“"); at > 0 {
			return e.quotedNames(core, at+1)
		}
		return e.words.list(e.text(core))
	}
	names := make([]string, len(parts))
	for i, p := range parts {
		names[i] = e.text(p)
	}
	if strings.HasPrefix(names[0], "第") {
		for i, n := range names[1:] {
			if r, _ := firstRune(n); strings.ContainsRune("二三四", r) {
				names[i+1] = "第" + n // 第一、二、三产业增加值
			}
		}
	}
	if e.spentEach(parts, names) || e.branches(parts, names) || e.grades(parts, names) {
		return names
	}
	last := len(parts) - 1
	if tail := e.sharedTail(c, parts); tail != "" {
		for i := range names[:last] {
			if !e.standsAlone(c, parts[i], tail) {
				names[i] += tail
			}
		}
		for i, n := range names[1:] {
			if e.at(parts[0].Start) == '对' && !e.longerWord(parts[0].Start) && !strings.HasPrefix(n, "对") {
				names[i+1] = "对" + n // 对东盟、中亚出口
			}
		}
	}
	e.shareHead(names)
	e.shareCatalogueHead(names)
	return names
}

// quotedNames are the names that core lists in quotation marks with nothing between them, the
// second from offset at on, and what stands behind the last: “甲”企业 and “乙”企业 of
// “甲”“乙”企业.
func (e *extractor) quotedNames(core span, at int) []string {
	end := core.End
	for end > at && e.rs[end-1] != '”' {
		end--
	}
	tail := e.text(span{Start: end, End: core.End})
	var names []string
	for from := core.Start; from < end; from = at {
		if at = e.index(from, end, "”“") + 1; at == 0 {
			at = end
		}
		names = append(names, e.text(span{Start: from, End: at})+tail)
	}
	return names
}

// spentEach completes names that list what money is spent on: 财政用于教育、卫生的支出 are
// 财政用于教育的支出 and 财政用于卫生的支出.
func (e *extractor) spentEach(parts []span, names []string) bool {
	first, last := parts[0], parts[len(parts)-1]
	on := e.index(first.Start, first.End, "用于")
	of := e.index(last.Start+1, last.End, "的")
	if on < 0 || of < 0 {
		return false
	}
	head, tail := e.text(span{Start: first.Start, End: on + 2}), e.text(span{Start: of, End: last.End})
	for i := range names {
		if i > 0 {
			names[i] = head + names[i]
		}
		if i < len(names)-1 {
			names[i] += tail
		}
	}
	return true
}

// splitList cuts core at the marks and words that join like things, outside
// quotation marks and brackets, and not inside a dictionary word.
func (e *extractor) splitList(c int, core span) []span {
	var parts []span
	toks := e.tokens(c, core)
	depth, start, n := 0, core.Start, 0
	for i := core.Start; i < core.End; i++ {
		switch e.rs[i] {
		case '（', '“', '《', '(':
			depth++
		case '）', '”', '》', ')':
			depth--
		}
		for n < len(toks) && int(toks[n].End) <= i {
			n++
		}
		inside := n < len(toks) && int(toks[n].Start) <= i && toks[n].End-toks[n].Start > 2
		width := 0
		switch r := e.rs[i]; {
		case depth != 0:
		case r == '、':
			width = 1
		case e.hasAt(i, "以及"):
			width = 2
		case (r == '和' || r == '与' || r == '及') && !inside && i > start:
			width = 1
		}
		if width > 0 {
			if p := e.trim(span{Start: start, End: i}); p.Valid() {
				parts = append(parts, p)
			}
			start = i + width
			i += width - 1
		}
	}
	if p := e.trim(span{Start: start, End: core.End}); p.Valid() {
		parts = append(parts, p)
	}
	return parts
}

// sharedTail is what the last member's words share with the earlier: the part
// behind its first dictionary word, where an earlier member lacks it.
func (e *extractor) sharedTail(c int, parts []span) string {
	last := parts[len(parts)-1]
	toks := e.tokens(c, last)
	if len(toks) == 0 {
		return ""
	}
	if t, ok := e.tokenAt(c, parts[0]); ok && t.Role.Is(lexicon.Scope) && int(t.End) == parts[0].End {
		for i := last.Start + 2; i < last.End-1; i++ {
			if _, place := e.anyBefore(i, regionEndings...); place {
				return e.text(span{Start: i, End: last.End}) // 全县 | 工业园区审批时间
			}
		}
	}
	// the members differ in their first word: 城市 | 农村低保标准
	if tail := e.pairedTail(parts[0], last); tail != "" {
		return tail
	}
	if tail := e.catalogueTail(parts[0], last); tail != "" {
		return tail
	}
	for k := len(toks) - 1; k >= 0; k-- {
		if (toks[k].Role.Is(lexicon.Head|lexicon.Rate|lexicon.Noun) || toks[k].Class&lexicon.ClassIndicator != 0) && int(toks[k].End) == last.End && int(toks[k].Start) > last.Start {
			return e.text(e.rateWithVerb(span{Start: int(toks[k].Start), End: last.End}, last.Start))
		}
	}
	if len(toks) == 1 && toks[0].Class&lexicon.ClassIndicator != 0 && (e.at(last.End-1) == '率' || e.hasBefore(last.End, "浓度")) {
		for k := last.Start + 2; k < last.End-1; k++ {
			if t, ok := e.lex.At(e.rs[:last.End], k, lexicon.ClassWord); ok && int(t.End) == last.End && t.Role.Is(lexicon.Rate|lexicon.Head) {
				return e.text(span{Start: k, End: last.End}) // 广播、电视覆盖率
			}
		}
	}
	if w, ok := e.oneBefore(last.End, yieldTails); ok && len(toks) == 1 && runeCount(w) < last.Len() && !e.indicatorAt(parts[0]) {
		return w // 油茶、花椒、中药材种植面积
	}
	return ""
}

// yieldTails are measures of what is grown, bred or made, whose name opens with what that is.
var yieldTails = phrasesOf("种植面积", "播种面积", "养殖面积", "总产量", "产量", "产值", "存栏", "出栏", "存栏量", "出栏量", "销量", "面积")

// rateWithVerb is 率 at tail with the verb before it, where something stands before that in a
// name from offset start: 入户率 of 宽带入户率; else tail.
func (e *extractor) rateWithVerb(tail span, start int) span {
	const verb = 2 // runes
	if tail.Len() == 1 && e.at(tail.Start) == '率' && tail.Start-verb > start {
		tail.Start -= verb
	}
	return tail
}

// shareCatalogueHead gives the last name what the first opens with where both
// together are an indicator: 城乡居民养老、医疗保险参保率.
func (e *extractor) shareCatalogueHead(names []string) {
	for last := len(names) - 1; last > 0 && e.shareCatalogueHeadWith(names, last); last-- {
	} // 单位产值水耗、能耗、二氧化碳排放: all of them, from the last
}

// shareCatalogueHeadWith is shareCatalogueHead for the name at last; it reports whether that
// was given anything.
func (e *extractor) shareCatalogueHeadWith(names []string, last int) bool {
	const shortest = 2
	tail := e.runesOf(names[last])
	if len(tail) >= shortest && !e.lex.IndicatorEnds(tail) {
		return false // whatever stands before it
	}
	first := []rune(names[0])
	whole := make([]rune, 0, len(first)+len(tail))
	for k := min(e.lex.Reach(first), len(first)-1); k >= shortest; k-- {
		if common := first[k:]; len(tail) >= len(common) && slices.Equal(tail[len(tail)-len(common):], common) {
			continue // 广播、电视覆盖率: what the two share is their end
		}
		if whole = append(append(whole[:0], first[:k]...), tail...); e.isIndicator(whole) {
			names[last] = string(whole)
			return true
		}
	}
	return false
}

// pairedTail is what stands behind the modifier of last where first is the other
// modifier of its pair; the longest modifier counts.
func (e *extractor) pairedTail(first, last span) (tail string) {
	longest := 0
	for _, pair := range pairedModifiers {
		for i, m := range pair {
			if !e.hasAt(last.Start, m) {
				continue
			}
			n := utf8.RuneCountInString(m)
			if n <= longest {
				continue
			}
			for j, o := range pair {
				if i != j && e.text(first) == o {
					longest, tail = n, e.text(span{Start: last.Start + n, End: last.End})
				}
			}
		}
	}
	return tail
}

// catalogueTail is the end of last that makes first an indicator of the
// catalogue too: 化学需氧量 | 二氧化硫排放量, 养老 | 医疗保险参保率.
func (e *extractor) catalogueTail(first, last span) string {
	name := e.text(first)
	if !e.endsIndicator(last) {
		return ""
	}
	words := e.rs[last.Start:last.End]
	if e.blankIn(last) {
		words = []rune(e.packed(last))
	}
	whole := []rune(name)
	if e.lex.Reach(whole) < len(whole) {
		return ""
	}
	for n, k := len(whole), 1; k < len(words)-1; k++ {
		if whole = append(whole[:n], words[k:]...); e.isIndicator(whole) {
			return string(words[k:])
		}
	}
	return ""
}

// tailHead reports whether p ends in a measuring noun.
func (e *extractor) tailHead(p span) bool { return e.endsMeasure(e.rs[p.Start:p.End]) }

// endsMeasure is tailHead of runes.
func (e *extractor) endsMeasure(rs []rune) bool {
	for k := len(rs) - 1; k >= 0; k-- {
		if k+1 < len(rs) && !e.lex.Joins(rs[k], rs[k+1]) {
			return false // no word from here or before it reaches the end
		}
		if t, ok := e.lex.At(rs, k, lexicon.ClassWord); ok && int(t.End) == len(rs) && t.Role.Is(lexicon.Head|lexicon.Rate) {
			return true
		}
	}
	return false
}

// indicatorWhole reports whether a name is an indicator of the catalogue.
func (e *extractor) indicatorWhole(name string) bool { return e.isIndicator(e.runesOf(name)) }

// isIndicator is indicatorWhole of runes.
func (e *extractor) isIndicator(rs []rune) bool {
	if !e.lex.IndicatorEnds(rs) {
		return false
	}
	t, ok := e.lex.At(rs, 0, lexicon.ClassIndicator)
	return ok && int(t.End) == len(rs)
}

// indicatorAt reports whether the text at p is an indicator of the catalogue.
func (e *extractor) indicatorAt(p span) bool {
	if !p.Valid() {
		return false
	}
	if e.blankIn(p) {
		return e.indicatorWhole(e.packed(p))
	}
	t, ok := e.lex.At(e.rs[:p.End], p.Start, lexicon.ClassIndicator)
	return ok && int(t.End) == p.End
}

// pairedModifiers are words that divide one thing between them.
var pairedModifiers = [][]string{
	{"城市", "农村"}, {"城镇", "农村"}, {"城镇", "乡村"}, {"城镇", "农村牧区"}, {"国家级", "省级", "市级", "自治区级", "县级"}, {"第一", "第二", "第三"}, {"中央", "地方"}, {"出口", "进口"},
}

// townAndCountry are how many of pairedModifiers part town from country.
const townAndCountry = 4

// isMeasure reports whether p ends in a word that names a measurable thing.
func (e *extractor) isMeasure(c int, p span) bool {
	toks := e.tokens(c, p)
	if len(toks) == 0 {
		return false
	}
	t := toks[len(toks)-1]
	return int(t.End) == p.End && t.Role.Is(lexicon.Head|lexicon.Rate)
}

// standsAlone reports whether a member needs no tail.
func (e *extractor) standsAlone(c int, p span, tail string) bool {
	if name := e.text(p); strings.HasPrefix(tail, "再") && strings.HasSuffix(name, strings.TrimPrefix(tail, "再")) {
		return true // 城镇新增就业、失业人员再就业
	}
	return strings.HasSuffix(e.text(p), tail) || e.isMeasure(c, p) || e.tailHead(p) && e.indicatorWhole(e.text(p))
}

// threeIndustries are words for the three sectors of the economy at once.
var threeIndustries = []string{"一、二、三次产业", "一、二、三产业", "第一、二、三产业", "一二三次产业", "一二三产业", "三次产业"}

// industries words what a subject says of the three sectors of the economy, for each: 一二三产业
// 增加值; nil where it says it of none.
func (e *extractor) industries(subject string) []string {
	if !strings.Contains(subject, "产业") {
		return nil
	}
	for _, w := range threeIndustries {
		if before, after, ok := strings.Cut(subject, w); ok {
			before = strings.TrimSuffix(before, "第")
			return e.words.list(before+"第一产业"+after, before+"第二产业"+after, before+"第三产业"+after)
		}
	}
	return nil
}

// shortened are words that put two names in one, with both: 存贷款余额.
var shortened = [][3]string{{"存贷款", "存款", "贷款"}, {"产销量", "产量", "销量"}, {"进出口额", "进口额", "出口额"}}

// bothOf are the two things that a subject names in one word: 城乡居民… are those
// of town and country, 存贷款余额 those of two sorts; nil where it names one.
func (e *extractor) bothOf(subject string) []string {
	for _, w := range shortened {
		if before, after, found := strings.Cut(subject, w[0]); found {
			return e.words.list(before+w[1]+after, before+w[2]+after)
		}
	}
	rest, found := strings.CutPrefix(subject, "城乡")
	if !found {
		return nil
	}
	if e.country == "" {
		e.country = "农村"
		if e.holds(0, len(e.rs), "农村牧区") {
			e.country = "农村牧区"
		}
	}
	return e.words.list("城镇"+rest, e.country+rest)
}

// shareHead gives a bare last member the head of the first: 企业复工率、产销率.
func (e *extractor) shareHead(names []string) {
	first := names[0]
	for i := 1; i < len(names); i++ {
		const bare = 4
		a, _ := lastRune(names[i])
		if b, _ := lastRune(first); a != b || !strings.ContainsRune("率量额值次耗", a) {
			continue
		}
		n, f := utf8.RuneCountInString(names[i]), utf8.RuneCountInString(first)
		if n <= bare && f >= n+3 && (a != '次' || n == 2) {
			cut := []rune(first)
			names[i] = string(cut[:f-n]) + names[i]
		}
	}
}
