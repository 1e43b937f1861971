package breakdown

import (
	"strconv"
	"strings"
)

const (
	// MaxRows is how many rows a breakdown may have. The longest met have some
	// hundreds; this leaves room for a province's with all its counties, and a
	// file with more is a slip or an attack.
	MaxRows = 20000
	// maxColumns is how many columns of a sheet are read: breakdowns have a
	// dozen.
	maxColumns = 64
)

// A grid is one table as it is drawn: a sheet, a csv file, a table in a text.
type grid struct {
	sheet  string // its name; "" where there is one only
	lines  bool   // places are lines and not cells
	hidden bool
	rows   []gridRow // those that are not blank
	wide   bool      // it has cells beyond maxColumns
}

// A gridRow is one row that is not blank.
type gridRow struct {
	at     int // from 1
	hidden bool
	cells  []gridCell // by column from 1, those that are not blank
}

// A gridCell is one cell.
type gridCell struct {
	col    int
	cols   int // columns it takes
	text   string
	flaw   flaw
	filled bool // the text is that of a merged cell above
	shared bool // the text is the number of a shared string
}

// A flaw is what is wrong with a cell.
type flaw uint8

const (
	sound        flaw = iota
	formula           // the text is the value it had
	formulaEmpty      // it had none
	errorCell         // the text is #REF!
	dateCell          // the text is a date that the program wrote
)

// cell is the cell in a column; the zero cell where it is blank.
func (r *gridRow) cell(col int) gridCell {
	for _, c := range r.cells {
		if c.col == col {
			return c
		}
	}
	return gridCell{}
}

// place is where a cell stands; col 0 is the row.
func (g *grid) place(row, col int) Place {
	switch {
	case g.lines:
		return Place{Line: row}
	case col == 0:
		return Place{Sheet: g.sheet, Line: row}
	}
	return Place{Sheet: g.sheet, Cell: cellName(row, col)}
}

// cellName is a cell's name in a spreadsheet: B12.
func cellName(row, col int) string {
	letters := ""
	for ; col > 0; col = (col - 1) / 26 {
		letters = string(rune('A'+(col-1)%26)) + letters
	}
	return letters + strconv.Itoa(row)
}

// parseCell reads a cell's name; ok is false for what is none.
func parseCell(name string) (row, col int, ok bool) {
	name = strings.ReplaceAll(name, "$", "")
	i := 0
	for ; i < len(name) && name[i] >= 'A' && name[i] <= 'Z' && col < 1<<15; i++ {
		col = 26*col + int(name[i]-'A') + 1
	}
	row, err := strconv.Atoi(name[i:])
	return row, col, err == nil && row > 0 && col > 0
}

// A rect is a merged cell: rows and columns, both ends included.
type rect struct{ top, left, bottom, right int }

// merge gives every row of a merged cell its text, and its width to the cell.
func (g *grid) merge(all []rect) {
	at := map[int]*gridRow{}
	for i := range g.rows {
		at[g.rows[i].at] = &g.rows[i]
	}
	budget := MaxRows * maxColumns // of rows looked at: merged cells may overlap in a hostile file
	for _, m := range all {
		first := at[m.top]
		if first == nil || m.left > maxColumns {
			continue
		}
		var text gridCell
		for i := range first.cells {
			if c := &first.cells[i]; c.col == m.left {
				c.cols = m.right - m.left + 1
				text = *c
			}
		}
		if text.text == "" {
			continue
		}
		text.filled = true
		for row := m.top + 1; row <= m.bottom && budget > 0; row++ {
			budget--
			if r := at[row]; r != nil && r.cell(m.left).text == "" {
				r.cells = append(r.cells, text)
			}
		}
	}
}
