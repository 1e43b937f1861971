// Package signin keeps what signing in needs and the ledger does not: sessions,
// and failed attempts by whoever made them.
//
// Its input is a table that a store gives (Rows, Buckets); its output has the
// shape that session managers and the lockout of package identity ask for.
// Nothing here is part of the ledger: no entry tells of it, and a backup leaves
// it out.
package signin

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"pledger/ledger"
)

// Rows is the table of sessions. Expiry is in ledger.FormatTime form.
type Rows interface {
	// FindSession is the data of the session that has not expired at now; found
	// is false where there is none.
	FindSession(ctx context.Context, hash, now string) (data []byte, found bool, err error)
	// PutSession keeps a session, over an earlier one with the hash.
	PutSession(ctx context.Context, hash string, data []byte, expiry string) error
	DeleteSession(ctx context.Context, hash string) error
	// CleanSessions removes what has expired at now, and says how many.
	CleanSessions(ctx context.Context, now string) (int64, error)
}

// Sessions keeps sessions by the hash of their token, so that who reads the
// database cannot take over a session. It has the methods of the Store and the
// CtxStore of alexedwards/scs.
type Sessions struct {
	Rows Rows
	Now  func() time.Time // nil for time.Now
}

// now is the present as the table keeps it.
func (s *Sessions) now() string {
	if s.Now != nil {
		return ledger.FormatTime(s.Now())
	}
	return ledger.FormatTime(time.Now())
}

// hash is what is kept of a token.
func hash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// FindCtx is the data of a session that has not expired.
func (s *Sessions) FindCtx(ctx context.Context, token string) (data []byte, found bool, err error) {
	return s.Rows.FindSession(ctx, hash(token), s.now())
}

// CommitCtx keeps a session until expiry.
func (s *Sessions) CommitCtx(ctx context.Context, token string, data []byte, expiry time.Time) error {
	return s.Rows.PutSession(ctx, hash(token), data, ledger.FormatTime(expiry))
}

// DeleteCtx removes a session; one that is not there is no error.
func (s *Sessions) DeleteCtx(ctx context.Context, token string) error {
	return s.Rows.DeleteSession(ctx, hash(token))
}

// Find is FindCtx without a context.
func (s *Sessions) Find(token string) (data []byte, found bool, err error) {
	return s.FindCtx(context.Background(), token)
}

// Commit is CommitCtx without a context.
func (s *Sessions) Commit(token string, data []byte, expiry time.Time) error {
	return s.CommitCtx(context.Background(), token, data, expiry)
}

// Delete is DeleteCtx without a context.
func (s *Sessions) Delete(token string) error {
	return s.DeleteCtx(context.Background(), token)
}

// Clean removes expired sessions and says how many. The server calls it from
// time to time.
func (s *Sessions) Clean(ctx context.Context) (int64, error) {
	return s.Rows.CleanSessions(ctx, s.now())
}
