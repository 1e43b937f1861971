package rulesheet

import (
	"errors"
	"io"
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"

	"pledger/locale"
	"pledger/standing"
)

// widths are how wide the columns of the sheet are, in characters.
var widths = []float64{16, 20, 10, 10, 10, 44, 56}

// textFormat is Excel's number of the format of text.
const textFormat = 49

// Write writes the rules as an xlsx file in the words of the language: the head,
// a rule a row, and on a second sheet what the columns mean. Read reads it.
func Write(w io.Writer, lang locale.Lang, title string, rules standing.Rules) error {
	f := excelize.NewFile()
	err := (&book{f, lang, lang.Text("rules.sheet"), rules}).write(title)
	if err == nil {
		_, err = f.WriteTo(w)
	}
	return errors.Join(err, f.Close())
}

// book is the file being written.
type book struct {
	*excelize.File
	lang  locale.Lang
	sheet string
	rules standing.Rules
}

// write fills the file. It has no clock, so that the same rules give the same
// bytes.
func (b *book) write(title string) error {
	const date = "2000-01-01T00:00:00Z"
	return errors.Join(
		b.SetSheetName("Sheet1", b.sheet), b.columns(), b.fill(), b.notes(), b.page(),
		b.SetDocProps(&excelize.DocProperties{Title: title, Creator: "Pledger", Language: b.lang.String(), Created: date, Modified: date}),
	)
}

// columns sets how wide columns are.
func (b *book) columns() error {
	var all []error
	for i, width := range widths {
		name, err := excelize.ColumnNumberToName(i + 1)
		all = append(all, err, b.SetColWidth(b.sheet, name, name, width))
	}
	return errors.Join(all...)
}

// border is the style of what surrounds cells.
var border = []excelize.Border{{Type: "left", Color: "999999", Style: 1}, {Type: "right", Color: "999999", Style: 1}, {Type: "top", Color: "999999", Style: 1}, {Type: "bottom", Color: "999999", Style: 1}}

// fill writes the head and the rules. Every cell is text, so that nothing in it
// is run, and 0: red is no time of day.
func (b *book) fill() error {
	head, err := b.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Border: border, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2F3F5"}}, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center"}})
	if err != nil {
		return err
	}
	cell, err := b.NewStyle(&excelize.Style{Border: border, NumFmt: textFormat, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}})
	if err != nil {
		return err
	}
	var heads []string
	for _, c := range standing.RuleColumns() {
		heads = append(heads, b.lang.Text("rules.column."+c))
	}
	all := []error{b.row(1, head, heads)}
	for i, name := range slices.Sorted(maps.Keys(b.rules)) {
		all = append(all, b.row(2+i, cell, b.cells(b.rules[name])))
	}
	return errors.Join(all...)
}

// row writes a row.
func (b *book) row(n, style int, cells []string) error {
	var all []error
	for i, text := range cells {
		at, err := excelize.CoordinatesToCellName(i+1, n)
		all = append(all, err, b.SetCellStr(b.sheet, at, text), b.SetCellStyle(b.sheet, at, at, style))
	}
	return errors.Join(all...)
}

// cells are a rule in the words of the sheet.
func (b *book) cells(r *standing.Rule) []string {
	cells := r.Row()
	if standing.DefaultRules()[r.Name] != nil {
		cells[0] = b.lang.Text("standing.rule." + r.Name)
	}
	cells[1], cells[6] = b.lang.Text("standing.measure."+string(r.Measure)), Examples(b.lang, r.Example)
	return cells
}

// notes are on a sheet of their own: what the columns mean.
func (b *book) notes() error {
	name := b.lang.Text("rules.sheet.notes")
	_, err := b.NewSheet(name)
	all := []error{err, b.SetColWidth(name, "A", "A", 14), b.SetColWidth(name, "B", "B", 96)}
	wrap, err := b.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	all = append(all, err)
	for i, c := range standing.RuleColumns() {
		a, _ := excelize.CoordinatesToCellName(1, i+1)
		z, _ := excelize.CoordinatesToCellName(2, i+1)
		all = append(all, b.SetCellStr(name, a, b.lang.Text("rules.column."+c)), b.SetCellStr(name, z, b.lang.Text("rules.column."+c+".means")), b.SetCellStyle(name, a, z, wrap))
	}
	return errors.Join(all...)
}

// page lays the sheet out for the screen and for A4 lying.
func (b *book) page() error {
	landscape, paper, fit, none, yes := "landscape", 9, 1, 0, true
	return errors.Join(
		b.SetPanes(b.sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
		b.SetPageLayout(b.sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &paper, FitToWidth: &fit, FitToHeight: &none}),
		b.SetSheetProps(b.sheet, &excelize.SheetPropsOptions{FitToPage: &yes}),
	)
}
