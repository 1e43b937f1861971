// Package raw is what keeping a database asks of a store beyond what a ledger
// asks: the rows as they are, to prove them, rebuild them, and carry them from
// one store to another.
//
// Everything but entries, readings, evidence, documents and secrets is derived
// from entries. A Reader shows both; a Writer writes the former as they were and the latter
// anew.
package raw

import (
	"context"

	"pledger/ledger"
	"pledger/store/index"
)

// Keeper is a store whose rows can be kept in order. Both stores are.
type Keeper interface {
	ledger.Store
	// Maintain runs f in one transaction that no update of any journal overlaps.
	// When it returns nil, what f did is kept for good; otherwise nothing of it.
	Maintain(ctx context.Context, f func(Writer) error) error
}

// Reader reads rows as they are kept. Its methods stop at the first error of f
// and return it. f must not call other methods.
type Reader interface {
	ledger.Reader
	// Owners lists every journal that a row of a derived table names, by name,
	// whether it has entries or not.
	Owners() ([]ledger.Journal, error)
	// EachEntry calls f for the journal's entries in order.
	EachEntry(j ledger.Journal, f func(*ledger.Entry) error) error
	// EachRecord calls f for the records of the journal but its accounts.
	EachRecord(j ledger.Journal, f func(ledger.Key, ledger.Stored) error) error
	// EachRow calls f for the accounts of a ledger in the order of their IDs.
	EachRow(id ledger.ID, f func(*Row) error) error
	// Strays names accounts that derived rows speak of and that do not exist:
	// "" where there are none, or the table and the account.
	Strays(id ledger.ID) (table, account string, err error)
	// EachDocument calls f for the documents in the order of their ledgers.
	EachDocument(f func(*ledger.Document) error) error
	// EachReadingOf calls f for the readings of a journal in the order of Seq,
	// without their status.
	EachReadingOf(j ledger.Journal, f func(*ledger.Reading) error) error
	// OpenRuns are the stretches of readings that nobody has checked, in order.
	OpenRuns(j ledger.Journal) ([]Run, error)
	// EachEvidence calls f for the files of evidence in the order of their sums.
	EachEvidence(f func(sum string, file []byte) error) error
	// EachSecret calls f for the secrets in the order of their users.
	EachSecret(f func(user, secret string) error) error
	// Size counts what is there.
	Size() (Size, error)
}

// Row is an account as it is kept.
type Row struct {
	ID      string
	Stored  ledger.Stored
	Columns index.Columns // Bodies in the order of code, then role
}

// Size counts rows.
type Size struct {
	Entries   int64 `json:"entries"`
	Documents int64 `json:"documents"`
	Readings  int64 `json:"readings,omitempty"`
	Evidence  int64 `json:"evidence,omitempty"` // files
	Secrets   int64 `json:"secrets"`
	Derived   int64 `json:"-"` // rows of derived tables
}

// Empty reports whether there is nothing at all.
func (s Size) Empty() bool { return s == Size{} }

// Writer is a Reader that writes rows as they are given, unchecked.
type Writer interface {
	Reader
	// PutEntries keeps sealed entries.
	PutEntries(entries []*ledger.Entry) error
	PutDocument(d *ledger.Document) error
	// KeepReadings keeps readings that have their Journal and Seq.
	KeepReadings(readings []*ledger.Reading) error
	// KeepEvidence keeps a file under the name that it was kept under.
	KeepEvidence(sum string, file []byte) error
	PutSecret(user, secret string) error
	// PutRecord keeps a record of the journal, with its columns where it is an
	// account.
	PutRecord(j ledger.Journal, r ledger.Record, version int64) error
	// PutOpenRuns keeps the stretches of readings that nobody has checked.
	PutOpenRuns(j ledger.Journal, runs []Run) error
	// Forget removes all rows of all derived tables.
	Forget() error
}
