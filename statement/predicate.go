package statement

import (
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
)

// predicate is what stands between a subject and its value, taken apart.
type predicate struct {
	core     span      // what is left: the subject's words, perhaps with a verb before them
	dir      Direction // of a change verb or a gap
	change   bool      // a change verb governs the number: 增长6%
	reach    bool      // a verb of reaching does: 达到 为 突破 控制在
	to       bool      // the value is where a change leads: 提高到
	from     bool      // the value is where a change starts: 由52家
	annual   bool      // 年均
	both     bool      // 双双 均 都: said of several at once
	same     bool      // 同比
	than     span      // what it is compared with: 年初控制目标, 2015年, 全国平均水平
	thanVerb span      // the verb of the gap: 低于
	goal     span      // the plan that it completes: 年度任务
	whole    span      // the whole of a ratio: 占全国的
	short    bool      // a word before that whole says that the share is less: 不到全国的
	ratio    bool      // 占 was there
	ranking  bool      // 居全国
	multiple span      // what a multiple is of: 是“九五”末的
	per      span      // 每人每月
	verb     span      // the change verb
	yearly   span      // 年均, 平均每年
	list     span      // the list that a rank is of: …榜
	brought  bool      // a verb that brings about stands before the number: 建成25万套
	total    bool      // 累计, 合计: summed over the time
	done     bool      // 完成 stands before the number
	time     int       // index of a time phrase next to the number, -1 none
}

// predicate takes apart in p what stands before the number q in left.
func (e *extractor) predicate(p *predicate, c int, left span, q *quantity.Quantity) {
	*p = predicate{core: e.trim(left), time: -1}
	toks := e.tokens(c, left)
	for n := len(toks); ; {
		p.core = e.trim(p.core)
		if p.core.End > p.core.Start+2 && e.rs[p.core.End-1] == '破' && e.hasBefore(p.core.End, "零的突破") && p.core.Len() > 4 {
			p.core.End -= 4 // 上市企业实现零的突破、达到3家
			continue
		}
		if end := p.core.End - 1; end > p.core.Start+2 && e.rs[end] == '为' && e.rs[end-1] == '标' {
			if goal := e.ungoaled(span{Start: p.core.Start, End: end}); goal.End < end {
				p.core, p.reach = goal, true // 货币供应量增长目标为9%
				continue
			}
		}
		for n > 0 && int(toks[n-1].Start) >= p.core.End {
			n--
		}
		if (!q.Unit.Is(lexicon.UnitMultiple) || p.change) && e.peelTime(c, p) {
			continue
		}
		if p.core.End > p.core.Start && (e.rs[p.core.End-1] == '的' || e.rs[p.core.End-1] == '“') {
			p.core.End--
			continue
		}
		if !(n > 0 && int(toks[n-1].End) == p.core.End && toks[n-1].Role.Is(lexicon.Annual)) && e.peelPer(p) {
			continue
		}
		if n == 0 || int(toks[n-1].End) != p.core.End || !e.peel(p, toks[n-1], q) {
			if w, ok := e.oneBefore(p.core.End, supposings); ok && (p.reach || p.change) && (runeCount(w) > 1 || !e.wordBefore(p.core.End) && !strings.ContainsRune(supposedEnds, e.at(p.core.End-2))) {
				p.core.End -= runeCount(w) // 住宅面积可达到, 收入估计将增加, but not 许可
				continue
			}
			if p.core.Len() > 2 && e.rs[p.core.End-1] == '在' {
				e.peelKept(c, p)
				continue
			}
			if n > 1 && e.peelEither(p, toks[:n], q) {
				continue
			}
			break
		}
		p.core.End = int(toks[n-1].Start)
		n--
	}
	e.peelPhrases(c, p, q)
}

// supposings stand between a measure and the verb that tells its value, and say that it is only
// thought or set to come to that.
var supposings = phrasesOf("可", "先", "估计", "预定", "原定")

// supposedEnds are runes behind which 可 and 先 end a word: 许可, 优先.
const supposedEnds = "许认宁优率领首预"

// peelKept takes 在 off the end of the core, and the verb before it that says how a
// value is kept, known or not: 稳控在, 框定在.
func (e *extractor) peelKept(c int, p *predicate) {
	const verb = 2 // runes
	p.core.End--
	toks := e.tokens(c, p.core)
	known := p.core.Start
	if n := len(toks); n > 0 {
		last := &toks[n-1]
		if known = int(last.End); known == p.core.End && last.Class&lexicon.ClassVerb != 0 && last.Class&lexicon.ClassIndicator == 0 && !last.Role.Is(lexicon.Head|lexicon.Rate|lexicon.Plain) {
			known = int(last.Start)
		}
	}
	if n := p.core.End - known; n > 0 && n <= verb && known > p.core.Start {
		p.core.End, p.reach = known, true
	}
}

