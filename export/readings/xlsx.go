package readings

import (
	"io"
	"strings"

	"pledger/export/breakdown"
	"pledger/ledger"
)

// sheet is a sheet with a head.
type sheet struct {
	name string
	head head
	rows []breakdown.SheetRow // under it
}

// maxXlsx is how much of a workbook is read, in bytes: beyond it sheets are
// refused.
const maxXlsx = 64 << 20

// readSheets reads the visible sheets of an xlsx file that have a head.
func (f *File) readSheets() error {
	r, err := f.open()
	if err != nil {
		return err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxXlsx))
	if err != nil {
		return err
	}
	sheets, problems := breakdown.Sheets(data)
	for _, p := range problems {
		switch p.Code {
		case breakdown.CodeTooManyRows, breakdown.CodeTooLarge:
			return &Unreadable{Code: CodeTooManyRows}
		case breakdown.CodeEncrypted:
			return &Unreadable{Code: CodeEncrypted}
		default:
			return &Unreadable{Code: CodeMalformed}
		}
	}
	for _, s := range sheets {
		if s.Hidden {
			continue
		}
		best, under := head{}, 0
		for i, row := range s.Rows[:min(len(s.Rows), headWithin)] {
			if h := readHead(row.Cells); h.sound() && len(h.at) > len(best.at) {
				best, under = h, i+1
			}
		}
		if under > 0 {
			f.sheets = append(f.sheets, sheet{s.Name, best, s.Rows[under:]})
			if _, asks := best.at["reason"]; asks {
				f.asks = true
			}
		}
	}
	if len(f.sheets) == 0 {
		return &Unreadable{Code: CodeNoHead}
	}
	return nil
}

// sheetRows walks the rows of every sheet.
func (f *File) sheetRows(yield func(ledger.GivenReading) bool) {
	for _, s := range f.sheets {
		f.head = s.head
		f.at = Place{Book: true}
		f.at.Heads, f.at.Columns = s.head.heads()
		if len(f.sheets) > 1 {
			f.at.Sheet = s.name
		}
		for _, row := range s.rows {
			if blank(row.Cells) || strings.HasPrefix(fold(row.Cells[0]), "注:") {
				continue
			}
			f.at.Line = row.At
			if f.leftOpen(row.Cells) {
				continue
			}
			if !yield(f.given(row.Cells)) {
				return
			}
		}
	}
}
