package board

import (
	"cmp"
	"slices"

	"pledger/standing"
)

// Change is an account whose light on one day differs from that on another.
type Change struct {
	Before, After *Row
}

// Worse reports whether its light became worse.
func (c Change) Worse() bool { return c.After.Standing.Light > c.Before.Standing.Light }

// Changes lists the accounts whose lights differ between two days of one board,
// in the order of the list.
func Changes(before, after *Day) []Change {
	var all []Change
	for now := range after.Rows() {
		was := before.Row(now.Account.ID)
		if was != nil && was.Standing.Light != now.Standing.Light {
			all = append(all, Change{was, now})
		}
	}
	return all
}

// Worst lists the n rows most at risk, the worst first: what is missed, then
// red, then yellow, and of one light what is farthest behind. Only rows that
// keep accepts count; nil accepts all, and few of these cost nothing of the
// ledger's size.
func (d *Day) Worst(n int, keep func(*Row) bool) []*Row {
	if keep == nil && n <= keptWorst {
		return d.worstOf(n)
	}
	return d.scanWorst(n, keep)
}

// scanWorst is Worst, by looking at every row.
func (d *Day) scanWorst(n int, keep func(*Row) bool) []*Row {
	var worst []*Row
	for row := range d.Rows() {
		if !row.atRisk() || keep != nil && !keep(row) {
			continue
		}
		if len(worst) == n && (n == 0 || riskThenList(worst[n-1], row) < 0) {
			continue
		}
		i, _ := slices.BinarySearchFunc(worst, row, riskThenList)
		worst = slices.Insert(worst[:min(len(worst), n-1)], i, row)
	}
	return worst
}

// atRisk reports whether the row can be among the worst.
func (r *Row) atRisk() bool { return r.Standing.Light >= standing.Yellow }

// riskThenList is the order of Worst.
func riskThenList(a, b *Row) int { return cmp.Or(moreAtRisk(a, b), inList(a.Account, b.Account)) }

// moreAtRisk is below 0 where a is more at risk than b.
func moreAtRisk(a, b *Row) int {
	if c := cmp.Compare(b.Standing.Light, a.Standing.Light); c != 0 {
		return c
	}
	x, y := a.Standing.Distance, b.Standing.Distance
	switch {
	case !x.Known() && !y.Known():
		return 0
	case !x.Known():
		return 1
	case !y.Known():
		return -1
	case a.about != b.about: // rounding never turns an order round
		return cmp.Compare(a.about, b.about)
	}
	return x.Cmp(y)
}