// peelPer takes 每斤, 每人 off the end of the core.
func (e *extractor) peelPer(p *predicate) bool {
	const longest = 4
	first := p.core.Start + 1
	if p.per.Valid() {
		first-- // 每人 of 每人每年 alone
	}
	for k := p.core.End - 2; k >= first && k >= p.core.End-longest; k-- {
		if e.rs[k] != '每' {
			continue
		}
		if u, n := e.lex.UnitAt(e.rs[:p.core.End], k+1); u == nil || k+1+n != p.core.End {
			return false
		}
		if p.per.Valid() && p.per.Start == p.core.End { // 每人 before 每年
			p.per.Start = k
		} else {
			p.per = span{Start: k, End: p.core.End}
		}
		p.core.End = k
		return true
	}
	return false
}

// peelTime takes a time phrase off the end of the core.
func (e *extractor) peelTime(c int, p *predicate) bool {
	for k := e.cls[c].timeEnd - 1; k >= e.cls[c].time; k-- {
		t := &e.times[k]
		if t.pos.End == p.core.End && t.pos.Start >= p.core.Start {
			// 比2015年, 较上年: the phrase is what is compared with
			if _, ok := e.anyBefore(t.pos.Start, "比", "较", "于", "恢复到", "恢复至"); ok || e.hasBefore(t.pos.Start, "恢复") || e.at(t.pos.Start-1) == '的' && e.comparesFrom(p.core.Start, t.pos.Start) {
				return false
			}
			if p.time < 0 {
				p.time = int(k)
			}
			p.core.End = t.pos.Start
			return true
		}
	}
	return false
}

