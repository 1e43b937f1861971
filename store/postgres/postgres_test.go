package postgres_test

import (
	"context"
	"testing"

	"pledger/internal/pgtest"
	"pledger/ledger"
	"pledger/store/postgres"
	"pledger/store/storetest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// create makes an empty database, closed when the test ends.
func create(t testing.TB) *postgres.DB {
	t.Helper()
	db, err := postgres.Create(context.Background(), pgtest.Database(t))
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
