package standing

import (
	"strings"

	"pledger/ledger"
	"pledger/quantity"
)

// Judge says where the account stands with the plan's terms on a day, 2006-01-02,
// by the readings of those terms, whatever year and in any order.
func (p *Plan) Judge(readings []*ledger.Reading, day string) Standing {
	switch {
	case p.fixed:
		s := p.start
		s.Day = day
		return s
	case p.term == Nodes:
		return p.nodes(day)
	}
	j := judge{Plan: p, s: p.start}
	j.s.Day = day
	all := known(readings, day)
	n := before(all, p.from)
	j.history, j.s.plan, j.s.read = all[:n], p, all[n:]
	var room [shortSeries]Point
	points := p.points(room[:], j.s.read)
	j.s.Forecast = j.forecast(points)
	if len(points) == 0 {
		j.silent()
		return j.s
	}
	j.tell(j.last(points), &points[len(points)-1])
	j.overdue(points[len(points)-1].Period)
	return j.s
}

// shortSeries is how many points are judged without asking for memory: a year
// by months and some more.
const shortSeries = 16

// points are what readings of the span, as known on a day, come to, put into room
// as far as it reaches.
func (p *Plan) points(room []Point, readings []*ledger.Reading) []Point {
	if p.way == adding {
		return sums(room, readings, p.from)
	}
	return levels(room, readings)
}

// judge works out one standing.
type judge struct {
	*Plan
	history []*ledger.Reading // of earlier years, as known on the day
	s       Standing
}

// verdict is what is said of one point. Numbers that say nothing are none.
type verdict struct {
	state    State
	light    Light
	code     string
	end      *edge // the one that decides
	share    Number
	expected Number
	gap      Number // in points of the target or in its unit: below 0 is behind
	distance Number // the same in the rule's measure
}

// last is what is said of the last point. Where it would be green and the one
// before it was red, catching up is yellow for one reading: two bands, counted in
// readings and not in days.
func (j *judge) last(points []Point) verdict {
	n := len(points)
	v := j.one(&points[n-1])
	if v.light == Green && n > 1 && j.one(&points[n-2]).light == Red {
		v.light, v.code = Yellow, WhyRecovering
	}
	return v
}

// one judges one point by itself.
func (j *judge) one(p *Point) verdict {
	floor, ceiling := j.floor, j.ceiling
	over := p.Period.End >= j.due
	low, high := !reaches(p.Value, j.accepts.Lo, 1), !reaches(p.Value, j.accepts.Hi, -1)
	switch {
	case high && (over || j.way == adding): // a sum never falls again
		return settled(Missed, LightMissed, WhyShort, p.Value, ceiling)
	case over && low:
		return settled(Missed, LightMissed, WhyShort, p.Value, floor)
	case over && floor != nil:
		return settled(Done, LightDone, WhySum, p.Value, floor)
	case over:
		return settled(Done, LightDone, WhySum, p.Value, ceiling)
	case j.way == adding && floor != nil && ceiling == nil && !low:
		return settled(DoneEarly, LightDone, WhySum, p.Value, floor)
	case j.way == adding && floor != nil:
		return j.amount(p, floor)
	case j.way == adding:
		return j.amount(p, ceiling)
	case j.way == stock && !high:
		return j.onWay(p, low)
	}
	return j.atOnce(p, low, high)
}

// settled is a state that only the number decides.
func settled(state State, light Light, code string, value quantity.Decimal, end *edge) verdict {
	v := verdict{state: state, light: light, code: code, end: end}
	if end.exact.Sign() > 0 {
		v.share = ratio(value, end.number).percent()
	}
	return v
}

// undecided is what no rule decided.
func undecided(code string, end *edge) verdict {
	return verdict{state: Unjudged, light: LightUnknown, code: code, end: end}
}

// reaches reports whether a value lies on the inner side of an end: above a
// lower one with side 1, below an upper one with side -1.
func reaches(value quantity.Decimal, e quantity.End, side int) bool {
	if e.Kind == quantity.Unbounded {
		return true
	}
	c := side * value.Cmp(e.Value)
	return c > 0 || c == 0 && e.Kind == quantity.Closed
}

// amount judges a sum so far against what should be by then.
func (j *judge) amount(p *Point, end *edge) verdict {
	if end.exact.Sign() <= 0 {
		return undecided(WhyZero, end)
	}
	v := verdict{code: WhyAmount, end: end, share: ratio(p.Value, end.number).percent()}
	expected, code := j.expected(p.Period.End)
	if code != "" {
		v.state, v.light, v.code = Unjudged, LightUnknown, code
		return v
	}
	v.expected, v.gap = expected, v.share.Sub(expected)
	if end == j.ceiling { // what is used up, not what is done
		v.gap, v.code = v.gap.neg(), WhyCeiling
	}
	return j.lit(v)
}

