// Package rules is the page that lists the rules for lights in force in a
// ledger（亮灯规则）: thresholds, sources and examples, the government's own beside
// the program's; and what the paces mean. On it the government's table is given out
// as a file, taken in again, or given up, and what changed it before is told.
//
// Its input is standing.Rules and plans of them, its output HTML.
//
//	rules.go    the rules in force, the forms, what changed them
//	step.go     what becomes of one rule, in words
//	preview.go  what a table would change, and whose lights
package rules
