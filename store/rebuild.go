package store

import (
	"context"
	"fmt"

	"pledger/ledger"
	"pledger/store/fault"
	"pledger/store/raw"
)

// Rebuild writes everything that is derived from entries anew, in one
// transaction. Entries, reports and secrets stay as they are. The error is a
// *ledger.Broken where the entries themselves do not hold: nothing is derived
// from those.
func Rebuild(ctx context.Context, s ledger.Store) error {
	k, ok := s.(raw.Keeper)
	if !ok {
		return fault.Of(fault.Misuse, "", fmt.Sprintf("a %T cannot be rebuilt", s))
	}
	return k.Maintain(ctx, rebuild)
}

// rebuild is Rebuild inside a transaction.
func rebuild(w raw.Writer) error {
	if err := w.Forget(); err != nil {
		return err
	}
	journals, err := journals(w)
	if err != nil {
		return err
	}
	for _, j := range journals {
		if err := rebuildJournal(w, j); err != nil {
			return err
		}
	}
	return nil
}

// rebuildJournal writes the records of one journal.
func rebuildJournal(w raw.Writer, j ledger.Journal) error {
	var fold ledger.Fold
	if err := w.EachEntry(j, fold.Add); err != nil {
		return err
	}
	for key, doc := range fold.Docs(j) {
		r, err := ledger.Decode(key.Kind, doc)
		if err != nil {
			return err
		}
		if err := w.PutRecord(j, r, fold.Version(j, key)); err != nil {
			return err
		}
	}
	batches, checks, err := spoken(&fold, j)
	if err != nil {
		return err
	}
	return w.PutOpenRuns(j, raw.OpenRuns(batches, checks))
}
