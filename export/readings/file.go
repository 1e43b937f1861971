package readings

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"pledger/ledger"
	"pledger/lexicon"
)

// Unreadable says why a file as a whole gives no readings. The catalogue words
// it as readings.problem.CODE with Args.
type Unreadable struct {
	Code string
	Args []string
}

// Error names the code, for an operator.
func (e *Unreadable) Error() string { return fmt.Sprintf("readings: %s %q", e.Code, e.Args) }

// The codes of Unreadable.
const (
	CodeEmpty    = "empty"     // no byte, or nothing but blanks
	CodeOldXLS   = "old-xls"   // Excel 97–2003
	CodeNotTable = "not-table" // args: the format found
	CodeNoHead   = "no-head"   // no row names the columns that a reading needs

	CodeTooManyRows = "too-many-rows" // an xlsx file that is read whole is too large
	CodeEncrypted   = "encrypted"     // it needs a password
	CodeMalformed   = "malformed"     // an xlsx file that is damaged
)

// File is a file of readings that was looked through once. It is walked by one
// reader at a time.
type File struct {
	Name string // without its folder
	Sum  string // SHA-256 of the file, in hex

	open   func() (io.ReadCloser, error)
	coding encoding.Encoding // nil for UTF-8
	lines  bool              // of JSON
	book   bool              // an xlsx file
	sheets []sheet           // of it
	comma  rune
	names  *names
	at     Place
	head   head
	asks   bool // some head names a column of reasons
}

// Open looks a file through: which format and encoding it has. open opens it
// from its beginning, each time it is called. place is the code of the ledger's
// place: names of places are looked for within it. The error is an *Unreadable,
// or that of reading.
func Open(name string, open func() (io.ReadCloser, error), lex *lexicon.Lexicon, place string) (*File, error) {
	f := &File{Name: filepath.Base(name), open: open, names: newNames(lex, place)}
	if err := f.scan(); err != nil {
		return nil, err
	}
	switch {
	case f.lines:
		return f, nil
	case f.book:
		return f, f.readSheets()
	}
	return f, f.findHead()
}

// Asks reports whether the file has a column for reasons, so that a note is a
// sentence of progress.
func (f *File) Asks() bool { return f.asks }

// Rows are the readings of the file, from the first. At says where the last one
// given stands.
func (f *File) Rows() iter.Seq[ledger.GivenReading] {
	switch {
	case f.lines:
		return f.jsonRows
	case f.book:
		return f.sheetRows
	}
	return f.csvRows
}

// At is where the row that Rows gave last stands.
func (f *File) At() Place { return f.at }

// scan reads the file once for its sum, its encoding and its format.
func (f *File) scan() error {
	r, err := f.open()
	if err != nil {
		return err
	}
	defer r.Close()
	sum := sha256.New()
	look := bufio.NewReaderSize(io.TeeReader(r, sum), scanBlock)
	first, err := look.Peek(scanBlock)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	valid, err := validUTF8(look)
	if err != nil {
		return err
	}
	f.Sum = hex.EncodeToString(sum.Sum(nil))
	start := bytes.TrimLeft(bytes.TrimPrefix(first, []byte("\ufeff")), " \t\r\n")
	switch {
	case len(start) == 0:
		return &Unreadable{Code: CodeEmpty}
	case bytes.HasPrefix(first, []byte("PK\x03\x04")):
		f.book = true
		return nil
	case bytes.HasPrefix(first, []byte("\xd0\xcf\x11\xe0")):
		return &Unreadable{Code: CodeOldXLS}
	case bytes.HasPrefix(first, []byte("%PDF-")):
		return &Unreadable{CodeNotTable, []string{"PDF"}}
	}
	switch {
	case bytes.HasPrefix(first, []byte("\xff\xfe")), bytes.HasPrefix(first, []byte("\xfe\xff")):
		f.coding = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case !valid:
		f.coding = simplifiedchinese.GB18030
	}
	f.lines = start[0] == '{'
	return nil
}

// scanBlock is how much of a file is looked at together.
const scanBlock = 64 << 10

// validUTF8 reads to the end and reports whether all of it is UTF-8.
func validUTF8(r io.Reader) (bool, error) {
	valid, rest := true, 0
	buf := make([]byte, scanBlock)
	for {
		n, err := r.Read(buf[rest:])
		text := buf[:rest+n]
		rest = 0
		for valid && len(text) > 0 {
			if c, size := utf8.DecodeRune(text); c == utf8.RuneError && size == 1 {
				if utf8.FullRune(text) {
					valid = false
					break
				}
				rest = copy(buf, text)
				break
			} else {
				text = text[size:]
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return valid && rest == 0, nil
		case err != nil:
			return false, err
		}
	}
}

// text opens the file as UTF-8 without its mark.
func (f *File) text() (io.Reader, func() error, error) {
	r, err := f.open()
	if err != nil {
		return nil, nil, err
	}
	if f.coding != nil {
		return transform.NewReader(r, f.coding.NewDecoder()), r.Close, nil
	}
	return transform.NewReader(r, unicode.UTF8BOM.NewDecoder()), r.Close, nil
}
