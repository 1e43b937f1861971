package standing

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"

	"pledger/quantity"
)

// frac is an exact fraction: n/d in lowest terms with d > 0 where both fit
// int64, as nearly all do, else wide. The zero frac is none. Both ways give the
// same results.
type frac struct {
	n, d int64
	wide *big.Rat // never written to
}

// fracOf is the whole number n.
func fracOf(n int64) frac { return frac{n: n, d: 1} }

// ratio is a/b, where b is not 0.
func ratio(a, b quantity.Decimal) frac {
	if n, d, ok := quantity.Ratio(a, b); ok && n != math.MinInt64 && d != math.MinInt64 {
		return reduced(n, d)
	}
	return narrow(new(big.Rat).Quo(a.Rat(), b.Rat()))
}

// decimal is d as a fraction.
func decimal(d quantity.Decimal) frac { return ratio(d, quantity.NewDecimal(1, 0)) }

// reduced is n/d in lowest terms; neither is the least int64, and d is not 0.
func reduced(n, d int64) frac {
	if d < 0 {
		n, d = -n, -d
	}
	a, b := max(n, -n), d
	for b != 0 {
		a, b = b, a%b
	}
	return frac{n: n / a, d: d / a}
}

// narrow is r as a fraction.
func narrow(r *big.Rat) frac {
	if r.Num().IsInt64() && r.Denom().IsInt64() && r.Num().Int64() != math.MinInt64 {
		return frac{n: r.Num().Int64(), d: r.Denom().Int64()}
	}
	return frac{wide: r}
}

// known reports whether x is a number.
func (x frac) known() bool { return x.d != 0 || x.wide != nil }

// rat is x as a number of its own; nil for none.
func (x frac) rat() *big.Rat {
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

// sub is x − y.
func (x frac) sub(y frac) frac {
	if x.wide == nil && y.wide == nil {
		a, ok1 := times(x.n, y.d)
		b, ok2 := times(y.n, x.d)
		d, ok3 := times(x.d, y.d)
		if c := a - b; ok1 && ok2 && ok3 && (c < a) == (b > 0) && c != math.MinInt64 {
			return reduced(c, d)
		}
	}
	return narrow(new(big.Rat).Sub(x.rat(), y.rat()))
}

// quo is x/y, where y is not 0.
func (x frac) quo(y frac) frac {
	if x.wide == nil && y.wide == nil {
		n, ok1 := times(x.n, y.d)
		d, ok2 := times(x.d, y.n)
		if ok1 && ok2 {
			return reduced(n, d)
		}
	}
	return narrow(new(big.Rat).Quo(x.rat(), y.rat()))
}

// percent is x as a percentage: 1/2 is 50.
func (x frac) percent() frac { return x.quo(frac{n: 1, d: 100}) }

// neg is −x.
func (x frac) neg() frac {
	if x.wide != nil {
		return frac{wide: new(big.Rat).Neg(x.wide)}
	}
	return frac{n: -x.n, d: x.d}
}

// abs is x without its sign.
func (x frac) abs() frac {
	if x.sign() < 0 {
		return x.neg()
	}
	return x
}

// sign is -1, 0 or 1.
func (x frac) sign() int {
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

// cmp is -1, 0 or 1 where x is below, equal to or above y.
func (x frac) cmp(y frac) int { return x.sub(y).sign() }

// text is Text.
func (x frac) text() string {
	if x.wide != nil || x.d == 0 {
		return Text(x.wide)
	}
	if x.d == 1 {
		return strconv.FormatInt(x.n, 10)
	}
	tenths, ok := times(max(x.n, -x.n), 10)
	if !ok {
		return Text(x.rat())
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

// Text is a number as messages print it: one digit after the point, rounded
// half up as official tables do; whole numbers as they are; "" for none.
func Text(r *big.Rat) string {
	if r == nil {
		return ""
	}
	if r.IsInt() {
		return r.Num().String()
	}
	return r.FloatString(1) // rounds half away from zero
}
