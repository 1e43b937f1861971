package quantity

import "math/big"

// Arithmetic on intervals. The result of each operation holds x∘y for every x
// and y of its operands: precision is never regained. The whole line stands for
// "unknown", and unknown ∘ anything is unknown; then, an empty operand gives
// the empty interval.

// settled is the result where x or y is unknown or empty.
func settled(x, y Interval) (z Interval, ok bool) {
	if !x.Known() || !y.Known() {
		return Interval{}, true
	}
	if x.Empty() || y.Empty() {
		return nothing, true
	}
	return z, false
}

// Add is x + y, exact.
func (x Interval) Add(y Interval) Interval {
	if z, ok := settled(x, y); ok {
		return z
	}
	return Interval{x.Lo.plus(y.Lo), x.Hi.plus(y.Hi)}
}

func (e End) plus(f End) End {
	if e.Kind == Unbounded || f.Kind == Unbounded {
		return End{}
	}
	return End{e.Value.Add(f.Value), min(e.Kind, f.Kind)}
}

// Neg is −x.
func (x Interval) Neg() Interval {
	x.Lo, x.Hi = x.Hi, x.Lo
	x.Lo.Value, x.Hi.Value = x.Lo.Value.Neg(), x.Hi.Value.Neg()
	return x
}

// Sub is x − y, exact.
func (x Interval) Sub(y Interval) Interval { return x.Add(y.Neg()) }

// corner is one extreme of a product or quotient: an exact fraction or ±∞, and
// whether it is reached.
type corner struct {
	inf     int // -1, 0 or 1
	value   *big.Rat
	reached bool
}

func (a corner) cmp(b corner) int {
	if a.inf != b.inf {
		return a.inf - b.inf
	}
	if a.inf != 0 {
		return 0
	}
	return a.value.Cmp(b.value)
}

// corners are the two ends of x as extremes.
func (x Interval) corners() [2]corner {
	return [2]corner{x.Lo.corner(-1), x.Hi.corner(1)}
}

func (e End) corner(side int) corner {
	if e.Kind == Unbounded {
		return corner{inf: side}
	}
	return corner{value: e.Value.Rat(), reached: e.Kind == Closed}
}

func (a corner) sign() int {
	if a.inf != 0 {
		return a.inf
	}
	return a.value.Sign()
}

// times is a × b; 0 × ∞ is 0, since another pair of ends gives the infinity.
func (a corner) times(b corner) corner {
	switch {
	case a.sign() == 0 || b.sign() == 0:
		return corner{value: new(big.Rat), reached: a.reached && b.reached || a.sign() == 0 && a.reached || b.sign() == 0 && b.reached}
	case a.inf != 0 || b.inf != 0:
		return corner{inf: a.sign() * b.sign()}
	}
	return corner{value: new(big.Rat).Mul(a.value, b.value), reached: a.reached && b.reached}
}

// spanned is the interval between the least and the greatest of the corners of
// x and y, rounded outwards to so many digits after the point.
func spanned(xs, ys [2]corner, digits int) Interval {
	lo, hi := xs[0].times(ys[0]), xs[0].times(ys[0])
	for i := 1; i < 4; i++ {
		c := xs[i/2].times(ys[i%2])
		if d := c.cmp(lo); d < 0 || d == 0 && c.reached {
			lo = c
		}
		if d := c.cmp(hi); d > 0 || d == 0 && c.reached {
			hi = c
		}
	}
	return Interval{lo.end(digits, down), hi.end(digits, up)}
}

// end is the corner as an end. Where it had to be rounded, the rounded value
// itself is outside, so the end is open.
func (a corner) end(digits int, d direction) End {
	if a.inf != 0 {
		return End{}
	}
	v := roundRat(a.value, digits, d)
	if !a.reached || v.Rat().Cmp(a.value) != 0 {
		return End{v, Open}
	}
	return End{v, Closed}
}

// Mul is x × y, exact.
func (x Interval) Mul(y Interval) Interval {
	if z, ok := settled(x, y); ok {
		return z
	}
	return spanned(x.corners(), y.corners(), x.digits()+y.digits())
}

// digits is how many digits after the point x's ends have at most.
func (x Interval) digits() int {
	return max(0, -x.Lo.Value.exponent(), -x.Hi.Value.exponent())
}

// Div is x ÷ y, its ends rounded outwards to so many digits after the point.
// Where 0 lies inside y, or is all of y, the result is unknown; a 0 at y's end
// is left out.
func (x Interval) Div(y Interval, digits int) Interval {
	if z, ok := settled(x, y); ok {
		return z
	}
	ys := y.corners()
	if ys[0].sign()*ys[1].sign() < 0 || ys[0].sign() == 0 && ys[1].sign() == 0 {
		return Interval{}
	}
	// The inverse of a positive or negative interval: its ends change places.
	inverse := [2]corner{ys[1].inverse(-1), ys[0].inverse(1)}
	return spanned(x.corners(), inverse, digits)
}

// inverse is 1 ÷ a; of an end that is 0 it is the infinity on side.
func (a corner) inverse(side int) corner {
	switch {
	case a.inf != 0:
		return corner{value: new(big.Rat)}
	case a.value.Sign() == 0:
		return corner{inf: side}
	}
	return corner{value: new(big.Rat).Inv(a.value), reached: a.reached}
}

// Pow is x^n, exact.
func (x Interval) Pow(n uint) Interval {
	if z, ok := settled(x, x); ok {
		return z
	}
	if n == 0 {
		return Point(NewDecimal(1, 0))
	}
	if n%2 == 1 || !x.Contains(Decimal{}) {
		z := x
		if n%2 == 0 && x.Hi.Kind != Unbounded && x.Hi.Value.Sign() <= 0 {
			z = x.Neg()
		}
		z.Lo.Value, z.Hi.Value = z.Lo.Value.pow(n), z.Hi.Value.pow(n)
		return z
	}
	z := Interval{End{Decimal{}, Closed}, x.Hi} // an even power of an interval around 0
	if m := x.Neg(); cmpHi(m.Hi, x.Hi) > 0 {
		z.Hi = m.Hi
	}
	z.Hi.Value = z.Hi.Value.pow(n)
	return z
}

func (x Decimal) pow(n uint) Decimal {
	z := NewDecimal(1, 0)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			z = z.Mul(x)
		}
		x = x.Mul(x)
	}
	return z
}

// Round is x with its ends rounded outwards to so many digits after the point.
func (x Interval) Round(digits int) Interval {
	if !x.Known() || x.Empty() {
		return x
	}
	c := x.corners()
	return Interval{c[0].end(digits, down), c[1].end(digits, up)}
}
