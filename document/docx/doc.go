// Package docx reads Word files（docx）: paragraphs, headings by style or outline
// level, table cells and text boxes, with tracked changes taken as accepted and
// automatic numbers written out as the reader sees them.
//
// Decode opens the container under limits (package ooxml), reads the styles
// (style.go) and the numbering (numbering.go, numeral.go), then walks the body
// once (body.go, paragraph.go, table.go). Headers, footers, footnotes and
// comments are left out: they are no part of the report.
package docx
