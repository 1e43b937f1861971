package standing

import (
	"maps"
	"slices"

	"pledger/ledger"
	"pledger/lexicon"
)

// Regions（行政区划）is which places lie directly in which, by GB/T 2260 code: a
// league in its region, a banner in its league, a county that no prefecture is
// over in its province. It must not be changed.
type Regions struct {
	below map[string][]string // in the order of codes
	above map[string]string
}

// NewRegions is the regions of a lexicon's places.
func NewRegions(lex *lexicon.Lexicon) *Regions {
	r := &Regions{below: map[string][]string{}, above: map[string]string{}}
	for i := range lex.Places {
		code := lex.Places[i].Code
		if len(code) != codeLength {
			continue
		}
		for _, n := range []int{4, 2} { // prefecture, province
			above := code[:n] + "000000"[n:]
			if above != code && lex.PlaceCoded(above) != nil {
				r.above[code] = above
				r.below[above] = append(r.below[above], code)
				break
			}
		}
	}
	for _, codes := range r.below {
		slices.Sort(codes)
	}
	return r
}

// codeLength is how many digits a place's code has.
const codeLength = 6

// Below are the places directly in a place, in the order of their codes.
func (r *Regions) Below(place string) []string { return r.below[place] }

// Tree（汇总树）is whose values make whose, for one target in one place. It must
// not be changed.
type Tree struct {
	Root  string
	below map[string][]string // in the order of codes
	above map[string]string
	// The same by number: 0 is the root, then come the places in the order of
	// their codes.
	places   []string
	numbers  map[string]int
	children [][]int
}

// Tree makes the tree of a target. A place that has a part of it is below the
// nearest place that it lies in and that has one too, beside all others there,
// else below the root. Where it is not broken down, all places directly in the
// root are, once anyone reports. A place that reports for itself,
// without a part, is below the root too; one that lies in a place of the tree
// is below that, beside all others there, so that what is missing is known by
// name. What lies in no place of the tree is no part of the target and left out;
// so is a place of whose own places some have parts, and would count twice.
func (r *Regions) Tree(root string, parts []ledger.Part, reporting []string) *Tree {
	t := &Tree{Root: root, below: map[string][]string{}, above: map[string]string{}}
	has := make(map[string]bool, len(parts))
	for _, p := range parts {
		has[p.Place] = true
	}
	for _, p := range parts {
		above := root
		for _, place := range ledger.PlacesAbove(p.Place) {
			if has[place] {
				above = place
				break
			}
		}
		if t.hang(p.Place, above); above != root && above == r.above[p.Place] {
			t.hangAll(r.below[above], above) // those without a part are part of it too
		}
	}
	for _, place := range slices.Sorted(slices.Values(reporting)) { // a league before its banners
		for t.above[place] == "" {
			if len(parts) == 0 && len(t.above) == 0 && r.within(place, root) {
				t.hangAll(r.below[root], root)
			} else if up := r.above[place]; up == root && !r.holds(place, parts) {
				t.hang(place, root)
			} else if up != "" && t.above[up] != "" {
				t.hangAll(r.below[up], up)
			} else {
				break
			}
		}
	}
	for _, places := range t.below {
		slices.Sort(places)
	}
	t.number()
	return t
}

// number numbers the places of a tree that is grown.
func (t *Tree) number() {
	t.places = slices.AppendSeq(make([]string, 1, len(t.above)+1), maps.Keys(t.above))
	slices.Sort(t.places[1:])
	t.places[0] = t.Root
	t.numbers = make(map[string]int, len(t.places))
	for n, place := range t.places {
		t.numbers[place] = n
	}
	t.children = make([][]int, len(t.places))
	for n, place := range t.places {
		for _, below := range t.below[place] {
			t.children[n] = append(t.children[n], t.numbers[below])
		}
	}
}

// within reports whether a place lies in another, however deep.
func (r *Regions) within(place, in string) bool {
	for up := r.above[place]; up != ""; up = r.above[up] {
		if up == in {
			return true
		}
	}
	return false
}

// holds reports whether one of the parts lies in the place.
func (r *Regions) holds(place string, parts []ledger.Part) bool {
	return slices.ContainsFunc(parts, func(p ledger.Part) bool { return r.within(p.Place, place) })
}

// hang puts a place below another, where it is not in the tree yet.
func (t *Tree) hang(place, above string) {
	if t.above[place] == "" && place != t.Root {
		t.above[place] = above
		t.below[above] = append(t.below[above], place)
	}
}

func (t *Tree) hangAll(places []string, above string) {
	for _, place := range places {
		t.hang(place, above)
	}
}

// Below are the places whose values make a place's, in the order of codes.
func (t *Tree) Below(place string) []string { return t.below[place] }

// Places are the tree's places: the root, then the others in the order of their
// codes. They must not be changed.
func (t *Tree) Places() []string { return t.places }

// Number is where in Places a place stands; ok is false where it is not in the
// tree.
func (t *Tree) Number(place string) (n int, ok bool) {
	n, ok = t.numbers[place]
	return n, ok
}

// Leaf reports whether no place's value makes that of the one with a number.
func (t *Tree) Leaf(n int) bool { return len(t.children[n]) == 0 }

// Above is the place whose value a place's is part of; "" of the root and of
// what is not in the tree.
func (t *Tree) Above(place string) string { return t.above[place] }