// peel takes one token off the end of the core; false where it belongs to the
// subject.
func (e *extractor) peel(p *predicate, t lexicon.Token, q *quantity.Quantity) bool {
	role := t.Role
	length := int(t.End - t.Start)
	switch {
	case t.Class&lexicon.ClassIndicator != 0 && !role.Is(lexicon.Up|lexicon.Down|lexicon.Reach):
		return false
	case role.Is(lexicon.PerUnit) && length == 3 && e.hasBefore(int(t.End), "人均") && e.tailHead(span{Start: p.core.Start, End: int(t.Start)}):
		p.per = span{Start: int(t.Start), End: int(t.End)} // 低保标准年人均达到6000元
		return true
	case role.Is(lexicon.PerUnit) && length <= 3 && e.at(int(t.End)-1) == '均' && e.leadsTo(int(t.Start)):
		p.per = span{Start: int(t.Start), End: int(t.End)} // 提高到人均1196元, 达到年人均4200元
		return true
	case role.Is(lexicon.PerUnit) && e.hasAt(int(t.Start), "每"):
		if !p.annual {
			p.per = span{Start: int(t.Start), End: int(t.End)}
		}
		return true
	case isPoint(q) && length == 2 && (e.hasAt(int(t.Start), "加快") || e.hasAt(int(t.Start), "加速")):
		p.change, p.dir = true, Up // 比上半年加快0.5个百分点
		return true
	case role.Is(lexicon.Annual):
		if p.annual = true; report.HanDigit(e.at(int(t.Start)-1)) < 0 && !isDigit(e.at(int(t.Start)-1)) {
			p.yearly = span{Start: int(t.Start), End: int(t.End)} // but 五年平均
		}
		return true
	case role.Is(lexicon.Same):
		p.same = true
		return true
	case e.hasAt(int(t.Start), "双双") || length == 1 && (e.at(int(t.Start)) == '均' || e.at(int(t.Start)) == '都'):
		p.both = true
		return true
	case length == 1 && (e.at(int(t.Start)) == '到' || e.at(int(t.Start)) == '至'):
		p.to, p.reach = true, true
		return true
	case length == 1 && (e.at(int(t.Start)) == '由' || e.at(int(t.Start)) == '从'):
		p.from = e.leadsOn(q)
		return true
	case role.Is(lexicon.Ratio) && !role.Is(lexicon.Rate):
		return false // 占 is read as a phrase
	case role.Is(lexicon.Not):
		return true
	case role.Is(lexicon.Scope) && isPercent(q) && e.leadsTo(int(t.Start)):
		return true // 试点扩大到全国60%以上的县
	case role.Is(lexicon.Ranking) && e.ranks(q):
		if p.ranking && e.ranked(t, p.core) {
			return false // 综合排名上升3位
		}
		p.ranking = true
		if d := e.rankWay(t); d != "" {
			p.dir = d
		}
		return true
	case role.Is(lexicon.Aside) && int(t.Start) > p.core.Start:
		return true
	case role.Is(lexicon.Than) && !role.Is(lexicon.Up|lexicon.Down):
		return e.peelThan(p, t, q)
	case role.Is(lexicon.Up | lexicon.Down):
		return e.peelChange(p, t, q)
	case p.to && length == 2 && e.hasAt(int(t.Start), "恢复"):
		return true // 存栏恢复到50万头
	case role.Is(lexicon.Result) && isPercent(q) && length == 2 && e.hasAt(int(t.Start), "改善") && !p.reach && int(t.Start) > p.core.Start:
		e.peelBetter(p, t)
		return true
	case role.Is(lexicon.Reach):
		e.peelReach(p, t)
		return true
	case role.Is(lexicon.Make) && (e.works(t, p.core) || e.holds(p.core.Start, int(t.Start), "实施")):
		return false // 实施无障碍改造300户
	case role.Is(lexicon.Goal) && role.Is(lexicon.Modal) && t.Class&lexicon.ClassVerb != 0 && e.planned(p, t):
		return true
	case role.Is(lexicon.Make) && !role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) && int(t.Start) > p.core.Start && !p.reach && !p.change && !p.from && !q.Unit.Is(lexicon.UnitAnniversary):
		p.brought = true
		return true
	case e.hasAt(int(t.Start), "累计"):
		p.total = true
		return true
	case t.Class&lexicon.ClassVerb != 0 && !role.Is(lexicon.Head|lexicon.Plain|lexicon.Up|lexicon.Down|lexicon.Effect) && !e.hasBefore(int(t.End), "投资") && e.hasBefore(int(t.Start), "累计") && int(t.Start)-2 > p.core.Start:
		p.brought = true // 测试道路累计开放1200公里
		return true
	case role.Is(lexicon.Void|lexicon.Adverb|lexicon.Past|lexicon.Modal) && !role.Is(lexicon.Head|lexicon.Noun|lexicon.Plain|lexicon.Rate):
		return !e.totals(t, p.core) && !e.extent(t, p.core) && !(p.thanVerb.Valid() && role.Is(lexicon.Goal)) // 比年初预期低4个百分点
	}
	return false
}

// planned reports whether t, 计划 behind a measure and before the verb that tells its value, only
// says that this is planned: 粮食产量计划达到, 工业产值计划增长; in 投资计划完成八成 and 招生计划增加 it is
// the plan that is spoken of.
func (e *extractor) planned(p *predicate, t lexicon.Token) bool {
	measure := span{Start: p.core.Start, End: int(t.Start)}
	return (p.change || p.reach || p.brought || p.annual) && !p.done && measure.Len() > 1 && (e.tailHead(measure) || e.endsIndicator(measure))
}

// rankNouns are nouns for a place in an order.
var rankNouns = phrasesOf("排名", "位次", "名次", "排位")

// ranked reports whether t, the name of a place in an order, is what is measured: of
// 综合排名, not of 产量排名.
func (e *extractor) ranked(t lexicon.Token, core span) bool {
	return e.isAt(int(t.Start), rankNouns) && int(t.Start) > core.Start && !e.tailHead(span{Start: core.Start, End: int(t.Start)})
}

// works are verbs that a thing and its amount are named with: 管道改造30公里.
var works = phrasesOf("改造", "改建", "整治", "治理", "修复", "更新", "加固", "复绿", "补播", "疏浚", "硬化")

// works reports whether t, behind a thing, says what work is done on it and is part of
// what is measured.
func (e *extractor) works(t lexicon.Token, core span) bool {
	_, ok := e.oneBefore(int(t.End), works)
	return ok && int(t.Start) > core.Start
}

// extent reports whether t is the 幅度 of a subject, 提价幅度, and no adverb: 大幅度.
func (e *extractor) extent(t lexicon.Token, core span) bool {
	return e.hasAt(int(t.Start), "幅度") && int(t.Start) > core.Start+1 && e.at(int(t.Start)-1) != '大'
}

