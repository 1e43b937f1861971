package breakdown

import (
	"testing"

	"pledger/ledger"
)

func TestBatch(t *testing.T) {
	l := &ledger.Ledger{ID: "150000-2021", Year: 2021, Sections: []ledger.Section{{Number: "三", Level: 1}}}
	account := &ledger.Account{ID: "0001", Version: 7, Task: "旧", Note: "留"}
	steps := []Step{
		{Kind: Unchanged, Account: account, Row: &Row{}},
		{Kind: Changed, Account: account, Lead: []string{"a"}, Row: &Row{Task: "新\n任务", Deadline: "10月底前", Note: "换"},
			Changes: []Change{{Field: Task}, {Field: Lead}, {Field: Deadline}}},
		{Kind: Added, Lead: []string{"b"}, Row: &Row{Number: "12", Task: "加", Section: "三"}},
		{Kind: Absent, Account: account},
	}
	if _, ok := Batch(append(steps, Step{Kind: Refused, Row: &Row{Task: "不"}}), l); ok {
		t.Error("a plan with an error is carried out")
	}
	b, ok := Batch(steps, l)
	if !ok || b.Adds[0].After != account.ID || len(b.Edits) != 1 || len(b.Adds) != 1 || b.Edits[0].Version != 7 || b.Action != ledger.ActImport {
		t.Fatalf("%+v", b)
	}
	a := account.Clone()
	b.Edits[0].Change(a)
	if a.Task != ledger.OneLine("新\n任务") || a.Lead[0] != "a" || a.Deadline.Date != "2021-10-31" || a.Note != "留" {
		t.Errorf("%+v", a)
	}
	if n := b.Adds[0].Account; n.Number != "12" || n.Section != "三" || n.Category != ledger.Task || n.State != ledger.Proposed || n.Deadline.Text != "" {
		t.Errorf("%+v", n)
	}
}

// TestDigest demands that a plan over an account that was changed meanwhile is
// another plan.
func TestDigest(t *testing.T) {
	plan := func(version int64, note string) []Step {
		return []Step{{Kind: Changed, Account: &ledger.Account{ID: "0001", Version: version}, Row: &Row{Note: note}}}
	}
	if one, again := Digest(plan(1, "a")), Digest(plan(1, "a")); one != again {
		t.Error("one plan has two digests")
	}
	if Digest(plan(1, "a")) == Digest(plan(2, "a")) || Digest(plan(1, "a")) == Digest(plan(1, "b")) || Digest(nil) == Digest(plan(1, "a")) {
		t.Error("two plans have one digest")
	}
}
