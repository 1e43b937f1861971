package rulesheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	utf "golang.org/x/text/encoding/unicode"

	"pledger/export/breakdown"
	"pledger/ledger"
	"pledger/standing"
)

// line is a row of a file.
type line struct {
	at    int // from 1
	cells []string
	loose bool // empty cells at its end may be left out
}

// headWithin is how many rows may stand above the head: a title and what the
// sheet says of itself.
const headWithin = 20

// Read is the table of a file as standing.ParseRules takes it, and its rules. Its
// error is a *standing.BadRules with every mistake, by the lines of the file.
func Read(name string, data []byte) (table string, rules standing.Rules, err error) {
	lines, code := linesOf(data)
	if code != "" {
		return "", nil, &standing.BadRules{File: name, All: []standing.BadRule{{Line: 1, Code: code}}}
	}
	table = tableOf(lines)
	if len(table) > ledger.MaxRuleTable {
		return "", nil, &standing.BadRules{File: name, All: []standing.BadRule{{Line: 1, Code: standing.BadLarge, Args: []string{strconv.Itoa(ledger.MaxRuleTable >> 10)}}}}
	}
	rules, err = standing.ParseRules(name, table)
	return table, rules, err
}

// linesOf are the rows of a file; code says why it has none.
func linesOf(data []byte) (lines []line, code string) {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return sheetLines(data)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")), bytes.HasPrefix(data, []byte("%PDF-")):
		return nil, standing.BadFile
	}
	text, ok := textOf(data)
	if !ok {
		return nil, standing.BadFile
	}
	return textLines(text), ""
}

// sheetLines are the rows of a workbook's first visible sheet with a head; of the
// first visible one where none has.
func sheetLines(data []byte) (lines []line, code string) {
	sheets, problems := breakdown.Sheets(data)
	if len(problems) > 0 {
		return nil, standing.BadFile
	}
	for _, s := range sheets {
		if s.Hidden {
			continue
		}
		var rows []line
		for _, row := range s.Rows {
			rows = append(rows, line{row.At, row.Cells, true})
		}
		if _, at := headOf(rows); at != nil {
			return rows, ""
		}
		if lines == nil {
			lines = rows
		}
	}
	return lines, ""
}

// textOf is a text in UTF-8, UTF-16 with its mark, or GB18030.
func textOf(data []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		text, err := utf.UTF16(utf.LittleEndian, utf.UseBOM).NewDecoder().Bytes(data)
		return string(text), err == nil
	case utf8.Valid(data):
		return strings.TrimPrefix(string(data), "\ufeff"), true
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	return string(text), err == nil
}

// textLines are the rows of a text parted by tabs, or by commas where it has no
// tab. Lines that begin with # are none.
func textLines(text string) (lines []line) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comment, r.FieldsPerRecord, r.LazyQuotes = '#', -1, true
	if strings.Contains(text, "\t") {
		r.Comma = '\t'
	}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return lines
		}
		if err != nil { // none is left with lazy quotes; a reader of a string does not fail
			return lines
		}
		at, _ := r.FieldPos(0)
		lines = append(lines, line{at, cells, false})
	}
}

// headOf finds the head of a table: its index, and where each of the columns
// stands in it; nil where there is none.
func headOf(lines []line) (i int, at []int) {
	for i, l := range lines[:min(len(lines), headWithin)] {
		found := map[string]int{}
		for n, cell := range l.cells {
			if c := known().columns[fold(cell)]; c != "" {
				found[c] = n
			}
		}
		if len(found) < len(standing.RuleColumns()) {
			continue
		}
		for _, c := range standing.RuleColumns() {
			at = append(at, found[c])
		}
		return i, at
	}
	return 0, nil
}

// tableOf is the table that lines make, each on the line where it stood. Without
// a head it is what it is: ParseRules says what the head must be.
func tableOf(lines []line) string {
	var b strings.Builder
	written := 1 // the line that is written next
	put := func(n int, cells []string) {
		for ; written < n; written++ {
			b.WriteByte('\n')
		}
		for i, cell := range cells {
			cells[i] = clean(cell)
		}
		b.WriteString(strings.Join(cells, "\t") + "\n")
		written++
	}
	head, at := headOf(lines)
	if at != nil {
		put(lines[head].at, standing.RuleColumns())
		lines, head = lines[head+1:], len(lines[head].cells)
	}
	for _, l := range lines {
		switch {
		case strings.TrimSpace(strings.Join(l.cells, "")) == "":
		case at == nil, !l.loose && len(l.cells) != head:
			put(l.at, l.cells)
		default:
			put(l.at, l.row(at))
		}
	}
	return b.String()
}

// row are the cells of a rule in the order of tables, in the words of tables.
func (l line) row(at []int) []string {
	cells := make([]string, len(at))
	for i, n := range at {
		if n < len(l.cells) {
			cells[i] = l.cells[n]
		}
	}
	w := known()
	cells[0], cells[1] = or(w.rules, clean(cells[0])), or(w.measures, clean(cells[1]))
	cells[6] = w.examples(cells[6])
	return cells
}

// clean is a cell without what parts cells and lines, and what nobody sees.
func clean(cell string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r == '\r':
			return ' '
		case unicode.IsControl(r), r == utf8.RuneError, r == '\ufeff':
			return -1
		}
		return r
	}, cell))
}
