// Package opening is the way from a report's file to a ledger（建账）: a page that
// takes the file, and one that shows what was read in it, asks whose it is and
// for which year, and only then opens the ledger.
//
//	upload.go    the first page
//	place.go     a name as typed → the places it may mean
//	preview.go   the second page
package opening
