package statement

import (
	"strings"

	"pledger/lexicon"
)

// leadIns are the first runes of what skipLeadIn and takenFrom look for: few subjects open so.
var leadIns = headsOf(discounts, phrasesOf("在", "以", "按", "从", "受", "通过", "共", "向", "的", "由", "把", "使", "包括", "为此", "每年可", "这", "此一项", "分", "做到", "为", "因为"))

// asides open a subject and say only when or on whose wish what follows is so.
var asides = phrasesOf("今后", "后来", "一定要", "要求", "结果", "集中力量", "为了")

// saidAside are the runes that skipAside looks for.
var saidAside = headsOf(asides, allowings, phrasesOf("这"))

// skipAside is where core goes on behind one of asides or allowings, or 这 before a time; its start
// where none opens it.
func (e *extractor) skipAside(c int, core span) int {
	if e.rs[core.Start] == '这' {
		if next := e.skipTime(c, core.Start+1); next > core.Start+1 {
			return next // 这两年取得成果
		}
	}
	if w, ok := e.oneAt(core.Start, asides); ok && e.standsAside(core.Start, w) {
		return core.Start + runeCount(w)
	}
	if w, ok := e.oneAt(core.Start, allowings); ok && core.Len() > runeCount(w)+1 && e.allows(core.Start, runeCount(w)) {
		return core.Start + runeCount(w)
	}
	return core.Start
}

// allowings stand before a verb and say that what it tells can be done.
var allowings = phrasesOf("可以", "可", "能够", "能", "才能", "需要", "需")

// skipLeadIn is where core goes on behind words that only lead up to it: under what
// circumstances, before whom, by whom, that it is a part; its start where none opens it.
func (e *extractor) skipLeadIn(core span) int {
	if next := e.skipCircumstance(core); next > core.Start {
		return next
	}
	if next := e.toBody(core); next > core.Start {
		return next
	}
	if (e.hasAt(core.Start, "由于") || e.hasAt(core.Start, "因为")) && !e.holds(core.Start, core.End, "而") {
		return core.Start + 2 // 由于已经连续三年增产
	}
	if r := e.at(core.Start); r == '的' || (r == '由' || r == '把' || r == '使') && core.Len() > 2 && !e.longerWord(core.Start) {
		return core.Start + 1 // 由市场决定的价格, 使亏损面
	}
	if n := e.asideLead(core.Start); n > 0 && (core.Len() > n+1 || core.Len() == n && n == 3) {
		return core.Start + n
	}
	return core.Start
}

// asideLead is how many runes at offset i tell only that what follows is a part, or by how
// many steps it is done: 包括境外筹资, 分两期投放; 0 elsewhere.
func (e *extractor) asideLead(i int) int {
	switch e.at(i) {
	case '包', '为', '每', '这', '此':
		if e.hasAt(i, "包括") || e.hasAt(i, "为此") || e.hasAt(i, "这将") || e.hasAt(i, "每年可") {
			return 2
		}
		if e.hasAt(i, "此一项") || e.hasAt(i, "这一项") {
			return 3 // 仅此一项
		}
		if e.rs[i] == '为' && e.laysGround(i) {
			return 1
		}
	case '做':
		if e.hasAt(i, "做到") {
			return 2 // 努力做到每年增产
		}
	case '分':
		if strings.ContainsRune("两二三四五六", e.at(i+1)) && e.isAt(i+2, partings) {
			return 3
		}
	}
	return 0
}

// standsAside reports whether w at offset i is no noun: 结果 behind a clause that tells what led to
// it, 要求 with somebody or something behind it.
func (e *extractor) standsAside(i int, w string) bool {
	switch w {
	case "结果":
		return e.at(i-1) == '，'
	case "要求":
		return e.at(i+2) != '的' && !e.wordBefore(i)
	}
	return true
}

// allows reports whether the n runes at offset i stand before a verb, perhaps with adverbs between
// them, and begin no longer word: 可减轻企业负担, 能更好地利用, but not 能耗, 可再生能源.
func (e *extractor) allows(i, n int) bool {
	const longest = 6 // runes of the adverbs
	if n == 1 && e.longerWord(i) {
		return false
	}
	at := e.pastAdverbs(i+n, min(i+n+longest, len(e.rs)))
	if at > i+n && e.at(at) == '地' {
		at++
	}
	return e.verbAt(at)
}

// laysGround reports whether what follows 为 at offset i is what the clause only prepares for:
// 为到2010年产值翻一番打下基础.
func (e *extractor) laysGround(i int) bool {
	const longest = 40 // runes
	end := i + 1
	for end < i+longest && !e.ends(end) {
		end++
	}
	return (e.hasBefore(end, "基础") || e.hasBefore(end, "条件")) && (e.holds(i, end, "奠定") || e.holds(i, end, "打下") || e.holds(i, end, "创造"))
}

