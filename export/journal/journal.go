// Package journal writes the entries（分录）of a journal as JSON Lines and reads
// them back, so that anyone can compute their hashes again.
//
// One line is one entry, with the fields of ledger.Entry in the order in which
// ledger.Entry.Sum takes them, then the hash:
//
//	{"journal":"150000-2021","seq":1,"op":1,"at":"2021-01-25T08:00:00.000000Z","who":"…",
//	 "action":"open","kind":"ledger","subject":"150000-2021","changes":[…],"why":"","prev":"00…","hash":"…"}
//
// The hash is SHA-256 over the JSON array, without spaces, of the text "pledger
// entry 1" and the values from journal to prev as they stand in the line.
package journal

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"pledger/ledger"
)

// line is one entry in the file.
type line struct {
	Journal ledger.Journal  `json:"journal"`
	Seq     int64           `json:"seq"`
	Op      int64           `json:"op"`
	At      string          `json:"at"`
	Who     string          `json:"who"`
	Action  ledger.Action   `json:"action"`
	Kind    ledger.Kind     `json:"kind"`
	Subject string          `json:"subject"`
	Changes []ledger.Change `json:"changes"`
	Why     string          `json:"why"`
	Prev    string          `json:"prev"`
	Hash    string          `json:"hash"`
}

// A Writer writes entries, one a line.
type Writer struct {
	buf *bufio.Writer
	enc *json.Encoder
}

// NewWriter returns a Writer to w. Flush must be called at the end.
func NewWriter(w io.Writer) *Writer {
	buf := bufio.NewWriter(w)
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false) // as Sum does
	return &Writer{buf, enc}
}

// Write writes one entry.
func (w *Writer) Write(e *ledger.Entry) error {
	changes := e.Changes
	if changes == nil {
		changes = []ledger.Change{}
	}
	return w.enc.Encode(line{
		e.Journal, e.Seq, e.Op, ledger.FormatTime(e.At), e.Who, e.Action, e.Kind, e.Subject,
		changes, e.Why, e.Prev.String(), e.Hash.String(),
	})
}

// Flush writes what is still held back.
func (w *Writer) Flush() error { return w.buf.Flush() }

// maxLine is the longest line that Read takes: an account with a part for every
// county and everything said about it stays far below.
const maxLine = 16 << 20

// Read calls f for each entry of a file, in its order, until f returns an
// error. Its own error names the line.
func Read(r io.Reader, f func(*ledger.Entry) error) error {
	s := bufio.NewScanner(r)
	s.Buffer(nil, maxLine)
	for n := 1; s.Scan(); n++ {
		if len(bytes.TrimSpace(s.Bytes())) == 0 {
			continue
		}
		e, err := parse(s.Bytes())
		if err == nil {
			err = f(e)
		}
		if err != nil {
			return fmt.Errorf("journal: line %d: %w", n, err)
		}
	}
	return s.Err()
}

// parse reads one line.
func parse(data []byte) (*ledger.Entry, error) {
	var l line
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&l); err != nil {
		return nil, err
	}
	at, err := ledger.ParseTime(l.At)
	if err != nil {
		return nil, err
	}
	prev, err := ledger.ParseHash(l.Prev)
	if err != nil {
		return nil, err
	}
	hash, err := ledger.ParseHash(l.Hash)
	if err != nil {
		return nil, err
	}
	return &ledger.Entry{
		Journal: l.Journal, Seq: l.Seq, Op: l.Op, At: at, Who: l.Who, Action: l.Action, Kind: l.Kind,
		Subject: l.Subject, Changes: l.Changes, Why: l.Why, Prev: prev, Hash: hash,
	}, nil
}
