package word

import "strings"

// A part is one file in the container.
type part struct {
	name    string
	content *sink
	mime    string // "" for the parts that hold the container together
	id      string // in the relationships of the document; "" for none
	kind    string // the last step of the relationship's type
}

// The relationships that the page's setup names.
const (
	idOdd  = "rId4"
	idEven = "rId5"
)

const (
	mimeWord = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	relSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	relsOpen = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
)

// parts are the files of the container, in their order.
func parts(d *Document) []part {
	main := []part{
		{"word/document.xml", body(d), mimeWord + "document.main+xml", "", ""},
		{"word/styles.xml", styles(), mimeWord + "styles+xml", "rId1", "styles"},
		{"word/settings.xml", settings(), mimeWord + "settings+xml", "rId2", "settings"},
		{"word/fontTable.xml", fontTable(), mimeWord + "fontTable+xml", "rId3", "fontTable"},
		{"word/footer1.xml", pageNumber(pageOdd), mimeWord + "footer+xml", idOdd, "footer"},
		{"word/footer2.xml", pageNumber(pageEven), mimeWord + "footer+xml", idEven, "footer"},
		{"docProps/core.xml", core(d), "application/vnd.openxmlformats-package.core-properties+xml", "", ""},
		{"docProps/app.xml", app(d), "application/vnd.openxmlformats-officedocument.extended-properties+xml", "", ""},
	}
	return append([]part{
		{name: "[Content_Types].xml", content: contentTypes(main)},
		{name: "_rels/.rels", content: packageRels()},
		{name: "word/_rels/document.xml.rels", content: documentRels(main)},
	}, main...)
}

// contentTypes says what each part is.
func contentTypes(parts []part) *sink {
	s := newSink(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>`)
	for _, p := range parts {
		s.raw(`<Override PartName="/` + p.name + `" ContentType="` + p.mime + `"/>`)
	}
	return s.close(`</Types>`)
}

// packageRels says which part is what to the whole.
func packageRels() *sink {
	s := newSink(relsOpen)
	return s.close(`<Relationship Id="rId1" Type="` + relSpace + `officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
		`<Relationship Id="rId3" Type="` + relSpace + `extended-properties" Target="docProps/app.xml"/></Relationships>`)
}

// documentRels says which parts belong to the text.
func documentRels(parts []part) *sink {
	s := newSink(relsOpen)
	for _, p := range parts {
		if p.id != "" {
			s.raw(`<Relationship Id="` + p.id + `" Type="` + relSpace + p.kind + `" Target="` + strings.TrimPrefix(p.name, "word/") + `"/>`)
		}
	}
	return s.close(`</Relationships>`)
}

// core writes the properties that every kind of file has.
func core(d *Document) *sink {
	stamp := epoch.Format("2006-01-02T15:04:05Z")
	s := newSink(`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	s.raw(`<dc:title>`)
	s.escape(d.Title)
	s.raw(`</dc:title><dc:creator>`)
	s.escape(d.Author)
	s.raw(`</dc:creator><dc:language>zh-CN</dc:language>`)
	s.raw(`<dcterms:created xsi:type="dcterms:W3CDTF">` + stamp + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + stamp + `</dcterms:modified>`)
	return s.close(`</cp:coreProperties>`)
}

// app writes the properties of office files.
func app(d *Document) *sink {
	s := newSink(`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>`)
	s.escape(d.Author)
	return s.close(`</Company></Properties>`)
}
