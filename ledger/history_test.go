package ledger

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// journal is a Reader of the entries of one journal.
type journal struct {
	Reader
	entries []*Entry
	read    int // entries handed out
}

func (j *journal) Head(Journal) (Head, error) { return Head{Seq: int64(len(j.entries))}, nil }

func (j *journal) Entries(_ Journal, after int64, _ *Key, f func(*Entry) bool) error {
	for _, e := range j.entries[after:] {
		j.read++
		if !f(e) {
			break
		}
	}
	return nil
}

// newJournal is a journal of commands with so many entries each.
func newJournal(sizes ...int) *journal {
	j := &journal{}
	for n, size := range sizes {
		var entries []*Entry
		for range size {
			entries = append(entries, &Entry{Action: ActEdit, Kind: KindAccount, Subject: "0001", Who: fmt.Sprint("user", n%3)})
		}
		Seal("150000-2021", Head{Seq: int64(len(j.entries))}, entries)
		j.entries = append(j.entries, entries...)
	}
	return j
}

// ops are the commands' numbers and sizes.
func ops(commands []Command) string {
	var all []string
	for _, c := range commands {
		all = append(all, fmt.Sprintf("%d×%d", c.Op(), len(c)))
	}
	return strings.Join(all, " ")
}

func TestHistory(t *testing.T) {
	tests := []struct {
		sizes  []int
		before int64
		limit  int
		want   string
		more   bool
	}{
		{nil, 0, 3, "", false},
		{[]int{1}, 0, 3, "1×1", false},
		{[]int{1, 2, 3}, 0, 3, "4×3 2×2 1×1", false},
		{[]int{1, 2, 3}, 0, 2, "4×3 2×2", true},
		{[]int{1, 2, 3}, 2, 2, "1×1", false},
		{[]int{1, 2, 3}, 1, 2, "", false},
		{[]int{900, 1, 900}, 0, 2, "902×900 901×1", true},
		{[]int{900, 1, 900}, 901, 2, "1×900", false},
		{[]int{900, 1, 900}, 5000, 1, "902×900", true},
	}
	for _, tt := range tests {
		got, more, err := History(newJournal(tt.sizes...), "150000-2021", tt.before, tt.limit, nil)
		if err != nil || ops(got) != tt.want || more != tt.more {
			t.Errorf("%v before %d, at most %d: %s, more %t, %v; want %s, %t", tt.sizes, tt.before, tt.limit, ops(got), more, err, tt.want, tt.more)
		}
	}
}

// TestHistoryPages demands that pages one after the other list every command
// that matches once, whatever the sizes.
func TestHistoryPages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.IntRange(1, 400), 0, 12).Draw(t, "sizes")
		limit := rapid.IntRange(1, 5).Draw(t, "limit")
		j := newJournal(sizes...)
		match := func(e *Entry) bool { return e.Who == "user1" }
		var got, want []int64
		for before, more := int64(0), true; more; {
			var page []Command
			var err error
			page, more, err = History(j, "150000-2021", before, limit, match)
			if err != nil || more && len(page) != limit {
				t.Fatalf("a page of %d, more %t, %v", len(page), more, err)
			}
			for _, c := range page {
				got, before = append(got, c.Op()), c.Op()
			}
		}
		for _, e := range j.entries {
			if e.Op == e.Seq && match(e) {
				want = append([]int64{e.Op}, want...)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%v: %v, want %v", sizes, got, want)
		}
	})
}

// TestHistoryReadsTheEnd demands that the newest commands of a long journal
// cost no reading of all of it.
func TestHistoryReadsTheEnd(t *testing.T) {
	j := newJournal(slices.Repeat([]int{2}, 50000)...)
	if _, _, err := History(j, "150000-2021", 0, 30, nil); err != nil || j.read > 2*historyWindow {
		t.Errorf("%d entries were read: %v", j.read, err)
	}
}

func TestUndoable(t *testing.T) {
	counts := &Entry{Action: ActAdd, Kind: KindLedger, Changes: []Change{{Field: "next"}}}
	stage := &Entry{Action: ActApprove, Kind: KindLedger, Changes: []Change{{Field: "stage"}}}
	edit := &Entry{Action: ActEdit, Kind: KindAccount, Changes: []Change{{Field: "task"}}}
	for _, tt := range []struct {
		command Command
		want    bool
	}{
		{Command{edit}, true}, {Command{edit, counts}, true}, {Command{edit, stage}, false}, {Command{{Action: ActOpen}}, false},
	} {
		if got := tt.command.Undoable(); got != tt.want {
			t.Errorf("%s: %t", tt.command[0].Action, got)
		}
	}
}
