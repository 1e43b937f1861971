package store_test

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib"

	"pledger/ledger"
	"pledger/store"
	"pledger/store/storetest"
)

// tampering is one change behind the program's back, and what names it. The
// statements are plain enough for both stores; each runs on the sample as it
// was written.
var tampering = []struct {
	statement string
	code      string
	args      string // a word among the Broken's args
}{
	{`UPDATE entry SET journal = 'x' WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenGap, ""},
	{`UPDATE entry SET seq = 99 WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenGap, ""},
	{`UPDATE entry SET op = 9 WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenHash, ""},
	{`UPDATE entry SET at = '2022-01-25T09:00:00.123456Z' WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenHash, ""},
	{`UPDATE entry SET at = 'noon' WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenHash, "at"},
	{`UPDATE entry SET who = 'other' WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenHash, ""},
	{`UPDATE entry SET action = 'drop' WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenHash, ""},
	{`UPDATE entry SET kind = 'body' WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenHash, ""},
	{`UPDATE entry SET subject = '0009' WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenHash, ""},
	{`UPDATE entry SET changes = '[]' WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenHash, ""},
	{`UPDATE entry SET changes = '[ ]' WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenHash, "changes"},
	{`UPDATE entry SET why = '' WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenHash, ""},
	{`UPDATE entry SET prev = hash WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenLink, ""},
	{`UPDATE entry SET prev = 'x' WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenHash, "prev"},
	{`UPDATE entry SET hash = prev WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenHash, ""},
	{`UPDATE entry SET hash = upper(hash) WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenHash, ""},
	{`DELETE FROM entry WHERE journal = '150000-2021' AND seq = 2`, ledger.BrokenGap, ""},
	{`DELETE FROM entry WHERE journal = '150000-2021' AND seq = 3`, ledger.BrokenExtra, "0002"},
	{`DELETE FROM entry WHERE journal = 'system'`, ledger.BrokenExtra, ""},
	{`UPDATE record SET doc = replace(doc, '财政厅', '教育厅') WHERE kind = 'body'`, ledger.BrokenState, "name"},
	{`UPDATE record SET doc = doc || ' ' WHERE kind = 'body'`, ledger.BrokenState, ""},
	{`UPDATE record SET doc = 'x' WHERE kind = 'body'`, ledger.BrokenState, ""},
	{`UPDATE record SET version = version + 1 WHERE kind = 'user'`, ledger.BrokenState, "version"},
	{`UPDATE record SET id = '150000/other' WHERE kind = 'body'`, ledger.BrokenLost, ""},
	{`UPDATE record SET kind = 'x' WHERE kind = 'user'`, ledger.BrokenLost, ""},
	{`UPDATE record SET journal = 'x' WHERE kind = 'user'`, ledger.BrokenLost, ""},
	{`DELETE FROM record WHERE kind = 'ledger'`, ledger.BrokenLost, "150000-2021"},
	{`UPDATE account SET doc = replace(doc, '建成', '拆除') WHERE id = '0001'`, ledger.BrokenState, "task"},
	{`UPDATE account SET version = 9 WHERE id = '0001'`, ledger.BrokenState, "version"},
	{`UPDATE account SET ord = 9 WHERE id = '0001'`, ledger.BrokenIndex, "ord"},
	{`UPDATE account SET number = '9' WHERE id = '0001'`, ledger.BrokenIndex, "number"},
	{`UPDATE account SET category = 'target' WHERE id = '0001'`, ledger.BrokenIndex, "category"},
	{`UPDATE account SET state = 'dropped' WHERE id = '0001'`, ledger.BrokenIndex, "state"},
	{`UPDATE account SET state_order = 9 WHERE id = '0001'`, ledger.BrokenIndex, "state_order"},
	{`UPDATE account SET section = '九' WHERE id = '0001'`, ledger.BrokenIndex, "section"},
	{`UPDATE account SET hardness = 'soft' WHERE id = '0001'`, ledger.BrokenIndex, "hardness"},
	{`UPDATE account SET task_key = '' WHERE id = '0001'`, ledger.BrokenIndex, "task_key"},
	{`UPDATE account SET no_deadline = NOT no_deadline WHERE id = '0001'`, ledger.BrokenIndex, "no_deadline"},
	{`UPDATE account SET deadline = '2020-01-01' WHERE id = '0001'`, ledger.BrokenIndex, "deadline"},
	{`UPDATE account SET no_lead = NOT no_lead WHERE id = '0001'`, ledger.BrokenIndex, "no_lead"},
	{`UPDATE account SET lead_order = 9 WHERE id = '0001'`, ledger.BrokenIndex, "lead_order"},
	{`DELETE FROM account WHERE id = '0001'`, ledger.BrokenLost, "0001"},
	{`UPDATE account SET ledger = 'x' WHERE id = '0001'`, ledger.BrokenLost, "0001"},
	{`UPDATE account SET id = 'x' WHERE id = '0001'`, ledger.BrokenLost, "0001"},
	{`UPDATE account_body SET role = 'supporting' WHERE account = '0001'`, ledger.BrokenIndex, "account_body"},
	{`UPDATE account_body SET body = 'other' WHERE account = '0001'`, ledger.BrokenIndex, "account_body"},
	{`UPDATE account_body SET account = 'x' WHERE account = '0001'`, ledger.BrokenIndex, "account_body"},
	{`DELETE FROM account_body`, ledger.BrokenIndex, "account_body"},
	{`INSERT INTO account_body VALUES ('150000-2021', '0077', 'finance', 'lead')`, ledger.BrokenIndex, "account_body"},
	{`UPDATE account_search SET text = 'x' WHERE account = '0001'`, ledger.BrokenIndex, "search"},
	{`DELETE FROM account_search`, ledger.BrokenIndex, "search"},
	{`INSERT INTO account_search VALUES ('150000-2021', '0077', 'x')`, ledger.BrokenIndex, "account_search"},
	{`UPDATE reading SET value = '7.9' WHERE seq = 2`, ledger.BrokenBatch, "1"},
	{`UPDATE reading SET typed = ''`, ledger.BrokenBatch, ""},
	{`UPDATE reading SET final = NOT final WHERE seq = 1`, ledger.BrokenBatch, ""},
	{`UPDATE reading SET at = '2021-01-25 09:00' WHERE seq = 1`, ledger.BrokenStray, "1"},
	{`UPDATE reading SET seq = 3 WHERE seq = 2`, ledger.BrokenBatch, "1"},
	{`UPDATE reading SET journal = 'x' WHERE seq = 2`, ledger.BrokenBatch, ""},
	{`DELETE FROM reading WHERE seq = 2`, ledger.BrokenBatch, ""},
	{`INSERT INTO reading SELECT journal, 3, ledger, account, indicator, kind, place, start, until, 2, value, unit, typed, final, source, note, who, at, term, evidence, reason FROM reading WHERE seq = 2`, ledger.BrokenStray, "3"},
	{`UPDATE reading SET term = 1 WHERE seq = 2`, ledger.BrokenBatch, "1"},
	{`UPDATE reading SET reason = 'x' WHERE seq = 2`, ledger.BrokenBatch, "1"},
	{`UPDATE reading SET evidence = '' WHERE seq = 1`, ledger.BrokenBatch, "1"},
	{`UPDATE reading SET evidence = replace(evidence, '佐证', '另证') WHERE seq = 1`, ledger.BrokenBatch, "1"},
	{`UPDATE reading SET evidence = evidence || ' ' WHERE seq = 1`, ledger.BrokenStray, "1"},
	{`UPDATE evidence SET file = substr(file, 2)`, ledger.BrokenEvidence, "1"},
	{`UPDATE evidence SET sum = 'x'`, ledger.BrokenExtra, "evidence x"},
	{`DELETE FROM evidence`, ledger.BrokenEvidence, "1"},
	{`INSERT INTO evidence SELECT 'x', file FROM evidence`, ledger.BrokenExtra, "evidence x"},
	{`UPDATE reading_open SET last = last + 1`, ledger.BrokenIndex, "reading_open"},
	{`DELETE FROM reading_open`, ledger.BrokenIndex, "reading_open"},
	{`INSERT INTO reading_open VALUES ('150000-2021', 9, 9)`, ledger.BrokenIndex, "reading_open"},
	{`INSERT INTO reading_open VALUES ('x', 1, 1)`, ledger.BrokenIndex, "reading_open"},
	{`UPDATE record SET doc = replace(doc, 'returned', 'verified') WHERE kind = 'check'`, ledger.BrokenState, "status"},
	{`UPDATE document SET file = substr(file, 2)`, ledger.BrokenText, ""},
	{`UPDATE document SET text = text || '。'`, ledger.BrokenText, ""},
	{`UPDATE document SET name = 'x'`, ledger.BrokenState, "name"},
	{`UPDATE document SET ledger = 'x'`, ledger.BrokenExtra, "document"},
	{`DELETE FROM document`, ledger.BrokenText, ""},
}

