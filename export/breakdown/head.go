package breakdown

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
)

//go:embed data/headers.tsv
var headersFile string

// The columns of headers.tsv that are no Column of their own.
const (
	owner   Column = "owner"   // lead or supporting, by what stands beside it
	name    Column = "name"    // the task's first half
	content Column = "content" // the task's second half
)

// headers are the known heads. A mistake in the file is one of the build, found
// by the package's test.
var headers = sync.OnceValue(func() map[string]Column {
	known, err := readHeaders(headersFile)
	if err != nil {
		panic("breakdown: " + err.Error())
	}
	return known
})

// readHeaders reads headers.tsv.
func readHeaders(file string) (map[string]Column, error) {
	columns := append(Columns(), owner, name, content)
	known := map[string]Column{}
	headed := false
	n := 0
	for line := range strings.Lines(file) {
		n++
		line = strings.TrimRight(line, "\r\n")
		head, column, ok := strings.Cut(line, "\t")
		key := strings.ToLower(bare(head))
		switch {
		case line == "" || line[0] == '#':
		case !headed && line == "head\tcolumn":
			headed = true
		case !headed:
			return nil, fmt.Errorf("headers.tsv:%d: the first line must be “head, column”", n)
		case !ok || !slices.Contains(columns, Column(column)):
			return nil, fmt.Errorf("headers.tsv:%d: no column is called %q", n, column)
		case known[key] != "":
			return nil, fmt.Errorf("headers.tsv:%d: %s stands there already", n, head)
		default:
			known[key] = Column(column)
		}
	}
	return known, nil
}

// remark is what stands in brackets after a head: 目标值（单位）.
var remark = regexp.MustCompile(`[（(\[【][^）)\]】]*[）)\]】]?$`)

// columnOf is the column that a head names; "" for none.
func columnOf(head string) Column {
	key := strings.ToLower(strings.Trim(bare(head), "*※：:"))
	if c := headers()[key]; c != "" {
		return c
	}
	return headers()[remark.ReplaceAllString(key, "")]
}

// A head says which column of a grid is which.
type head struct {
	row     int            // index among the grid's rows
	at      map[Column]int // by column, its number in the grid
	ignored []gridCell     // heads that name no column
	twice   []gridCell     // heads of columns that stand there already
	both    bool           // the column of leads holds supporting bodies too
}

// headWithin is how many rows that are not blank may stand above the head:
// titles, letter heads, remarks.
const headWithin = 30

// findHead finds the row that names the most columns; a task and one column
// more must be among them.
func findHead(g *grid) (head, bool) {
	var best head
	for i := range g.rows[:min(len(g.rows), headWithin)] {
		if h := readHead(g.rows[i].cells); len(h.at) > len(best.at) {
			h.row = i
			best = h
		}
	}
	return best, best.at[Task] > 0 && len(best.at) > 1
}

// readHead reads one row as a head.
func readHead(cells []gridCell) head {
	h := head{at: map[Column]int{}}
	for _, c := range cells {
		column := columnOf(c.text)
		switch {
		case column == "":
			h.ignored = append(h.ignored, c)
		case h.at[column] > 0:
			h.twice = append(h.twice, c)
		default:
			h.at[column] = c.col
		}
	}
	h.settle(cells)
	return h
}

// settle decides what heads mean that depend on those beside them.
func (h *head) settle(cells []gridCell) {
	switch {
	case h.at[Lead] == 0:
		h.both = h.at[owner] > 0 && h.at[Supporting] == 0
		h.turn(owner, Lead)
	case h.at[Supporting] == 0:
		h.turn(owner, Supporting)
	}
	if h.at[Task] == 0 {
		h.turn(name, Task)
	}
	if h.at[Task] == 0 {
		h.turn(content, Task)
	}
	for _, left := range []Column{owner, name} { // beside a task a name says nothing of its own
		for _, c := range cells {
			if h.at[left] > 0 && c.col == h.at[left] {
				h.ignored = append(h.ignored, c)
			}
		}
		delete(h.at, left)
	}
}

// turn makes the column from, where there is one, the column to.
func (h *head) turn(from, to Column) {
	if h.at[from] > 0 {
		h.at[to] = h.at[from]
		delete(h.at, from)
	}
}

// columns are the table's columns that the head names.
func (h *head) columns() []Column {
	var all []Column
	for _, c := range Columns() {
		if h.at[c] > 0 || c == Supporting && h.both {
			all = append(all, c)
		}
	}
	return all
}
