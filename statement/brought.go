package statement

import (
	"strings"

	"pledger/lexicon"
)

// dropEffect passes over 带动 before what has a measure of its own: 带动农户户均增收.
func (e *extractor) dropEffect(r *run, core span) span {
	t, ok := e.tokenAt(r.clause, core)
	if !ok || !t.Role.Is(lexicon.Effect) && !e.hasAt(core.Start, "推动") && !e.hasAt(core.Start, "促进") {
		return core
	}
	if rest := e.trim(span{Start: int(t.End), End: core.End}); isPercent(&e.nums[r.nums[0]]) && e.indicatorWhole(e.text(rest)) {
		return rest // 带动工业投资增长15%
	}
	for i := int(t.End); i < core.End; i++ {
		if w, ok := e.lex.At(e.rs, i, lexicon.ClassWord); ok && w.Role.Is(lexicon.PerUnit) && w.End-w.Start >= 2 {
			return e.trim(span{Start: int(t.End), End: core.End})
		}
	}
	return core
}

// dropVerb passes over the verb that brings the subject about: 建成高标准农田,
// 岚山港区新建深水泊位.
func (e *extractor) dropVerb(r *run, core span, st *state) span {
	for {
		rest, dropped := e.withoutFirstVerb(r, core)
		if !dropped {
			return e.makerInside(r, core, st)
		}
		core = rest
	}
}

// withoutFirstVerb is core behind the verb that it opens with and that brings about what follows.
func (e *extractor) withoutFirstVerb(r *run, core span) (rest span, dropped bool) {
	t, ok := e.tokenAt(r.clause, core)
	if ok && (e.urgesOn(t, core) || e.pushes(r, t, core) || t.End-t.Start == 4 && e.hasBefore(int(t.End), "完成") && e.verbAt(int(t.End))) {
		return span{Start: int(t.End), End: core.End}, true // 引导退出煤矿12座, 推动产值突破50亿元
	}
	if ok && t.Class&lexicon.ClassIndicator != 0 && int(t.End) == core.End {
		t, ok = e.verbInIndicator(t)
	}
	if ok && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Down) && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun) && e.at(int(t.End)) != '率' {
		e.verbDirection(r, t)
	}
	if ok && e.at(int(t.End)) == '域' && e.hasAt(int(t.Start), "建成区") {
		t, ok = e.lex.At(e.rs[:t.End-1], int(t.Start), lexicon.ClassVerb) // 建成区域医疗中心
	}
	if !ok || !e.brings(t) && !e.develops(r, t, core) || int(t.End) >= core.End || e.rateOfPeople(t, core) || e.newOnes(r, t, core) {
		return core, false
	}
	if e.at(int(t.End)) == '、' {
		t.End = int32(e.verbsEnd(int(t.End), core.End))
	}
	if n, ok := e.lex.At(e.rs[:core.End], int(t.End)+1, lexicon.ClassVerb); ok && e.at(int(t.End)) == '和' && e.brings(n) && int(n.End)+1 < core.End && e.at(int(n.End)) != '的' {
		t.End = n.End // 新建和改造提升农田
	}
	rest = e.trim(span{Start: int(t.End), End: core.End})
	if e.at(rest.Start) == '好' && rest.Len() > 2 && !e.longerWord(rest.Start) {
		rest.Start++ // 开展好试点
	}
	if e.noObject(int(t.End), rest) {
		return core, false
	}
	r.made, r.verb = true, span{Start: int(t.Start), End: int(t.End)}
	e.verbDirection(r, t)
	if n, ok := e.tokenAt(r.clause, rest); ok && int(n.Start) == int(t.End) && n.Class&lexicon.ClassVerb != 0 && n.Role.Is(lexicon.Task) && !n.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain|lexicon.Down) && int(n.End)+1 < rest.End && e.at(int(n.End)) != '的' {
		rest = e.trim(span{Start: int(n.End), End: rest.End}) // 腾退修缮小洋楼
	}
	return e.stripLeft(r.clause, rest, false), true
}

// noObject reports whether rest, which a verb leaves that ends at offset end, is no object of
// it: the verb is part of a noun, 新增率, 实施对象, or of a list.
func (e *extractor) noObject(end int, rest span) bool {
	switch e.at(end) {
	case '率', '的', '、':
		return true
	case '规':
		return rest.Len() == 2 // 种植规模
	case '和':
		if e.verbAt(end + 1) {
			return true
		}
	}
	return rest.Len() == 1 || rest.Len() == 2 && (e.hasAt(rest.Start, "对象") || e.hasAt(rest.Start, "比例") || e.hasAt(rest.Start, "幅度"))
}

