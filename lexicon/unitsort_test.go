package lexicon

import (
	"slices"
	"testing"
)

// TestUnitSorts: a sort by its dimension is one of units that there are.
func TestUnitSorts(t *testing.T) {
	units := Default().Units
	for dimension := range dimensionSorts {
		if !slices.ContainsFunc(units, func(u Unit) bool { return u.Dimension == dimension }) {
			t.Errorf("no unit is of dimension %s", dimension)
		}
	}
	for _, sort := range []UnitSort{UnitMoney, UnitPoint} {
		if !slices.ContainsFunc(units, func(u Unit) bool { return u.Is(sort) }) {
			t.Errorf("no unit is of sort %b", sort)
		}
	}
}
