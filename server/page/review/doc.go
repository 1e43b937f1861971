// Package review is the page on which an office goes through what the reader
// found: the report's text with every account marked by its state, the list of
// accounts beside it, and for the chosen one a short form.
//
// Input is the report as read again, the ledger's accounts, and what a command
// met; output is HTML. Figures and doubtful readings that belong to no account
// are marked lightly, so that nothing is overlooked. What the page lacks, an
// account page has: the short form leads there.
//
//	text.go   the marks of the text
//	item.go   the list
//	panel.go  the short form of the chosen account
//	add.go    an account made by hand out of the report's words
//	page.go   the whole
package review
