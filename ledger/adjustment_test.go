package ledger_test

import (
	"reflect"
	"testing"
	"time"

	"pledger/ledger"
)

// TestAdjustments demands what was changed of targets after the publication, as
// it stood before, and nothing else.
func TestAdjustments(t *testing.T) {
	onBoth(t, func(t *testing.T, o *office) {
		edit := func(account string, change func(*ledger.Account)) {
			t.Helper()
			o.must(o.Do(o.ctx, operator, o.id, ledger.Batch{Action: ledger.ActTerms, Why: "会议研究", Edits: []ledger.Edit{{Account: account, Change: change}}}))
		}
		var ready []ledger.Edit
		adjusted := func() (all map[string][]ledger.Adjustment) {
			t.Helper()
			o.view(func(r ledger.Reader) error {
				l, err := r.Ledger(o.id)
				if err != nil {
					return err
				}
				all, err = ledger.Adjustments(r, l)
				return err
			})
			return all
		}
		o.must(o.Drop(o.ctx, operator, o.id, []ledger.Ref{{ID: "0009"}}, "不是任务"))
		edit("0001", func(a *ledger.Account) { a.Terms[0].Value = "5.5" })
		if got := adjusted(); len(got) != 0 {
			t.Fatalf("before the publication: %v", got)
		}
		o.view(func(r ledger.Reader) error {
			return r.EachAccount(o.id, func(a *ledger.Account) bool {
				if a.State.Live() {
					ready = append(ready, ledger.Edit{Account: a.ID, Change: func(a *ledger.Account) { a.State, a.Lead = ledger.Accepted, []string{"reform"} }})
				}
				return true
			})
		})
		o.must(o.Do(o.ctx, operator, o.id, ledger.Batch{Action: ledger.ActAccept, Edits: ready}))
		o.must(o.Approve(o.ctx, operator, o.id, ""))
		o.must(o.Publish(o.ctx, operator, o.id, ""))
		o.now = time.Date(2024, 8, 9, 17, 0, 0, 0, time.UTC) // the 10th in Beijing
		edit("0001", func(a *ledger.Account) { a.Terms[0].Value = "5" })
		edit("0001", func(a *ledger.Account) { a.Terms[0].Written, a.Note = "5%左右", "改写" })
		edit("0002", func(a *ledger.Account) { a.Lead = []string{"finance"} })
		o.now = o.now.AddDate(0, 1, 0)
		edit("0001", func(a *ledger.Account) { a.Terms[0].Value = "4.5" })
		o.must(o.Drop(o.ctx, operator, o.id, []ledger.Ref{{ID: "0003"}}, "上级调整"))
		o.must(o.Restore(o.ctx, operator, o.id, ledger.Ref{ID: "0003"}, "恢复"))
		o.must(o.Drop(o.ctx, operator, o.id, []ledger.Ref{{ID: "0004"}}, "上级调整"))
		made := o.must(o.Add(o.ctx, operator, o.id, &ledger.Account{Category: ledger.Task, State: ledger.Accepted, Hardness: ledger.Hard, Task: "新任务"}, "", "增加"))
		o.must(o.Drop(o.ctx, operator, o.id, []ledger.Ref{{ID: made.Accounts[0].ID}}, "又不要了"))

		all := adjusted()
		first := all["0001"]
		if len(all) != 3 || len(first) != 2 || first[0].Day != "2024-08-10" || first[0].Terms[0].Value != "5.5" || first[1].Day != "2024-09-10" ||
			first[1].Terms[0].Value != "5" || first[0].State != ledger.Accepted || first[0].Why != "会议研究" {
			t.Errorf("changed targets: %+v", all)
		}
		if third := all["0003"]; len(third) != 2 || third[0].State != ledger.Accepted || third[1].State != ledger.Dropped || len(third[0].Terms) == 0 {
			t.Errorf("given up and taken up again: %+v", third)
		}
		o.view(func(r ledger.Reader) error {
			l, err := r.Ledger(o.id)
			if err != nil {
				return err
			}
			for id, want := range all {
				if got, err := ledger.AdjustmentsOf(r, l, id); err != nil || !reflect.DeepEqual(got, want) {
					t.Errorf("%s by itself: %+v, %v", id, got, err)
				}
			}
			gone, err := r.Account(o.id, "0004")
			if err == nil && (!gone.Adjusted(all["0004"]) || gone.Adjusted(nil)) {
				t.Error("what was given up after the publication is to be accounted for, and nothing else")
			}
			return err
		})
		o.proved()
	})
}
