package postgres

import (
	"context"
	"errors"
	"net"
	"strconv"
	"strings"
	"sync"

	"github.com/jackc/pgx/v5/pgxpool"

	"pledger/ledger"
	"pledger/store/fault"
	"pledger/store/signin"
)

// connections is how many a program holds at most where the address does not
// say pool_max_conns: enough for the readers of a busy server, few enough for
// several programs on a server with the usual limit of 100.
const connections = 16

// DB is a ledger.Store in a database of a PostgreSQL server.
type DB struct {
	at    string // the address without its password
	pool  *pgxpool.Pool
	gates sync.Map // of chan struct{} by ledger.Journal
}

// Open opens the database at the address. It must have the current schema; the
// error is a *fault.Error that says what is wrong.
func Open(ctx context.Context, address string) (*DB, error) {
	db, err := connect(ctx, address)
	if err != nil {
		return nil, err
	}
	if err := db.checkSchema(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// Create opens the database at the address and makes the schema where it has no
// table yet.
func Create(ctx context.Context, address string) (*DB, error) {
	db, err := connect(ctx, address)
	if err != nil {
		return nil, err
	}
	if err := db.create(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// connect opens a pool of connections.
func connect(ctx context.Context, address string) (*DB, error) {
	config, err := pgxpool.ParseConfig(address)
	if err != nil {
		// The driver's error may quote the address with its password.
		return nil, fault.Of(fault.Address, "")
	}
	c := config.ConnConfig
	db := &DB{at: "postgres://" + net.JoinHostPort(c.Host, strconv.Itoa(int(c.Port))) + "/" + c.Database}
	if c.RuntimeParams["application_name"] == "" {
		c.RuntimeParams["application_name"] = "pledger"
	}
	if !strings.Contains(address, "pool_max_conns") {
		config.MaxConns = connections
	}
	if db.pool, err = pgxpool.NewWithConfig(ctx, config); err != nil {
		return nil, db.translate(err)
	}
	var encoding string
	err = db.pool.QueryRow(ctx, `SELECT current_setting('server_encoding')`).Scan(&encoding)
	if err == nil && encoding != "UTF8" {
		err = fault.Of(fault.Encoding, db.at, encoding)
	}
	if err != nil {
		db.pool.Close()
		return nil, db.translate(err)
	}
	return db, nil
}

// Password is the hash that SetPassword kept for the user.
func (db *DB) Password(ctx context.Context, user string) (hash string, err error) {
	err = db.View(ctx, func(r ledger.Reader) error {
		hash, err = r.Secret(user)
		return err
	})
	return hash, err
}

// SetPassword keeps the hash of a user's password, in a transaction of its own.
func (db *DB) SetPassword(ctx context.Context, user, hash string) error {
	return db.Update(ctx, ledger.System, func(tx ledger.Tx) error { return tx.PutSecret(user, hash) })
}

// Sessions are the sessions of those who signed in.
func (db *DB) Sessions() *signin.Sessions { return &signin.Sessions{Rows: db} }

// Attempts are the failed attempts to sign in.
func (db *DB) Attempts() *signin.Attempts { return &signin.Attempts{Buckets: db} }

// Close waits for running transactions and closes the connections.
func (db *DB) Close() error {
	db.pool.Close()
	return nil
}
