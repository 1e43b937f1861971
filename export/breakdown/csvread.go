package breakdown

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"pledger/export"
)

// separators are what may stand between the cells of a csv file.
const separators = ",\t;"

// readCSV reads the decoded text of a csv file; broken is how many of its
// characters could not be decoded.
func readCSV(text string, broken int) (*Table, Problems) {
	g, err := readRecords(text, separator(text), MaxRows)
	var parse *csv.ParseError
	switch {
	case errors.As(err, &parse):
		return nil, Problems{{Severity: Error, Place: Place{Line: parse.StartLine}, Code: CodeQuote}}
	case err != nil:
		return faulty(err)
	}
	r := newReader()
	if broken > 0 {
		r.warn(Place{}, CodeBroken, broken)
	}
	r.grids([]*grid{g})
	return r.result()
}

// separatorRows is how many rows are read to find the separator.
const separatorRows = headWithin + 1

// separator is the one with which the head names the most columns.
func separator(text string) rune {
	best, most := ',', 0
	for _, s := range separators {
		g, _ := readRecords(text, s, separatorRows) // what it read before a mistake is enough
		if h, ok := findHead(g); ok && len(h.at) > most {
			best, most = s, len(h.at)
		}
	}
	return best
}

// readRecords reads up to limit rows that are not blank; more are an error
// where the limit is MaxRows.
func readRecords(text string, separator rune, limit int) (*grid, error) {
	g := &grid{lines: true}
	in := csv.NewReader(strings.NewReader(text))
	in.Comma, in.FieldsPerRecord, in.ReuseRecord = separator, -1, true
	for {
		record, err := in.Read()
		if err == io.EOF {
			return g, nil
		}
		if err != nil {
			return g, err
		}
		line, _ := in.FieldPos(0)
		row := gridRow{at: line}
		for i, text := range record {
			if text = export.UnguardCell(strings.TrimSpace(text)); text == "" {
				continue
			}
			if i >= maxColumns {
				g.wide = true
				break
			}
			row.cells = append(row.cells, gridCell{col: i + 1, cols: 1, text: strings.Clone(text)})
		}
		if len(row.cells) == 0 {
			continue
		}
		if len(g.rows) == limit {
			if limit == MaxRows {
				return g, &tooManyRows{}
			}
			return g, nil
		}
		g.rows = append(g.rows, row)
	}
}
