package statement

import (
	"strings"

	"pledger/lexicon"
)

// stripLeft takes off what stands before a subject: time, scope, adverbs,
// joining words. verbs says whether a verb may be passed over later.
func (e *extractor) stripLeft(c int, core span, first bool) span {
	core = e.claimed(c, core)
	for {
		core = e.trim(core)
		if !core.Valid() {
			return core
		}
		if next := e.skipTime(c, core.Start); next > core.Start {
			core.Start = next
			continue
		}
		r := e.rs[core.Start]
		if saidAside.may(r) {
			if next := e.skipAside(c, core); next > core.Start && next <= core.End {
				core.Start = next
				continue
			}
		}
		if leadIns.may(r) {
			if next := e.skipLeadIn(core); next > core.Start {
				core.Start = next
				continue
			}
			if fund := e.takenFrom(core); fund.Valid() {
				return fund
			}
		}
		if r == '有' && e.opensHaving(core) {
			core.Start++
			continue
		}
		if k := e.framedTo(core); k > core.Start {
			core.Start = k
			continue
		}
		if r == '用' && e.hasAt(core.Start, "用于") && core.Len() > 4 && !e.hasBefore(core.End, "部分") && e.at(core.End-1) != '的' {
			core.Start += 2 // 用于社会保障的支出
			continue
		}
		t, ok := e.tokenAt(c, core)
		if ok && t.Class&lexicon.ClassVerb != 0 && int(t.End) < core.End && e.rs[t.End] == '后' && !e.longerWord(int(t.End)) {
			core.Start = int(t.End) + 1 // 精简后为18个, 改造后每年可节约
			continue
		}
		if !ok || !t.Role.Is(strippables) && r != '是' || !e.strippable(t, core, first) {
			return core
		}
		if core.Start = int(t.End); e.at(core.Start) == '地' && e.verbAt(core.Start+1) {
			core.Start++ // 更好地利用
		}
	}
}

// opensHaving reports whether 有, with which core opens, only says that what follows is there:
// 全州有国家A级景区52个, 平均每年有财政赤字.
func (e *extractor) opensHaving(core span) bool {
	if core.Len() > 3 && e.at(core.Start-2) == '全' && !strings.ContainsRune("线色机效关轨偿氧序", e.rs[core.Start+1]) && !e.longerWord(core.Start) {
		return true
	}
	return e.indicatorAt(span{Start: core.Start + 1, End: core.End})
}

// claimings stand before an indicator of which somebody says how it is to be.
var claimings = phrasesOf("提出", "确定的", "规定的")

// claimHeads are their heads.
var claimHeads = headsIn(claimings)

// claimed is the indicator that core ends in where somebody says how it is to be: 提出今年
// 粮食产量, 年初确定的单位能耗, 提出今年经济增长 of what is to be aimed at; else core.
func (e *extractor) claimed(c int, core span) span {
	const shortest = 4
	if core.Len() < 2*shortest || e.cls[c].heads&claimHeads == 0 {
		return core
	}
	for i := core.Start; i+shortest < core.End; i++ {
		if !claimings.mayOpen(e.rs[i]) {
			continue
		}
		s, ok := e.oneAt(i, claimings)
		if !ok {
			continue
		}
		rest := span{Start: i + len([]rune(s)), End: core.End}
		if e.at(rest.Start) == '了' {
			rest.Start++
		}
		rest.Start = max(rest.Start, e.skipTime(c, rest.Start))
		if (e.indicatorAt(rest) || e.isAt(core.End, goalWords)) && !e.countedThing(rest) {
			return rest
		}
	}
	return core
}

// countedThing reports whether the indicator at p counts things by a measure word, which
// who proposes them brings about: 提出议案.
func (e *extractor) countedThing(p span) bool {
	ind := e.indicatorOf(e.text(p))
	if ind == nil {
		return false
	}
	u := e.lex.UnitNamed(ind.Unit)
	return u.Is(lexicon.UnitMeasure)
}

// longerWord reports whether a word of several runes begins at offset i: 由于, 使用.
func (e *extractor) longerWord(i int) bool {
	t, ok := e.lex.At(e.rs, i, lexicon.ClassAny)
	return ok && t.End-t.Start > 1
}

// framedTo is where a core goes on behind 第四届花会期间 or 国家关于; its start where it
// opens with neither.
func (e *extractor) framedTo(core span) int {
	const furthest, rest = 9, 3 // runes before the frame ends, and that must be left behind it
	limit := min(core.End-rest, core.Start+furthest) - 1
	if limit <= core.Start {
		return core.Start
	}
	for k, r := range e.rs[core.Start:limit] {
		if !framers.may(r) {
			continue
		}
		i := core.Start + k
		switch r {
		case '期':
			if k > 0 && e.rs[i+1] == '间' {
				return i + 2
			}
		case '后':
			if k > 1 && e.verbBeforeAt(i) && (e.pastAdverbs(i+1, core.End) > i+1 || e.isAt(i+1, thenceforth)) {
				return i + 1 // 项目建成后可新增产值
			}
		case '关':
			if k < furthest-2 && e.rs[i+1] == '于' {
				return i + 2
			}
		case '决':
			if k > 1 && e.rs[i+1] == '定' && (e.verbAt(i+2) || strings.ContainsRune("今从自对由", e.at(i+2))) {
				return i + 2 // 国务院决定今年安排资金
			}
		}
	}
	return core.Start
}

