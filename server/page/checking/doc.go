// Package checking is the page on which a supervisor checks what was reported
// （核实）: each reading beside the one before it, the change, what was said of it
// and the files that bear it out; and how much each body is asked for.
//
//	row.go     a reading in words
//	burden.go  how many values are asked of each body, month by month
//	page.go    the page
package checking
