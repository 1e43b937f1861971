package statement

import (
	"strconv"

	"pledger/lexicon"
	"pledger/report"
)

// timePhrase is a time phrase: 2005年, 11月底, “十三五”期间, 去年, 前三季度.
type timePhrase struct {
	pos      span
	from, to string // the period: equal for a point in time; both "" for a mere frame
	both     string // of them, "" until period puts them together
	year     int    // the last year of the period
	span     bool   // it covers several years
	counted  bool   // it only counts the years: 五年累计, 十年增加; it holds for its clause
	deadline bool   // 到2025年, 6月底前: by when
	relative bool   // it needs the context's year: 11月底, 上半年
	ends     bool   // its first and its last year are both named: 2016年到2020年
	brief    bool   // it holds for its sentence only: 2016年以来
}

// period is the phrase's period as figures carry it.
func (t *timePhrase) period() string {
	if t.from == t.to || t.from == "" {
		return t.to
	}
	if t.both == "" {
		t.both = t.from + "/" + t.to
	}
	return t.both
}

// contextYear is the year that clause c speaks of by its section.
func (e *extractor) contextYear(c int) int {
	s := &e.rep.Sentences[e.rep.Clauses[c].Sentence]
	sec := &e.rep.Sections[s.Section]
	switch s.Stance {
	case report.Review, report.Problems:
		if sec.SpanEnd != 0 && sec.Year == 0 {
			return sec.SpanEnd
		}
		if sec.Year != 0 && sec.Year < e.rep.Year {
			return sec.Year
		}
		if e.rep.Year != 0 {
			return e.rep.Year - 1
		}
	case report.Goals, report.Arrangement, report.Discipline:
		if sec.SpanEnd != 0 && sec.Year == 0 {
			return max(sec.SpanEnd, sec.PlanEnd)
		}
	}
	return e.rep.Year
}

// timePhrases lists the time phrases of every clause, from the lexicon's time
// words and from the numbers that are periods. Clauses with neither these nor
// figures leave e.timed.
func (e *extractor) timePhrases() {
	kept := e.timed[:0]
	for _, timed := range e.timed {
		c := int(timed)
		cl := &e.cls[c]
		cl.time = int32(len(e.times))
		num := int(cl.num)
		if cl.roles.Is(lexicon.Time) {
			num = e.wordTimes(c, num)
		}
		if cl.dated {
			e.numberTimes(c, num, e.rep.Clauses[c].Pos.End)
		}
		if cl.timeEnd = int32(len(e.times)); cl.counts || cl.time < cl.timeEnd {
			kept = append(kept, timed)
		}
	}
	e.timed = kept
}

// wordTimes adds the time words of clause c, and the time phrases of its numbers
// from num on that start before one, and returns the next number.
func (e *extractor) wordTimes(c, num int) int {
	for _, t := range e.clauseTokens(c) {
		if !t.Role.Is(lexicon.Time) {
			continue
		}
		num = e.numberTimes(c, num, int(t.Start))
		if e.overlapsLast(int(t.Start)) || e.hasBefore(int(t.Start), "连续") {
			continue
		}
		if w := e.lex.Word(t); w != nil {
			e.addTime(c, span{Start: int(t.Start), End: int(t.End)}, w.Value)
		}
	}
	return num
}

// overlapsLast reports whether offset i lies inside the last time phrase.
func (e *extractor) overlapsLast(i int) bool {
	return len(e.times) > 0 && e.times[len(e.times)-1].pos.End > i
}

// numberTimes adds the time phrases of clause c's numbers from num on that
// start before limit and returns the next number.
func (e *extractor) numberTimes(c, num, limit int) int {
	for ; num < int(e.cls[c].numEnd) && e.set.Mentions[num].Pos.Start < limit; num++ {
		if m := &e.set.Mentions[num]; m.What == IsPeriod && !e.overlapsLast(m.Pos.Start) {
			e.numberTime(c, num)
		}
	}
	return num
}

