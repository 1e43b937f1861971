package standing

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pledger/ledger"
	"pledger/lexicon"
	"pledger/quantity"
)

var (
	nineMonths = ledger.Period{Start: "2021-01-01", End: "2021-09-30"}
	halfYear   = ledger.Period{Start: "2021-01-01", End: "2021-06-30"}
	sum        = Rolling{Period: nineMonths, Rule: "sum"}
)

// written is a value as typed; the whole line for "".
func written(text string) quantity.Interval {
	if text == "" {
		return quantity.Interval{}
	}
	r := ledger.Reading{Value: text}
	return r.Written()
}

// node is a node of "place=value", "place=value*weight" or "place=?" children;
// "place=value@6" reported for half a year.
func node(of Rolling, own string, children ...string) Node {
	n := Node{Place: "150000", Of: of, Own: written(own)}
	for _, c := range children {
		place, value, _ := strings.Cut(c, "=")
		value, weight, _ := strings.Cut(value, "*")
		value, half := strings.CutSuffix(value, "@6")
		leaf := Node{Place: place, Of: of, Own: written(strings.Trim(value, "?"))}
		if weight != "" {
			d, _ := quantity.ParseDecimal(weight)
			leaf.Weight = quantity.Point(d)
		}
		if half {
			leaf.Of.Period = halfYear
		}
		n.Children = append(n.Children, RollUp(leaf))
	}
	return n
}

// rolledText is a roll-up in short: value, whether partial, what is missing,
// what disagrees.
func rolledText(r *Rolled) string {
	words := []string{r.Value.String()}
	if !r.Value.Known() {
		words[0] = "unknown"
	}
	if r.Partial {
		words = append(words, "partial")
	}
	if len(r.Missing) > 0 {
		words = append(words, "missing "+strings.Join(r.Missing, " "))
	}
	if len(r.Unweighed) > 0 {
		words = append(words, "unweighed "+strings.Join(r.Unweighed, " "))
	}
	for _, f := range r.Findings {
		var left []string
		for _, s := range f.Left {
			left = append(left, s.Place)
		}
		words = append(words, fmt.Sprintf("%s %s: %s, not %s", f.Code, strings.Join(left, "+"), f.Made, f.Own))
	}
	return strings.Join(words, "; ")
}

