package standing

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"pledger/ledger"
	"pledger/quantity"
)

// office is the clock by which a reading becomes known on a day: Beijing time.
var office = time.FixedZone("UTC+8", 8*60*60)

// Point is what was known of a period on a day, in the unit of the terms: a
// reading, or a sum of readings.
type Point struct {
	Period ledger.Period
	Value  quantity.Decimal
}

// point is a Point with what was typed.
type point struct {
	Point
	typed string // "" where it was added up
}

// pointOf is a reading as a point; ok is false where what was typed is no number,
// which no store keeps.
func pointOf(r *ledger.Reading) (p point, ok bool) {
	d, err := quantity.ParseDecimal(r.Value)
	return point{Point{r.Period, d}, r.Value}, err == nil
}

// known is what was known on the day: of each period the latest revision that
// nobody returned, by the end of the period and then its start. It does not
// depend on the order of the readings, and readings that stand twice count once.
func known(readings []*ledger.Reading, day string) []*ledger.Reading {
	midnight, err := time.ParseInLocation(time.DateOnly, day, office)
	if err != nil {
		return nil
	}
	midnight = midnight.AddDate(0, 0, 1)
	all := make([]*ledger.Reading, 0, len(readings))
	for _, r := range readings {
		if r.Status != ledger.Returned && r.Period.End <= day && r.At.Before(midnight) {
			all = append(all, r)
		}
	}
	byPeriod := func(a, b *ledger.Reading) int {
		return cmp.Or(strings.Compare(a.Period.End, b.Period.End), strings.Compare(a.Period.Start, b.Period.Start))
	}
	slices.SortFunc(all, func(a, b *ledger.Reading) int {
		if c := byPeriod(a, b); c != 0 {
			return c
		}
		return later(b, a)
	})
	return slices.CompactFunc(all, func(a, b *ledger.Reading) bool { return byPeriod(a, b) == 0 })
}

// later is above 0 where a revises b. Revisions of one number, which two
// computers may give, are told apart by their time and then their value, so
// that the order of arrival never matters.
func later(a, b *ledger.Reading) int {
	return cmp.Or(a.Revision-b.Revision, a.At.Compare(b.At), strings.Compare(a.Value, b.Value))
}

// sums are the sums from the beginning of a span of whole years, by the month
// they reach: sums so far as reported, and where only parts are, what they add
// up to as long as none is missing.
func sums(readings []*ledger.Reading, start string) []point {
	var out []point
	for _, r := range readings {
		p, ok := pointOf(r)
		if !ok || r.Period.Start < start || r.Period.Instant() {
			continue
		}
		n := len(out)
		if r.Period.Start != start {
			if n == 0 || !follows(out[n-1].Period.End, r.Period.Start) {
				continue
			}
			p = point{Point: Point{ledger.Period{Start: start, End: r.Period.End}, out[n-1].Value.Add(p.Value)}}
		}
		if n > 0 && out[n-1].Period.End == p.Period.End {
			if p.typed != "" { // the sum as reported, not as added up
				out[n-1] = p
			}
			continue
		}
		out = append(out, p)
	}
	return out
}

// follows reports whether start is the day after end.
func follows(end, start string) bool {
	t, err := time.Parse(time.DateOnly, end)
	return err == nil && t.AddDate(0, 0, 1).Format(time.DateOnly) == start
}

// levels are the values that stand at a date or are rates of the year so far,
// from start on. Where a day and a stretch end together, the stretch counts.
func levels(readings []*ledger.Reading, start string) []point {
	var out []point
	for _, r := range readings {
		if r.Period.End < start || !r.Period.Instant() && !r.Period.Cumulative() {
			continue
		}
		p, ok := pointOf(r)
		if !ok {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Period.End == p.Period.End {
			if !out[n-1].Period.Cumulative() {
				out[n-1] = p
			}
			continue
		}
		out = append(out, p)
	}
	return out
}
