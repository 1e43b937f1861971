package statement

import (
	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
)

// planAround returns the five-year plan that number i names, with its length:
// “十三五”, 第十四个五年规划, 九五时期.
func (e *extractor) planAround(i int) (plan, n int) {
	p := e.nums[i].Pos
	plan, n = report.PlanAt(e.rs[p.Start:min(len(e.rs), p.Start+3)])
	if n == 0 {
		return 0, 0
	}
	if e.at(p.Start-1) == '“' || e.at(p.Start-1) == '"' || e.at(p.Start-1) == '＂' {
		return plan, n
	}
	if _, ok := e.anyAt(p.End, "时期", "期间", "计划", "规划", "末", "以来"); ok {
		return plan, n
	}
	return 0, 0
}

// judgePlan: “十三五”, 第十四个五年规划（both numbers）, but 八五普法 is a name.
func (e *extractor) judgePlan(i int) (What, bool) {
	p := e.nums[i].Pos
	if _, n := e.planAround(i); n > 0 {
		if _, ok := e.anyAt(p.End, "”普法", "普法", "”星火"); ok {
			return IsName, true
		}
		return IsPeriod, true
	}
	switch e.at(p.End) {
	case '个':
		if _, ok := e.anyAt(p.End, "个五年", "个十年", "个百年"); ok && e.hasBefore(p.Start, "第") {
			return IsPeriod, true
		}
	case '年':
		if e.at(p.Start-1) == '个' && i > 0 {
			if q := &e.nums[i-1].Pos; q.End == p.Start-1 && e.at(q.Start-1) == '第' {
				return IsPeriod, true
			}
		}
	}
	return "", false
}

// judgeCalendar: years, months, days, quarters, half years, centuries.
func (e *extractor) judgeCalendar(i int) (What, bool) {
	if e.dates(i) {
		return IsPeriod, true
	}
	if q := &e.nums[i]; e.at(q.Pos.Start) == '半' && e.at(q.Pos.End) == '年' {
		return e.judgeHalfYear(q)
	}
	return "", false
}

// timeSigns are the runes behind numbers that can make times of them.
var timeSigns = headsOf(phrasesOf("年", "月", "日", "号", "季", "学", "个", "世", "多", "、", "—", "-", "－", "～", "~", "至", "到", "–", "/", "／"))

// dates reports whether what stands behind number i makes a date of it.
func (e *extractor) dates(i int) bool {
	q := &e.nums[i]
	p := q.Pos
	end := e.spaced(p.End)
	if !timeSigns.may(e.at(end)) {
		return p.Len() == yearDigits && e.listedYear(i)
	}
	switch e.at(end) {
	case '年':
		if v := e.plainValue(i); v >= 1800 && v < 2200 && p.Len() >= 4 || e.at(end+1) == '代' {
			return true
		}
		if e.at(end+1) != '前' {
			return false
		}
		_, than := e.anyBefore(p.Start, "比", "较", "由", "从")
		return than // 比5年前
	case '月':
		v := e.plainValue(i)
		return v >= 1 && v <= 12 && (q.Form == quantity.Digits || q.Form == quantity.Chinese)
	case '日', '号':
		if e.at(p.Start-1) != '月' || i == 0 || e.spaced(e.nums[i-1].Pos.End)+1 != p.Start {
			return false
		}
		v := e.plainValue(i)
		return v >= 1 && v <= 31
	case '季':
		v := e.plainValue(i)
		return v >= 1 && v <= 4
	case '—', '-', '－', '～', '~', '至', '到', '–', '/', '／':
		return e.datesUpTo(i, end)
	case '学':
		if v := e.plainValue(i); v >= firstYear && v <= lastYear && p.Len() == yearDigits && e.at(end+1) == '年' {
			return true // 2023—2024学年
		}
	case '个':
		if _, ok := e.anyAt(end, "个季度", "个月"); ok && (e.at(p.Start-1) == '前' && e.at(p.Start-2) != '提' || e.at(p.Start-1) == '后' || e.at(p.Start-1) == '头') {
			return true
		}
	case '世':
		if e.hasAt(end, "世纪") {
			return true
		}
	}
	return p.Len() == yearDigits && e.listedYear(i)
}

