// Package body is the page of one body（责任单位）: what it leads and supports in
// a ledger, as the sheet that an office hands to the department, and the form
// that changes how the body stands on its government's list.
//
//	sheet.go   the tables
//	form.go    what was typed → a body
//	page.go    the page
package body
