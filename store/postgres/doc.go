// Package postgres keeps ledgers in a database of a PostgreSQL server, for
// offices where many machines serve one ledger.
//
// Updates of one journal are serialised by a lock that the server keeps for the
// journal's name, taken before anything is read, so that an update reads what
// the one before it wrote and hardly ever has to run again. Views read one
// snapshot (REPEATABLE READ, READ ONLY). What an update did is on the server's
// disk when it returns, as far as the server's synchronous_commit says so.
//
//	open.go      an address → DB; what can be wrong with it
//	schema.go    migrations, and which schema a database has
//	transact.go  transactions: locks, running again, a commit nobody answered
//	view.go      reading: entries, ledgers, bodies, users
//	account.go   lists of accounts
//	tally.go     counts of accounts
//	update.go    appending
//	derive.go    the columns that follow from records
//	keep.go      rows as they are, for proving and carrying over
//	signin.go    sessions and attempts
package postgres
