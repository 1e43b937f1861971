package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"pledger/document"
	"pledger/export"
	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
	"pledger/statement"
)

// The stages whose output can be looked at.
const (
	stageDocument  = "document"
	stageQuantity  = "quantity"
	stageReport    = "report"
	stageStatement = "statement"
)

var stages = []string{stageDocument, stageQuantity, stageReport, stageStatement}

// formatsOf lists the formats in which a stage's output can be had; nil for an
// unknown stage.
func formatsOf(stage string) []string {
	switch {
	case stage == stageStatement:
		return []string{formatText, formatJSONL, formatCSV, formatHTML}
	case slices.Contains(stages, stage):
		return []string{formatText, formatJSONL}
	}
	return nil
}

// A row is one object that an early stage saw: as a line for a person, and as
// the object behind it for a program.
type row struct {
	line   string
	object any
}

// writeRows writes what a stage saw, one row a line.
func writeRows(w io.Writer, format string, rows []row) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, r := range rows {
		var err error
		if format == formatJSONL {
			err = enc.Encode(r.object)
		} else {
			_, err = fmt.Fprintln(w, r.line)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// blockKinds names the kinds of block.
var blockKinds = map[document.BlockKind]string{
	document.Paragraph: "paragraph",
	document.Heading:   "heading",
	document.Cell:      "cell",
	document.Furniture: "furniture",
}

// blockObject is one block of the document stage.
type blockObject struct {
	Type string `json:"type"`
	export.Place
	Kind  string `json:"kind"`
	Level int    `json:"level"`
	Page  int    `json:"page"`
	Row   int    `json:"row"`
	Col   int    `json:"col"`
	Text  string `json:"text"`
}

// documentRows is what the document stage saw: the blocks.
func documentRows(t *document.Text) []row {
	var rows []row
	for _, b := range t.Blocks {
		o := blockObject{"block", place(t, b.Pos), blockKinds[b.Kind], b.Level, b.Page, b.Row, b.Col, t.Slice(b.Pos)}
		rows = append(rows, row{fmt.Sprintf("%s\t%s\t%s", span(b.Pos), o.Kind, oneLine(o.Text)), o})
	}
	return rows
}

// quantityRows is what the quantity stage saw: every number, its interval and
// its unit.
func quantityRows(t *document.Text, lex *lexicon.Lexicon) []row {
	var rows []row
	for _, q := range quantity.Scan(t, lex) {
		o := export.NewQuantity(t, &q)
		rows = append(rows, row{fmt.Sprintf("%s\t%s\t%s\t%s", span(q.Pos), o.Num, q.Value, o.Unit), o})
	}
	return rows
}

// sentenceObject and clauseObject are what the report stage saw.
type (
	sentenceObject struct {
		Type string `json:"type"`
		export.Place
		Stance string `json:"stance"`
		Text   string `json:"text"`
	}
	clauseObject struct {
		Type string `json:"type"`
		export.Place
		Mark string `json:"mark"`
		Text string `json:"text"`
	}
)

// reportRows is what the report stage saw: sections, and in each its sentences
// with their clauses.
func reportRows(r *report.Report) []row {
	var rows []row
	t := r.Text
	objects := export.Sections(&statement.Set{Report: r})
	next := 0
	for _, s := range r.Sentences {
		for next < len(objects) && objects[next].At <= s.Pos.Start {
			o := objects[next]
			rows = append(rows, row{fmt.Sprintf("%d:%d\tsection\t%s\t%s\t%s", o.At, o.At+o.Len, o.Number, o.Stance, oneLine(o.Heading)), o})
			next++
		}
		o := sentenceObject{"sentence", place(t, s.Pos), s.Stance.String(), t.Slice(s.Pos)}
		rows = append(rows, row{fmt.Sprintf("%s\tsentence\t%s\t%s", span(s.Pos), o.Stance, oneLine(o.Text)), o})
		for _, c := range r.Clauses[s.First:s.Last] {
			o := clauseObject{"clause", place(t, c.Pos), mark(c.Mark), t.Slice(c.Pos)}
			rows = append(rows, row{fmt.Sprintf("%s\tclause\t%s\t%s", span(c.Pos), o.Mark, oneLine(o.Text)), o})
		}
	}
	return rows
}

// mark is the mark that ends a clause, "" for none.
func mark(r rune) string {
	if r == 0 {
		return ""
	}
	return string(r)
}

// place is where pos stands, as the contract writes it.
func place(t *document.Text, pos document.Position) export.Place {
	return export.Place{File: t.Name, At: pos.Start, Len: pos.Len()}
}

// span writes a position.
func span(p document.Position) string { return fmt.Sprintf("%d:%d", p.Start, p.End) }

// oneLine is s without its line breaks and tabs, which would break the table.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
