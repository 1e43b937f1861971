package word

import "fmt"

// body writes the part word/document.xml.
func body(d *Document) *sink {
	s := newSink(`<w:document` + wordSpace + `><w:body>`)
	for _, b := range d.Body {
		b.write(s)
	}
	s.raw(`<w:sectPr><w:footerReference w:type="default" r:id="` + idOdd + `"/><w:footerReference w:type="even" r:id="` + idEven + `"/>` +
		fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/>`, pageWidth, pageHeight) +
		fmt.Sprintf(`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="851" w:footer="%d" w:gutter="0"/>`,
			marginTop, marginRight, marginBottom, marginLeft, footer) +
		fmt.Sprintf(`<w:pgNumType w:start="1"/><w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="%d"/></w:sectPr>`, linePitch))
	return s.close(`</w:body></w:document>`)
}

// pageNumber writes the part of a footer: — 1 — (7.5).
func pageNumber(style Style) *sink {
	s := newSink(`<w:ftr` + wordSpace + `><w:p><w:pPr><w:pStyle w:val="` + string(style) + `"/></w:pPr>`)
	s.run("— ")
	s.raw(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`)
	s.run(" —")
	return s.close(`</w:p></w:ftr>`)
}

// settings writes the part word/settings.xml.
func settings() *sink {
	s := newSink(`<w:settings` + wordSpace + `>`)
	return s.close(`<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>` +
		`<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>` +
		`<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>` +
		`<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		`<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`)
}
