package quantity

import (
	"math"
	"testing"

	"github.com/cockroachdb/apd/v3"
	"pgregory.net/rapid"
)

// TestShortDecimals holds the arithmetic in int64 against apd's, also where it
// runs over and has to be apd's after all.
func TestShortDecimals(t *testing.T) {
	coef := rapid.OneOf(
		rapid.Int64Range(-2000, 2000),
		rapid.Int64(),
		rapid.SampledFrom([]int64{0, 1, -1, 10, 1e18, math.MaxInt64, math.MinInt64, math.MaxInt64 / 10, math.MinInt64 / 10}),
	)
	exp := rapid.OneOf(rapid.Int32Range(-4, 4), rapid.Int32Range(-25, 25), rapid.SampledFrom([]int32{-maxExponent - 1, maxExponent + 1}))
	rapid.Check(t, func(t *rapid.T) {
		a, b := apd.New(coef.Draw(t, "a"), exp.Draw(t, "exp a")), apd.New(coef.Draw(t, "b"), exp.Draw(t, "exp b"))
		x, y := fromAPD(new(apd.Decimal).Set(a)), fromAPD(new(apd.Decimal).Set(b))
		same := func(what string, got Decimal, op func(z *apd.Decimal)) {
			t.Helper()
			want := new(apd.Decimal)
			op(want)
			if g := got.apd(); g.CmpTotal(want) != 0 || g.Negative != want.Negative || got.Sign() != want.Sign() || got.exponent() != int(want.Exponent) {
				t.Fatalf("%s of %s and %s is %s, want %s", what, a, b, g, want)
			}
			if got.String() != want.Text('f') {
				t.Fatalf("%s of %s and %s is written %s, want %s", what, a, b, got, want.Text('f'))
			}
		}
		same("the sum", x.Add(y), func(z *apd.Decimal) { exact.Add(z, a, b) })
		same("the difference", x.Sub(y), func(z *apd.Decimal) { exact.Sub(z, a, b) })
		same("the product", x.Mul(y), func(z *apd.Decimal) { exact.Mul(z, a, b) })
		same("the negation", x.Neg(), func(z *apd.Decimal) { z.Neg(a) })
		same("the reduction", x.reduced(), func(z *apd.Decimal) { z.Reduce(a) })
		same("the shift", x.shift(7), func(z *apd.Decimal) { z.Set(a); z.Exponent += 7 })
		if x.Cmp(y) != a.Cmp(b) {
			t.Fatalf("%s against %s is %d, want %d", a, b, x.Cmp(y), a.Cmp(b))
		}
	})
}
