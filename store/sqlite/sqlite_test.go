package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"

	"pledger/ledger"
	"pledger/store/sqlite"
	"pledger/store/storetest"
)

// create makes an empty database, closed when the test ends.
func create(t testing.TB) *sqlite.DB {
	t.Helper()
	db, err := sqlite.Create(context.Background(), filepath.Join(t.TempDir(), "台账 1?#%.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

// TestSuite runs the suite of all stores.
func TestSuite(t *testing.T) {
	storetest.Run(t, func(t testing.TB) ledger.Store { return create(t) })
}
