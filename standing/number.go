package standing

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"

	"pledger/quantity"
)

// Number is an exact fraction, or none as the zero Number is. It is a value:
// copies are independent and no method changes its receiver.
//
// It is n/d in lowest terms with d > 0 where both fit int64, as nearly all do, else
// wide. Both ways give the same results.
type Number struct {
	n, d int64
	wide *big.Rat // never written to
}

// whole is the whole number n.
func whole(n int64) Number { return Number{n: n, d: 1} }

// ratio is a/b, where b is not 0.
func ratio(a, b quantity.Decimal) Number {
	if n, d, ok := quantity.Ratio(a, b); ok && n != math.MinInt64 && d != math.MinInt64 {
		return reduced(n, d)
	}
	return narrow(new(big.Rat).Quo(a.Rat(), b.Rat()))
}

// NumberOf is d as a Number.
func NumberOf(d quantity.Decimal) Number { return ratio(d, quantity.NewDecimal(1, 0)) }

// reduced is n/d in lowest terms; neither is the least int64, and d is not 0.
func reduced(n, d int64) Number {
	if d < 0 {
		n, d = -n, -d
	}
	a, b := max(n, -n), d
	for b != 0 {
		a, b = b, a%b
	}
	return Number{n: n / a, d: d / a}
}

// Rational is r as a Number; none for nil.
func Rational(r *big.Rat) Number {
	if r == nil {
		return Number{}
	}
	return narrow(new(big.Rat).Set(r))
}

// narrow is Rational of what the caller gives away.
func narrow(r *big.Rat) Number {
	if r.Num().IsInt64() && r.Denom().IsInt64() && r.Num().Int64() != math.MinInt64 {
		return Number{n: r.Num().Int64(), d: r.Denom().Int64()}
	}
	return Number{wide: r}
}

// Known reports whether x is a number.
func (x Number) Known() bool { return x.d != 0 || x.wide != nil }

// Rat is x as a number of the caller's own; nil for none.
func (x Number) Rat() *big.Rat {
	switch {
	case x.wide != nil:
		return new(big.Rat).Set(x.wide)
	case x.d == 0:
		return nil
	}
	if x.d == 1 {
		return new(big.Rat).SetInt64(x.n)
	}
	return big.NewRat(x.n, x.d)
}

// Sub is x − y; none where either is none.
func (x Number) Sub(y Number) Number {
	if !x.Known() || !y.Known() {
		return Number{}
	}
	if x.wide == nil && y.wide == nil {
		a, ok1 := times(x.n, y.d)
		b, ok2 := times(y.n, x.d)
		d, ok3 := times(x.d, y.d)
		if c := a - b; ok1 && ok2 && ok3 && (c < a) == (b > 0) && c != math.MinInt64 {
			return reduced(c, d)
		}
	}
	return narrow(new(big.Rat).Sub(x.Rat(), y.Rat()))
}

// quo is x/y, where y is not 0.
func (x Number) quo(y Number) Number {
	if x.wide == nil && y.wide == nil {
		n, ok1 := times(x.n, y.d)
		d, ok2 := times(x.d, y.n)
		if ok1 && ok2 {
			return reduced(n, d)
		}
	}
	return narrow(new(big.Rat).Quo(x.Rat(), y.Rat()))
}

// percent is x as a percentage: 1/2 is 50.
func (x Number) percent() Number { return x.quo(Number{n: 1, d: 100}) }

// neg is −x.
func (x Number) neg() Number {
	if x.wide != nil {
		return Number{wide: new(big.Rat).Neg(x.wide)}
	}
	return Number{n: -x.n, d: x.d}
}

// Abs is x without its sign.
func (x Number) Abs() Number {
	if x.Sign() < 0 {
		return x.neg()
	}
	return x
}

// Sign is -1, 0 or 1.
func (x Number) Sign() int {
	switch {
	case x.wide != nil:
		return x.wide.Sign()
	case x.n < 0:
		return -1
	case x.n > 0:
		return 1
	}
	return 0
}

// Cmp is -1, 0 or 1 where x is below, equal to or above y.
func (x Number) Cmp(y Number) int { return x.Sub(y).Sign() }

// Float64 is the nearest float to x, 0 for none: for charts and for order, never
// for a light.
func (x Number) Float64() float64 {
	switch {
	case x.wide != nil:
		f, _ := x.wide.Float64()
		return f
	case x.d == 0:
		return 0
	case x.n == int64(float64(x.n)) && x.d == int64(float64(x.d)):
		return float64(x.n) / float64(x.d)
	}
	f, _ := x.Rat().Float64()
	return f
}

// Text is x as messages print it: one digit after the point, rounded half away
// from zero as official tables do; whole numbers as they are; "" for none.
func (x Number) Text() string {
	switch {
	case !x.Known():
		return ""
	case x.wide != nil && x.wide.IsInt():
		return x.wide.Num().String()
	case x.wide != nil:
		return x.wide.FloatString(1)
	case x.d == 1:
		return strconv.FormatInt(x.n, 10)
	}
	tenths, ok := times(max(x.n, -x.n), 10)
	if !ok {
		return x.Rat().FloatString(1)
	}
	q, rest := tenths/x.d, tenths%x.d
	if rest >= x.d-rest { // half and more
		q++
	}
	b := make([]byte, 0, 24)
	if x.n < 0 {
		b = append(b, '-')
	}
	b = strconv.AppendInt(b, q/10, 10)
	return string(append(b, '.', byte('0'+q%10)))
}

// times is a × b; ok is false where that does not fit int64 with both signs.
func times(a, b int64) (z int64, ok bool) {
	hi, lo := bits.Mul64(uint64(max(a, -a)), uint64(max(b, -b)))
	if hi != 0 || lo > math.MaxInt64 || a == math.MinInt64 || b == math.MinInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}
