// Package index derives what lists of accounts are sorted, filtered and
// searched by.
//
// Its input is an account and its government's list of bodies, its output the
// columns that every store keeps beside the account. They are a function of
// the entries alone: Verify computes them again and Rebuild writes them anew.
// The package also reads what somebody typed to search for (Words), so that
// both sides fold letters and widths alike.
package index

import (
	"math"
	"strings"

	"pledger/ledger"
)

// Columns are an account's derived columns. Numbers stand for orders that
// names do not have, so that stores sort by plain columns.
type Columns struct {
	Order      int64
	Number     string
	Category   string
	State      string
	StateOrder int64 // proposed, accepted, dropped, merged
	Section    string
	Hardness   string
	TaskKey    string // the task's first TaskRunes runes
	NoDeadline bool   // true sorts last
	Deadline   string // the date; "" where there is none
	NoLead     bool   // true sorts last
	LeadOrder  int64  // of the first lead on the list of bodies
	Search     string // what Query.Text is looked for in
	Bodies     []Body // who owes, as Query.Body and Query.Lead ask
}

// Body is one body that an account names.
type Body struct {
	Code string
	Role Role
}

// Role says how a body owes.
type Role string

// The roles.
const (
	Lead       Role = "lead"
	Supporting Role = "supporting"
)

// TaskRunes is how much of a task a list is sorted by: more than people read
// of a row, and short enough for the keys of an index.
const TaskRunes = 64

// unlisted is the order of a lead that is not on the list of bodies: after all
// that are.
const unlisted = math.MaxInt32

// stateOrder is the order in which accounts pass through the states.
var stateOrder = map[ledger.State]int64{ledger.Proposed: 0, ledger.Accepted: 1, ledger.Dropped: 2, ledger.Merged: 3}

// Of derives an account's columns. body returns the body with a code on the
// list of the account's government, nil where it is not on it.
func Of(a *ledger.Account, body func(code string) *ledger.Body) Columns {
	c := Columns{
		Order:      a.Order,
		Number:     a.Number,
		Category:   string(a.Category),
		State:      string(a.State),
		StateOrder: int64(len(stateOrder)),
		Section:    a.Section,
		Hardness:   string(a.Hardness),
		TaskKey:    firstRunes(a.Task, TaskRunes),
		NoDeadline: a.Deadline.Date == "",
		Deadline:   a.Deadline.Date,
		NoLead:     len(a.Lead) == 0,
		LeadOrder:  unlisted,
	}
	if n, ok := stateOrder[a.State]; ok {
		c.StateOrder = n
	}
	if !c.NoLead {
		if b := body(a.Lead[0]); b != nil {
			c.LeadOrder = int64(b.Order)
		}
	}
	c.Bodies = bodiesOf(a)
	c.Search = searchText(a, c.Bodies, body)
	return c
}

// bodiesOf lists who owes, each body once in each role.
func bodiesOf(a *ledger.Account) []Body {
	var all []Body
	seen := map[Body]bool{}
	add := func(codes []string, role Role) {
		for _, code := range codes {
			if b := (Body{code, role}); !seen[b] {
				seen[b] = true
				all = append(all, b)
			}
		}
	}
	add(a.Lead, Lead)
	add(a.Supporting, Supporting)
	return all
}

// searchText is what an account is found by: its number, its task, the names of
// its bodies, and the pinyin initials of the latter two; a line each, so that no
// word runs from one into the next.
func searchText(a *ledger.Account, bodies []Body, body func(string) *ledger.Body) string {
	lines := []string{a.Number, a.Task}
	for _, b := range bodies {
		if listed := body(b.Code); listed != nil {
			lines = append(lines, listed.Name)
			lines = append(lines, listed.Aliases...)
		}
	}
	letters := Initials(strings.Join(lines[1:], "\n"))
	return Fold(strings.Join(append(lines, letters...), "\n"))
}

// firstRunes is the first n runes of s.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
