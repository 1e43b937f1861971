package ledger

import (
	"strings"

	"pledger/quantity"
)

// writtenDigits is to how many digits after the point half of a last digit is
// turned into another unit, rounded outwards.
const writtenDigits = 6

// Written is what the reading's value can mean, in Unit: no more exact than it
// was typed. 12.50亿元 is known to half of its last digit, 50万元 to each side.
// It is unknown where the value is no number, which no store keeps.
func (r *Reading) Written() quantity.Interval {
	value, err := quantity.ParseDecimal(r.Value)
	if err != nil {
		return quantity.Interval{}
	}
	number, digits := value, r.Value
	if r.Typed != "" {
		typed, _ := splitNumber(r.Typed)
		typed = strings.ReplaceAll(typed, ",", "")
		if n, err := quantity.ParseDecimal(typed); err == nil {
			number, digits = n, typed
		}
	}
	_, decimals, _ := strings.Cut(digits, ".")
	half := quantity.Point(quantity.NewDecimal(5, -len(decimals)-1))
	if number.Sign() != 0 && number.Cmp(value) != 0 { // typed in another unit: as much larger as the value
		half = half.Mul(quantity.Point(value)).Div(quantity.Point(number), writtenDigits)
	}
	width := half.Hi.Value
	if width.Sign() < 0 {
		width = half.Lo.Value.Neg()
	}
	return quantity.Point(value).Widen(width)
}
