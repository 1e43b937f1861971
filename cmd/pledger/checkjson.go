package main

import (
	"encoding/json"
	"io"

	"pledger/audit"
	"pledger/export"
)

// relationJSON is one relation of the contract in docs/contract-check.md.
type relationJSON struct {
	Type     string          `json:"type"`
	File     string          `json:"file"`
	Relation audit.Code      `json:"relation"`
	Result   audit.Result    `json:"result"`
	Grade    *audit.Grade    `json:"grade"`
	Figures  []checkedFigure `json:"figures"`
	Implied  *impliedJSON    `json:"implied"`
	Working  []string        `json:"working"`
	Suspect  *int            `json:"suspect"`
}

// checkedFigure points at a figure that takes part.
type checkedFigure struct {
	File string `json:"file"`
	At   int    `json:"at"`
	Num  string `json:"num"`
}

// impliedJSON is a value that follows: all from lo to hi, and value in the
// middle with no more digits than the interval bears. An end is null where
// there is none.
type impliedJSON struct {
	Value string  `json:"value"`
	Lo    *string `json:"lo"`
	Hi    *string `json:"hi"`
	Unit  string  `json:"unit"`
}

// relationRow is r as the contract has it.
func relationRow(w export.FindingWords, r audit.Relation) relationJSON {
	row := relationJSON{Type: "relation", File: w.This.Report.Text.Name, Relation: r.Code, Result: r.Result, Working: w.Working(r), Figures: []checkedFigure{}}
	if r.Grade != "" {
		row.Grade = &r.Grade
	}
	for _, f := range r.Figures {
		text := w.Of(f).Report.Text
		row.Figures = append(row.Figures, checkedFigure{text.Name, f.Pos.Start, text.Slice(f.Pos)})
	}
	if r.Implied != nil {
		row.Implied = &impliedJSON{audit.Middle(r.Implied.Value), textOrNull(r.Implied.Value.Lo.String()), textOrNull(r.Implied.Value.Hi.String()), r.Implied.Unit}
	}
	if r.Suspect != nil {
		row.Suspect = &r.Suspect.Pos.Start
	}
	return row
}

func textOrNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// jsonFindings writes relations as JSON: one a line, or all in one list.
type jsonFindings struct {
	*app
	w     io.Writer
	list  bool
	begun bool
}

// write writes the relations of one report.
func (p *jsonFindings) write(f *audit.Findings) error {
	words := export.FindingWords{Findings: f, Lang: p.lang}
	for _, r := range f.Relations {
		data, err := marshalPlain(relationRow(words, r))
		if err != nil {
			return err
		}
		before, after := "", "\n"
		if p.list {
			before, after = ",\n", ""
			if !p.begun {
				before = "[\n"
			}
		}
		p.begun = true
		if _, err := io.WriteString(p.w, before+data+after); err != nil {
			return err
		}
	}
	return nil
}

// end closes the list.
func (p *jsonFindings) end() error {
	if !p.list {
		return nil
	}
	text := "\n]\n"
	if !p.begun {
		text = "[]\n"
	}
	_, err := io.WriteString(p.w, text)
	return err
}

// marshalPlain is v as JSON with < > & as they are.
func marshalPlain(v any) (string, error) {
	var b jsonBuffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return "", err
	}
	return string(b[:len(b)-1]), nil
}

// jsonBuffer collects what an encoder writes.
type jsonBuffer []byte

// Write appends p.
func (b *jsonBuffer) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}
