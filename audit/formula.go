package audit

import (
	"pledger/quantity"
	"pledger/statement"
)

// Formulas（算式）: what members give, as intervals. The stated member is last.

// divDigits is to how many digits after the point quotients are computed; what
// is shown has fewer.
const divDigits = 12

// rootDigits is the same for roots.
const rootDigits = 9

type values = []quantity.Interval

// pct is x ÷ y in %.
func pct(x, y quantity.Interval) quantity.Interval {
	return x.Div(y, divDigits).Mul(percentOne)
}

// growthOf is the change from base to cur in %; of one quotient, so that cur
// and base each count once.
func growthOf(base, cur quantity.Interval) quantity.Interval {
	return pct(cur, base).Sub(percentOne)
}

// signed is x with the sign of the direction that its word says.
func signed(it *item, x quantity.Interval) quantity.Interval {
	if it.fig.Direction == statement.Down {
		return x.Neg()
	}
	return x
}

// growthBy is the change in % of a level cur that changed by delta: delta is
// signed. It is 1 ÷ (cur ÷ delta − 1), in which each counts once.
func growthBy(cur, delta quantity.Interval) quantity.Interval {
	if delta.Contains(quantity.Decimal{}) {
		return pct(delta, cur.Sub(delta))
	}
	return percentOne.Div(cur.Div(delta, divDigits).Sub(quantity.Point(one)), divDigits)
}

// factor is 1 + x% of a growth x.
func factor(x quantity.Interval) quantity.Interval {
	return x.Add(percentOne).Mul(quantity.Point(quantity.NewDecimal(1, -2)))
}

// inUnitOf converts y's values into x's unit; ok is false where their
// dimensions differ.
func inUnitOf(x, y *item) (func(quantity.Interval) quantity.Interval, bool) {
	ux, uy := x.fig.Quantity.Unit, y.fig.Quantity.Unit
	if ux == uy || x.unit() == y.unit() {
		return func(v quantity.Interval) quantity.Interval { return v }, true
	}
	if ux == nil || uy == nil || ux.Dimension != uy.Dimension {
		return nil, false
	}
	return func(v quantity.Interval) quantity.Interval {
		z, err := quantity.Amount{Value: v, Unit: uy}.In(ux)
		if err != nil {
			return quantity.Interval{}
		}
		return z.Value
	}, true
}

// unified gives the members' values in the unit of the first; ok is false
// where one has another dimension.
func unified(items ...*item) (func(values) values, bool) {
	convert := make([]func(quantity.Interval) quantity.Interval, len(items))
	for i, it := range items {
		f, ok := inUnitOf(items[0], it)
		if !ok {
			return nil, false
		}
		convert[i] = f
	}
	return func(xs values) values {
		out := append(values(nil), xs...)
		for i, f := range convert {
			out[i] = f(xs[i])
		}
		return out
	}, true
}

// anything is the whole line.
var anything quantity.Interval

// atMost is everything up to x's upper end.
func atMost(x quantity.Interval) quantity.Interval { return quantity.Interval{Hi: x.Hi} }
