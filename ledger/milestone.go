package ledger

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// Milestone（节点）is a step on the way.
type Milestone struct {
	Due  Deadline `json:"due"`
	What string   `json:"what"`           // 开工, 主体完工
	Done string   `json:"done,omitempty"` // the day on which it was reported reached, 2006-01-02; "" for not yet
}

// Reach reports that an account's i-th milestone, from 0, is reached: today, by
// the office's clock. Whoever may plan the account may. note says how; it may be
// empty.
func (d *Desk) Reach(ctx context.Context, who Actor, id ID, r Ref, i int, note string) (Result, error) {
	return d.mark(ctx, who, id, r, i, Batch{Action: ActReach, Right: PlanAccount, Why: note},
		d.Now().In(OfficeTime).Format(time.DateOnly))
}

// Unreach takes back, with a reason, that a milestone was reached.
func (d *Desk) Unreach(ctx context.Context, who Actor, id ID, r Ref, i int, why string) (Result, error) {
	if OneLine(why) == "" {
		return Result{}, &Invalid{[]Problem{{Account: r.ID, Code: NeedUnreach}}}
	}
	return d.mark(ctx, who, id, r, i, Batch{Action: ActUnreach, Why: why}, "")
}

// mark sets the day on which a milestone was reached; "" for not yet. One that is
// as it should be is left.
func (d *Desk) mark(ctx context.Context, who Actor, id ID, r Ref, i int, b Batch, day string) (Result, error) {
	b.Plan = func(tx Reader, _ *Ledger) ([]Edit, []Add, error) {
		a, err := tx.Account(id, r.ID)
		if err != nil {
			return nil, nil, err
		}
		if r.Version != AnyVersion && r.Version != a.Version {
			return []Edit{{r.ID, r.Version, func(*Account) {}}}, nil, nil // a conflict
		}
		if i < 0 || i >= len(a.Milestones) {
			return nil, nil, &Invalid{[]Problem{{Account: a.ID, Field: "milestones", Code: BadNode, Args: []string{fmt.Sprint(i + 1)}}}}
		}
		if (a.Milestones[i].Done == "") == (day == "") {
			return nil, nil, nil
		}
		return []Edit{{r.ID, r.Version, func(a *Account) { a.Milestones[i].Done = day }}}, nil, nil
	}
	return d.Do(ctx, who, id, b)
}

// Carried are milestones planned anew, of which those that stood before keep the
// day on which they were reached: those of the same words, and of the rest those
// of the same day. before is used up.
func Carried(before, after []Milestone) []Milestone {
	after = slices.Clone(after)
	before = slices.Clone(before)
	for _, same := range []func(a, b *Milestone) bool{
		func(a, b *Milestone) bool { return a.What == b.What && a.Due.Text == b.Due.Text },
		func(a, b *Milestone) bool { return a.What == b.What },
		func(a, b *Milestone) bool { return a.Due.Text == b.Due.Text },
	} {
		for i := range after {
			if after[i].Done != "" {
				continue
			}
			j := slices.IndexFunc(before, func(m Milestone) bool { return m.Done != "" && same(&after[i], &m) })
			if j >= 0 {
				after[i].Done = before[j].Done
				before = slices.Delete(before, j, j+1)
			}
		}
	}
	return after
}
