package quantity

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// decimals are small enough to meet each other, with and without places.
func drawDecimal(t *rapid.T, name string) Decimal {
	return NewDecimal(int64(rapid.IntRange(-60, 60).Draw(t, name)), rapid.IntRange(-2, 2).Draw(t, name+"exp"))
}

// drawInterval returns an interval that is not empty, with every kind of end.
func drawInterval(t *rapid.T, name string) Interval {
	a, b := drawDecimal(t, name+"lo"), drawDecimal(t, name+"hi")
	if a.Cmp(b) > 0 {
		a, b = b, a
	}
	kinds := []EndKind{Unbounded, Open, Closed, Closed}
	x := Interval{
		End{a, rapid.SampledFrom(kinds).Draw(t, name+"lokind")},
		End{b, rapid.SampledFrom(kinds).Draw(t, name+"hikind")},
	}
	if x.Empty() {
		x.Lo.Kind, x.Hi.Kind = Closed, Closed
	}
	if x.Lo.Kind == Unbounded {
		x.Lo.Value = Decimal{}
	}
	if x.Hi.Kind == Unbounded {
		x.Hi.Value = Decimal{}
	}
	return x
}

// within draws an exact value of x.
func drawWithin(t *rapid.T, x Interval, name string) *big.Rat {
	lo, hi := x.Lo.Value.Rat(), x.Hi.Value.Rat()
	far := big.NewRat(10000, 1)
	if x.Lo.Kind == Unbounded {
		lo = new(big.Rat).Sub(hi, far)
	}
	if x.Hi.Kind == Unbounded {
		hi = new(big.Rat).Add(lo, far)
	}
	from, to := 0, 7
	if x.Lo.Kind == Open {
		from++
	}
	if x.Hi.Kind == Open {
		to--
	}
	if x.IsPoint() {
		return lo
	}
	step := new(big.Rat).Quo(new(big.Rat).Sub(hi, lo), big.NewRat(7, 1))
	k := rapid.IntRange(from, to).Draw(t, name)
	return new(big.Rat).Add(lo, step.Mul(step, big.NewRat(int64(k), 1)))
}

func holds(x Interval, v *big.Rat) bool {
	c := corner{value: v}
	lo, hi := x.corners()[0], x.corners()[1]
	l, h := lo.cmp(c), hi.cmp(c)
	return (l < 0 || l == 0 && lo.reached) && (h > 0 || h == 0 && hi.reached)
}

const testDigits = 6

// operations are all with two operands, each with the same on exact fractions.
var operations = []struct {
	name  string
	do    func(x, y Interval) Interval
	exact func(a, b *big.Rat) *big.Rat // nil where it is not defined
}{
	{"+", Interval.Add, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }},
	{"−", Interval.Sub, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }},
	{"×", Interval.Mul, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }},
	{"÷", func(x, y Interval) Interval { return x.Div(y, testDigits) }, func(a, b *big.Rat) *big.Rat {
		if b.Sign() == 0 {
			return nil
		}
		return new(big.Rat).Quo(a, b)
	}},
}

// What any two values give lies in what their intervals give.
func TestContainment(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := drawInterval(t, "x"), drawInterval(t, "y")
		a, b := drawWithin(t, x, "a"), drawWithin(t, y, "b")
		for _, op := range operations {
			if v := op.exact(a, b); v != nil && !holds(op.do(x, y), v) {
				t.Fatalf("%v ∈ %v, %v ∈ %v, but %v %s %v = %v does not hold %v", a, x, b, y, x, op.name, y, op.do(x, y), v)
			}
		}
	})
}

