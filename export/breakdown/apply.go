package breakdown

import (
	"slices"

	"pledger/ledger"
)

// Batch is the command that carries out a plan: all its changes and additions,
// or none. Each change is over the version of the account that the plan was
// made of, so that one made over an older ledger is refused as a conflict. ok is
// false where the plan has an error; then there is nothing to carry out.
//
// An added account is accepted: somebody wrote it into a breakdown. It is listed
// after the account of the row before it.
func Batch(table *Table, l *ledger.Ledger, steps []Step) (b ledger.Batch, ok bool) {
	b = ledger.Batch{Action: ledger.ActImport}
	after := ""
	for _, s := range steps {
		switch s.Kind {
		case Refused:
			return ledger.Batch{Action: ledger.ActImport}, false
		case Changed:
			b.Edits = append(b.Edits, ledger.Edit{Account: s.Account.ID, Version: s.Account.Version, Change: s.change(l)})
		case Added:
			b.Adds = append(b.Adds, ledger.Add{Account: s.account(l), After: after})
		}
		if s.Account != nil && s.Row != nil {
			after = s.Account.ID
		}
	}
	return b, true
}

// change makes an account say what the step's row says, in the fields in which
// they differ.
func (s Step) change(l *ledger.Ledger) func(*ledger.Account) {
	return func(a *ledger.Account) {
		for _, c := range s.Changes {
			switch c.Field {
			case Task:
				a.Task = s.Row.Task
			case Lead:
				a.Lead = slices.Clone(s.Lead)
			case Supporting:
				a.Supporting = slices.Clone(s.Supporting)
			case Leader:
				a.Leader = s.Row.Leader
			case Deadline:
				a.Deadline = ledger.ParseDeadline(s.Row.Deadline, l.Year)
			case Category:
				a.Category = s.Row.Category
			case Note:
				a.Note = s.Row.Note
			}
		}
	}
}

// account is the account that the step's row makes.
func (s Step) account(l *ledger.Ledger) *ledger.Account {
	r := s.Row
	a := &ledger.Account{
		Category: r.Category, State: ledger.Accepted, Task: r.Task, Hardness: r.Hardness,
		Lead: slices.Clone(s.Lead), Supporting: slices.Clone(s.Supporting), Leader: r.Leader, Note: r.Note,
	}
	if a.Category == "" {
		a.Category = ledger.Task
	}
	if a.Hardness == "" {
		a.Hardness = ledger.Soft
		if r.Target != "" {
			a.Hardness = ledger.Hard
		}
	}
	if _, known := l.Section(r.Section); known {
		a.Section = r.Section
	}
	if r.Deadline != "" {
		a.Deadline = ledger.ParseDeadline(r.Deadline, l.Year)
	}
	return a
}
