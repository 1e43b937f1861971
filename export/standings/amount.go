package standings

import (
	"math/big"
	"strings"

	"pledger/standing"
)

// amountDigits is how many digits after the point an amount shows: as many as
// published amounts have.
const amountDigits = 2

var (
	yi  = big.NewRat(100_000_000, 1)
	wan = big.NewRat(10_000, 1)
)

// Amount is a number with its unit, as offices print it: 768.06亿斤, 22.4万人,
// 3.84%. Hundreds of millions and tens of thousands become 亿 and 万 in every
// language, as the units are Chinese. It is "" for none.
func Amount(n standing.Number, unit string) string {
	if !n.Known() {
		return ""
	}
	v := n.Rat()
	size, power := new(big.Rat).Abs(v), ""
	switch {
	case size.Cmp(yi) >= 0:
		v, power = new(big.Rat).Quo(v, yi), "亿"
	case size.Cmp(wan) >= 0:
		v, power = new(big.Rat).Quo(v, wan), "万"
	}
	text := v.FloatString(amountDigits)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text + power + unit
}
