package ledger

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
)

// Undo takes back the command whose first entry is op, with new entries. Fields
// get the values they had before; accounts that the command made are dropped.
// It is refused with a *Conflict where a field was changed again since, and
// with *Invalid where the command changed the ledger's stage, which has
// commands of its own.
func (d *Desk) Undo(ctx context.Context, who Actor, id ID, op int64, why string) (Result, error) {
	return d.Do(ctx, who, id, Batch{Action: ActUndo, Why: why, Unlive: true, Plan: func(tx Reader, _ *Ledger) ([]Edit, []Add, error) {
		entries, err := entriesOf(tx, id, op)
		if err != nil {
			return nil, nil, err
		}
		var edits []Edit
		for _, e := range entries {
			switch e.Kind {
			case KindAccount:
				edit, err := undoing(tx, id, e)
				if err != nil {
					return nil, nil, err
				}
				edits = append(edits, edit)
			case KindLedger:
				if !onlyCounts(e) {
					return nil, nil, refuse(BadUndo, fmt.Sprint(op))
				}
			default:
				return nil, nil, refuse(BadUndo, fmt.Sprint(op))
			}
		}
		return edits, nil, nil
	}})
}

// entriesOf are the entries of the command op.
func entriesOf(tx Reader, id ID, op int64) ([]*Entry, error) {
	var entries []*Entry
	err := tx.Entries(id.Journal(), op-1, nil, func(e *Entry) bool {
		if e.Op != op {
			return false
		}
		entries = append(entries, e)
		return true
	})
	if err == nil && (len(entries) == 0 || entries[0].Action == ActOpen) {
		err = refuse(BadUndo, fmt.Sprint(op))
	}
	return entries, err
}

// onlyCounts reports whether an entry about the ledger only counts accounts on:
// IDs are never given twice, so that is not taken back.
func onlyCounts(e *Entry) bool {
	return len(e.Changes) == 1 && e.Changes[0].Field == "next"
}

// undoing is the edit that takes e back.
func undoing(tx Reader, id ID, e *Entry) (Edit, error) {
	stands, err := tx.Account(id, e.Subject)
	if err != nil {
		return Edit{}, err
	}
	if created(e) {
		return Edit{stands.ID, stands.Version, func(a *Account) { a.State = Dropped }}, nil
	}
	fields := map[string]json.RawMessage{}
	for _, f := range fieldsOf(Encode(stands)) {
		fields[f.name] = f.raw
	}
	for _, c := range e.Changes {
		now, ok := fields[c.Field]
		if !ok {
			now = null
		}
		if !bytes.Equal(now, c.After) {
			return Edit{}, changedSince(tx, id, stands, e.Seq)
		}
		fields[c.Field] = c.Before
		if bytes.Equal(c.Before, null) {
			delete(fields, c.Field)
		}
	}
	raw, err := json.Marshal(fields)
	if err != nil {
		return Edit{}, err
	}
	r, err := Decode(KindAccount, raw)
	if err != nil {
		return Edit{}, err
	}
	return Edit{stands.ID, stands.Version, func(a *Account) { *a = *r.(*Account).Clone() }}, nil
}

// created reports whether e made its account.
func created(e *Entry) bool {
	for _, c := range e.Changes {
		if c.Field == "id" {
			return true
		}
	}
	return false
}

// changedSince is the *Conflict that tells what changed the account after seq.
func changedSince(tx Reader, id ID, a *Account, seq int64) error {
	conflict := &Conflict{Accounts: []*Account{a}}
	err := tx.Entries(id.Journal(), seq, &Key{KindAccount, a.ID}, func(e *Entry) bool {
		conflict.Since = append(conflict.Since, e)
		return true
	})
	if err != nil {
		return err
	}
	return conflict
}
