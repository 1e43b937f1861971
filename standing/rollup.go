package standing

import (
	"cmp"
	"slices"

	"pledger/ledger"
	"pledger/quantity"
)

// Node（汇总节点）is a place with its direct children: all that a roll-up looks
// at, so that a new value costs one node for each level above it. Values have
// both ends, as Reading.Written gives them, or are the whole line: unknown.
type Node struct {
	Place    string // GB/T 2260 code
	Of       Rolling
	Own      quantity.Interval // what the place itself reported for the period; the whole line where it did not
	Weight   quantity.Interval // its share of the denominator, for a mean; the whole line where nobody knows
	Children []*Rolled         // of every child that should have a value, in any order
}

// Rolling says what is rolled up, and how.
type Rolling struct {
	Period ledger.Period
	Rule   string // sum, mean, max or min, of ledger.PartsRule; "" where the whole does not follow from its parts
	// About says that the weights are not exactly those of the mean: a growth rate
	// is weighted by the amounts of the year before. Then only that the whole lies
	// between its parts is held against what it reported.
	About bool
}

// Rolled（汇总）is what a node comes to. A value is a whole or it is Partial: a
// child that is missing is named and never counted as nothing.
type Rolled struct {
	Place     string
	Period    ledger.Period
	Rule      string
	Own       quantity.Interval // as the place reported it; unknown where it did not
	Value     quantity.Interval // what the children make: with Partial, those that reported; unknown where they make nothing
	Weight    quantity.Interval
	Partial   bool     // something is missing from Value
	Reported  []string // the children that have a whole value, by code
	Missing   []string // and those that have none: not reported, for another period, or partial themselves
	Unweighed []string // those whose weight a mean needs and nobody knows
	Findings  []Disagreement
}

// A Disagreement（疑点）is a value of a place that cannot be true beside its
// children's, with its working: Left are the children's values that are put
// together, Made what they make, Own what the place reported.
type Disagreement struct {
	Code  string
	Left  []Share
	Made  quantity.Interval
	Own   quantity.Interval
	Place string // the place that reported Own
}

// Share is a child's value.
type Share struct {
	Place string
	Value quantity.Interval
}

// The codes of disagreements: the catalogue's standing.rollup.CODE.
const (
	PartAbove    = "part-above"    // one child is above the whole: of amounts that are summed, of a maximum
	PartBelow    = "part-below"    // one child is below the whole of a minimum
	PartsAbove   = "parts-above"   // the children that reported are above the whole already
	PartsOther   = "parts-other"   // all children together make something else
	WholeOutside = "whole-outside" // the whole lies outside its parts, and a mean cannot
)

// rollDigits is to how many digits after the point a weighted mean is worked
// out, rounded outwards.
const rollDigits = 6

// RollUp puts the values of a place's children together. It looks at the node
// and nothing else; neither the order of the children nor that one stands twice
// matters.
func RollUp(n Node) *Rolled {
	r := new(Rolled)
	n.Children = slices.Clone(n.Children)
	r.roll(n)
	return r
}

// roll is RollUp into r, which is empty, of children that the caller gives away.
func (r *Rolled) roll(n Node) {
	r.Place, r.Period, r.Rule, r.Own, r.Weight = n.Place, n.Of.Period, n.Of.Rule, n.Own, n.Weight
	if len(n.Children) == 0 {
		return
	}
	children := n.Children
	slices.SortFunc(children, inPlaces)
	children = slices.CompactFunc(children, func(a, b *Rolled) bool { return a.Place == b.Place })
	whole := make([]Share, 0, len(children))
	some, apart := whole, false // partial ones too
	r.Reported = make([]string, 0, len(children))
	for _, c := range children {
		v, ok := c.Whole()
		if c.Period != n.Of.Period {
			v, ok = quantity.Interval{}, false
		}
		switch {
		case ok:
			r.Reported = append(r.Reported, c.Place)
			whole = append(whole, Share{c.Place, v})
			if apart {
				some = append(some, Share{c.Place, v})
			}
		default:
			r.Missing = append(r.Missing, c.Place)
			if c.Period == n.Of.Period && c.Value.Known() && r.Rule != "mean" {
				if !apart {
					some, apart = slices.Clone(whole), true
				}
				some = append(some, Share{c.Place, c.Value})
			}
		}
	}
	if !apart {
		some = whole
	}
	r.weigh(children)
	r.Partial = len(r.Missing) > 0 || len(r.Unweighed) > 0
	r.Value = r.make(some, children)
	r.compare(whole, some, n.Of.About)
}

// Whole is the value that counts for the place: what it reported, else what its
// children make if none is missing. ok is false where there is neither.
func (r *Rolled) Whole() (v quantity.Interval, ok bool) {
	if r.Own.Known() {
		return r.Own, true
	}
	return r.Value, !r.Partial && r.Value.Known()
}

