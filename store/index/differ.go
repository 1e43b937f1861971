package index

import (
	"cmp"
	"fmt"
	"slices"
)

// Difference is a column that is not what it should be.
type Difference struct{ Column, Stored, Derived string }

// Differs is the first column in which stored columns differ from derived ones;
// nil where none does. The order of bodies does not count.
func (c Columns) Differs(derived Columns) *Difference {
	for _, column := range []struct {
		name            string
		stored, derived any
	}{
		{"ord", c.Order, derived.Order},
		{"number", c.Number, derived.Number},
		{"category", c.Category, derived.Category},
		{"state", c.State, derived.State},
		{"state_order", c.StateOrder, derived.StateOrder},
		{"section", c.Section, derived.Section},
		{"hardness", c.Hardness, derived.Hardness},
		{"task_key", c.TaskKey, derived.TaskKey},
		{"no_deadline", c.NoDeadline, derived.NoDeadline},
		{"deadline", c.Deadline, derived.Deadline},
		{"no_lead", c.NoLead, derived.NoLead},
		{"lead_order", c.LeadOrder, derived.LeadOrder},
		{"search", c.Search, derived.Search},
	} {
		if column.stored != column.derived {
			return &Difference{column.name, fmt.Sprint(column.stored), fmt.Sprint(column.derived)}
		}
	}
	if a, b := sorted(c.Bodies), sorted(derived.Bodies); !slices.Equal(a, b) {
		return &Difference{"account_body", fmt.Sprint(a), fmt.Sprint(b)}
	}
	return nil
}

// sorted is a copy in the order of code and role.
func sorted(bodies []Body) []Body {
	return slices.SortedFunc(slices.Values(bodies), func(a, b Body) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Role, b.Role))
	})
}
