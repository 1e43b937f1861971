// Package importing is the way of a breakdown's file into a ledger, or into what
// is known of former years: a page that takes the file, and one that shows for
// each row what would be done, before anything is.
//
//	upload.go    the first page
//	preview.go   the second page, for a ledger
//	row.go       a row and what it would change, in words
//	unknown.go   names that no body has, and what to take them for
//	past.go      the second page, for a past breakdown
package importing