// TestRollUp rolls nodes up by hand.
func TestRollUp(t *testing.T) {
	mean := Rolling{Period: nineMonths, Rule: "mean"}
	growth := Rolling{Period: nineMonths, Rule: "mean", About: true}
	most, least := Rolling{Period: nineMonths, Rule: "max"}, Rolling{Period: nineMonths, Rule: "min"}
	tests := []struct {
		what string
		node Node
		want string
	}{
		{"a sum", node(sum, "", "150100=12", "150200=15.5"), "[26.95, 28.05]"},
		{"one is missing", node(sum, "", "150100=12", "150200=?"), "[11.5, 12.5]; partial; missing 150200"},
		{"nobody reported", node(sum, "", "150100=?", "150200=?"), "unknown; partial; missing 150100 150200"},
		{"a sum of half a year is none of nine months", node(sum, "", "150100=12", "150200=15@6"), "[11.5, 12.5]; partial; missing 150200"},
		{"it agrees beyond rounding only", node(sum, "28", "150100=12", "150200=15.5"), "[26.95, 28.05]"},
		{"it does not", node(sum, "30", "150100=12", "150200=15.5"), "[26.95, 28.05]; parts-other 150100+150200: [26.95, 28.05], not [29.5, 30.5]"},
		{"more than the whole", node(sum, "26", "150100=12", "150200=15.5"), "[26.95, 28.05]; parts-above 150100+150200: [26.95, 28.05], not [25.5, 26.5]"},
		{"more than the whole already", node(sum, "26", "150100=12", "150200=15.5", "150300=?"),
			"[26.95, 28.05]; partial; missing 150300; parts-above 150100+150200: [26.95, 28.05], not [25.5, 26.5]"},
		{"less than the whole, but one is missing", node(sum, "30", "150100=12", "150200=15.5", "150300=?"), "[26.95, 28.05]; partial; missing 150300"},
		{"one above the whole", node(sum, "11.0", "150100=12.0", "150200=?"),
			"[11.95, 12.05]; partial; missing 150200; part-above 150100: [11.95, 12.05], not [10.95, 11.05]"},
		{"with a loss elsewhere one may be above the whole", node(sum, "11.0", "150100=12.0", "150200=-1.0"), "[10.9, 11.1]"},
		{"a mean by weight", node(mean, "", "150100=4.0*3", "150200=8.0*1"), "[4.95, 5.05]"},
		{"without a weight there is no mean", node(mean, "", "150100=4.0*3", "150200=8.0"), "unknown; partial; unweighed 150200"},
		{"a mean of those that reported", node(mean, "", "150100=4.0*3", "150200=8.0*1", "150300=?"), "[4.95, 5.05]; partial; missing 150300"},
		{"the mean is another", node(mean, "6.0", "150100=4.0*3", "150200=8.0*1"), "[4.95, 5.05]; parts-other 150100+150200: [4.95, 5.05], not [5.95, 6.05]"},
		{"weights of growth are about right", node(growth, "6.0", "150100=4.0*3", "150200=8.0*1"), "[4.95, 5.05]"},
		{"but no mean lies outside", node(growth, "8.2", "150100=4.0*3", "150200=8.0*1"), "[4.95, 5.05]; whole-outside 150100+150200: [3.95, 8.05], not [8.15, 8.25]"},
		{"outside of some", node(growth, "8.2", "150100=4.0*3", "150200=8.0*1", "150300=?"), "[4.95, 5.05]; partial; missing 150300"},
		{"the most", node(most, "", "150100=4", "150200=8"), "[7.5, 8.5]"},
		{"more than the most", node(most, "7", "150100=4", "150200=8.0", "150300=?"), "[7.95, 8.05]; partial; missing 150300; part-above 150200: [7.95, 8.05], not [6.5, 7.5]"},
		{"less than the most", node(most, "9", "150100=4", "150200=8.0"), "[7.95, 8.05]; parts-other 150100+150200: [7.95, 8.05], not [8.5, 9.5]"},
		{"the least", node(least, "4", "150100=4", "150200=8"), "[3.5, 4.5]"},
		{"below the least", node(least, "5.0", "150100=4.0", "150200=8"), "[3.95, 4.05]; part-below 150100: [3.95, 4.05], not [4.95, 5.05]"},
		{"no rule makes the whole", node(Rolling{Period: nineMonths}, "7", "150100=400", "150200=?"), "unknown; partial; missing 150200"},
		{"a leaf", node(sum, "7"), "unknown"},
	}
	for _, tt := range tests {
		if got := rolledText(RollUp(tt.node)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.what, got, tt.want)
		}
	}
}

