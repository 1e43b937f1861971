package quantity

import (
	"pledger/document"
	"pledger/lexicon"
)

// Quantity（数量）is one written number with the words around it that say what
// it means. Every written number is one, also those that are no quantity of
// anything (十九 in 十九大); a later stage tells them apart.
type Quantity struct {
	// Pos is the number as annotators point at it: Arabic digits without 万 or
	// 亿, a Chinese numeral with them.
	Pos document.Position
	// Full is Pos with the sign, powers, unit and bound words that belong to it.
	Full document.Position
	// Value is what the number means, no more exact than it was written. It is
	// the whole line where the digits mean no number (十二五).
	Value Interval
	// Nominal is the number multiplied out by 十 百 千 万 亿 and not by the unit;
	// of a range its lower end, the upper one being that of Value.
	Nominal Decimal
	// Unit is nil where the text gives none that the lexicon knows.
	Unit *lexicon.Unit
	// UnitText is where the unit stands. It is not valid where there is no unit
	// or the form implies it (百分之五, 两位数).
	UnitText document.Position
	// Places is the power of ten of the last written digit: −1 for 5.0, 0 for 5,
	// 3 for 23.2万. The number is known to half of that.
	Places int32
	// RangeWith says where the other end of a range is: +1 or −1 in the list,
	// 0 where there is none. An estimate like 三四百 is a range in one number.
	RangeWith int8
	Form      Form
	Bound     Bound
}

// fractionDigits is to how many decimals ValueString writes 三分之一.
const fractionDigits = 4

// ValueString is the number multiplied out in plain decimals, a range as
// lo..hi; "" where the digits mean no number.
func (q Quantity) ValueString() string {
	switch {
	case !q.Value.Known():
		return ""
	case q.Bound == Range:
		return q.Nominal.String() + ".." + q.Value.Hi.Value.String()
	}
	return q.Nominal.String()
}

// UnitName is the name of the unit, or "".
func (q Quantity) UnitName() string {
	if q.Unit == nil {
		return ""
	}
	return q.Unit.Name
}

// String writes the values and the unit: (1000, 2000) 吨.
func (q Quantity) String() string {
	if q.Unit == nil {
		return q.Value.String()
	}
	return q.Value.String() + " " + q.Unit.Name
}
