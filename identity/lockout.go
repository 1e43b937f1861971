package identity

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"pledger/ledger"
)

// Buckets keep failures. ChangeAttempt keeps what change makes of a bucket, zero
// values where it is new, and never runs two changes of one bucket at once. A
// time is in ledger.FormatTime form.
type Buckets interface {
	ChangeAttempt(ctx context.Context, bucket string, change func(failures int64, until string) (int64, string)) error
}

const (
	freeFailures = 5                // slips of the hand that cost nothing
	firstDelay   = 5 * time.Second  // after the first beyond them; it doubles with each
	maxDelay     = 15 * time.Minute // about a hundred guesses a day
	// Forget is after how long without failures a client begins anew. What is
	// older may be removed from the table.
	Forget = 24 * time.Hour
)

// delay is how long a client waits after n failures.
func delay(n int64) time.Duration {
	if n <= freeFailures {
		return 0
	}
	d := firstDelay
	for range n - freeFailures - 1 {
		if d *= 2; d >= maxDelay {
			return maxDelay
		}
	}
	return d
}

// bucketOf names what a user and a client share, without telling either.
func bucketOf(user, client string) string {
	sum := sha256.Sum256([]byte(user + "\x00" + client))
	return hex.EncodeToString(sum[:])
}

// take counts an attempt as failed before it is made, so that guesses made at
// the same time are all counted. Its error is a *Wait where the client must
// wait; such an attempt is not counted.
func take(ctx context.Context, b Buckets, bucket string, now time.Time) error {
	var wait time.Duration
	err := b.ChangeAttempt(ctx, bucket, func(n int64, until string) (int64, string) {
		n, next, left := counted(n, until, now)
		wait = left
		return n, ledger.FormatTime(next)
	})
	if err == nil && wait > 0 {
		return &Wait{wait}
	}
	return err
}

// counted is the bucket after an attempt at now: its failures, until when the
// client waits, and how long it must wait before this attempt already. A clock
// that was set back makes nobody wait longer than the failures ask for; one set
// ahead only ends waiting.
func counted(n int64, until string, now time.Time) (failures int64, next time.Time, left time.Duration) {
	ends, err := ledger.ParseTime(until)
	if err != nil || n <= 0 {
		return 1, now, 0
	}
	if latest := now.Add(delay(n)); ends.After(latest) {
		ends = latest
	}
	switch {
	case now.Before(ends):
		return n, ends, ends.Sub(now)
	case now.Sub(ends) > Forget:
		return 1, now, 0
	}
	return n + 1, now.Add(delay(n + 1)), 0
}

// forgive takes back what take counted: the attempt succeeded, or was not made.
func forgive(ctx context.Context, b Buckets, bucket string, all bool, now time.Time) error {
	return b.ChangeAttempt(ctx, bucket, func(n int64, until string) (int64, string) {
		if all || n <= 1 {
			return 0, ledger.FormatTime(now)
		}
		return n - 1, ledger.FormatTime(now)
	})
}