// TestTree states whose values make whose.
func TestTree(t *testing.T) {
	regions := NewRegions(lexicon.Default())
	leagues := len(regions.Below("150000"))
	if leagues != 12 || len(regions.Below("110000")) != 16 || !slices.Contains(regions.Below("420000"), "429004") {
		t.Fatalf("%d leagues, %d districts", leagues, len(regions.Below("110000")))
	}
	parts := func(codes ...string) (all []ledger.Part) {
		for _, c := range codes {
			all = append(all, ledger.Part{Place: c})
		}
		return all
	}
	tests := []struct {
		what      string
		parts     []ledger.Part
		reporting []string
		want      map[string]string // the children of places, or how many
	}{
		{"nobody has a part and nobody reports", nil, nil, map[string]string{"150000": "0"}},
		{"the parts, and no other", parts("150200", "150100"), nil, map[string]string{"150000": "150100 150200", "150100": "0"}},
		{"one reports: all are expected", nil, []string{"150100"}, map[string]string{"150000": "12", "150100": "0"}},
		{"a banner reports: all of its league are", nil, []string{"150121"}, map[string]string{"150000": "12", "150100": fmt.Sprint(len(regions.Below("150100")))}},
		{"a banner of a league that has a part", parts("150100"), []string{"150121"}, map[string]string{"150000": "150100", "150100": fmt.Sprint(len(regions.Below("150100")))}},
		{"a banner of one that has none", parts("150200"), []string{"150121"}, map[string]string{"150000": "150200"}},
		{"a league without a part reports too", parts("150200"), []string{"150100"}, map[string]string{"150000": "150100 150200"}},
		{"a league and one of its cities have parts", parts("152500", "152501"), []string{"152502"},
			map[string]string{"150000": "152500", "152500": fmt.Sprint(len(regions.Below("152500")))}},
		{"a league and one of its cities have parts, nobody reports", parts("152501", "152500"), nil,
			map[string]string{"150000": "152500", "152500": fmt.Sprint(len(regions.Below("152500")))}},
		{"its districts have the parts", parts("150102", "150103"), []string{"150100"}, map[string]string{"150000": "150102 150103"}},
		{"elsewhere", nil, []string{"110101"}, map[string]string{"150000": "0"}},
		{"itself", nil, []string{"150000"}, map[string]string{"150000": "0"}},
	}
	for _, tt := range tests {
		tree := regions.Tree("150000", tt.parts, tt.reporting)
		for place, want := range tt.want {
			below := tree.Below(place)
			if got := strings.Join(below, " "); got != want && fmt.Sprint(len(below)) != want {
				t.Errorf("%s: below %s are %s, want %s", tt.what, place, got, want)
			}
			for _, c := range below {
				if tree.Above(c) != place {
					t.Errorf("%s: above %s is %s", tt.what, c, tree.Above(c))
				}
			}
		}
	}
}

// TestRegion rolls a region up over two levels: a league that does not report is
// made of its banners, and one of them is missing.
func TestRegion(t *testing.T) {
	regions := NewRegions(lexicon.Default())
	said := map[string]string{"150000": "100", "150200": "40", "150121": "25"}
	for _, banner := range regions.Below("150100") {
		if banner != "150121" {
			said[banner] = "5"
		}
	}
	tree := regions.Tree("150000", []ledger.Part{{Place: "150100"}, {Place: "150200"}}, []string{"150121"})
	says := func(n int) Said { return Said{Own: written(said[tree.Places()[n]])} }
	r := RollUpAll(tree, sum, says)
	// Eight banners at 5 and one at 25 are 65, known to 4.5 as there are nine; with 40 that may be 100.
	if got, want := rolledText(rolledAt(r, "150000")), "[100, 110]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	said["150121"] = "35"
	r.Renew("150121", says)
	if got, want := rolledText(rolledAt(r, "150000")), "[110, 120]; parts-above 150100+150200: [110, 120], not [99.5, 100.5]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	said["150121"] = ""
	r.Renew("150121", says)
	if got, want := rolledText(rolledAt(r, "150000")), "[75.5, 84.5]; partial; missing 150100"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := rolledText(rolledAt(r, "150100")), "[36, 44]; partial; missing 150121"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	said["150100"] = "20"
	r.Renew("150100", says)
	if f := r.Findings(); len(f) != 2 || f[0].Place != "150000" || f[0].Code != PartsOther || f[1].Place != "150100" || f[1].Code != PartsAbove {
		t.Errorf("20 and 40 are not 100, and eight times 5 is more than 20: %v", f)
	}
	r.Renew("110000", says)
	if rolledAt(r, "110000") != nil {
		t.Error("a place that is not in the tree was rolled up")
	}
}

// TestWorth looks values up as they were typed, and adds up what is single.
func TestWorth(t *testing.T) {
	readings := read(t, "一季度 10.0", "二季度 5.0", "7月 1.0", "9月 1", "1-8月 20", "6月末 99")
	for _, tt := range []struct{ period, want string }{
		{"2021一季度", "[9.95, 10.05]"}, {"2021年1-6月", "[14.9, 15.1]"}, {"2021年1-7月", "[15.85, 16.15]"}, {"2021年1-8月", "[19.5, 20.5]"},
		{"2021年1-9月", "[20, 22]"}, {"2021年1-5月", "(−∞, ∞)"}, {"2021年6月末", "[98.5, 99.5]"}, {"2021", "(−∞, ∞)"},
	} {
		p, err := ledger.ParsePeriod(tt.period, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := Worth(readings, "2022-01-25", p, true).String(); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.period, got, tt.want)
		}
	}
	if Worth(readings, "2022-01-25", halfYear, false).Known() || Worth(readings, "2021-07-15", halfYear, true).Known() {
		t.Error("rates were added up, or what was not known yet")
	}
}

