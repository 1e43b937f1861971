package document

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"pledger/document/block"
	"pledger/document/docx"
	"pledger/document/html"
	"pledger/document/pdf"
)

const (
	// MaxFile is the greatest file that is read, in bytes: a report with
	// pictures in a pdf stays far below.
	MaxFile = 200 << 20
	// MaxText is the greatest txt or html file, in bytes. The longest reports
	// have a fifth of a MiB; this leaves room for years of them in one file.
	MaxText = 64 << 20
	// sniffBytes is how much of a file is looked at to tell its format.
	sniffBytes = 4 << 10
)

// Read reads a file of any known format from r, which it reads to the end but
// does not close. name is shown in messages, and its extension helps where the
// content leaves the format open. An error is always an *Error.
func Read(name string, r io.Reader) (*Text, error) {
	data, err := readAll(name, r)
	if err != nil {
		return nil, err
	}
	if len(data) == 0 {
		return nil, newError(name, CodeEmpty, nil)
	}
	return decode(name, data)
}

// Close gives back what reading pdf files holds: the program that reads them
// stays loaded from the first one on. Reading another starts it again.
func Close() error { return pdf.Close() }

// FromString returns the Text of a txt file named name that holds s.
func FromString(name, s string) *Text {
	d := decoded{encoding: encUTF8}
	d.runes, d.source, d.bad = decodeUTF8(strings.TrimPrefix(s, "\ufeff"))
	return newTXT(name, d)
}

// readAll reads the whole of r, unless it is greater than its kind may be.
func readAll(name string, r io.Reader) ([]byte, error) {
	size := int64(-1)
	switch f := r.(type) {
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			size = info.Size()
		}
	case interface{ Len() int }: // text in memory
		size = int64(f.Len())
	}
	if size > MaxFile {
		return nil, tooLarge(name, MaxFile)
	}
	head := make([]byte, sniffBytes)
	n, err := io.ReadFull(r, head)
	head = head[:n]
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return head, nil
	}
	if err != nil {
		return nil, newError(name, CodeUnreadable, err)
	}
	limit := int64(MaxText)
	if kind := sniff(head); kind == sniffZip || kind == sniffPDF {
		limit = MaxFile
	}
	if size > limit {
		return nil, tooLarge(name, limit)
	}
	var buf bytes.Buffer
	buf.Grow(int(max(size, 4*sniffBytes)) + bytes.MinRead)
	buf.Write(head)
	if _, err := io.Copy(&buf, io.LimitReader(r, limit+1-int64(n))); err != nil {
		return nil, newError(name, CodeUnreadable, err)
	}
	if int64(buf.Len()) > limit {
		return nil, tooLarge(name, limit)
	}
	return buf.Bytes(), nil
}

func tooLarge(name string, limit int64) *Error {
	return newError(name, CodeTooLarge, nil, fmt.Sprint(limit>>20))
}

// decode reads data by the format that its content shows.
func decode(name string, data []byte) (*Text, error) {
	kind, found := sniffName(data[:min(len(data), sniffBytes)])
	switch kind {
	case sniffOther:
		return nil, newError(name, CodeUnsupported, nil, found)
	case sniffOLE:
		return nil, oleError(name, data)
	case sniffPDF:
		return readBlocks(name, PDF, data, pdf.Decode)
	case sniffZip:
		return readBlocks(name, DOCX, data, docx.Decode)
	}
	if isHTML(name, data) {
		return readHTML(name, data)
	}
	return readTXT(name, data)
}

// readBlocks reads a format of which a decoder makes blocks.
func readBlocks(name string, format Format, data []byte, decode func([]byte) ([]block.Block, error)) (*Text, error) {
	blocks, err := decode(data)
	if err != nil {
		return nil, faultError(name, format, err)
	}
	return notBlank(assemble(name, format, blocks))
}

// notBlank returns t if it has a block that is not furniture.
func notBlank(t *Text) (*Text, error) {
	for _, b := range t.Blocks {
		if b.Kind != Furniture {
			return t, nil
		}
	}
	return nil, newError(t.Name, CodeBlank, nil)
}

func readHTML(name string, data []byte) (*Text, error) {
	d, badShare := decodePage(data)
	if badShare > maxBadShare {
		return nil, newError(name, CodeNotText, nil, fmt.Sprintf("%.0f", 100*badShare))
	}
	blocks, err := html.Decode(d.source.utf8)
	if err != nil {
		return nil, faultError(name, HTML, err)
	}
	t := assemble(name, HTML, blocks)
	t.Encoding, t.broken = d.encoding, d.bad
	return notBlank(t)
}

func readTXT(name string, data []byte) (*Text, error) {
	d, badShare := decodeText(data)
	if badShare > maxBadShare {
		return nil, newError(name, CodeNotText, nil, fmt.Sprintf("%.0f", 100*badShare))
	}
	return notBlank(newTXT(name, d))
}

// newTXT makes the Text of d.
func newTXT(name string, d decoded) *Text {
	t := &Text{Name: name, Format: TXT, Encoding: d.encoding, runes: d.runes, source: d.source, broken: d.bad}
	t.Blocks = t.paragraphs(Position{0, len(t.runes)})
	t.markEnd()
	t.join()
	return t
}
