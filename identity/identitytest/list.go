package identitytest

import (
	"slices"
	"strings"

	"pledger/ledger"
)

// EachAccount calls f for the ledger's accounts by ID.
func (t *tx) EachAccount(id ledger.ID, f func(*ledger.Account) bool) error {
	var all []*ledger.Account
	for key := range t.records[id.Journal()] {
		if key.Kind != ledger.KindAccount {
			continue
		}
		a, err := t.Account(id, key.ID)
		if err != nil {
			return err
		}
		all = append(all, a)
	}
	slices.SortFunc(all, func(a, b *ledger.Account) int { return strings.Compare(a.ID, b.ID) })
	for _, a := range all {
		if !f(a) {
			break
		}
	}
	return nil
}

// Accounts lists the accounts in the states asked for that the body owes, in
// the order of their IDs. It looks at nothing else of the query.
func (t *tx) Accounts(q ledger.Query) (*ledger.Page, error) {
	p := &ledger.Page{}
	err := t.EachAccount(q.Ledger, func(a *ledger.Account) bool {
		if (q.States == nil || slices.Contains(q.States, a.State)) && (q.Owes == "" || a.Owes(q.Owes)) && (q.Among == nil || slices.Contains(q.Among, a.ID)) {
			p.Accounts = append(p.Accounts, a)
		}
		return true
	})
	p.Total = len(p.Accounts)
	return p, err
}

// Tally counts the accounts by state only.
func (t *tx) Tally(id ledger.ID) (*ledger.Tally, error) {
	tally := &ledger.Tally{States: map[ledger.State]int{}}
	return tally, t.EachAccount(id, func(a *ledger.Account) bool {
		tally.States[a.State]++
		return true
	})
}

// Document is that of no ledger: none here was opened from a report.
func (t *tx) Document(id ledger.ID) (*ledger.Document, error) {
	return nil, &ledger.NotFound{Kind: "document", ID: string(id)}
}

// Entries calls f for the journal's entries after seq.
func (t *tx) Entries(j ledger.Journal, after int64, subject *ledger.Key, f func(*ledger.Entry) bool) error {
	for _, e := range t.entries[j] {
		if e.Seq > after && (subject == nil || *subject == ledger.Key{Kind: e.Kind, ID: e.Subject}) && !f(e) {
			break
		}
	}
	return nil
}

// Precedents lists none.
func (t *tx) Precedents() ([]*ledger.Precedent, error) { return nil, nil }

// RuleTable is that of no government: none here has rules of its own.
func (t *tx) RuleTable(place string) (*ledger.RuleTable, error) {
	return nil, &ledger.NotFound{Kind: ledger.KindRules, ID: place}
}
