package standing

import (
	"strings"

	"pledger/ledger"
)

// Adds reports whether a target's value adds up over the year: then it begins at
// zero, its readings are sums, and single months make the sum of a longer period.
func Adds(t *ledger.Terms) bool {
	return (t.Kind == "level" || t.Kind == "completion") && t.Over != ledger.AtEnd && t.Over != ledger.Average
}

// TermsOf is the i-th target of an account; of one without a number, its
// percentage done. ok is false where it has no such target.
func TermsOf(a *ledger.Account, i int) (t *ledger.Terms, ok bool) {
	switch {
	case i >= 0 && i < len(a.Terms):
		return &a.Terms[i], true
	case i == 0:
		t := completion
		return &t, true
	}
	return nil, false
}

// Span is from when to when a target of the account is, 2006-01-02: the period of
// its terms, and the account's deadline where that names an earlier day or the
// terms none.
func Span(a *ledger.Account, t *ledger.Terms) (from, due string) {
	year := strings.TrimSpace(t.Period)
	first, last, ok := strings.Cut(year, "/")
	if !ok {
		last = first
	}
	if len(first) < 4 || len(last) < 4 {
		_, year, _ := strings.Cut(string(a.Ledger), "-")
		first, last = year, year
	}
	from = first[:min(4, len(first))] + "-01-01"
	due = last[:min(4, len(last))] + "-12-31"
	if d := a.Deadline.Date; d > from && !a.Deadline.Ongoing && (d < due || t.Period == "") {
		due = d
	}
	return from, due
}
