// Package readings is the way of a file of readings into a ledger: a page that
// takes it, and one that shows for each row what would be done, with the cell and
// what would mend it, before anything is.
//
//	upload.go   the first page
//	preview.go  the second page
package readings
