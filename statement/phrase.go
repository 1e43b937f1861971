package statement

import (
	"pledger/lexicon"
	"pledger/quantity"
)

// turnings open a clause that tells what a change turned into.
var turnings = phrasesOf("转为", "减为", "变为", "升为", "降为", "增为", "改为")

// leadsOn reports whether what stands behind number q in its clause tells where
// a change from it leads, …提高到, …升至, or the next one opens with it: …，转为.
func (e *extractor) leadsOn(q *quantity.Quantity) bool {
	for k := q.Full.End; k < len(e.rs); k++ {
		switch e.rs[k] {
		case '到', '至', '为', '成', '增', '升', '降', '减', '提', '缩':
			return true
		case '，':
			return e.isAt(k+1, turnings) // 由上年增长5%，转为下降1%
		case '。', '；', '\n':
			return false
		}
	}
	return false
}

// peelPhrases takes the phrases off the core that open with a word of their
// own: 比…, 低于…, 占…, 完成…任务, 居全国, 是…的.
func (e *extractor) peelPhrases(c int, p *predicate, q *quantity.Quantity) {
	if !p.core.Valid() {
		return
	}
	toks, cl := e.tokens(c, p.core), &e.cls[c]
	if cl.roles.Is(lexicon.Goal) {
		e.peelGoal(p, toks, q)
	}
	if cl.roles.Is(lexicon.Than | lexicon.Same) {
		e.peelGap(p, toks, q)
	}
	if cl.roles.Is(lexicon.Ratio) {
		e.peelRatio(p, toks, q)
	}
	e.peelPart(p, q)
	e.peelRanking(p, toks, q)
	e.peelMultiple(p, q)
	if cl.heads&fromHeads != 0 {
		e.peelFrom(p, toks, q)
	}
	if p.change && cl.roles.Is(lexicon.Aside) {
		e.peelAside(p, toks)
	}
	e.peelCircumstance(p)
	p.core = e.trim(p.core)
	for len(toks) > 0 && int(toks[len(toks)-1].Start) >= p.core.End {
		toks = toks[:len(toks)-1]
	}
	if p.than.Valid() && p.core.Len() > 0 && e.rs[p.core.End-1] == '年' && e.peelTime(c, p) {
		p.core = e.trim(p.core) // 进出口总额2022年比2020年增长
	}
	for len(toks) > 0 {
		t := toks[len(toks)-1]
		if int(t.End) != p.core.End || e.extent(t, p.core) || e.totals(t, p.core) || !t.Role.Is(lexicon.Each|lexicon.Void|lexicon.Adverb|lexicon.Past|lexicon.Same|lexicon.Annual|lexicon.Prep|lexicon.Aside|lexicon.Modal) || t.Role.Is(lexicon.Head|lexicon.Noun|lexicon.Plain|lexicon.Rate|lexicon.Up|lexicon.Down) {
			break
		}
		p.both = p.both || e.hasAt(int(t.Start), "均")
		p.core.End = int(t.Start)
		p.core = e.trim(p.core)
		toks = toks[:len(toks)-1]
	}
}

// peelGoal finds 完成年度任务的, 为年度预算的 before a percentage.
func (e *extractor) peelGoal(p *predicate, toks []lexicon.Token, q *quantity.Quantity) {
	n := len(toks)
	if n == 0 || q.Unit == nil || q.Unit.Dimension != "ratio:percent" || !toks[n-1].Role.Is(lexicon.Goal) {
		return
	}
	for k := n - 1; k >= 0; k-- {
		t := toks[k]
		if t.Role.Is(lexicon.Reach|lexicon.Make|lexicon.Ratio) && !t.Role.Is(lexicon.Goal) && (e.hasAt(int(t.Start), "完成") || e.at(int(t.Start)) == '为' || e.at(int(t.Start)) == '占' || e.hasAt(int(t.Start), "达到") || e.hasAt(int(t.Start), "实现") || e.hasAt(int(t.Start), "控制在") || e.at(int(t.Start)) == '是' || e.hasAt(int(t.End)-2, "完成")) {
			p.goal = span{Start: int(t.End), End: p.core.End}
			p.core.End = int(t.Start)
			return
		}
	}
}

