package report

import (
	"slices"
	"strings"

	"pledger/document"
)

// years settles the plan year and the years each section is about.
func (p *parser) years() {
	rep := p.rep
	switch {
	case rep.Title.Valid() && p.yearIn(rep.Title) != 0:
		rep.Year = p.yearIn(rep.Title)
		if p.namesReviewed(rep.Year) {
			rep.Year++ // 2021年政府工作报告, read in January 2022
		}
	case rep.Date.Valid():
		rep.Year = p.yearIn(rep.Date)
		if p.reviewed(rep.Year) || !p.headed(rep.Year-1) && (p.headed(rep.Year+1) || p.inDecember(rep.Date) && !p.headed(rep.Year)) {
			rep.Year++ // read in December 2016 on 2016 and 2017
		}
	default:
		rep.Year = p.planYear()
	}
	for i := range rep.Sections {
		s := &rep.Sections[i]
		if s.Heading.Valid() {
			s.Year = p.yearIn(s.Heading)
			s.SpanStart, s.SpanEnd = p.spanOf(s.Heading)
			if s.Year != 0 { // as the last of a range is
				if first, last := p.rangeIn(s.Heading); first != 0 {
					s.Year, s.SpanStart, s.SpanEnd = 0, first, last
				}
			}
			s.PlanEnd = p.planEnd(s)
		}
		if i == 0 {
			continue
		}
		if up := rep.Sections[s.Parent]; s.Year == 0 && s.SpanStart == 0 {
			s.Year, s.SpanStart, s.SpanEnd, s.PlanEnd = up.Year, up.SpanStart, up.SpanEnd, up.PlanEnd
		}
	}
}

// planEnd is the last year of the plan to come that the heading of s names, 0 where it names
// a year or no such plan.
func (p *parser) planEnd(s *Section) int {
	switch {
	case s.Year != 0 || s.SpanStart == s.SpanEnd:
		return 0
	case s.SpanEnd > p.rep.Year:
		return s.SpanEnd
	}
	for i := s.Heading.Start; i < s.Heading.End; i++ {
		if p.rs[i] != '“' && p.rs[i] != '第' {
			continue
		}
		if _, last := p.spanIn(document.Position{Start: i, End: s.Heading.End}); last > p.rep.Year {
			return last
		}
	}
	return 0
}

// namesReviewed reports whether the year of the title is the one under review: its review part
// is headed by it, a later part by the year after, or it was read in that.
func (p *parser) namesReviewed(year int) bool {
	if p.reviewed(year) || p.headed(year+1) {
		return true
	}
	date := p.rep.Date
	if !date.Valid() || p.headed(year-1) || p.headed(year) {
		return false
	}
	read := p.yearIn(date)
	return read == year+1 || read == year && p.inDecember(date)
}

// reviewed reports whether the part under review is headed by year: 一、2021年工作回顾, or a
// first part 一、2021年主要工作 with 二、今年工作安排 behind it.
func (p *parser) reviewed(year int) bool {
	for i, s := range p.rep.Sections[1:] {
		if s.Level == 1 && s.Heading.Valid() && p.yearIn(s.Heading) == year {
			return headingStance(p.rs[s.Heading.Start:s.Heading.End]) == Review || i == 0 && p.comesNext()
		}
	}
	return false
}

// inDecember reports whether a date is of the last month, when the congress hears of the year
// that ends.
func (p *parser) inDecember(date document.Position) bool {
	for i := date.Start; i < date.End; i++ {
		if p.rs[i] == '年' {
			month, _ := p.small(i+1, date.End)
			return month == 12
		}
	}
	return false
}

// rangeIn returns the first and last of the years that pos names as a range, 2017—2021年 or
// 2017年至2021年; 0, 0 where it names none.
func (p *parser) rangeIn(pos document.Position) (first, last int) {
	for i := pos.Start; i < pos.End; i++ {
		if !isDigit(p.rs[i]) {
			continue
		}
		v, j := number(p.rs, i, pos.End)
		if last := p.rangeTo(v, j, pos.End); last != 0 {
			return v, last
		}
		i = j - 1
	}
	return 0, 0
}

