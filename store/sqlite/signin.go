package sqlite

import (
	"context"
	"database/sql"
	"errors"
)

// FindSession reads a session outside any transaction.
func (db *DB) FindSession(ctx context.Context, hash, now string) (data []byte, found bool, err error) {
	err = db.read.QueryRowContext(ctx, `
		SELECT data
		FROM session
		WHERE hash = ? AND expiry > ?`, hash, now,
	).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	return data, err == nil, db.translate(err)
}

// PutSession writes a session.
func (db *DB) PutSession(ctx context.Context, hash string, data []byte, expiry string) error {
	if data == nil {
		data = []byte{}
	}
	return db.inWrite(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
		INSERT INTO session (
			hash,
			data,
			expiry
		) VALUES (?, ?, ?)
		ON CONFLICT (hash) DO UPDATE SET
			data = excluded.data,
			expiry = excluded.expiry`,
			hash,
			data,
			expiry,
		)
		return db.translate(err)
	})
}

// DeleteSession removes a session.
func (db *DB) DeleteSession(ctx context.Context, hash string) error {
	_, err := db.remove(ctx, `DELETE FROM session WHERE hash = ?`, hash)
	return err
}

// CleanSessions removes what has expired.
func (db *DB) CleanSessions(ctx context.Context, now string) (int64, error) {
	return db.remove(ctx, `DELETE FROM session WHERE expiry <= ?`, now)
}

// remove runs a statement in a transaction of its own and counts its rows.
func (db *DB) remove(ctx context.Context, query string, args ...any) (n int64, err error) {
	err = db.inWrite(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, query, args...)
		if err != nil {
			return db.translate(err)
		}
		n, err = result.RowsAffected()
		return err
	})
	return n, err
}

// Attempt reads a bucket.
func (db *DB) Attempt(ctx context.Context, bucket string) (failures int64, until string, err error) {
	err = db.translate(attempt(ctx, db.read, bucket, &failures, &until))
	return failures, until, err
}

// attempt reads a bucket's row, where it is there.
func attempt(ctx context.Context, q interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}, bucket string, failures *int64, until *string) error {
	err := q.QueryRowContext(ctx, `
		SELECT
			failures,
			until
		FROM attempt
		WHERE bucket = ?`, bucket,
	).Scan(
		failures,
		until,
	)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

// ChangeAttempt reads and writes a bucket in the writing transaction.
func (db *DB) ChangeAttempt(ctx context.Context, bucket string, change func(failures int64, until string) (int64, string)) error {
	return db.inWrite(ctx, func(tx *sql.Tx) error {
		var failures int64
		var until string
		if err := attempt(ctx, tx, bucket, &failures, &until); err != nil {
			return db.translate(err)
		}
		failures, until = change(failures, until)
		_, err := tx.ExecContext(ctx, `
		INSERT INTO attempt (
			bucket,
			failures,
			until
		) VALUES (?, ?, ?)
		ON CONFLICT (bucket) DO UPDATE SET
			failures = excluded.failures,
			until = excluded.until`,
			bucket,
			failures,
			until,
		)
		return db.translate(err)
	})
}

// CleanAttempts removes old buckets.
func (db *DB) CleanAttempts(ctx context.Context, before string) (int64, error) {
	return db.remove(ctx, `DELETE FROM attempt WHERE until < ?`, before)
}