// lit gives the light for a gap in points of the target, by what should be done.
func (j *judge) lit(v verdict) verdict {
	v.distance = v.gap
	if j.rule.Measure == Planned {
		if v.expected.Sign() == 0 {
			return verdict{state: Unjudged, light: LightUnknown, code: WhyZero, end: v.end, share: v.share}
		}
		v.distance = v.gap.quo(v.expected).percent()
	}
	v.state, v.light = j.rule.light(v.distance)
	return v
}

// onWay judges a stock that is to grow to the target: how much of the way from
// where it stood before. One that is there already has only to stay.
func (j *judge) onWay(p *Point, low bool) verdict {
	base := j.base()
	behind := base != nil && base.Cmp(j.floor.number) < 0
	switch {
	case !low && j.ceiling == nil && (base == nil || behind):
		return settled(DoneEarly, LightDone, WhySum, p.Value, j.floor)
	case low && base == nil:
		return undecided(WhyNoBase, j.floor)
	case !low, !behind:
		return j.atOnce(p, low, false)
	}
	v := verdict{code: WhyAmount, end: j.floor}
	v.share = ratio(p.Value.Sub(*base), j.floor.number.Sub(*base)).percent()
	expected, code := j.expected(p.Period.End)
	if code != "" {
		v.state, v.light, v.code = Unjudged, LightUnknown, code
		return v
	}
	v.expected, v.gap = expected, v.share.Sub(expected)
	return j.lit(v)
}

// base is where a stock stood before the span; nil where nobody knows.
func (j *judge) base() *quantity.Decimal {
	for i := len(j.history) - 1; i >= 0; i-- {
		if p, ok := pointOf(j.history[i]); ok && instant(p.Period) {
			return &p.Value
		}
	}
	return nil
}

// atOnce holds a value against the target at once: what lies between two ends is
// on pace, and beyond either it is behind.
func (j *judge) atOnce(p *Point, low, high bool) verdict {
	end, sign := j.floor, 1
	switch {
	case j.floor != nil && j.ceiling != nil && !low && !high:
		return verdict{state: OnPace, light: Green, code: WhyBand, end: j.floor}
	case j.floor == nil || high:
		end, sign = j.ceiling, -1
	}
	v := verdict{code: WhyRate, end: end, gap: NumberOf(p.Value).Sub(end.exact)}
	if sign < 0 {
		v.gap = v.gap.neg()
	}
	switch {
	case j.rule.Measure == Points && strings.HasSuffix(j.terms.Unit, "%"), j.rule.Measure == Points && strings.HasSuffix(j.terms.Unit, "百分点"):
		v.distance = v.gap
	case end.exact.Sign() != 0:
		v.distance = v.gap.quo(end.exact.Abs()).percent()
	case v.gap.Sign() >= 0:
		v.state, v.light = OnPace, Green
		return v
	default:
		v.state, v.light = Behind, Yellow // how far cannot be said as a share of 0
		return v
	}
	v.state, v.light = j.rule.light(v.distance)
	return v
}

// tell puts a verdict over a point in the standing.
func (j *judge) tell(v verdict, p *Point) {
	s := &j.s
	s.State, s.Light = v.state, v.light
	s.Value, s.Typed, s.Period, s.Target = NumberOf(p.Value), p.Typed, p.Period, v.end.exact
	if j.floor != nil && j.ceiling != nil {
		s.High = j.ceiling.exact
	}
	s.Share, s.Expected, s.Distance = v.share, v.expected, v.distance
	s.Because(v.code)
	if v.code == WhyUndated {
		s.args = j.undated()
	}
}

// silent says why there is no value: none was given, or none is due yet.
func (j *judge) silent() {
	if first := j.first(); first != "" && j.wanted(j.s.Day) == "" {
		j.s.Because(WhyNotDue, plus(first, Grace))
		return
	}
	j.s.Because(WhyNoReading)
}

// overdue turns the standing into 待报 where a later reading should be there by
// the day. What is settled stays settled.
func (j *judge) overdue(last ledger.Period) {
	if j.s.State == Done || j.s.State == DoneEarly || j.s.State == Missed {
		return
	}
	wanted := j.wanted(j.s.Day)
	if wanted == "" || last.End >= wanted {
		return
	}
	j.s.Last = j.s.Light
	j.s.State, j.s.Light = Unreported, LightUnknown
	j.s.Because(WhyOverdue, wanted, last.End)
}
