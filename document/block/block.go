// Package block is what the decoders of docx, pdf and html hand to package
// document: a file's blocks in reading order, each with its own text, and the
// reasons for which a file cannot be read.
package block

import "fmt"

// Kind says what a block is in its document.
type Kind uint8

// The kinds of block, in the order of document.BlockKind.
const (
	Paragraph Kind = iota
	Heading        // by the document's own style, not by its words
	Cell           // one table cell
	Furniture      // page numbers, running heads, notes: no part of the text
)

// Block is one paragraph, heading, table cell or piece of furniture.
type Block struct {
	Kind  Kind
	Level int // heading level from 1; 0 where the document does not say
	Page  int // page from 1; 0 where the format has no pages
	Row   int // table row and column from 1; 0 outside tables
	Col   int
	// Table, Rows and Cols are set where whole tables were asked for: which of
	// the file's tables, from 1, and how many rows and columns the cell takes.
	Table, Rows, Cols int
	// Text is what the reader sees, numbering included. A "\n" in it is a line
	// break of the author's that may or may not end the paragraph.
	Text string
}

// Reason is why a file cannot be read.
type Reason uint8

// The reasons.
const (
	Malformed   Reason = iota // the bytes do not keep to the format; Err says how
	Encrypted                 // a password is needed
	NoTextLayer               // pictures of pages; N is their number
	Bomb                      // unpacks to more than the limits allow
	NoArticle                 // a page of links, without an article
	NotThis                   // a container of another format; Found names it
)

// Fault says why a file cannot be read. Its message for users is the
// catalogue's, chosen by Reason.
type Fault struct {
	Reason Reason
	N      int
	Found  string
	Err    error // the cause; nil where the reason says it all
}

// Error is a line for logs.
func (f *Fault) Error() string {
	if f.Err != nil {
		return fmt.Sprintf("reason %d: %v", f.Reason, f.Err)
	}
	return fmt.Sprintf("reason %d (%d %s)", f.Reason, f.N, f.Found)
}

// Unwrap returns the cause, nil if there is none.
func (f *Fault) Unwrap() error { return f.Err }
