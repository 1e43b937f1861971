package postgres

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"pledger/ledger"
	"pledger/store/fault"
	"pledger/store/raw"
)

// Locks of the server are known by a number: the hash of a name.
const (
	// lockJournal waits for every other update of the journal.
	lockJournal = `SELECT pg_advisory_xact_lock(hashtextextended('pledger journal ' || $1, 0))`
	// lockLedger does so, and then keeps the lists of bodies as they are: the
	// columns of accounts follow from them.
	lockLedger = `
		SELECT
			pg_advisory_xact_lock(hashtextextended('pledger journal ' || $1, 0)),
			pg_advisory_xact_lock_shared(hashtextextended('pledger bodies', 0))`
	// lockBodies waits for every update of a ledger, and holds up further ones.
	// Who takes it holds the lock of the system's journal, which no update of a
	// ledger asks for: nobody waits in a circle.
	lockBodies = `SELECT pg_advisory_xact_lock(hashtextextended('pledger bodies', 0))`
	// lockReadings waits for every update that gives readings of indicators their
	// revisions. It comes after the others, and nothing after it.
	lockReadings = `SELECT pg_advisory_xact_lock(hashtextextended('pledger readings', 0))`
)

// again is how often a transaction runs that others get in the way of, and
// pause the longest time before the second run; it doubles.
const (
	again = 8
	pause = 5 * time.Millisecond
)

// View runs f on one snapshot.
func (db *DB) View(ctx context.Context, f func(ledger.Reader) error) error {
	tx, err := db.begin(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly})
	if err != nil {
		return err
	}
	defer rollback(tx)
	return f(&reader{ctx: ctx, db: db, tx: tx})
}

// Update runs f in a transaction that no other update of the journal overlaps.
// f must not call Update. What f reads of the journal and of lists of bodies
// stands still; other journals may move on between two reads.
func (db *DB) Update(ctx context.Context, j ledger.Journal, f func(ledger.Tx) error) error {
	leave, err := db.enter(ctx, j)
	if err != nil {
		return err
	}
	defer leave()
	for n := 1; ; n++ {
		err := db.transact(ctx, func(tx pgx.Tx) (*ledger.Entry, error) { return db.update(ctx, tx, j, f) })
		if n == again || !conflict(err) {
			return db.translate(err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(rand.N(pause << n)):
		}
	}
}

// update is one run of f.
func (db *DB) update(ctx context.Context, tx pgx.Tx, j ledger.Journal, f func(ledger.Tx) error) (*ledger.Entry, error) {
	lock := lockLedger
	if j == ledger.System {
		lock = lockJournal
	}
	if _, err := tx.Exec(ctx, lock, j); err != nil {
		return nil, err
	}
	w := &writer{reader: reader{ctx: ctx, db: db, tx: tx}, journal: j}
	if err := f(w); err != nil {
		return nil, err
	}
	if err := errors.Join(w.checkDocuments(), w.checkBatches()); err != nil {
		return nil, err
	}
	return w.last, w.flush()
}

// enter lets one update of a journal in at a time, before it takes a
// connection: those that wait leave the connections to readers.
func (db *DB) enter(ctx context.Context, j ledger.Journal) (leave func(), err error) {
	made, _ := db.gates.LoadOrStore(j, make(chan struct{}, 1))
	gate := made.(chan struct{})
	select {
	case gate <- struct{}{}:
		return func() { <-gate }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Maintain runs f while no update of any journal runs.
func (db *DB) Maintain(ctx context.Context, f func(raw.Writer) error) error {
	err := db.transact(ctx, func(tx pgx.Tx) (*ledger.Entry, error) {
		for _, lock := range []struct {
			query string
			args  []any
		}{{lockJournal, []any{ledger.System}}, {lockBodies, nil}} {
			if _, err := tx.Exec(ctx, lock.query, lock.args...); err != nil {
				return nil, err
			}
		}
		k := &keeper{writer{reader: reader{ctx: ctx, db: db, tx: tx}}}
		if err := f(k); err != nil {
			return nil, err
		}
		return nil, k.flush()
	})
	return db.translate(err)
}

// transact runs f in a transaction that sees, statement by statement, what
// others have committed: locks make it consistent. f returns the last entry
// that it appended, nil for none.
func (db *DB) transact(ctx context.Context, f func(pgx.Tx) (*ledger.Entry, error)) error {
	tx, err := db.begin(ctx, pgx.TxOptions{IsoLevel: pgx.ReadCommitted})
	if err != nil {
		return err
	}
	defer rollback(tx)
	last, err := f(tx)
	if err != nil {
		return err
	}
	err = tx.Commit(ctx)
	var told *pgconn.PgError
	if err == nil || errors.As(err, &told) || errors.Is(err, pgx.ErrTxCommitRollback) {
		return err
	}
	return db.settle(ctx, last, err)
}

// settleWait is how long an unanswered commit is asked about: a server that
// crashed is back by then, or somebody has to look.
const settleWait = 10 * time.Second

// settle finds out whether a commit that nobody answered was done: its last
// entry is there, by hash, or it is not. It asks under the journal's lock, so
// that the server has given the transaction up or completed it.
func (db *DB) settle(ctx context.Context, last *ledger.Entry, unanswered error) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), settleWait)
	defer cancel()
	unknown := fault.Wrap(fault.Unknown, db.at, unanswered)
	if last == nil {
		return unknown
	}
	for ctx.Err() == nil {
		var done bool
		err := pgx.BeginTxFunc(ctx, db.pool, pgx.TxOptions{}, func(tx pgx.Tx) error {
			if _, err := tx.Exec(ctx, lockJournal, last.Journal); err != nil {
				return err
			}
			return tx.QueryRow(ctx, `
		SELECT count(*) > 0
		FROM entry
		WHERE journal = $1 AND seq = $2 AND hash = $3`, last.Journal, last.Seq, last.Hash.String(),
			).Scan(&done)
		})
		switch {
		case err == nil && done:
			return nil
		case err == nil:
			return fault.Wrap(fault.Unreachable, db.at, unanswered) // surely not done
		}
		time.Sleep(pause << 4)
	}
	return unknown
}

// begin begins a transaction; a connection that broke while it was idle is
// replaced.
func (db *DB) begin(ctx context.Context, options pgx.TxOptions) (pgx.Tx, error) {
	for n := 1; ; n++ {
		tx, err := db.pool.BeginTx(ctx, options)
		var refused *pgconn.ConnectError
		if err == nil || n == again || ctx.Err() != nil || errors.As(err, &refused) || !broken(err) && !pgconn.SafeToRetry(err) {
			return tx, db.translate(err)
		}
	}
}

// rollback ends a transaction that was not committed. Its context is its own:
// the caller's may be over.
func rollback(tx pgx.Tx) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	tx.Rollback(ctx) // after a commit, or on a broken connection, there is nothing to do
}
