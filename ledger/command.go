package ledger

import (
	"context"
	"slices"
	"strings"
)

// Ref is an account as its reader saw it.
type Ref struct {
	ID      string
	Version int64
}

// Accept confirms accounts as they stand, all or none.
func (d *Desk) Accept(ctx context.Context, who Actor, id ID, refs []Ref, why string) (Result, error) {
	b := Batch{Action: ActAccept, Why: why}
	for _, r := range refs {
		b.Edits = append(b.Edits, Edit{r.ID, r.Version, func(a *Account) { a.State = Accepted }})
	}
	return d.Do(ctx, who, id, b)
}

// Drop takes accounts out of the ledger, with a reason. They stay on record.
func (d *Desk) Drop(ctx context.Context, who Actor, id ID, refs []Ref, why string) (Result, error) {
	if strings.TrimSpace(why) == "" {
		return Result{}, &Invalid{[]Problem{{Code: NeedDrop}}}
	}
	b := Batch{Action: ActDrop, Why: why}
	for _, r := range refs {
		b.Edits = append(b.Edits, Edit{r.ID, r.Version, func(a *Account) { a.State = Dropped }})
	}
	return d.Do(ctx, who, id, b)
}

// Restore takes a dropped account up again, to be looked at anew.
func (d *Desk) Restore(ctx context.Context, who Actor, id ID, r Ref, why string) (Result, error) {
	return d.Do(ctx, who, id, Batch{Action: ActRestore, Why: why, Unlive: true, Edits: []Edit{{r.ID, r.Version, func(a *Account) {
		if a.State == Dropped {
			a.State = Proposed
		}
	}}}})
}

// Portion is one of the accounts that an account is split into.
type Portion struct {
	Task  string
	Spans []Span // where it stands in the report; empty for that of the whole
}

// Split makes several accounts of one. The first portion stays the account
// itself; each other is a new one behind it, with what the account had but its
// bodies' parts and terms: those of the terms whose number stands in its spans.
func (d *Desk) Split(ctx context.Context, who Actor, id ID, r Ref, portions []Portion, why string) (Result, error) {
	if len(portions) < 2 {
		return Result{}, &Invalid{[]Problem{{Account: r.ID, Code: BadSplit}}}
	}
	plan := func(tx Reader, _ *Ledger) ([]Edit, []Add, error) {
		whole, err := tx.Account(id, r.ID)
		if err != nil {
			return nil, nil, err
		}
		var adds []Add
		for _, p := range portions[1:] {
			a := whole.Clone()
			a.Number, a.State, a.Parts, a.From = "", Proposed, nil, []string{whole.ID}
			portion(a, p)
			adds = append(adds, Add{a, r.ID})
		}
		return []Edit{{r.ID, r.Version, func(a *Account) { portion(a, portions[0]) }}}, adds, nil
	}
	return d.Do(ctx, who, id, Batch{Action: ActSplit, Why: why, Plan: plan})
}

// portion makes a the account of p.
func portion(a *Account, p Portion) {
	a.Task = OneLine(p.Task)
	if len(p.Spans) == 0 {
		return
	}
	a.Spans = slices.Clone(p.Spans)
	a.Terms = slices.DeleteFunc(slices.Clone(a.Terms), func(t Terms) bool {
		return t.At != 0 && !slices.ContainsFunc(p.Spans, func(s Span) bool { return s.Start <= t.At && t.At < s.End })
	})
}

// Merge makes one account of several: the first stays, with the words, places,
// terms, bodies and milestones of all; the others are marked as merged into it.
// task is how the whole is worded; "" joins the tasks.
func (d *Desk) Merge(ctx context.Context, who Actor, id ID, refs []Ref, task, why string) (Result, error) {
	if len(refs) < 2 {
		return Result{}, &Invalid{[]Problem{{Code: BadMerge}}}
	}
	plan := func(tx Reader, _ *Ledger) ([]Edit, []Add, error) {
		var all []*Account
		for _, r := range refs {
			a, err := tx.Account(id, r.ID)
			if err != nil {
				return nil, nil, err
			}
			all = append(all, a)
		}
		edits := []Edit{{refs[0].ID, refs[0].Version, func(a *Account) { absorb(a, all[1:], task) }}}
		for _, r := range refs[1:] {
			edits = append(edits, Edit{r.ID, r.Version, func(a *Account) { a.State, a.Into = Merged, refs[0].ID }})
		}
		return edits, nil, nil
	}
	return d.Do(ctx, who, id, Batch{Action: ActMerge, Why: why, Plan: plan})
}

// absorb adds to a what others hold.
func absorb(a *Account, others []*Account, task string) {
	tasks := []string{a.Task}
	for _, o := range others {
		tasks = append(tasks, o.Task)
		a.Spans = append(a.Spans, o.Spans...)
		a.Terms = append(a.Terms, o.Terms...)
		a.Milestones = append(a.Milestones, o.Milestones...)
		a.From = append(a.From, o.ID)
		if o.Hardness == Hard {
			a.Hardness = Hard
		}
		for _, code := range o.Lead {
			if !a.Owes(code) {
				a.Lead = append(a.Lead, code)
			}
		}
		for _, code := range o.Supporting {
			if !a.Owes(code) {
				a.Supporting = append(a.Supporting, code)
			}
		}
	}
	slices.SortFunc(a.Spans, func(x, y Span) int { return x.Start - y.Start })
	a.Task = task
	if task == "" {
		a.Task = strings.Join(tasks, "；")
	}
}

// Add makes an account by hand, listed after the account with the ID after.
func (d *Desk) Add(ctx context.Context, who Actor, id ID, a *Account, after, why string) (Result, error) {
	return d.Do(ctx, who, id, Batch{Action: ActAdd, Why: why, Adds: []Add{{a, after}}})
}
