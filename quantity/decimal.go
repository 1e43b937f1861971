package quantity

import (
	"fmt"
	"math/big"

	"github.com/cockroachdb/apd/v3"
)

// Decimal is an exact decimal number. It is a value: copies are independent and
// no method changes its receiver. The zero Decimal is 0.
type Decimal struct {
	// d is never written to after the Decimal is handed out, so that copies may
	// share the memory of a long coefficient.
	d apd.Decimal
}

// exact does sums and products of decimals without rounding: apd computes them
// to the last digit when the precision is 0.
var exact = apd.BaseContext

// maxExponent bounds the size of what ParseDecimal reads, so that no input
// makes a number of millions of digits.
const maxExponent = 1000

// NewDecimal returns coef × 10^exp.
func NewDecimal(coef int64, exp int) Decimal {
	var z Decimal
	z.d.SetFinite(coef, int32(exp))
	return z
}

// ParseDecimal reads a plain decimal: an optional sign, digits, at most one
// point. Zeros at the end are kept: 5.0 is not 5.
func ParseDecimal(s string) (Decimal, error) {
	digits, points := 0, 0
	for i, r := range s {
		switch {
		case '0' <= r && r <= '9':
			digits++
		case r == '.' && points == 0:
			points++
		case (r == '-' || r == '+') && i == 0:
		default:
			return Decimal{}, fmt.Errorf("%q is no plain decimal", s)
		}
	}
	if digits == 0 || digits > maxExponent {
		return Decimal{}, fmt.Errorf("%q has %d digits; 1 to %d are read", s, digits, maxExponent)
	}
	var z Decimal
	if _, _, err := z.d.SetString(s); err != nil {
		return Decimal{}, fmt.Errorf("%q is no plain decimal: %w", s, err)
	}
	return z, nil
}

// String writes x as a plain decimal, without exponent.
func (x Decimal) String() string { return x.d.Text('f') }

// Sign is -1, 0 or 1.
func (x Decimal) Sign() int { return x.d.Sign() }

// Cmp compares by value: 5.0 and 5 are equal. It is -1, 0 or 1.
func (x Decimal) Cmp(y Decimal) int { return x.d.Cmp(&y.d) }

// Neg is −x.
func (x Decimal) Neg() Decimal {
	var z Decimal
	z.d.Neg(&x.d)
	return z
}

// Add is x + y, exact.
func (x Decimal) Add(y Decimal) Decimal {
	var z Decimal
	_, err := exact.Add(&z.d, &x.d, &y.d)
	must(err)
	return z
}

// Sub is x − y, exact.
func (x Decimal) Sub(y Decimal) Decimal {
	var z Decimal
	_, err := exact.Sub(&z.d, &x.d, &y.d)
	must(err)
	return z
}

// Mul is x × y, exact.
func (x Decimal) Mul(y Decimal) Decimal {
	var z Decimal
	_, err := exact.Mul(&z.d, &x.d, &y.d)
	must(err)
	return z
}

// must panics where exact arithmetic fails: only on exponents beyond ±100000,
// which no reader here makes.
func must(err error) {
	if err != nil {
		panic("quantity: " + err.Error())
	}
}

// shift is x × 10^n, exact, and n more or fewer places as written.
func (x Decimal) shift(n int) Decimal {
	x.d.Exponent += int32(n)
	return x
}

// trimmed is x without zeros at the end of its decimals.
func (x Decimal) trimmed() Decimal {
	if x.d.Exponent >= 0 {
		return x
	}
	var z Decimal
	z.d.Reduce(&x.d)
	return z
}

// exp is the power of ten of the last written digit: -1 for 5.0, 0 for 5.
func (x Decimal) exp() int { return int(x.d.Exponent) }

// Rat is x as a fraction.
func (x Decimal) Rat() *big.Rat {
	n := new(big.Int).Set(x.d.Coeff.MathBigInt())
	if x.d.Negative {
		n.Neg(n)
	}
	r := new(big.Rat).SetInt(n)
	e := int64(x.d.Exponent)
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(max(e, -e)), nil)
	if e < 0 {
		return r.Quo(r, new(big.Rat).SetInt(p))
	}
	return r.Mul(r, new(big.Rat).SetInt(p))
}
