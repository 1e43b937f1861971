package document

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"pledger/document/block"
)

// bomb is a docx file whose text unpacks to size bytes of blanks. If honest it
// says so in its directory.
func bomb(t testing.TB, size int, honest bool) []byte {
	t.Helper()
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	sum := crc32.NewIEEE()
	begin := docxParts["document"][0]
	blank := bytes.Repeat([]byte(" "), 1<<20)
	for _, b := range [][]byte{[]byte(begin)} {
		_, _ = w.Write(b)
		_, _ = sum.Write(b)
	}
	for n := 0; n < size; n += len(blank) {
		_, _ = w.Write(blank)
		_, _ = sum.Write(blank)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	claimed := uint64(size)
	if !honest {
		claimed = uint64(packed.Len()) * 10
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	raw, err := z.CreateRaw(&zip.FileHeader{Name: "word/document.xml", Method: zip.Deflate, CRC32: sum.Sum32(),
		CompressedSize64: uint64(packed.Len()), UncompressedSize64: claimed})
	if err != nil {
		t.Fatal(err)
	}
	_, _ = raw.Write(packed.Bytes())
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// oleFile is the beginning of a file in the old container, with a stream.
func oleFile(stream string) []byte {
	b := append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 1024)...)
	return append(append(b, utf16Name(stream)...), make([]byte, 512)...)
}

func TestRefused(t *testing.T) {
	locked := docxFile(t, "@@ document\n<w:p/>")
	for i := 0; i+4 < len(locked); i++ { // set the bit of a password in every header
		switch binary.LittleEndian.Uint32(locked[i:]) {
		case 0x04034b50:
			locked[i+6] |= 1
		case 0x02014b50:
			locked[i+8] |= 1
		}
	}
	tests := []struct {
		about string
		data  []byte
		code  string
		args  []any // after the name
	}{
		{"nothing", nil, CodeEmpty, nil},
		{"blanks", []byte(" \r\n　　\t\n\u200b"), CodeBlank, nil},
		{"a mark alone", []byte("\ufeff"), CodeBlank, nil},
		{"a picture", []byte("\x89PNG\r\n\x1a\n0000"), CodeUnsupported, []any{"PNG"}},
		{"rich text", []byte(`{\rtf1\ansi 各位代表}`), CodeUnsupported, []any{"RTF"}},
		{"an archive", zipFile(t, map[string]string{"报告.txt": "各位代表"}), CodeUnsupported, []any{"ZIP"}},
		{"a workbook", zipFile(t, map[string]string{"_rels/.rels": strings.ReplaceAll(docxRels, "word/document", "xl/workbook"),
			"xl/workbook.xml": "<x/>"}), CodeUnsupported, []any{"XLSX"}},
		{"ofd", zipFile(t, map[string]string{"OFD.xml": "<x/>"}), CodeUnsupported, []any{"OFD"}},
		{"a saved page in one file", []byte("MIME-Version: 1.0\r\n"), CodeUnsupported, []any{"MHTML"}},
		{"an old document", oleFile("WordDocument"), CodeOldDoc, nil},
		{"a locked document", oleFile("EncryptedPackage"), CodeEncrypted, []any{"DOCX"}},
		{"a locked archive", locked, CodeEncrypted, []any{"DOCX"}},
		{"half an archive", []byte("PK\x03\x04 and no more"), CodeMalformed, []any{"DOCX"}},
		{"a bomb", bomb(t, 160<<20, true), CodeZipBomb, nil},
		{"a bomb that lies", bomb(t, 160<<20, false), CodeMalformed, []any{"DOCX"}},
		{"deep tables", docxFile(t, "@@ document\n"+strings.Repeat("<w:tbl><w:tr><w:tc>", 500)+strings.Repeat("</w:tc></w:tr></w:tbl>", 500)), CodeMalformed, []any{"DOCX"}},
		{"a page without text", []byte("<html><body><script>1</script></body></html>"), CodeNoArticle, nil},
		{"a program", []byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00\x3e\x00\x01\x00\x00\x00"), CodeNotText, nil},
	}
	for _, tt := range tests {
		x, err := Read("报告", bytes.NewReader(tt.data))
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: have %v, %v, want %s", tt.about, x, err, tt.code)
			continue
		}
		if e.Code != tt.code || e.Name != "报告" || len(e.Args) == 0 || e.Args[0] != "报告" {
			t.Errorf("%s: have %v %q, want %s", tt.about, e, e.Args, tt.code)
		}
		for i, a := range tt.args {
			if len(e.Args) != len(tt.args)+1 || e.Args[i+1] != a {
				t.Errorf("%s: arguments %q, want %q", tt.about, e.Args[1:], tt.args)
			}
		}
	}
}

// endless is a reader that never ends.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	e.read += len(p)
	return len(p), nil
}

func TestTooLarge(t *testing.T) {
	wantTooLarge := func(err error) {
		t.Helper()
		var e *Error
		if !errors.As(err, &e) || e.Code != CodeTooLarge {
			t.Errorf("have %v, want %s", err, CodeTooLarge)
		}
	}
	src := &endless{}
	_, err := Read("endless.txt", src)
	wantTooLarge(err)
	if src.read > MaxText+(1<<20) {
		t.Errorf("read %d bytes of an endless file", src.read)
	}
	// A file that says its size is refused by that, without reading it.
	path := filepath.Join(t.TempDir(), "large.txt")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Truncate(500 << 20); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err = Read(path, f)
	wantTooLarge(err)
	runtime.ReadMemStats(&after)
	if d := after.TotalAlloc - before.TotalAlloc; d > 1<<20 {
		t.Errorf("took %d bytes to refuse a file by its size", d)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestUnreadable(t *testing.T) {
	var e *Error
	if _, err := Read("x", failing{}); !errors.As(err, &e) || e.Code != CodeUnreadable || !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("have %v", err)
	}
}

// The kinds of package block must be those of BlockKind, in order.
func TestKinds(t *testing.T) {
	for have, want := range map[block.Kind]BlockKind{
		block.Paragraph: Paragraph, block.Heading: Heading, block.Cell: Cell, block.Furniture: Furniture,
	} {
		if BlockKind(have) != want {
			t.Errorf("block kind %d is %d here", have, want)
		}
	}
}

func TestAt(t *testing.T) {
	x := FromString("t.txt", "一、工作\n\n正文。\n")
	for at, want := range map[int]string{0: "一、工作", 3: "一、工作", 6: "正文。", 8: "正文。"} {
		if b := x.At(Position{at, at + 1}); x.Slice(b.Pos) != want {
			t.Errorf("the block at %d is %q, want %q", at, x.Slice(b.Pos), want)
		}
	}
	for _, at := range []int{4, 5, 9, 99, -1} {
		if b := x.At(Position{at, at + 1}); b.Pos.Valid() {
			t.Errorf("there is a block at %d: %v", at, b)
		}
	}
}
