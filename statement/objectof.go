package statement

import (
	"strings"

	"pledger/lexicon"
)

// objectOf is what a clause without figures is about: its words behind the
// verb it opens with.
func (e *extractor) objectOf(c int) string {
	if c < 0 {
		return ""
	}
	core := e.stripLeft(c, e.rep.Clauses[c].Pos, true)
	if e.at(core.Start) == '在' {
		core = e.behindPlace(c, core)
	}
	const near = 3 // runes before 把: 坚持把
	if put := e.index(core.Start, min(core.End, core.Start+near), "把"); put >= 0 && !e.longerWord(put) {
		if at := e.index(put, core.End, "作为"); at > put+1 {
			return e.text(span{Start: put + 1, End: at}) // 坚持把苹果作为首要产业
		}
	}
	const shortest = 4
	for _, t := range e.tokens(c, core) {
		if int(t.Start) >= core.Start+shortest && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Reach) && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) && t.End-t.Start >= 2 && !e.tailHead(span{Start: int(t.End), End: core.End}) {
			core.End = int(t.Start) // 农机具购置补贴覆盖到所有县
			break
		}
	}
	if w, ok := e.oneBefore(core.End, wholly); ok && core.Len() >= shortest+runeCount(w) {
		core.End -= runeCount(w) // 灾后重建任务全面 of 灾后重建任务全面完成
	}
	if at := e.index(core.Start+shortest, core.End, "进行了"); at > 0 {
		core.End = at // 办事机构进行了精简，精简后为18个
	}
	core.End = e.saidFrom(c, core)
	if core.Len() > shortest && strings.ContainsRune("小低弱少慢", e.rs[core.End-1]) {
		core.End-- // 经济总量小，仅占全州的…
	}
	return e.text(e.behindChange(c, core))
}

// behindPlace is core less the place that it opens with, behind which a verb stands: 推行合作医疗
// of 在全国农村全面推行合作医疗; core where none does.
func (e *extractor) behindPlace(c int, core span) span {
	const place = 2 // runes
	for _, t := range e.tokens(c, core) {
		if int(t.Start) > core.Start+place && int(t.End)+place < core.End && isDeed(t) {
			return span{Start: int(t.Start), End: core.End}
		}
	}
	return core
}

// wholly stand behind a thing, before what says that it was done.
var wholly = phrasesOf("任务全面", "任务全部", "任务圆满", "任务如期", "任务超额", "任务", "全面", "全部", "圆满", "如期")

// urgedOn is whom or what core urges to do what its last words say: 高新区 of 支持高新区争先
// 进位; empty elsewhere.
func (e *extractor) urgedOn(c int, core span) span {
	const shortest = 2 // runes of who
	w, ok := e.oneAt(core.Start, urgings)
	if !ok {
		return span{}
	}
	who := span{Start: core.Start + runeCount(w), End: core.End}
	toks := e.tokens(c, who)
	if n := len(toks); n > 0 && int(toks[n-1].End) == who.End && toks[n-1].Class&lexicon.ClassVerb != 0 && !toks[n-1].Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) && int(toks[n-1].Start) >= who.Start+shortest {
		who.End = int(toks[n-1].Start)
		return span{Start: who.Start, End: e.saidFrom(c, who)}
	}
	return span{}
}

// saidFrom is where what core says of the thing it opens with begins, at an adverb with
// nothing but verbs behind it: 基本恢复 of 生猪产能基本恢复; its end where it says nothing so.
func (e *extractor) saidFrom(c int, core span) int {
	const shortest = 2 // runes of the thing
	if at := core.End - quickened; at >= core.Start+shortest && (e.isAt(at, swiftly) || e.isAt(at, upgradings)) && !e.namesMore(span{Start: at + shortest, End: core.End}) {
		return at // 旅游业持续升温
	}
	if at := e.index(core.Start+shortest, core.End, "进行了"); at > 0 {
		return at // 经营网点进行了大范围调整
	}
	if e.isAt(core.End-shortest, degrees) && core.Len() >= quickened+shortest && e.verbBeforeAt(core.End-shortest) {
		return core.End - quickened // 工业生产增长较快
	}
	toks := e.tokens(c, core)
	from, end, said := core.End, core.End, false
	for k := len(toks) - 1; k >= 0 && int(toks[k].End) == end && int(toks[k].Start) >= core.Start+shortest; k-- {
		switch t := toks[k]; {
		case !said && e.completes(t):
			from = int(t.Start) // 一期建成投产
		case t.Role.Is(lexicon.Adverb) && said, t.Role.Is(lexicon.Void) && t.End-t.Start > shortest && !said:
			from = int(t.Start) // 再获丰收
		case t.Class&lexicon.ClassVerb == 0 || t.Role.Is(lexicon.Head) || t.Role.Is(lexicon.Plain) && !t.Role.Is(lexicon.Task) || t.Class&lexicon.ClassIndicator != 0:
			return from
		}
		end, said = int(toks[k].Start), true
	}
	return from
}

