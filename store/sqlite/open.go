package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"pledger/ledger"
	"pledger/store/fault"
	"pledger/store/signin"

	// The driver: SQLite itself, translated to Go, so that no C compiler is needed.
	_ "modernc.org/sqlite"
)

// busyWait is how long another program's transaction on the file is waited for:
// longer than any command of ours takes, short enough to tell somebody.
const busyWait = 10 * time.Second

// DB is a ledger.Store in one file.
type DB struct {
	path  string
	write *sql.DB // one connection
	read  *sql.DB
}

// Open opens the database in the file. It must exist and have the current
// schema; the error is a *fault.Error that says what is wrong.
func Open(ctx context.Context, path string) (*DB, error) {
	if err := checkFile(path); err != nil {
		return nil, err
	}
	db, err := connect(ctx, path)
	if err != nil {
		return nil, err
	}
	if err := db.checkSchema(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// Create opens the database in the file and makes it where there is none, or an
// empty one.
func Create(ctx context.Context, path string) (*DB, error) {
	err := checkFile(path)
	if err == nil || !fault.Is(err, fault.Missing) && !fault.Is(err, fault.Empty) {
		return Open(ctx, path)
	}
	db, err := connect(ctx, path)
	if err != nil {
		return nil, err
	}
	// Another program may be making it at the same time: then it is made by one
	// and found by the other.
	if err := db.create(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// checkFile says what stands at a path before SQLite touches it.
func checkFile(path string) error {
	if path == "" {
		return fault.Of(fault.Address, path)
	}
	st, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		dir, err := os.Stat(filepath.Dir(path))
		if err != nil || !dir.IsDir() {
			return fault.Of(fault.NoFolder, path, filepath.Dir(path))
		}
		return fault.Of(fault.Missing, path)
	case errors.Is(err, fs.ErrPermission):
		return fault.Wrap(fault.Permission, path, err)
	case err != nil:
		return fault.Wrap(fault.NoFolder, path, err)
	case st.IsDir():
		return fault.Of(fault.Directory, path)
	case st.Size() == 0:
		return fault.Of(fault.Empty, path)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return fault.Wrap(fault.Permission, path, err)
	case err != nil:
		return fault.Wrap(fault.ReadOnly, path, err)
	}
	defer f.Close()
	magic := make([]byte, len(fileMagic))
	if n, err := f.ReadAt(magic, 0); n < len(magic) || string(magic) != fileMagic {
		return fault.Wrap(fault.NotDatabase, path, err)
	}
	return nil
}

// fileMagic is how every SQLite file begins.
const fileMagic = "SQLite format 3\x00"

// connect opens the connections to a file.
func connect(ctx context.Context, path string) (*DB, error) {
	db := &DB{path: path}
	var err error
	if db.write, err = sql.Open("sqlite", address(path, "_txlock=immediate")); err != nil {
		return nil, fault.Wrap(fault.Address, path, err)
	}
	db.write.SetMaxOpenConns(1)
	if db.read, err = sql.Open("sqlite", address(path, "_pragma=query_only(1)")); err != nil {
		return nil, errors.Join(fault.Wrap(fault.Address, path, err), db.write.Close())
	}
	readers := max(4, 2*runtime.GOMAXPROCS(0)) // a few more than can run at once: some wait for the disk
	db.read.SetMaxOpenConns(readers)
	db.read.SetMaxIdleConns(readers)
	if err := db.write.PingContext(ctx); err != nil {
		return nil, errors.Join(db.translate(err), db.Close())
	}
	return db, nil
}

// address is the driver's name for a file: with the settings that every
// connection has.
func address(path, more string) string {
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath()}
	if filepath.IsAbs(path) {
		u = url.URL{Scheme: "file", Path: path}
	}
	u.RawQuery = "_pragma=busy_timeout(" + strconv.FormatInt(busyWait.Milliseconds(), 10) + ")" +
		"&_pragma=journal_mode(WAL)" +
		"&_pragma=synchronous(FULL)" + // the ledger must not lose what it acknowledged
		"&_pragma=foreign_keys(1)" +
		"&_pragma=trusted_schema(0)" +
		"&_pragma=cache_size(-16384)" + // KiB: the index of a large ledger
		"&" + more
	return u.String()
}

// View runs f on a snapshot.
func (db *DB) View(ctx context.Context, f func(ledger.Reader) error) error {
	tx, err := db.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return db.translate(err)
	}
	defer tx.Rollback()
	return f(&reader{ctx: ctx, db: db, tx: tx})
}

// Update runs f in the one writing transaction. f must not call Update.
func (db *DB) Update(ctx context.Context, j ledger.Journal, f func(ledger.Tx) error) error {
	return db.inWrite(ctx, func(tx *sql.Tx) error {
		t := &writer{reader: reader{ctx: ctx, db: db, tx: tx}, journal: j}
		defer t.close()
		if err := f(t); err != nil {
			return err
		}
		return errors.Join(t.checkDocuments(), t.checkBatches())
	})
}

// inWrite runs f in a writing transaction.
func (db *DB) inWrite(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := db.write.BeginTx(ctx, nil)
	if err != nil {
		return db.translate(err)
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return err
	}
	return db.translate(tx.Commit())
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

// LimitPages bounds the file, in pages of 4 KiB: what would make it larger is
// refused as on a full disk.
func (db *DB) LimitPages(ctx context.Context, n int) error {
	_, err := db.write.ExecContext(ctx, "PRAGMA max_page_count = "+strconv.Itoa(n))
	return db.translate(err)
}

// Close waits for running transactions and closes the file.
func (db *DB) Close() error {
	// The readers first: the last to close writes the log back into the file.
	return db.translate(errors.Join(db.read.Close(), db.write.Close()))
}
