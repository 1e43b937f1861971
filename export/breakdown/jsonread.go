package breakdown

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"pledger/ledger"
)

// readJSON reads what WriteJSON wrote, or a program that keeps to its format.
// Columns are those that a row names: a row without a field says nothing of it.
func readJSON(data []byte) (*Table, Problems) {
	data = bytes.TrimPrefix(data, []byte(utf8Mark))
	var in struct {
		jsonTable
		Rows []json.RawMessage `json:"rows"`
	}
	if !utf8.Valid(data) {
		return fatal(CodeNotText)
	}
	if err := json.Unmarshal(data, &in); err != nil {
		return jsonFault(data, err)
	}
	switch {
	case in.Format != jsonFormat:
		return fatal(CodeJSONFormat, in.Format, jsonFormat)
	case max(len(in.Rows), len(in.Sections)) > MaxRows:
		return fatal(CodeTooManyRows, MaxRows)
	}
	r := newReader()
	r.table.Title, r.table.Government, r.table.Place, r.table.Year = in.Title, in.Government, in.Place, in.Year
	for _, s := range in.Sections {
		r.sections.keep(s)
	}
	named := map[Column]bool{}
	for i, raw := range in.Rows {
		r.jsonRow(i+1, raw, named)
	}
	for _, c := range Columns() {
		if named[c] {
			r.table.Columns = append(r.table.Columns, c)
		}
	}
	if len(in.Rows) == 0 {
		r.fail(Place{}, CodeNoRows)
	}
	return r.result()
}

// jsonFault tells where JSON is malformed.
func jsonFault(data []byte, err error) (*Table, Problems) {
	var at Place
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	offset := int64(-1)
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset = kind.Offset
	}
	if offset >= 0 && offset <= int64(len(data)) {
		at.Line = 1 + bytes.Count(data[:offset], []byte("\n"))
	}
	return nil, Problems{{Severity: Error, Place: at, Code: CodeMalformed, Args: []any{err}}}
}

// jsonRow reads the n-th row. Its place is its number among the rows.
func (r *reader) jsonRow(n int, raw json.RawMessage, named map[Column]bool) {
	at := Place{Sheet: "rows", Line: n}
	var row Row
	var fields map[string]json.RawMessage
	if err := errors.Join(json.Unmarshal(raw, &row), json.Unmarshal(raw, &fields)); err != nil {
		r.fail(at, CodeMalformed, err)
		return
	}
	for c := range fields {
		named[Column(c)] = true
	}
	row.At = at
	row.Category = choice(r, at, Category, string(row.Category), readCategory, categoryWord, ledger.Target, ledger.Task)
	row.Hardness = choice(r, at, Hardness, string(row.Hardness), readHardness, hardnessWord, ledger.Hard, ledger.Soft)
	if strings.TrimSpace(row.Task) == "" {
		r.fail(at, CodeNoTask)
		return
	}
	r.sections.at = row.Section
	r.add(&row)
}