// numberTime reads the time phrase around period number i.
func (e *extractor) numberTime(c, i int) {
	q := &e.nums[i]
	if plan, n := e.planAround(i); n > 0 {
		first, last := report.PlanYears(plan)
		e.planTime(q.Pos.Start, n, first, last)
		return
	}
	v := e.plainValue(i)
	if e.at(q.Pos.Start-1) == '第' && e.hasAt(q.Pos.End, "个五年") {
		e.ordinalPlan(q.Pos, v)
		return
	}
	end := q.Pos.End
	for e.at(end) == ' ' {
		end++
	}
	switch {
	case e.at(end) == '年' && v >= firstYear && v <= lastYear:
		if !e.yearToYear(c, i, v, end+1) {
			e.yearTime(c, i, v, end)
		}
	case e.at(end) == '月' && v >= 1 && v <= 12:
		if e.monthTime(q.Pos.Start, v, end, e.contextYear(c)); i > int(e.cls[c].num) {
			e.monthToMonth(&e.nums[i-1], q)
		}
	case v >= 1 && v <= 12 && i+1 < int(e.cls[c].numEnd) && e.at(e.nums[i+1].Pos.End) == '月' && e.nums[i+1].Pos.Start == end+1 && e.isAt(end, monthJoins):
		e.monthTime(q.Pos.Start, e.plainValue(i+1), e.nums[i+1].Pos.End, e.contextYear(c))
		t := &e.times[len(e.times)-1]
		t.from = yearText(t.year) + "-" + twoDigits(v) // 1—11月
	case v >= 1 && v <= 4 && i+1 < int(e.cls[c].numEnd) && e.nums[i+1].Pos.Start == end+1 && e.hasAt(e.nums[i+1].Pos.End, "季度"):
		e.quartersTime(c, i, v)
	case v >= firstYear && i+1 < len(e.nums) && (e.isAt(end, monthJoins) || e.slashAt(end)):
		if w := e.plainValue(i + 1); w > v && w <= lastYear {
			t := timePhrase{pos: span{Start: q.Pos.Start, End: e.nums[i+1].Pos.End}, from: yearText(v), to: yearText(w), year: w, span: true, ends: e.at(end) == '至' || e.at(end) == '到'}
			t.counted = e.slashAt(end) // a season: 2022/2023榨季
			if s, ok := e.anyAt(t.pos.End, "年", "学年", "榨季"); ok {
				t.pos.End += len([]rune(s)) // but 2023—2024雪季
			}
			e.times = append(e.times, t)
		}
	case v >= firstYear && v <= lastYear:
		e.times = append(e.times, timePhrase{pos: q.Pos, from: yearText(v), to: yearText(v), year: v}) // 2021、2022两年
	case e.at(end) == '年':
		e.yearsTime(c, i, v, end)
	case q.Unit != nil && e.eversince(q):
		t := timePhrase{pos: span{Start: q.Pos.Start, End: q.Full.End}} // 三个月来: a frame
		for e.at(t.pos.End) == '以' || e.at(t.pos.End) == '来' {
			t.pos.End++
		}
		e.times = append(e.times, t)
	}
}

// records stand behind the years over which something was never so high or so low.
var records = phrasesOf("新高", "新低", "最高", "最低", "最好", "最快", "最大", "最多", "最少", "来新高", "来首次", "来第一次", "首次", "来最", "来的最", "来之最", "之最")