// rangeTo is the last of the years that lead on from year v, which ends at offset j; 0 where
// none does.
func (p *parser) rangeTo(v, j, end int) int {
	const longest = 10 // years
	if v < 1900 || v > 2200 {
		return 0
	}
	if j < end && p.rs[j] == '年' {
		j++
	}
	from := j
	for j < end && strings.ContainsRune("—-－–~～至到", p.rs[j]) {
		j++
	}
	if j == from {
		return 0
	}
	to, k := number(p.rs, j, end)
	if k-j == yearDigits && v < to && to <= v+longest && k < end && p.rs[k] == '年' {
		return to
	}
	return 0
}

// yearIn returns the first calendar year written in pos with 年 behind it, the last of a range.
func (p *parser) yearIn(pos document.Position) int {
	if !slices.Contains(p.rs[pos.Start:pos.End], '年') {
		return 0 // as most headings
	}
	for i := pos.Start; i < pos.End; i++ {
		if isDigit(p.rs[i]) {
			v, j := number(p.rs, i, pos.End)
			if last := p.rangeTo(v, j, pos.End); last != 0 {
				return last
			}
			if v >= 1900 && v <= 2200 && j < pos.End && p.rs[j] == '年' {
				return v
			}
			i = j - 1
		}
		if i+yearDigits < pos.End && p.rs[i+yearDigits] == '年' {
			if v := chineseYear(p.rs[i:pos.End]); v != 0 {
				return v
			}
		}
	}
	return 0
}

// yearDigits is how many digits a year has.
const yearDigits = 4

// chineseYear reads 二○二一年 at the start of rs, or returns 0.
func chineseYear(rs []rune) int {
	if len(rs) <= yearDigits || rs[yearDigits] != '年' {
		return 0
	}
	v := 0
	for _, r := range rs[:yearDigits] {
		d := HanDigit(r)
		if d < 0 {
			return 0
		}
		v = v*10 + d
	}
	if v < 1900 || v > 2200 {
		return 0
	}
	return v
}

