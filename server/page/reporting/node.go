package reporting

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"pledger/ledger"
	"pledger/server/page"
)

// kindNode begins the name of the field for an account's milestones.
const kindNode = "node-"

// NodeField is the name of the boxes for the account's milestones; each has the
// milestone's index and the account's version as its value.
func NodeField(a *ledger.Account) string { return kindNode + a.ID }

// Node is one milestone on the page.
type Node struct {
	Field, Value string // of the box; "" where it was reached
	What, Due    string
	Done         string // the day on which it was reported reached
	Late         bool   // its day is over
	Ticked       bool
}

// nodes are an account's milestones; due says whether one that was not reached is
// due within soon.
func (b *builder) nodes(a *ledger.Account) (all []Node, due bool) {
	var ticked []string
	if b.Form != nil {
		ticked = b.Form.Values[NodeField(a)]
	}
	for i, m := range a.Milestones {
		n := Node{What: m.What, Due: m.Due.Text}
		if m.Due.Date != "" {
			n.Due = b.Words.Day(m.Due.Date)
		}
		if m.Done != "" {
			n.Done = b.Words.Text("office.reporting.node.done", b.Words.Day(m.Done))
		} else {
			n.Field, n.Value = NodeField(a), fmt.Sprintf("%d@%d", i, a.Version)
			n.Late = m.Due.Date != "" && m.Due.Date < b.Day
			n.Ticked = slices.ContainsFunc(ticked, func(v string) bool { return strings.HasPrefix(v, strconv.Itoa(i)+"@") })
			due = due || n.Ticked || m.Due.Date == "" || m.Due.Date <= b.soon()
		}
		all = append(all, n)
	}
	return all, due
}

// soon is the end of the days within which a milestone is shown as due: this
// month's and the next's, so that it can be reported as it is reached.
func (b *builder) soon() string {
	const days = 31
	return ledger.DayAfter(b.Day, days)
}

// Tick is a milestone that was ticked.
type Tick struct {
	Account *ledger.Account
	Index   int
	Version int64 // of the account, as the page showed it
	Note    string
}

// Ticks are the milestones that the form ticks, in the order of their accounts.
func Ticks(form *page.Form, accounts []*ledger.Account) (all []Tick) {
	for _, a := range accounts {
		for _, v := range form.Values[NodeField(a)] {
			index, version, _ := strings.Cut(v, "@")
			i, err := strconv.Atoi(index)
			n, err2 := strconv.ParseInt(version, 10, 64)
			if err == nil && err2 == nil {
				all = append(all, Tick{a, i, n, oneLine(form.Value(SayField(a)))})
			}
		}
	}
	return all
}
