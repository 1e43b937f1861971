package store

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash"
	"io"
	"strconv"

	"pledger/ledger"
	"pledger/store/fault"
	"pledger/store/raw"
)

// Limits of a backup: a file made to fill the memory is refused.
const (
	maxLine     = 2 * fault.MaxEntry // an entry, its quotation marks escaped
	maxDocument = 1 << 30            // bytes of a report; the reader takes far less
)

// unpacked reads a backup line by line.
type unpacked struct {
	source *bufio.Reader
	packed *gzip.Reader
	buffer *bufio.Reader
	sum    hash.Hash
	n      int64
}

// refuse is the fault of a backup.
func refuse(how ...string) error { return fault.Of(fault.Backup, "", how...) }

// unpack begins to read a backup and returns its header.
func unpack(r io.Reader) (*unpacked, *header, error) {
	u := &unpacked{source: bufio.NewReader(r), sum: sha256.New()}
	var err error
	if u.packed, err = gzip.NewReader(u.source); err != nil {
		return nil, nil, refuse("not packed by gzip")
	}
	u.packed.Multistream(false) // what follows the first stream is no part of a backup
	u.buffer = bufio.NewReaderSize(u.packed, pieceSize)
	first, err := u.next()
	switch {
	case err != nil:
		return nil, nil, err
	case first.Header == nil || first.Header.Format != backupFormat:
		return nil, nil, refuse("no backup of this program")
	case first.Header.Version < 1 || first.Header.Version > backupVersion:
		return nil, nil, refuse("version", strconv.Itoa(first.Header.Version), strconv.Itoa(backupVersion))
	}
	return u, first.Header, nil
}

// next reads a line.
func (u *unpacked) next() (*line, error) {
	data, err := u.bytes()
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	v := new(line)
	if err := dec.Decode(v); err != nil {
		return nil, refuse("line", strconv.FormatInt(u.n+1, 10), err.Error())
	}
	if v.End == nil {
		u.sum.Write(data)
		u.n++
	}
	return v, nil
}

// bytes reads up to the end of a line.
func (u *unpacked) bytes() ([]byte, error) {
	var data []byte
	for {
		piece, err := u.buffer.ReadSlice('\n')
		data = append(data, piece...)
		switch {
		case err == nil:
			return data, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, refuse("cut short after line", strconv.FormatInt(u.n, 10), err.Error())
		case len(data) > maxLine:
			return nil, refuse("too long a line", strconv.FormatInt(u.n+1, 10))
		}
	}
}

// document reads the pieces of a report.
func (u *unpacked) document(d *documentLine) (*ledger.Document, error) {
	if d.File < 0 || d.Text < 0 || d.File > maxDocument || d.Text > maxDocument {
		return nil, refuse("too large a report", string(d.Ledger))
	}
	data, err := u.pieces(d.File+d.Text, string(d.Ledger))
	if err != nil {
		return nil, err
	}
	return &ledger.Document{Ledger: d.Ledger, Name: d.Name, File: data[:d.File:d.File], Text: string(data[d.File:])}, nil
}

// evidence reads the pieces of a file of evidence.
func (u *unpacked) evidence(e *evidenceLine) ([]byte, error) {
	if e.Size < 1 || e.Size > ledger.MaxEvidence {
		return nil, refuse("too large a file of evidence, or an empty one", e.Sum)
	}
	return u.pieces(e.Size, e.Sum)
}

// pieces reads that many bytes; of says of what they are.
func (u *unpacked) pieces(size int, of string) ([]byte, error) {
	var data []byte // grows with what is really there
	for len(data) < size {
		v, err := u.next()
		if err != nil {
			return nil, err
		}
		if v.Piece == nil || len(v.Piece.Data) == 0 || len(data)+len(v.Piece.Data) > size {
			return nil, refuse("the pieces of a file do not fit", of)
		}
		data = append(data, v.Piece.Data...)
	}
	return data, nil
}

// finish holds the trailer against what was read, and demands the end.
func (u *unpacked) finish(end *endLine) error {
	if end.Lines != u.n || end.SHA256 != hex.EncodeToString(u.sum.Sum(nil)) {
		return refuse("changed: the sum of its lines is another")
	}
	if _, err := u.buffer.ReadByte(); !errors.Is(err, io.EOF) {
		return refuse("something follows its end")
	}
	if _, err := u.source.ReadByte(); !errors.Is(err, io.EOF) {
		return refuse("something follows its end")
	}
	return nil
}

// entry is a line's entry.
func (l *entryLine) entry() (*ledger.Entry, error) {
	e := &ledger.Entry{
		Journal: l.Journal, Seq: l.Seq, Op: l.Op, Who: l.Who, Action: l.Action,
		Kind: l.Kind, Subject: l.Subject, Why: l.Why,
	}
	return e, raw.Texts{At: l.At, Changes: string(l.Changes), Prev: l.Prev, Hash: l.Hash}.Read(e)
}
