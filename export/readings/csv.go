package readings

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"pledger/export"
	"pledger/ledger"
)

// csvRows walks the rows under the head.
func (f *File) csvRows(yield func(ledger.GivenReading) bool) {
	r, closed, err := f.text()
	if err != nil {
		yield(broken(err))
		return
	}
	defer closed()
	in := records(r, f.comma)
	for {
		record, err := in.Read()
		if err == io.EOF {
			return
		}
		var parse *csv.ParseError
		if errors.As(err, &parse) {
			if f.at.Line = parse.StartLine; f.at.Line <= f.head.line {
				continue
			}
			yield(ledger.GivenReading{Bad: []ledger.Problem{{Code: BadQuote}}})
			return
		}
		if err != nil {
			yield(broken(err))
			return
		}
		line, _ := in.FieldPos(0)
		if line <= f.head.line || blank(record) {
			continue
		}
		f.at.Line = line
		if f.leftOpen(record) {
			continue
		}
		if !yield(f.given(record)) {
			return
		}
	}
}

// The codes of problems with a row that only a reader of files finds; the
// catalogue words them as ledger.invalid.CODE.
const (
	BadQuote     = "reading-quote"      // csv: a quotation mark that does not close
	BadLine      = "reading-line"       // no line of JSON: args the cause
	BadBroken    = "reading-broken"     // reading the file failed: args the cause
	BadName      = "reading-name"       // no indicator is called so: args the name
	BadPlaceName = "reading-placename"  // no place of the government's is called so: args the name
	NearName     = "reading-name-near"  // BadName where some are near: args the name, the near ones
	NearPlace    = "reading-place-near" // BadPlaceName where some are near: args the name, the near ones
	BadChoice    = "reading-final"      // neither yes nor no: args the text
	BadPower     = "reading-power"      // SDMX: a multiplier without a word: args it
)

// broken is the row in whose place reading failed.
func broken(err error) ledger.GivenReading {
	return ledger.GivenReading{Bad: []ledger.Problem{{Code: BadBroken, Args: []string{err.Error()}}}}
}

// blank reports whether all cells are.
func blank(record []string) bool {
	for _, cell := range record {
		if strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return true
}

// cell is a row's cell of a column.
func (f *File) cell(record []string, column string) string {
	i, ok := f.head.at[column]
	if !ok || i >= len(record) {
		return ""
	}
	return strings.Clone(export.UnguardCell(strings.TrimSpace(record[i])))
}

// leftOpen reports whether a row of a sheet that was given out was not filled in.
func (f *File) leftOpen(record []string) bool {
	_, form := f.head.at[handedOut]
	return form && f.cell(record, "value") == "" && f.cell(record, "note") == ""
}

// given reads one row of csv.
func (f *File) given(record []string) ledger.GivenReading {
	cell := func(column string) string { return f.cell(record, column) }
	raw := row{
		number: cell("number"), ordinal: cell(ordinal), indicator: cell("indicator"), place: cell("place"), final: cell("final"),
		status: cell(status), multiplier: cell(multiplier),
		GivenReading: ledger.GivenReading{
			Kind: cell("kind"), Period: cell("period"), Value: cell("value"), Unit: cell("unit"),
			Source: cell("source"), Note: cell("note"), Reason: cell("reason"), Known: cell("known"),
		},
	}
	if raw.Unit == "" {
		raw.Unit = f.head.unit
	}
	return f.names.given(&raw)
}
