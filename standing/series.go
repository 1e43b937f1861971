package standing

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
	"time"

	"pledger/ledger"
	"pledger/quantity"
)

// office is the clock by which a reading becomes known on a day: Beijing time.
var office = time.FixedZone("UTC+8", 8*60*60)

// A point is what was known of a period on the day.
type point struct {
	period ledger.Period
	value  *big.Rat
	typed  string // as typed, where it is one reading; else computed
	final  bool
}

// known is what was known on the day: of each period the latest revision that
// nobody returned, by the end of the period. It does not depend on the order of
// the readings, and readings that stand twice count once.
func known(readings []*ledger.Reading, day string) []*ledger.Reading {
	latest := make(map[ledger.Period]*ledger.Reading, len(readings))
	for _, r := range readings {
		if r.Status == ledger.Returned || r.Period.End > day || r.At.In(office).Format(time.DateOnly) > day {
			continue
		}
		if have := latest[r.Period]; have == nil || later(r, have) {
			latest[r.Period] = r
		}
	}
	all := make([]*ledger.Reading, 0, len(latest))
	for _, r := range latest {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b *ledger.Reading) int {
		return cmp.Or(strings.Compare(a.Period.End, b.Period.End), strings.Compare(a.Period.Start, b.Period.Start))
	})
	return all
}

// later reports whether a revises b. Revisions of one number, which two
// computers may give, are told apart by their time and then their value, so
// that the order of arrival never matters.
func later(a, b *ledger.Reading) bool {
	return cmp.Or(a.Revision-b.Revision, a.At.Compare(b.At), strings.Compare(a.Value, b.Value)) > 0
}

// rat is a reading's value; nil where it is no number, which no store keeps.
func rat(r *ledger.Reading) *big.Rat {
	d, err := quantity.ParseDecimal(r.Value)
	if err != nil {
		return nil
	}
	return d.Rat()
}

// sums are the sums from the beginning of a span of whole years, by the month
// they reach: sums so far as reported, and where only parts are, what they add
// up to as long as none is missing.
func sums(readings []*ledger.Reading, start string) []point {
	var out []point
	sum, reached := new(big.Rat), "" // the sum so far, and the end of what it covers
	for _, r := range readings {
		v := rat(r)
		if v == nil || r.Period.Start < start || r.Period.Instant() {
			continue
		}
		p := point{r.Period, v, r.Value, r.Final}
		switch {
		case r.Period.Start == start:
			sum, reached = v, r.Period.End
		case follows(reached, r.Period.Start) && r.Period.End > reached:
			sum, reached = new(big.Rat).Add(sum, v), r.Period.End
			p = point{ledger.Period{Start: start, End: r.Period.End}, sum, "", r.Final}
		default:
			continue
		}
		if n := len(out); n > 0 && out[n-1].period.End == p.period.End {
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
	if end == "" {
		return false
	}
	t, err := time.Parse(time.DateOnly, end)
	return err == nil && t.AddDate(0, 0, 1).Format(time.DateOnly) == start
}

// levels are the values that stand at a date or are rates of the year so far,
// from start on. Where a period of its own ends together with one from the
// beginning of the year, the latter counts.
func levels(readings []*ledger.Reading, start string) []point {
	var out []point
	for _, r := range readings {
		v := rat(r)
		if v == nil || r.Period.End < start || !r.Period.Instant() && !r.Period.Cumulative() {
			continue
		}
		p := point{r.Period, v, r.Value, r.Final}
		if n := len(out); n > 0 && out[n-1].period.End == p.period.End {
			if !out[n-1].period.Cumulative() {
				out[n-1] = p
			}
			continue
		}
		out = append(out, p)
	}
	return out
}