// addTime adds the time word at pos; value is explained in data/words.tsv.
func (e *extractor) addTime(c int, pos span, value string) {
	y, p := e.contextYear(c), e.rep.Year
	t := timePhrase{pos: pos, relative: true}
	point := func(year int) {
		t.year, t.from, t.to = year, yearText(year), yearText(year)
	}
	months := func(from, to string) {
		t.year, t.from, t.to = y, yearText(y)+"-"+from, yearText(y)+"-"+to
	}
	years := func(from, to int) {
		t.year, t.span, t.from, t.to = to, true, yearText(from), yearText(to)
	}
	switch value {
	case "Y":
		point(p)
	case "YY", "END":
		if e.at(pos.Start) == '今' && (y > p || y < p && e.intends(c, pos.End)) {
			y = p // in an outlook too; 今年资金将达305亿元, in a review
		} else if e.at(pos.Start) == '全' {
			if said := e.yearSaid(c); said > 0 && said < y {
				y = said // 去年…，全年投放贷款少于计划
			}
		}
		point(y)
	case "YY-1":
		if said := e.yearSaid(c); said > 0 {
			y = said // 2019年，失业率由上年的4.2%降到3.9%
		}
		point(y - 1)
	case "CENTURY":
		point((p + yearsInCentury - 1) / yearsInCentury * yearsInCentury)
		if t.relative = false; e.at(pos.Start-1) == '到' || e.at(pos.Start-1) == '至' {
			t.deadline = true
			t.pos.Start--
		}
	case "P":
		point(p - 1)
	case "P-1":
		point(p - 2)
	case "Y+1":
		point(p + 1)
	case "H1":
		months("01", "06")
	case "H2":
		months("07", "12")
	case "Q1":
		months("01", "03")
	case "Q2":
		months("04", "06")
	case "Q3":
		months("07", "09")
	case "Q4":
		months("10", "12")
	case "Q13":
		months("01", "09")
	default:
		if _, record := e.oneAt(pos.End, records); record {
			return // 近十年新高
		}
		if n, err := strconv.Atoi(trimPrefix(value, "SPAN")); err == nil && (e.at(pos.Start-1) == '用' && e.at(pos.Start-2) != '利' || e.at(pos.Start-1) == '分' && e.opensClause(c, pos.Start-1)) && e.looksAhead(c) {
			if years(p, p+n-1); e.at(pos.Start-1) == '分' {
				t.pos.Start-- // 分两年改造, but 用两年时间 is cut by its own rule
			}
		} else if n, err := strconv.Atoi(trimPrefix(value, "SPAN")); err == nil && e.looksAhead(c) && e.plansFor(c, pos.Start, pos.End) {
			years(p, p+n-1)
		} else if err == nil {
			if e.at(pos.End-1) == '来' {
				y = e.lookedBack(c, y)
			}
			if years(y-n+1, y); pos.Len() == len([]rune("两年")) {
				e.bareYears(&t)
				e.sumListed(&t, n)
			}
		} else if n, err := strconv.Atoi(trimPrefix(value, "NEXT")); err == nil {
			if years(p, p+n-1); e.at(pos.End-1) == '内' && e.at(pos.End-2) == '年' && pos.Len() == len([]rune("三年内")) && e.stance(c) == report.Review {
				years(y-n+1, y) // 三年内新建学校12所
			}
		} else {
			return
		}
		if last := e.at(t.pos.End); (last == '内' || last == '来' && e.at(t.pos.End+1) != '自') && !e.longerWord(t.pos.End) {
			t.pos.End++ // 今后三年内, 近三年来
		}
	}
	e.times = append(e.times, t)
}

// yearsInCentury is how many years a century has; it ends with its last hundredth: 2000.
const yearsInCentury = 100

// yearSaid is the year that the sentence of clause c has named last, other than to hold something
// against it; 0 where it has named none.
func (e *extractor) yearSaid(c int) int {
	start := e.rep.Sentences[e.rep.Clauses[c].Sentence].Pos.Start
	for k := len(e.times) - 1; k >= 0 && e.times[k].pos.Start >= start; k-- {
		if t := &e.times[k]; !t.span && !t.deadline && len(t.to) == len("2019") && !e.frameTime(c, t) {
			return t.year
		}
	}
	return 0
}

// trimPrefix is s without prefix, or "" where it has none.
func trimPrefix(s, prefix string) string {
	if len(s) > len(prefix) && s[:len(prefix)] == prefix {
		return s[len(prefix):]
	}
	return ""
}
