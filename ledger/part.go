package ledger

import (
	"slices"
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
)

// Part（分解）is one place's share of a target.
type Part struct {
	Place  string `json:"place"`            // GB/T 2260 code
	Value  string `json:"value"`            // a decimal in the target's unit
	Weight string `json:"weight,omitempty"` // for a weighted mean: the place's share of the denominator, in any unit
}

// Making says whether the parts of a target make the whole.
type Making string

// The results of checking a breakdown.
const (
	PartsNone    Making = "none"    // nothing is broken down
	PartsMake    Making = "make"    // together they meet the target
	PartsMiss    Making = "miss"    // even if every place keeps its part, the target is missed
	PartsUnknown Making = "unknown" // the rule is unknown, or something it needs is missing
)

// PartsCheck is the result of checking a breakdown, with its working.
type PartsCheck struct {
	Making  Making
	Rule    string            // sum, mean, max, min: how the parts make the whole; "" where unknown
	Whole   quantity.Interval // what meets the target
	Total   quantity.Interval // what the parts make
	Missing []string          // codes of places without the weight that a mean needs
}

// meanDigits is to how many digits after the point a weighted mean is computed,
// rounded outwards.
const meanDigits = 6

// CheckParts holds the parts of the account's first terms against the target,
// by the rule with which its indicator adds up over regions: a sum, a mean
// weighted by the denominator, a maximum or a minimum. Without an indicator
// amounts are summed, and of anything else it cannot be said.
func CheckParts(a *Account, lex *lexicon.Lexicon) PartsCheck {
	if len(a.Parts) == 0 || len(a.Terms) == 0 {
		return PartsCheck{Making: PartsNone}
	}
	t := &a.Terms[0]
	c := PartsCheck{Making: PartsUnknown, Rule: PartsRule(t, lex.IndicatorCoded(t.Indicator))}
	whole, err := t.Accepts()
	if err != nil {
		return c
	}
	c.Whole = whole
	parts := OuterParts(a.Parts)
	values, weights := make([]quantity.Decimal, len(parts)), make([]quantity.Decimal, len(parts))
	for i, p := range parts {
		if values[i], err = quantity.ParseDecimal(p.Value); err != nil {
			return c
		}
		if weights[i], err = quantity.ParseDecimal(p.Weight); err != nil && c.Rule == "mean" {
			c.Missing = append(c.Missing, p.Place)
		}
	}
	if len(c.Missing) > 0 {
		return c
	}
	c.Total = total(c.Rule, values, weights)
	switch {
	case !c.Total.Known():
	case c.Total.Within(c.Whole):
		c.Making = PartsMake
	case c.Whole.Intersect(c.Total).Empty():
		c.Making = PartsMiss
	}
	return c
}

// OuterParts are the parts that make the whole, in their order: one of a place
// within another that has a part itself — a banner in its league — is a part of
// that part.
func OuterParts(parts []Part) []Part {
	has := make(map[string]bool, len(parts))
	for _, p := range parts {
		has[p.Place] = true
	}
	var outer []Part
	for _, p := range parts {
		if !slices.ContainsFunc(PlacesAbove(p.Place), func(place string) bool { return has[place] }) {
			outer = append(outer, p)
		}
	}
	return outer
}

// PlacesAbove are the places that a place lies in by its code, the nearest
// first: the prefecture and the province of a county. Not every prefecture that
// a code names exists.
func PlacesAbove(place string) []string {
	var above []string
	for _, n := range []int{4, 2} {
		if len(place) == 6 && place[n:] != "000000"[n:] {
			above = append(above, place[:n]+"000000"[n:])
		}
	}
	return above
}

// PartsRule is the rule by which the values of places make that of the whole:
// sum, mean, max or min; "" where they do not. A growth rate of an amount that
// is summed is a mean of the parts' rates, weighted by the amounts. Without an
// indicator, nil, amounts are summed.
func PartsRule(t *Terms, ind *lexicon.Indicator) string {
	switch {
	case ind == nil && t.Kind == "level":
		return "sum"
	case ind == nil:
		return ""
	case t.Kind == "growth" && ind.Regions == "sum":
		return "mean"
	}
	rule, _, _ := strings.Cut(ind.Regions, ":")
	switch rule {
	case "sum", "mean", "max", "min":
		return rule
	case "count":
		return "sum"
	}
	return ""
}

// total is what values make by a rule; unknown where the rule is none.
func total(rule string, values, weights []quantity.Decimal) quantity.Interval {
	sum, weight := quantity.Point(quantity.Decimal{}), quantity.Point(quantity.Decimal{})
	least, most := values[0], values[0]
	for i, v := range values {
		x := quantity.Point(v)
		if rule == "mean" {
			w := quantity.Point(weights[i])
			x, weight = x.Mul(w), weight.Add(w)
		}
		sum = sum.Add(x)
		if v.Cmp(least) < 0 {
			least = v
		}
		if v.Cmp(most) > 0 {
			most = v
		}
	}
	switch rule {
	case "sum":
		return sum
	case "mean":
		return sum.Div(weight, meanDigits)
	case "max":
		return quantity.Point(most)
	case "min":
		return quantity.Point(least)
	}
	return quantity.Interval{}
}