// Knowing less never gives a narrower result.
func TestMonotonicity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y, more := drawInterval(t, "x"), drawInterval(t, "y"), drawInterval(t, "more")
		wide := x.Hull(more)
		for _, op := range operations {
			if op.name == "÷" && !y.Known() {
				continue
			}
			if !op.do(x, y).Within(op.do(wide, y)) {
				t.Fatalf("%v lies in %v, but %s %v they are %v and %v", x, wide, op.name, y, op.do(x, y), op.do(wide, y))
			}
			if op.name == "÷" && x.IsPoint() && x.Lo.Value.Sign() == 0 {
				continue // by 0 alone nothing divides: unknown, where a wider divisor leaves its 0 out
			}
			if !op.do(y, x).Within(op.do(y, wide)) {
				t.Fatalf("%v lies in %v, but %v %s they are %v and %v", x, wide, y, op.name, op.do(y, x), op.do(y, wide))
			}
		}
	})
}

// The ends of a result are the extremes of the operands' ends, exactly for
// + − ×, and less than one unit of the last digit off for ÷.
func TestCorners(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := drawInterval(t, "x"), drawInterval(t, "y")
		for _, e := range []*End{&x.Lo, &x.Hi, &y.Lo, &y.Hi} {
			e.Kind = Closed
		}
		if x.Empty() || y.Empty() {
			t.Skip()
		}
		for _, op := range operations {
			if op.name == "÷" && y.Contains(Decimal{}) {
				continue
			}
			lo, hi := extremes(op.exact, x, y)
			z := op.do(x, y)
			unit := new(big.Rat)
			if op.name == "÷" {
				unit = NewDecimal(1, -testDigits).Rat()
			}
			below, above := new(big.Rat).Sub(lo, z.Lo.Value.Rat()), new(big.Rat).Sub(z.Hi.Value.Rat(), hi)
			if below.Sign() < 0 || above.Sign() < 0 || below.Cmp(unit) > 0 || above.Cmp(unit) > 0 {
				t.Fatalf("%v %s %v = %v, the corners are %v and %v", x, op.name, y, z, lo, hi)
			}
			if (z.Lo.Kind == Closed) != (below.Sign() == 0) || (z.Hi.Kind == Closed) != (above.Sign() == 0) {
				t.Fatalf("%v %s %v = %v: an end is closed where it is reached, and only there", x, op.name, y, z)
			}
		}
	})
}

func extremes(f func(a, b *big.Rat) *big.Rat, x, y Interval) (lo, hi *big.Rat) {
	for _, a := range []Decimal{x.Lo.Value, x.Hi.Value} {
		for _, b := range []Decimal{y.Lo.Value, y.Hi.Value} {
			v := f(a.Rat(), b.Rat())
			if lo == nil || v.Cmp(lo) < 0 {
				lo = v
			}
			if hi == nil || v.Cmp(hi) > 0 {
				hi = v
			}
		}
	}
	return lo, hi
}

// A power holds the powers, a root holds the roots, and a root of a power holds
// the base.
func TestPowersAndRoots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := drawInterval(t, "x")
		n := uint(rapid.IntRange(1, 7).Draw(t, "n"))
		a := drawWithin(t, x, "a")
		power := big.NewRat(1, 1)
		for range n {
			power.Mul(power, a)
		}
		if !holds(x.Pow(n), power) {
			t.Fatalf("%v^%d = %v does not hold %v", x, n, x.Pow(n), power)
		}
		if n%2 == 1 || a.Sign() >= 0 {
			if r := x.Pow(n).Root(n, testDigits); !holds(r, a) {
				t.Fatalf("the %d-th root of %v is %v and does not hold %v", n, x.Pow(n), r, a)
			}
		}
		if !x.Known() || x.Lo.Kind != Closed || x.Lo.Value.Sign() < 0 {
			return
		}
		r := x.Root(n, testDigits)
		if p := Point(r.Lo.Value).Pow(n); cmpLo(p.Lo, x.Lo) > 0 {
			t.Fatalf("the %d-th root of %v begins at %v, too late", n, x, r)
		}
		next := Point(r.Lo.Value.Add(NewDecimal(1, -testDigits))).Pow(n)
		if cmpLo(next.Lo, x.Lo) <= 0 {
			t.Fatalf("the %d-th root of %v begins at %v, earlier than rounding asks", n, x, r)
		}
	})
}