// guards lift what the databases themselves do against tampering, for the
// length of a transaction.
var guards = map[string][]string{
	"sqlite": {"DROP TRIGGER entry_is_kept", "DROP TRIGGER entry_stands", "DROP TRIGGER reading_is_kept", "DROP TRIGGER reading_stands",
		"DROP TRIGGER evidence_is_kept", "DROP TRIGGER evidence_stands"},
	"postgres": {
		"DROP TRIGGER entry_stands ON entry",
		"DROP TRIGGER reading_stands ON reading",
		"DROP TRIGGER evidence_stands ON evidence",
		"ALTER TABLE account_body DROP CONSTRAINT account_body_ledger_account_fkey",
		"ALTER TABLE account_search DROP CONSTRAINT account_search_ledger_account_fkey",
	},
}

// drivers are the database/sql names of the stores.
var drivers = map[string]string{"sqlite": "sqlite", "postgres": "pgx"}

// TestTampering changes each column behind the store's back and demands that
// Verify names it.
func TestTampering(t *testing.T) {
	for name, address := range addresses {
		t.Run(name, func(t *testing.T) {
			at := address(t)
			s := create(t, at)
			storetest.Sample(t, s)
			report, err := store.Verify(context.Background(), s)
			if err != nil || report.Entries != 8 || report.Records != 8 || report.Readings != 2 || report.Evidence != 1 || report.Columns != 2 || report.Documents != 1 || len(report.Warnings) != 0 {
				t.Fatalf("the sample is not whole: %+v, %v", report, err)
			}
			db := rawDB(t, name, at)
			for _, tt := range tampering {
				undo := change(t, db, name, tt.statement)
				_, err := store.Verify(context.Background(), s)
				var broken *ledger.Broken
				switch {
				case !errors.As(err, &broken):
					t.Errorf("%s: %v is no *ledger.Broken", tt.statement, err)
				case broken.Code != tt.code || !strings.Contains("\x00"+strings.Join(broken.Args, "\x00")+"\x00", tt.args):
					t.Errorf("%s: %v, want %s %s", tt.statement, err, tt.code, tt.args)
				}
				undo()
			}
			if _, err := store.Verify(context.Background(), s); err != nil {
				t.Fatalf("the test did not mend what it changed: %v", err)
			}
		})
	}
}

