// Package pdf reads the text layer of pdf files: the characters of each page
// with their places (char.go, by pdfium in WebAssembly: engine.go), joined to
// lines (line.go), the lines without running heads and page numbers
// (furniture.go) joined to paragraphs (paragraph.go).
//
// Files without a text layer and files that need a password are refused.
package pdf
