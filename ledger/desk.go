package ledger

import (
	"context"
	"slices"
	"time"

	"pledger/lexicon"
)

// Desk（台账桌面）is where ledgers are worked on: every command is one
// transaction that checks the actor's right, the versions it was based on and
// the result, and appends the entries that tell it. Nothing is written unless
// all of it is.
type Desk struct {
	Store   Store
	Lexicon *lexicon.Lexicon
	Now     func() time.Time // the clock; read once a transaction
}

// AnyVersion as Edit.Version means: whatever stands.
const AnyVersion = 0

// Edit is a change to one account.
type Edit struct {
	Account string
	// Version is that of the account as the author read it. Where another
	// version stands now the command is refused with a *Conflict.
	Version int64
	// Change changes the account, which is a copy of what stands. It may run
	// again and must do nothing else.
	Change func(*Account)
}

// Batch is one command: everything in it happens, or nothing.
type Batch struct {
	Action Action
	Right  Right // that the actor needs over each account; EditLedger where empty
	Why    string
	Edits  []Edit
	Adds   []Add
	// Plan decides on more edits and additions over what stands in the
	// transaction; nil where there are none. It may run again.
	Plan   func(Reader, *Ledger) ([]Edit, []Add, error)
	Ledger func(*Ledger) // changes the ledger itself; nil for no change
	// Unlive allows edits of accounts that are dropped or merged.
	Unlive bool
}

// Add is an account to be made. ID and, where it is empty, Number are given by
// the desk; the account is listed after the account After, at the end where
// that is "". Several after the same account are listed as they are given.
type Add struct {
	Account *Account
	After   string
}

// Result is what a command did. Op is 0 where there was nothing to change.
type Result struct {
	Op       int64
	Accounts []*Account // those changed and added, as they now stand, edits first
}

// Do carries out a batch on the ledger. Its error is *NotFound, *Forbidden,
// *Conflict or *Invalid, or the store's.
func (d *Desk) Do(ctx context.Context, who Actor, id ID, b Batch) (Result, error) {
	var result Result
	err := d.Store.Update(ctx, id.Journal(), func(tx Tx) error {
		l, err := tx.Ledger(id)
		if err != nil {
			return err
		}
		w := &work{desk: d, tx: tx, who: who, batch: &b, ledger: l, now: d.Now().UTC().Truncate(time.Microsecond)}
		result, err = w.do()
		return err
	})
	if err != nil {
		return Result{}, err
	}
	return result, nil
}

// work is one run of a batch inside its transaction.
type work struct {
	desk   *Desk
	tx     Tx
	who    Actor
	batch  *Batch
	ledger *Ledger
	now    time.Time

	entries  []*Entry
	records  []Record
	changed  []*Account
	problems []Problem
	conflict Conflict
	checks   checks
}

// do checks and carries out the batch.
func (w *work) do() (Result, error) {
	if err := w.allowed(); err != nil {
		return Result{}, err
	}
	w.checks = checks{desk: w.desk, tx: w.tx, ledger: w.ledger}
	if !plain(w.batch.Why) {
		w.problems = append(w.problems, Problem{Field: "why", Code: BadText})
	}
	after := *w.ledger
	if err := w.accounts(&after); err != nil {
		return Result{}, err
	}
	if w.batch.Ledger != nil {
		w.batch.Ledger(&after)
	}
	w.note(w.ledger, &after)
	if w.ledger.Stage != Draft && w.batch.Why == "" && w.batch.Action != ActReach && (len(w.changed) > 0 || w.batch.Action == ActReopen) {
		w.problems = append(w.problems, Problem{Code: NeedReason})
	}
	switch {
	case len(w.conflict.Accounts) > 0:
		return Result{}, w.explained()
	case len(w.problems) > 0:
		return Result{}, &Invalid{w.problems}
	case len(w.entries) == 0:
		return Result{}, nil
	}
	return w.commit()
}

// accounts carries out the edits and additions.
func (w *work) accounts(l *Ledger) error {
	edits, adds := w.batch.Edits, w.batch.Adds
	if w.batch.Plan != nil {
		moreEdits, moreAdds, err := w.batch.Plan(w.tx, w.ledger)
		if err != nil {
			return err
		}
		edits, adds = slices.Concat(edits, moreEdits), slices.Concat(adds, moreAdds)
	}
	for _, e := range edits {
		if err := w.edit(e); err != nil {
			return err
		}
	}
	for _, a := range adds {
		if err := w.add(l, a); err != nil {
			return err
		}
	}
	return w.uniqueNumbers()
}

