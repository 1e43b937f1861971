package ledger

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// Renumber numbers the live accounts in the order of the list, 1, 2, 3 … It is
// refused once the ledger has been published: papers refer to the numbers.
func (d *Desk) Renumber(ctx context.Context, who Actor, id ID, why string) (Result, error) {
	return d.Do(ctx, who, id, Batch{Action: ActRenumber, Why: why, Plan: func(tx Reader, l *Ledger) ([]Edit, []Add, error) {
		if l.Issued != "" {
			return nil, nil, refuse(BadStage, string(l.Stage))
		}
		edits, err := renumbering(tx, id)
		return edits, nil, err
	}})
}

// refuse is an *Invalid of one problem that is about no one account.
func refuse(code string, args ...string) error {
	return &Invalid{[]Problem{{Code: code, Args: args}}}
}

// renumbering are the edits that number the live accounts in their order.
func renumbering(tx Reader, id ID) ([]Edit, error) {
	n := 0
	var edits []Edit
	err := tx.EachAccount(id, func(a *Account) bool {
		if !a.State.Live() {
			return true
		}
		n++
		if number := accountNumber(n); a.Number != number {
			edits = append(edits, Edit{a.ID, a.Version, func(e *Account) { e.Number = number }})
		}
		return true
	})
	return edits, err
}

// Approve settles a draft: from then on a change needs a reason. Every account
// must be accepted, dropped or merged, with a lead and a deadline. A ledger that
// was never published is numbered anew.
func (d *Desk) Approve(ctx context.Context, who Actor, id ID, why string) (Result, error) {
	return d.Do(ctx, who, id, Batch{
		Action: ActApprove, Right: Approve, Why: why,
		Plan: func(tx Reader, l *Ledger) ([]Edit, []Add, error) {
			if l.Stage != Draft {
				return nil, nil, refuse(BadStage, string(l.Stage))
			}
			if err := ready(tx, id); err != nil || l.Issued != "" {
				return nil, nil, err
			}
			edits, err := renumbering(tx, id)
			return edits, nil, err
		},
		Ledger: func(l *Ledger) { l.Stage = Approved },
	})
}

// The names of what an approval can lack, the first argument of NotReady.
const (
	LackDecision = "decision" // nobody accepted or dropped it
	LackLead     = "lead"
	LackDeadline = "deadline"
)

// ready reports what a ledger lacks for its approval.
func ready(tx Reader, id ID) error {
	const shown = 10 // numbers that a message names
	lacking := map[string][]string{}
	accounts := 0
	err := tx.EachAccount(id, func(a *Account) bool {
		if !a.State.Live() {
			return true
		}
		accounts++
		if a.State == Proposed {
			lacking[LackDecision] = append(lacking[LackDecision], a.Number)
		}
		if len(a.Lead) == 0 {
			lacking[LackLead] = append(lacking[LackLead], a.Number)
		}
		if a.Deadline.Text == "" {
			lacking[LackDeadline] = append(lacking[LackDeadline], a.Number)
		}
		return true
	})
	if err != nil {
		return err
	}
	if accounts == 0 {
		return refuse(NothingToDo)
	}
	var problems []Problem
	for _, what := range []string{LackDecision, LackLead, LackDeadline} {
		if n := len(lacking[what]); n > 0 {
			problems = append(problems, Problem{Code: NotReady, Args: []string{
				what, fmt.Sprint(n), strings.Join(lacking[what][:min(n, shown)], "、"),
			}})
		}
	}
	if problems == nil {
		return nil
	}
	return &Invalid{problems}
}

// Reopen takes an approved or published ledger back into drafting, with a reason.
func (d *Desk) Reopen(ctx context.Context, who Actor, id ID, why string) (Result, error) {
	return d.step(ctx, who, id, ActReopen, why, func(l *Ledger) bool {
		ok := l.Stage != Draft
		l.Stage = Draft
		return ok
	})
}

// Publish opens an approved ledger to the public.
func (d *Desk) Publish(ctx context.Context, who Actor, id ID, why string) (Result, error) {
	return d.step(ctx, who, id, ActPublish, why, func(l *Ledger) bool {
		ok := l.Stage == Approved
		l.Stage = Published
		if l.Issued == "" {
			l.Issued = d.Now().Format(time.DateOnly)
		}
		return ok
	})
}

// step moves a ledger to another stage, if move allows it.
func (d *Desk) step(ctx context.Context, who Actor, id ID, action Action, why string, move func(*Ledger) bool) (Result, error) {
	return d.Do(ctx, who, id, Batch{
		Action: action, Right: Approve, Why: why,
		Plan: func(_ Reader, l *Ledger) ([]Edit, []Add, error) {
			after := *l
			if !move(&after) {
				return nil, nil, refuse(BadStage, string(l.Stage))
			}
			return nil, nil, nil
		},
		Ledger: func(l *Ledger) { move(l) },
	})
}
