package store

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"maps"
	"slices"
	"time"

	"pledger/ledger"
	"pledger/store/fault"
	"pledger/store/raw"
)

// A backup is lines of JSON, packed by gzip: a header; what cannot be derived,
// journal by journal, entries and readings, then evidence, then reports, then
// secrets; a trailer with the number of lines before it and the SHA-256 of their
// bytes. It is the same for every
// store, so that it also carries ledgers from one to another. Sessions are no
// part of it.
const (
	backupFormat  = "pledger backup"
	backupVersion = 3 // 1 had no readings, 2 no evidence; both are still restored
)

// line is one line of a backup; one of its fields is set.
type line struct {
	Header   *header       `json:"header,omitempty"`
	Entry    *entryLine    `json:"entry,omitempty"`
	Reading  *readingLine  `json:"reading,omitempty"`
	Evidence *evidenceLine `json:"evidence,omitempty"`
	Document *documentLine `json:"document,omitempty"`
	Piece    *pieceLine    `json:"piece,omitempty"`
	Secret   *secretLine   `json:"secret,omitempty"`
	End      *endLine      `json:"end,omitempty"`
}

// header begins a backup.
type header struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	Time    string `json:"time"`
	raw.Size
}

// entryLine is an entry as it is hashed.
type entryLine struct {
	Journal ledger.Journal  `json:"journal"`
	Seq     int64           `json:"seq"`
	Op      int64           `json:"op"`
	At      string          `json:"at"`
	Who     string          `json:"who"`
	Action  ledger.Action   `json:"action"`
	Kind    ledger.Kind     `json:"kind"`
	Subject string          `json:"subject"`
	Changes json.RawMessage `json:"changes"`
	Why     string          `json:"why"`
	Prev    string          `json:"prev"`
	Hash    string          `json:"hash"`
}

// readingLine is a reading as its batch's sum takes it in.
type readingLine struct {
	Journal ledger.Journal `json:"journal"`
	Seq     int64          `json:"seq"`
	Data    ledger.Reading `json:"data"`
}

// evidenceLine begins a file of evidence; it follows in pieces.
type evidenceLine struct {
	Sum  string `json:"sum"`
	Size int    `json:"size"` // bytes
}

// documentLine begins a report; its file and then its text follow in pieces.
type documentLine struct {
	Ledger ledger.ID `json:"ledger"`
	Name   string    `json:"name"`
	File   int       `json:"file"` // bytes
	Text   int       `json:"text"` // bytes
}

// pieceLine is the next piece of a report or of evidence.
type pieceLine struct {
	Data []byte `json:"data"`
}

// pieceSize is the length of a piece: small enough for a line, large enough to
// pack well.
const pieceSize = 1 << 16

// secretLine is what a user proves itself with.
type secretLine struct {
	User   string `json:"user"`
	Secret string `json:"secret"`
}

// endLine ends a backup.
type endLine struct {
	Lines  int64  `json:"lines"`
	SHA256 string `json:"sha256"`
}

// Backup writes everything that cannot be derived, as one snapshot has it, while
// others write. now stands in the header; apart from it, the same ledgers give
// the same bytes from every store.
func Backup(ctx context.Context, s ledger.Store, w io.Writer, now time.Time) error {
	return s.View(ctx, func(r ledger.Reader) error {
		rows, ok := r.(raw.Reader)
		if !ok {
			return fault.Of(fault.Misuse, "", fmt.Sprintf("a %T shows no rows", s))
		}
		out := newLines(w)
		if err := out.everything(rows, now); err != nil {
			return err
		}
		return out.end()
	})
}

// lines writes a backup.
type lines struct {
	packed *gzip.Writer
	buffer *bufio.Writer
	sum    hash.Hash
	n      int64
}

// newLines begins a backup.
func newLines(w io.Writer) *lines {
	packed := gzip.NewWriter(w)
	return &lines{packed: packed, buffer: bufio.NewWriterSize(packed, pieceSize), sum: sha256.New()}
}

// put writes a line.
func (l *lines) put(v line) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	if v.End == nil {
		l.sum.Write(b.Bytes())
		l.n++
	}
	_, err := l.buffer.Write(b.Bytes())
	return err
}

// everything writes all lines but the trailer.
func (l *lines) everything(r raw.Reader, now time.Time) error {
	size, err := r.Size()
	if err != nil {
		return err
	}
	err = l.put(line{Header: &header{Format: backupFormat, Version: backupVersion, Time: ledger.FormatTime(now), Size: size}})
	if err != nil {
		return err
	}
	heads, err := r.Heads()
	if err != nil {
		return err
	}
	for _, j := range slices.Sorted(maps.Keys(heads)) {
		if err := r.EachEntry(j, l.entry); err != nil {
			return err
		}
		if err := r.EachReadingOf(j, l.reading); err != nil {
			return err
		}
	}
	if err := r.EachEvidence(l.evidence); err != nil {
		return err
	}
	if err := r.EachDocument(l.document); err != nil {
		return err
	}
	return r.EachSecret(func(user, secret string) error {
		return l.put(line{Secret: &secretLine{user, secret}})
	})
}

// entry writes an entry.
func (l *lines) entry(e *ledger.Entry) error {
	texts, err := raw.TextsOf(e)
	if err != nil {
		return err
	}
	return l.put(line{Entry: &entryLine{
		Journal: e.Journal, Seq: e.Seq, Op: e.Op, At: texts.At, Who: e.Who, Action: e.Action, Kind: e.Kind,
		Subject: e.Subject, Changes: json.RawMessage(texts.Changes), Why: e.Why, Prev: texts.Prev, Hash: texts.Hash,
	}})
}

// reading writes a reading.
func (l *lines) reading(r *ledger.Reading) error {
	return l.put(line{Reading: &readingLine{r.Journal, r.Seq, *r}})
}

// evidence writes a file.
func (l *lines) evidence(sum string, file []byte) error {
	return l.pieces(line{Evidence: &evidenceLine{sum, len(file)}}, file)
}

// document writes a report.
func (l *lines) document(d *ledger.Document) error {
	first := line{Document: &documentLine{d.Ledger, d.Name, len(d.File), len(d.Text)}}
	return l.pieces(first, append(d.File[:len(d.File):len(d.File)], d.Text...))
}

// pieces writes a line and what follows it in pieces.
func (l *lines) pieces(first line, rest []byte) error {
	err := l.put(first)
	for err == nil && len(rest) > 0 {
		n := min(len(rest), pieceSize)
		err = l.put(line{Piece: &pieceLine{rest[:n]}})
		rest = rest[n:]
	}
	return err
}

// end writes the trailer.
func (l *lines) end() error {
	if err := l.put(line{End: &endLine{l.n, hex.EncodeToString(l.sum.Sum(nil))}}); err != nil {
		return err
	}
	if err := l.buffer.Flush(); err != nil {
		return err
	}
	return l.packed.Close()
}