// HanDigit returns the value of one Chinese digit, or -1.
func HanDigit(r rune) int {
	switch r {
	case '〇', '○', '零', 'Ｏ', 'O':
		return 0
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

// firstPlan is the first year of the first five-year plan（“一五”）; plan n
// covers firstPlan+5(n-1) and the four years after it, the break of 1963–1965
// counted in.
const firstPlan = 1953

// PlanYears returns the first and last year of the n-th five-year plan, 0, 0
// for a plan that does not exist. The sixth plan began in 1981.
func PlanYears(n int) (first, last int) {
	const sixth, regular, most = 1981, 6, 30
	switch {
	case n >= regular && n <= most:
		return sixth + 5*(n-regular), sixth + 5*(n-regular) + 4
	case n == 1 || n == 2:
		return firstPlan + 5*(n-1), firstPlan + 5*(n-1) + 4
	case n == 3:
		return 1966, 1970
	case n == 4:
		return 1971, 1975
	case n == 5:
		return 1976, 1980
	}
	return 0, 0
}

// PlanAt reads the name of a five-year plan, 十三五 or 九五, at the start of
// rs; it returns the plan's number and the runes read, 0, 0 where none is.
func PlanAt(rs []rune) (plan, length int) {
	if len(rs) < 2 || rs[1] != '五' && (len(rs) < 3 || rs[2] != '五') {
		return 0, 0 // as nearly everywhere
	}
	j, n := 0, 0
	if rs[j] == '十' {
		n, j = 10, j+1
	}
	if j < len(rs) && HanDigit(rs[j]) > 0 && j+1 < len(rs) && rs[j+1] == '五' {
		n, j = n+HanDigit(rs[j]), j+1
	}
	if n == 0 || j >= len(rs) || rs[j] != '五' || j+1 < len(rs) && rs[j+1] == '连' {
		return 0, 0 // nor 十五连丰
	}
	if first, _ := PlanYears(n); first == 0 {
		return 0, 0
	}
	return n, j + 1
}

// term is how many years a government is in office: the Constitution, articles
// 87, 98 and 106.
const term = 5

// spanOf returns the years that a heading's words cover: a five-year plan, or
// the years a government looks back on or ahead to: 过去五年, 今后五年.
func (p *parser) spanOf(pos document.Position) (first, last int) {
	if first, last = p.spanIn(pos); first != 0 || p.rep.Year == 0 {
		return first, last
	}
	for i := pos.Start; i+1 < pos.End; i++ {
		if p.rs[i] == '本' && strings.HasPrefix(string(p.rs[i:pos.End]), "本届政府") && p.yearIn(pos) == 0 {
			return p.rep.Year - term, p.rep.Year - 1
		}
		n := HanDigit(p.rs[i])
		if n < 2 || p.rs[i+1] != '年' || i > pos.Start && HanDigit(p.rs[i-1]) >= 0 {
			continue // nor the end of 二〇二二年
		}
		if i < pos.Start+2 { // 五年来的成就, 五年工作回顾, but not 两年行动, 五年目标
			rest := string(p.rs[i+2 : pos.End])
			if strings.HasPrefix(rest, "来") || strings.HasPrefix(rest, "间") || strings.Contains(rest, "回顾") || strings.Contains(rest, "总结") {
				return p.rep.Year - n, p.rep.Year - 1
			}
			continue
		}
		switch before := string(p.rs[i-2 : i]); {
		case before == "今后" || before == "未来":
			return p.rep.Year, p.rep.Year + n - 1
		case p.rs[i-1] == '第' || p.rs[i-1] == '个' || i+2 < pos.End && strings.ContainsRune("规计行攻", p.rs[i+2]):
		default:
			return p.rep.Year - n, p.rep.Year - 1
		}
	}
	return 0, 0
}

// ordinalPlan reads 第六个五年计划 at the start of rs, where 第 stands, and returns the
// plan's number, 0 where none is.
func ordinalPlan(rs []rune) int {
	const tail = "个五年"
	if len(rs) < 2 {
		return 0
	}
	n, i := 0, 1
	if rs[i] == '十' {
		n, i = 10, 2
	}
	if i < len(rs) && HanDigit(rs[i]) > 0 {
		n, i = n+HanDigit(rs[i]), i+1
	}
	for _, r := range tail {
		if i >= len(rs) || rs[i] != r {
			return 0
		}
		i++
	}
	return n
}

// spanIn returns the years of the five-year plan named in pos, 0, 0 if none
// is. A plan is named in quotation marks, or with 时期 or 期间 behind it.
func (p *parser) spanIn(pos document.Position) (first, last int) {
	for i := pos.Start; i < pos.End; i++ {
		switch p.rs[i] {
		case '第':
			if n := ordinalPlan(p.rs[i:pos.End]); n > 0 {
				return PlanYears(n)
			}
		case '“', '"':
			if n, k := PlanAt(p.rs[i+1 : pos.End]); k > 0 {
				return p.firstYears(n, i+1+k+1, pos.End)
			}
		}
	}
	if n, k := PlanAt(p.rs[pos.Start:pos.End]); k > 0 {
		for _, w := range planWords {
			if i := pos.Start + k; p.find(i, min(i+len(w), pos.End), w) == i {
				return p.firstYears(n, i+len(w), pos.End)
			}
		}
	}
	return 0, 0
}

// planWords stand behind a plan that is named without quotation marks.
var planWords = [][]rune{[]rune("计划"), []rune("规划")}

// firstYears are the years of plan n, or those of its first years that are counted at offset i,
// behind its name: “十四五”前三年.
func (p *parser) firstYears(n, i, end int) (first, last int) {
	first, last = PlanYears(n)
	if i+2 < end && p.rs[i] == '前' && p.rs[i+2] == '年' {
		n := HanDigit(p.rs[i+1])
		if p.rs[i+1] == '两' {
			n = 2
		}
		if n > 1 {
			last = min(last, first+n-1)
		}
	}
	return first, last
}
