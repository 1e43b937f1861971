package document

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"pledger/internal/golden"
)

// The beginnings and ends of a docx file's parts. A case gives what is between.
const (
	docxSpaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
		` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
		` xmlns:v="urn:schemas-microsoft-com:vml"` +
		` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`
	docxRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"` +
		` Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
)

var docxParts = map[string][2]string{
	"document":  {"<w:document" + docxSpaces + "><w:body>", "</w:body></w:document>"},
	"styles":    {"<w:styles" + docxSpaces + ">", "</w:styles>"},
	"numbering": {"<w:numbering" + docxSpaces + ">", "</w:numbering>"},
	"footnotes": {"<w:footnotes" + docxSpaces + ">", "</w:footnotes>"},
}

// docxFile makes a docx file of a case: parts, each after a line "@@ name".
func docxFile(t testing.TB, input string) []byte {
	t.Helper()
	files := map[string]string{"_rels/.rels": docxRels}
	for _, part := range strings.Split(input, "@@ ")[1:] {
		name, content, _ := strings.Cut(part, "\n")
		frame, ok := docxParts[name]
		if !ok {
			t.Fatalf("no part %q", name)
		}
		files["word/"+name+".xml"] = frame[0] + content + frame[1]
	}
	return zipFile(t, files)
}

func zipFile(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for name, content := range files {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestWordFiles(t *testing.T) {
	golden.Run(t, "testdata/docx/*.txtar", golden.Stage{Name: "document", Print: func(input string) string {
		return printRead(t, "file.docx", docxFile(t, input))
	}})
}
