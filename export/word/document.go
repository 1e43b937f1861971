package word

import (
	"archive/zip"
	"io"
	"time"
)

// A Document is an official document.
type Document struct {
	Title  string // in the file's properties
	Author string // the office; "" for none
	Body   []Block
}

// A Block is a Paragraph or a Table.
type Block interface{ write(*sink) }

// A Paragraph is one paragraph. A "\n" in its text is a line break, a "\t" a
// tab; other control characters are left out.
type Paragraph struct {
	Style Style
	Text  string
	// NewPage begins a page with it.
	NewPage bool
}

// A Table is a table with rules around its cells. Its head is repeated on every
// page, and no row is split between pages.
type Table struct {
	Widths []int // of columns, in millimetres
	Head   []string
	Rows   [][]string // each as long as Head; one of a single cell goes over all columns
	Centre []bool     // which columns stand in the middle
}

// epoch is the time that every part of a file bears: files have no clock.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// Write writes the document as a docx file.
func Write(w io.Writer, d *Document) error {
	z := zip.NewWriter(w)
	for _, p := range parts(d) {
		out, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: epoch})
		if err != nil {
			return err
		}
		if _, err := out.Write(p.content.Bytes()); err != nil {
			return err
		}
	}
	return z.Close()
}
