package ledger

import (
	"time"

	"pledger/lexicon"
)

// DefaultEvery is how many months lie between two readings where nobody says:
// quarterly, the commonest rhythm of offices (每季度报送).
const DefaultEvery = 3

// Every is how many months lie between two readings of the account.
func (a *Account) Every() int {
	if a.Watch.Every > 0 {
		return a.Watch.Every
	}
	return DefaultEvery
}

// Ask（报送项）is a value that somebody is asked for: of one of an account's terms,
// in a place, for a period.
type Ask struct {
	Account *Account
	Term    int
	Place   string
	Period  Period
	Kind    string
	Unit    string // in which the value is kept

	Last     *Reading      // the latest of an earlier period; nil for none
	Now      *Reading      // what is known of the period; nil while it is to be reported
	Known    bool          // Now is a reading of the indicator: nobody is asked
	Returned *Reading      // what was reported and sent back; nil for nothing
	Check    *ReadingCheck // why it was sent back
}

// Open reports whether the value is still to be given, or given again.
func (a *Ask) Open() bool { return a.Now == nil || a.Returned != nil }

// MonthDue is the last month of the plan year at whose end a reading of the
// account was due by a day, 2006-01-02: 3, 6, 9 … by its rhythm; 0 for none yet.
func (a *Account) MonthDue(day string) int {
	now, err := time.Parse(time.DateOnly, day)
	year := a.Ledger.Year()
	switch {
	case err != nil || now.Year() < year:
		return 0
	case now.Year() > year:
		return monthsOfYear
	}
	over := int(now.Month()) - 1
	if now.AddDate(0, 0, 1).Day() == 1 {
		over++ // the last day of a month
	}
	return over - over%a.Every()
}

const monthsOfYear = 12

// DayAfter is the day n days after a day, 2006-01-02; "" of what is no day.
func DayAfter(day string, n int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, n).Format(time.DateOnly)
}

// PeriodUntil is what a reading of one of the account's terms covers that is
// given at the end of a month of the plan year: from the year's beginning, or
// that day for what stands at a date.
func (a *Account) PeriodUntil(term, month int) Period {
	p := months(a.Ledger.Year(), 1, month)
	if term < len(a.Terms) && a.Terms[term].Over == AtEnd && a.Terms[term].Kind != "growth" {
		p.Start = p.End
	}
	return p
}

// Places are the codes of the places that one of the account's terms is reported
// for: the government's own, and of the first terms those it is broken down over.
// A whole that its parts make is worked out and asked of nobody; a mean is asked
// for, since not everybody knows the weights.
func (a *Account) Places(lex *lexicon.Lexicon, term int) []string {
	own := []string{a.Ledger.Place()}
	if term > 0 || len(a.Terms) == 0 {
		return own
	}
	var parts []string
	for _, p := range a.Parts {
		if p.Place != own[0] {
			parts = append(parts, p.Place)
		}
	}
	switch PartsRule(&a.Terms[0], lex.IndicatorCoded(a.Terms[0].Indicator)) {
	case "sum", "max", "min":
		if len(parts) > 0 {
			return parts
		}
	}
	return append(own, parts...)
}

// Asked reports whether values of the account are asked for: not of one that is
// told by its milestones alone.
func (a *Account) Asked() bool {
	return a.State.Live() && (len(a.Terms) > 0 || len(a.Milestones) == 0)
}

// Asks lists the values that are due of an account on a day, in the order of its
// terms and places. What was done for good is not asked for again.
func Asks(r Reader, lex *lexicon.Lexicon, a *Account, day string) ([]*Ask, error) {
	month := a.MonthDue(day)
	if month == 0 || !a.Asked() {
		return nil, nil
	}
	var all []*Ask
	for term := range a.Measured() {
		for _, place := range a.Places(lex, term) {
			ask := &Ask{Account: a, Term: term, Place: place, Period: a.PeriodUntil(term, month)}
			ask.Kind, ask.Unit = a.MeasuresOf(term)
			if err := ask.fill(r, lex); err != nil {
				return nil, err
			}
			if !ask.over() {
				all = append(all, ask)
			}
		}
	}
	return all, nil
}

// fill finds what is known.
func (a *Ask) fill(r Reader, lex *lexicon.Lexicon) error {
	own := a.Account.SeriesOf(a.Term)
	own.Place = a.Place
	readings, err := r.Readings(own)
	if err != nil {
		return err
	}
	if s, ok := a.Account.IndicatorSeriesOf(lex, a.Term); ok {
		s.Place = a.Place
		others, err := r.Readings(s)
		if err != nil {
			return err
		}
		readings = JoinReadings(readings, others, lex, a.Account, a.Term)
	}
	for _, reading := range readings {
		a.take(reading)
	}
	if a.Returned != nil && a.Now != nil && (a.Known || a.Now.Revision > a.Returned.Revision) {
		a.Returned = nil
	}
	if a.Returned == nil {
		return nil
	}
	a.Check, err = r.ReadingCheck(a.Returned.Journal, ReadingID(a.Returned.Seq))
	return err
}

// take holds one reading against the value that is asked for.
func (a *Ask) take(r *Reading) {
	covers := r.Period == a.Period || r.Period.End == a.Period.End && (r.Period.Cumulative() || r.Period.Instant())
	switch {
	case r.Status == Returned:
		if r.Period == a.Period && (a.Returned == nil || r.Revision > a.Returned.Revision) {
			a.Returned = r
		}
	case covers:
		if a.Now == nil || a.Known || r.Account != "" && r.Revision > a.Now.Revision {
			a.Now, a.Known = r, r.Account == ""
		}
	case r.Period.End < a.Period.End && r.Period.Start[:4] == a.Period.End[:4]:
		if a.Last == nil || r.Period.End > a.Last.Period.End || r.Period == a.Last.Period && r.Revision > a.Last.Revision {
			a.Last = r
		}
	}
}

// over reports whether the task was done at an earlier period: it is asked for
// no more.
func (a *Ask) over() bool {
	return a.Kind == Completion && a.Now == nil && a.Returned == nil && a.Last != nil && rational(a.Last.Value).Cmp(whole) >= 0
}
