// Package word writes official documents（公文）as Word files（docx）laid out by
// GB/T 9704-2012: A4, a text block of 156 by 225 mm with 22 lines of 28
// characters, the standard's fonts and sizes, page numbers at the outer edge.
//
// A Document is a list of paragraphs and tables, each with one of the Styles;
// Write makes the file. The same document gives the same bytes.
//
//	document.go  the types; Write
//	measure.go   the standard's measures, with its clauses
//	style.go     the styles, as Word shows them: headings have outline levels
//	heading.go   headings and their numbers
//	title.go     titles on two lines
//	font.go      the fonts, and what stands in where they are not installed
//	body.go      paragraphs and tables
//	page.go      the page and its numbers
//	part.go      the parts of the file and how they belong together
package word
