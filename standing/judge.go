package standing

import (
	"math/big"
	"strconv"
	"time"

	"pledger/ledger"
	"pledger/quantity"
)

var (
	zero    = new(big.Rat)
	hundred = big.NewRat(100, 1)
)

// one judges one reading by itself.
func (j *judge) one(p point) {
	value := p.Value.Rat()
	j.s.Value, j.s.Typed, j.s.Period = value, p.typed, p.Period
	j.s.Share, j.s.Expected, j.s.Distance = nil, nil, nil
	floor, ceiling := bound(j.accepts.Lo), bound(j.accepts.Hi)
	j.s.Target = floor
	if floor == nil {
		j.s.Target = ceiling
	}
	met := reaches(value, j.accepts.Lo, 1) && reaches(value, j.accepts.Hi, -1)
	last := p.Period.End >= j.due
	switch {
	case last && met:
		j.settle(Done, LightDone, WhySum)
	case last:
		j.settle(Missed, LightMissed, WhyShort)
	case floor != nil && ceiling != nil:
		j.unjudged(Unjudged, WhyBand)
	case Adds(&j.terms) && ceiling != nil && !met:
		j.settle(Missed, LightMissed, WhyShort) // a sum never falls again
	case Adds(&j.terms) && floor != nil && met:
		j.settle(DoneEarly, LightDone, WhySum)
	case Adds(&j.terms):
		j.amount(ceiling != nil)
	case j.stock() && floor != nil:
		j.stockSoFar(met)
	default:
		j.rate(ceiling != nil)
	}
}

// settle gives a state that only the number decides.
func (j *judge) settle(state State, light Light, code string) {
	j.s.State, j.s.Light = state, light
	j.s.Reason = Reason{code, []string{Text(j.s.Value), Text(j.s.Target)}}
	if j.s.Target.Sign() > 0 {
		j.s.Share = percent(j.s.Value, j.s.Target)
	}
}

// bound is an end of what meets a target; nil where there is none.
func bound(e quantity.End) *big.Rat {
	if e.Kind == quantity.Unbounded {
		return nil
	}
	return e.Value.Rat()
}

// reaches reports whether a value lies on the inner side of an end: above a
// lower one with side 1, below an upper one with side -1.
func reaches(value *big.Rat, e quantity.End, side int) bool {
	if e.Kind == quantity.Unbounded {
		return true
	}
	c := side * value.Cmp(e.Value.Rat())
	return c > 0 || c == 0 && e.Kind == quantity.Closed
}

// percent is a in % of b, which is not 0.
func percent(a, b *big.Rat) *big.Rat {
	z := new(big.Rat).Quo(a, b)
	return z.Mul(z, hundred)
}

// amount judges a sum so far against what should be by then.
func (j *judge) amount(ceiling bool) {
	if j.s.Target.Sign() <= 0 {
		j.unjudged(Unjudged, WhyZero)
		return
	}
	j.s.Share = percent(j.s.Value, j.s.Target)
	expected, ok := j.expected(j.s.Period.End)
	if !ok {
		return
	}
	j.s.Expected = expected
	distance := new(big.Rat).Sub(j.s.Share, expected)
	code := WhyAmount
	if ceiling { // what is used up, not what is done
		distance.Neg(distance)
		code = WhyCeiling
	}
	j.light(distance, expected)
	j.s.Reason = Reason{code, []string{j.month(), Text(j.s.Share), Text(expected), Text(new(big.Rat).Abs(distance))}}
}

// light gives the light for a distance in points; planned is what should be.
func (j *judge) light(points, planned *big.Rat) {
	j.s.Distance = points
	if j.rule.Measure == Planned {
		if planned.Sign() == 0 {
			j.unjudged(Unjudged, WhyZero)
			return
		}
		j.s.Distance = percent(points, planned)
	}
	j.s.State, j.s.Light = j.rule.light(j.s.Distance)
}

// month is the month of the last reading, counted within its year.
func (j *judge) month() string { return strconv.Itoa(j.s.Period.Month()) }