// swiftly are adverbs that open what is said of a thing, and no noun as 快速 does (快速通道).
var swiftly = phrasesOf("持续", "稳步", "不断", "明显", "显著", "迅速", "平稳", "逐步", "大幅", "逐年", "连年", "日益", "日趋", "逆势", "强势", "强劲", "蓬勃", "扎实", "顺利", "圆满", "加速", "加快", "健康", "有序")

// degrees stand behind a verb and say how much it is so.
var degrees = phrasesOf("较快", "较大", "很快", "很大", "明显", "显著")

// upgradings say of a thing that there is more of it or that it is better, in two verbs.
var upgradings = phrasesOf("提质扩容", "扩容提质", "提质增效", "提档升级", "提质升级", "转型升级", "提速增效", "提标扩面", "扩面提质", "做大做强", "量质齐升", "量质并举", "提质提效")

// quickened is how many runes each of these has, of swiftly with the verb behind it.
const quickened = 4

// namesMore reports whether a noun of the lexicon begins where p does.
func (e *extractor) namesMore(p span) bool {
	t, ok := e.lex.At(e.rs[:p.End], p.Start, lexicon.ClassAny)
	return ok && (t.Class&lexicon.ClassIndicator != 0 || t.Role.Is(lexicon.Head|lexicon.Rate|lexicon.Plain) && t.Class&lexicon.ClassVerb == 0)
}

// behindChange is a clause less the verb of change that it opens with, where what
// stands behind it is what changes: 下调单位缴费比例.
func (e *extractor) behindChange(c int, core span) span {
	t, ok := e.tokenAt(c, core)
	rest := e.trim(span{Start: int(t.End), End: core.End})
	switch {
	case !ok, !rest.Valid(), e.at(rest.Start) == '和', e.at(rest.Start) == '与':
		// 取消和下放审批事项
	case t.Role.Is(lexicon.Up|lexicon.Down) && e.endsIndicator(rest):
		return rest
	case t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Up|lexicon.Down|lexicon.Noun) && rest.Len() >= 4:
		return rest // 办理代表建议
	}
	return core
}

// measureChanged is what the clause before changes, less what it is of: 最低收购价 of
// 提高粮食最低收购价; "" where it changes no measure.
func (e *extractor) measureChanged(c int) string {
	const of = 2 // runes of what it is of: 粮食, 城乡
	const shortest = 3
	if c < 0 {
		return ""
	}
	core := e.stripLeft(c, e.rep.Clauses[c].Pos, true)
	rest := e.behindChange(c, core)
	if rest == core && e.at(core.End-1) != '率' && e.tailHead(core) && !e.verbIn(c, core) && e.rep.Clauses[c].Mark == '，' {
		return e.text(core) // 最低工资标准，一类区达到1900元
	}
	if _, plan := e.oneAt(core.Start, carryOuts); plan || rest == core || rest.Len() < of+shortest || !e.tailHead(rest) && !e.endsIndicator(rest) {
		return ""
	}
	if w, ok := e.lex.At(e.rs[:rest.End], rest.Start+of, lexicon.ClassAny); ok && w.End-w.Start >= of && !e.isAt(rest.Start, basics) {
		rest.Start += of
	}
	if w, ok := e.lex.At(e.rs[:rest.End], rest.Start, lexicon.ClassWord); ok && w.Role.Is(lexicon.Person) && rest.End-int(w.End) >= shortest {
		rest.Start = int(w.End) // 资助标准 of 困难学生资助标准
	}
	return e.text(rest)
}

// basics open the name of a measure and say of nothing that it is of it.
var basics = phrasesOf("基础", "基本", "最低", "平均")

// giveMeasure adds to each of topics the measure that the clause before changes, where it has
// one: 城市低保标准 for 城市每人每月提高60元 behind 提高城乡低保标准, 货船更新补贴比例 for
// 将货船、渔船分别从20%、35%提高 behind 提高更新补贴比例. It reports whether there is one.
func (e *extractor) giveMeasure(topics []string, st *state) bool {
	measure := e.measureChanged(st.object)
	for i := range topics {
		topics[i] = strings.TrimSuffix(topics[i], measure) + measure
	}
	return measure != ""
}