// framers are the runes that framedTo looks for.
var framers = headsOf(phrasesOf("期间", "后", "关于", "决定"))

// thenceforth open what comes of a thing once it is done.
var thenceforth = phrasesOf("可", "年", "每年", "将", "预计")

// tokenAt is the token of clause c that begins where core does and ends inside
// it.
func (e *extractor) tokenAt(c int, core span) (lexicon.Token, bool) {
	if i := e.tokenIndex(c, core); i >= 0 {
		return e.toks[i], true
	}
	return lexicon.Token{}, false
}

// tokenIndex is the index of tokenAt's token, -1 where there is none.
func (e *extractor) tokenIndex(c int, core span) int {
	i := e.firstToken(c, core.Start)
	if i < int(e.cls[c].tokEnd) && int(e.toks[i].Start) == core.Start && int(e.toks[i].End) <= core.End {
		return i
	}
	return -1
}

// strippables are the roles of what strippable takes off, but for 是.
const strippables = lexicon.Void | lexicon.Conj | lexicon.Goal | lexicon.Adverb | lexicon.Scope | lexicon.Agent | lexicon.Among | lexicon.Each |
	lexicon.Same | lexicon.Modal | lexicon.Wish | lexicon.Frame | lexicon.Annual | lexicon.Past | lexicon.Reach

// strippable reports whether a token before a subject is no part of it.
func (e *extractor) strippable(t lexicon.Token, core span, first bool) bool {
	r := t.Role
	switch {
	case r.Is(lexicon.Void) && t.End-t.Start == 1 && strings.ContainsRune("超近约逾", e.rs[t.Start]):
		return e.at(int(t.End)) == '占' || e.verbAt(int(t.End)) // 约占 is, 超算 and 近岸 are words
	case r.Is(lexicon.Void) && !r.Is(lexicon.Head) && e.hasAt(int(t.Start), "多年"):
		return e.beforeVerb(t, core)
	case r.Is(lexicon.Conj) && r.Is(lexicon.Plain):
		return true // 以及
	case r.Is(lexicon.Goal) && t.End-t.Start == 4 && e.hasBefore(int(t.End), "计划"):
		return e.bringsNext(t, core) // 全年计划实施项目186个
	case r.Is(lexicon.Plain) && r.Is(lexicon.Adverb) && !r.Is(lexicon.Head|lexicon.Rate) && (e.bringsNext(t, core) || e.hasAt(int(t.Start), "从严") && e.verbAt(int(t.End))):
		return true // 高标准建成厂房, 从严查处案件
	case r.Is(lexicon.Head|lexicon.Rate|lexicon.Plain) || t.Class&lexicon.ClassIndicator != 0, e.at(int(t.End)-1) == '性' && e.verbAt(int(t.End)):
		return false // 阶段性禁牧面积
	case r.Is(lexicon.Scope):
		next := e.at(int(t.End))
		if next == '和' || next == '与' || next == '、' {
			return e.longerWord(int(t.End)) && next != '、' // 全国和自贸试验区清单条数
		}
		return int(t.End) < core.End && !e.hasAt(int(t.End), "本级") && next != '性' && next != '级' // 全县性会议, 自治区级平台
	case r.Is(lexicon.Agent) && t.Class&lexicon.ClassIndicator == 0:
		return e.actsNext(t, core) && !e.spendsMore(t, core) || e.rs[t.Start] == '我' && (e.at(int(t.End)) == '要' || e.at(int(t.End)) == '将') // 我们要力争到2017年
	case r.Is(lexicon.Among | lexicon.Each | lexicon.Same | lexicon.Void | lexicon.Modal | lexicon.Wish | lexicon.Frame | lexicon.Annual):
		return true
	case e.hasAt(int(t.Start), "平均") && t.End-t.Start == 2:
		return false
	case r.Is(lexicon.Adverb) && r.Is(lexicon.Reach) && t.Class&lexicon.ClassVerb != 0:
		return int(t.End) < core.End // 五年合计财政支出为860亿元
	case r.Is(lexicon.Adverb | lexicon.Past):
		return e.rs[t.Start] == '同' && first && e.hasAt(int(t.Start), "同时") || e.beforeVerb(t, core)
	case r.Is(lexicon.Reach) && e.hasAt(int(t.Start), "相当于"):
		return true // 相当于节约标煤600万吨
	case r.Is(lexicon.Conj) || t.End-t.Start == 1 && e.at(int(t.Start)) == '是':
		return true
	}
	return false
}

