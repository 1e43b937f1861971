// Package document turns a file into a Text: its runes, and for each stretch
// of them where it came from (paragraph, heading, page, table cell).
//
// Input is a file of any known format: txt (UTF-8, GB18030 with GBK and GB2312,
// UTF-16), docx, pdf with a text layer, html. The format is told by content;
// the name is a hint only. Output is a *Text, or an *Error that says what was
// found and how to mend it. This is the only stage of the reader that can fail
// on its input, and the only one that knows encodings and bytes.
//
// The phases, each in its own file:
//
//	read.go        bytes, size limits, which format
//	encoding.go    txt and html: which encoding, bytes to runes
//	line.go        txt: runes to lines
//	paragraph.go   txt: lines to paragraphs, whatever way the file breaks them
//	furniture.go   what stands in the file and is not part of the report
//	assemble.go    the blocks of docx, pdf and html to one Text
//	join.go        the text as it is read, no word cut by the end of a line
//
// The decoders of docx, pdf and html are sub-packages; they return the neutral
// blocks of package document/block and know nothing of Text. Package
// document/ooxml opens the container of docx files, and of xlsx files for
// whoever reads those.
package document