// peelGap finds 低于年初控制目标 before points, and 比2015年 before a change.
func (e *extractor) peelGap(p *predicate, toks []lexicon.Token, q *quantity.Quantity) {
	for k := len(toks) - 1; k >= 0; k-- {
		t := toks[k]
		first := e.at(int(t.Start))
		same := t.Role.Is(lexicon.Same) && (first == '比' || first == '较') && int(t.End) < p.core.End // 比上年预算
		if int(t.End) > p.core.End || !t.Role.Is(lexicon.Than) && !same {
			continue
		}
		plain := first == '比' || first == '较'
		if plain && (int(t.End) == p.core.End || first == '比' && int(t.Start) == p.core.Start && isDigit(e.at(int(t.Start)-1))) {
			continue // 收入比缩小至2.1：1, 由2.3比1缩小
		}
		if !plain && t.End-t.Start == 1 && int(t.End) < p.core.End && !(first == '超' && e.goalAt(toks, p.core.End)) {
			continue // 多胎率
		}
		if !plain && !q.Unit.Is(lexicon.UnitRatio) && !e.goalOrAverage(toks, p.core.End) {
			continue
		}
		if plain && !p.change && !p.to && !p.reach && !e.peelMore(p, int(t.End)) {
			continue
		}
		p.than = e.withAverage(e.trim(span{Start: int(t.End), End: p.core.End}))
		if same {
			p.than.Start = int(t.Start) + 1
		}
		p.core.End = int(t.Start)
		if !plain {
			p.thanVerb = span{Start: int(t.Start), End: int(t.End)}
			if w := e.lex.Word(t); w != nil && w.Value != "" && !(isPercent(q) && p.verb.Valid()) {
				p.dir = Direction(w.Value) // but 低于上年增长5%的速度
			}
			p.change = true
		}
		return
	}
}

// peelMore takes 多 or 少 and a verb off the end of the core, by how much more or less of a
// thing was done than in the time that opens at offset from or before: 比上年多建.
func (e *extractor) peelMore(p *predicate, from int) bool {
	const verb = 2 // runes
	for i := p.core.End - 2; i >= max(from, p.core.End-1-verb); i-- {
		switch e.rs[i] {
		case '多':
			p.dir = Up
		case '少':
			p.dir = Down
		default:
			continue
		}
		if t, ok := e.lex.At(e.rs[:p.core.End], i+1, lexicon.ClassAny); ok && t.Class&lexicon.ClassVerb == 0 && int(t.End) == p.core.End {
			return false
		}
		p.change, p.core.End = true, i
		return true
	}
	return false
}

// withAverage is what something is compared with, and the 平均 behind it: 全省平均.
func (e *extractor) withAverage(p span) span {
	if p.Valid() && e.hasAt(p.End, "平均") {
		p.End += 2
	}
	return p
}

// goalOrAverage reports whether the words before offset end name a goal or an average: 超出计划
// 2万人, 高于全省平均水平0.1吨标准煤.
func (e *extractor) goalOrAverage(toks []lexicon.Token, end int) bool {
	for _, t := range toks {
		if int(t.End) == end {
			return t.Role.Is(lexicon.Goal | lexicon.Average)
		}
	}
	return false
}

// goalAt reports whether the words before offset end name a goal: 超出计划2万人.
func (e *extractor) goalAt(toks []lexicon.Token, end int) bool {
	for _, t := range toks {
		if int(t.End) == end {
			return t.Role.Is(lexicon.Goal)
		}
	}
	return false
}

// peelRatio finds 占全国的, 占生产总值的比重为.
func (e *extractor) peelRatio(p *predicate, toks []lexicon.Token, q *quantity.Quantity) {
	for k := len(toks) - 1; k >= 0; k-- {
		t := toks[k]
		if int(t.End) > p.core.End || e.at(int(t.Start)) != '占' || !t.Role.Is(lexicon.Ratio) || e.at(int(t.End)-1) == '比' {
			continue
		}
		start, end := int(t.End), p.core.End
		if e.hasAt(int(t.Start), "占地方") || e.hasAt(int(t.Start), "占地区") {
			start = int(t.Start) + 1
		}
		p.ratio = true
		p.whole = e.trim(span{Start: start, End: end})
		p.core.End = int(t.Start)
		return
	}
}

