// Package identitytest holds a store in memory for the tests of signing in and
// of the server: ledgers, accounts, users and their secrets. Its input is what a
// test puts in, its output a ledger.Store. What it holds is copied in and out
// as JSON, as a real store does; it keeps no searching and no pages.
package identitytest

import (
	"context"
	"maps"
	"slices"
	"sync"

	"pledger/ledger"
)

// Store is a ledger.Store in memory. Its zero value is empty and ready.
type Store struct {
	mu sync.Mutex
	state
	Fail error // where not nil, View and Update fail with it
}

// state is what a transaction works on.
type state struct {
	records map[ledger.Journal]map[ledger.Key][]byte
	entries map[ledger.Journal][]*ledger.Entry
	secrets map[string]string
}

// clone is a copy that a transaction may change.
func (s *state) clone() state {
	c := state{map[ledger.Journal]map[ledger.Key][]byte{}, map[ledger.Journal][]*ledger.Entry{}, maps.Clone(s.secrets)}
	for j, records := range s.records {
		c.records[j] = maps.Clone(records)
	}
	for j, entries := range s.entries {
		c.entries[j] = slices.Clone(entries)
	}
	if c.secrets == nil {
		c.secrets = map[string]string{}
	}
	return c
}

// Put keeps records in a journal, without entries.
func (s *Store) Put(j ledger.Journal, records ...ledger.Record) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state = s.clone()
	for _, r := range records {
		s.put(j, r)
	}
}

// put keeps one record.
func (s *state) put(j ledger.Journal, r ledger.Record) {
	if s.records[j] == nil {
		s.records[j] = map[ledger.Key][]byte{}
	}
	s.records[j][ledger.Key{Kind: r.RecordKind(), ID: r.RecordKey()}] = ledger.Encode(r)
}

// Log is every entry of a journal.
func (s *Store) Log(j ledger.Journal) []*ledger.Entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.entries[j])
}

// View runs f on a copy of the state.
func (s *Store) View(_ context.Context, f func(ledger.Reader) error) error {
	s.mu.Lock()
	c := s.clone()
	s.mu.Unlock()
	if s.Fail != nil {
		return s.Fail
	}
	return f(&tx{state: &c})
}

// Update runs f and keeps what it did where it returns nil.
func (s *Store) Update(_ context.Context, j ledger.Journal, f func(ledger.Tx) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.Fail != nil {
		return s.Fail
	}
	c := s.clone()
	if err := f(&tx{state: &c, journal: j}); err != nil {
		return err
	}
	s.state = c
	return nil
}

// Close does nothing.
func (s *Store) Close() error { return nil }

// Forget removes a user without a trace, as no store does.
func (s *Store) Forget(user string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.records[ledger.System], ledger.Key{Kind: ledger.KindUser, ID: user})
}
