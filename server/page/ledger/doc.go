// Package ledger is the page of one ledger（台账）: its accounts as the table that
// offices print, with filters, an order to choose, and commands for the rows
// that are ticked.
//
// Input is a page of accounts as a store lists it, what is counted over the
// whole ledger, and the reader's wishes; output is HTML. What a command met is
// part of the input: a refused form comes back with what was typed and ticked,
// and accounts that somebody else changed meanwhile are told one by one.
//
//	filter.go   what is shown, and in which order
//	head.go     the counts at the head
//	row.go      one account as a row
//	bulk.go     the form over the rows
//	page.go     the whole
package ledger
