package quantity

import (
	"cmp"
	"fmt"
	"math"
	"math/big"
	"math/bits"

	"github.com/cockroachdb/apd/v3"
)

// Decimal is an exact decimal number. It is a value: copies are independent and
// no method changes its receiver. The zero Decimal is 0.
//
// Nearly every number that people write fits int64 and is kept and reckoned with
// as coef × 10^exp; the others are apd's. Both give the same results.
type Decimal struct {
	coef int64
	exp  int32
	// long is the number where coef cannot be: a coefficient beyond int64, or
	// −0 as written. It is never written to, so that copies may share it.
	long *apd.Decimal
}

// exact does sums and products of decimals without rounding: apd computes them
// to the last digit when the precision is 0.
var exact = apd.BaseContext

// maxExponent bounds the size of what ParseDecimal reads, so that no input
// makes a number of millions of digits.
const maxExponent = 1000

// NewDecimal returns coef × 10^exp.
func NewDecimal(coef int64, exp int) Decimal { return Decimal{coef: coef, exp: int32(exp)} }

// fromAPD is d, which the caller gives away.
func fromAPD(d *apd.Decimal) Decimal {
	if d.Coeff.IsInt64() && !(d.Negative && d.Coeff.Sign() == 0) {
		coef := d.Coeff.Int64()
		if d.Negative {
			coef = -coef
		}
		return Decimal{coef: coef, exp: d.Exponent}
	}
	return Decimal{long: d}
}

// apd is x as apd has it; the caller must not write to it.
func (x Decimal) apd() *apd.Decimal {
	if x.long != nil {
		return x.long
	}
	return apd.New(x.coef, x.exp)
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
	if z, ok := shortDecimal(s, digits); ok {
		return z, nil
	}
	var z apd.Decimal
	if _, _, err := z.SetString(s); err != nil {
		return Decimal{}, fmt.Errorf("%q is no plain decimal: %w", s, err)
	}
	return fromAPD(&z), nil
}

// shortDecimal reads a plain decimal whose digits surely fit int64; ok is false
// of others, and of −0.
func shortDecimal(s string, digits int) (z Decimal, ok bool) {
	if digits >= len(tens) {
		return Decimal{}, false
	}
	for i := range len(s) {
		switch c := s[i]; c {
		case '.':
			z.exp = int32(i + 1 - len(s))
		case '-', '+':
		default:
			z.coef = 10*z.coef + int64(c-'0')
		}
	}
	if s[0] == '-' {
		z.coef = -z.coef
	}
	return z, s[0] != '-' || z.coef != 0
}

// String writes x as a plain decimal, without exponent.
func (x Decimal) String() string { return x.apd().Text('f') }

// Sign is -1, 0 or 1.
func (x Decimal) Sign() int {
	if x.long != nil {
		return x.long.Sign()
	}
	switch {
	case x.coef < 0:
		return -1
	case x.coef > 0:
		return 1
	}
	return 0
}

// Cmp compares by value: 5.0 and 5 are equal. It is -1, 0 or 1.
func (x Decimal) Cmp(y Decimal) int {
	if a, b, _, ok := aligned(x, y); ok {
		return cmp.Compare(a, b)
	}
	return x.apd().Cmp(y.apd())
}

// Neg is −x.
func (x Decimal) Neg() Decimal {
	if x.long == nil && x.coef != math.MinInt64 {
		return Decimal{coef: -x.coef, exp: x.exp}
	}
	var z apd.Decimal
	z.Neg(x.apd())
	return fromAPD(&z)
}

// Add is x + y, exact.
func (x Decimal) Add(y Decimal) Decimal {
	if a, b, exp, ok := aligned(x, y); ok {
		if c := a + b; (c > a) == (b > 0) {
			return Decimal{coef: c, exp: exp}
		}
	}
	var z apd.Decimal
	_, err := exact.Add(&z, x.apd(), y.apd())
	must(err)
	return fromAPD(&z)
}

// Sub is x − y, exact.
func (x Decimal) Sub(y Decimal) Decimal {
	if a, b, exp, ok := aligned(x, y); ok {
		if c := a - b; (c < a) == (b > 0) {
			return Decimal{coef: c, exp: exp}
		}
	}
	var z apd.Decimal
	_, err := exact.Sub(&z, x.apd(), y.apd())
	must(err)
	return fromAPD(&z)
}

