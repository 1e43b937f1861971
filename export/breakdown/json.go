package breakdown

import (
	"encoding/json"
	"io"
)

// jsonFormat names the format and its version in the file.
const jsonFormat = "pledger-breakdown-1"

// jsonTable is a table as docs/breakdown.md promises it.
type jsonTable struct {
	Format     string    `json:"format"`
	Title      string    `json:"title"`
	Government string    `json:"government"`
	Place      string    `json:"place"`
	Year       int       `json:"year"`
	Sections   []Section `json:"sections"`
	Rows       []*Row    `json:"rows"`
}

// WriteJSON writes the table as one JSON object with everything that its
// accounts hold; docs/breakdown.md documents it.
func WriteJSON(w io.Writer, t *Table) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(jsonTable{
		jsonFormat, t.Title, t.Government, t.Place, t.Year, full(t.Sections), full(t.Rows),
	})
}