// datesUpTo reports whether the mark or word at offset end, behind number i, joins it with the next
// to a range of years, months or quarters.
func (e *extractor) datesUpTo(i, end int) bool {
	if i+1 >= len(e.nums) {
		return false
	}
	p, next, v := e.nums[i].Pos, e.nums[i+1].Pos, e.plainValue(i)
	if v >= firstYear && v <= lastYear && p.Len() == yearDigits && next.Start <= end+2 {
		if w := e.plainValue(i + 1); w > v && w <= lastYear || e.at(next.End) == '年' {
			return true
		}
	}
	return v >= 1 && v <= 12 && next.Start == end+1 && !e.slashAt(end) && (e.at(next.End) == '月' || e.hasAt(next.End, "季度")) // 1至5月, 一至三季度
}

// judgeHalfYear judges q, 半 before 年.
func (e *extractor) judgeHalfYear(q *quantity.Quantity) (What, bool) {
	p := q.Pos
	if before := e.at(p.Start - 1); before == '上' || before == '下' {
		return IsPeriod, true // behind what swallows 上: 电站上半年
	}
	if q.Form != quantity.Dual {
		return "", false
	}
	if _, over := e.anyAt(p.End+1, "以上", "以内", "以下", "之内", "内"); over && !e.eachOrThis(p.Start) || e.halfChanged(q) || e.verbBeforeAt(p.Start) || e.hasBefore(p.Start, "提前") || e.hasBefore(p.Start, "推迟") {
		return IsFigure, true // 暂停半年审批, 失业半年以上
	}
	return IsPeriod, true
}

// eachOrThis reports whether a word before offset i points at the time behind it: 这半年, 近半年.
func (e *extractor) eachOrThis(i int) bool {
	switch e.at(i - 1) {
	case '这', '近', '每':
		return true
	}
	return false
}

// halfChanged reports whether q, 半年, is where a change of how long something takes begins or
// ends: 由半年缩短到两个月.
func (e *extractor) halfChanged(q *quantity.Quantity) bool {
	switch e.at(q.Pos.Start - 1) {
	case '由', '从':
		return e.leadsOn(q)
	case '到', '至', '为':
		return e.verbBeforeAt(q.Pos.Start - 1)
	}
	return false
}

// yearDigits is how long a year is written.
const yearDigits = 4

// listedYear reports whether number i is a year of a list that names 年 only at its end: 2021 of
// 2021、2022年, both of 2021、2022两年.
func (e *extractor) listedYear(i int) bool {
	switch e.rs[e.nums[i].Pos.Start] {
	case '1', '2', '１', '２', '一', '二':
	default:
		return false
	}
	v := e.plainValue(i)
	if v < firstYear || v > lastYear {
		return false
	}
	if i > 0 && e.nums[i-1].Pos.End+1 == e.nums[i].Pos.Start && e.set.Mentions[i-1].What == IsPeriod {
		return e.plainValue(i-1) == v-1 && e.joinsBefore(e.nums[i].Pos.Start)
	}
	if i+1 >= len(e.nums) || e.nums[i+1].Pos.Start != e.nums[i].Pos.End+1 || e.nums[i+1].Pos.Len() != yearDigits || e.plainValue(i+1) != v+1 || !e.joinsBefore(e.nums[i+1].Pos.Start) {
		return false
	}
	return e.holds(e.nums[i+1].Pos.End, e.nums[i+1].Pos.End+len("、2023两年"), "年")
}

// slashAt reports whether a slash stands at offset i.
func (e *extractor) slashAt(i int) bool { return e.at(i) == '/' || e.at(i) == '／' }

// verbBeforeAt reports whether a verb of two runes ends right before offset i.
func (e *extractor) verbBeforeAt(i int) bool {
	const length = 2
	if i < length {
		return false
	}
	t, ok := e.lex.At(e.rs[:i], i-length, lexicon.ClassVerb)
	return ok && int(t.End) == i
}

// inARow stand before how many times something came in a row.
var inARow = phrasesOf("连续", "连续第", "已连续")

