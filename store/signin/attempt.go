package signin

import (
	"context"
	"time"

	"pledger/ledger"
)

// Buckets is the table of failed attempts. Until is in ledger.FormatTime form.
type Buckets interface {
	// ChangeAttempt reads a bucket, zero values where it is not there, and
	// keeps what change makes of it, in one transaction.
	ChangeAttempt(ctx context.Context, bucket string, change func(failures int64, until string) (int64, string)) error
	// Attempt reads a bucket; zero values where it is not there.
	Attempt(ctx context.Context, bucket string) (failures int64, until string, err error)
	// CleanAttempts removes the buckets whose time is before the one given.
	CleanAttempts(ctx context.Context, before string) (int64, error)
}

// An Attempt is what is remembered of failures to sign in under one name or
// from one address. Its zero value is none.
type Attempt struct {
	Failures int
	Until    time.Time // no further attempt before it, or when it is forgotten: as its user means it
}

// Attempts counts failures by bucket: a user's name, an address.
type Attempts struct{ Buckets Buckets }

// Get is what is remembered of a bucket.
func (a *Attempts) Get(ctx context.Context, bucket string) (Attempt, error) {
	failures, until, err := a.Buckets.Attempt(ctx, bucket)
	if err != nil {
		return Attempt{}, err
	}
	return attempt(failures, until), nil
}

// Put keeps an attempt over an earlier one of the bucket.
func (a *Attempts) Put(ctx context.Context, bucket string, at Attempt) error {
	_, err := a.Change(ctx, bucket, func(Attempt) Attempt { return at })
	return err
}

// Change keeps what f makes of a bucket and returns it. Changes of one bucket
// never overlap, so that guesses made at the same time are all counted. f may
// run again.
func (a *Attempts) Change(ctx context.Context, bucket string, f func(Attempt) Attempt) (Attempt, error) {
	var kept Attempt
	err := a.Buckets.ChangeAttempt(ctx, bucket, func(failures int64, until string) (int64, string) {
		kept = f(attempt(failures, until))
		return int64(kept.Failures), ledger.FormatTime(kept.Until)
	})
	return kept, err
}

// Clean forgets the buckets whose Until is before t, and says how many.
func (a *Attempts) Clean(ctx context.Context, t time.Time) (int64, error) {
	return a.Buckets.CleanAttempts(ctx, ledger.FormatTime(t))
}

// attempt is a row as an Attempt; a time that does not parse is the zero time.
func attempt(failures int64, until string) Attempt {
	t, err := ledger.ParseTime(until)
	if err != nil {
		t = time.Time{}
	}
	return Attempt{Failures: int(failures), Until: t}
}
