package breakdown

import (
	"encoding/csv"
	"io"

	"pledger/export"
)

// WriteCSV writes the table as CSV: UTF-8 with a byte order mark, lines that
// end in CR LF, one row under the head. Line breaks inside a cell are left out;
// a cell that a spreadsheet would take for a formula has an apostrophe before it.
func WriteCSV(w io.Writer, t *Table) error {
	if _, err := io.WriteString(w, export.ByteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	records := [][]string{heads(Columns())}
	for _, r := range t.Rows {
		cells := t.cells(r)
		for i := range cells {
			cells[i] = export.GuardCell(cells[i])
		}
		records = append(records, cells)
	}
	return out.WriteAll(records)
}
