// Package store opens the database that ledgers are kept in, proves it, rebuilds
// what is derived, and carries ledgers from one database to another.
//
// Its input is an address: postgres://… names a database of a PostgreSQL
// server, anything else a file, which SQLite keeps. Its output is a Store. What
// is wrong with a database is an Error with a code.
//
//	store.go     address → Store
//	verify.go    the proof
//	verifyreadings.go  the proof of readings by their batches
//	rebuild.go   derived rows, written anew
//	backup.go    a database → a file that every store takes
//	unpack.go    such a file, line by line
//	restore.go   such a file → a database, whole or not at all
//	fault/       what can be wrong with a database
//	index/       account → the columns that lists are sorted, filtered and searched by
//	signin/      sessions and attempts, which are no part of the ledger
//	raw/         rows as they are
//	sqlite/      one file, the embedded default
//	postgres/    a database of a server
//	storetest/   the suite that every store passes
package store

import (
	"context"
	"strings"

	"pledger/ledger"
	"pledger/store/fault"
	"pledger/store/postgres"
	"pledger/store/signin"
	"pledger/store/sqlite"
)

// Error is what is wrong with a database; its codes are the constants of
// package fault, which the catalogue words as store.CODE.
type Error = fault.Error

// Store keeps ledgers, and what signing in needs.
type Store interface {
	ledger.Store
	// Password is the hash that was kept for the user; the error is a
	// *ledger.NotFound where there is none.
	Password(ctx context.Context, user string) (hash string, err error)
	// SetPassword keeps the hash of a user's password in a transaction of its
	// own. Tx.PutSecret does it beside an entry.
	SetPassword(ctx context.Context, user, hash string) error
	Sessions() *signin.Sessions
	Attempts() *signin.Attempts
}

// Open opens the database at the address. It must exist and have the current
// schema; the error is an *Error otherwise.
func Open(ctx context.Context, address string) (Store, error) {
	if server(address) {
		return store(postgres.Open(ctx, address))
	}
	return store(sqlite.Open(ctx, address))
}

// Create opens the database at the address, and makes it where there is none or
// an empty one. A PostgreSQL database must exist and may be empty.
func Create(ctx context.Context, address string) (Store, error) {
	if server(address) {
		return store(postgres.Create(ctx, address))
	}
	return store(sqlite.Create(ctx, address))
}

// Migrate brings the database at the address to the current schema, and says
// which it had and has.
func Migrate(ctx context.Context, address string) (from, to int64, err error) {
	if server(address) {
		return postgres.Migrate(ctx, address)
	}
	return sqlite.Migrate(ctx, address)
}

// store is a database as a Store: none, and not one that is nil, on an error.
func store[S Store](s S, err error) (Store, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}

// server reports whether the address is that of a PostgreSQL server.
func server(address string) bool {
	return strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://")
}
