package ledger

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// day is when the tests' entries are written.
var day = time.Date(2021, 2, 22, 9, 0, 0, 0, time.UTC)

// chain makes a journal of random changes to a few accounts, and the state that
// they lead to.
func chain(t *rapid.T) ([]*Entry, map[string]*Account) {
	state := map[string]*Account{}
	var entries []*Entry
	var head Head
	for range rapid.IntRange(1, 20).Draw(t, "entries") {
		id := rapid.SampledFrom([]string{"0001", "0002", "0003"}).Draw(t, "account")
		before := state[id]
		after := &Account{Ledger: "150000-2021", ID: id, Number: id, Category: Task, State: Proposed}
		var old Record
		if before != nil {
			after, old = before.Clone(), before
		}
		after.Task = rapid.StringN(1, 10, -1).Draw(t, "task")
		after.Lead = rapid.SliceOfN(rapid.StringN(1, 3, -1), 0, 3).Draw(t, "lead")
		after.Deadline = Deadline{Text: rapid.SampledFrom([]string{"", "6月底前"}).Draw(t, "deadline")}
		e := &Entry{At: day, Who: "张三", Action: ActEdit, Kind: KindAccount, Subject: id, Changes: Diff(old, after), Why: "<试>&"}
		head = Seal("150000-2021", head, []*Entry{e})
		entries = append(entries, e)
		state[id] = after
	}
	return entries, state
}

// TestFold demands that entries lead to the state they were made from.
func TestFold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries, state := chain(t)
		var f Fold
		for _, e := range entries {
			if err := f.Add(e); err != nil {
				t.Fatal(err)
			}
		}
		stored := map[Key]Stored{}
		for id, a := range state {
			key := Key{KindAccount, id}
			stored[key] = Stored{Encode(a), f.Version("150000-2021", key)}
		}
		if b := f.Compare("150000-2021", stored); b != nil {
			t.Fatal(b)
		}
	})
}

// TestFoldTampered changes one thing in a journal and demands that it is found,
// at the entry or the first one after it.
func TestFoldTampered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries, _ := chain(t)
		i := rapid.IntRange(0, len(entries)-1).Draw(t, "entry")
		e := *entries[i]
		switch rapid.IntRange(0, 8).Draw(t, "what") {
		case 0:
			e.Who += "x"
		case 1:
			e.Why = ""
		case 2:
			e.At = e.At.Add(time.Microsecond)
		case 3:
			e.Subject = "0009"
		case 4:
			e.Action = ActDrop
		case 5:
			e.Seq++
		case 6:
			e.Prev[3] ^= 1
		case 7:
			e.Hash[7] ^= 1
		case 8:
			e.Changes = append(e.Changes, Change{"note", null, null})
		}
		entries[i] = &e
		var f Fold
		var err error
		for _, e := range entries {
			if err = f.Add(e); err != nil {
				break
			}
		}
		var broken *Broken
		if !errors.As(err, &broken) {
			t.Fatalf("a changed entry %d was not found: %v", i+1, err)
		}
		if broken.Seq != int64(i+1) && broken.Seq != int64(i+2) {
			t.Fatalf("entry %d was changed, %d is blamed", i+1, broken.Seq)
		}
	})
}

// TestFoldResealed demands that an entry whose before is not what stood is
// found even where all hashes were computed anew.
func TestFoldResealed(t *testing.T) {
	a := &Account{Ledger: "150000-2021", ID: "0001", Number: "1", Category: Task, State: Proposed, Task: "建设水库"}
	b := a.Clone()
	b.Task = "建设泵站"
	c := b.Clone()
	c.Task = "建设灌区"
	entries := []*Entry{
		{At: day, Action: ActOpen, Kind: KindAccount, Subject: "0001", Changes: Diff(nil, a)},
		{At: day, Action: ActEdit, Kind: KindAccount, Subject: "0001", Changes: Diff(a, b)},
		{At: day, Action: ActEdit, Kind: KindAccount, Subject: "0001", Changes: Diff(b, c)},
	}
	entries[1].Changes[0].After = []byte(`"建设机场"`)
	Seal("150000-2021", Head{}, entries)
	var f Fold
	var broken *Broken
	for _, e := range entries {
		if err := f.Add(e); err != nil {
			if !errors.As(err, &broken) {
				t.Fatal(err)
			}
		}
	}
	if broken == nil || broken.Code != BrokenBefore || broken.Seq != 3 {
		t.Fatalf("found %v", broken)
	}
}

// TestSum pins the hash of an entry: anyone must be able to compute it again,
// in any year.
func TestSum(t *testing.T) {
	e := Entry{
		Journal: "150000-2021", Seq: 1, Op: 1, At: day, Who: "张三", Action: ActEdit, Kind: KindAccount, Subject: "0001",
		Changes: []Change{{"task", null, []byte(`"建设<水库>"`)}}, Why: "笔误",
	}
	// printf '%s' '["pledger entry 1","150000-2021",1,1,"2021-02-22T09:00:00.000000Z","张三","edit","account","0001",[{"field":"task","before":null,"after":"建设<水库>"}],"笔误","'$(printf '0%.0s' {1..64})'"]' | sha256sum
	const want = "3146a9c95f2c6e5887c4c3fbce424738798590f457e6273851890f9199437fd7"
	if got := e.Sum().String(); got != want {
		t.Errorf("the sum is %s, want %s", got, want)
	}
}
