package audit

import (
	"math/big"

	"pledger/quantity"
)

// suspects names in each contradiction the likeliest culprit, where its figures
// stand in several relations: the one figure whose least change, in parts of
// itself, makes all relations around the contradiction hold.
func suspects(rs []Relation) {
	by := map[*item][]*claim{}
	for i := range rs {
		if rs[i].Result == Holds || rs[i].Result == Contradicts {
			for _, it := range rs[i].claim.items {
				by[it] = append(by[it], rs[i].claim)
			}
		}
	}
	for i := range rs {
		if rs[i].Result == Contradicts {
			rs[i].Suspect = culprit(rs[i].claim, by)
		}
	}
}

// culprit is the member of c whose least change mends c and all that its
// members stand in, or nil; it is nil too where c stands alone.
func culprit(c *claim, by map[*item][]*claim) *Ref {
	around := neighbours(c, by)
	if len(around) < 2 {
		return nil
	}
	var best *item
	var least *big.Rat
	for _, it := range c.items {
		if !mendable(it, around, by) {
			continue
		}
		steps, ok := leastChange(it, by[it])
		if !ok {
			continue
		}
		cost := relative(it, steps)
		if best == nil || cost.Cmp(least) < 0 {
			best, least = it, cost
		}
	}
	if best == nil {
		return nil
	}
	r := best.ref()
	return &r
}

// neighbours are c and the claims that share a member with it.
func neighbours(c *claim, by map[*item][]*claim) []*claim {
	var out []*claim
	for _, it := range c.items {
		for _, d := range by[it] {
			known := false
			for _, e := range out {
				known = known || e == d
			}
			if !known {
				out = append(out, d)
			}
		}
	}
	return out
}

// mendable reports whether all contradictions around stand on the item: else
// changing it alone cannot do.
func mendable(it *item, around []*claim, by map[*item][]*claim) bool {
	for _, d := range around {
		in := false
		for _, e := range by[it] {
			in = in || e == d
		}
		if !in && !d.meet(d.values(false)) {
			return false
		}
	}
	return true
}

// mostSteps bounds the search for a value: so many units of the last digit.
const mostSteps = 1 << 30

// leastChange is the smallest number of units of its last digit, up or down, by
// which the item's value must move for all claims to hold. Each claim is
// monotone in each member, so that the values that fit are one stretch.
func leastChange(it *item, claims []*claim) (steps int64, ok bool) {
	lo, hi := int64(-mostSteps), int64(mostSteps)
	for _, c := range claims {
		a, b, fits := stretch(c, it)
		if !fits {
			return 0, false
		}
		lo, hi = max(lo, a), min(hi, b)
	}
	switch {
	case lo > hi:
		return 0, false
	case lo > 0:
		return lo, true
	case hi < 0:
		return hi, true
	}
	return 0, true
}

// stretch is the least and the greatest number of steps at which c holds.
func stretch(c *claim, it *item) (lo, hi int64, ok bool) {
	floor := bottom(it)
	rising := side(c, it, mostSteps) >= side(c, it, floor)
	at := func(n int64) int {
		v := side(c, it, n)
		if !rising {
			return -v
		}
		return v
	}
	lo = search(floor, mostSteps, func(n int64) bool { return at(n) >= 0 })
	hi = search(floor, mostSteps, func(n int64) bool { return at(n) > 0 }) - 1
	return lo, hi, lo <= hi
}

// bottom keeps the moved value of a positive number positive.
func bottom(it *item) int64 {
	q := &it.fig.Quantity
	if q.Nominal.Sign() <= 0 {
		return -mostSteps
	}
	n := new(big.Rat).Quo(q.Nominal.Rat(), power(int(q.Places)))
	f := new(big.Int).Quo(n.Num(), n.Denom())
	if f.IsInt64() && f.Int64() <= mostSteps {
		return 1 - f.Int64()
	}
	return -mostSteps
}

// search is the least n in [lo, hi] of which ok is true, hi+1 where there is
// none; ok must stay true once it is.
func search(lo, hi int64, ok func(int64) bool) int64 {
	hi++
	for lo < hi {
		mid := lo + (hi-lo)/2
		if ok(mid) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// side says where what c computes lies of what is said, when the item's value
// is moved by n units of its last digit: −1 below, 0 they meet, 1 above.
func side(c *claim, it *item, n int64) int {
	xs := c.values(false)
	for i, m := range c.items {
		if m == it {
			xs[i] = xs[i].Add(quantity.Point(moved(it, n)))
		}
	}
	got, said := c.eval(xs)
	switch {
	case !got.Known() || !said.Known() || !got.Intersect(said).Empty():
		return 0
	case said.Hi.Kind != quantity.Unbounded && got.Lo.Kind != quantity.Unbounded && got.Lo.Value.Cmp(said.Hi.Value) >= 0:
		return 1
	}
	return -1
}

// moved is n units of the item's last digit.
func moved(it *item, n int64) quantity.Decimal {
	places := int(it.fig.Quantity.Places)
	if it.fraction() {
		places += 2
	}
	return quantity.NewDecimal(n, places)
}

// relative is a change in parts of the item's value.
func relative(it *item, steps int64) *big.Rat {
	change := moved(it, steps).Rat()
	change.Abs(change)
	v := new(big.Rat).Abs(it.fig.Quantity.Nominal.Rat())
	if v.Sign() == 0 {
		return change
	}
	return change.Quo(change, v)
}
