package statement

import (
	"slices"

	"pledger/quantity"
	"pledger/report"
)

// natureRule decides what a number is; ok is false where it does not apply.
// The rules are tried in the order of their numbers; each has its examples in
// testdata/nature.txtar.
type natureRule struct {
	order int
	name  string
	judge func(e *extractor, i int) (what What, ok bool)
}

var natureRules = [...]natureRule{
	{100, "label", (*extractor).judgeLabel},
	{110, "inside", (*extractor).judgeInside},
	{120, "plan", (*extractor).judgePlan},
	{130, "calendar", (*extractor).judgeCalendar},
	{135, "divided", (*extractor).judgeDivided},
	{140, "setphrase", (*extractor).judgeSetphrase},
	{150, "latin", (*extractor).judgeLatin},
	{160, "ordinal", (*extractor).judgeOrdinal},
	{170, "streak", (*extractor).judgeStreak},
	{180, "years", (*extractor).judgeYears},
	{190, "anniversary", (*extractor).judgeAnniversary},
	{200, "name-number", (*extractor).judgeNameNumber},
	{210, "quoted", (*extractor).judgeQuoted},
	{220, "article", (*extractor).judgeArticle},
	{230, "enumeration", (*extractor).judgeEnumeration},
	{240, "per", (*extractor).judgePer},
	{250, "measured", (*extractor).judgeMeasured},
	{260, "unmeasured", (*extractor).judgeUnmeasured},
}

// natures decides what each number of the report is.
func (e *extractor) natures() {
	e.set.Mentions = slices.Grow(e.set.Mentions, len(e.nums))[:len(e.nums)]
	i := 0
	for _, c := range e.timed {
		cl := &e.cls[c]
		for e.clause = -1; i < int(cl.num); i++ {
			e.judge(i)
		}
		for e.clause = int(c); i < int(cl.numEnd); i++ {
			switch e.judge(i) {
			case IsPeriod:
				cl.dated = true
			case IsFigure:
				cl.counts = true
			}
		}
	}
	for e.clause = -1; i < len(e.nums); i++ {
		e.judge(i)
	}
}

// judge decides what number i is.
func (e *extractor) judge(i int) What {
	m := &e.set.Mentions[i]
	*m = Mention{Pos: e.nums[i].Pos, What: IsNone, Figure: -1}
	for e.section+1 < len(e.rep.Sections) && e.rep.Sections[e.section+1].Pos.Start <= m.Pos.Start {
		e.section++
	}
	for k := range natureRules {
		r := &natureRules[k]
		if what, ok := r.judge(e, i); ok {
			m.What, m.Rule = what, r.name
			break
		}
	}
	return m.What
}

// plainValue is the number as a whole number, -1 where it is none or too large.
func (e *extractor) plainValue(i int) int {
	v, n := 0, 0
	for _, r := range e.rs[e.nums[i].Pos.Start:e.nums[i].Pos.End] {
		switch {
		case r >= '0' && r <= '9':
			v, n = v*10+int(r-'0'), n+1
		case r >= '０' && r <= '９':
			v, n = v*10+int(r-'０'), n+1
		case r == ' ':
		default:
			return e.chineseValue(i)
		}
		if n > 6 {
			return -1
		}
	}
	return v
}

// chineseValue reads small Chinese numerals, 十一, 二十, and years written
// digit by digit, 二○三五; -1 for others.
func (e *extractor) chineseValue(i int) int {
	v, tens, n := 0, 0, 0
	if q := &e.nums[i]; q.Bound == quantity.Range && q.RangeWith == 0 && q.Pos.Len() == 2 {
		return max(report.HanDigit(e.at(q.Pos.End-1)), -1) // 近两三年
	}
	for _, r := range e.rs[e.nums[i].Pos.Start:e.nums[i].Pos.End] {
		if r == '十' {
			if v == 0 {
				v = 1
			}
			tens, v = v*10, 0
			continue
		}
		d := report.HanDigit(r)
		if r == '两' {
			d = 2
		}
		if d < 0 {
			return -1
		}
		if n++; n > 6 {
			return -1
		}
		v = v*10 + d
	}
	return tens + v
}