// drawTree is a tree of two levels under a region, with what some of its places
// say.
func drawTree(rt *rapid.T, regions *Regions) (*Tree, map[string]Said) {
	said := map[string]Said{}
	value := func(place string) {
		said[place] = Said{
			Own:    written(fmt.Sprintf("%d.%d", rapid.IntRange(-5, 90).Draw(rt, place), rapid.IntRange(0, 9).Draw(rt, "tenth"))),
			Weight: quantity.Point(quantity.NewDecimal(int64(rapid.IntRange(1, 9).Draw(rt, "weight")), 0)),
		}
	}
	var parts []ledger.Part
	var reporting []string
	for _, league := range regions.Below("150000")[:4] {
		parts = append(parts, ledger.Part{Place: league})
		switch rapid.IntRange(0, 3).Draw(rt, "how") {
		case 0:
			value(league)
		case 1:
			for _, banner := range regions.Below(league) {
				value(banner)
				reporting = append(reporting, banner)
			}
		case 2:
			for _, banner := range regions.Below(league) {
				if rapid.Bool().Draw(rt, "reports") {
					value(banner)
					reporting = append(reporting, banner)
				}
			}
		}
	}
	if rapid.Bool().Draw(rt, "own") {
		value("150000")
	}
	return regions.Tree("150000", parts, reporting), said
}

// TestRollUpLaws holds for all trees: a roll-up of roll-ups is that of the leaves
// where the rule is a sum, a maximum or a minimum; nothing missing is hidden at
// any level; renewing one branch gives what rolling up all anew does; neither
// the order of children nor that some stand twice matters.
func TestRollUpLaws(t *testing.T) {
	regions := NewRegions(lexicon.Default())
	same := cmp.Comparer(func(a, b quantity.Interval) bool { return a.String() == b.String() })
	rapid.Check(t, func(rt *rapid.T) {
		tree, said := drawTree(rt, regions)
		says := func(n int) Said { return said[tree.Places()[n]] }
		of := Rolling{Period: nineMonths, Rule: rapid.SampledFrom([]string{"sum", "max", "min", "mean", ""}).Draw(rt, "rule")}
		r := RollUpAll(tree, of, says)

		hidden := func(place string) bool { // by a value that the place reported
			for ; place != tree.Root; place = tree.Above(place) {
				if said[place].Own.Known() {
					return true
				}
			}
			return false
		}
		var leaves, missing []string
		var walk func(place string)
		walk = func(place string) {
			rolled := rolledAt(r, place)
			if below := tree.Below(place); len(below) != len(rolled.Reported)+len(rolled.Missing) {
				rt.Fatalf("%s has %v, and accounts for %v and %v", place, below, rolled.Reported, rolled.Missing)
			}
			for _, c := range tree.Below(place) {
				walk(c)
				_, whole := rolledAt(r, c).Whole()
				if whole == slices.Contains(rolled.Missing, c) || !whole && !rolled.Partial {
					rt.Fatalf("%s of %s: whole %t, %+v", c, place, whole, rolled)
				}
			}
			switch {
			case place == tree.Root || place != tree.Root && tree.Above(place) != tree.Root && hidden(tree.Above(place)):
			case said[place].Own.Known():
				leaves = append(leaves, place)
			case len(tree.Below(place)) == 0:
				missing = append(missing, place)
			}
		}
		walk(tree.Root)
		root := rolledAt(r, tree.Root)
		if root.Partial != (len(missing) > 0) && of.Rule != "" && of.Rule != "mean" {
			rt.Fatalf("%v is missing, and the whole is partial: %t", missing, root.Partial)
		}
		if of.Rule != "mean" {
			flat := Node{Place: tree.Root, Of: of, Own: said[tree.Root].Own}
			for _, place := range slices.Concat(leaves, missing) {
				flat.Children = append(flat.Children, RollUp(Node{Place: place, Of: of, Own: said[place].Own}))
			}
			if got := RollUp(flat).Value.String(); got != root.Value.String() {
				rt.Fatalf("%s of leaves is %s, of roll-ups %s", of.Rule, got, root.Value)
			}
		}

		n := Node{Place: tree.Root, Of: of, Own: said[tree.Root].Own, Weight: said[tree.Root].Weight}
		for _, c := range tree.Below(tree.Root) {
			n.Children = append(n.Children, rolledAt(r, c))
			if rapid.Bool().Draw(rt, "twice") {
				twin := *rolledAt(r, c)
				n.Children = append(n.Children, &twin)
			}
		}
		n.Children = rapid.Permutation(n.Children).Draw(rt, "order")
		if d := cmp.Diff(root, RollUp(n), same); d != "" {
			rt.Fatalf("in another order: %s", d)
		}

		place := rapid.SampledFrom(slices.Concat(tree.Below(tree.Root), tree.Below("150100"))).Draw(rt, "place")
		said[place] = Said{Own: written(rapid.SampledFrom([]string{"", "7", "700"}).Draw(rt, "new"))}
		r.Renew(place, says)
		if d := cmp.Diff(RollUpAll(tree, of, says).at, r.at, same); d != "" {
			rt.Fatalf("renewed: %s", d)
		}
	})
}

