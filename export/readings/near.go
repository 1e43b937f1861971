package readings

import (
	"cmp"
	"slices"
	"strings"

	"pledger/ledger"
)

// maxNear is how many near names a problem offers: what a person reads at once.
const maxNear = 3

// nearness is how many signs of a name may be wrong for it to be near: one of
// three, for slips of the hand and shortened names.
const nearness = 3

// nearIndicators are names of indicators like the one given, the nearest first,
// with the word behind it that says what the value is of it.
func (n *names) nearIndicators(name string) []string {
	name, _ = splitRemark(name)
	stem, suffix := fold(name), ""
	for _, s := range suffixes() {
		if short, ok := strings.CutSuffix(stem, s[0]); ok && short != "" {
			stem, suffix = short, s[0]
			break
		}
	}
	var near nearest
	for i := range n.lex.Indicators {
		ind := &n.lex.Indicators[i]
		best := distance(stem, fold(ind.Name))
		for _, alias := range ind.Aliases {
			best = min(best, distance(stem, fold(alias)))
		}
		near.add(ind.Name+suffix, best, len([]rune(stem)))
	}
	return near.names()
}

// nearPlaces are names of places of the government's like the one given.
func (n *names) nearPlaces(name string) []string {
	var near nearest
	for i := range n.lex.Places {
		p := &n.lex.Places[i]
		if !ledger.Inside(p.Code, n.government) {
			continue
		}
		best := distance(fold(name), fold(p.Name))
		for _, alias := range p.Aliases {
			best = min(best, distance(fold(name), fold(alias)))
		}
		near.add(p.Name, best, len([]rune(name)))
	}
	return near.names()
}

// nearest gathers names by how far off they are.
type nearest []struct {
	name string
	off  int
}

// add takes in a name that is off signs away from one of length signs.
func (n *nearest) add(name string, off, length int) {
	if off <= max(1, length/nearness) && off < length {
		*n = append(*n, struct {
			name string
			off  int
		}{name, off})
	}
}

// names are the nearest.
func (n nearest) names() (all []string) {
	slices.SortStableFunc(n, func(a, b struct {
		name string
		off  int
	}) int {
		return cmp.Compare(a.off, b.off)
	})
	for _, c := range n[:min(len(n), maxNear)] {
		all = append(all, c.name)
	}
	return all
}

// distance is how many signs have to be put in, taken out or replaced to make one
// text of another (Levenshtein).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		before := row[0]
		row[0] = i + 1
		for j, s := range to {
			keep := before
			if r != s {
				keep++
			}
			before = row[j+1]
			row[j+1] = min(keep, row[j]+1, before+1)
		}
	}
	return row[len(to)]
}
