package standings

import (
	"html/template"
	"strconv"

	"pledger/ledger"
	"pledger/quantity"
	"pledger/server/chart"
	"pledger/server/page"
	"pledger/server/page/wording"
	"pledger/standing"
	"pledger/standing/board"
)

// Years is the chart of one target over the years: the values of whole years
// known by the day, and the target of the last. It is "" where no earlier year
// has a value.
func Years(w *wording.Words, a *ledger.Account, i int, s *standing.Standing, readings []*ledger.Reading) template.HTML {
	t, ok := standing.TermsOf(a, i)
	if !ok {
		return ""
	}
	whole := wholeYears(readings, s.Day)
	_, due := standing.Span(a, t)
	last, err := strconv.Atoi(due[:min(4, len(due))])
	first := last
	for year := range whole {
		first = min(first, year)
	}
	if err != nil || first == last {
		return ""
	}
	c := chart.Series{Title: w.Target(t), Unit: t.Unit, Zero: t.Kind == "level", Target: target(w, t)}
	if s.Target.Known() {
		c.Target.Number = s.Target.Float64()
	}
	for year := first; year <= last; year++ {
		p := chart.Point{Label: strconv.Itoa(year)}
		if r := whole[year]; r != nil {
			if d, err := quantity.ParseDecimal(r.Value); err == nil {
				p.Value = worth(w, standing.NumberOf(d), t.Unit)
			}
		}
		c.Points = append(c.Points, p)
	}
	return c.HTML(w.Lang)
}

// wholeYears are the latest readings of whole years, or that stand at the end of
// one, by year.
func wholeYears(readings []*ledger.Reading, day string) map[int]*ledger.Reading {
	whole := map[int]*ledger.Reading{}
	for _, r := range readings { // later revisions come later
		p := r.Period
		if r.Status == ledger.Returned || p.End[4:] != "-12-31" || !p.Instant() && !p.Cumulative() || r.At.In(ledger.OfficeTime).Format("2006-01-02") > day {
			continue
		}
		whole[p.Year()] = r
	}
	return whole
}

// Multiples are the values of an account's places, one panel each; "" where it
// has none.
func Multiples(w *wording.Words, row *board.Row) template.HTML {
	if len(row.Places) == 0 {
		return ""
	}
	a := row.Account
	t, _ := standing.TermsOf(a, 0)
	c := chart.Multiples{Title: t.Subject, Zero: standing.Adds(t)}
	for _, p := range row.Places {
		c.Panels = append(c.Panels, chart.Panel{
			Name: w.Place(p.Place), Href: page.OnDay(page.LedgerPath(a.Ledger, "places", p.Place), w.On), Light: p.Standing.Light,
			Points: Points(w, a, t, &p.Standing), Target: worth(w, p.Target, t.Unit),
		})
	}
	return c.HTML(w.Lang)
}
