package docx

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"pledger/document/block"
)

// table is one w:tbl being read.
type table struct {
	number   int // of the file's tables, from 1
	cells    []cell
	row, col int
	span     int // columns of the cell at hand
	cols     int // columns of the widest row
	paras    int // paragraphs open when it began
	chars    int
}

type cell struct {
	row, col int
	span     int  // columns it takes
	merged   bool // it goes on with the cell above it
	blocks   []block.Block
}

const (
	// minTable is the least number of rows and of columns of a table of data;
	// one with fewer only frames text.
	minTable = 2
	// maxCell is the mean length of cells, in characters, from which a table
	// frames text and holds no data.
	maxCell = 120
	// maxSpan is the greatest number of columns that a cell is believed to take.
	maxSpan = 200
)

// begin opens a row or a cell.
func (t *table) begin(local string) {
	if local == "tr" {
		t.row++
		t.col, t.span = 0, 1
		return
	}
	t.col += t.span
	if t.col == 0 {
		t.col = 1
	}
	t.span = 1
	t.cells = append(t.cells, cell{row: max(t.row, 1), col: t.col, span: 1})
}

// property takes over one property of the cell at hand.
func (t *table) property(local, val string) {
	n, err := strconv.Atoi(val)
	switch {
	case len(t.cells) == 0:
	case local == "gridSpan" && err == nil && n > 0:
		t.span = min(n, maxSpan)
		t.cells[len(t.cells)-1].span = t.span
	case local == "vMerge":
		t.cells[len(t.cells)-1].merged = val != "restart"
	}
}

func (t *table) endCell() {
	t.cols = max(t.cols, t.col+t.span-1)
}

// add puts blocks into the cell at hand.
func (t *table) add(blocks []block.Block) {
	if len(t.cells) == 0 {
		t.cells = append(t.cells, cell{row: 1, col: 1})
	}
	c := &t.cells[len(t.cells)-1]
	c.blocks = append(c.blocks, blocks...)
	for _, b := range blocks {
		t.chars += utf8.RuneCountInString(b.Text)
	}
}

// blocks returns the table's cells, each as one block; the blocks as they are
// where the table only frames text.
func (t *table) blocks() []block.Block {
	var out []block.Block
	filled := 0
	for _, c := range t.cells {
		if len(c.blocks) > 0 {
			filled++
		}
	}
	frame := t.row < minTable || t.cols < minTable || t.chars > filled*maxCell
	for _, c := range t.cells {
		if frame {
			out = append(out, c.blocks...)
			continue
		}
		var text []string
		for _, b := range c.blocks {
			text = append(text, b.Text)
		}
		if len(text) > 0 {
			out = append(out, block.Block{Kind: block.Cell, Row: c.row, Col: c.col, Text: strings.Join(text, "\n")})
		}
	}
	return out
}

// grid returns every cell as one block, with what it spans. Cells that go on
// with the one above lengthen that one.
func (t *table) grid() []block.Block {
	var out []block.Block
	above := map[int]int{} // column → the block that stands there
	for _, c := range t.cells {
		if i, ok := above[c.col]; ok && c.merged {
			out[i].Rows = c.row - out[i].Row + 1
			continue
		}
		var text []string
		for _, b := range c.blocks {
			text = append(text, b.Text)
		}
		above[c.col] = len(out)
		out = append(out, block.Block{Kind: block.Cell, Table: t.number, Row: c.row, Col: c.col, Rows: 1, Cols: c.span, Text: strings.Join(text, "\n")})
	}
	return out
}
