package account

import (
	"slices"

	"pledger/ledger"
	"pledger/server/page/wording"
)

// Line is one entry as the history shows it, the newest first.
type Line struct {
	Seq, Op int64
	When    string
	Who     string
	Action  string
	Why     string
	Opened  bool // it made the account: what it changed is what it was made with
	Changes []wording.Change
	Undo    bool // it can be asked to be taken back
	Since   bool // it was made after the version that a refused form was based on
}

// history is the account's entries, the newest first.
func (b *builder) history() []Line {
	var all []Line
	for _, e := range slices.Backward(b.Entries) {
		l := Line{
			Seq: e.Seq, Op: e.Op, When: b.Words.Moment(e.At), Who: b.Words.Who(e.Who), Action: b.Words.Action(e.Action),
			Why: e.Why, Changes: b.Words.Changes(e), Opened: opens(e),
			Undo: b.Edit && e.Action != ledger.ActOpen && e.Action != ledger.ActUndo,
		}
		if b.Conflict != nil {
			l.Since = slices.ContainsFunc(b.Conflict.Since, func(s *ledger.Entry) bool { return s.Seq == e.Seq })
		}
		all = append(all, l)
	}
	return all
}

// opens reports whether the entry made its account.
func opens(e *ledger.Entry) bool {
	return slices.ContainsFunc(e.Changes, func(c ledger.Change) bool { return c.Field == "id" })
}
