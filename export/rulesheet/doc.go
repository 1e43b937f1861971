// Package rulesheet reads and writes the files in which an office's rules for
// lights（亮灯规则）come and go: xlsx, csv, and text with tabs.
//
// Read turns a file into the table that standing.ParseRules takes: row 5 of the
// file is line 5 of the table, and the words of the Chinese sheet are those of the
// table. Write makes the sheet of rules that can be edited and given back.
//
//	read.go  a file → a table
//	words.go what sheets call columns, measures, lights and the program's rules
//	write.go rules → a sheet
package rulesheet
