package standings

import (
	"html/template"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"pledger/export/standings"
	"pledger/ledger"
	"pledger/quantity"
	"pledger/server/chart"
	"pledger/server/page/wording"
	"pledger/standing"
)

// Points are the values of a standing as charts draw them, with a gap for each
// period of which one should have been reported by the day, and none was.
func Points(w *wording.Words, a *ledger.Account, t *ledger.Terms, s *standing.Standing) []chart.Point {
	var all []chart.Point
	points := s.Points()
	for _, p := range points {
		all = append(all, chart.Point{Day: p.Period.End, Label: w.SoFar(p.Period), Value: worth(w, standing.NumberOf(p.Value), t.Unit)})
	}
	from, due := standing.Span(a, t)
	for _, p := range missing(points, s.Day, from, due, a.Watch.Every) {
		all = append(all, chart.Point{Day: p.End, Label: w.SoFar(p)})
	}
	slices.SortStableFunc(all, func(a, b chart.Point) int { return strings.Compare(a.Day, b.Day) })
	return all
}

// missing are the periods of the span without a point that were due by today:
// those between whose end and that of the one before lies no point.
func missing(points []standing.Point, today, from, due string, every int) []ledger.Period {
	if every <= 0 {
		every = ledger.DefaultEvery
	}
	start, err := time.Parse(time.DateOnly, from)
	day, err2 := time.Parse(time.DateOnly, today)
	if err != nil || err2 != nil {
		return nil
	}
	var all []ledger.Period
	before := from
	for n := every; ; n += every {
		end := time.Date(start.Year(), start.Month()+time.Month(n), 0, 0, 0, 0, 0, time.UTC)
		last := end.Format(time.DateOnly)
		if end.AddDate(0, 0, standing.Grace).After(day) || last > due {
			return all
		}
		if !slices.ContainsFunc(points, func(p standing.Point) bool { return p.Period.End >= before && p.Period.End <= last }) {
			all = append(all, ledger.Period{Start: last[:4] + "-01-01", End: last})
		}
		before = end.AddDate(0, 0, 1).Format(time.DateOnly)
	}
}

// worth is a number as a chart takes it.
func worth(w *wording.Words, v standing.Number, unit string) chart.Value {
	if !v.Known() {
		return chart.Value{}
	}
	return chart.Value{Number: v.Float64(), Text: w.Value(v, unit)}
}

// Spark is the account's spark line.
func Spark(w *wording.Words, a *ledger.Account, s *standing.Standing) template.HTML {
	t, _ := standing.TermsOf(a, 0)
	points := Points(w, a, t, s)
	if standing.Adds(t) && s.Value.Known() {
		points = append([]chart.Point{begin(w, a, t)}, points...)
	}
	return chart.Spark{Title: w.Name(a), Zero: standing.Adds(t), Points: points, Target: worth(w, s.Target, t.Unit), Light: s.Light}.HTML(w.Lang)
}

// begin is where an amount that adds up begins: at nothing, before its span.
func begin(w *wording.Words, a *ledger.Account, t *ledger.Terms) chart.Point {
	from, _ := standing.Span(a, t)
	day, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return chart.Point{}
	}
	return chart.Point{Day: day.AddDate(0, 0, -1).Format(time.DateOnly), Label: w.Text("standing.begin"), Value: worth(w, standing.NumberOf(quantity.Decimal{}), t.Unit)}
}

// Progress is the chart of one target of an account: what was reported, and what
// should have been. readings are those that it was judged from.
func Progress(w *wording.Words, a *ledger.Account, i int, s *standing.Standing, readings []*ledger.Reading) template.HTML {
	t, ok := standing.TermsOf(a, i)
	if !ok || s.Terms == nil {
		return ""
	}
	from, due := standing.Span(a, t)
	c := chart.Progress{
		Title: t.Subject, Unit: t.Unit, From: from, To: due, Now: s.Day, Zero: standing.Adds(t), Light: s.Light,
		Points: Points(w, a, t, s), Pace: pace(w, a, i, s, readings), Target: target(w, t),
	}
	if s.Target.Known() {
		c.Target.Number = s.Target.Float64()
	}
	if f := &s.Forecast; f.Known() {
		r := standings.ForecastOf(w.Lang, t, f)
		c.Forecast = &chart.Forecast{
			Value: chart.Value{Number: f.Value, Text: r.Value}, Low: chart.Value{Number: f.Low, Text: r.Low}, High: chart.Value{Number: f.High, Text: r.High},
			Chance: strconv.FormatFloat(100*f.Coverage, 'f', 0, 64) + "%",
		}
	}
	if c.Zero && s.Value.Known() {
		c.Points = append([]chart.Point{begin(w, a, t)}, c.Points...)
	}
	return c.HTML(w.Lang)
}

// target is what is promised, as written.
func target(w *wording.Words, t *ledger.Terms) chart.Value {
	v, ok := new(big.Rat).SetString(t.Value)
	if !ok {
		return chart.Value{}
	}
	n, _ := v.Float64()
	return chart.Value{Number: n, Text: w.Promised(t)}
}

// hundred turns a percentage into a share.
var hundred = big.NewRat(100, 1)

// pace is what should be: of an amount that goes with the calendar, a line from
// nothing to the target; of a rate, the target all the time; else what was
// expected at each value that was reported.
func pace(w *wording.Words, a *ledger.Account, i int, s *standing.Standing, readings []*ledger.Reading) []chart.Point {
	t, _ := standing.TermsOf(a, i)
	if !s.Target.Known() {
		return nil
	}
	from, due := standing.Span(a, t)
	first, last := begin(w, a, t), chart.Point{Day: due, Value: worth(w, s.Target, t.Unit)}
	switch {
	case s.Pace == ledger.ByTime && standing.Adds(t):
		return append([]chart.Point{first}, append(expected(w, a, i, t, s, readings), last)...)
	case s.Pace == ledger.AtOnce, s.Pace == ledger.ByTime: // of a stock the way begins before the chart
		return []chart.Point{{Day: from, Value: last.Value}, last}
	}
	return append([]chart.Point{first}, expected(w, a, i, t, s, readings)...)
}

// expected is what should have been at each value that was reported: what was
// known of the later ones is left out.
func expected(w *wording.Words, a *ledger.Account, i int, t *ledger.Terms, s *standing.Standing, readings []*ledger.Reading) (all []chart.Point) {
	for _, p := range s.Points() {
		until := slices.DeleteFunc(slices.Clone(readings), func(r *ledger.Reading) bool { return r.Period.End > p.Period.End })
		then := standing.Judge(standing.Question{Account: a, Term: i, Readings: until, Day: s.Day, Rule: standing.RuleAmount})
		if !then.Expected.Known() || then.Period.End != p.Period.End {
			continue
		}
		v := standing.Rational(new(big.Rat).Quo(new(big.Rat).Mul(then.Expected.Rat(), s.Target.Rat()), hundred))
		all = append(all, chart.Point{Day: p.Period.End, Value: worth(w, v, t.Unit)})
	}
	return all
}

// Counts are a tally's lights as charts take them.
func Counts(light func(standing.Light) int) (c chart.Counts) {
	for i, l := range standing.Lights() {
		c[i] = light(l)
	}
	return c
}
