// Package readings reads the files in which readings（读数）come: csv in any
// encoding and with any separator, xlsx, lines of JSON, and SDMX-CSV.
//
// A row is of an account, by its number, or of an indicator. 12#2 is the second
// target of account 12; where an account has several, a column with the target's
// or its indicator's name chooses as well, and without either it is the first.
//
// Its input is a file that can be opened again, a lexicon and the place of a
// ledger. Its output is a File whose rows are walked one by one, as often as
// asked, in bounded memory: ledger.GivenReading, with names turned into codes,
// and where each cell stands. What is wrong with the whole file is an
// *Unreadable; what is wrong with a row goes with the row.
//
//	file.go     a file → its format, its encoding, its sum
//	csv.go      rows of csv
//	xlsx.go     rows of sheets, read whole by package breakdown
//	jsonl.go    lines of JSON
//	place.go    where a row stands, in words
//	near.go     names like one that is none
//	form.go     the sheet that is given out to be filled in
//	head.go     which column is which (data/headers.tsv)
//	name.go     names of indicators and places → codes (data/kinds.tsv)
package readings
