package ledger

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/width"
)

// Deadline（完成时限）is by when an account is to be settled. The zero Deadline
// is one that nobody has set.
type Deadline struct {
	// Text is as offices word it: 12月底前, 三季度, 年内持续推进.
	Text string `json:"text"`
	// Date is the last day, 2006-01-02; "" where the words name none.
	Date string `json:"date,omitempty"`
	// Ongoing says that it is kept up all the time and not done on a day
	// (持续推进, 长期坚持).
	Ongoing bool `json:"ongoing,omitempty"`
}

// ongoingWords say that a task is kept up and not ended.
var ongoingWords = []string{"持续", "长期", "常态", "贯穿", "全年推进", "全年实施", "全年开展", "每月", "每季", "适时", "滚动"}

// ParseDeadline reads a deadline as offices word it, in the plan year given.
// Of several days the latest counts (5月底前动工，9月投入使用). Days are the last
// that the words allow: 6月 is 30 June, 上旬 the 10th, 中旬 the 20th; 初 is taken
// as 上旬. Words that name no day leave Date empty; they are kept as they are.
func ParseDeadline(text string, year int) Deadline {
	text = strings.TrimSpace(text)
	d := Deadline{Text: text}
	for _, w := range ongoingWords {
		d.Ongoing = d.Ongoing || strings.Contains(text, w)
	}
	p := dayParser{rs: []rune(width.Narrow.String(text)), year: year}
	if day, ok := p.latest(); ok {
		d.Date = day.Format(time.DateOnly)
	}
	return d
}

// dayParser finds days in a text, from left to right.
type dayParser struct {
	rs   []rune
	at   int
	year int // that the words so far are about
}

// latest is the latest day that the text names.
func (p *dayParser) latest() (last time.Time, ok bool) {
	for p.at < len(p.rs) {
		before := p.at
		day, found := p.day()
		if !found {
			p.at = max(p.at, before+1)
			continue
		}
		if !ok || day.After(last) {
			last, ok = day, true
		}
	}
	return last, ok
}

// yearEnds are words for the end of the year; yearWords shift the year.
var (
	yearEnds  = []string{"年底", "年末", "年内", "全年", "年终", "下半年", "岁末"}
	halfYears = []string{"上半年", "年中"}
)

// day reads one day at p.at and steps behind it.
func (p *dayParser) day() (time.Time, bool) {
	switch {
	case p.skip("明年"), p.skip("次年"):
		p.year++
		return p.endOf(12), p.bareYear()
	case p.skip("前三季度"):
		return p.endOf(9), true
	case p.skipAny(halfYears):
		return p.endOf(6), true
	case p.skipAny(yearEnds):
		return p.endOf(12), true
	}
	n, ok := p.number()
	switch {
	case !ok:
	case n >= 1900 && n < 2200 && p.skip("年"):
		p.year = n
		return p.endOf(12), p.bareYear()
	case n >= 1900 && n < 2200 && (p.skip("-") || p.skip(".") || p.skip("/")):
		p.year = n
		return p.dashed()
	case n >= 1 && n <= 4 && (p.skip("季度") || p.skip("季")):
		return p.endOf(3 * n), true
	case n >= 1 && n <= 12 && p.skip("月"):
		return p.inMonth(n)
	}
	return time.Time{}, false
}

// bareYear reports whether a year stands alone: what follows names no part of
// it, which would be read as a day of its own. 2025年底 gives 31 December twice.
func (p *dayParser) bareYear() bool {
	ahead := *p
	ahead.skip("份")
	_, more := ahead.day()
	return !more
}

// dashed reads the month and day of 2021-06-30, 2021.6, 2021/6/30.
func (p *dayParser) dashed() (time.Time, bool) {
	m, ok := p.number()
	if !ok || m < 1 || m > 12 {
		return time.Time{}, false
	}
	if !p.skip("-") && !p.skip(".") && !p.skip("/") {
		return p.endOf(m), true
	}
	d, ok := p.number()
	if !ok {
		return p.endOf(m), true
	}
	return p.date(m, d)
}

