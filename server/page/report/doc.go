// Package report is the page of one report: its text as people read it, with
// every figure, target, pledge, mechanism and doubtful reading marked where it
// stands, a sign at each figure of what the audit found, and beside it a list of them with a card each.
//
// Input is a report's [audit.Findings] and a language, output is HTML in two forms: the
// served page, whose style and script are files and whose filter is a form that
// the server answers, and one self-contained file that works from a disk.
//
// The parts, in the order in which New makes them:
//
//	marks.go    what is marked, and where
//	runs.go     one block's text cut at the marks' ends, nested for HTML
//	text.go     the report's blocks: headings, paragraphs, tables
//	entry.go    the list's entries; card.go their fields; finding.go what the audit found
//	outline.go  the sections, for the way through the text and for the filter
//	filter.go   which entries are shown
//	measure.go  the head: how much of the report was understood
//
// A pledge, a doubt and a heading are spans that hold others; a figure and a
// mechanism are links. Links never nest. Where marks overlap without nesting,
// the text is cut and the pieces carry the same entry.
package report
