package locale

import (
	"fmt"
	"time"
)

// beijing is the time of all China: the only zone that offices write in. It has
// known no summer time since 1991.
var beijing = time.FixedZone("UTC+8", 8*60*60)

// Date writes a day, 2006-01-02, as offices do: 2021年3月5日, 5 March 2021. What
// is no such day stays as it is.
func (l Lang) Date(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return l.date(t)
}

// Moment writes a moment to the minute, in Beijing time: 2021年3月5日 14:05.
func (l Lang) Moment(t time.Time) string {
	t = t.In(beijing)
	if l == ZhCN {
		return l.date(t) + t.Format(" 15:04")
	}
	return l.date(t) + t.Format(", 15:04")
}

// date writes the day of t.
func (l Lang) date(t time.Time) string {
	if l == ZhCN {
		return fmt.Sprintf("%d年%d月%d日", t.Year(), t.Month(), t.Day())
	}
	return t.Format("2 January 2006")
}
