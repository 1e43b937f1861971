package readings

import (
	"strconv"

	"pledger/locale"
)

// Place is where the row at hand stands.
type Place struct {
	Sheet string // where there are several
	Line  int    // from 1
	// Heads are what its columns are called in the file, and Columns where they
	// stand, from 0, by the fields of ledger.GivenReading's JSON.
	Heads   map[string]string
	Columns map[string]int
	Book    bool // of a workbook, where cells have names
}

// Text names the cell of a field, or the row where the file has none: B12（“数值”）,
// 第 12 行第 2 列（“数值”）.
func (p Place) Text(lang locale.Lang, field string) string {
	column, ok := p.Columns[field]
	head := p.Heads[field]
	where := lang.Text("readings.at", p.Line)
	switch {
	case ok && p.Book:
		where = lang.Text("readings.at-name", cellName(column, p.Line), head)
	case ok:
		where = lang.Text("readings.at-cell", p.Line, column+1, head)
	}
	if p.Sheet != "" {
		where = lang.Text("readings.at-sheet", p.Sheet, where)
	}
	return where
}

// cellName is the name of a cell in a sheet: B12. column counts from 0.
func cellName(column, line int) string {
	const letters = 26
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / letters {
		name = string(rune('A'+(n-1)%letters)) + name
	}
	return name + strconv.Itoa(line)
}
