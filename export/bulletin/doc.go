// Package bulletin drafts the monthly bulletin（通报）on where the accounts of a
// ledger stand, as offices print it: states with counts and shares that make
// 100, the targets one by one, what changed since last month, who is behind and
// who did not report.
//
// Its input are two days of a board, that of the bulletin and the end of the
// month before, and the names of bodies and places; its output is a Bulletin:
// blocks of text in their order, which the page, the Word file and the plain
// text all show. What only people can write stands in it as a bracket to be
// filled in.
//
//	month.go       which month, and on what day it is looked at
//	bulletin.go    the blocks; New
//	count.go       counts and shares in sentences
//	said.go        where one account stands, in a sentence
//	change.go      what became better or worse
//	behind.go      what is behind, and whose it is
//	unreported.go  who did not report what
//	annex.go       the table of quantified targets
//	docx.go        the official document
//	text.go        plain text
package bulletin
