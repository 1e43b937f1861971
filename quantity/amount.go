package quantity

import (
	"fmt"
	"math/big"

	"pledger/lexicon"
)

// Amount（量值）is an interval with its unit: what arithmetic on quantities is
// done with. A nil Unit is that of a pure number. A share in % and a gap in
// 个百分点 are different types, and only Shift brings them together.
type Amount struct {
	Value Interval
	Unit  *lexicon.Unit
}

// Amount is what q means.
func (q Quantity) Amount() Amount { return Amount{q.Value, q.Unit} }

// String writes the values and the unit.
func (x Amount) String() string {
	if x.Unit == nil {
		return x.Value.String()
	}
	return x.Value.String() + " " + x.Unit.Name
}

// UnitError says that an operation was refused because of its operands' units.
type UnitError struct {
	Op   string // +, −, ×, ÷, shift or in
	X, Y string // the units' names; "" for a pure number
}

// Code is the error's key in the message catalogue.
func (e *UnitError) Code() string { return "quantity.units" }

// Args are the catalogue's arguments.
func (e *UnitError) Args() []any { return []any{e.Op, e.X, e.Y} }

func (e *UnitError) Error() string {
	return fmt.Sprintf("%s is not defined for the units %q and %q", e.Op, e.X, e.Y)
}

func refuse(op string, x, y Amount) error { return &UnitError{op, x.name(), y.name()} }

func (x Amount) name() string {
	if x.Unit == nil {
		return ""
	}
	return x.Unit.Name
}

func (x Amount) dimension() string {
	if x.Unit == nil {
		return ""
	}
	return x.Unit.Dimension
}

// The dimensions of ratios; see lexicon/data/units.tsv.
const (
	dimPercent       = "ratio:percent"
	dimPermille      = "ratio:permille"
	dimPoint         = "point"
	dimPermillePoint = "point:permille"
)

// points are the units of the difference of two shares.
var points = map[string]*lexicon.Unit{
	dimPercent:  {Name: "个百分点", Dimension: dimPoint, Factor: big.NewRat(1, 1), Class: classRatio, Sort: lexicon.SortOf(classRatio, dimPoint)},
	dimPermille: {Name: "个千分点", Dimension: dimPermillePoint, Factor: big.NewRat(1, 1), Class: classRatio, Sort: lexicon.SortOf(classRatio, dimPermillePoint)},
}

// conversionDigits is to how many digits after the point a conversion rounds
// outwards where it does not come out even.
const conversionDigits = 12

// In is x in the unit u of the same dimension.
func (x Amount) In(u *lexicon.Unit) (Amount, error) {
	y := Amount{Unit: u}
	switch {
	case x.Unit == u:
		return x, nil
	case x.dimension() != y.dimension() || u == nil || x.Unit == nil:
		return Amount{}, refuse("in", x, y)
	case x.Unit.Factor == nil || u.Factor == nil || x.Unit.Factor.Cmp(u.Factor) == 0:
		return Amount{x.Value, u}, nil
	}
	return Amount{x.Value.scaled(new(big.Rat).Quo(x.Unit.Factor, u.Factor)), u}, nil
}

// scaled is x × r for a positive r.
func (x Interval) scaled(r *big.Rat) Interval {
	if !x.Known() || x.Empty() {
		return x
	}
	c := corner{value: r, reached: true}
	return spanned(x.corners(), [2]corner{c, c}, x.digits()+conversionDigits)
}

// Add is x + y in x's unit. Units of different dimension are refused; so are %
// and 个百分点.
func (x Amount) Add(y Amount) (Amount, error) {
	z, err := y.In(x.Unit)
	if err != nil {
		return Amount{}, refuse("+", x, y)
	}
	return Amount{x.Value.Add(z.Value), x.Unit}, nil
}

// Sub is x − y in x's unit; the difference of two shares is in points.
func (x Amount) Sub(y Amount) (Amount, error) {
	z, err := y.In(x.Unit)
	if err != nil {
		return Amount{}, refuse("−", x, y)
	}
	u := x.Unit
	if p := points[x.dimension()]; p != nil {
		u = p
	}
	return Amount{x.Value.Sub(z.Value), u}, nil
}

// Shift is the share x moved by so many points: 44.8% up 1.6个百分点.
func (x Amount) Shift(by Amount) (Amount, error) {
	p := points[x.dimension()]
	if p == nil || by.dimension() != p.Dimension {
		return Amount{}, refuse("shift", x, by)
	}
	return Amount{x.Value.Add(by.Value), x.Unit}, nil
}

// pure is x as a number where it is one or a share (13% is 0.13).
func (x Amount) pure() (Interval, bool) {
	switch x.dimension() {
	case "":
		return x.Value, true
	case dimPercent:
		return x.Value.Mul(Point(NewDecimal(1, -2))), true
	case dimPermille:
		return x.Value.Mul(Point(NewDecimal(1, -3))), true
	}
	return Interval{}, false
}

// Mul is x × y, where one of them is a pure number or a share; the result has
// the other's unit.
func (x Amount) Mul(y Amount) (Amount, error) {
	if f, ok := y.pure(); ok {
		return Amount{x.Value.Mul(f), x.Unit}, nil
	}
	if f, ok := x.pure(); ok {
		return Amount{f.Mul(y.Value), y.Unit}, nil
	}
	return Amount{}, refuse("×", x, y)
}

// Div is x ÷ y, rounded outwards to so many digits after the point: a pure
// number where both have one dimension, in x's unit where y is a pure number or
// a share.
func (x Amount) Div(y Amount, digits int) (Amount, error) {
	if z, err := y.In(x.Unit); err == nil {
		return Amount{x.Value.Div(z.Value, digits), nil}, nil
	}
	if f, ok := y.pure(); ok {
		return Amount{x.Value.Div(f, digits), x.Unit}, nil
	}
	return Amount{}, refuse("÷", x, y)
}
