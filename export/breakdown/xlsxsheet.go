package breakdown

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
)

// sheetWalker reads the rows of one sheet.
type sheetWalker struct {
	book   *workbook
	grid   *grid
	merges []rect
	left   int // rows that may still come

	row    gridRow
	at     int // the row at hand
	col    int // the column at hand
	kind   string
	style  int
	hasF   bool // the cell at hand has a formula
	in     string
	skip   int
	buf    []byte
	inCell bool
}

// maxCellBytes is how much of a cell is kept: Excel allows 32767 characters.
const maxCellBytes = 4 * 32767

// maxMerges is how many merged cells of a sheet are believed.
const maxMerges = 100_000

func (w *sheetWalker) start(e *xml.StartElement) {
	switch e.Name.Local {
	case "row":
		w.at++
		w.col = 0
		w.row = gridRow{}
		for _, a := range e.Attr {
			switch a.Name.Local {
			case "r":
				if n, err := strconv.Atoi(a.Value); err == nil && n > 0 {
					w.at = n
				}
			case "hidden":
				w.row.hidden = a.Value == "1" || a.Value == "true"
			}
		}
		w.row.at = w.at
	case "c":
		w.cell(e)
	case "f":
		w.hasF = true
		w.in = "f"
	case "v", "t":
		if w.skip == 0 {
			w.in = e.Name.Local
		}
	case "rPh":
		w.skip++
	case "mergeCell":
		w.merged(e)
	}
}

// cell begins a cell.
func (w *sheetWalker) cell(e *xml.StartElement) {
	w.col++
	w.kind, w.style, w.hasF, w.inCell, w.buf = "", 0, false, true, w.buf[:0]
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "r":
			if _, col, ok := parseCell(a.Value); ok {
				w.col = col
			}
		case "t":
			w.kind = a.Value
		case "s":
			w.style, _ = strconv.Atoi(a.Value) // the first style where it is no number
		}
	}
}

// merged keeps one merged cell.
func (w *sheetWalker) merged(e *xml.StartElement) {
	for _, a := range e.Attr {
		if a.Name.Local != "ref" || len(w.merges) >= maxMerges {
			continue
		}
		from, to, _ := strings.Cut(a.Value, ":")
		top, left, ok := parseCell(from)
		bottom, right, ok2 := parseCell(to)
		if ok && ok2 && top <= bottom && left <= right {
			w.merges = append(w.merges, rect{top, left, bottom, right})
		}
	}
}

func (w *sheetWalker) text(s []byte) {
	if w.inCell && (w.in == "v" || w.in == "t") && len(w.buf) < maxCellBytes {
		w.buf = append(w.buf, s...)
	}
}

func (w *sheetWalker) end(local string) error {
	switch local {
	case "rPh":
		w.skip--
	case "f", "v", "t":
		w.in = ""
	case "c":
		w.inCell = false
		w.endCell()
	case "row":
		if len(w.row.cells) == 0 {
			return nil
		}
		if w.left--; w.left < 0 {
			return &tooManyRows{w.grid.sheet}
		}
		w.grid.rows = append(w.grid.rows, w.row)
	}
	return nil
}

// endCell keeps the cell at hand.
func (w *sheetWalker) endCell() {
	if len(w.buf) == 0 && !w.hasF {
		return
	}
	if w.col > maxColumns {
		w.grid.wide = true
		return
	}
	c := gridCell{col: w.col, cols: 1, text: string(w.buf)}
	switch w.kind {
	case "s":
		c.shared = true
		if n, err := strconv.Atoi(c.text); err == nil {
			w.book.wanted[n] = true
		}
	case "str", "inlineStr":
		c.text = unescape(c.text)
	case "e":
		c.flaw = errorCell
	case "d", "b":
	default:
		c.text = w.book.number(c.text, w.style)
	}
	switch {
	case w.hasF && c.text == "":
		c.flaw = formulaEmpty
	case w.hasF && c.flaw == sound:
		c.flaw = formula
	}
	w.row.cells = append(w.row.cells, c)
}

// escaped is how the format writes characters that XML cannot hold.
var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescape reads _x000D_ and the like.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escaped.ReplaceAllStringFunc(s, func(code string) string {
		n, _ := strconv.ParseUint(code[2:6], 16, 32) // four hex digits
		return string(rune(n))
	})
}
