package breakdown

import "slices"

// tallied counts the rows of one body.
type tallied struct {
	body            string
	leads, supports int
}

// tally counts the rows by body, in the order of the government's list, and
// bodies that are not on it after those as the rows name them.
func (t *Table) tally() []tallied {
	var all []tallied
	at := map[string]int{}
	entry := func(name string) *tallied {
		i, ok := at[name]
		if !ok {
			i = len(all)
			at[name] = i
			all = append(all, tallied{body: name})
		}
		return &all[i]
	}
	for _, name := range t.Bodies {
		entry(name)
	}
	for _, r := range t.Rows {
		for _, name := range r.Lead {
			entry(name).leads++
		}
		for _, name := range r.Supporting {
			entry(name).supports++
		}
	}
	return slices.DeleteFunc(all, func(n tallied) bool { return n.leads+n.supports == 0 })
}
