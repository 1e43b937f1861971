package main

import (
	"strings"

	"golang.org/x/text/width"
)

// columnGap parts the columns of a table.
const columnGap = "  "

// writeTable prints rows as aligned columns and an empty line after them. The
// columns are as wide as a terminal shows them: a Chinese character fills two
// cells.
func writeTable(b *strings.Builder, rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], cells(cell))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(columnGap + cell + strings.Repeat(" ", widths[i]-cells(cell)))
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	b.WriteString("\n")
}

// cells is how many cells of a terminal s fills.
func cells(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