// inPlaces is the order of places. Of two results for one place that with a
// whole value comes first; two values would be told apart by what they are, so
// that the order of arrival never matters.
func inPlaces(a, b *Rolled) int {
	if c := cmp.Compare(a.Place, b.Place); c != 0 || a == b {
		return c
	}
	_, wholeA := a.Whole()
	_, wholeB := b.Whole()
	switch {
	case wholeA && !wholeB:
		return -1
	case wholeB && !wholeA:
		return 1
	}
	return cmp.Or(cmp.Compare(b.Own.String(), a.Own.String()), cmp.Compare(b.Value.String(), a.Value.String()))
}

// weigh settles the place's weight, and lists the children that a mean needs
// the weight of: those that reported.
func (r *Rolled) weigh(children []*Rolled) {
	if r.Rule != "mean" {
		return
	}
	sum := quantity.Point(quantity.Decimal{})
	for _, c := range children {
		if !c.Weight.Known() {
			sum = quantity.Interval{}
			if slices.Contains(r.Reported, c.Place) {
				r.Unweighed = append(r.Unweighed, c.Place)
			}
			continue
		}
		sum = sum.Add(c.Weight)
	}
	if !r.Weight.Known() && len(children) > 0 {
		r.Weight = sum
	}
}

// make puts values together by the rule; unknown where there are none or they
// make no whole.
func (r *Rolled) make(some []Share, children []*Rolled) quantity.Interval {
	if len(some) == 0 {
		return quantity.Interval{}
	}
	all := some[0].Value
	switch r.Rule {
	case "sum":
		for _, s := range some[1:] {
			all = all.Add(s.Value)
		}
	case "max":
		for _, s := range some[1:] {
			all = greater(all, s.Value)
		}
	case "min":
		all = all.Neg()
		for _, s := range some[1:] {
			all = greater(all, s.Value.Neg())
		}
		all = all.Neg()
	case "mean":
		return r.mean(some, children)
	default:
		return quantity.Interval{}
	}
	return all
}

// greater is the greater of two values, each known between its ends.
func greater(a, b quantity.Interval) quantity.Interval {
	if a.Lo.Value.Cmp(b.Lo.Value) < 0 {
		a.Lo = b.Lo
	}
	if a.Hi.Value.Cmp(b.Hi.Value) < 0 {
		a.Hi = b.Hi
	}
	return a
}

// mean is the mean of values weighted by the places' weights.
func (r *Rolled) mean(some []Share, children []*Rolled) quantity.Interval {
	if len(r.Unweighed) > 0 {
		return quantity.Interval{}
	}
	sum, weight := quantity.Point(quantity.Decimal{}), quantity.Point(quantity.Decimal{})
	for _, s := range some {
		i, _ := slices.BinarySearchFunc(children, s.Place, func(c *Rolled, place string) int { return cmp.Compare(c.Place, place) })
		w := children[i].Weight
		sum, weight = sum.Add(s.Value.Mul(w)), weight.Add(w)
	}
	return sum.Div(weight, rollDigits).Intersect(hull(some))
}

// hull is the least interval that holds all values.
func hull(shares []Share) quantity.Interval {
	h := shares[0].Value
	for _, s := range shares[1:] {
		h = h.Hull(s.Value)
	}
	return h
}

// compare holds what the place reported against its children.
func (r *Rolled) compare(whole, some []Share, about bool) {
	if !r.Own.Known() || len(some) == 0 {
		return
	}
	amounts := r.Rule == "sum" && !slices.ContainsFunc(some, func(s Share) bool { return s.Value.Lo.Value.Sign() < 0 })
	for _, s := range whole {
		switch {
		case (amounts || r.Rule == "max") && above(s.Value, r.Own):
			r.disagree(PartAbove, []Share{s}, s.Value)
		case r.Rule == "min" && above(r.Own, s.Value):
			r.disagree(PartBelow, []Share{s}, s.Value)
		}
	}
	switch {
	case len(r.Findings) > 0: // then together they are too
	case amounts && above(r.Value, r.Own):
		r.disagree(PartsAbove, some, r.Value)
	case r.Partial:
	case r.Rule == "mean" && r.Own.Intersect(hull(whole)).Empty():
		r.disagree(WholeOutside, whole, hull(whole))
	case r.Value.Known() && !(r.Rule == "mean" && about) && r.Own.Intersect(r.Value).Empty():
		r.disagree(PartsOther, whole, r.Value)
	}
}

// disagree notes a finding.
func (r *Rolled) disagree(code string, left []Share, made quantity.Interval) {
	r.Findings = append(r.Findings, Disagreement{code, left, made, r.Own, r.Place})
}

// above reports whether all of a lies above all of b.
func above(a, b quantity.Interval) bool {
	return a.Intersect(b).Empty() && a.Lo.Value.Cmp(b.Lo.Value) > 0
}
