package quantity

import "math/big"

// Root is the n-th root of x, its ends rounded outwards to so many digits after
// the point. n must not be 0. Of an even root, what is below 0 is left out.
func (x Interval) Root(n uint, digits int) Interval {
	if z, ok := settled(x, x); ok {
		return z
	}
	if n%2 == 0 {
		x = x.Intersect(Interval{Lo: End{Decimal{}, Closed}})
		if x.Empty() {
			return nothing
		}
	}
	return Interval{x.Lo.root(n, digits, down), x.Hi.root(n, digits, up)}
}

func (e End) root(n uint, digits int, d direction) End {
	if e.Kind == Unbounded {
		return e
	}
	v, exact := e.Value.root(n, digits, d)
	if !exact {
		return End{v, Open}
	}
	return End{v, e.Kind}
}

// root is the n-th root of x rounded to digits after the point in direction d,
// and whether it is the exact root. The root is taken of an integer, x shifted
// by n times the digits, so that nothing is rounded twice.
func (x Decimal) root(n uint, digits int, d direction) (z Decimal, exact bool) {
	if x.Sign() < 0 { // an odd root
		opposite := map[direction]direction{down: up, up: down, nearest: nearest}[d]
		z, exact = x.Neg().root(n, digits, opposite)
		return z.Neg(), exact
	}
	r := x.Rat()
	shifted, rest := new(big.Int).QuoRem(
		new(big.Int).Mul(r.Num(), scale(int(n)*digits)), r.Denom(), new(big.Int))
	root := intRoot(shifted, n)
	exact = rest.Sign() == 0 && new(big.Int).Exp(root, big.NewInt(int64(n)), nil).Cmp(shifted) == 0
	if d == up && !exact {
		root.Add(root, big.NewInt(1))
	}
	return fromInt(root, digits), exact
}

// intRoot is the greatest integer whose n-th power is at most x, by Newton's
// method from above; x must not be negative.
func intRoot(x *big.Int, n uint) *big.Int {
	if x.Sign() == 0 || n == 1 {
		return new(big.Int).Set(x)
	}
	bigN, less := big.NewInt(int64(n)), big.NewInt(int64(n-1))
	z := new(big.Int).Lsh(big.NewInt(1), uint(x.BitLen())/n+1)
	for {
		next := new(big.Int).Exp(z, less, nil)
		next.Quo(x, next)
		next.Add(next, new(big.Int).Mul(less, z))
		next.Quo(next, bigN)
		if next.Cmp(z) >= 0 {
			return z
		}
		z = next
	}
}

// AverageGrowth（年均增长）is the constant yearly change that leads from one
// level to another in so many years, (to ÷ from)^(1/years) − 1, as a share of
// 1, rounded outwards to so many digits after the point. It is unknown where
// from is not positive or years is 0.
func AverageGrowth(from, to Interval, years uint, digits int) Interval {
	zero := Interval{Lo: End{Decimal{}, Open}}
	if years == 0 || !from.Within(zero) {
		return Interval{}
	}
	// The quotient gets as many digits as the root leaves undisturbed.
	ratio := to.Div(from, int(years)*digits+guardDigits)
	return ratio.Root(years, digits).Sub(Point(NewDecimal(1, 0)))
}

// guardDigits keep the rounding of a quotient below that of the root after it.
const guardDigits = 4
