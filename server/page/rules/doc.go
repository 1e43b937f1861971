// Package rules is the page that lists the rules for lights in force in a
// ledger（亮灯规则）: thresholds, sources and examples, the government's own beside
// the program's; and what the paces mean. Its input is standing.Rules, its output
// HTML.
package rules
