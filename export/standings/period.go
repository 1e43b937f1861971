package standings

import (
	"strings"
	"unicode/utf8"

	"pledger/ledger"
	"pledger/locale"
)

// Period is a period as offices write it: 2021年, 2021年1—9月, 2021年9月, a day;
// "" for none.
func Period(lang locale.Lang, p ledger.Period) string {
	year, month := p.Year(), p.Month()
	switch {
	case !p.Valid():
		return ""
	case p.Instant():
		return lang.Date(p.End)
	case p.Cumulative() && strings.HasSuffix(p.End, "-12-31"):
		return lang.Text("standing.period.year", year)
	case p.Cumulative() && month > 1:
		return lang.Text("standing.period.so-far", year, month)
	case p.Start[:7] == p.End[:7]:
		return lang.Text("standing.period.month", year, month)
	}
	return lang.Text("standing.period.days", lang.Date(p.Start), lang.Date(p.End))
}

// SoFar is a period of a year that is known, as the head of a row: 1—9月.
func SoFar(lang locale.Lang, p ledger.Period) string {
	switch {
	case p.Cumulative() && strings.HasSuffix(p.End, "-12-31"):
		return lang.Text("standing.period.whole")
	case p.Cumulative() && p.Month() > 1:
		return lang.Text("standing.period.months", p.Month())
	}
	return Period(lang, p)
}

// Name is what an account is called where a sentence is too long: what it
// measures, or the first clause of its task.
func Name(a *ledger.Account) string {
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