// inMonth reads what part of month m is meant.
func (p *dayParser) inMonth(m int) (time.Time, bool) {
	p.skip("份")
	switch {
	case p.skip("上旬"), p.skip("初"):
		return p.date(m, 10)
	case p.skip("中旬"):
		return p.date(m, 20)
	}
	before := p.at
	if d, ok := p.number(); ok && (p.skip("日") || p.skip("号")) {
		return p.date(m, d)
	}
	p.at = before
	return p.endOf(m), true
}

// date is a day of the year, if there is one.
func (p *dayParser) date(m, d int) (time.Time, bool) {
	t := time.Date(p.year, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t, t.Month() == time.Month(m) && t.Day() == d
}

// endOf is the last day of month m.
func (p *dayParser) endOf(m int) time.Time {
	return time.Date(p.year, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC)
}

// skip steps over word if it stands at p.at.
func (p *dayParser) skip(word string) bool {
	w := []rune(word)
	if p.at+len(w) > len(p.rs) || string(p.rs[p.at:p.at+len(w)]) != word {
		return false
	}
	p.at += len(w)
	return true
}

// skipAny steps over the first of words that stands at p.at.
func (p *dayParser) skipAny(words []string) bool {
	for _, w := range words {
		if p.skip(w) {
			return true
		}
	}
	return false
}

// hanDigits are the Chinese digits of years, months and days.
const hanDigits = "〇一二三四五六七八九十"

// number reads digits or a Chinese numeral below 100, or a year digit by digit.
func (p *dayParser) number() (int, bool) {
	start := p.at
	for p.at < len(p.rs) && p.rs[p.at] >= '0' && p.rs[p.at] <= '9' {
		p.at++
	}
	if p.at > start {
		n, err := strconv.Atoi(string(p.rs[start:p.at]))
		return n, err == nil
	}
	var digits []int
	for p.at < len(p.rs) {
		r := p.rs[p.at]
		if r == '○' || r == '零' {
			r = '〇'
		}
		i := strings.IndexRune(hanDigits, r)
		if i < 0 {
			break
		}
		digits = append(digits, i/len("〇"))
		p.at++
	}
	return hanNumber(digits), len(digits) > 0
}

// hanNumber is the value of Chinese digits, 10 for 十: 十二 is 12, 二十 is 20,
// 二〇二五 is 2025.
func hanNumber(digits []int) int {
	n := 0
	for i, d := range digits {
		switch {
		case d == 10 && i == 0:
			n = 10
		case d == 10:
			n *= 10
		case i > 0 && digits[i-1] == 10:
			n += d
		default:
			n = 10*n + d
		}
	}
	return n
}

// DefaultDeadline is the deadline offered for a promise: what the report says,
// as statement.Pledge.Deadline has it; else for what can be checked the end of
// the year, and for the rest that it is kept up through the year.
func DefaultDeadline(stated string, hardness Hardness, year int) Deadline {
	if from, to, ok := strings.Cut(stated, "/"); ok {
		_, stated = from, to
	}
	y, rest, _ := strings.Cut(stated, "-")
	due, err := strconv.Atoi(y)
	if err != nil {
		if hardness == Hard {
			return ParseDeadline("12月底前", year)
		}
		return ParseDeadline("年内持续推进", year)
	}
	month, day, _ := strings.Cut(rest, "-")
	text := ""
	if due != year {
		text = fmt.Sprintf("%d年", due)
	}
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	switch {
	case d > 0:
		text += fmt.Sprintf("%d月%d日前", m, d)
	case m > 0:
		text += fmt.Sprintf("%d月底前", m)
	case due == year:
		text = "12月底前"
	default:
		text += "底前"
	}
	return ParseDeadline(text, year)
}
