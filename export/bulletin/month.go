package bulletin

import (
	"time"

	"pledger/locale"
)

// Month is a month of a plan year, the last that a bulletin is about.
type Month struct {
	Year  int
	Month time.Month
}

// monthForm is how addresses and flags write a month.
const monthForm = "2006-01"

// Asked is what somebody asks for: a month, 2006-01, and the day of its
// bulletin, 2006-01-02; "" for what is usual.
type Asked struct{ Month, On string }

// In settles the month and the day for the bulletin of a plan year, made on the
// day today. wrong is the end of a message's key, bulletin.wrong.*, and its
// arguments where what was asked for cannot be; month and day are then the usual
// ones.
func (a Asked) In(year int, today string) (m Month, day string, wrong []string) {
	m = LastMonth(year, today)
	if a.Month != "" {
		t, err := time.Parse(monthForm, a.Month)
		asked := Month{t.Year(), t.Month()}
		if err != nil || asked.Year != year || asked.End() > today {
			return m, m.Day(today), []string{"month", a.Month}
		}
		m = asked
	}
	day = m.Day(today)
	if a.On == "" {
		return m, day, nil
	}
	if _, err := time.Parse(time.DateOnly, a.On); err != nil || a.On < m.End() || a.On > today {
		return m, day, []string{"day", a.On}
	}
	return m, a.On, nil
}

// Wrong says what is wrong with what was asked for; "" for nothing.
func Wrong(lang locale.Lang, year int, wrong []string) string {
	if len(wrong) == 0 {
		return ""
	}
	return lang.Text("bulletin.wrong."+wrong[0], wrong[1], year)
}

// LastMonth is the month that a bulletin is about where nobody says: the last of
// the plan year that is over on the day today, 2006-01-02; its January while
// that is not.
func LastMonth(year int, today string) Month {
	t, err := time.Parse(time.DateOnly, today)
	if err != nil {
		return Month{year, time.January}
	}
	t = t.AddDate(0, 0, -t.Day())
	switch {
	case t.Year() > year:
		return Month{year, time.December}
	case t.Year() < year:
		return Month{year, time.January}
	}
	return Month{year, t.Month()}
}

// Months lists the months that a bulletin for a plan year can be about on the day
// today, the last first.
func Months(year int, today string) (all []Month) {
	for m := LastMonth(year, today); m.Month >= time.January; m.Month-- {
		all = append(all, m)
	}
	return all
}

// String is the month as addresses write it: 2006-01.
func (m Month) String() string { return m.last(0).Format(monthForm) }

// End is the month's last day, 2006-01-02.
func (m Month) End() string { return m.last(0).Format(time.DateOnly) }

// Day is the day of the month's bulletin: the last of the month after it, by
// which offices ask for its numbers, or today where that is not there yet.
func (m Month) Day(today string) string { return min(m.last(1).Format(time.DateOnly), today) }

// last is the last day of the n-th month after it.
func (m Month) last(n int) time.Time {
	return time.Date(m.Year, m.Month+time.Month(n)+1, 0, 0, 0, 0, 0, time.UTC)
}

// Before is the day that the month's bulletin of a day is compared with: that of
// the usual bulletin of the month before, which is this month's end, or the end of
// the month before where the day is not behind this one's.
func (m Month) Before(day string) string {
	if day > m.End() {
		return m.End()
	}
	return m.last(-1).Format(time.DateOnly)
}

// Text is the part of the year until the month: 1—9月.
func (m Month) Text(lang locale.Lang) string {
	if m.Month == time.January {
		return lang.Text("bulletin.month", 1)
	}
	return lang.Text("bulletin.months", int(m.Month))
}
