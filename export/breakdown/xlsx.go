package breakdown

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"pledger/ledger"
	"pledger/locale"
)

// The rows of the sheet: the title, the head, then one for each row.
const (
	titleRow = 1
	headRow  = 2
	firstRow = 3
)

// spareRows is how many empty rows under the last one still offer the choice of
// category, for rows that an office adds.
const spareRows = 200

// WriteXlsx writes the table as an xlsx file: a sheet of the tasks, laid out to
// be printed on A4 lying, and one that counts them by body. Every cell is text,
// so that nothing in it is run.
func WriteXlsx(w io.Writer, t *Table) error {
	f := excelize.NewFile()
	b := book{file: f, table: t}
	err := b.write()
	if err == nil {
		_, err = f.WriteTo(w)
	}
	return errors.Join(err, f.Close())
}

// A book is the file being written; the first mistake stops it.
type book struct {
	file   *excelize.File
	table  *Table
	styles bookStyles
}

// write fills the file.
func (b *book) write() error {
	tasks, bodies := locale.ZhCN.Text("breakdown.sheet.tasks"), locale.ZhCN.Text("breakdown.sheet.bodies")
	if err := b.file.SetSheetName("Sheet1", tasks); err != nil {
		return err
	}
	if _, err := b.file.NewSheet(bodies); err != nil {
		return err
	}
	var err error
	if b.styles, err = newBookStyles(b.file); err != nil {
		return err
	}
	for _, step := range []func() error{
		func() error { return b.bodies(bodies) },
		func() error { return b.layOut(bodies) },
		func() error { return b.choices(tasks) },
		func() error { return b.layOut(tasks) },
		func() error {
			numbers := fmt.Sprintf("A%d:A%d", firstRow, b.lastRow()+1)
			return b.file.AddIgnoredErrors(tasks, numbers, excelize.IgnoredErrorsNumberStoredAsText)
		},
		func() error { return b.tasks(tasks) },
		b.properties,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// properties are the file's own: no clock, so that the same table gives the
// same bytes.
func (b *book) properties() error {
	const date = "2000-01-01T00:00:00Z"
	err := b.file.SetDocProps(&excelize.DocProperties{
		Title: b.table.Title, Creator: b.table.Government, Language: "zh-CN", Created: date, Modified: date,
		LastModifiedBy: b.table.Government, Subject: locale.ZhCN.Text("breakdown.subject"),
	})
	if err != nil {
		return err
	}
	return b.file.SetAppProps(&excelize.AppProperties{Application: "Microsoft Excel", Company: b.table.Government})
}

// lastRow is the last row with a task; the head where there is none.
func (b *book) lastRow() int { return headRow + len(b.table.Rows) }

// tasks writes the first sheet as a stream, so that a long table takes little
// memory.
func (b *book) tasks(sheet string) error {
	out, err := b.file.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	// After the stream has begun: before, the filter undoes the page's setup.
	filter := fmt.Sprintf("A%d:%s%d", headRow, lastColumn(), b.lastRow())
	if err := b.file.AutoFilter(sheet, filter, nil); err != nil {
		return err
	}
	if err := b.taskFrame(out); err != nil {
		return err
	}
	for i, r := range b.table.Rows {
		height := excelize.RowOpts{Height: b.rowHeight(r)}
		if err := out.SetRow(fmt.Sprintf("A%d", firstRow+i), b.taskCells(r), height); err != nil {
			return err
		}
	}
	return out.Flush()
}

// taskFrame writes what stands around the tasks: widths, panes, title and head.
func (b *book) taskFrame(out *excelize.StreamWriter) error {
	// From the last: the stream writes them the other way round.
	for i, c := range slices.Backward(Columns()) {
		if err := out.SetColWidth(i+1, i+1, columnWidths[c]); err != nil {
			return err
		}
	}
	frozen := &excelize.Panes{
		Freeze: true, YSplit: headRow, TopLeftCell: fmt.Sprintf("A%d", firstRow), ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: fmt.Sprintf("A%d", firstRow), ActiveCell: fmt.Sprintf("A%d", firstRow), Pane: "bottomLeft"}},
	}
	if err := out.SetPanes(frozen); err != nil {
		return err
	}
	title := []any{excelize.Cell{StyleID: b.styles.title, Value: b.table.Title}}
	if err := out.SetRow("A1", title, excelize.RowOpts{Height: titleHeight}); err != nil {
		return err
	}
	if err := out.MergeCell("A1", fmt.Sprintf("%s%d", lastColumn(), titleRow)); err != nil {
		return err
	}
	var head []any
	for _, text := range heads(Columns()) {
		head = append(head, excelize.Cell{StyleID: b.styles.head, Value: text})
	}
	return out.SetRow(fmt.Sprintf("A%d", headRow), head, excelize.RowOpts{Height: headHeight})
}

// taskCells are the cells of one row, each as text.
func (b *book) taskCells(r *Row) []any {
	var out []any
	for _, c := range Columns() {
		style := b.styles.text
		if centred[c] {
			style = b.styles.centre
		}
		out = append(out, excelize.Cell{StyleID: style, Value: b.table.cell(r, c)})
	}
	return out
}

// choices lets the columns of fixed words be chosen from a list.
func (b *book) choices(sheet string) error {
	for _, choice := range []struct {
		column Column
		words  []string
	}{
		{Category, []string{categoryWord(ledger.Target), categoryWord(ledger.Task)}},
		{Hardness, []string{hardnessWord(ledger.Hard), hardnessWord(ledger.Soft)}},
	} {
		v := excelize.NewDataValidation(true)
		letter := columnLetter(choice.column)
		v.Sqref = fmt.Sprintf("%s%d:%s%d", letter, firstRow, letter, b.lastRow()+spareRows)
		if err := v.SetDropList(choice.words); err != nil {
			return err
		}
		v.SetError(excelize.DataValidationErrorStyleStop, locale.ZhCN.Text("breakdown.choice.title"), locale.ZhCN.Text("breakdown.choice.text"))
		if err := b.file.AddDataValidation(sheet, v); err != nil {
			return err
		}
	}
	return nil
}

// bodies writes the second sheet: how many rows each body leads and supports.
func (b *book) bodies(sheet string) error {
	columns := []string{"body", "leads", "supports", "sum"}
	for i, c := range columns {
		if err := b.file.SetCellStr(sheet, fmt.Sprintf("%c1", 'A'+i), locale.ZhCN.Text("breakdown.tally."+c)); err != nil {
			return err
		}
	}
	counts := b.table.tally()
	for i, n := range counts {
		at := fmt.Sprintf("A%d", i+2)
		if err := b.file.SetSheetRow(sheet, at, &[]any{n.body, n.leads, n.supports, n.leads + n.supports}); err != nil {
			return err
		}
	}
	last := len(counts) + 1
	return errors.Join(
		b.file.SetColWidth(sheet, "A", "A", 40),
		b.file.SetColWidth(sheet, "B", "D", 12),
		b.file.SetCellStyle(sheet, "A1", "D1", b.styles.head),
		b.file.SetCellStyle(sheet, "A2", fmt.Sprintf("A%d", max(last, 2)), b.styles.text),
		b.file.SetCellStyle(sheet, "B2", fmt.Sprintf("D%d", max(last, 2)), b.styles.centre),
		b.file.SetRowHeight(sheet, 1, headHeight),
		b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
	)
}
