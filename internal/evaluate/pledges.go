package evaluate

import (
	"cmp"
	"slices"
	"strings"

	"pledger/export"
	"pledger/statement"
)

// The overlaps at which pledges are matched: intersection over union of their
// runes, in percent. Fields are compared over the matches at Usual.
const (
	Loose = 50
	Usual = 70
	Whole = 100
)

// Pledges is how well the pledges of one text were read.
type Pledges struct {
	At         []Overlap  // by falling overlap demanded
	Fields     []Accuracy // over the matches at Usual
	Mismatches []Mismatch // in the order of the text
}

// Overlap is how many pledges were found at one overlap.
type Overlap struct {
	Percent int
	Found   Found
}

// pair is a gold pledge and a read one that overlap.
type pair struct {
	gold, read   int // indices
	inter, union int // runes
}

// ComparePledges measures the pledges of set against gold. Pairs are made one
// to one, the greatest overlap first.
func ComparePledges(gold []GoldPledge, set *statement.Set) Pledges {
	res := comparePledges(gold, export.Pledges(set))
	traces := map[int][]string{}
	for i := range set.Pledges {
		traces[set.Pledges[i].Pos.Start] = set.Pledges[i].Trace
	}
	for i := range res.Mismatches {
		m := &res.Mismatches[i]
		m.Context, m.Trace = context(set.Report, m.At), traces[m.At]
	}
	return res
}

// comparePledges is ComparePledges without context and traces.
func comparePledges(gold []GoldPledge, read []export.Pledge) Pledges {
	var res Pledges
	pairs := match(gold, read)
	for _, percent := range []int{Whole, Usual, Loose} {
		f := Found{Gold: len(gold), Predicted: len(read), Matched: len(atLeast(pairs, percent))}
		res.At = append(res.At, Overlap{percent, f})
	}
	usual := atLeast(pairs, Usual)
	right := map[string]int{}
	metGold, metRead := map[int]bool{}, map[int]bool{}
	for _, p := range usual {
		metGold[p.gold], metRead[p.read] = true, true
		res.Mismatches = append(res.Mismatches, judgePledge(&gold[p.gold], &read[p.read], right)...)
	}
	for i := range gold {
		if !metGold[i] {
			res.Mismatches = append(res.Mismatches, Mismatch{ID: gold[i].ID, At: gold[i].At, Field: Missing, Want: gold[i].Text})
		}
	}
	for i := range read {
		if !metRead[i] {
			res.Mismatches = append(res.Mismatches, Mismatch{At: read[i].At, Field: Extra, Got: read[i].Text})
		}
	}
	sortMismatches(res.Mismatches)
	for _, c := range pledgeFields {
		res.Fields = append(res.Fields, Accuracy{c.name, right[c.name], len(usual), len(gold)})
	}
	return res
}

// pledgeFields are the columns of the comparison; lists compare as sets.
var pledgeFields = []struct {
	name string
	want func(*GoldPledge) string
	got  func(*export.Pledge) string
}{
	{"hardness", func(g *GoldPledge) string { return g.Hardness }, func(p *export.Pledge) string { return p.Hardness }},
	{"deadline", func(g *GoldPledge) string { return g.Deadline }, func(p *export.Pledge) string { return string(p.Deadline) }},
	{"quantified", func(g *GoldPledge) string { return yes(g.Quantified) }, func(p *export.Pledge) string { return yes(len(p.Figures) > 0) }},
	{"section", func(g *GoldPledge) string { return g.Section }, func(p *export.Pledge) string { return string(p.Section) }},
	{"verbs", func(g *GoldPledge) string { return asSet(g.Verbs) }, func(p *export.Pledge) string { return asSet(p.Verbs) }},
	{"objects", func(g *GoldPledge) string { return asSet(g.Objects) }, func(p *export.Pledge) string { return asSet(p.Objects) }},
}

// judgePledge compares one pledge field by field, adds what is right to right
// and returns what is not.
func judgePledge(g *GoldPledge, p *export.Pledge, right map[string]int) (wrong []Mismatch) {
	for _, c := range pledgeFields {
		if want, got := c.want(g), c.got(p); want == got {
			right[c.name]++
		} else {
			wrong = append(wrong, Mismatch{ID: g.ID, At: p.At, Field: c.name, Want: want, Got: got})
		}
	}
	return wrong
}

// yes words a truth value.
func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// asSet words a list so that order and repetition make no difference.
func asSet(words []string) string {
	return strings.Join(slices.Compact(slices.Sorted(slices.Values(words))), " ")
}

// match pairs pledges one to one, the greatest overlap first, the earlier
// first among equals.
func match(gold []GoldPledge, read []export.Pledge) []pair {
	var all []pair
	for i, g := range gold {
		for j, r := range read {
			inter := min(g.At+g.Len, r.At+r.Len) - max(g.At, r.At)
			if inter > 0 {
				all = append(all, pair{i, j, inter, g.Len + r.Len - inter})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int { return cmp.Compare(b.inter*a.union, a.inter*b.union) })
	var out []pair
	usedGold, usedRead := map[int]bool{}, map[int]bool{}
	for _, p := range all {
		if !usedGold[p.gold] && !usedRead[p.read] {
			usedGold[p.gold], usedRead[p.read] = true, true
			out = append(out, p)
		}
	}
	return out
}

// atLeast are the pairs whose overlap is at least percent of their union.
func atLeast(pairs []pair, percent int) []pair {
	var out []pair
	for _, p := range pairs {
		if p.inter*100 >= percent*p.union {
			out = append(out, p)
		}
	}
	return out
}

// sortMismatches puts the differences in the order of the text.
func sortMismatches(ms []Mismatch) {
	slices.SortStableFunc(ms, func(a, b Mismatch) int { return cmp.Compare(a.At, b.At) })
}
