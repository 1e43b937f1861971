package index

import "pledger/ledger"

// Count adds n accounts of one state, category and section to a tally, noLead of
// them without lead. Stores count bodies themselves.
func Count(t *ledger.Tally, state ledger.State, category ledger.Category, section string, noLead, n int) {
	t.States[state] += n
	if !state.Live() {
		return
	}
	switch category {
	case ledger.Target:
		t.Targets += n
	case ledger.Task:
		t.Tasks += n
	}
	t.NoLead += noLead
	t.Sections[section] += n
}