// stock reports whether the target is an amount that stands at the end.
func (j *judge) stock() bool { return j.terms.Kind == "level" }

// stockSoFar judges a stock that is to grow to the target: how much of the way
// from where it stood before.
func (j *judge) stockSoFar(met bool) {
	switch {
	case met && (j.base == nil || j.base.Cmp(j.s.Target) < 0):
		j.settle(DoneEarly, LightDone, WhySum)
	case met:
		j.rate(false) // it was there before and has only to stay
	case j.base == nil:
		j.unjudged(Unjudged, WhyNoBase, Text(j.s.Value), Text(j.s.Target))
	case j.base.Cmp(j.s.Target) >= 0:
		j.rate(false)
	default:
		way := new(big.Rat).Sub(j.s.Target, j.base)
		j.s.Share = percent(new(big.Rat).Sub(j.s.Value, j.base), way)
		expected := j.elapsed(j.s.Period.End)
		j.s.Expected = expected
		distance := new(big.Rat).Sub(j.s.Share, expected)
		j.light(distance, expected)
		j.s.Reason = Reason{WhyAmount, []string{j.month(), Text(j.s.Share), Text(expected), Text(new(big.Rat).Abs(distance))}}
	}
}

// rate holds a rate so far against the target at once.
func (j *judge) rate(ceiling bool) {
	distance := new(big.Rat).Sub(j.s.Value, j.s.Target)
	if ceiling {
		distance.Neg(distance)
	}
	args := []string{j.month(), Text(j.s.Value), Text(j.s.Target), Text(new(big.Rat).Abs(distance))}
	switch {
	case j.s.Target.Sign() == 0 && distance.Sign() >= 0:
		j.s.State, j.s.Light = OnPace, Green
	case j.s.Target.Sign() == 0:
		j.s.State, j.s.Light = Behind, Yellow // how far cannot be said as a share of 0
	default:
		j.s.Distance = percent(distance, new(big.Rat).Abs(j.s.Target))
		j.s.State, j.s.Light = j.rule.light(j.s.Distance)
	}
	j.s.Reason = Reason{WhyRate, args}
}

// expected is how much of the target should be reached by a day, in %; false
// where the pace has nothing to say it from, with the reason in the standing.
func (j *judge) expected(day string) (*big.Rat, bool) {
	switch j.Pace {
	case ledger.BySeason:
		share := seasonal(j.history, j.from, day)
		if share == nil {
			return nil, j.unjudged(Unjudged, WhyNoHistory)
		}
		return share, true
	case ledger.ByPlan:
		if n := len(j.Account.Milestones); n > 0 {
			due := 0
			for _, m := range j.Account.Milestones {
				if m.Due.Date != "" && m.Due.Date <= day {
					due++
				}
			}
			return percent(big.NewRat(int64(due), 1), big.NewRat(int64(n), 1)), true
		}
	}
	return j.elapsed(day), true
}

// elapsed is the share of the span's months that have passed by the day, in %.
func (j *judge) elapsed(day string) *big.Rat {
	total := monthsBetween(j.from, j.due)
	passed := min(monthsBetween(j.from, day), total)
	if total <= 0 {
		return zero
	}
	return percent(big.NewRat(passed, 1), big.NewRat(total, 1))
}

// monthsBetween counts the months from the first day of one to the month in
// which the other ends, both in.
func monthsBetween(from, to string) int64 {
	a, err1 := time.Parse(time.DateOnly, from)
	b, err2 := time.Parse(time.DateOnly, to)
	if err1 != nil || err2 != nil {
		return 0
	}
	return int64(12*(b.Year()-a.Year()) + int(b.Month()) - int(a.Month()) + 1)
}

// Text is a number as messages print it: one digit after the point, rounded
// half up as official tables do; whole numbers and what is no longer than one
// digit after the point as it is.
func Text(r *big.Rat) string {
	if r == nil {
		return ""
	}
	if r.IsInt() {
		return r.Num().String()
	}
	return r.FloatString(1) // rounds half away from zero
}