// rawDB opens the database past the store, with references unchecked.
func rawDB(t testing.TB, name, at string) *sql.DB {
	t.Helper()
	db, err := sql.Open(drivers[name], at)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// change lifts the guards, runs a statement, and returns what puts every table
// back as it was.
func change(t testing.TB, db *sql.DB, name, statement string) (undo func()) {
	t.Helper()
	tables := []string{"entry", "record", "account", "account_body", "account_search", "document", "reading", "reading_open", "evidence"}
	run := func(statements ...string) {
		t.Helper()
		for _, s := range statements {
			if _, err := db.Exec(s); err != nil {
				t.Fatalf("%s: %v", s, err)
			}
		}
	}
	if _, err := db.Exec("SELECT 1 FROM kept_entry"); err != nil {
		run(guards[name]...)
		for _, table := range tables {
			run("CREATE TABLE kept_" + table + " AS SELECT * FROM " + table)
		}
	}
	run(statement)
	return func() {
		for i := range tables {
			run("DELETE FROM " + tables[len(tables)-1-i])
		}
		for _, table := range tables {
			run("INSERT INTO " + table + " SELECT * FROM kept_" + table)
		}
	}
}

// TestRebuild damages everything that is derived and demands that Rebuild mends
// it.
func TestRebuild(t *testing.T) {
	for name, address := range addresses {
		t.Run(name, func(t *testing.T) {
			at := address(t)
			s := create(t, at)
			storetest.Sample(t, s)
			db := rawDB(t, name, at)
			for _, statement := range []string{
				`UPDATE account_search SET text = 'x'`,
				`DELETE FROM reading_open`,
				`DELETE FROM account_body`,
				`UPDATE account SET doc = '{}', ord = 7`,
				`DELETE FROM record WHERE kind = 'user'`,
				`INSERT INTO record VALUES ('x', 'body', 'x', 1, '{}')`,
			} {
				if _, err := db.Exec(statement); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := store.Verify(context.Background(), s); err == nil {
				t.Fatal("the damage is not seen")
			}
			if err := store.Rebuild(context.Background(), s); err != nil {
				t.Fatal(err)
			}
			if _, err := store.Verify(context.Background(), s); err != nil {
				t.Fatal(err)
			}
		})
	}
}
