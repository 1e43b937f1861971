// Package sqlite keeps ledgers in one SQLite file: the embedded default, which
// needs no service.
//
// One connection writes, one transaction at a time; a pool of others reads, each
// on a snapshot, and never waits for the writer. What an update did is on the
// disk when it returns (write-ahead log, synchronous=FULL): it survives a crash
// of the program and of the machine.
//
//	open.go      a file → DB; what can be wrong with it
//	schema.go    migrations, and which schema a file has
//	view.go      reading: entries, ledgers, bodies, users
//	account.go   lists of accounts
//	tally.go     counts of accounts
//	update.go    appending
//	derive.go    the columns that follow from records
//	keep.go      rows as they are, for proving and carrying over
//	signin.go    sessions and attempts
package sqlite