// judgeLabel: the number of a heading or item: 一、 （二） 3.
func (e *extractor) judgeLabel(i int) (What, bool) {
	p := e.nums[i].Pos
	if e.rep.Sections[e.section].Label.Contains(p) {
		return IsNone, true
	}
	switch e.at(p.End) {
	case '是': // items counted inside a paragraph: 一是, 二要, 其一
		return IsNone, e.itemOpens(i) || e.itemNamed(p)
	case '要':
		return IsNone, e.itemOpens(i)
	case '，':
		return IsNone, e.itemNamed(p)
	case '、':
		return IsNone, e.pointed(i) || e.itemOpens(i) && e.lineStart(p.Start) || e.itemNamed(p) && report.HanDigit(e.at(p.End+1)) < 0 // but 第一、二产业
	case '.', '．':
		return IsNone, e.pointed(i)
	case '）', ')':
		return IsNone, e.bracketed(p) && p.Len() <= 2 && e.opensAt(p.Start-1) // （1）
	}
	return "", false
}

// itemOpens reports whether number i, a small Chinese one, is the first word of a clause.
func (e *extractor) itemOpens(i int) bool {
	q := &e.nums[i]
	return q.Form == quantity.Chinese && q.Pos.Len() <= 2 && e.opensAt(q.Pos.Start)
}

// itemNamed reports whether the number at p is behind 第 or 其 the first word of a clause.
func (e *extractor) itemNamed(p span) bool {
	before := e.at(p.Start - 1)
	return (before == '第' || before == '其') && e.opensAt(p.Start-1)
}

// bracketed reports whether p is all that stands in brackets.
func (e *extractor) bracketed(p span) bool {
	switch e.at(p.Start - 1) {
	case '（', '(':
		return e.at(p.End) == '）' || e.at(p.End) == ')'
	}
	return false
}

// pointed reports whether number i, with a point or 、 behind it, is that of an item inside a
// paragraph: 办好实事：1.新建幼儿园20所。2.改造小区30个.
func (e *extractor) pointed(i int) bool {
	p := e.nums[i].Pos
	next := e.at(p.End + 1)
	return p.Len() <= 2 && isDigit(e.at(p.Start)) && (isHan(next) || next == '“') && e.at(p.Start-1) != '，' && e.opensAt(p.Start)
}

// opensAt reports whether a sentence or clause begins at offset i.
func (e *extractor) opensAt(i int) bool {
	for i > 0 && (e.rs[i-1] == ' ' || e.rs[i-1] == '\u3000' || e.rs[i-1] == '“') {
		i--
	}
	switch e.at(i - 1) {
	case 0, '\n', '。', '；', '：', '，', '！', '？', '—':
		return true
	}
	return false
}

// lineStart reports whether only blanks stand before offset i on its line.
func (e *extractor) lineStart(i int) bool {
	for i > 0 && (e.rs[i-1] == ' ' || e.rs[i-1] == '\u3000' || e.rs[i-1] == '\t') {
		i--
	}
	return i == 0 || e.rs[i-1] == '\n'
}

// judgeInside: 百 of 个百分点, and 万 or 亿 left of a number that has taken it.
func (e *extractor) judgeInside(i int) (What, bool) {
	p := e.nums[i].Pos
	if i > 0 && e.nums[i-1].Full.Contains(p) && e.nums[i].RangeWith != -1 {
		return IsNone, true
	}
	return "", false
}

// ends reports whether a phrase ends at offset i.
func (e *extractor) ends(i int) bool {
	switch e.at(i) {
	case 0, '，', '。', '；', '、', '！', '\n', '（', '(', ',', ';', '”', '）', '\r', ' ', '\u3000':
		return true
	}
	return false
}
