package word

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// wordSpace declares the namespaces of the parts that Word reads.
const wordSpace = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// A sink collects the XML of one part.
type sink struct{ bytes.Buffer }

// newSink begins a part with its first element.
func newSink(open string) *sink {
	s := &sink{}
	s.raw(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + open)
	return s
}

// raw writes XML.
func (s *sink) raw(x string) { s.WriteString(x) }

// close ends the part.
func (s *sink) close(x string) *sink { s.raw(x); return s }

// escape writes text, without what XML cannot hold.
func (s *sink) escape(text string) {
	// A bytes.Buffer takes everything.
	_ = xml.EscapeText(s, []byte(strings.Map(printable, text)))
}

// printable leaves out control characters and what is no character.
func printable(r rune) rune {
	if r < ' ' || r == 0x7F || r == 0xFFFE || r == 0xFFFF || r == 0xFFFD {
		return -1
	}
	return r
}

// run writes text as one run, line breaks and tabs as Word's.
func (s *sink) run(text string) {
	s.raw(`<w:r>`)
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			s.raw(`<w:br/>`)
		}
		for k, piece := range strings.Split(line, "\t") {
			if k > 0 {
				s.raw(`<w:tab/>`)
			}
			if piece != "" {
				s.raw(`<w:t xml:space="preserve">`)
				s.escape(piece)
				s.raw(`</w:t>`)
			}
		}
	}
	s.raw(`</w:r>`)
}

// write writes the paragraph.
func (p Paragraph) write(s *sink) {
	s.raw(`<w:p><w:pPr><w:pStyle w:val="` + string(p.Style) + `"/>`)
	if p.NewPage {
		s.raw(`<w:pageBreakBefore/>`)
	}
	s.raw(`</w:pPr>`)
	if p.Text != "" {
		s.run(p.Text)
	}
	s.raw(`</w:p>`)
}

// write writes the table.
func (t Table) write(s *sink) {
	s.raw(fmt.Sprintf(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>`, textWidth))
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		s.raw(`<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
	}
	s.raw(`</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>` +
		`<w:bottom w:w="28" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	for _, width := range t.Widths {
		s.raw(fmt.Sprintf(`<w:gridCol w:w="%d"/>`, mm(width)))
	}
	s.raw(`</w:tblGrid>`)
	t.row(s, t.Head, true)
	for _, row := range t.Rows {
		t.row(s, row, false)
	}
	s.raw(`</w:tbl>`)
	// Word wants a paragraph between a table and what follows, or the end.
	Paragraph{Style: tableEnd}.write(s)
}

// row writes one row of the table.
func (t Table) row(s *sink, cells []string, head bool) {
	s.raw(`<w:tr><w:trPr><w:cantSplit/>`)
	if head {
		s.raw(`<w:tblHeader/>`)
	}
	s.raw(`</w:trPr>`)
	if len(cells) == 1 && len(t.Widths) > 1 {
		s.raw(fmt.Sprintf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:gridSpan w:val="%d"/><w:vAlign w:val="center"/></w:tcPr>`, textWidth, len(t.Widths)))
		Paragraph{Style: tableHead, Text: cells[0]}.write(s)
		s.raw(`</w:tc></w:tr>`)
		return
	}
	for i, text := range cells {
		style := tableText
		switch {
		case head:
			style = tableHead
		case t.Centre[i]:
			style = tableMid
		}
		s.raw(fmt.Sprintf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`, mm(t.Widths[i])))
		Paragraph{Style: style, Text: text}.write(s)
		s.raw(`</w:tc>`)
	}
	s.raw(`</w:tr>`)
}
