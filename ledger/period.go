package ledger

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/width"
)

// Period（时期）is a stretch of whole days, both ends in. A value that stands at
// a date has a Period of one day. The zero Period is none.
type Period struct {
	Start string `json:"start"` // 2006-01-02
	End   string `json:"end"`
}

// String is the shortest way to write the period that ParsePeriod reads:
// 2021, 2021-09, 2021-01/2021-09, 2021-06-30.
func (p Period) String() string {
	start, end, ok := p.days()
	last := end.AddDate(0, 0, 1)
	switch {
	case !ok:
		return ""
	case p.Start == p.End:
		return p.Start
	case start.Day() != 1 || last.Day() != 1:
		return p.Start + "/" + p.End
	case start.Year() == end.Year() && start.Month() == time.January && end.Month() == time.December:
		return start.Format("2006")
	case start.Format(monthLayout) == end.Format(monthLayout):
		return start.Format(monthLayout)
	}
	return start.Format(monthLayout) + "/" + end.Format(monthLayout)
}

const monthLayout = "2006-01"

// days are the ends as times; ok is false where they are malformed or run
// backwards.
func (p Period) days() (start, end time.Time, ok bool) {
	start, err1 := time.Parse(time.DateOnly, p.Start)
	end, err2 := time.Parse(time.DateOnly, p.End)
	return start, end, err1 == nil && err2 == nil && !end.Before(start)
}

// Valid reports whether the period has two ends in order.
func (p Period) Valid() bool { _, _, ok := p.days(); return ok }

// Instant reports whether the period is one day: a value that stands at a date.
func (p Period) Instant() bool { return p.Start == p.End && p.Valid() }

// Cumulative reports whether the period runs from the beginning of its year: 1—9
// 月, 全年. A first month or quarter is both a part and the sum so far.
func (p Period) Cumulative() bool {
	return p.Start != p.End && strings.HasSuffix(p.Start, "-01-01") && strings.HasPrefix(p.End, p.Start[:4]) && p.Valid()
}

// Year is the year in which the period ends; 0 of none.
func (p Period) Year() int {
	_, end, ok := p.days()
	if !ok {
		return 0
	}
	return end.Year()
}

// Month is the month in which the period ends, 1 to 12: how much of the year has
// passed, as offices count it. 0 of none.
func (p Period) Month() int {
	_, end, ok := p.days()
	if !ok {
		return 0
	}
	return int(end.Month())
}

// months is the period from the first day of month a to the last of month b.
func months(year, a, b int) Period {
	return Period{
		time.Date(year, time.Month(a), 1, 0, 0, 0, 0, time.UTC).Format(time.DateOnly),
		time.Date(year, time.Month(b)+1, 0, 0, 0, 0, 0, time.UTC).Format(time.DateOnly),
	}
}

// A BadPeriod says that words name no period.
type BadPeriod struct{ Text string }

// Error quotes the words.
func (e *BadPeriod) Error() string { return fmt.Sprintf("ledger: %q is no period", e.Text) }

// ParsePeriod reads a period as offices and programs write it: 2021, 2021年9月,
// 2021-09, 2021年1—9月, 2021前三季度, 2021年二季度, 2021上半年, 2021年末 (a day),
// 2021-06-30, 2021Q3, 2021-01/2021-09. Where the words name no year it is year;
// with year 0 they must. Its error is a *BadPeriod.
func ParsePeriod(text string, year int) (Period, error) {
	p := dayParser{rs: []rune(periodMarks.Replace(width.Narrow.String(strings.TrimSpace(text)))), year: year}
	period, ok := p.period()
	if !ok || p.at != len(p.rs) || !period.Valid() {
		return Period{}, &BadPeriod{text}
	}
	return period, nil
}

// periodMarks are the ways to write what is between two months, and words that
// say nothing.
var periodMarks = strings.NewReplacer("—", "-", "－", "-", "–", "-", "~", "-", "～", "-", "至", "-", "到", "-", " ", "", "累计", "", "度末", "末", "季度底", "季末", "份", "")

// period reads a whole period.
func (p *dayParser) period() (Period, bool) {
	n, ok := p.number()
	yeared := ok && n >= 1900 && n < 2200
	if yeared {
		p.year = n
		p.skip("年")
		p.skip("度")
	} else if ok {
		p.at = 0
	}
	switch {
	case p.year == 0:
		return Period{}, false
	case p.at == len(p.rs) || p.skip("全年"):
		return months(p.year, 1, 12), yeared || p.at > 0
	case p.skip("前三季度"), p.skip("前3季度"):
		return months(p.year, 1, 9), true
	case p.skip("上半年"), p.skip("H1"):
		return months(p.year, 1, 6), true
	case p.skip("下半年"), p.skip("H2"):
		return months(p.year, 7, 12), true
	case p.skip("末"), p.skip("底"), p.skip("年末"), p.skip("年底"):
		end := months(p.year, 12, 12).End
		return Period{end, end}, true
	}
	return p.part()
}

// part reads what part of p.year is meant: months, a quarter, days.
func (p *dayParser) part() (Period, bool) {
	quarter := p.skip("Q") || p.skip("第")
	if !quarter && !p.skip("-") {
		p.skip("/")
	}
	a, ok := p.number()
	if !ok {
		return Period{}, false
	}
	if p.skip("季度") || p.skip("季") || quarter {
		q := months(p.year, 3*a-2, 3*a)
		if p.skip("末") {
			q.Start = q.End
		}
		return q, a >= 1 && a <= 4
	}
	if a < 1 || a > 12 {
		return Period{}, false
	}
	if p.skip("月") {
		return p.afterMonth(a)
	}
	return p.dashedPart(a)
}

// afterMonth reads what follows 9月: nothing, 末, a day, or the second month of
// a span.
func (p *dayParser) afterMonth(a int) (Period, bool) {
	m := months(p.year, a, a)
	switch {
	case p.at == len(p.rs):
		return m, true
	case p.skip("末"), p.skip("底"):
		return Period{m.End, m.End}, true
	case p.skip("-"):
		b, ok := p.number()
		p.skip("月")
		return months(p.year, a, b), ok && b >= a && b <= 12
	}
	d, ok := p.number()
	if !ok || !p.skip("日") {
		return Period{}, false
	}
	day, ok := p.date(a, d)
	return Period{day.Format(time.DateOnly), day.Format(time.DateOnly)}, ok
}

// dashedPart reads what follows 2021-06: nothing, a day, another month of
// 1-9月, or the other end of 2021-01/2021-09.
func (p *dayParser) dashedPart(a int) (Period, bool) {
	start := months(p.year, a, a)
	switch {
	case p.at == len(p.rs):
		return start, true
	case p.skip("/"):
		rest, err := ParsePeriod(string(p.rs[p.at:]), 0)
		p.at = len(p.rs)
		return Period{start.Start, rest.End}, err == nil
	case !p.skip("-"):
		return Period{}, false
	}
	b, ok := p.number()
	if p.skip("月") {
		return months(p.year, a, b), ok && b >= a && b <= 12
	}
	day, valid := p.date(a, b)
	d := day.Format(time.DateOnly)
	if p.skip("/") {
		rest, err := ParsePeriod(string(p.rs[p.at:]), 0)
		p.at = len(p.rs)
		return Period{d, rest.End}, ok && valid && err == nil
	}
	return Period{d, d}, ok && valid
}