// makerInside is what a verb inside core brings about; what stands before that is who, where or
// of what. It is core where there is no such verb.
func (e *extractor) makerInside(r *run, core span, st *state) span {
	if !e.cls[r.clause].roles.Is(lexicon.Make | lexicon.Annual) {
		return core
	}
	toks := e.tokens(r.clause, core)
	for k, t := range toks {
		if t.Role.Is(lexicon.Annual) && int(t.Start) > core.Start && int(t.End) < core.End && e.yearlyDeed(int(t.End)) {
			before, rest := span{Start: core.Start, End: int(t.Start)}, span{Start: int(t.End), End: core.End}
			r.pred.annual = true
			r.joined = e.text(before) + e.text(rest)
			return rest // 农村平均每年转移劳动力
		}
		if int(t.Start) == core.Start || !t.Role.Is(lexicon.Make) || t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) || e.at(int(t.End)) == '的' || e.at(int(t.End)) == '率' || e.at(int(t.Start)-1) == '的' && e.bareNoun(r.clause, span{Start: int(t.End), End: core.End}) {
			continue // 住宅的竣工面积
		}
		before := e.beforeMaker(r, span{Start: core.Start, End: int(t.Start)}, toks[:k])
		rest := e.stripLeft(r.clause, span{Start: int(t.End), End: core.End}, false)
		if !rest.Valid() {
			continue
		}
		if e.at(before.Start) == '为' && before.Len() > 2 {
			// 为残疾人家庭实施无障碍改造
		} else if strings.ContainsRune("上中里", e.at(before.End-1)) && e.holds(before.Start+1, before.End, "在") {
			// 我省健儿在全运会上夺得金牌15枚
		} else if e.regionLike(r.clause, before) {
			st.region = e.text(before)
		} else if e.bareNoun(r.clause, rest) || st.counted && !r.first || e.hasAt(int(t.Start), "实现") || e.hasAt(int(t.Start), "完成") {
			st.sector = e.text(before)
			r.joined = st.sector + e.text(e.trim(rest))
		} else if _, ok := e.oneAt(before.Start, urgings); !ok || !t.Role.Is(lexicon.Task) {
			if e.isAt(int(t.Start), newly) {
				e.verbDirection(r, t) // 农村新建住房
			}
			return core // but 支持企业组建联合体
		}
		r.made, r.verb = true, span{Start: int(t.Start), End: int(t.End)}
		e.verbDirection(r, t)
		return e.dropVerb(r, rest, st)
	}
	return core
}

// newly are verbs that add to what there is, whoever or wherever it is done by.
var newly = phrasesOf("新建", "新增", "新添", "新开工")

// beforeMaker cuts 每年 and adverbs off what stands before the verb that brings something about.
func (e *extractor) beforeMaker(r *run, before span, toks []lexicon.Token) span {
	per := span{Start: before.End - 2, End: before.End}
	if e.at(per.End-1) == '将' {
		per = span{Start: per.Start - 1, End: per.End - 1} // 每年将安排
	}
	if e.hasBefore(per.End, "每年") && per.Start > before.Start && !r.pred.per.Valid() {
		r.pred.per, before.End = per, per.Start // 地方财政将每年安排支出
	}
	for n := len(toks) - 1; n >= 0 && int(toks[n].End) >= before.End; n-- {
		if int(toks[n].End) > before.End {
			continue
		}
		if !toks[n].Role.Is(lexicon.Void|lexicon.Adverb|lexicon.Past|lexicon.Wish|lexicon.Time) || toks[n].Role.Is(lexicon.Head) {
			break
		}
		before.End = int(toks[n].Start) // 自贸片区累计形成
	}
	return before
}

// yearlyDeed reports whether a verb that tells no change and has its object behind it begins at
// offset i: 转移 of 平均每年转移劳动力.
func (e *extractor) yearlyDeed(i int) bool {
	t, ok := e.lex.At(e.rs, i, lexicon.ClassVerb)
	return ok && !t.Role.Is(lexicon.Up|lexicon.Down|lexicon.Head) && e.at(int(t.End)) != '的'
}