// peelPart finds 仅为全省平均的, 接近学生人数的 before a share: a part of what it is
// held against.
func (e *extractor) peelPart(p *predicate, q *quantity.Quantity) {
	share := isPercent(q) || q.Form == quantity.Fraction || q.Form == quantity.Tenths || q.Form == quantity.Dual
	if !share || e.at(p.core.End) != '的' && !e.hasAt(p.core.End, "平均的") {
		return
	}
	for k := p.core.End - 2; k >= p.core.Start; k-- {
		w, ok := e.anyAt(k, "接近", "只有", "仅为", "仅有", "只是", "相当于", "只相当于", "约为", "恢复到", "恢复至", "不到", "不足")
		if !ok {
			continue
		}
		p.ratio = true
		p.short = w == "不到" || w == "不足"
		p.whole = e.withAverage(e.trim(span{Start: k + len([]rune(w)), End: p.core.End}))
		p.core.End = k
		return
	}
}

// manners close a phrase that opens with 在 or 按 and tells under what circumstances or how
// something was counted.
var manners = anyOf(circumstances, phrasesOf("核算", "统计", "测算", "口径"))

// peelCircumstance cuts off under what circumstances something came about or how it was
// counted: 粮食总产量在遭受旱灾的情况下达到8万吨, 生产总值按新口径核算为690亿元.
func (e *extractor) peelCircumstance(p *predicate) {
	if _, ok := e.oneBefore(p.core.End, manners); !ok {
		return
	}
	const shortest = 2 // runes of what it came about of
	for k := p.core.Start + shortest; k < p.core.End; k++ {
		if e.rs[k] == '在' || e.rs[k] == '按' {
			p.core.End = k
			return
		}
	}
}

// ranks reports whether q is a place in an order: 第四, 前3位, 前三.
func (e *extractor) ranks(q *quantity.Quantity) bool {
	if q.Form == quantity.Digits && q.Bound == quantity.Over && e.at(q.UnitText.Start) == '位' && !e.ends(q.Full.End) {
		return false // 2000多位专家
	}
	return q.Form == quantity.Ordinal || q.Unit.Is(lexicon.UnitRank) || e.within(q) || e.at(q.Pos.Start-1) == '前' && e.at(q.Pos.End) == '名'
}

// within reports whether q is how many come first, without 位: 居全省前三.
func (e *extractor) within(q *quantity.Quantity) bool {
	return q.Unit == nil && e.at(q.Pos.Start-1) == '前' && e.ends(q.Full.End)
}

// peelRanking finds 居全国, 位列中部 before a rank.
func (e *extractor) peelRanking(p *predicate, toks []lexicon.Token, q *quantity.Quantity) {
	if !e.ranks(q) {
		return
	}
	for k := len(toks) - 1; k >= 0; k-- {
		if t := toks[k]; int(t.End) <= p.core.End && t.Role.Is(lexicon.Ranking) {
			if p.ranking && e.ranked(t, p.core) {
				break
			}
			p.ranking = true
			if d := e.rankWay(t); d != "" {
				p.dir = d
			}
			if e.at(p.core.End-1) == '榜' && e.at(q.Pos.Start) != '首' {
				p.list = span{Start: int(t.End), End: p.core.End}
			}
			if r := e.at(int(t.End)); (r == '由' || r == '从') && e.leadsOn(q) {
				p.from = true // 排名由全省第9位升至
			}
			if e.at(int(t.End)) == '中' && e.at(p.core.Start) == '在' {
				p.core = span{Start: p.core.Start + 1, End: int(t.End)} // 在全国百强县排名中由第9位
				return
			}
			p.core.End = int(t.Start)
			break
		} else if int(t.End) == p.core.End && t.Role.Is(lexicon.Scope) && int(t.Start) > p.core.Start {
			p.core.End = int(t.Start) // 增速全市第一
		}
	}
	for k := p.core.Start + 1; k < p.core.End; k++ {
		if e.rs[k] == '在' {
			p.core.End = k
		}
	}
}