// Mul is x × y, exact.
func (x Decimal) Mul(y Decimal) Decimal {
	if x.short() && y.short() {
		if c, ok := times(x.coef, y.coef); ok && (c != 0 || x.coef|y.coef >= 0) { // 0 × −5 is −0
			return Decimal{coef: c, exp: x.exp + y.exp}
		}
	}
	var z apd.Decimal
	_, err := exact.Mul(&z, x.apd(), y.apd())
	must(err)
	return fromAPD(&z)
}

// must panics where exact arithmetic fails: only on exponents beyond ±100000,
// which no reader here makes.
func must(err error) {
	if err != nil {
		panic("quantity: " + err.Error())
	}
}

// short reports whether x can be reckoned with in int64: its coefficient is one,
// and its exponent so small that no sum of two runs over.
func (x Decimal) short() bool {
	return x.long == nil && -maxExponent <= x.exp && x.exp <= maxExponent
}

// aligned are the coefficients of x and y over one exponent, the lesser of the
// two; ok is false where they do not fit int64.
func aligned(x, y Decimal) (a, b int64, exp int32, ok bool) {
	if !x.short() || !y.short() {
		return 0, 0, 0, false
	}
	a, b, exp, ok = x.coef, y.coef, x.exp, true
	if d := x.exp - y.exp; d > 0 {
		exp = y.exp
		a, ok = timesTen(a, d)
	} else if d < 0 {
		b, ok = timesTen(b, -d)
	}
	return a, b, exp, ok
}

// Ratio is two integers whose quotient is x/y; ok is false where they do not fit
// int64.
func Ratio(x, y Decimal) (a, b int64, ok bool) {
	a, b, _, ok = aligned(x, y)
	return a, b, ok
}

// timesTen is a × 10^n for n ≥ 0; ok is false where that does not fit int64.
func timesTen(a int64, n int32) (z int64, ok bool) {
	if int(n) >= len(tens) {
		return 0, a == 0
	}
	return times(a, tens[n])
}

// tens are the powers of ten that fit int64.
var tens = func() (t [19]int64) {
	p := int64(1)
	for i := range t {
		t[i] = p
		p *= 10
	}
	return t
}()

// times is a × b; ok is false where that does not fit int64.
func times(a, b int64) (z int64, ok bool) {
	hi, lo := bits.Mul64(abs(a), abs(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

// abs is |a|, also of the least int64.
func abs(a int64) uint64 {
	if a < 0 {
		return -uint64(a)
	}
	return uint64(a)
}

// shift is x × 10^n, exact, and n more or fewer places as written.
func (x Decimal) shift(n int) Decimal {
	if x.long == nil {
		x.exp += int32(n)
		return x
	}
	z := *x.long
	z.Exponent += int32(n)
	return Decimal{long: &z}
}

// trimmed is x without zeros at the end of its decimals.
func (x Decimal) trimmed() Decimal {
	if x.exponent() >= 0 {
		return x
	}
	return x.reduced()
}

// reduced is x without zeros at the end of its coefficient; 0 has the exponent 0.
func (x Decimal) reduced() Decimal {
	if x.long != nil {
		var z apd.Decimal
		z.Reduce(x.long)
		return fromAPD(&z)
	}
	if x.coef == 0 {
		return Decimal{}
	}
	for x.coef%10 == 0 {
		x.coef /= 10
		x.exp++
	}
	return x
}

// exponent is the power of ten of the last written digit: -1 for 5.0, 0 for 5.
func (x Decimal) exponent() int {
	if x.long != nil {
		return int(x.long.Exponent)
	}
	return int(x.exp)
}

// Rat is x as a fraction.
func (x Decimal) Rat() *big.Rat {
	if x.long == nil && -int32(len(tens)) < x.exp && x.exp <= 0 {
		return big.NewRat(x.coef, tens[-x.exp])
	}
	d := x.apd()
	n := new(big.Int).Set(d.Coeff.MathBigInt())
	if d.Negative {
		n.Neg(n)
	}
	r := new(big.Rat).SetInt(n)
	e := int64(d.Exponent)
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(max(e, -e)), nil)
	if e < 0 {
		return r.Quo(r, new(big.Rat).SetInt(p))
	}
	return r.Mul(r, new(big.Rat).SetInt(p))
}
