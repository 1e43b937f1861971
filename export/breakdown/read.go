package breakdown

import (
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"pledger/document"
	"pledger/document/block"
	"pledger/document/ooxml"
)

// maxFile is the greatest file that is read, in bytes. A breakdown with
// pictures in it stays far below.
const maxFile = 32 << 20

// Read reads a breakdown from a file: xlsx, csv in any encoding and with any
// separator, docx (tables, and running text whose tasks end with brackets that
// say who owes them), or the JSON of WriteJSON. name helps where the content
// leaves the format open. It reads r to the end but does not close it.
//
// Everything that could not be read, or reads otherwise than it looks, is told.
// The table is nil where the file as a whole could not be read; where Problems
// has errors, the rows they name are not in it.
func Read(name string, r io.Reader) (*Table, Problems) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	switch {
	case err != nil:
		return fatal(CodeUnreadable, err)
	case len(data) > maxFile:
		return fatal(CodeTooLarge, maxFile>>20)
	case len(bytes.TrimSpace(data)) == 0:
		return fatal(CodeEmpty)
	}
	head := bytes.TrimLeft(bytes.TrimPrefix(data, []byte(utf8Mark)), " \t\r\n")
	switch {
	case bytes.HasPrefix(data, []byte("PK")):
		return readContainer(data)
	case bytes.Contains(data[:min(len(data), pdfHeadWithin)], []byte("%PDF-")):
		return fatal(CodeNotTable, "PDF")
	case strings.EqualFold(path.Ext(name), ".json") || bytes.HasPrefix(head, []byte("{")):
		return readJSON(data)
	}
	return readText(data)
}

// pdfHeadWithin is how far into a file the mark of a pdf may stand.
const pdfHeadWithin = 1024

// utf8Mark is the byte order mark of UTF-8.
const utf8Mark = "\ufeff"

// fatal is the result for a file that cannot be read at all.
func fatal(code string, args ...any) (*Table, Problems) {
	return nil, Problems{{Severity: Error, Code: code, Args: args}}
}

// readContainer reads what comes in a zip file.
func readContainer(data []byte) (*Table, Problems) {
	c, err := ooxml.Open(data)
	if err != nil {
		return faulty(err)
	}
	switch {
	case c.Has("xl/workbook.xml"):
		return readXlsx(c)
	case c.Has("word/document.xml"):
		return readDocx(data)
	case c.Has("content.xml"):
		return fatal(CodeNotTable, "ODF")
	case c.Has("ofd.xml"):
		return fatal(CodeNotTable, "OFD")
	}
	return fatal(CodeNotTable, "ZIP")
}

// faulty tells why a container could not be read.
func faulty(err error) (*Table, Problems) {
	var rows *tooManyRows
	var fault *block.Fault
	switch {
	case errors.As(err, &rows):
		return nil, Problems{{Severity: Error, Place: Place{Sheet: rows.sheet}, Code: CodeTooManyRows, Args: []any{MaxRows}}}
	case !errors.As(err, &fault):
		return fatal(CodeMalformed, err)
	}
	switch fault.Reason {
	case block.Encrypted:
		return fatal(CodeEncrypted)
	case block.Bomb:
		return fatal(CodeZipBomb)
	case block.NotThis:
		return fatal(CodeNotTable, fault.Found)
	}
	return fatal(CodeMalformed, fault.Err)
}

// tooManyRows says that a table goes on beyond MaxRows.
type tooManyRows struct{ sheet string }

// Error names the sheet, for logs.
func (e *tooManyRows) Error() string { return "more rows than the limit in sheet " + e.sheet }

// readText reads a file that is none of today's Office: csv, or something that
// cannot be read.
func readText(data []byte) (*Table, Problems) {
	text, err := document.Read("table.csv", bytes.NewReader(data))
	var e *document.Error
	switch {
	case err == nil && text.Format == document.TXT:
		return readCSV(string(text.Runes()), text.Broken())
	case err == nil:
		return fatal(notTable(text.Format), strings.ToUpper(string(text.Format)))
	case !errors.As(err, &e):
		return fatal(CodeMalformed, err)
	}
	switch e.Code {
	case document.CodeEmpty, document.CodeBlank:
		return fatal(CodeEmpty)
	case document.CodeEncrypted:
		return fatal(CodeEncrypted)
	case document.CodeOldDoc:
		return fatal(CodeOldXLS)
	case document.CodeNoArticle:
		return fatal(CodeHTML)
	case document.CodeTooLarge:
		return fatal(CodeTooLarge, maxFile>>20)
	case document.CodeNotText:
		return fatal(CodeNotText)
	case document.CodeUnsupported:
		if found := e.Args[len(e.Args)-1]; found != "XLS" && found != "PPT" {
			return fatal(CodeNotTable, found)
		}
		return fatal(CodeOldXLS)
	}
	return fatal(CodeNotTable, "PDF")
}

// notTable is the code for a format that was read and holds no table for us.
func notTable(f document.Format) string {
	if f == document.HTML {
		return CodeHTML
	}
	return CodeNotTable
}
