package wording

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"pledger/export/standings"
	"pledger/ledger"
	"pledger/standing"
)

// Standing is the word for a state of progress: 按序时.
func (w *Words) Standing(s standing.State) string { return standings.StateText(w.Lang, s) }

// Why says in a sentence why an account stands as it does.
func (w *Words) Why(a *ledger.Account, s *standing.Standing) string {
	return standings.Reason(w.Lang, a, s)
}

// Value is a number of a standing with its unit, "" for none.
func (w *Words) Value(v *big.Rat, unit string) string { return standings.Amount(v, unit) }

// Period is a period as offices write it: 2021年, 2021年1—9月, 2021年9月, a day.
func (w *Words) Period(p ledger.Period) string {
	year, month := p.Year(), p.Month()
	switch {
	case !p.Valid():
		return ""
	case p.Instant():
		return w.Day(p.End)
	case p.Cumulative() && strings.HasSuffix(p.End, "-12-31"):
		return w.Text("standing.period.year", year)
	case p.Cumulative() && month > 1:
		return w.Text("standing.period.so-far", year, month)
	case p.Start[:7] == p.End[:7]:
		return w.Text("standing.period.month", year, month)
	}
	return w.Text("standing.period.days", w.Day(p.Start), w.Day(p.End))
}

// SoFar is a period of a year that is known, as the head of a row: 1—9月.
func (w *Words) SoFar(p ledger.Period) string {
	switch {
	case p.Cumulative() && strings.HasSuffix(p.End, "-12-31"):
		return w.Text("standing.period.whole")
	case p.Cumulative() && p.Month() > 1:
		return w.Text("standing.period.months", p.Month())
	}
	return w.Period(p)
}

// Name is what an account is called where a sentence is too long: what it
// measures, or the first clause of its task.
func (w *Words) Name(a *ledger.Account) string {
	if a.Category == ledger.Target && len(a.Terms) > 0 && a.Terms[0].Subject != "" {
		return a.Terms[0].Subject
	}
	name, _, _ := strings.Cut(a.Task, "。")
	if utf8.RuneCountInString(name) > longName {
		if clause, _, ok := strings.Cut(name, "，"); ok && utf8.RuneCountInString(clause) >= shortName {
			name = clause
		}
	}
	if rs := []rune(name); len(rs) > longName {
		return string(rs[:longName]) + "…"
	}
	return name
}

const (
	longName  = 40 // runes that a row has room for
	shortName = 6  // fewer say too little
)

// Status is what became of a reading: 已核实. One that nobody looked at is 已报.
func (w *Words) Status(s ledger.Status) string {
	if s == "" {
		s = ledger.Submitted
	}
	return w.value("standing.status.", string(s))
}
