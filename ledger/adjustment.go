package ledger

import (
	"encoding/json"
	"slices"
	"time"
)

// Adjustment（目标调整）is a change of an account after its ledger was published:
// of its targets, or that it was given up, merged or taken up again.
type Adjustment struct {
	Day   string  // of the change, 2006-01-02, by the office's clock
	State State   // as it stood before
	Terms []Terms // as they stood before
	Why   string  // the author's reason
}

// Adjustments lists, by account and in their order, the adjustments of a
// ledger's accounts; none where it was never published. Changes of the terms
// that leave what is asked for as it was count for nothing, and so do accounts
// that were made later.
func Adjustments(r Reader, l *Ledger) (map[string][]Adjustment, error) {
	return adjustments(r, l, nil)
}

// AdjustmentsOf lists those of one account.
func AdjustmentsOf(r Reader, l *Ledger, account string) ([]Adjustment, error) {
	all, err := adjustments(r, l, &Key{KindAccount, account})
	return all[account], err
}

// adjustments is Adjustments of one account, of all where subject is nil.
func adjustments(r Reader, l *Ledger, subject *Key) (map[string][]Adjustment, error) {
	issued, err := issuedAt(r, l)
	if err != nil || issued == 0 {
		return nil, err
	}
	all := map[string][]Adjustment{}
	made := map[string]bool{}
	var failed error
	err = r.Entries(l.ID.Journal(), issued, subject, func(e *Entry) bool {
		if e.Kind != KindAccount || made[e.Subject] {
			return true
		}
		if created(e) {
			made[e.Subject] = true
			return true
		}
		var a *Adjustment
		if a, failed = adjustment(e); a != nil {
			all[e.Subject] = append(all[e.Subject], *a)
		}
		return failed == nil
	})
	if err == nil {
		err = failed
	}
	if err != nil {
		return nil, err
	}
	return all, complete(r, l, all)
}

// issuedAt is the entry with which the ledger was first published; 0 where it
// was not.
func issuedAt(r Reader, l *Ledger) (seq int64, err error) {
	if l.Issued == "" {
		return 0, nil
	}
	err = r.Entries(l.ID.Journal(), 0, &Key{KindLedger, string(l.ID)}, func(e *Entry) bool {
		if slices.ContainsFunc(e.Changes, func(c Change) bool { return c.Field == "issued" }) {
			seq = e.Seq
		}
		return seq == 0
	})
	return seq, err
}

// adjustment is what an entry changed of an account; nil for nothing that counts.
// What it left as it was is empty.
func adjustment(e *Entry) (*Adjustment, error) {
	a := &Adjustment{Day: e.At.In(OfficeTime).Format(time.DateOnly), Why: e.Why}
	counts := false
	for _, c := range e.Changes {
		var err error
		switch c.Field {
		case "state":
			var after State
			if err = json.Unmarshal(c.Before, &a.State); err == nil {
				err = json.Unmarshal(c.After, &after)
			}
			counts = counts || a.State.Live() != after.Live()
		case "terms":
			var after []Terms
			if err = json.Unmarshal(c.Before, &a.Terms); err == nil {
				err = json.Unmarshal(c.After, &after)
			}
			if a.Terms == nil {
				a.Terms = []Terms{}
			}
			counts = counts || !slices.EqualFunc(a.Terms, after, func(x, y Terms) bool { return x.SameAs(&y) })
		}
		if err != nil {
			return nil, err
		}
	}
	if !counts {
		return nil, nil
	}
	return a, nil
}

// complete fills in what changes left as it was: from the one after, the last
// from the account as it stands.
func complete(r Reader, l *Ledger, all map[string][]Adjustment) error {
	for id, changes := range all {
		a, err := r.Account(l.ID, id)
		if err != nil {
			return err
		}
		state, terms := a.State, a.Terms
		for i := len(changes) - 1; i >= 0; i-- {
			c := &changes[i]
			if c.State == "" {
				c.State = state
			}
			if c.Terms == nil {
				c.Terms = terms
			}
			state, terms = c.State, c.Terms
		}
	}
	return nil
}

// Adjusted reports whether the account was given up or merged after its ledger
// was published, so that it is still to be accounted for（目标调整）.
func (a *Account) Adjusted(changes []Adjustment) bool { return !a.State.Live() && len(changes) > 0 }

// SameAs reports whether the terms ask for the same: the same number, in the
// same unit, of the same thing, by the same time. How they are worded does not
// count.
func (t *Terms) SameAs(other *Terms) bool {
	plain := func(t Terms) Terms {
		t.At, t.Subject, t.Written, t.Nature, t.Indicator = 0, "", "", "", ""
		return t
	}
	return plain(*t) == plain(*other)
}
