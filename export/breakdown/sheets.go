package breakdown

import "pledger/document/ooxml"

// A Sheet is one sheet of a workbook as it is drawn: what readers of other tables
// than breakdowns are made of.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   []SheetRow // those that are not blank
}

// A SheetRow is one row of a sheet.
type SheetRow struct {
	At    int      // from 1
	Cells []string // by column from 0, as shown; merged cells hold their text in every row
}

// Sheets reads every sheet of an xlsx file, up to MaxRows rows together.
// Formulas are what they were when the file was saved. The problems are those of
// the whole file.
func Sheets(data []byte) ([]Sheet, Problems) {
	if len(data) > maxFile {
		_, problems := fatal(CodeTooLarge, maxFile>>20)
		return nil, problems
	}
	c, err := ooxml.Open(data)
	if err == nil && !c.Has("xl/workbook.xml") {
		_, problems := fatal(CodeNotTable, "ZIP")
		return nil, problems
	}
	var grids []*grid
	if err == nil {
		b := &workbook{container: c, wanted: map[int]bool{}, strings: map[int]string{}}
		grids, err = b.grids()
	}
	if err != nil {
		_, problems := faulty(err)
		return nil, problems
	}
	all := make([]Sheet, len(grids))
	for i, g := range grids {
		all[i] = Sheet{Name: g.sheet, Hidden: g.hidden}
		for _, row := range g.rows {
			all[i].Rows = append(all[i].Rows, SheetRow{row.at, row.texts()})
		}
	}
	return all, nil
}

// texts are the row's cells by column.
func (r *gridRow) texts() []string {
	last := 0
	for _, c := range r.cells {
		last = max(last, c.col)
	}
	texts := make([]string, last)
	for _, c := range r.cells {
		texts[c.col-1] = c.text
	}
	return texts
}
