package quantity

import (
	"fmt"

	"pledger/lexicon"
)

// mean sets q.Bound and q.Value from the number n, q's unit, and the bound word
// k, which may be nil.
func (q *Quantity) mean(n *numeral, k *cue) {
	q.Bound, q.Value = Exact, Interval{}
	switch {
	case !n.known:
		return
	case n.estimates():
		q.Bound = Range
		q.Value = Between(q.Nominal, n.hi)
		return
	case q.Form == Vague:
		q.Bound = Over
		q.Value = Interval{End{q.Nominal.Mul(NewDecimal(2, 0)), Closed}, End{q.Nominal.shift(1), Open}}
		return
	case q.Form == Digitals:
		q.Bound = Over
		q.Value = Interval{End{q.Nominal, Closed}, End{q.Nominal.shift(1), Open}}
		return
	}
	e := asWritten
	if k != nil {
		q.Bound, e = k.bound, k.ends
	}
	if n.plus {
		q.Bound, e = Over, fill
	}
	if e == asWritten {
		q.Value = within(q.Nominal, q.slack(n))
		return
	}
	q.Value = q.interval(e)
}

// interval is the values that q's number means with the ends e of a bound word.
func (q *Quantity) interval(e ends) Interval {
	v := q.Nominal
	switch e {
	case around:
		stepExp, one := step(v, int(q.Places))
		if one {
			stepExp--
		}
		d := NewDecimal(5, stepExp-1)
		if w := NewDecimal(1, int(q.Places)); d.Cmp(w) < 0 && !one {
			d = w
		}
		return within(v, d)
	case toward:
		stepExp, one := step(v, int(q.Places))
		if one {
			stepExp--
		}
		return Interval{End{v.Sub(NewDecimal(1, stepExp)), Open}, End{v, Closed}}
	case fill:
		stepExp, _ := step(v, int(q.Places))
		return Interval{End{v, Open}, End{v.Add(NewDecimal(1, stepExp)), Open}}
	case from:
		return Interval{End{v, Closed}, End{}}
	case beyond:
		return Interval{End{v, Open}, End{}}
	case upto:
		return Interval{q.floor(), End{v, Closed}}
	case short:
		return Interval{q.floor(), End{v, Open}}
	}
	panic(fmt.Sprintf("quantity: no ends %d", e))
}

// Share gives q, which has no bound word of its own, that which stands before first, of whose
// list it is a later number: 分别突破300亿元和180亿元. It leaves q as it is where first has none
// there, or one that only rounds.
func (q *Quantity) Share(first *Quantity) {
	if q.Bound != Exact || !first.led() {
		return
	}
	v := End{q.Nominal, Closed}
	switch {
	case first.Bound == Over && first.Value.Hi.Kind == Unbounded:
		v.Kind = first.Value.Lo.Kind
		q.Bound, q.Value = Over, Interval{v, End{}}
	case first.Bound == Under && first.Value.Hi.Kind != Unbounded:
		v.Kind = first.Value.Hi.Kind
		q.Bound, q.Value = Under, Interval{q.floor(), v}
	}
}

// Fall gives q, which has no bound word of its own, that of a word some way before it: 不到
// 全国的3%.
func (q *Quantity) Fall() {
	if q.Bound == Exact {
		q.Bound, q.Value = Under, q.interval(short)
	}
}

// Stand takes from q the bound word before it, where it is what something else is held against and
// that stays beyond it: 低于8%的目标.
func (q *Quantity) Stand() {
	q.mean(&numeral{known: true}, nil)
}

// led reports whether the bound of q stands before it: 突破300亿元, 不低于每人每月600元.
func (q *Quantity) led() bool {
	return q.Full.Start < q.Pos.Start || q.Bound != Exact && q.Form <= Chinese && q.UnitText.Start == q.Pos.End && q.UnitText.End == q.Full.End
}

// within is the interval of what is no further than d from v.
func within(v, d Decimal) Interval {
	if d == (Decimal{}) && v.short() && v.exp <= 0 || d.Sign() < 0 {
		return Point(v)
	}
	return Between(v.Sub(d), v.Add(d))
}

// floor is the lower end of what can be counted or measured; rates of change
// and quantities without a unit have none.
func (q *Quantity) floor() End {
	if q.Unit == nil || q.Unit.Class == classRatio || q.Unit.Dimension == "temperature" || q.Nominal.Sign() < 0 {
		return End{}
	}
	return End{Decimal{}, Closed}
}

// The classes of units that decide how exact a number is; see lexicon.Unit.
const (
	classMeasure  = "measure"
	classDuration = "duration"
	classRatio    = "ratio"
)

// slack is how far to either side the number can be off: half a unit of its
// last written digit, nothing for whole counts.
func (q *Quantity) slack(n *numeral) Decimal {
	switch {
	case n.slack != Decimal{}:
		return n.slack
	case q.Form == None || q.Form == Ordinal || q.Form == Doubling:
		return Decimal{}
	case q.Form == Dual && q.Nominal.Cmp(NewDecimal(1, 0)) < 0:
		return NewDecimal(5, -2) // 一半 is as exact as 五成
	case q.Places == 0 && counted(q.Unit):
		return Decimal{}
	}
	return NewDecimal(5, int(q.Places)-1)
}

// counted reports whether whole numbers of u are exact: things, people, days;
// also where the unit is not known.
func counted(u *lexicon.Unit) bool {
	return u == nil || u.Class == classMeasure || u.Class == classDuration
}
