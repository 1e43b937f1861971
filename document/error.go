package document

import (
	"fmt"
	"strings"
)

// The codes of Error; each is the key of its message in the catalogue
// (locale/data/document.tsv). {0} is always the file's name.
const (
	CodeEmpty       = "document.empty"         // no byte at all
	CodeBlank       = "document.blank"         // nothing but blanks
	CodeNotText     = "document.not-text"      // {1}: share of unreadable characters, in percent
	CodeTooLarge    = "document.too-large"     // {1}: the limit in MiB
	CodeUnsupported = "document.unsupported"   // {1}: the format found, e.g. RTF
	CodeOldDoc      = "document.old-doc"       // Word 97–2003, WPS
	CodeEncrypted   = "document.encrypted"     // {1}: docx or pdf
	CodeNoTextLayer = "document.no-text-layer" // {1}: number of pages
	CodeZipBomb     = "document.zip-bomb"      // unpacks to more than the limits allow
	CodeMalformed   = "document.malformed"     // {1}: the format; the cause is in Err
	CodeNoArticle   = "document.no-article"    // an html page without an article in it
	CodeUnreadable  = "document.unreadable"    // the reader gave an error; it is in Err
)

// Error says why a file could not be read.
type Error struct {
	Code string // one of the Code constants: a key of the message catalogue
	Args []any  // the message's arguments; the first is Name
	Name string // the file's name, as given to Read
	Err  error  // the cause; nil where the code says it all
}

// Error is a line for logs. What a user sees is the catalogue's text for Code.
func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", e.Name, e.Code)
	for _, a := range e.Args[min(1, len(e.Args)):] {
		fmt.Fprintf(&b, " %v", a)
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

// Unwrap returns the cause, nil if there is none.
func (e *Error) Unwrap() error { return e.Err }

func newError(name, code string, cause error, args ...any) *Error {
	return &Error{Code: code, Args: append([]any{name}, args...), Name: name, Err: cause}
}
