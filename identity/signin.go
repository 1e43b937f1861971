package identity

import (
	"context"
	"errors"

	"pledger/ledger"
)

// SignIn is the user whose name and password were typed, and the value of the
// cookie that its device is to keep. The error is ErrWrong, ErrDisabled,
// ErrBusy or a *Wait, or the store's. An unknown name takes as long as a wrong
// password.
func (d *Desk) SignIn(ctx context.Context, name, password string, from Client) (u *ledger.User, device string, err error) {
	name = Name(name)
	u, s, err := d.lookUp(ctx, name)
	if err != nil {
		return nil, "", err
	}
	stale, err := d.prove(ctx, name, s, password, from)
	switch {
	case err != nil:
		return nil, "", err
	case u == nil:
		return nil, "", ErrWrong // not reached: nobody's hash fits no password
	case u.Disabled:
		return nil, "", ErrDisabled
	}
	if stale {
		if err := d.rehash(ctx, name, s.Hash, password); err != nil {
			return nil, "", err
		}
	}
	if known(from.Device, name, s.Device) {
		return u, from.Device, nil
	}
	return u, newDevice(name, s.Device), nil
}

// lookUp reads a user and its secret; nil where there is none.
func (d *Desk) lookUp(ctx context.Context, name string) (u *ledger.User, s secret, err error) {
	err = d.Store.View(ctx, func(rd ledger.Reader) (err error) {
		var missing *ledger.NotFound
		if u, err = rd.User(name); errors.As(err, &missing) {
			u = nil
			return nil
		} else if err != nil {
			return err
		}
		s, err = secretOf(rd, name)
		return err
	})
	return u, s, err
}

// prove holds a password against a secret, counting the attempt against the
// client. stale says that the hash is to be made anew.
func (d *Desk) prove(ctx context.Context, name string, s secret, password string, from Client) (stale bool, err error) {
	bucket := from.bucket(name, s.Device)
	if err := take(ctx, d.Buckets, bucket, d.Now()); err != nil {
		return false, err
	}
	hash := s.Hash
	if hash == "" {
		hash = nobody
	}
	var ok bool
	var bad error
	if err := inSlot(ctx, func() { ok, stale, bad = matches(hash, password) }); err != nil {
		return false, errors.Join(err, forgive(context.WithoutCancel(ctx), d.Buckets, bucket, false, d.Now()))
	}
	switch {
	case bad != nil:
		return false, bad
	case !ok || s.Hash == "":
		return false, ErrWrong
	}
	return stale, forgive(ctx, d.Buckets, bucket, true, d.Now())
}

// rehash keeps a hash of the password at today's cost, where old is still the
// one that stands. The password is the same: nothing is told in the journal.
func (d *Desk) rehash(ctx context.Context, name, old, password string) error {
	var hash string
	if err := inSlot(ctx, func() { hash = hashPassword(password, present) }); err != nil {
		return nil // busy: the next sign-in does it
	}
	return d.Store.Update(ctx, ledger.System, func(tx ledger.Tx) error {
		s, err := secretOf(tx, name)
		if err != nil || s.Hash != old {
			return err
		}
		s.Hash = hash
		return s.put(tx, name)
	})
}

// BySubject is the user that an OpenID Connect provider vouched for. The error
// is ErrUnknown or ErrDisabled, or the store's.
func (d *Desk) BySubject(ctx context.Context, subject string) (*ledger.User, error) {
	var found *ledger.User
	err := d.Store.View(ctx, func(rd ledger.Reader) error {
		found = nil
		all, err := rd.Users()
		for _, u := range all {
			if subject != "" && u.Subject == subject {
				found = u
			}
		}
		return err
	})
	switch {
	case err != nil:
		return nil, err
	case found == nil:
		return nil, ErrUnknown
	case found.Disabled:
		return nil, ErrDisabled
	}
	return found, nil
}
