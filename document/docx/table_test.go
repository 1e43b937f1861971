package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// TestDecodeTables demands every cell of every table, with what it spans.
func TestDecodeTables(t *testing.T) {
	const merged, goesOn, wide = `<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>`, `<w:tcPr><w:vMerge/></w:tcPr>`, `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>`
	cell := func(props, text string) string {
		return "<w:tc>" + props + "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>"
	}
	row := func(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }
	xml := `<w:document xmlns:w="` + wordSpace + `"><w:body>` +
		"<w:tbl>" + row(cell(merged, "甲"), cell(wide, "乙")) + row(cell(goesOn, ""), cell("", ""), cell("", "丙")) + row(cell(goesOn, ""), cell("", "丁"), cell("", "")) + "</w:tbl>" +
		"<w:tbl>" + row(cell("", "戊")) + "</w:tbl></w:body></w:document>"
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(xml)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	blocks, err := DecodeTables(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range blocks {
		got = append(got, fmt.Sprintf("%d:%d,%d+%dx%d%s", c.Table, c.Row, c.Col, c.Rows, c.Cols, c.Text))
	}
	const want = "1:1,1+3x1甲 1:1,2+1x2乙 1:2,2+1x1 1:2,3+1x1丙 1:3,2+1x1丁 1:3,3+1x1 2:1,1+1x1戊"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}
