package breakdown

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"pledger/export/word"
	"pledger/locale"
)

// Heights of rows, in points.
const (
	titleHeight = 36
	headHeight  = 24
)

// columnWidths are in characters of the usual font; together they fill a lying
// A4 page at a size that can be read.
var columnWidths = map[Column]float64{
	Number: 6, Task: 42, Target: 12, Lead: 17, Supporting: 19, Leader: 8,
	Deadline: 11, Category: 9, InSection: 18, Hardness: 8, Note: 10,
}

// centred are the columns of short words, which stand in the middle.
var centred = map[Column]bool{Number: true, Leader: true, Deadline: true, Category: true, Hardness: true, Target: true}

// Heights of wrapped rows: a line, what is around the lines, and the greatest
// height that a row may have, in points.
const (
	lineHeight   = 15.0
	rowPadding   = 6.0
	maxRowHeight = 409.0
)

// rowHeight makes room for the cell with the most lines. Programs do not all
// measure wrapped text when they open a file.
func (b *book) rowHeight(r *Row) float64 {
	most := 1
	for _, c := range Columns() {
		room := max(int(columnWidths[c]/2)-1, 1) // characters of Chinese on a line
		lines := 0
		for line := range strings.SplitSeq(b.table.cell(r, c), "\n") {
			lines += max((word.Span(line)+room-1)/room, 1)
		}
		most = max(most, lines)
	}
	return min(float64(most)*lineHeight+rowPadding, maxRowHeight)
}

// columnLetter is the letter of the column in the sheet.
func columnLetter(c Column) string { return string(rune('A' + slices.Index(Columns(), c))) }

// lastColumn is the letter of the last column.
func lastColumn() string { return columnLetter(Columns()[len(Columns())-1]) }

// bookStyles are the styles of cells by their number in the file.
type bookStyles struct{ title, head, text, centre int }

// newBookStyles registers the styles.
func newBookStyles(f *excelize.File) (s bookStyles, err error) {
	var borders []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		borders = append(borders, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	style := func(font string, size float64, horizontal string, borders []excelize.Border) int {
		id, e := f.NewStyle(&excelize.Style{
			Font:      &excelize.Font{Family: font, Size: size},
			Alignment: &excelize.Alignment{Horizontal: horizontal, Vertical: "center", WrapText: true},
			Border:    borders,
			NumFmt:    textFormat,
		})
		err = errors.Join(err, e)
		return id
	}
	s.title = style("方正小标宋简体", 20, "center", nil)
	s.head = style("黑体", 11, "center", borders)
	s.text = style("仿宋_GB2312", 11, "left", borders)
	s.centre = style("仿宋_GB2312", 11, "center", borders)
	return s, err
}

// textFormat is Excel's number for cells that stay as typed: 12-1 is no date.
const textFormat = 49

// layOut sets up how the sheet prints: lying A4, as wide as one page, the head
// on every page, page numbers.
func (b *book) layOut(sheet string) error {
	const a4 = 9
	paper, fit, high, orientation, yes := a4, 1, 0, "landscape", true
	head := headRow
	if sheet == locale.ZhCN.Text("breakdown.sheet.bodies") {
		orientation, head = "portrait", 1
	}
	margin, edge := 0.47, 0.24 // inches: 12 mm, 6 mm
	return errors.Join(
		b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &paper, Orientation: &orientation, FitToWidth: &fit, FitToHeight: &high}),
		b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &yes}),
		b.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{
			Left: &margin, Right: &margin, Top: &margin, Bottom: &margin, Header: &edge, Footer: &edge, Horizontally: &yes,
		}),
		b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: locale.ZhCN.Text("breakdown.footer", "&P", "&N")}),
		b.file.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", sheet, head, head), Scope: sheet,
		}),
	)
}