// totals reports whether t is the 总数 of a subject: 人员编制总数.
func (e *extractor) totals(t lexicon.Token, core span) bool {
	return e.hasAt(int(t.Start), "总数") && int(t.Start) > core.Start && e.at(int(t.Start)-1) != '、'
}

// leadsTo reports whether 到, 至 or 达 stands right before offset i, behind a verb.
func (e *extractor) leadsTo(i int) bool {
	switch e.at(i - 1) {
	case '到', '至', '达':
		return e.verbBeforeAt(i-1) || e.verbBeforeAt(i)
	}
	return false
}

// peelReach takes a verb of reaching; one that is made of a change and 到, 至 or
// 为 also tells the way: 提高到, 压缩至.
func (e *extractor) peelReach(p *predicate, t lexicon.Token) {
	p.reach, p.both = true, p.both || e.rs[t.Start] == '均'
	p.done = p.done || e.hasAt(int(t.End)-2, "完成")
	p.total = p.total || e.rs[t.Start] == '合' // 合计
	last := e.at(int(t.End) - 1)
	if last != '到' && last != '至' && last != '为' || t.End-t.Start < 2 {
		return
	}
	if e.hasAt(int(t.Start), "发展") {
		p.to = true // 发展到2560个
	}
	if p.change && last == '为' {
		return // 减为增长1.2%
	}
	if d := shortChange(e.at(int(t.Start))); d != "" && t.End-t.Start == 2 {
		p.dir, p.to = d, true
		return
	}
	change, ok := e.lex.At(e.rs[:t.End-1], int(t.Start), lexicon.ClassVerb)
	if !ok {
		return
	}
	switch {
	case change.Role.Is(lexicon.Up):
		p.dir, p.to = Up, true
	case change.Role.Is(lexicon.Down) && e.directional(change):
		p.dir, p.to = Down, true
	}
}

// shortChange is which way 升至, 降到 and the like go.
func shortChange(first rune) Direction {
	switch first {
	case '升', '增', '涨':
		return Up
	case '降', '减', '跌':
		return Down
	}
	return ""
}

// peelThan takes 低 off 比全省平均水平低12个百分点, and 超过 off a plain value.
func (e *extractor) peelThan(p *predicate, t lexicon.Token, q *quantity.Quantity) bool {
	w := e.lex.Word(t)
	if w == nil || w.Value == "" {
		return false
	}
	p.change = true
	p.dir = Direction(w.Value)
	p.thanVerb = span{Start: int(t.Start), End: int(t.End)}
	if q.Unit == nil || q.Unit.Dimension != "point" {
		p.reach, p.change = true, false
	}
	return true
}

// peelChange takes a change verb; 提高到 is a change that leads to a value.
func (e *extractor) peelChange(p *predicate, t lexicon.Token, q *quantity.Quantity) bool {
	if p.change || t.Role.Is(lexicon.Head) && t.Role.Is(lexicon.Noun) || e.at(int(t.End)) == '的' {
		return false // 直接取消的有220项
	}
	if t.Role.Is(lexicon.Noun) && !p.to && e.nounChange(t, q) {
		return false
	}
	dir := Up
	if t.Role.Is(lexicon.Down) {
		dir = Down
	}
	if e.directional(t) {
		p.dir = dir
	}
	switch {
	case p.to:
	case t.Role.Is(lexicon.Reach):
		p.reach, p.to = true, true
	default:
		p.change = true
		p.verb = span{Start: int(t.Start), End: int(t.End)}
	}
	return true
}

// peelBetter takes 改善 off a change: what fouls the air gets better by falling.
func (e *extractor) peelBetter(p *predicate, t lexicon.Token) {
	p.change, p.dir, p.verb = true, Up, span{Start: int(t.Start), End: int(t.End)}
	if e.holds(p.core.Start, int(t.Start), "浓度") || e.holds(p.core.Start, int(t.Start), "指数") {
		p.dir = Down
	}
}

// nounChange reports whether a change word is a noun here: 减税降费310亿元.
func (e *extractor) nounChange(t lexicon.Token, q *quantity.Quantity) bool {
	return q.Unit != nil && !q.Unit.Is(lexicon.UnitRatio) && !e.hasAt(int(t.Start), "增长")
}

// directional reports whether a change verb tells the way an amount goes.
func (e *extractor) directional(t lexicon.Token) bool {
	return !e.hasAt(int(t.Start), "保持") && !e.hasAt(int(t.Start), "控制") && !e.hasAt(int(t.Start), "严控")
}