// verbsEnd is where the verbs end that are joined by 、 from offset at on, and have their object
// behind the last: 新建、改扩建公路; at where there are none.
func (e *extractor) verbsEnd(at, end int) int {
	const shortest = 2 // runes of the object
	last := at
	for e.at(last) == '、' || e.at(last) == '和' {
		v, ok := e.lex.At(e.rs[:end], last+1, lexicon.ClassVerb)
		if !ok || !v.Role.Is(lexicon.Make) || v.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) {
			return at
		}
		last = int(v.End)
	}
	if last+shortest > end || e.at(last) == '的' || e.verbAt(last) {
		return at
	}
	return last
}

// rateOfPeople reports whether verb t only tells of what people core is a rate: 签约居民就诊率.
func (e *extractor) rateOfPeople(t lexicon.Token, core span) bool {
	if e.at(core.End-1) != '率' || t.Role.Is(lexicon.Up|lexicon.Down) {
		return false
	}
	w, ok := e.lex.At(e.rs[:core.End], int(t.End), lexicon.ClassAny)
	return ok && w.Role.Is(lexicon.Person) && w.Class&lexicon.ClassIndicator == 0
}

// newOnes reports whether verb t only says that those are new of which core is a measure for
// each, or whose number changes by a rate: 新出让工业用地亩均税收, 新登记剧团增长三成.
func (e *extractor) newOnes(r *run, t lexicon.Token, core span) bool {
	if e.at(int(t.Start)) != '新' {
		return false
	}
	if q := &e.nums[r.nums[0]]; r.pred.change && (isPercent(q) || q.Unit == nil) {
		return true
	}
	for i := int(t.End) + 2; i < core.End; i++ {
		if e.rs[i] == '均' && e.isAt(i-1, perHeads) {
			return true
		}
	}
	return false
}

// perHeads are what there is an average of for each.
var perHeads = phrasesOf("亩", "户", "人", "地")

// urgings are verbs that urge others to act.
var urgings = phrasesOf("推动", "引导", "鼓励", "支持", "组织", "促进", "推进", "帮助")

// pushings are verbs that urge a measure on.
var pushings = phrasesOf("推动", "促进", "推进", "助推", "支持")

// holdings are verbs that say a measure is not let go below its value, or above it.
var holdings = phrasesOf("守住", "稳住", "坚守", "严守")

// pushes reports whether t, with which core opens, only urges the measure behind it on to its
// value: 推动白酒产业产值突破50亿元, 守住耕地不少于32万亩.
func (e *extractor) pushes(r *run, t lexicon.Token, core span) bool {
	if e.isAt(core.Start, holdings) && (r.pred.reach || surpasses(&e.nums[r.nums[0]])) {
		return true
	}
	w, ok := e.oneAt(core.Start, pushings)
	if !ok || t.End-t.Start != 2 {
		return false
	}
	rest := span{Start: int(t.End), End: core.End}
	if e.joinsInside(rest) && (e.at(rest.End-1) != '率' || e.holds(rest.Start, rest.End, "、")) || e.holds(rest.Start, rest.End, "的") {
		return false // 推进承包地改革、确权面积超过八成
	}
	if !r.pred.reach && !r.pred.change && !surpasses(&e.nums[r.nums[0]]) {
		return w != "支持" && e.countsByMeasure(r) // 推动停车场免费开放50处
	}
	return e.tailHead(rest) || e.indicatorAt(rest) || e.hasBefore(rest.End, "人口")
}

// verbInIndicator is the verb that an entry of the catalogue opens with where
// it only tells that the rest came about: 投入扶贫资金; 新增就业 is one thing.
func (e *extractor) verbInIndicator(t lexicon.Token) (lexicon.Token, bool) {
	const shortest = 3 // runes of an indicator behind its verb
	v, ok := e.lex.At(e.rs[:t.End], int(t.Start), lexicon.ClassVerb)
	if !ok || v.Role.Is(lexicon.Down|lexicon.Noun) || t.End-v.End < shortest {
		return t, false
	}
	if w, ok := e.lex.At(e.rs[:t.End], int(t.Start), lexicon.ClassWord); ok && w.End > v.End && !v.Role.Is(lexicon.Up) {
		return t, false // 建成区绿化覆盖率
	}
	if v.Role.Is(lexicon.Up) && e.endsInVerb(span{Start: int(v.End), End: int(t.End)}) {
		return t, false // 新增城镇就业
	}
	return v, true
}

