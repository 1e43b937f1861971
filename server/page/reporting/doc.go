// Package reporting is the page on which a liaison reports（本月待报）: one block
// for each account its body leads, with what is due now, beside what was given
// last time and what the ledger knows already.
//
//	key.go    the names of a value's fields
//	row.go    asks → blocks of fields
//	given.go  what was typed → readings
//	sheet.go  the same as a file to be filled in
//	node.go   milestones that are reached
//	lines.go  lines pasted from a sheet → fields
//	page.go   the page
package reporting
