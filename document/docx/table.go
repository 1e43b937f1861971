package docx

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"pledger/document/block"
)

// table is one w:tbl being read.
type table struct {
	cells    []cell
	row, col int
	span     int // columns of the cell at hand
	cols     int // columns of the widest row
	paras    int // paragraphs open when it began
	chars    int
}

type cell struct {
	row, col int
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
	t.cells = append(t.cells, cell{row: max(t.row, 1), col: t.col})
}

// property takes over one property of the cell at hand.
func (t *table) property(local, val string) {
	if n, err := strconv.Atoi(val); local == "gridSpan" && err == nil && n > 0 {
		t.span = min(n, maxSpan)
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
