package evaluate

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"pledger/statement"
)

// GoldFigure is one row of a figures gold file: one number of a text, judged.
// The fields from Subject on are set only where What is figure; "" stands for
// null.
type GoldFigure struct {
	ID        string         `json:"id"`
	At        int            `json:"at"` // rune offset of the number
	Num       string         `json:"num"`
	What      statement.What `json:"what"`
	Subject   string         `json:"subject"`
	Alt       wordings       `json:"subject_alt"` // further wordings that are right
	Value     string         `json:"value"`
	Unit      string         `json:"unit"`
	Bound     string         `json:"bound"`
	Kind      string         `json:"kind"`
	Direction string         `json:"direction"`
	Period    string         `json:"period"`
	Role      string         `json:"role"`
	Region    string         `json:"region"`
}

// GoldPledge is one row of a pledges gold file.
type GoldPledge struct {
	ID         string   `json:"id"`
	At         int      `json:"at"`
	Len        int      `json:"len"`
	Text       string   `json:"text"`
	Section    string   `json:"section"`
	Verbs      []string `json:"verbs"`
	Objects    []string `json:"objects"`
	Quantified bool     `json:"quantified"`
	Hardness   string   `json:"hardness"`
	Deadline   string   `json:"deadline"` // "" is within the plan year
}

// wordings is a list of texts that a file may write as null, one text or a list.
type wordings []string

// UnmarshalJSON reads null, a text or a list of texts.
func (w *wordings) UnmarshalJSON(b []byte) error {
	var one *string
	if json.Unmarshal(b, &one) != nil {
		return json.Unmarshal(b, (*[]string)(w))
	}
	*w = nil
	if one != nil {
		*w = wordings{*one}
	}
	return nil
}

// maxLine is the longest line of a gold file, in bytes: far above any
// annotation, so that a file of another sort is refused and not swallowed.
const maxLine = 1 << 20

// A RowError is a line of a gold file that cannot be used.
type RowError struct {
	Line int // from 1
	Err  error
}

// Error names the line and what is wrong with it.
func (e *RowError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap is the cause.
func (e *RowError) Unwrap() error { return e.Err }

// errNotAnnotated is the cause of a row without what its kind of file needs.
var errNotAnnotated = errors.New(`not a row of this kind of gold file: "at" with "what", or "at" with "len", is missing`)

// ReadFigures reads the rows of a figures gold file. Its error is a *RowError,
// or the reader's own.
func ReadFigures(r io.Reader) ([]GoldFigure, error) {
	return readRows(r, func(g *GoldFigure) bool { return g.What != "" })
}

// ReadPledges reads the rows of a pledges gold file. Its error is a *RowError,
// or the reader's own.
func ReadPledges(r io.Reader) ([]GoldPledge, error) {
	return readRows(r, func(g *GoldPledge) bool { return g.Len > 0 })
}

// readRows decodes one JSON object a line and refuses those that are not whole.
func readRows[T any](r io.Reader, whole func(*T) bool) ([]T, error) {
	var rows []T
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var row T
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return nil, &RowError{n, err}
		}
		if !whole(&row) {
			return nil, &RowError{n, errNotAnnotated}
		}
		rows = append(rows, row)
	}
	return rows, lines.Err()
}
