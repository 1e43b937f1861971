package readings

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"pledger/locale"
)

// Form（填报表）is a sheet that is given out to be filled in: one row for each
// value that is asked for.
type Form struct {
	Title string
	Body  string // who fills it in
	Rows  []FormRow
}

// FormRow is one value. Its texts are what people read; Key and Place find it
// again.
type FormRow struct {
	Key      string // 12#2: the account's number and which of its targets
	Number   string
	Task     string
	Target   string
	PlaceIs  string // the place's name
	Place    string // its code
	Period   string // as ledger.ParsePeriod reads it
	Last     string // what was given last time
	Unit     string
	Value    string // filled in already
	Note     string
	Returned string // why it was sent back
}

// formColumns are the columns of the sheet: the key of the head's text, the width
// in characters, whether it is filled in, and whether it is hidden.
var formColumns = []struct {
	key    string
	width  float64
	typed  bool
	hidden bool
	cell   func(*FormRow) string
}{
	{"number", 7, false, false, func(r *FormRow) string { return r.Number }},
	{"task", 40, false, false, func(r *FormRow) string { return r.Task }},
	{"target", 20, false, false, func(r *FormRow) string { return r.Target }},
	{"place", 14, false, false, func(r *FormRow) string { return r.PlaceIs }},
	{"period", 16, false, false, func(r *FormRow) string { return r.Period }},
	{"last", 20, false, false, func(r *FormRow) string { return r.Last }},
	{"value", 14, true, false, func(r *FormRow) string { return r.Value }},
	{"unit", 9, false, false, func(r *FormRow) string { return r.Unit }},
	{"note", 36, true, false, func(r *FormRow) string { return r.Note }},
	{"reason", 24, true, false, func(r *FormRow) string { return "" }},
	{"key", 10, false, true, func(r *FormRow) string { return r.Key }},
	{"code", 10, false, true, func(r *FormRow) string { return r.Place }},
	{"form", 4, false, true, func(*FormRow) string { return "1" }},
}

// The rows of the sheet: the title, a hint, the head, then the values.
const (
	formHint = 2
	formHead = 3
)

// WriteForm writes the sheet as an xlsx file. What is not to be filled in is
// locked, against slips of the hand; every cell but values is text, so that
// nothing in it is run.
func WriteForm(w io.Writer, form *Form) error {
	f := excelize.NewFile()
	err := (&formBook{f, form, locale.ZhCN.Text("readings.form.sheet")}).write()
	if err == nil {
		_, err = f.WriteTo(w)
	}
	return errors.Join(err, f.Close())
}

// formBook is the file being written.
type formBook struct {
	*excelize.File
	form  *Form
	sheet string
}

// write fills the file; the first mistake stops it.
func (b *formBook) write() error {
	for _, step := range []func() error{
		func() error { return b.SetSheetName("Sheet1", b.sheet) },
		b.head, b.columns, b.rows, b.checks, b.page, b.properties,
		func() error {
			return b.ProtectSheet(b.sheet, &excelize.SheetProtectionOptions{
				SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true, AutoFilter: true, Sort: true,
			})
		},
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// lastRow is the last row with a value.
func (b *formBook) lastRow() int { return formHead + len(b.form.Rows) }

// border is the style of what surrounds cells.
var border = []excelize.Border{{Type: "left", Color: "999999", Style: 1}, {Type: "right", Color: "999999", Style: 1}, {Type: "top", Color: "999999", Style: 1}, {Type: "bottom", Color: "999999", Style: 1}}

// head writes what stands above the values.
func (b *formBook) head() error {
	title, err := b.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 16}, Alignment: &excelize.Alignment{Vertical: "center"}})
	if err != nil {
		return err
	}
	hint, err := b.NewStyle(&excelize.Style{Font: &excelize.Font{Color: "666666"}, Alignment: &excelize.Alignment{Vertical: "center"}})
	if err != nil {
		return err
	}
	style, err := b.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Border: border, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2F3F5"}}, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}})
	if err != nil {
		return err
	}
	var all []error
	all = append(all, b.SetCellStr(b.sheet, "A1", b.form.Title), b.SetCellStyle(b.sheet, "A1", "A1", title), b.SetRowHeight(b.sheet, 1, 30))
	all = append(all, b.SetCellStr(b.sheet, "A2", locale.ZhCN.Text("readings.form.hint", b.form.Body)), b.SetCellStyle(b.sheet, "A2", "A2", hint))
	for i, c := range formColumns {
		cell := cellName(i, formHead)
		all = append(all, b.SetCellStr(b.sheet, cell, locale.ZhCN.Text("readings.form.head."+c.key)), b.SetCellStyle(b.sheet, cell, cell, style))
	}
	all = append(all, b.SetRowHeight(b.sheet, formHead, 24))
	return errors.Join(all...)
}

