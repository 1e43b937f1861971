package ledger

import (
	"math/big"
	"strings"

	"golang.org/x/text/width"

	"pledger/lexicon"
	"pledger/quantity"
)

// measured is a number in the unit in which its series is kept.
type measured struct {
	value string // a decimal
	typed string // as typed, with its unit, where that is not the value
}

// powers are the words that multiply a unit, the longest first.
var powers = []struct {
	word string
	zero int
}{{"万亿", 12}, {"千亿", 11}, {"百亿", 10}, {"千万", 7}, {"百万", 6}, {"十万", 5}, {"亿", 8}, {"万", 4}, {"千", 3}, {"百", 2}, {"", 0}}

// A converter turns units into others through the lexicon, each pair looked up
// once.
type converter struct {
	lex   *lexicon.Lexicon
	known map[[2]string]*big.Rat // nil for what does not convert
}

// maxConversions is how many pairs of units are remembered: files that make up
// units fill no memory.
const maxConversions = 1000

// factor is conversion with memory.
func (c *converter) factor(from, to string) (*big.Rat, bool) {
	pair := [2]string{from, to}
	f, ok := c.known[pair]
	if !ok {
		f, _ = conversion(c.lex, from, to)
		if len(c.known) < maxConversions {
			c.known[[2]string{strings.Clone(from), to}] = f
		}
	}
	return f, f != nil
}

// measure reads a number as offices type it, 1,234.5 or １２．５亿元, its unit in
// the same cell or in one beside it, and turns it into the unit that want names,
// exactly. The problem's Field is value or unit.
func (c *converter) measure(text, unit, want string) (measured, *Problem) {
	text, unit = width.Narrow.String(strings.TrimSpace(text)), width.Narrow.String(strings.TrimSpace(unit))
	digits, rest := splitNumber(text)
	number, err := quantity.ParseDecimal(strings.ReplaceAll(digits, ",", ""))
	switch {
	case text == "":
		return measured{}, &Problem{Field: "value", Code: BadNoValue}
	case digits == "" || err != nil:
		return measured{}, &Problem{Field: "value", Code: BadNotNumber, Args: []string{text}}
	case !grouped(digits):
		return measured{}, &Problem{Field: "value", Code: BadGrouping, Args: []string{text}}
	}
	if rest != "" {
		if _, power := unitOf(c.lex, rest); power < 0 { // 左右
			return measured{}, &Problem{Field: "value", Code: BadNotNumber, Args: []string{text}}
		}
		if unit != "" && unit != rest {
			return measured{}, &Problem{Field: "unit", Code: BadTwoUnits, Args: []string{rest, unit}}
		}
		unit = rest
	}
	if unit == "" && want != "" && want != percentUnit {
		return measured{}, &Problem{Field: "unit", Code: BadNoUnit, Args: []string{want}}
	}
	if unit == "" || unit == want {
		m := measured{value: number.String()}
		if digits != m.value {
			m.typed = digits + want
		}
		return m, nil
	}
	factor, ok := c.factor(unit, want)
	if !ok {
		return measured{}, &Problem{Field: "unit", Code: BadUnit, Args: []string{unit, want}}
	}
	value, ok := scaled(number, factor)
	if !ok {
		return measured{}, &Problem{Field: "unit", Code: BadInexact, Args: []string{unit, want}}
	}
	return measured{value: value, typed: digits + unit}, nil
}

// percentUnit is the unit that a number without one may have.
const percentUnit = "%"

// splitNumber parts what is a number's own signs from what follows.
func splitNumber(s string) (digits, rest string) {
	n := 0
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == '.' || s[n] == ',' || n == 0 && (s[n] == '-' || s[n] == '+')) {
		n++
	}
	if rest = strings.TrimSpace(s[n:]); strings.ContainsAny(rest, "0123456789") {
		return "", ""
	}
	return strings.TrimPrefix(s[:n], "+"), rest
}

// grouped reports whether the commas of a number part thousands.
func grouped(digits string) bool {
	whole, decimals, _ := strings.Cut(strings.TrimPrefix(digits, "-"), ".")
	groups := strings.Split(whole, ",")
	for i, g := range groups {
		if len(groups) > 1 && (i > 0 && len(g) != 3 || i == 0 && (len(g) < 1 || len(g) > 3)) {
			return false
		}
	}
	return !strings.Contains(decimals, ",")
}

// conversion is how many of one unit one of another is: 万亩 in 亩 is 10000. Both
// must measure the same; a percentage and a percentage point do not.
func conversion(lex *lexicon.Lexicon, from, to string) (*big.Rat, bool) {
	target, targetPower := unitOf(lex, to)
	given, power := unitOf(lex, from)
	switch {
	case given == nil && from != "" && power < 0, target == nil && to != "" && targetPower < 0:
		return nil, false
	case (given == nil) != (target == nil):
		return nil, false
	}
	factor := new(big.Rat).SetFrac(tenTo(power), tenTo(targetPower))
	if given != nil {
		if given.Dimension != target.Dimension {
			return nil, false
		}
		factor.Mul(factor, given.Factor)
		factor.Quo(factor, target.Factor)
	}
	return factor, true
}

// unitOf reads a unit with 万 or 亿 before it; power is -1 for what is none, and
// the unit nil where there are only 万 or 亿.
func unitOf(lex *lexicon.Lexicon, name string) (u *lexicon.Unit, power int) {
	if u := lex.UnitNamed(name); u != nil { // 千瓦 is no thousand of anything
		return u, 0
	}
	for _, p := range powers {
		rest, ok := strings.CutPrefix(name, p.word)
		if !ok {
			continue
		}
		if rest == "" {
			return nil, p.zero
		}
		if u := lex.UnitNamed(rest); u != nil {
			return u, p.zero
		}
	}
	return nil, -1
}

// tenTo is 10 to the n-th.
func tenTo(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// scaled is a number times a factor; false where that is no finite decimal.
func scaled(number quantity.Decimal, factor *big.Rat) (string, bool) {
	z := number.Rat()
	z.Mul(z, factor)
	places, exact := z.FloatPrec()
	return z.FloatString(places), exact
}
