package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"pledger/locale"
	"pledger/statement"
)

// WriteJSONL writes s as JSON Lines: the report, then its sections, figures,
// pledges and mechanisms, each in the order of the text. lang is the language
// of the sentences in the coverage; nothing else depends on it.
func WriteJSONL(w io.Writer, s *statement.Set, lang locale.Lang) error {
	buf := bufio.NewWriter(w)
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(NewReport(s, lang)); err != nil {
		return err
	}
	for i := range s.Report.Sections {
		if sec := &s.Report.Sections[i]; sec.Level > 0 {
			if err := enc.Encode(newSection(s, sec)); err != nil {
				return err
			}
		}
	}
	if err := encodeAll(enc, s, s.Figures, NewFigure); err != nil {
		return err
	}
	if err := encodeAll(enc, s, s.Pledges, newPledge); err != nil {
		return err
	}
	if err := encodeAll(enc, s, s.Mechanisms, newMechanism); err != nil {
		return err
	}
	return buf.Flush()
}

// encodeAll writes one line for each row. No more than one object is kept at a time: a
// long text has many.
func encodeAll[R, O any](enc *json.Encoder, s *statement.Set, rows []R, of func(*statement.Set, *R) O) error {
	for i := range rows {
		object := of(s, &rows[i])
		if err := enc.Encode(&object); err != nil {
			return err
		}
	}
	return nil
}

// Lines are the objects of a JSON Lines stream, by type; several files may
// follow one another.
type Lines struct {
	Reports    []Report
	Sections   []Section
	Figures    []Figure
	Pledges    []Pledge
	Mechanisms []Mechanism
}

// ReadJSONL reads what WriteJSONL wrote. An object of an unknown type or with an
// unknown field is an error that names its number.
func ReadJSONL(r io.Reader) (*Lines, error) {
	var out Lines
	dec := json.NewDecoder(r)
	for n := 1; ; n++ {
		var line json.RawMessage
		if err := dec.Decode(&line); err == io.EOF {
			return &out, nil
		} else if err != nil {
			return nil, fmt.Errorf("object %d: %w", n, err)
		}
		if err := out.add(line); err != nil {
			return nil, fmt.Errorf("object %d: %w", n, err)
		}
	}
}

// add decodes one object into the list of its type.
func (l *Lines) add(line []byte) error {
	var head struct{ Type string }
	if err := json.Unmarshal(line, &head); err != nil {
		return err
	}
	switch head.Type {
	case TypeReport:
		return appendStrict(&l.Reports, line)
	case TypeSection:
		return appendStrict(&l.Sections, line)
	case TypeFigure:
		return appendStrict(&l.Figures, line)
	case TypePledge:
		return appendStrict(&l.Pledges, line)
	case TypeMechanism:
		return appendStrict(&l.Mechanisms, line)
	}
	return fmt.Errorf("unknown type %q", head.Type)
}

// appendStrict decodes line, all of whose fields must be known, and appends it.
func appendStrict[T any](rows *[]T, line []byte) error {
	var row T
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&row); err != nil {
		return err
	}
	*rows = append(*rows, row)
	return nil
}
