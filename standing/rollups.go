package standing

import (
	"cmp"
	"slices"
	"time"

	"pledger/ledger"
	"pledger/quantity"
)

// Said is what is known of one place without looking at any other: its value
// for the period, and its weight for a mean. What is not known is the whole line.
type Said struct{ Own, Weight quantity.Interval }

// RollUps（分级汇总）are the roll-ups of one target in every place of a tree.
type RollUps struct {
	tree *Tree
	of   Rolling
	at   []*Rolled // by the numbers of the tree's places
}

// RollUpAll rolls a tree up from its leaves. says is asked once for each place,
// by its number in the tree.
func RollUpAll(t *Tree, of Rolling, says func(n int) Said) *RollUps {
	r := &RollUps{tree: t, of: of, at: make([]*Rolled, len(t.places))}
	r.deep(0, make([]Rolled, len(t.places)), says)
	return r
}

// deep rolls up what is below a place, then the place, into room.
func (r *RollUps) deep(n int, room []Rolled, says func(n int) Said) {
	for _, c := range r.tree.children[n] {
		r.deep(c, room, says)
	}
	r.at[n] = &room[n]
	r.one(n, r.at[n], says(n))
}

// one rolls up a place from its children as they are, into a Rolled.
func (r *RollUps) one(n int, to *Rolled, said Said) {
	node := Node{Place: r.tree.places[n], Of: r.of, Own: said.Own, Weight: said.Weight}
	if children := r.tree.children[n]; len(children) > 0 {
		node.Children = make([]*Rolled, len(children))
		for i, c := range children {
			node.Children[i] = r.at[c]
		}
	}
	to.roll(node)
}

// Renew takes in what a place now says: it and those above it are rolled up
// anew, and nothing else. says is asked for these. A place that is not in the
// tree changes nothing.
func (r *RollUps) Renew(place string, says func(n int) Said) {
	for n, ok := r.tree.Number(place); ok; n, ok = r.tree.Number(r.tree.above[r.tree.places[n]]) {
		to := new(Rolled)
		r.one(n, to, says(n))
		r.at[n] = to
	}
}

// At is the roll-up of the place with a number of the tree.
func (r *RollUps) At(n int) *Rolled { return r.at[n] }

// Findings are those of all places, in the order of codes.
func (r *RollUps) Findings() []Disagreement {
	var all []Disagreement
	for _, rolled := range r.at {
		all = append(all, rolled.Findings...)
	}
	slices.SortStableFunc(all, func(a, b Disagreement) int {
		return cmp.Compare(a.Place, b.Place) // of one place they are in order
	})
	return all
}

// Worth is what readings say of a period, known by the end of the day, no more
// exact than they were typed: the reading for it, or what the single months and
// quarters from its beginning on add up to while none is missing. Readings that
// do not add up over the year are looked up only.
func Worth(readings []*ledger.Reading, day string, period ledger.Period, adds bool) quantity.Interval {
	return worth(known(readings, day), period, adds)
}

// worth is Worth of readings that are known, by their ends and then starts.
func worth(all []*ledger.Reading, period ledger.Period, adds bool) quantity.Interval {
	for _, r := range all {
		if r.Period == period {
			return r.Written()
		}
	}
	if !adds || period.Start == period.End {
		return quantity.Interval{}
	}
	for _, r := range all {
		if r.Period.End != period.End || r.Period.Start <= period.Start || r.Period.Instant() {
			continue
		}
		before := worth(all, ledger.Period{Start: period.Start, End: dayBefore(r.Period.Start)}, adds)
		if before.Known() {
			return before.Add(r.Written())
		}
	}
	return quantity.Interval{}
}

// dayBefore is the day before a day.
func dayBefore(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, -1).Format(time.DateOnly)
}