// columns sets how wide columns are, and hides the keys.
func (b *formBook) columns() error {
	var all []error
	for i, c := range formColumns {
		name := column(i)
		all = append(all, b.SetColWidth(b.sheet, name, name, c.width), b.SetColVisible(b.sheet, name, !c.hidden))
	}
	return errors.Join(all...)
}

// column is the letter of a column.
func column(i int) string { return cellName(i, 0)[:1] }

// rows writes the values.
func (b *formBook) rows() error {
	locked, err := b.NewStyle(&excelize.Style{Border: border, NumFmt: textFormat, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}, Protection: &excelize.Protection{Locked: true}})
	if err != nil {
		return err
	}
	words, err := b.NewStyle(&excelize.Style{Border: border, NumFmt: textFormat, Fill: typedFill, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}, Protection: &excelize.Protection{Locked: false}})
	if err != nil {
		return err
	}
	number, err := b.NewStyle(&excelize.Style{Border: border, Fill: typedFill, Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "center"}, Protection: &excelize.Protection{Locked: false}})
	if err != nil {
		return err
	}
	var all []error
	for i := range b.form.Rows {
		r := &b.form.Rows[i]
		for j, c := range formColumns {
			cell, style := cellName(j, formHead+1+i), locked
			switch {
			case c.key == "value":
				style = number
			case c.typed:
				style = words
			}
			if text := c.cell(r); c.key != "value" || text != "" {
				all = append(all, b.SetCellStr(b.sheet, cell, text))
			}
			all = append(all, b.SetCellStyle(b.sheet, cell, cell, style))
		}
		if r.Returned != "" {
			all = append(all, b.AddComment(b.sheet, excelize.Comment{Cell: cellName(6, formHead+1+i), Text: r.Returned}))
		}
	}
	return errors.Join(all...)
}

// textFormat is Excel's number of the format of text.
const textFormat = 49

// typedFill is the colour of cells that are to be filled in.
var typedFill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF8DF"}}

// mostTyped bounds what Excel lets be typed as a value: beyond it digits are lost.
const mostTyped = 1e15

// checks lets Excel refuse words where a number should be.
func (b *formBook) checks() error {
	if len(b.form.Rows) == 0 {
		return nil
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(fmt.Sprintf("G%d:G%d", formHead+1, b.lastRow()))
	if err := v.SetRange(-mostTyped, mostTyped, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween); err != nil {
		return err
	}
	v.SetError(excelize.DataValidationErrorStyleStop, locale.ZhCN.Text("readings.form.wrong.title"), locale.ZhCN.Text("readings.form.wrong"))
	return b.AddDataValidation(b.sheet, v)
}

// page lays the sheet out for the screen and for A4 lying.
func (b *formBook) page() error {
	landscape, paper, fit, none := "landscape", 9, 1, 0
	yes := true
	return errors.Join(
		b.SetPanes(b.sheet, &excelize.Panes{Freeze: true, YSplit: formHead, TopLeftCell: cellName(0, formHead+1), ActivePane: "bottomLeft"}),
		b.SetPageLayout(b.sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &paper, FitToWidth: &fit, FitToHeight: &none}),
		b.SetSheetProps(b.sheet, &excelize.SheetPropsOptions{FitToPage: &yes}),
	)
}

// properties are the file's own: no clock, so that the same form gives the same
// bytes.
func (b *formBook) properties() error {
	const date = "2000-01-01T00:00:00Z"
	return b.SetDocProps(&excelize.DocProperties{Title: b.form.Title, Creator: b.form.Body, Language: "zh-CN", Created: date, Modified: date})
}
