package identity

import (
	"context"
	"errors"
	"slices"
	"time"

	"pledger/ledger"
)

// Desk is where users are kept: every command is one transaction that checks
// the actor's right and the result, and appends the entry that tells it. The
// error of a command is *ledger.Forbidden, *ledger.NotFound or *Invalid, or the
// store's.
type Desk struct {
	Store   ledger.Store
	Buckets Buckets                // of failures to sign in
	Now     func() time.Time       // the clock
	Place   func(code string) bool // whether there is such a place; nil takes any
}

// Add makes a user. Without a password, "", it cannot sign in yet, unless by a
// provider: Link or SetPassword gives it one. Of u only what a person decides
// is taken.
func (d *Desk) Add(ctx context.Context, who ledger.Actor, u ledger.User, password string) error {
	made, hash := clean(u), ""
	if password != "" {
		var err error
		if hash, err = d.hash(ctx, made.Name, password); err != nil {
			return err
		}
	}
	return d.change(ctx, who, made.Name, func(tx ledger.Tx, stands *ledger.User) (*ledger.User, error) {
		if stands != nil {
			return nil, &Invalid{[]Problem{{Field: "name", Code: NameTaken}}}
		}
		after := made
		if hash == "" {
			return &after, nil
		}
		return &after, setHash(tx, &after, hash)
	})
}

// clean is what a person decides of a user, as it is kept.
func clean(u ledger.User) ledger.User {
	return ledger.User{
		Name: Name(u.Name), Display: trim(u.Display), Role: u.Role,
		Place: trim(u.Place), Body: trim(u.Body), Subject: trim(u.Subject),
	}
}

// Edit gives a user another display name, role, place, body or subject: those
// of u, whose name says which user is meant.
func (d *Desk) Edit(ctx context.Context, who ledger.Actor, u ledger.User) error {
	edited := clean(u)
	return d.existing(ctx, who, edited.Name, func(_ ledger.Tx, after *ledger.User) error {
		after.Display, after.Role, after.Subject = edited.Display, edited.Role, edited.Subject
		after.Place, after.Body = edited.Place, edited.Body
		return nil
	})
}

// Disable shuts a user out at once; what it did stays. Its password and its
// links end.
func (d *Desk) Disable(ctx context.Context, who ledger.Actor, name string) error {
	return d.existing(ctx, who, name, func(tx ledger.Tx, after *ledger.User) error {
		if after.Disabled {
			return nil
		}
		after.Disabled = true
		after.Epoch++
		return secret{}.put(tx, after.Name)
	})
}

// Enable lets a user in again, who needs a new password.
func (d *Desk) Enable(ctx context.Context, who ledger.Actor, name string) error {
	return d.existing(ctx, who, name, func(_ ledger.Tx, after *ledger.User) error {
		after.Disabled = false
		return nil
	})
}

// SetPassword gives a user a password and ends its sessions.
func (d *Desk) SetPassword(ctx context.Context, who ledger.Actor, name, password string) error {
	hash, err := d.hash(ctx, Name(name), password)
	if err != nil {
		return err
	}
	return d.existing(ctx, who, name, func(tx ledger.Tx, after *ledger.User) error {
		return setHash(tx, after, hash)
	})
}

// ChangePassword gives a user who knows its password another, and ends its
// sessions. Besides the errors of a command it fails as SignIn does.
func (d *Desk) ChangePassword(ctx context.Context, name, old, password string, from Client) error {
	u, s, err := d.lookUp(ctx, Name(name))
	if err != nil {
		return err
	}
	if u == nil || u.Disabled {
		return ErrWrong
	}
	if _, err := d.prove(ctx, u.Name, s, old, from); err != nil {
		return err
	}
	hash, err := d.hash(ctx, u.Name, password)
	if err != nil {
		return err
	}
	return d.own(ctx, u.Name, func(tx ledger.Tx, after *ledger.User) error { return setHash(tx, after, hash) })
}

