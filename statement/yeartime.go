package statement

import (
	"strconv"

	"pledger/lexicon"
	"pledger/report"
)

// sumListed makes of t, which counts years, the span of the years that are listed right before it:
// 2021年、2022年两年.
func (e *extractor) sumListed(t *timePhrase, years int) {
	first := len(e.times) - years
	if years < 2 || first < 0 || e.times[len(e.times)-1].pos.End != t.pos.Start {
		return
	}
	for k := first + 1; k < len(e.times); k++ {
		if e.times[k].year != e.times[k-1].year+1 || e.times[k].span || e.times[k-1].span || e.times[k].pos.Start != e.times[k-1].pos.End+1 {
			return
		}
	}
	from := &e.times[first]
	t.pos.Start, t.from, t.to, t.year, t.counted, t.brief = from.pos.Start, from.to, e.times[len(e.times)-1].to, e.times[len(e.times)-1].year, false, true
	e.times = e.times[:first]
}

// yearToYear adds 2003年到2007年; end is the offset behind the first 年.
func (e *extractor) yearToYear(c, i, v, end int) bool {
	switch e.at(end) {
	case '到', '至', '—', '－', '-', '～':
	default:
		return false
	}
	next := e.spaced(end + 1)
	if i+1 >= int(e.cls[c].numEnd) || e.nums[i+1].Pos.Start != next || e.at(e.spaced(e.nums[i+1].Pos.End)) != '年' {
		return false
	}
	w := e.plainValue(i + 1)
	if w <= v || w > lastYear {
		return false
	}
	end = e.countedAgain(c, i+2, e.spaced(e.nums[i+1].Pos.End)+1)
	if e.at(end) == '间' || e.hasAt(end, "期间") {
		end = e.index(end, end+2, "间") + 1
	}
	e.times = append(e.times, timePhrase{pos: span{Start: e.nums[i].Pos.Start, End: end},
		from: yearText(v), to: yearText(w), year: w, span: true, ends: true})
	return true
}

// countedAgain is the end of a span of years that ends at offset end, with number i of clause c
// where that only counts the years once more: 2016年至2020年的五年间.
func (e *extractor) countedAgain(c, i, end int) int {
	at := end
	if e.at(at) == '的' || e.at(at) == '这' {
		at++
	}
	if i >= int(e.cls[c].numEnd) || e.nums[i].Pos.Start != at || e.at(e.nums[i].Pos.End) != '年' {
		return end
	}
	end = e.nums[i].Pos.End + 1
	if w, ok := e.oneAt(end, withinYears); ok {
		end += runeCount(w)
	}
	return end
}

// planYears name one year of a plan by what it is in it.
var planYears = phrasesOf("收官之年", "收官年", "规划收官之年", "圆满收官之年", "的收官之年", "规划的收官之年", "开局之年", "规划开局之年", "的开局之年", "规划的开局之年", "起步之年", "决胜之年", "攻坚之年")

// termParts are words for the time of a plan, or for its end or its beginning.
var termParts = phrasesOf("时期", "期间", "末", "以来", "期末", "初", "计划期间", "规划期间", "计划时期", "规划时期")

// planTime adds “十三五”, with 末 the plan's last year, with 初 its first.
func (e *extractor) planTime(start, n, first, last int) {
	end := start + n
	for e.at(end) == '”' || e.at(end) == '"' {
		end++
	}
	if _, last := e.oneAt(end, planYears); last {
		return // “十三五”收官之年
	}
	t := timePhrase{from: yearText(first), to: yearText(last), year: last, span: true}
	if s, ok := e.oneAt(end, termParts); ok {
		end += len([]rune(s))
		switch s {
		case "末", "期末":
			t.from, t.span = t.to, false
		case "初":
			t.to, t.year, t.span = t.from, first, false
		}
	} else if s, ok := e.anyAt(end, "的五年", "这五年"); ok {
		end += len([]rune(s)) // “十二五”的五年
	}
	if e.at(start-1) == '“' || e.at(start-1) == '"' {
		start--
	}
	t.pos = span{Start: start, End: end}
	e.times = append(e.times, t)
}

// ordinalPlan adds 第六个五年计划期间; without 期间 the phrase ends before 计划.
func (e *extractor) ordinalPlan(p span, plan int) {
	first, last := report.PlanYears(plan)
	if first == 0 {
		return
	}
	end := p.End + len([]rune("个五年"))
	if s, ok := e.anyAt(end, "计划期间", "计划时期", "规划期间", "规划时期"); ok {
		end += len([]rune(s))
	}
	e.times = append(e.times, timePhrase{pos: span{Start: p.Start - 1, End: end}, from: strconv.Itoa(first), to: strconv.Itoa(last), year: last, span: true})
}

// yearTime adds 2005年, with the month behind it where there is one.
func (e *extractor) yearTime(c, i, v, end int) {
	start := e.nums[i].Pos.Start
	end++
	t := timePhrase{from: yearText(v), to: yearText(v), year: v}
	if s, ok := e.anyBefore(start, "刚刚过去的", "过去的"); ok {
		start -= len([]rune(s))
	}
	if s, ok := e.anyAt(end, "年底前", "底前", "底以前", "底", "末", "以前", "以来", "前", "全年"); ok {
		end += len([]rune(s))
		t.deadline = s == "底前" || s == "底以前" || s == "以前" || s == "前" || s == "年底前"
		if y := e.contextYear(c); s == "以来" && y > v {
			t.to, t.year, t.span, t.brief = yearText(y), y, true, true
		}
	}
	if e.at(start-1) == '到' || e.at(start-1) == '至' && e.at(start-2) != '1' {
		if _, ok := e.anyBefore(start-1, "加", "高", "低", "少", "升", "降", "减", "大", "缩", "短"); !ok {
			t.deadline = true
			start--
		}
	}
	if i+1 < int(e.cls[c].numEnd) && e.nums[i+1].Pos.Start == end && e.at(e.nums[i+1].Pos.End) == '月' {
		e.monthTime(start, e.plainValue(i+1), e.nums[i+1].Pos.End, v)
		return
	}
	t.pos = span{Start: start, End: end}
	e.times = append(e.times, t)
}

