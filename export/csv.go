package export

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pledger/statement"
)

// ByteOrderMark tells a spreadsheet that a CSV file is UTF-8.
const ByteOrderMark = "\ufeff"

// listMark parts the members of a list inside one cell.
const listMark = "；"

// columns are the head of the table. A row is a figure or a pledge; the cells
// that its type does not have are empty, and so are those that are null.
var columns = []string{
	"type", "file", "at", "len", "section",
	"num", "quote", "subject", "indicator", "value", "lo", "hi", "lo_open", "hi_open", "unit",
	"bound", "kind", "direction", "base", "base_text", "period", "role", "region",
	"text", "verbs", "objects", "figures", "hardness", "deadline", "places",
}

// WriteCSVHead writes the head of the table, after a byte order mark where bom
// is set: Excel takes a file without one for the system's old encoding.
func WriteCSVHead(w io.Writer, bom bool) error {
	if bom {
		if _, err := io.WriteString(w, ByteOrderMark); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	if err := out.Write(columns); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// WriteCSV writes the figures and then the pledges of s as rows of the table,
// without the head. Line breaks inside a cell are left out; cells that a
// spreadsheet would take for a formula have an apostrophe before them.
func WriteCSV(w io.Writer, s *statement.Set) error {
	out := csv.NewWriter(w)
	for i := range s.Figures {
		f := NewFigure(s, &s.Figures[i])
		if err := out.Write(record(figureCells(&f))); err != nil {
			return err
		}
	}
	for i := range s.Pledges {
		p := newPledge(s, &s.Pledges[i])
		if err := out.Write(record(pledgeCells(&p))); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// record puts cells, made safe, in the order of the columns.
func record(cells map[string]string) []string {
	out := make([]string, len(columns))
	for i, column := range columns {
		out[i] = GuardCell(cells[column])
	}
	return out
}

// figureCells are the cells of a figure, by column.
func figureCells(f *Figure) map[string]string {
	cells := map[string]string{
		"type": f.Type, "file": f.File, "at": strconv.Itoa(f.At), "len": strconv.Itoa(f.Len), "section": string(f.Section),
		"num": f.Num, "quote": f.Quote, "subject": f.Subject, "indicator": string(f.Indicator),
		"value": f.Value, "lo": string(f.Lo), "hi": string(f.Hi),
		"lo_open": strconv.FormatBool(f.LoOpen), "hi_open": strconv.FormatBool(f.HiOpen),
		"unit": string(f.Unit), "bound": f.Bound, "kind": f.Kind, "direction": string(f.Direction),
		"period": string(f.Period), "role": f.Role, "region": string(f.Region),
	}
	if f.Base != nil {
		cells["base"], cells["base_text"] = f.Base.Kind, string(f.Base.Text)
	}
	return cells
}

// pledgeCells are the cells of a pledge, by column.
func pledgeCells(p *Pledge) map[string]string {
	var figures []string
	for _, at := range p.Figures {
		figures = append(figures, strconv.Itoa(at))
	}
	return map[string]string{
		"type": p.Type, "file": p.File, "at": strconv.Itoa(p.At), "len": strconv.Itoa(p.Len), "section": string(p.Section),
		"text": p.Text, "verbs": strings.Join(p.Verbs, listMark), "objects": strings.Join(p.Objects, listMark),
		"figures": strings.Join(figures, listMark), "hardness": p.Hardness, "deadline": string(p.Deadline),
		"places": strings.Join(p.Places, listMark),
	}
}

// formulaStarts are the characters with which a spreadsheet lets a formula
// begin, in both widths, and the apostrophe that marks a cell as text, so that
// taking it off again is never ambiguous.
const formulaStarts = "=+-@\t\r'＝＋－＠"

// textMark before a cell makes a spreadsheet take it for text.
const textMark = "'"

// plainNumber is what a cell may be though it begins with a sign: it runs nothing.
var plainNumber = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// lineBreaks are soft inside a clause: a table has it on one line.
var lineBreaks = strings.NewReplacer("\r", "", "\n", "")

// GuardCell is the cell of a CSV file on one line, with an apostrophe before it
// where a spreadsheet would otherwise run it as a formula.
func GuardCell(cell string) string {
	cell = lineBreaks.Replace(cell)
	first, _ := utf8.DecodeRuneInString(cell)
	if cell != "" && strings.ContainsRune(formulaStarts, first) && !plainNumber.MatchString(cell) {
		return textMark + cell
	}
	return cell
}

// UnguardCell takes off the apostrophe that GuardCell put before a cell, and no
// other: '90年代 stays as it is.
func UnguardCell(cell string) string {
	rest, marked := strings.CutPrefix(cell, textMark)
	first, _ := utf8.DecodeRuneInString(rest)
	if marked && rest != "" && strings.ContainsRune(formulaStarts, first) {
		return rest
	}
	return cell
}

// ReadCSV reads what WriteCSVHead and WriteCSV wrote, with or without a byte
// order mark. Its error names the line.
func ReadCSV(r io.Reader) ([]Figure, []Pledge, error) {
	in := csv.NewReader(r)
	head, err := in.Read()
	if err != nil {
		return nil, nil, err
	}
	head[0] = strings.TrimPrefix(head[0], ByteOrderMark)
	if !slices.Equal(head, columns) {
		return nil, nil, errors.New("the first line is not the head of a table of figures and pledges")
	}
	var figures []Figure
	var pledges []Pledge
	for {
		rec, err := in.Read()
		if err == io.EOF {
			return figures, pledges, nil
		}
		if err != nil {
			return nil, nil, err
		}
		row := cellReader{cells: map[string]string{}}
		for i, column := range columns {
			row.cells[column] = UnguardCell(rec[i])
		}
		switch kind := row.cells["type"]; kind {
		case TypeFigure:
			figures = append(figures, row.figure())
		case TypePledge:
			pledges = append(pledges, row.pledge())
		default:
			row.err = fmt.Errorf("unknown type %q", kind)
		}
		if row.err != nil {
			line, _ := in.FieldPos(0)
			return nil, nil, fmt.Errorf("line %d: %w", line, row.err)
		}
	}
}

// cellReader reads the cells of one row and keeps the first mistake.
type cellReader struct {
	cells map[string]string
	err   error
}

// int is the cell as an offset or a length.
func (c *cellReader) int(text string) int {
	n, err := strconv.Atoi(text)
	if c.err == nil {
		c.err = err
	}
	return n
}

// bool is the cell as true or false.
func (c *cellReader) bool(column string) bool {
	b, err := strconv.ParseBool(c.cells[column])
	if c.err == nil {
		c.err = err
	}
	return b
}

// opt is the cell as a text that may be absent.
func (c *cellReader) opt(column string) Optional { return Optional(c.cells[column]) }

// list is the cell as a list.
func (c *cellReader) list(column string) []string {
	if c.cells[column] == "" {
		return []string{}
	}
	return strings.Split(c.cells[column], listMark)
}

// place is the cells that say where the row's object stands.
func (c *cellReader) place() Place {
	return Place{c.cells["file"], c.int(c.cells["at"]), c.int(c.cells["len"])}
}

// figure is the row as a figure.
func (c *cellReader) figure() Figure {
	f := Figure{
		Type: TypeFigure, Place: c.place(), Section: c.opt("section"),
		Num: c.cells["num"], Quote: c.cells["quote"], Subject: c.cells["subject"], Indicator: c.opt("indicator"),
		Value: c.cells["value"], Lo: c.opt("lo"), Hi: c.opt("hi"), LoOpen: c.bool("lo_open"), HiOpen: c.bool("hi_open"),
		Unit: c.opt("unit"), Bound: c.cells["bound"], Kind: c.cells["kind"], Direction: c.opt("direction"),
		Period: c.opt("period"), Role: c.cells["role"], Region: c.opt("region"),
	}
	if c.cells["base"] != "" {
		f.Base = &Base{c.cells["base"], c.opt("base_text")}
	}
	return f
}

// pledge is the row as a pledge.
func (c *cellReader) pledge() Pledge {
	figures := []int{}
	for _, at := range c.list("figures") {
		figures = append(figures, c.int(at))
	}
	return Pledge{
		Type: TypePledge, Place: c.place(), Section: c.opt("section"),
		Text: c.cells["text"], Verbs: c.list("verbs"), Objects: c.list("objects"), Figures: figures,
		Hardness: c.cells["hardness"], Deadline: c.opt("deadline"), Places: c.list("places"),
	}
}
