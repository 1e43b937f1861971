package identity

import (
	"context"
	"crypto/subtle"
	"sync"
	"time"

	"pledger/ledger"
)

// SetupLife is how long the link of a Setup is valid: whoever started the
// program is at the machine.
const SetupLife = time.Hour

// Setup is the right to make the first administrator, by a token that is valid
// once. Only its hash is kept, in memory: a program started anew makes another.
type Setup struct {
	mu    sync.Mutex
	kept  string // "" once used
	began time.Time
}

// NewSetup makes a setup that began at now, and its token.
func NewSetup(now time.Time) (s *Setup, token string) {
	token, kept := newToken()
	return &Setup{kept: kept, began: now}, token
}

// Valid reports whether the token is the setup's, unused and not too old. A nil
// Setup has none. Of a clock that was set back the age is unknown: it ends.
func (s *Setup) Valid(token string, now time.Time) bool {
	if s == nil {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.valid(token, now)
}

// valid is Valid under the lock.
func (s *Setup) valid(token string, now time.Time) bool {
	age := now.Sub(s.began)
	fits := subtle.ConstantTimeCompare([]byte(sumToken(token)), []byte(s.kept)) == 1
	return s.kept != "" && fits && age <= SetupLife && age > -clockSlack
}

// Empty reports whether there is no user yet.
func (d *Desk) Empty(ctx context.Context) (bool, error) {
	empty := false
	err := d.Store.View(ctx, func(rd ledger.Reader) error {
		all, err := rd.Users()
		empty = len(all) == 0
		return err
	})
	return empty, err
}

// SetUp makes the first administrator by the setup's token, which ends with it.
// The error is ErrLink, also where there is a user already, *Invalid or ErrBusy,
// or the store's.
func (d *Desk) SetUp(ctx context.Context, s *Setup, token, name, display, password string) error {
	if !s.Valid(token, d.Now()) {
		return ErrLink
	}
	u := clean(ledger.User{Name: name, Display: display, Role: ledger.Administrator})
	hash, err := d.hash(ctx, u.Name, password)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.valid(token, d.Now()) {
		return ErrLink
	}
	err = d.change(ctx, ledger.Operator(), u.Name, func(tx ledger.Tx, _ *ledger.User) (*ledger.User, error) {
		all, err := tx.Users()
		if err != nil {
			return nil, err
		}
		if len(all) > 0 {
			return nil, ErrLink
		}
		after := u
		return &after, setHash(tx, &after, hash)
	})
	if err == nil {
		s.kept = ""
	}
	return err
}
