package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pledger/document/block"
)

// table is a table of data, its cells in reading order.
type table struct {
	cells []cell
}

type cell struct {
	element  int
	row, col int
}

const (
	// minTable is the least number of rows and of columns of a table of data;
	// one with fewer is there for the page's layout.
	minTable = 2
	// maxCell is the mean length of cells, in characters, from which a table
	// holds articles and no data.
	maxCell = 120
	// maxSpan is the greatest rowspan or colspan that is believed, and maxBusy
	// the number of places that the spans of a table may take together: no
	// page can claim more than a large real table has.
	maxSpan = 200
	maxBusy = 20_000
)

// readTable returns the table at page[i], or nil if it is one for layout.
func readTable(page []element, i int) *table {
	t := &table{}
	row, cols, filled, chars := 0, 0, 0, 0
	busy := map[[2]int]bool{} // places that a span from above or before takes
	col := 0
	for j := i + 1; j < page[i].end; {
		e := &page[j]
		if e.skip {
			j = e.end
			continue
		}
		switch e.node.DataAtom {
		case atom.Table:
			return nil
		case atom.Tr:
			row++
			col = 0
		case atom.Td, atom.Th:
			if row == 0 {
				return nil
			}
			for col++; busy[[2]int{row, col}]; col++ {
			}
			t.cells = append(t.cells, cell{j, row, col})
			down, right := span(e.node, "rowspan"), span(e.node, "colspan")
			if down > 1 || right > 1 {
				if len(busy)+down*right > maxBusy {
					return nil
				}
				for r := range down {
					for c := range right {
						busy[[2]int{row + r, col + c}] = true
					}
				}
			}
			cols = max(cols, col+right-1)
			if e.all > 0 {
				filled++
				chars += e.all
			}
		}
		j++
	}
	if row < minTable || cols < minTable || filled == 0 || chars > filled*maxCell {
		return nil
	}
	return t
}

// span reads a rowspan or colspan, at least 1.
func span(n *html.Node, key string) int {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, key)))
	if err != nil || v < 1 {
		return 1
	}
	return min(v, maxSpan)
}

// table writes the cells of t, each as one block.
func (w *writer) table(t *table) {
	for _, c := range t.cells {
		from := len(w.blocks)
		w.subtree(c.element)
		var text []string
		for _, b := range w.blocks[from:] {
			text = append(text, strings.ReplaceAll(b.Text, "\n", " "))
		}
		w.blocks = w.blocks[:from]
		if s := strings.TrimFunc(strings.Join(text, " "), isBlank); s != "" {
			w.blocks = append(w.blocks, block.Block{Kind: block.Cell, Row: c.row, Col: c.col, Text: s})
		}
	}
}
