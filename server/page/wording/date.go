package wording

import (
	"time"

	"pledger/ledger"
)

// Day is a day as offices write it: 2021年6月30日. What is no day of the form
// 2006-01-02 stays as it is.
func (w *Words) Day(date string) string { return w.Lang.Date(date) }

// Moment is a day and time in China: 2021年1月25日 17:05.
func (w *Words) Moment(t time.Time) string { return w.Lang.Moment(t) }

// Deadline is what is known of a deadline beside its words: the day that they
// mean, that it goes on, or that they name no day. It is "" where nobody has
// set one.
func (w *Words) Deadline(d ledger.Deadline) string {
	switch {
	case d.Text == "":
		return ""
	case d.Date != "" && d.Ongoing:
		return w.Text("ledger.deadline.ongoinguntil", w.Day(d.Date))
	case d.Date != "":
		return w.Text("ledger.deadline.by", w.Day(d.Date))
	case d.Ongoing:
		return w.Text("ledger.deadline.ongoing")
	}
	return w.Text("ledger.deadline.noday")
}

// Reading is a reading's value as it was typed, with its unit: 14万人.
func (w *Words) Reading(r *ledger.Reading) string {
	if r.Typed != "" {
		return r.Typed
	}
	return w.Amount(r.Value, r.Unit)
}
