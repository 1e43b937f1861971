package server

import (
	"bytes"
	"errors"
	"sync"

	"pledger/document"
	"pledger/ledger"
	"pledger/lexicon"
	"pledger/report"
	"pledger/statement"
)

// readings keeps what reports state, read again from the files that ledgers
// were opened from. Its zero value is empty and ready.
type readings struct {
	mu   sync.Mutex
	held []reading // the last asked for first
}

// reading is one report, by the SHA-256 of its file.
type reading struct {
	file string
	set  *statement.Set
}

// maxReadings is how many reports are held: those that an office works on at
// one time. One takes about a megabyte.
const maxReadings = 8

// of is what the ledger's report states; nil where it was made without one.
func (c *readings) of(rd ledger.Reader, lex *lexicon.Lexicon, l *ledger.Ledger) (*statement.Set, error) {
	if l.Source.Text == "" {
		return nil, nil
	}
	if set := c.get(l.Source.File); set != nil {
		return set, nil
	}
	doc, err := rd.Document(l.ID)
	var missing *ledger.NotFound
	switch {
	case errors.As(err, &missing):
		return nil, nil
	case err != nil:
		return nil, err
	}
	set := statement.Extract(report.Parse(readAgain(doc)), lex)
	c.put(l.Source.File, set)
	return set, nil
}

// readAgain is the document's text with its blocks. Where today's reader makes
// another text of the file than the one that accounts have their places in, it
// is that text as it was kept.
func readAgain(doc *ledger.Document) *document.Text {
	text, err := document.Read(doc.Name, bytes.NewReader(doc.File))
	if err != nil || string(text.Runes()) != doc.Text {
		return document.FromString(doc.Name, doc.Text)
	}
	return text
}

// get is the reading of a file, or nil.
func (c *readings) get(file string) *statement.Set {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, r := range c.held {
		if r.file == file {
			copy(c.held[1:i+1], c.held[:i])
			c.held[0] = r
			return r.set
		}
	}
	return nil
}

// put holds a reading, and lets go of the one not asked for the longest.
func (c *readings) put(file string, set *statement.Set) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.held = append([]reading{{file, set}}, c.held[:min(len(c.held), maxReadings-1)]...)
}
