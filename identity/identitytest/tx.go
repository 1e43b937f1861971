package identitytest

import (
	"errors"
	"slices"
	"strings"

	"pledger/ledger"
)

// tx is a ledger.Tx over a copy of the state. What it does not fulfil panics.
type tx struct {
	ledger.Tx
	*state
	journal ledger.Journal
}

// get is one record of a journal.
func (t *tx) get(j ledger.Journal, k ledger.Kind, id string) (ledger.Record, error) {
	doc, ok := t.records[j][ledger.Key{Kind: k, ID: id}]
	if !ok {
		return nil, &ledger.NotFound{Kind: k, ID: id}
	}
	return ledger.Decode(k, doc)
}

// Head is the end of a journal.
func (t *tx) Head(j ledger.Journal) (ledger.Head, error) {
	if all := t.entries[j]; len(all) > 0 {
		last := all[len(all)-1]
		return ledger.Head{Seq: last.Seq, Hash: last.Hash}, nil
	}
	return ledger.Head{}, nil
}

// Ledgers lists the ledgers by ID.
func (t *tx) Ledgers() ([]*ledger.Ledger, error) {
	var all []*ledger.Ledger
	for j := range t.records {
		if l, err := t.Ledger(ledger.ID(j)); err == nil {
			all = append(all, l)
		}
	}
	slices.SortFunc(all, func(a, b *ledger.Ledger) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return all, nil
}

// Ledger is the ledger of an ID.
func (t *tx) Ledger(id ledger.ID) (*ledger.Ledger, error) {
	r, err := t.get(id.Journal(), ledger.KindLedger, string(id))
	if err != nil {
		return nil, err
	}
	return r.(*ledger.Ledger), nil
}

// Account is one account of a ledger.
func (t *tx) Account(id ledger.ID, account string) (*ledger.Account, error) {
	r, err := t.get(id.Journal(), ledger.KindAccount, account)
	if err != nil {
		return nil, err
	}
	return r.(*ledger.Account), nil
}

// Bodies lists a government's bodies by code.
func (t *tx) Bodies(place string) ([]*ledger.Body, error) {
	var all []*ledger.Body
	for key, doc := range t.records[ledger.System] {
		if r, err := ledger.Decode(key.Kind, doc); err == nil && key.Kind == ledger.KindBody && r.(*ledger.Body).Place == place {
			all = append(all, r.(*ledger.Body))
		}
	}
	slices.SortFunc(all, func(a, b *ledger.Body) int { return strings.Compare(a.Code, b.Code) })
	return all, nil
}

// Users lists the users by name.
func (t *tx) Users() ([]*ledger.User, error) {
	var all []*ledger.User
	for key := range t.records[ledger.System] {
		if key.Kind != ledger.KindUser {
			continue
		}
		u, err := t.User(key.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, u)
	}
	slices.SortFunc(all, func(a, b *ledger.User) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// User is the user of a name.
func (t *tx) User(name string) (*ledger.User, error) {
	r, err := t.get(ledger.System, ledger.KindUser, name)
	if err != nil {
		return nil, err
	}
	return r.(*ledger.User), nil
}

// Secret is what PutSecret kept for a user.
func (t *tx) Secret(user string) (string, error) {
	if t.secrets[user] == "" {
		return "", &ledger.NotFound{Kind: ledger.KindUser, ID: user}
	}
	return t.secrets[user], nil
}

// PutSecret keeps a user's secret.
func (t *tx) PutSecret(user, secret string) error {
	t.secrets[user] = secret
	return nil
}

// Append keeps entries and the records they made.
func (t *tx) Append(entries []*ledger.Entry, records []ledger.Record) error {
	if len(entries) != len(records) {
		return errors.New("identitytest: entries without their records")
	}
	head, err := t.Head(t.journal)
	if err != nil {
		return err
	}
	for i, e := range entries {
		if head, err = head.Follow(e); err != nil {
			return err
		}
		t.entries[t.journal] = append(t.entries[t.journal], e)
		t.put(t.journal, records[i])
	}
	return nil
}

// Heads are those of journals with entries.
func (t *tx) Heads() (map[ledger.Journal]ledger.Head, error) {
	heads := map[ledger.Journal]ledger.Head{}
	for j := range t.state.entries {
		head, err := t.Head(j)
		if err != nil {
			return nil, err
		}
		heads[j] = head
	}
	return heads, nil
}

// Readings are none: the store keeps no readings.
func (t *tx) Readings(ledger.Series) ([]*ledger.Reading, error) { return nil, nil }

// Reading is none.
func (t *tx) Reading(j ledger.Journal, seq int64) (*ledger.Reading, error) {
	return nil, &ledger.NotFound{Kind: "reading", ID: ledger.ReadingID(seq)}
}

// ReadingHead is 0.
func (t *tx) ReadingHead(ledger.Journal) (int64, error) { return 0, nil }

// OpenReadings finds none.
func (t *tx) OpenReadings(ledger.Journal, int64, func(*ledger.Reading) bool) error { return nil }

// HoldReadings does nothing: there is one transaction at a time.
func (t *tx) HoldReadings() error { return nil }

// EachReading finds none.
func (t *tx) EachReading(ledger.ID, func(*ledger.Reading) bool) error { return nil }
