package lexicon

import (
	"strconv"
	"strings"
)

// Body（责任单位）is a department that can owe a pledge.
type Body struct {
	Code    string
	Name    string
	Aliases []string
	Levels  []string // state, province, prefecture, county
	Duties  []string // what it answers for

	// Also are spellings of breakdowns that are not looked for in a report.
	Also []string
	// Now is the code of the body that does its work where it does not exist.
	Now string
	// Rank is its place in the order of precedence; 0 for one that stands on no
	// list of its own accord.
	Rank  int
	print [levels]string
	local []local
}

// levels is how many levels of government there are: state, province,
// prefecture and county.
const levels = 4

// levelNames are the levels in the order of the column print.
var levelNames = [levels]string{"state", "province", "prefecture", "county"}

// local is a name that some governments use instead.
type local struct {
	key   string // the head of a code, or the end of a government's name
	names []string
}

// Printed is how a government of a level (state, province, prefecture, county)
// prints the body on its list, without its place; "" where it has no such
// body. code and government are its code and its name.
func (b *Body) Printed(level, code, government string) string {
	for i, name := range levelNames {
		if name != level || b.print[i] == "" {
			continue
		}
		for _, l := range b.local {
			if !strings.HasPrefix(code, l.key) && !strings.HasSuffix(government, l.key) {
				continue
			}
			return l.names[min(max(i-1, 0), len(l.names)-1)]
		}
		return b.print[i]
	}
	return ""
}

// printed reads the cells that say how and where a body stands on lists.
func (l *loader) printed(r row, b *Body) bool {
	if cell := r.cells["print"]; cell != "" {
		names := r.list("print")
		if len(names) != levels {
			l.bad(r, "lexicon.print", cell)
			return false
		}
		for i, name := range names {
			b.print[i] = strings.Trim(name, "-")
		}
	}
	for _, cell := range r.list("local") {
		key, list, _ := strings.Cut(cell, "=")
		names := strings.Split(list, ",")
		if key == "" || list == "" || len(names) != 1 && len(names) != levels-1 {
			l.bad(r, "lexicon.local", cell)
			return false
		}
		b.local = append(b.local, local{key, names})
	}
	if cell := r.cells["rank"]; cell != "" {
		n, err := strconv.Atoi(cell)
		if err != nil || n <= 0 {
			l.bad(r, "lexicon.rank", cell)
			return false
		}
		b.Rank = n
	}
	return true
}