// rankWay is which way a ranking verb goes: 升至, 前移 up, 退居 down.
func (e *extractor) rankWay(t lexicon.Token) Direction {
	for i := int(t.Start); i < int(t.End); i++ {
		switch e.rs[i] {
		case '升', '跃', '晋', '前', '进':
			return Up
		case '降', '退', '落', '后':
			return Down
		}
	}
	return ""
}

// peelMultiple finds 是同期GDP的, 相当于2000年的, 按低保标准的 before 倍.
func (e *extractor) peelMultiple(p *predicate, q *quantity.Quantity) {
	if !q.Unit.Is(lexicon.UnitMultiple) {
		return
	}
	for k := p.core.End - 1; k >= p.core.Start; k-- {
		if s, ok := e.anyAt(k, "是", "为", "相当于", "按不低于", "按照", "按"); ok {
			p.multiple = e.withAverage(e.trim(span{Start: k + len([]rune(s)), End: p.core.End}))
			if p.core.End = k; e.hasBefore(k, "分别") {
				p.core.End -= 2 // 分别为上年的3倍和2倍
			}
			return
		}
	}
}

// peelEither takes two verbs joined by 或 or 和 off the end of the core, one of which tells
// which way a share of something goes: 取消或下放20%, 取消或降低15%.
func (e *extractor) peelEither(p *predicate, toks []lexicon.Token, q *quantity.Quantity) bool {
	if !isPercent(q) && q.Form != quantity.Tenths && q.Form != quantity.Fraction || p.reach {
		return false
	}
	last := toks[len(toks)-1]
	at := p.core.End
	if !p.change && int(last.End) == at {
		at, toks = int(last.Start), toks[:len(toks)-1]
	}
	if r := e.at(at - 1); r != '或' && r != '和' {
		return false
	}
	for k := len(toks) - 1; k >= 0 && int(toks[k].End) >= at-1; k-- {
		t := toks[k]
		if int(t.Start) == at-1 {
			continue // 或
		}
		way := t.Role.Is(lexicon.Up | lexicon.Down)
		if int(t.End) != at-1 || t.Class&lexicon.ClassVerb == 0 || !t.Role.Is(lexicon.Task) || t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) || !p.change && !way || last.Class&lexicon.ClassVerb == 0 && !p.change {
			return false
		}
		if !p.change {
			p.change, p.dir, p.verb = true, Up, span{Start: int(t.Start), End: int(t.End)}
			if t.Role.Is(lexicon.Down) {
				p.dir = Down
			}
		}
		p.core.End = int(t.Start)
		return true
	}
	return false
}

// peelAside cuts off why or how something that changed was counted: 因项目清理, 按同口径.
func (e *extractor) peelAside(p *predicate, toks []lexicon.Token) {
	for _, t := range toks {
		if t.Role.Is(lexicon.Aside) && int(t.Start) > p.core.Start && int(t.End) < p.core.End && t.Class&^lexicon.ClassWord&^lexicon.ClassVerb == 0 {
			if e.holds(int(t.End)+1, p.core.End-1, "的") && e.tailHead(p.core) {
				return // 居民按人口平均的消费水平
			}
			p.core.End = int(t.Start)
			return
		}
	}
}

// fromHeads are the words that open the start of a change.
var fromHeads = headOf('由') | headOf('从')

// peelFrom finds 由, 从 that opens the start of a change: 由2015年的3019元.
func (e *extractor) peelFrom(p *predicate, toks []lexicon.Token, q *quantity.Quantity) {
	const few = 5 // runes between 由 and the number that say where: 由全国第9位
	for k := len(toks) - 1; k >= 0; k-- {
		t := toks[k]
		if int(t.End) > p.core.End || t.End-t.Start != 1 || p.core.End-int(t.End) > few {
			continue
		}
		if r := e.at(int(t.Start)); r == '由' || r == '从' {
			if e.leadsOn(q) {
				p.from = true
				p.core.End = int(t.Start)
			}
			return
		}
	}
}
