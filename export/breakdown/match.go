package breakdown

import (
	"cmp"
	"slices"

	"pledger/ledger"
)

// matcher finds the account that a row is about.
type matcher struct {
	accounts []*ledger.Account // live, in the order of the list
	unique   map[string]bool   // numbers that only one row of the table has
	byNumber map[string][]int
	byKey    map[string][]int
	pairs    []map[pair]bool // of neighbouring characters, by account
	holders  map[pair][]int  // accounts that hold a pair
	rowTasks map[string]bool // tasks of the table's rows
}

// pair are two neighbouring characters of a task.
type pair [2]rune

// How a row found its account.
type matched int

const (
	none      matched = iota
	byNumber          // number and task agree
	byTask            // the tasks are alike, the numbers differ
	otherTask         // the number is that of an account with another task
)

const (
	// alike is the share of common pairs from which two tasks with one number
	// are one task, worded anew.
	alike = 0.3
	// nearlySame is the share from which they are, whatever their numbers.
	nearlySame = 0.75
)

// newMatcher indexes the live accounts.
func newMatcher(table *Table, accounts []*ledger.Account) *matcher {
	m := &matcher{unique: map[string]bool{}, byNumber: map[string][]int{}, byKey: map[string][]int{}, holders: map[pair][]int{}, rowTasks: map[string]bool{}}
	for _, a := range accounts {
		if a.State.Live() {
			m.accounts = append(m.accounts, a)
		}
	}
	slices.SortStableFunc(m.accounts, func(a, b *ledger.Account) int { return cmp.Compare(a.Order, b.Order) })
	for i, a := range m.accounts {
		m.byNumber[numberKey(a.Number)] = append(m.byNumber[numberKey(a.Number)], i)
		m.byKey[textKey(a.Task)] = append(m.byKey[textKey(a.Task)], i)
		pairs := pairsOf(a.Task)
		m.pairs = append(m.pairs, pairs)
		for p := range pairs {
			m.holders[p] = append(m.holders[p], i)
		}
	}
	counts := map[string]int{}
	for _, r := range table.Rows {
		counts[r.Number]++
		m.rowTasks[textKey(r.Task)] = true
	}
	for number, n := range counts {
		m.unique[number] = n == 1 && number != ""
	}
	return m
}

// numberKey is a number as rows have it.
func numberKey(number string) string { return bare(number) }

// find is the account of a row and how it was found; nil where there is none.
// Of accounts with one task the first that no row has taken is meant.
func (m *matcher) find(r *Row, taken map[*ledger.Account]*Row) (*ledger.Account, matched) {
	numbered := m.byNumber[numberKey(r.Number)]
	same := m.byKey[textKey(r.Task)]
	for _, i := range same {
		if slices.Contains(numbered, i) {
			return m.accounts[i], byNumber
		}
	}
	for _, i := range same {
		if taken[m.accounts[i]] == nil {
			return m.accounts[i], byTask
		}
	}
	if len(same) > 0 {
		return m.accounts[same[0]], byTask
	}
	best, share := m.closest(r.Task)
	if m.unique[r.Number] && len(numbered) == 1 {
		i := numbered[0]
		switch {
		case likeness(pairsOf(r.Task), m.pairs[i]) >= alike:
			return m.accounts[i], byNumber
		case share >= nearlySame:
			return m.accounts[best], byTask
		}
		return m.accounts[i], otherTask
	}
	if share >= nearlySame && !m.rowTasks[textKey(m.accounts[best].Task)] {
		return m.accounts[best], byTask
	}
	return nil, none
}

// closest is the account whose task is most like a text, and how like.
func (m *matcher) closest(task string) (best int, share float64) {
	pairs := pairsOf(task)
	common := map[int]int{}
	for p := range pairs {
		for _, i := range m.holders[p] {
			common[i]++
		}
	}
	best = -1
	for i, n := range common {
		s := 2 * float64(n) / float64(len(pairs)+len(m.pairs[i]))
		if s > share || s == share && i < best {
			best, share = i, s
		}
	}
	return best, share
}

// pairsOf are the pairs of a task; one of a single character has a pair too.
func pairsOf(task string) map[pair]bool {
	rs := []rune(textKey(task))
	out := map[pair]bool{}
	for i := range rs {
		if i > 0 {
			out[pair{rs[i-1], rs[i]}] = true
		}
	}
	if len(rs) == 1 {
		out[pair{rs[0]}] = true
	}
	return out
}

// likeness is the share of pairs that two tasks have in common, 0 to 1.
func likeness(a, b map[pair]bool) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	common := 0
	for p := range a {
		if b[p] {
			common++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}