// commit appends the entries.
func (w *work) commit() (Result, error) {
	j := w.ledger.ID.Journal()
	head, err := w.tx.Head(j)
	if err != nil {
		return Result{}, err
	}
	Seal(j, head, w.entries)
	for i, r := range w.records {
		if a, ok := r.(*Account); ok {
			a.Version = w.entries[i].Seq
		}
	}
	if err := w.tx.Append(w.entries, w.records); err != nil {
		return Result{}, err
	}
	return Result{Op: head.Seq + 1, Accounts: w.changed}, nil
}

// allowed checks the right over the ledger; a right over one account is checked
// with the account.
func (w *work) allowed() error {
	right := w.right()
	if right == PlanAccount || w.who.May(right, w.ledger, nil) {
		return nil
	}
	return &Forbidden{w.who, right}
}

// right is the right that the batch needs.
func (w *work) right() Right {
	if w.batch.Right == "" {
		return EditLedger
	}
	return w.batch.Right
}

// edit carries out one edit, or notes why it cannot be.
func (w *work) edit(e Edit) error {
	stands, err := w.tx.Account(w.ledger.ID, e.Account)
	if err != nil {
		return err
	}
	if !w.who.May(w.right(), w.ledger, stands) {
		return &Forbidden{w.who, w.right()}
	}
	switch {
	case e.Version != AnyVersion && e.Version != stands.Version:
		w.conflict.Accounts = append(w.conflict.Accounts, stands)
		return w.since(stands, e.Version)
	case !stands.State.Live() && !w.batch.Unlive:
		w.problems = append(w.problems, Problem{Account: stands.ID, Field: "state", Code: BadState, Args: []string{string(stands.State)}})
		return nil
	}
	after := stands.Clone()
	e.Change(after)
	after.Ledger, after.ID = stands.Ledger, stands.ID
	if !stands.State.Live() && after.State.Live() { // its number may have been given away
		if free, err := w.free(after); err != nil {
			return err
		} else if !free {
			if after.Number, err = w.freeNumber(nil, w.ledger.Next); err != nil {
				return err
			}
		}
	}
	problems, err := w.checks.account(stands, after)
	if err != nil {
		return err
	}
	w.problems = append(w.problems, problems...)
	w.note(stands, after)
	return nil
}

// since collects the entries that changed the account after a version.
func (w *work) since(a *Account, version int64) error {
	return w.tx.Entries(w.ledger.ID.Journal(), version, &Key{KindAccount, a.ID}, func(e *Entry) bool {
		w.conflict.Since = append(w.conflict.Since, e)
		return true
	})
}

// explained is the conflict with what is wrong besides left out: the author
// has to look again first.
func (w *work) explained() error {
	c := w.conflict
	return &c
}

// add makes one account.
func (w *work) add(l *Ledger, add Add) error {
	a := add.Account.Clone()
	a.Ledger, a.ID = l.ID, accountID(l.Next)
	l.Next++
	after, order, err := w.place(add.After)
	if err != nil {
		return err
	}
	a.Order = order
	if a.Number == "" {
		if a.Number, err = w.freeNumber(after, l.Next-1); err != nil {
			return err
		}
	}
	problems, err := w.checks.account(nil, a)
	if err != nil {
		return err
	}
	w.problems = append(w.problems, problems...)
	w.note(nil, a)
	return nil
}

// place is the account that a new one is listed after, nil for the end, and the
// new one's Order: half way to the next. Accounts of equal Order are listed by
// ID, that is, in the order in which they were made.
func (w *work) place(after string) (*Account, int64, error) {
	if after == "" {
		last, err := w.tx.Accounts(Query{Ledger: w.ledger.ID, Reverse: true, Limit: 1})
		if err != nil || len(last.Accounts) == 0 {
			return nil, OrderStep, err
		}
		return nil, last.Accounts[0].Order + OrderStep, nil
	}
	a, err := w.tx.Account(w.ledger.ID, after)
	if err != nil {
		return nil, 0, err
	}
	next, err := w.tx.Accounts(Query{Ledger: w.ledger.ID, Above: a.Order, Limit: 1})
	if err != nil {
		return nil, 0, err
	}
	if len(next.Accounts) == 0 {
		return a, a.Order + OrderStep, nil
	}
	return a, a.Order + (next.Accounts[0].Order-a.Order)/2, nil
}

// note keeps what changed between two states of a record as an entry. before
// is nil, or a nil pointer, for a record that is new.
func (w *work) note(before, after Record) {
	var changes []Change
	if a, ok := before.(*Account); before == nil || ok && a == nil {
		changes = Diff(nil, after)
	} else {
		changes = Diff(before, after)
	}
	if len(changes) == 0 {
		return
	}
	w.entries = append(w.entries, &Entry{
		At: w.now, Who: w.who.Name, Action: w.batch.Action,
		Kind: after.RecordKind(), Subject: after.RecordKey(), Changes: changes, Why: w.batch.Why,
	})
	w.records = append(w.records, after)
	if a, ok := after.(*Account); ok {
		w.changed = append(w.changed, a)
	}
}
