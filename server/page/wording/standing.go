package wording

import (
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
func (w *Words) Value(v standing.Number, unit string) string { return standings.Amount(v, unit) }

// Period is a period as offices write it: 2021年, 2021年1—9月, 2021年9月, a day.
func (w *Words) Period(p ledger.Period) string { return standings.Period(w.Lang, p) }

// SoFar is a period of a year that is known, as the head of a row: 1—9月.
func (w *Words) SoFar(p ledger.Period) string { return standings.SoFar(w.Lang, p) }

// Name is what an account is called where a sentence is too long.
func (w *Words) Name(a *ledger.Account) string { return standings.Name(a) }

// Status is what became of a reading: 已核实. One that nobody looked at is 已报.
func (w *Words) Status(s ledger.Status) string {
	if s == "" {
		s = ledger.Submitted
	}
	return w.value("standing.status.", string(s))
}
