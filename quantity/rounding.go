package quantity

import (
	"math/big"

	"github.com/cockroachdb/apd/v3"
)

// direction is which way a result that has no end in decimals is rounded.
type direction uint8

const (
	nearest direction = iota
	down              // towards −∞
	up                // towards +∞
)

// quo is x ÷ y rounded to so many digits after the point; y must not be 0. It
// goes over big integers: apd counts the digits of the whole and not those
// after the point.
func quo(x, y Decimal, digits int, d direction) Decimal {
	return roundRat(new(big.Rat).Quo(x.Rat(), y.Rat()), digits, d)
}

var bigTen = big.NewInt(10)

// scale is 10^n.
func scale(n int) *big.Int {
	return new(big.Int).Exp(bigTen, big.NewInt(int64(n)), nil)
}

// roundRat is r as a decimal of so many digits after the point, without zeros
// at its end.
func roundRat(r *big.Rat, digits int, d direction) Decimal {
	num := new(big.Int).Mul(r.Num(), scale(digits))
	den := r.Denom()
	if d == nearest { // half away from zero
		num.Lsh(num, 1)
		if num.Sign() < 0 {
			num.Sub(num, den)
		} else {
			num.Add(num, den)
		}
		num.Quo(num, new(big.Int).Lsh(den, 1))
		return fromInt(num, digits)
	}
	q, m := new(big.Int).DivMod(num, den, new(big.Int))
	if d == up && m.Sign() > 0 {
		q.Add(q, big.NewInt(1))
	}
	return fromInt(q, digits)
}

// fromInt is n ÷ 10^digits, without zeros at its end.
func fromInt(n *big.Int, digits int) Decimal {
	var z apd.Decimal
	z.Coeff.SetMathBigInt(n)
	if n.Sign() < 0 {
		z.Negative = true
		z.Coeff.Abs(&z.Coeff)
	}
	z.Exponent = int32(-digits)
	return fromAPD(&z).reduced()
}
