package postgres

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
)

// FindSession reads a session outside any transaction.
func (db *DB) FindSession(ctx context.Context, hash, now string) (data []byte, found bool, err error) {
	err = db.pool.QueryRow(ctx, `
		SELECT data
		FROM session
		WHERE hash = $1 AND expiry > $2`, hash, now,
	).Scan(&data)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, false, nil
	}
	return data, err == nil, db.translate(err)
}

// PutSession writes a session.
func (db *DB) PutSession(ctx context.Context, hash string, data []byte, expiry string) error {
	if data == nil {
		data = []byte{}
	}
	_, err := db.pool.Exec(ctx, `
		INSERT INTO session (
			hash,
			data,
			expiry
		) VALUES ($1, $2, $3)
		ON CONFLICT (hash) DO UPDATE SET
			data = excluded.data,
			expiry = excluded.expiry`,
		hash,
		data,
		expiry,
	)
	return db.translate(err)
}

// DeleteSession removes a session.
func (db *DB) DeleteSession(ctx context.Context, hash string) error {
	_, err := db.remove(ctx, `DELETE FROM session WHERE hash = $1`, hash)
	return err
}

// CleanSessions removes what has expired.
func (db *DB) CleanSessions(ctx context.Context, now string) (int64, error) {
	return db.remove(ctx, `DELETE FROM session WHERE expiry <= $1`, now)
}

// remove runs a statement and counts its rows.
func (db *DB) remove(ctx context.Context, query string, args ...any) (int64, error) {
	tag, err := db.pool.Exec(ctx, query, args...)
	return tag.RowsAffected(), db.translate(err)
}

// Attempt reads a bucket.
func (db *DB) Attempt(ctx context.Context, bucket string) (failures int64, until string, err error) {
	err = db.pool.QueryRow(ctx, `
		SELECT
			failures,
			until
		FROM attempt
		WHERE bucket = $1`, bucket,
	).Scan(
		&failures,
		&until,
	)
	if errors.Is(err, pgx.ErrNoRows) {
		return 0, "", nil
	}
	return failures, until, db.translate(err)
}

// ChangeAttempt makes sure that the bucket's row is there, and holds it while
// it changes.
func (db *DB) ChangeAttempt(ctx context.Context, bucket string, change func(failures int64, until string) (int64, string)) error {
	return db.translate(pgx.BeginFunc(ctx, db.pool, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `
		INSERT INTO attempt (
			bucket,
			failures,
			until
		) VALUES ($1, 0, '')
		ON CONFLICT (bucket) DO NOTHING`, bucket)
		if err != nil {
			return err
		}
		var failures int64
		var until string
		err = tx.QueryRow(ctx, `
		SELECT
			failures,
			until
		FROM attempt
		WHERE bucket = $1
		FOR UPDATE`, bucket,
		).Scan(
			&failures,
			&until,
		)
		if err != nil {
			return err
		}
		failures, until = change(failures, until)
		_, err = tx.Exec(ctx, `
		UPDATE attempt
		SET
			failures = $2,
			until = $3
		WHERE bucket = $1`, bucket, failures, until)
		return err
	}))
}

// CleanAttempts removes old buckets.
func (db *DB) CleanAttempts(ctx context.Context, before string) (int64, error) {
	return db.remove(ctx, `DELETE FROM attempt WHERE until < $1`, before)
}