// bringsNext reports whether a verb that brings something about stands right behind t,
// and what it brings about behind it.
func (e *extractor) bringsNext(t lexicon.Token, core span) bool {
	n, ok := e.lex.At(e.rs[:core.End], int(t.End), lexicon.ClassVerb)
	return ok && e.brings(n) && int(n.End) < core.End
}

// actsNext reports whether a verb that brings something about stands behind an
// agent, perhaps behind 准备, 将, another adverb or before whom he lays it.
func (e *extractor) actsNext(t lexicon.Token, core span) bool {
	if n, ok := e.lex.At(e.rs[:core.End], int(t.End), lexicon.ClassVerb); ok && e.brings(n) && e.hasAt(int(n.End), "用于") {
		return true // 中央财政安排用于“低保”的资金
	}
	for i := int(t.End); i < core.End; i++ {
		if e.rs[i] == '的' {
			return false // 中央财政用于科技的支出 is one noun
		}
	}
	for i := int(t.End); i < core.End; {
		i = e.pastResolve(i, core.End)
		if next := e.toBody(span{Start: i, End: core.End}); next > i {
			i = next // 向人大提交
		}
		n, ok := e.lex.At(e.rs[:core.End], i, lexicon.ClassAny)
		if !ok {
			return false
		}
		if n.Class&lexicon.ClassVerb != 0 && n.Role.Is(lexicon.Task|lexicon.Make|lexicon.Attain) && !n.Role.Is(lexicon.Head) {
			return int(n.End) < core.End
		}
		if !n.Role.Is(lexicon.Adverb | lexicon.Modal | lexicon.Time | lexicon.Wish | lexicon.Agent) {
			return false
		}
		i = int(n.End)
	}
	return false
}

// pastResolve is the offset behind the adverbs and the words of resolve that stand at offset i.
func (e *extractor) pastResolve(i, end int) int {
	for {
		i = e.pastAdverbs(i, end)
		w, ok := e.oneAt(i, resolves)
		if !ok {
			return i
		}
		i += runeCount(w)
	}
}

// resolves stand between who acts and his verb and say that he means to or what he puts into it.
var resolves = phrasesOf("准备", "决定", "打算", "拟", "集中力量", "集中财力", "集中精力")

// spendsMore reports whether the agent t only spends more or less, so that the money is its
// own: 中央财政共增加支出.
func (e *extractor) spendsMore(t lexicon.Token, core span) bool {
	const noun, verb = 2, 2
	if at := core.End - noun; at-verb >= int(t.End) && (e.hasAt(at, "支出") || e.hasAt(at, "投入")) && e.hasBefore(int(t.End), "财政") {
		_, more := e.anyBefore(at, "增加", "新增", "减少")
		return more
	}
	return false
}

// beforeVerb reports whether a verb, an adverb or nothing stands behind the
// adverb t: otherwise it qualifies the noun behind it, 重点项目.
func (e *extractor) beforeVerb(t lexicon.Token, core span) bool {
	if e.at(core.End-1) == '率' && core.Len() <= 6 && t.End-t.Start == 2 {
		return false // 按期办结率
	}
	if int(t.End) >= core.End || t.Class&lexicon.ClassVerb == 0 && t.Role.Is(lexicon.Past) {
		return true
	}
	at := int(t.End)
	if e.at(at) == '地' && e.verbAt(at+1) {
		at++ // 合理地使用农民的资金
	}
	n, ok := e.lex.At(e.rs[:core.End], at, lexicon.ClassAny)
	return ok && (n.Class&lexicon.ClassVerb != 0 || n.Role.Is(lexicon.Adverb|lexicon.Void|lexicon.Past|lexicon.Time|lexicon.Scope|lexicon.Each|lexicon.Modal)) || t.End-t.Start == 1
}

// timeLeads stand before a time phrase and belong to it.
var timeLeads = phrasesOf("到", "自", "从", "截至", "截止", "至", "用", "经过")

// skipTime returns the offset behind a time phrase of clause c that begins at
// i, or i.
func (e *extractor) skipTime(c, i int) int {
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if e.times[k].pos.Start == i {
			return e.times[k].pos.End
		}
		if s, ok := e.oneBefore(e.times[k].pos.Start, timeLeads); ok && e.unspaced(e.times[k].pos.Start)-len([]rune(s)) == i {
			end := e.times[k].pos.End
			if s, ok := e.anyAt(end, "开始", "起", "左右时间", "时间"); ok {
				end += len([]rune(s)) // 从2005年开始, 用两年时间
			}
			return end
		}
	}
	return i
}
