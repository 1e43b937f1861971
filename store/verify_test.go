package store_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"pledger/internal/pgtest"
	"pledger/store"
)

// TestMain also runs the children of the crash tests.
func TestMain(m *testing.M) {
	if work := os.Getenv(childVariable); work != "" {
		runChild(work)
		return
	}
	pgtest.Main(m)
}

// addresses makes an address for an empty database of each store.
var addresses = map[string]func(t testing.TB) string{
	"sqlite":   func(t testing.TB) string { return filepath.Join(t.TempDir(), "nmg.db") },
	"postgres": func(t testing.TB) string { return pgtest.Database(t) },
}

// create makes a store at an address, closed when the test ends.
func create(t testing.TB, address string) store.Store {
	t.Helper()
	s, err := store.Create(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
