package identity

import (
	"context"
	"errors"

	"pledger/ledger"
)

// Link makes a token with which a user sets a password once, within three days.
// It is shown once: only its hash is kept. An earlier one ends; the password
// that stands does not.
func (d *Desk) Link(ctx context.Context, who ledger.Actor, name string) (token string, err error) {
	token, kept := newToken()
	err = d.existing(ctx, who, name, func(tx ledger.Tx, after *ledger.User) error {
		if after.Disabled {
			return ErrDisabled
		}
		s, err := secretOf(tx, after.Name)
		if err != nil {
			return err
		}
		after.Links++
		s.Link, s.Until = kept, ledger.FormatTime(d.Now().Add(linkLife))
		return s.put(tx, after.Name)
	})
	if err != nil {
		return "", err
	}
	return token, nil
}

// Linked reports whether the token lets the user set a password now: nil, or
// ErrLink, or the store's error.
func (d *Desk) Linked(ctx context.Context, name, token string) error {
	u, s, err := d.lookUp(ctx, Name(name))
	switch {
	case err != nil:
		return err
	case u == nil || u.Disabled || !s.linked(token, d.Now()):
		return ErrLink
	}
	return nil
}

// Redeem sets a user's password by a link's token, which ends with it. The
// error is ErrLink, *Invalid or ErrBusy, or the store's.
func (d *Desk) Redeem(ctx context.Context, name, token, password string) error {
	name = Name(name)
	if err := d.Linked(ctx, name, token); err != nil {
		return err // before anything is hashed for it
	}
	hash, err := d.hash(ctx, name, password)
	if err != nil {
		return err
	}
	err = d.own(ctx, name, func(tx ledger.Tx, after *ledger.User) error {
		s, err := secretOf(tx, name)
		if err != nil {
			return err
		}
		if !s.linked(token, d.Now()) {
			return ErrLink
		}
		return setHash(tx, after, hash)
	})
	if errors.Is(err, ErrDisabled) {
		return ErrLink
	}
	return err
}
