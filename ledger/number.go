package ledger

import "fmt"

// accountNumber is a whole number as accounts have it.
func accountNumber(n int) string { return fmt.Sprint(n) }

// free reports whether no other live account has a's number, in the store or in
// the batch so far.
func (w *work) free(a *Account) (bool, error) {
	moved := map[string]bool{}
	for _, c := range w.changed {
		moved[c.ID] = true
		if c.ID != a.ID && c.Number == a.Number && c.State.Live() {
			return false, nil
		}
	}
	page, err := w.tx.Accounts(Query{Ledger: w.ledger.ID, Number: a.Number, States: []State{Proposed, Accepted}})
	if err != nil {
		return false, err
	}
	for _, other := range page.Accounts {
		if other.ID != a.ID && !moved[other.ID] {
			return false, nil
		}
	}
	return true, nil
}

// freeNumber is the number of an account made after another: the first part
// number of it that no account has; at the end, the first whole number from n on.
func (w *work) freeNumber(after *Account, n int) (string, error) {
	for i := 0; ; i++ {
		a := &Account{Number: accountNumber(n + i)}
		if after != nil {
			a.Number = SplitNumber(after.Number, i+1)
		}
		if free, err := w.free(a); err != nil || free {
			return a.Number, err
		}
	}
}

// uniqueNumbers notes the live accounts of the batch whose number another has.
// It looks when all is done, so that numbers can change places.
func (w *work) uniqueNumbers() error {
	for _, a := range w.changed {
		if !a.State.Live() || !w.renumbers(a) {
			continue
		}
		free, err := w.free(a)
		if err != nil {
			return err
		}
		if !free {
			w.problems = append(w.problems, Problem{a.ID, "number", BadNumber, []string{a.Number}})
		}
	}
	return nil
}

// renumbers reports whether the batch gives a its number, or makes it live.
func (w *work) renumbers(a *Account) bool {
	for _, e := range w.entries {
		if e.Kind != KindAccount || e.Subject != a.ID {
			continue
		}
		for _, c := range e.Changes {
			if c.Field == "number" || c.Field == "state" {
				return true
			}
		}
	}
	return false
}