// takenFrom is what something is taken from: 从失业保险基金结余中拿出; empty elsewhere.
func (e *extractor) takenFrom(core span) span {
	if e.at(core.Start) != '从' {
		return span{}
	}
	for i := core.End - 1; i > core.Start+2 && i >= core.End-4; i-- {
		if e.rs[i] == '中' && e.verbBeforeAt(core.End) && i == core.End-3 {
			return span{Start: core.Start + 1, End: i}
		}
	}
	return span{}
}

// discounts open a phrase that tells what a number leaves out.
var discounts = phrasesOf("考虑", "扣除", "剔除")

// circumstances close a phrase that opens with 在, 以 or 按.
var circumstances = phrasesOf("情况下", "基础上", "条件下", "背景下", "前提下", "形势下", "计价", "计算", "初期", "中期", "后期", "末期")

// bearings close a phrase that opens with 受.
var bearings = phrasesOf("影响", "冲击", "拖累")

// meansEnds close a phrase that opens with 通过.
var meansEnds = phrasesOf("方式", "渠道", "途径", "形式", "办法", "手段")

// toBody is the offset behind 向 and the body that something is laid before, at the start of
// core, perhaps behind 共: 共向全国人大提交; core.Start where neither stands there.
func (e *extractor) toBody(core span) int {
	i := core.Start
	if e.at(i) != '向' {
		return core.Start
	}
	i++
	if strings.ContainsRune("省市县区", e.at(i)) {
		i++ // 县人大
	}
	t, ok := e.lex.At(e.rs[:core.End], i, lexicon.ClassBody)
	if !ok || !e.verbAt(int(t.End)) {
		return core.Start
	}
	return int(t.End)
}

// skipCircumstance returns the offset behind a phrase that tells under what
// circumstances or how counted, at the start of core: 在…情况下, 以人民币计价;
// core.Start where there is none.
func (e *extractor) skipCircumstance(core span) int {
	const longest = 24
	end := min(core.End, core.Start+longest)
	if _, ok := e.oneAt(core.Start, discounts); ok && (e.hasAt(core.End, "因素") || e.at(core.End-1) == '后') {
		return core.End
	}
	if e.at(core.Start) == '从' && !e.longerWord(core.Start) {
		const deed = 4 // runes of what is taken out and how
		for i := core.Start + 2; i+2 < end; i++ {
			if e.rs[i] == '起' && (e.verbAt(i+1) || e.at(i+1) == '，') {
				return i + 1 // 从春季学期起免除学杂费
			}
			if e.rs[i] == '中' && i+deed < core.End && e.takesOut(i+1, core.End) {
				return i + 1 // 从废墟中救出群众
			}
		}
	}
	if e.at(core.Start) == '受' {
		for i := core.Start + 2; i+2 <= end; i++ {
			if _, ok := e.oneAt(i, bearings); ok {
				return i + 2 // 受疫情影响全年接待游客610万人次
			}
		}
	}
	if e.at(core.Start) == '通' && e.hasAt(core.Start, "通过") {
		for i := core.Start + 2; i+2 < end; i++ {
			if _, ok := e.oneAt(i, meansEnds); ok && (e.verbAt(i+2) || e.pastAdverbs(i+2, end) > i+2) {
				return i + 2 // 通过贴息方式安排贷款
			}
			if e.rs[i] == '共' && e.verbAt(i+1) && !e.wordBefore(i+1) {
				return i // 通过专项整治共查处案件
			}
		}
	}
	if e.at(core.Start) == '在' {
		if t, ok := e.lex.At(e.rs[:core.End], core.Start+1, lexicon.ClassWord); ok && t.Role.Is(lexicon.Scope) && !t.Role.Is(lexicon.Plain) && (e.verbAt(int(t.End)) || e.pastAdverbs(int(t.End), core.End) > int(t.End)) {
			return int(t.End) // 在全市率先建成
		}
	}
	opens := e.at(core.Start) == '在' || e.at(core.Start) == '以' || e.at(core.Start) == '按'
	for i := core.Start + 2; opens && i < end; i++ {
		if s, ok := e.oneAt(i, circumstances); ok {
			return min(core.End, i+len([]rune(s)))
		}
	}
	return core.Start
}

// takesOut reports whether a verb stands at offset i before what is taken out of something:
// 抢救, 救出.
func (e *extractor) takesOut(i, end int) bool {
	if e.at(i+1) == '出' || e.at(i+1) == '取' {
		return true
	}
	t, ok := e.lex.At(e.rs[:end], i, lexicon.ClassVerb)
	return ok && t.End-t.Start == 2 && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain)
}
