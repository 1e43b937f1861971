package standing

import (
	"time"

	"pledger/ledger"
)

// Days are texts, 2006-01-02, whose order is that of days; what is malformed is
// none.

// date are the parts of a day; ok is false where it is none.
func date(day string) (year, month, of int, ok bool) {
	if len(day) != len(time.DateOnly) || day[4] != '-' || day[7] != '-' {
		return 0, 0, 0, false
	}
	year, ok1 := digits(day[:4])
	month, ok2 := digits(day[5:7])
	of, ok3 := digits(day[8:])
	return year, month, of, ok1 && ok2 && ok3 && month >= 1 && month <= 12 && of >= 1 && of <= daysIn(year, month)
}

// digits are the value of decimal digits.
func digits(s string) (n int, ok bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}

// daysIn is how many days a month has.
func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// after is the first moment at which the day is over; ok is false where it is
// none.
func after(day string) (t time.Time, ok bool) {
	y, m, d, ok := date(day)
	return time.Date(y, time.Month(m), d+1, 0, 0, 0, 0, ledger.OfficeTime), ok
}

// plus is the day n days later; "" of none.
func plus(day string, n int) string {
	y, m, d, ok := date(day)
	if !ok {
		return ""
	}
	later := time.Date(y, time.Month(m), d+n, 0, 0, 0, 0, time.UTC)
	return dayText(later.Year(), int(later.Month()), later.Day())
}

// dayText is a day as texts have it.
func dayText(year, month, of int) string {
	var b [len(time.DateOnly)]byte
	copy(b[:], yearText(year))
	b[4], b[5], b[6] = '-', byte('0'+month/10), byte('0'+month%10)
	b[7], b[8], b[9] = '-', byte('0'+of/10), byte('0'+of%10)
	return string(b[:])
}

// follows reports whether start is the day after end.
func follows(end, start string) bool {
	y, m, d, ok := date(end)
	y2, m2, d2, ok2 := date(start)
	switch {
	case !ok || !ok2:
		return false
	case d < daysIn(y, m):
		return y2 == y && m2 == m && d2 == d+1
	}
	return d2 == 1 && 12*y2+m2 == 12*y+m+1
}

// monthsBetween counts the months from that of one day to that of another, both
// in; 0 where one is none.
func monthsBetween(from, to string) int64 {
	y, m, _, ok := date(from)
	y2, m2, _, ok2 := date(to)
	if !ok || !ok2 {
		return 0
	}
	return int64(12*(y2-y) + m2 - m + 1)
}

// monthsLate is how many whole months a day lies after another, below 0 where
// before. From the end of a month to that of another they are whole: what was
// due by the end of February is three months late at the end of May.
func monthsLate(due, day string) int {
	if day < due {
		return -monthsLate(day, due)
	}
	y, m, d, ok := date(due)
	y2, m2, d2, ok2 := date(day)
	if !ok || !ok2 {
		return 0
	}
	if d == daysIn(y, m) {
		d = 31
	}
	if d2 == daysIn(y2, m2) {
		d2 = 31
	}
	n := 12*(y2-y) + m2 - m
	if d2 < d {
		n--
	}
	return n
}

// yearOf is the year of a day.
func yearOf(day string) int {
	n, _ := digits(day[:4])
	return n
}

// yearText is a year as days begin.
func yearText(year int) string {
	text := []byte("0000")
	for i := 3; i >= 0; i-- {
		text[i], year = byte('0'+year%10), year/10
	}
	return string(text)
}
