package ledger

import (
	"context"
	"errors"
	"time"
)

// OpenLedger keeps an opening: the ledger, its report and its accounts, in one
// transaction. Its error is *Exists where the government has a ledger for the
// year already. bodies are the government's list where it has none yet.
func (d *Desk) OpenLedger(ctx context.Context, who Actor, o *Opening, bodies []*Body) error {
	if !who.May(OpenLedger, nil, nil) || who.Place != "" && who.Place != o.Ledger.Place {
		return &Forbidden{who, OpenLedger}
	}
	if err := d.ensureBodies(ctx, who, o.Ledger.Place, bodies); err != nil {
		return err
	}
	return d.Store.Update(ctx, o.Ledger.ID.Journal(), func(tx Tx) error {
		var missing *NotFound
		if _, err := tx.Ledger(o.Ledger.ID); err == nil {
			return &Exists{KindLedger, string(o.Ledger.ID)}
		} else if !errors.As(err, &missing) {
			return err
		}
		now := d.Now().UTC().Truncate(time.Microsecond)
		entries := make([]*Entry, 0, 1+len(o.Accounts))
		records := make([]Record, 0, 1+len(o.Accounts))
		put := func(r Record) {
			entries = append(entries, &Entry{
				At: now, Who: who.Name, Action: ActOpen,
				Kind: r.RecordKind(), Subject: r.RecordKey(), Changes: Diff(nil, r),
			})
			records = append(records, r)
		}
		put(o.Ledger)
		for _, a := range o.Accounts {
			put(a)
		}
		head, err := tx.Head(o.Ledger.ID.Journal())
		if err != nil {
			return err
		}
		Seal(o.Ledger.ID.Journal(), head, entries)
		for i, a := range o.Accounts {
			a.Version = entries[i+1].Seq
		}
		if err := tx.Append(entries, records); err != nil {
			return err
		}
		if o.Document == nil {
			return nil
		}
		return tx.PutDocument(o.Document)
	})
}

// ensureBodies gives a government that has no list of bodies the one given.
func (d *Desk) ensureBodies(ctx context.Context, who Actor, place string, bodies []*Body) error {
	return d.system(ctx, who, ActOpen, func(tx Tx) ([]update, error) {
		have, err := tx.Bodies(place)
		if err != nil || len(have) > 0 {
			return nil, err
		}
		updates := make([]update, len(bodies))
		for i, b := range bodies {
			updates[i].after = b
		}
		return updates, nil
	})
}

// PutBodies replaces a government's list of bodies. Those that are no longer on
// it are retired: they stay where they stand and cannot be chosen. It returns
// how many were added, changed and retired.
func (d *Desk) PutBodies(ctx context.Context, who Actor, place string, bodies []*Body) (added, changed, retired int, err error) {
	if !who.May(KeepBodies, nil, nil) || who.Place != "" && who.Place != place {
		return 0, 0, 0, &Forbidden{who, KeepBodies}
	}
	err = d.system(ctx, who, ActImport, func(tx Tx) ([]update, error) {
		added, changed, retired = 0, 0, 0
		have, err := tx.Bodies(place)
		if err != nil {
			return nil, err
		}
		old := map[string]*Body{}
		for _, b := range have {
			old[b.Code] = b
		}
		var updates []update
		for _, b := range bodies {
			was := old[b.Code]
			delete(old, b.Code)
			switch {
			case was == nil:
				added++
				updates = append(updates, update{nil, b})
			case len(Diff(was, b)) > 0:
				changed++
				updates = append(updates, update{was, b})
			}
		}
		for _, b := range have {
			if old[b.Code] != nil && !b.Retired {
				gone := *b
				gone.Retired = true
				updates = append(updates, update{b, &gone})
				retired++
			}
		}
		return updates, nil
	})
	return added, changed, retired, err
}

// PutBody adds one body to its government's list, or changes it.
func (d *Desk) PutBody(ctx context.Context, who Actor, b *Body) error {
	if !who.May(KeepBodies, nil, nil) || who.Place != "" && who.Place != b.Place {
		return &Forbidden{who, KeepBodies}
	}
	return d.system(ctx, who, ActEdit, func(tx Tx) ([]update, error) {
		have, err := tx.Bodies(b.Place)
		if err != nil {
			return nil, err
		}
		for _, was := range have {
			if was.Code == b.Code {
				return []update{{was, b}}, nil
			}
		}
		return []update{{nil, b}}, nil
	})
}

// Learn keeps a past breakdown. Its error is *Exists where the same file was
// learned before.
func (d *Desk) Learn(ctx context.Context, who Actor, p *Precedent) error {
	if !who.May(KeepBodies, nil, nil) {
		return &Forbidden{who, KeepBodies}
	}
	return d.system(ctx, who, ActImport, func(tx Tx) ([]update, error) {
		all, err := tx.Precedents()
		if err != nil {
			return nil, err
		}
		for _, have := range all {
			if have.ID == p.ID {
				return nil, &Exists{KindPrecedent, have.Name}
			}
		}
		return []update{{nil, p}}, nil
	})
}

// update is a record before and after a command; before is nil for a new one.
type update struct{ before, after Record }

// system appends to the system journal what the updates that decide gives
// change.
func (d *Desk) system(ctx context.Context, who Actor, action Action, decide func(Tx) ([]update, error)) error {
	return d.Store.Update(ctx, System, func(tx Tx) error {
		updates, err := decide(tx)
		if err != nil {
			return err
		}
		now := d.Now().UTC().Truncate(time.Microsecond)
		var entries []*Entry
		var records []Record
		for _, u := range updates {
			changes := Diff(u.before, u.after)
			if len(changes) == 0 {
				continue
			}
			entries = append(entries, &Entry{
				At: now, Who: who.Name, Action: action,
				Kind: u.after.RecordKind(), Subject: u.after.RecordKey(), Changes: changes,
			})
			records = append(records, u.after)
		}
		if len(entries) == 0 {
			return nil
		}
		head, err := tx.Head(System)
		if err != nil {
			return err
		}
		Seal(System, head, entries)
		return tx.Append(entries, records)
	})
}
