package document

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"pledger/internal/golden"
)

// pdfFile makes a pdf file of a case: lines "x y size text" in points from the
// lower left corner of an A4 page, pages parted by lines "== page". Its font is
// one of those that every reader of pdf knows by name; it is not embedded.
func pdfFile(t testing.TB, input string) []byte {
	t.Helper()
	var objects []string
	add := func(format string, args ...any) int {
		objects = append(objects, fmt.Sprintf(format, args...))
		return len(objects)
	}
	add("<</Type/Catalog/Pages 2 0 R>>")
	add("") // the pages, once they are known
	add("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>")
	add("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>" +
		"/DW 1000/W[1 95 500]/FontDescriptor 5 0 R>>")
	add("<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880" +
		"/Descent -120/CapHeight 880/StemV 93>>")
	var kids []string
	for _, p := range strings.Split(input, "== page\n") {
		var b strings.Builder
		for _, ln := range strings.Split(strings.TrimSpace(p), "\n") {
			var x, y, size float64
			if n, _ := fmt.Sscan(ln, &x, &y, &size); n < 3 {
				continue
			}
			text := strings.SplitN(ln, " ", 4)[3]
			fmt.Fprintf(&b, "BT /F1 %g Tf %g %g Td <", size, x, y)
			for _, u := range utf16.Encode([]rune(text)) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString("> Tj ET\n")
		}
		content := add("<</Length %d>>stream\n%sendstream", b.Len(), b.String())
		kids = append(kids, fmt.Sprintf("%d 0 R", add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"+
			"/Resources<</Font<</F1 3 0 R>>>>>>", content)))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(kids), strings.Join(kids, " "))
	return pdfOf(objects, "")
}

// pdfOf writes the objects of a pdf file, the first being its catalogue.
func pdfOf(objects []string, trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, xref)
	return b.Bytes()
}

// lockedPDF is a file that a password which nobody knows locks.
func lockedPDF() []byte {
	junk := strings.Repeat("5A", 32)
	return pdfOf([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 0/Kids[]>>",
		"<</Filter/Standard/V 1/R 2/O<" + junk + ">/U<" + junk + ">/P -4>>"},
		"/Encrypt 3 0 R/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]")
}

// picturePDF is a file with a page that has no text.
func picturePDF() []byte {
	return pdfOf([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
		"<</Length 21>>stream\n0 0 400 300 re f\n     endstream"}, "")
}

func TestPDFFiles(t *testing.T) {
	golden.Run(t, "testdata/pdf/*.txtar", golden.Stage{Name: "document", Print: func(input string) string {
		return printRead(t, "file.pdf", pdfFile(t, input))
	}})
}

// The sample was printed by a browser from sentences of our own. Its fonts are
// embedded, and some of its characters are radicals.
func TestPrintedPDF(t *testing.T) {
	data, err := os.ReadFile("testdata/pdf/printed.pdf")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/pdf/printed.golden")
	if err != nil {
		t.Fatal(err)
	}
	if got := printRead(t, "printed.pdf", data); got != string(want) {
		t.Errorf("have\n%s\nwant\n%s", got, want)
	}
}

func TestRefusedPDF(t *testing.T) {
	tests := []struct {
		about string
		data  []byte
		code  string
	}{
		{"a page that is a picture", picturePDF(), CodeNoTextLayer},
		{"a file behind a password", lockedPDF(), CodeEncrypted},
		{"half a file", pdfFile(t, "90 640 16 各位代表：")[:300], CodeMalformed},
		{"a header alone", []byte("%PDF-1.7\n"), CodeMalformed},
	}
	for _, tt := range tests {
		x, err := Read("报告.pdf", bytes.NewReader(tt.data))
		var e *Error
		if !errors.As(err, &e) || e.Code != tt.code {
			t.Errorf("%s: have %v, %v, want %s", tt.about, x, err, tt.code)
		}
	}
}

// Reading after Close starts the runtime again, and many can read at once.
func TestClosePDF(t *testing.T) {
	data := pdfFile(t, "90 640 16 各位代表：")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if _, err := Read("报告.pdf", bytes.NewReader(data)); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	for range 2 {
		if err := Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := Read("报告.pdf", bytes.NewReader(data)); err != nil {
		t.Error(err)
	}
}

// FuzzPDF changes the bytes of a file.
func FuzzPDF(f *testing.F) {
	f.Add(pdfFile(f, "90 640 16 各位代表：\n90 612 16 增长6.5%。\n285 40 10 — 1 —"))
	f.Add(lockedPDF())
	f.Add(picturePDF())
	if _, err := Read("f.pdf", bytes.NewReader(pdfFile(f, "90 640 16 各位代表："))); err != nil {
		f.Fatal(err) // starting the runtime takes longer than an input may
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkRead(t, "f.pdf", append([]byte("%PDF-1.5\n"), data...)) })
}

func BenchmarkPDF(b *testing.B) {
	data, err := os.ReadFile("testdata/pdf/printed.pdf")
	if err != nil {
		b.Fatal(err)
	}
	read := func() {
		if _, err := Read("printed.pdf", bytes.NewReader(data)); err != nil {
			b.Fatal(err)
		}
	}
	read() // starts the runtime
	for b.Loop() {
		read()
	}
}