// endsInVerb reports whether the last word of p is a verb: 城镇就业.
func (e *extractor) endsInVerb(p span) bool {
	for i := p.End - 2; i >= p.Start; i-- {
		if t, ok := e.lex.At(e.rs[:p.End], i, lexicon.ClassVerb); ok && int(t.End) == p.End {
			return true
		}
	}
	return false
}

// brings reports whether a verb before a subject only tells that it came about
// or changed, and is no part of what is measured.
func (e *extractor) brings(t lexicon.Token) bool {
	if t.Role.Is(lexicon.Plain) {
		return false
	}
	if t.End-t.Start > 2 && t.Class&lexicon.ClassVerb != 0 && e.wellDone(t) {
		return true // 落实好
	}
	return t.Role.Is(lexicon.Make) || t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Up) && (e.at(int(t.Start)) == '新' || e.at(int(t.Start)) == '再')
}

// develops reports whether t is 发展 before things that the number counts: 发展网箱200口, but not
// 发展速度, 发展资金.
func (e *extractor) develops(r *run, t lexicon.Token, core span) bool {
	if e.rs[t.Start] != '发' || t.End-t.Start != 2 || !e.hasAt(int(t.Start), "发展") || r.pred.change || r.pred.to {
		return false
	}
	u := e.nums[r.nums[0]].Unit
	if !u.Is(lexicon.UnitMeasure | lexicon.UnitArea) {
		return false
	}
	n, ok := e.lex.At(e.rs[:core.End], int(t.End), lexicon.ClassAny)
	return !ok || n.Class&lexicon.ClassVerb == 0 && !n.Role.Is(lexicon.Head|lexicon.Rate)
}

// bareNoun reports whether p is one head noun.
func (e *extractor) bareNoun(c int, p span) bool {
	toks := e.tokens(c, p)
	return len(toks) == 1 && int(toks[0].Start) == p.Start && int(toks[0].End) == p.End && toks[0].Role.Is(lexicon.Head)
}

// verbDirection takes the direction of a verb before the subject.
func (e *extractor) verbDirection(r *run, t lexicon.Token) {
	if r.pred.dir != "" {
		return
	}
	switch {
	case t.Role.Is(lexicon.Up):
		r.pred.dir = Up
	case t.Role.Is(lexicon.Down) && e.directional(t):
		r.pred.dir = Down
	}
}

// urgesOn reports whether t, with which core opens, only urges what the verb behind it
// brings about.
func (e *extractor) urgesOn(t lexicon.Token, core span) bool {
	if _, ok := e.oneAt(core.Start, urgings); !ok || t.End-t.Start != 2 {
		return false
	}
	v, ok := e.lex.At(e.rs[:core.End], int(t.End), lexicon.ClassVerb)
	return ok && v.Class&lexicon.ClassIndicator == 0 && int(v.End)+1 < core.End && v.Role.Is(lexicon.Task) && !v.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain)
}

// broughtTo is what a change comes about in, behind what brings it: 全省企业 of 登记改革使全省
// 企业从120万户增加到320万户; else core.
func (e *extractor) broughtTo(core span) span {
	const shortest = 2 // runes of what brings it and of what it comes about in
	for i := core.Start + shortest; i < core.End-shortest; i++ {
		if (e.rs[i] == '使' || e.rs[i] == '让') && !e.longerWord(i) && !e.wordBefore(i+1) {
			return span{Start: i + 1, End: core.End}
		}
	}
	return core
}

// enabled is what can be done or come about by what core opens with: 农户减轻负担 of 水费下调可使
// 农户减轻负担; else core.
func (e *extractor) enabled(core span) span {
	const shortest = 2 // runes of what does it and of what it does
	for i := core.Start + shortest; i < core.End-shortest-1; i++ {
		if e.rs[i] == '可' && (e.rs[i+1] == '使' || e.rs[i+1] == '为') && !e.longerWord(i+1) {
			return span{Start: i + 2, End: core.End}
		}
	}
	return core
}

// disposedOf reports whether 将 or 把 opens what stands before the run.
func (e *extractor) disposedOf(r *run) bool {
	at := e.trim(r.left).Start
	return r.first && (e.at(at) == '将' || e.at(at) == '把') && !e.longerWord(at)
}