func TestUnknownAndEmpty(t *testing.T) {
	one, unknown := Point(NewDecimal(1, 0)), Interval{}
	for _, op := range operations {
		for _, y := range []Interval{one, unknown, nothing, Point(Decimal{}), {Lo: End{Kind: Closed}}} {
			if z := op.do(unknown, y); z.Known() {
				t.Errorf("unknown %s %v = %v", op.name, y, z)
			}
			if z := op.do(y, unknown); z.Known() {
				t.Errorf("%v %s unknown = %v", y, op.name, z)
			}
		}
		if z := op.do(one, nothing); !z.Empty() {
			t.Errorf("1 %s ∅ = %v", op.name, z)
		}
	}
	if z := one.Div(Between(NewDecimal(-1, 0), NewDecimal(1, 0)), 3); z.Known() {
		t.Errorf("1 ÷ [-1, 1] = %v", z)
	}
	if z := one.Div(Point(Decimal{}), 3); z.Known() {
		t.Errorf("1 ÷ 0 = %v", z)
	}
}

func TestSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y, v := drawInterval(t, "x"), drawInterval(t, "y"), drawDecimal(t, "v")
		both, hull := x.Intersect(y), x.Hull(y)
		if both.Contains(v) != (x.Contains(v) && y.Contains(v)) {
			t.Fatalf("%v ∩ %v = %v is wrong about %v", x, y, both, v)
		}
		if (x.Contains(v) || y.Contains(v)) && !hull.Contains(v) {
			t.Fatalf("the hull of %v and %v is %v, without %v", x, y, hull, v)
		}
		if !both.Within(x) || !x.Within(hull) || x.Within(y) && y.Contains(v) != (y.Hull(x)).Contains(v) {
			t.Fatalf("%v, %v: intersection %v, hull %v", x, y, both, hull)
		}
		if d := NewDecimal(3, -1); !x.Within(x.Widen(d)) || !x.Within(x.Round(0)) {
			t.Fatalf("%v is not in itself widened or rounded", x)
		}
	})
}

func TestAverageGrowth(t *testing.T) {
	level := func(v int64) Interval { return Point(NewDecimal(v, 0)).Widen(NewDecimal(5, -1)) }
	// 3019 to 13159 in five years is 34.2% a year.
	g := AverageGrowth(level(3019), level(13159), 5, 5)
	if want := "[0.342"; g.String()[:len(want)] != want && g.String()[:len(want)] != "(0.342" {
		t.Errorf("growth is %v", g)
	}
	if !AverageGrowth(level(100), level(100), 3, 5).Contains(Decimal{}) {
		t.Error("no change is no growth")
	}
	if AverageGrowth(level(0), level(5), 3, 5).Known() || AverageGrowth(level(5), level(5), 0, 5).Known() {
		t.Error("growth from nothing, or in no time, is known")
	}
}

func TestIntervalString(t *testing.T) {
	for want, x := range map[string]Interval{
		"[34.15, 34.25]": Point(NewDecimal(342, -1)).Widen(NewDecimal(5, -2)),
		"(1000, 2000)":   {End{NewDecimal(1000, 0), Open}, End{NewDecimal(2, 3), Open}},
		"[80, ∞)":        {Lo: End{NewDecimal(80, 0), Closed}},
		"(−∞, 5]":        {Hi: End{NewDecimal(5, 0), Closed}},
		"(−∞, ∞)":        {},
		"∅":              nothing,
		"5":              Point(NewDecimal(5, 0)),
	} {
		if x.String() != want {
			t.Errorf("%v, want %s", x, want)
		}
	}
}

func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{"0", "-1.50", "+.5", "1e9", "--1", "12345678901234567890.123", "１"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x, err := ParseDecimal(s)
		if err != nil {
			return
		}
		want, ok := new(big.Rat).SetString(s)
		if !ok || x.Rat().Cmp(want) != 0 {
			t.Fatalf("%q is %v, exactly %v", s, x, want)
		}
		y, err := ParseDecimal(x.String())
		if err != nil || y.Cmp(x) != 0 || y.exponent() != x.exponent() {
			t.Fatalf("%q is written %q and read %v", s, x.String(), y)
		}
	})
}
