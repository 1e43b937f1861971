// Package history is the page of what was done to a ledger: its commands, the
// newest first, each with who, when, why and what it changed from what to what;
// and the page of one command, on which it is taken back.
//
//	filter.go    which commands are listed, and how an address says so
//	command.go   a command in words
//	page.go      the list
//	detail.go    one command
package history
