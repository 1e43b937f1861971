// Package storetest is the suite that every store must pass: what the comments
// of ledger.Store, Reader and Tx promise, asked of a real database.
//
// Its input is a function that opens an empty store for a test.
package storetest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"testing"
	"time"

	"pledger/ledger"
)

// ID is the ledger of the samples.
const ID ledger.ID = "150000-2021"

// at is the clock of the samples.
var at = time.Date(2021, 1, 25, 9, 0, 0, 123456000, time.UTC)

// Ledger is a ledger's head.
func Ledger(id ledger.ID) *ledger.Ledger {
	return &ledger.Ledger{
		ID:         id,
		Place:      id.Place(),
		Government: "某自治区",
		Year:       2021,
		Title:      "2021年重点工作分工方案",
		Stage:      ledger.Draft,
		Sections:   []ledger.Section{{Number: "一", Heading: "工作", Level: 1}},
		Next:       1,
	}
}

// Account is the n-th account of a ledger.
func Account(id ledger.ID, n int) *ledger.Account {
	return &ledger.Account{
		Ledger:   id,
		ID:       fmt.Sprintf("%04d", n),
		Number:   fmt.Sprint(n),
		Order:    int64(n) * ledger.OrderStep,
		Category: ledger.Task,
		State:    ledger.Proposed,
		Task:     fmt.Sprintf("建成第%d个项目", n),
		Hardness: ledger.Hard,
	}
}

// Body is a body of the sample ledger's government.
func Body(code, name string, order int) *ledger.Body {
	return &ledger.Body{Place: ID.Place(), Code: code, Name: name, Order: order}
}

// Document is a report, and the Source that names it.
func Document(id ledger.ID, text string) (*ledger.Document, ledger.Source) {
	file := []byte("file of " + text)
	return &ledger.Document{Ledger: id, Name: "报告.txt", File: file, Text: text},
		ledger.Source{Name: "报告.txt", Format: "txt", File: sum(file), Text: sum([]byte(text))}
}

// sum is a SHA-256 in hex.
func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// Write appends the states of records in one transaction, with entries that
// tell how each came out of what stood before.
func Write(tx ledger.Tx, j ledger.Journal, records ...ledger.Record) error {
	entries, err := Entries(tx, j, records...)
	if err != nil {
		return err
	}
	return tx.Append(entries, records)
}

// Entries are the entries that make the records out of what stands.
func Entries(r ledger.Reader, j ledger.Journal, records ...ledger.Record) ([]*ledger.Entry, error) {
	var entries []*ledger.Entry
	for _, record := range records {
		before, err := stands(r, j, record)
		if err != nil {
			return nil, err
		}
		entries = append(entries, &ledger.Entry{
			At:      at,
			Who:     "suite",
			Action:  ledger.ActEdit,
			Kind:    record.RecordKind(),
			Subject: record.RecordKey(),
			Changes: ledger.Diff(before, record),
			Why:     "试验",
		})
	}
	return entries, nil
}

// stands is the record of the same key; nil where there is none.
func stands(r ledger.Reader, j ledger.Journal, record ledger.Record) (ledger.Record, error) {
	var found ledger.Record
	var err error
	switch record := record.(type) {
	case *ledger.Ledger:
		found, err = orNil(r.Ledger(record.ID))
	case *ledger.Account:
		found, err = orNil(r.Account(record.Ledger, record.ID))
	case *ledger.User:
		found, err = orNil(r.User(record.Name))
	case *ledger.Body:
		var all []*ledger.Body
		all, err = r.Bodies(record.Place)
		for _, b := range all {
			if b.Code == record.Code {
				found = b
			}
		}
	case *ledger.ReadingCheck:
		found, err = orNil(r.ReadingCheck(j, record.ID))
	case *ledger.RuleTable:
		found, err = orNil(r.RuleTable(record.Place))
	case *ledger.Precedent:
		var all []*ledger.Precedent
		all, err = r.Precedents()
		for _, p := range all {
			if p.ID == record.ID {
				found = p
			}
		}
	}
	return found, err
}

// orNil makes a NotFound a nil record.
func orNil[R ledger.Record](r R, err error) (ledger.Record, error) {
	if _, missing := err.(*ledger.NotFound); missing {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return r, nil
}

// Put writes records in a transaction of their own.
func Put(t testing.TB, s ledger.Store, j ledger.Journal, records ...ledger.Record) {
	t.Helper()
	err := s.Update(context.Background(), j, func(tx ledger.Tx) error { return Write(tx, j, records...) })
	if err != nil {
		t.Fatal(err)
	}
}

// Sample writes a small ledger with a report, two accounts, a body, a user and
// a past breakdown: three entries in each of two journals; then a batch of two
// readings, of which one has evidence and one was returned: two more in the
// system's.
func Sample(t testing.TB, s ledger.Store) {
	t.Helper()
	document, source := Document(ID, "报告全文")
	head := Ledger(ID)
	head.Source = source
	first, second := Account(ID, 1), Account(ID, 2)
	first.Lead, first.Supporting = []string{"finance"}, []string{"transport"}
	first.Section = "一"
	Put(t, s, ledger.System,
		Body("finance", "财政厅", 3),
		&ledger.User{Name: "wang", Role: ledger.Liaison, Place: ID.Place(), Body: "finance"},
		&ledger.Precedent{ID: sum([]byte("x")), Place: ID.Place(), Year: 2020, Name: "方案.docx", Rows: []ledger.PrecedentRow{{Task: "修路", Lead: []string{"交通厅"}}}},
	)
	err := s.Update(context.Background(), ID.Journal(), func(tx ledger.Tx) error {
		if err := Write(tx, ID.Journal(), head, first, second); err != nil {
			return err
		}
		return tx.PutDocument(document)
	})
	if err != nil {
		t.Fatal(err)
	}
	err = s.Update(context.Background(), ledger.System, func(tx ledger.Tx) error { return tx.PutSecret("wang", "hash") })
	if err != nil {
		t.Fatal(err)
	}
	PutWithEvidence(t, s, ledger.System, "佐证", IndicatorReading("2021-03", "6.5"), IndicatorReading("2021-06", "7.8"))
	Put(t, s, ledger.System, &ledger.ReadingCheck{ID: "2", Status: ledger.Returned, Reason: "再核"})
}