// judgeStreak: 连续三年, 十七连丰, 八连增.
func (e *extractor) judgeStreak(i int) (What, bool) {
	p := e.nums[i].Pos
	if e.at(p.End) == '连' && !e.hasAt(p.End, "连队") {
		return IsFigure, true
	}
	if _, ok := e.oneBefore(p.Start, inARow); ok {
		return IsFigure, true
	}
	if i > 0 && e.set.Mentions[i-1].Rule == "streak" && e.nums[i].Unit == e.nums[i-1].Unit && e.nums[i].Unit != nil && e.joins(e.nums[i-1].Full.End, e.nums[i].Full.Start) {
		return IsFigure, true // 分别连续12年和28年
	}
	return "", false
}

// yearNouns are what makes the years before them a period.
var yearNouns = phrasesOf("年行动", "年攻坚", "年规划", "年计划", "年来", "年间", "年里", "年中", "年平均", "年内", "年大变样", "年任务", "年目标", "年纲要", "年实施", "年倍增", "年提升", "年滚动", "年的奋斗", "年多来", "年左右的时间", "年改革", "年专项", "年建设", "年发展", "年累计", "年共", "年时间", "年努力", "年奋斗", "年工作", "年的工作", "年政府工作")

// yearLeads make the years behind them a period.
var yearLeads = phrasesOf("关键性", "决定性", "关键", "过去", "过去的", "未来", "今后", "近", "这", "最近", "前", "后", "那", "每", "的", "又", "头", "第", "本届政府", "下", "再用", "用", "经过", "上个", "上一个", "下个", "下一个", "前一个")

// periods stand behind 年 of how long something is given to be done.
var periods = phrasesOf("时间", "的时间", "左右时间", "左右的时间")

// judgeYears: 三年行动, 过去五年, 五年来, 未来三年, 两年平均 are periods; other
// spans of years are quantities.
func (e *extractor) judgeYears(i int) (What, bool) {
	p := e.nums[i].Pos
	if !timeSigns.may(e.at(p.End)) {
		return "", false
	}
	switch e.at(p.End) {
	case '年':
	case '多':
		_, past := e.anyBefore(p.Start, "过去", "过去的", "最近", "经过")
		return IsPeriod, past && e.hasAt(p.End, "多年") || e.hasAt(p.End, "多年来") // 过去二十多年
	case '到', '至', '—', '、':
		return IsPeriod, e.yearsRange(i)
	default:
		return "", false
	}
	if i > 0 && e.set.Mentions[i-1].What == IsPeriod && (e.nums[i].RangeWith == -1 || e.nums[i-1].Pos.End == p.Start) {
		return IsPeriod, true // 2021、2022两年
	}
	if _, ok := e.anyBefore(p.Start, "提前", "推迟"); ok {
		return IsFigure, true
	}
	if e.termOfYears(i) {
		return IsFigure, true
	}
	if _, ok := e.oneAt(p.End, yearNouns); ok {
		return IsPeriod, true
	}
	if _, record := e.oneAt(p.End+1, records); record {
		return IsPeriod, true // 近10年最低水平
	}
	if _, ok := e.oneBefore(p.Start, yearLeads); ok {
		if e.at(p.Start-1) != '近' || e.nums[i].Form != quantity.Digits {
			return IsPeriod, true
		}
	}
	if e.at(p.Start) == '一' && p.Len() == 1 {
		if _, longer := e.anyBefore(p.Start, "延长", "缩短"); longer && e.ends(p.End+1) {
			return IsFigure, true // 优惠政策延长一年
		}
		return IsPeriod, true
	}
	if e.nums[i].Form == quantity.Digits || e.ends(p.End+1) {
		return "", false
	}
	if _, ok := e.anyBefore(p.Start, "延长", "缩短", "期限", "为期", "至少", "超过", "不少于", "满"); ok {
		return "", false
	}
	if e.at(p.Start-1) == '用' && e.isAt(p.End+1, periods) {
		return IsPeriod, true // 用三年左右的时间
	}
	if _, ok := e.anyAt(p.End+1, "以上", "以内", "以下", "左右", "的", "期", "义务"); ok {
		return IsName, e.hasAt(p.End+1, "义务")
	}
	return IsPeriod, true
}

