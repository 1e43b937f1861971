package standing

import (
	"cmp"
	"slices"
	"strings"

	"pledger/ledger"
	"pledger/quantity"
)

// Point is what was known of a period on a day, in the unit of the terms: a
// reading, or a sum of readings.
type Point struct {
	Period ledger.Period
	Value  quantity.Decimal
	Typed  string // the value as it was typed; "" where it was added up
}

// pointOf is a reading as a point; ok is false where what was typed is no number,
// which no store keeps.
func pointOf(r *ledger.Reading) (p Point, ok bool) {
	d, err := quantity.ParseDecimal(r.Value)
	return Point{r.Period, d, r.Value}, err == nil
}

// known is what was known on the day: of each period the latest revision that
// nobody returned, by the end of the period and then its start. It does not
// depend on the order of the readings, and readings that stand twice count once.
// What is in order, as a store lists it, is not copied.
func known(readings []*ledger.Reading, day string) []*ledger.Reading {
	midnight, ok := after(day)
	if !ok {
		return nil
	}
	counts := func(r *ledger.Reading) bool {
		return r.Status != ledger.Returned && r.Period.End <= day && r.At.Before(midnight)
	}
	n := 0
	for n < len(readings) && counts(readings[n]) && (n == 0 || byPeriod(readings[n-1], readings[n]) < 0) {
		n++
	}
	if !slices.ContainsFunc(readings[n:], counts) {
		return readings[:n:n]
	}
	all := slices.Clone(readings[:n])
	for _, r := range readings[n:] {
		if counts(r) {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, inOrder)
	n = 0
	for i, r := range all {
		if i+1 < len(all) && all[i+1].Period == r.Period {
			continue // revised
		}
		all[n] = r
		n++
	}
	return all[:n]
}

// byPeriod orders readings by the end of their period, then its start.
func byPeriod(a, b *ledger.Reading) int {
	if c := strings.Compare(a.Period.End, b.Period.End); c != 0 {
		return c
	}
	return strings.Compare(a.Period.Start, b.Period.Start)
}

// inOrder orders readings by period, and of one period the last revision last.
// Revisions of one number, which two computers may give, are told apart by their
// time and then their value, so that the order of arrival never matters.
func inOrder(a, b *ledger.Reading) int {
	if c := byPeriod(a, b); c != 0 {
		return c
	}
	return cmp.Or(a.Revision-b.Revision, a.At.Compare(b.At), strings.Compare(a.Value, b.Value))
}

// before is how many readings, as known gives them, end before a day.
func before(readings []*ledger.Reading, day string) int {
	i, _ := slices.BinarySearchFunc(readings, day, func(r *ledger.Reading, day string) int { return strings.Compare(r.Period.End, day) })
	return i
}

// instant reports whether a period that is kept is one day.
func instant(p ledger.Period) bool { return p.Start == p.End }

// cumulative reports whether a period that is kept runs from the beginning of
// its year.
func cumulative(p ledger.Period) bool {
	return !instant(p) && len(p.Start) == 10 && len(p.End) == 10 && p.Start[4:] == "-01-01" && p.End[:4] == p.Start[:4]
}

// sums are the sums from the beginning of a span of whole years, by the month
// they reach: sums so far as reported, and where only parts are, what they add
// up to as long as none is missing. They are put into room as far as it reaches.
func sums(room []Point, readings []*ledger.Reading, start string) []Point {
	out := room[:0]
	for _, r := range readings {
		if r.Period.Start < start || instant(r.Period) {
			continue
		}
		p, ok := pointOf(r)
		if !ok {
			continue
		}
		n := len(out)
		if r.Period.Start != start {
			if n == 0 || !follows(out[n-1].Period.End, r.Period.Start) {
				continue
			}
			p = Point{Period: ledger.Period{Start: start, End: r.Period.End}, Value: out[n-1].Value.Add(p.Value)}
		}
		if n > 0 && out[n-1].Period.End == p.Period.End {
			if p.Typed != "" { // the sum as reported, not as added up
				out[n-1] = p
			}
			continue
		}
		out = append(out, p)
	}
	return out
}

// levels are the values that stand at a date or are rates of the year so far.
// Where a day and a stretch end together, the stretch counts. They are put into
// room as far as it reaches.
func levels(room []Point, readings []*ledger.Reading) []Point {
	out := room[:0]
	for _, r := range readings {
		if !instant(r.Period) && !cumulative(r.Period) {
			continue
		}
		p, ok := pointOf(r)
		if !ok {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Period.End == p.Period.End {
			if !cumulative(out[n-1].Period) {
				out[n-1] = p
			}
			continue
		}
		out = append(out, p)
	}
	return out
}