// withinYears stand behind the years over which something was done.
var withinYears = phrasesOf("来", "间", "里", "中", "内")

// The words around a number of years: pastYears and comingYears before it, yearlongs behind that of which
// something is called, spanTails behind any that are part of the time.
var (
	pastYears   = phrasesOf("刚刚过去的", "过去的", "过去", "最近", "近", "这", "前")
	comingYears = phrasesOf("未来", "今后", "后", "下", "力争")
	yearlongs   = phrasesOf("行动", "攻坚", "规划", "计划", "任务", "目标", "大变样", "方案", "纲要", "倍增", "提升", "滚动", "改革", "专项", "建设")
	spanTails   = phrasesOf("来", "间", "里", "中", "内", "左右的时间", "左右时间", "的时间", "时间", "累计", "共", "代")
)

// yearsTime adds 五年来, 过去五年, 未来三年, 两年平均.
func (e *extractor) yearsTime(c, i, v, end int) {
	start := e.nums[i].Pos.Start
	if e.nums[i].RangeWith == -1 {
		start = e.nums[i-1].Pos.Start // 用两到三年时间
	}
	end++
	y := e.contextYear(c)
	if e.at(end) == '来' {
		y = e.lookedBack(c, y)
	}
	standing := e.isAt(end, withinYears)
	t := timePhrase{counted: !standing, span: v > 1, year: y, to: yearText(y), from: yearText(y - v + 1)}
	if s, ok := e.anyBefore(start, "上一个", "上个", "前一个"); ok {
		start -= runeCount(s)
		t.counted = false
		t.from, t.to, t.year = yearText(y-v-v+1), yearText(y-v), y-v // 比上个五年多
	} else if from := e.endsNamed(c, v); from > 0 && t.counted {
		t.from, t.to, t.year = yearText(from), yearText(from+v-1), from+v-1
	} else if s, ok := e.oneBefore(start, pastYears); ok {
		start -= len([]rune(s))
		t.counted = t.counted && s == "前" && e.at(start-1) != '”' // “十一五”前四年
		if _, led := e.anyBefore(start, "由", "比", "较"); led && s == "前" && v > 1 {
			t.year, t.from, t.to = y-1, yearText(y-v), yearText(y-1) // 由前三年分别上升
		}
	} else if s, ok := e.oneBefore(start, comingYears); ok {
		start -= len([]rune(s))
		t.counted = false
		t.from, t.to, t.year = yearText(e.rep.Year), yearText(e.rep.Year+v-1), e.rep.Year+v-1
	} else if e.at(start-1) == '用' && e.at(start-2) != '利' && e.looksAhead(c) && v > 1 && e.isAt(end, periods) {
		start--
		t.counted = false
		t.from, t.to, t.year = yearText(e.rep.Year), yearText(e.rep.Year+v-1), e.rep.Year+v-1
	} else if plan := e.planAhead(c, v); plan != nil {
		t.from, t.to, t.year = plan.from, plan.to, plan.year // “十一五”期间…；五年…
	} else if v > 1 && e.looksAhead(c) && e.plansFor(c, start, end) {
		t.counted = false
		t.from, t.to, t.year = yearText(e.rep.Year), yearText(e.rep.Year+v-1), e.rep.Year+v-1
	} else if e.hasAt(end, "内") && e.stance(c) != report.Review || e.at(end) == '翻' && v > 1 && e.looksAhead(c) || e.hasAt(end, "累计") && v > 1 && e.looksAhead(c) {
		t.from, t.to, t.year = yearText(e.rep.Year), yearText(e.rep.Year+v-1), e.rep.Year+v-1
	} else if e.isAt(end, yearlongs) || v < 2 {
		t.from, t.to = "", ""
	}
	if _, record := e.oneAt(end, records); record || e.at(end) == '代' {
		t.from, t.to = "", "" // 近十年新高, 五十年代
	}
	if s, ok := e.oneAt(end, spanTails); ok {
		if w, longer := e.lex.At(e.rs, end, lexicon.ClassAny); !longer || int(w.End-w.Start) <= len([]rune(s)) {
			end += len([]rune(s)) // but for 五年中央财政…
		}
	}
	t.pos = span{Start: start, End: end}
	e.sumListed(&t, v)
	e.times = append(e.times, t)
}

// planAhead is the span of as many years that the section of clause c has named last and that
// the plan year is one of; nil where it has named none: “十四五”规划…。五年内新建铁路200公里.
func (e *extractor) planAhead(c, years int) *timePhrase {
	if years < 2 || !e.looksAhead(c) {
		return nil
	}
	start := e.rep.Sections[e.rep.Sentences[e.rep.Clauses[c].Sentence].Section].Heading.Start
	for k := len(e.times) - 1; k >= 0 && e.times[k].pos.Start >= start; k-- {
		if t := &e.times[k]; t.span && !t.counted && t.year >= e.rep.Year && t.year-years < e.rep.Year && t.from == yearText(t.year-years+1) {
			return t
		}
	}
	return nil
}