// termLeads stand before how long something takes, lasts or still has to come.
var termLeads = phrasesOf("历时", "历经", "耗时", "长达", "还有", "尚有", "只有", "仅有", "只用", "仅用", "为期")

// termEnds stand behind how long something holds.
var termEnds = phrasesOf("不变", "不予改变", "不调整")

// afterTerms stand behind 年后, of what is so when so many years are over.
var afterTerms = phrasesOf("仍", "还", "未", "方可", "才", "可以")

// termOfYears reports whether the years that number i counts are how long something lasts:
// 历时三年, 还有两年多时间, 一定五年不变, 两年后仍未就业的.
func (e *extractor) termOfYears(i int) bool {
	p := e.nums[i].Pos
	if _, led := e.oneBefore(p.Start, termLeads); led {
		return true
	}
	end := p.End + 1
	switch e.at(end) {
	case '不':
		return e.isAt(end, termEnds)
	case '后':
		return !e.opensAt(p.Start) && e.isAt(end+1, afterTerms)
	case '以':
		return !e.opensAt(p.Start) && e.at(end+1) == '后' && e.isAt(end+2, afterTerms)
	}
	return false
}

// rangeLeads make a range of years behind them a period.
var rangeLeads = phrasesOf("用", "再用", "未来", "今后", "近", "经过", "力争", "争取")

// yearsRange reports whether number i begins a range of years over which something comes
// about: 用两到三年时间, 未来五到十年.
func (e *extractor) yearsRange(i int) bool {
	if e.nums[i].RangeWith != 1 || e.at(e.nums[i+1].Pos.End) != '年' {
		return false
	}
	if _, led := e.oneBefore(e.nums[i].Pos.Start, rangeLeads); led {
		return true
	}
	return e.isAt(e.nums[i+1].Pos.End, yearNouns)
}

// judgeAnniversary: “是成立70周年” states one; 庆祝70周年 names an occasion.
func (e *extractor) judgeAnniversary(i int) (What, bool) {
	q := &e.nums[i]
	at := e.spaced(q.Pos.End)
	if r := e.at(at); r != '周' && r != '週' || e.at(at+1) != '年' {
		return "", false
	}
	c := e.clause
	if c < 0 {
		return IsName, true
	}
	for _, t := range e.tokens(c, span{Start: e.rep.Clauses[c].Pos.Start, End: q.Pos.Start}) {
		if t.Role.Is(lexicon.Reach) && (e.at(int(t.Start)) == '是' || e.at(int(t.Start)) == '为' && e.at(int(t.Start)+1) != '自') || e.hasAt(int(t.Start), "迎来") {
			return IsFigure, true
		}
	}
	return IsName, true
}

// monthJoins stand between the first and the last of several months.
var monthJoins = phrasesOf("—", "-", "－", "～", "至", "到", "–")

// monthTime adds 11月底, 1—9月 or 6月底前; end is the offset of 月.
func (e *extractor) monthTime(start, month, end, year int) {
	end++
	t := timePhrase{year: year, relative: true}
	t.to = yearText(year) + "-" + twoDigits(month)
	t.from = t.to
	if s, ok := e.anyAt(end, "底前", "底以前", "底之前", "份", "底", "末", "前", "初", "中旬", "下旬", "上旬"); ok {
		end += len([]rune(s))
		t.deadline = s == "底前" || s == "前" || s == "底以前" || s == "底之前"
	} else if day := e.dayEnd(end); day > 0 {
		end = day
	}
	t.pos = span{Start: start, End: end}
	e.times = append(e.times, t)
}

// dayEnd is where the day of a month ends that is written at offset i, behind 月: 20日; 0 where
// none is.
func (e *extractor) dayEnd(i int) int {
	const longest = 3 // 二十一, and as many digits with blanks between them
	k := e.spaced(i)
	for first := k; k <= first+longest && (isDigit(e.at(k)) || e.at(k) == ' ' || e.at(k) == '十' || numeral(e.at(k)) > 0); k++ {
		if r := e.at(k + 1); r == '日' || r == '号' {
			return k + 2
		}
	}
	return 0
}
