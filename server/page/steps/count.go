package steps

import (
	"pledger/ledger"
	"pledger/server/page"
)

// shown is how many accounts a step names of those that lack something.
const shown = 10

// Counts is how far the accounts of a ledger are. The zero Counts is a ledger
// without accounts.
type Counts struct {
	Live            int
	Dropped, Merged int
	Undecided       Lack // nobody accepted or dropped them
	Unled           Lack // without lead
	Untimed         Lack // without deadline
}

// Lack is how many live accounts lack something, and the first of them.
type Lack struct {
	N     int
	First []page.Link
}

// Add counts one account.
func (c *Counts) Add(a *ledger.Account) {
	switch a.State {
	case ledger.Dropped:
		c.Dropped++
	case ledger.Merged:
		c.Merged++
	}
	if !a.State.Live() {
		return
	}
	c.Live++
	if a.State == ledger.Proposed {
		c.Undecided.add(a)
	}
	if len(a.Lead) == 0 {
		c.Unled.add(a)
	}
	if a.Deadline.Text == "" {
		c.Untimed.add(a)
	}
}

// add counts an account that lacks something.
func (l *Lack) add(a *ledger.Account) {
	l.N++
	if len(l.First) < shown {
		l.First = append(l.First, page.Link{Label: a.Number, Href: page.LedgerPath(a.Ledger, "accounts", a.ID)})
	}
}

// Ready reports whether nothing stands in the way of an approval.
func (c *Counts) Ready() bool {
	return c.Live > 0 && c.Undecided.N == 0 && c.Unled.N == 0 && c.Untimed.N == 0
}
