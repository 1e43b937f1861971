package audit

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"pledger/document"
	"pledger/quantity"
	"pledger/statement"
)

// number makes an item of a whole value, known to half a unit.
func number(v int64) *item {
	f := &statement.Figure{Kind: statement.Level}
	f.Quantity = quantity.Quantity{Bound: quantity.Exact, Nominal: quantity.NewDecimal(v, 0), Value: quantity.Point(quantity.NewDecimal(v, 0)).Widen(quantity.NewDecimal(5, -1))}
	f.Pos = document.Position{Start: int(v), End: int(v) + 1}
	return &item{fig: f}
}

// linear is the claim that the parts add up to the whole; a factor makes it a
// product of the first two instead.
func linear(product bool, items ...*item) *claim {
	n := len(items) - 1
	return &claim{code: Sum, items: items, eval: func(xs values) (quantity.Interval, quantity.Interval) {
		if product {
			return xs[0].Mul(xs[1]), xs[n]
		}
		return sumOf(xs[:n]), xs[n]
	}}
}

// TestLeastChange compares the search for the least change of a number with
// trying all changes, on small systems of sums and products.
func TestLeastChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var items []*item
		for range rapid.IntRange(4, 5).Draw(t, "items") {
			items = append(items, number(rapid.Int64Range(5, 40).Draw(t, "value")))
		}
		var claims []*claim
		for range rapid.IntRange(1, 3).Draw(t, "claims") {
			pick := rapid.Permutation(items).Draw(t, "members")
			claims = append(claims, linear(rapid.Bool().Draw(t, "product"), append([]*item{items[0]}, without(pick, items[0])[:2]...)...))
		}
		got, ok := leastChange(items[0], claims)
		want, possible := bruteForce(items[0], claims)
		if ok != possible || ok && abs(got) != abs(want) {
			t.Fatalf("least change %d %t, trying all gives %d %t", got, ok, want, possible)
		}
	})
}

// TestCulprit compares the culprit with trying every member and every change.
func TestCulprit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var items []*item
		for range 5 {
			items = append(items, number(rapid.Int64Range(5, 40).Draw(t, "value")))
		}
		bad := linear(false, items[0], items[1], items[2])
		other := linear(false, items[2], items[3], items[4])
		if bad.meet(bad.values(false)) {
			return
		}
		by := map[*item][]*claim{}
		for _, c := range []*claim{bad, other} {
			for _, it := range c.items {
				by[it] = append(by[it], c)
			}
		}
		got := culprit(bad, by)
		want := bruteCulprit(bad, other, by)
		if (got == nil) != (want == nil) {
			t.Fatalf("culprit %v, trying all gives %v", got, want)
		}
		if got != nil && costOf(t, got.Pos.Start, bad, by).Cmp(costOf(t, want.fig.Pos.Start, bad, by)) != 0 {
			t.Fatalf("culprit %v costs more than %v", got.Pos, want.fig.Pos)
		}
	})
}

// bruteForce tries all changes, the smallest first.
func bruteForce(it *item, claims []*claim) (int64, bool) {
	const most = 4000
	for n := int64(0); n <= most; n++ {
		for _, step := range []int64{n, -n} {
			if it.fig.Quantity.Nominal.Add(moved(it, step)).Sign() > 0 && allMeet(it, step, claims) {
				return step, true
			}
		}
	}
	return 0, false
}

func allMeet(it *item, step int64, claims []*claim) bool {
	for _, c := range claims {
		if side(c, it, step) != 0 {
			return false
		}
	}
	return true
}

// bruteCulprit tries all members of bad.
func bruteCulprit(bad, other *claim, by map[*item][]*claim) (best *item) {
	for _, it := range bad.items {
		on := by[it]
		if len(on) == 1 && !other.meet(other.values(false)) {
			continue
		}
		step, ok := bruteForce(it, on)
		if ok && (best == nil || relative(it, step).Cmp(relative(best, mustChange(best, by))) < 0) {
			best = it
		}
	}
	return best
}

func mustChange(it *item, by map[*item][]*claim) int64 {
	n, _ := bruteForce(it, by[it])
	return n
}

func costOf(t *rapid.T, at int, c *claim, by map[*item][]*claim) *big.Rat {
	for _, it := range c.items {
		if it.fig.Pos.Start == at {
			return relative(it, mustChange(it, by))
		}
	}
	t.Fatalf("no member at %d", at)
	return nil
}

func without(items []*item, it *item) (out []*item) {
	for _, x := range items {
		if x != it {
			out = append(out, x)
		}
	}
	return out
}

func abs(n int64) int64 { return max(n, -n) }