// TestRollUpMean holds the weighted mean against one worked out on fractions.
func TestRollUpMean(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := Node{Place: "150000", Of: Rolling{Period: nineMonths, Rule: "mean"}}
		sum, weight := new(big.Rat), new(big.Rat)
		for _, place := range []string{"150100", "150200", "150300"} {
			v, w := rapid.Int64Range(-100, 100).Draw(rt, "value"), rapid.Int64Range(1, 9).Draw(rt, "weight")
			n.Children = append(n.Children, RollUp(Node{
				Place: place, Of: n.Of, Own: quantity.Point(quantity.NewDecimal(v, 0)), Weight: quantity.Point(quantity.NewDecimal(w, 0)),
			}))
			sum.Add(sum, big.NewRat(v*w, 1))
			weight.Add(weight, big.NewRat(w, 1))
		}
		got, want := RollUp(n).Value, sum.Quo(sum, weight)
		if lo, hi := got.Lo.Value.Rat(), got.Hi.Value.Rat(); lo.Cmp(want) > 0 || hi.Cmp(want) < 0 {
			rt.Fatalf("%s does not hold %s", got, want)
		}
	})
}

// rolledAt is a place's roll-up; nil where it is not in the tree.
func rolledAt(r *RollUps, place string) *Rolled {
	n, ok := r.tree.Number(place)
	if !ok {
		return nil
	}
	return r.At(n)
}

// country is a tree of every county of the country, each with a value.
func country(b *testing.B) (*Tree, func(int) Said) {
	lex := lexicon.Default()
	regions := NewRegions(lex)
	tree := &Tree{Root: "000000", below: map[string][]string{}, above: map[string]string{}}
	var hang func(places []string, above string)
	hang = func(places []string, above string) {
		tree.hangAll(places, above)
		for _, place := range places {
			hang(regions.Below(place), place)
		}
	}
	var provinces []string
	for i := range lex.Places {
		if lex.Places[i].Level == "province" {
			provinces = append(provinces, lex.Places[i].Code)
		}
	}
	hang(provinces, tree.Root)
	tree.number()
	value := Said{Own: written("5.0")}
	return tree, func(n int) Said {
		if len(tree.children[n]) > 0 {
			return Said{}
		}
		return value
	}
}

// BenchmarkRollUpAll rolls the whole country up from its counties, and
// BenchmarkRenew takes in one new value: a county's, up to the country's.
func BenchmarkRollUpAll(b *testing.B) {
	tree, says := country(b)
	b.ReportAllocs()
	for b.Loop() {
		RollUpAll(tree, sum, says)
	}
	b.ReportMetric(float64(len(tree.above)+1), "nodes")
}

func BenchmarkRenew(b *testing.B) {
	tree, says := country(b)
	r := RollUpAll(tree, sum, says)
	b.ReportAllocs()
	for b.Loop() {
		r.Renew("150121", says)
	}
}
