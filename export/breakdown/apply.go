package breakdown

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"

	"pledger/ledger"
)

// Batch is the command that takes the steps of a plan into the ledger l: all
// its changes and additions, or none. Each change is over the version of the
// account that the plan was made of, so that one made over an older ledger is
// refused as a conflict. ok is false where a step is refused; then there is
// nothing to carry out.
//
// An added account is listed after the account of the row before it.
func Batch(steps []Step, l *ledger.Ledger) (b ledger.Batch, ok bool) {
	b = ledger.Batch{Action: ledger.ActImport}
	after := ""
	for _, s := range steps {
		switch s.Kind {
		case Refused:
			return ledger.Batch{Action: ledger.ActImport}, false
		case Changed:
			b.Edits = append(b.Edits, ledger.Edit{
				Account: s.Account.ID, Version: s.Account.Version,
				Change: func(a *ledger.Account) { s.apply(a, l) },
			})
		case Added:
			b.Adds = append(b.Adds, ledger.Add{Account: s.account(l), After: after})
		}
		if s.Account != nil && s.Row != nil {
			after = s.Account.ID
		}
	}
	return b, true
}

// apply changes an account as the step says.
func (s *Step) apply(a *ledger.Account, l *ledger.Ledger) {
	for _, c := range s.Changes {
		switch c.Field {
		case Task:
			a.Task = ledger.OneLine(s.Row.Task)
		case Lead:
			a.Lead = slices.Clone(s.Lead)
		case Supporting:
			a.Supporting = slices.Clone(s.Supporting)
		case Leader:
			a.Leader = ledger.OneLine(s.Row.Leader)
		case Deadline:
			a.Deadline = ledger.ParseDeadline(s.Row.Deadline, l.Year)
		case Category:
			a.Category = s.Row.Category
		case Note:
			a.Note = s.Row.Note
		}
	}
}

// account is the account that a row without one becomes, to be looked at like
// those that the reader found.
func (s *Step) account(l *ledger.Ledger) *ledger.Account {
	a := &ledger.Account{
		Number: s.Row.Number, State: ledger.Proposed, Task: ledger.OneLine(s.Row.Task),
		Category: cmp.Or(s.Row.Category, ledger.Task), Hardness: cmp.Or(s.Row.Hardness, ledger.Soft),
		Lead: slices.Clone(s.Lead), Supporting: slices.Clone(s.Supporting), Leader: ledger.OneLine(s.Row.Leader), Note: s.Row.Note,
	}
	if s.Row.Deadline != "" {
		a.Deadline = ledger.ParseDeadline(s.Row.Deadline, l.Year)
	}
	if _, ok := l.Section(s.Row.Section); ok {
		a.Section = s.Row.Section
	}
	return a
}

// Digest tells two plans apart: it is the same for two that do the same to the
// same accounts, and differs where one of them was changed meanwhile.
func Digest(steps []Step) string {
	h := sha256.New()
	enc := json.NewEncoder(h)
	for _, s := range steps {
		key := struct {
			Kind             StepKind
			Account          string
			Version          int64
			Row              *Row
			Changes          []Change
			Lead, Supporting []string
		}{Kind: s.Kind, Row: s.Row, Changes: s.Changes, Lead: s.Lead, Supporting: s.Supporting}
		if s.Account != nil {
			key.Account, key.Version = s.Account.ID, s.Account.Version
		}
		if err := enc.Encode(key); err != nil {
			panic("breakdown: a step does not encode: " + err.Error()) // plain values only
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}