// List lists the users that the actor keeps, by name.
func (d *Desk) List(ctx context.Context, who ledger.Actor) ([]*ledger.User, error) {
	if !who.May(ledger.KeepUsers, nil, nil) {
		return nil, &ledger.Forbidden{Actor: who, Right: ledger.KeepUsers}
	}
	var all []*ledger.User
	err := d.Store.View(ctx, func(rd ledger.Reader) (err error) {
		all, err = rd.Users()
		return err
	})
	return slices.DeleteFunc(all, func(u *ledger.User) bool { return !who.MayKeep(u) }), err
}

// hash checks and hashes a password, outside any transaction: it takes long.
func (d *Desk) hash(ctx context.Context, name, password string) (hash string, err error) {
	if p := checkPassword(name, password); p != nil {
		return "", &Invalid{[]Problem{*p}}
	}
	err = inSlot(ctx, func() { hash = hashPassword(password, present) })
	return hash, err
}

// setHash keeps a new password's hash. The entry tells that the password was
// changed, never the hash.
func setHash(tx ledger.Tx, u *ledger.User, hash string) error {
	u.Password++
	u.Epoch++
	return secret{}.renewed(hash).put(tx, u.Name)
}

// existing changes a user that is there.
func (d *Desk) existing(ctx context.Context, who ledger.Actor, name string, f func(ledger.Tx, *ledger.User) error) error {
	name = Name(name)
	return d.change(ctx, who, name, func(tx ledger.Tx, stands *ledger.User) (*ledger.User, error) {
		if stands == nil {
			return nil, &ledger.NotFound{Kind: ledger.KindUser, ID: name}
		}
		after := *stands
		return &after, f(tx, &after)
	})
}

// own changes what a user may change of itself.
func (d *Desk) own(ctx context.Context, name string, f func(ledger.Tx, *ledger.User) error) error {
	return d.Store.Update(ctx, ledger.System, func(tx ledger.Tx) error {
		stands, err := tx.User(name)
		if err != nil {
			return err
		}
		if stands.Disabled {
			return ErrDisabled
		}
		after := *stands
		if err := f(tx, &after); err != nil {
			return err
		}
		return d.tell(tx, stands.Name, stands, &after)
	})
}

// change runs a command on one user: f makes the new state out of what stands,
// nil where there is none.
func (d *Desk) change(ctx context.Context, who ledger.Actor, name string, f func(tx ledger.Tx, stands *ledger.User) (*ledger.User, error)) error {
	forbidden := &ledger.Forbidden{Actor: who, Right: ledger.KeepUsers}
	if !who.May(ledger.KeepUsers, nil, nil) {
		return forbidden
	}
	return d.Store.Update(ctx, ledger.System, func(tx ledger.Tx) error {
		stands, err := tx.User(name)
		var missing *ledger.NotFound
		if errors.As(err, &missing) {
			stands = nil
		} else if err != nil {
			return err
		}
		if stands != nil && !who.MayKeep(stands) {
			return forbidden
		}
		after, err := f(tx, stands)
		if err != nil {
			return err
		}
		if !who.MayKeep(after) {
			return forbidden
		}
		if err := d.check(tx, stands, after); err != nil {
			return err
		}
		return d.tell(tx, who.Name, stands, after)
	})
}

// tell appends the entry of a change to the journal; nothing where there is none.
func (d *Desk) tell(tx ledger.Tx, who string, before, after *ledger.User) error {
	var was ledger.Record
	if before != nil {
		was = before
	}
	changes := ledger.Diff(was, after)
	if len(changes) == 0 {
		return nil
	}
	head, err := tx.Head(ledger.System)
	if err != nil {
		return err
	}
	entries := []*ledger.Entry{{
		At: d.Now().UTC().Truncate(time.Microsecond), Who: who, Action: ledger.ActUser,
		Kind: ledger.KindUser, Subject: after.Name, Changes: changes,
	}}
	ledger.Seal(ledger.System, head, entries)
	return tx.Append(entries, []ledger.Record{after})
}
