// Package breakdown writes a ledger as the breakdown（重点工作分工方案）that
// offices print and exchange, and reads breakdowns back, theirs and ours.
//
// In the middle stands a Table. FromLedger makes one of a ledger; WriteDocx,
// WriteXlsx, WriteCSV and WriteJSON write it; Read makes one of a file and says
// of everything it could not read where it stands and how to mend it. Plan says
// what taking a table into a ledger would change, row by row, and Precedent
// keeps a table for what it teaches about who leads what.
//
//	table.go, column.go, heading.go   the table, its columns, its sections
//	ledger.go                         accounts → table
//	docx.go, duty.go                  the official document; package export/word lays it out
//	xlsx.go, xlsxstyle.go, tally.go   the workbook
//	csv.go, json.go                   the plain formats of docs/breakdown.md
//	read.go                           which format a file has
//	csvread.go, jsonread.go           files of text
//	xlsxread.go, xlsxsheet.go, xlsxnumber.go   workbooks, sheet by sheet
//	docxread.go, running.go           documents: tables, and tasks in running text
//	sheets.go                         the sheets of any workbook, for readers of other tables
//	grid.go, head.go, sheet.go        a table as drawn → rows; the heads are in data/headers.tsv
//	owner.go, outline.go, words.go    bodies, sections and fixed words as files have them
//	problem.go                        what is wrong, where, in words
//	plan.go, match.go                 what a table would change in a ledger
//	precedent.go                      a table as a past breakdown
//
// The package knows no store and no HTTP; nothing in it has a clock.
package breakdown
