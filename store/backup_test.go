package store_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pledger/ledger"
	"pledger/store"
	"pledger/store/fault"
	"pledger/store/storetest"
)

// now is the time of the tests' backups.
var now = time.Date(2021, 3, 1, 0, 0, 0, 0, time.UTC)

// backup is a store's backup.
func backup(t testing.TB, s ledger.Store) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := store.Backup(context.Background(), s, &b, now); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// plain unpacks a backup.
func plain(t testing.TB, packed []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// pack packs lines.
func pack(t testing.TB, lines []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(lines); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestCarryOver carries ledgers from SQLite to PostgreSQL and back: the backups
// are the same bytes.
func TestCarryOver(t *testing.T) {
	first := create(t, addresses["sqlite"](t))
	storetest.Sample(t, first)
	want := backup(t, first)
	for _, name := range []string{"postgres", "sqlite", "postgres"} {
		address := addresses[name](t)
		report, err := store.Restore(context.Background(), address, bytes.NewReader(want))
		if err != nil || report.Entries != 8 {
			t.Fatalf("%s: %+v, %v", name, report, err)
		}
		s := create(t, address)
		if got := backup(t, s); !bytes.Equal(got, want) {
			t.Fatalf("%s: the backup of what was restored differs:\n%s\n%s", name, plain(t, got), plain(t, want))
		}
		secret, err := s.Password(context.Background(), "wang")
		if err != nil || secret != "hash" {
			t.Errorf("%s: the secret is %q, %v", name, secret, err)
		}
	}
}

// TestRestoreRefuses demands that whatever is wrong with a backup leaves
// nothing, and that the good one is taken at the same place afterwards.
func TestRestoreRefuses(t *testing.T) {
	s := create(t, addresses["sqlite"](t))
	storetest.Sample(t, s)
	good := backup(t, s)
	lines := plain(t, good)
	flipped := bytes.Clone(good)
	flipped[len(flipped)/2] ^= 1
	bad := map[string][]byte{
		"empty":         nil,
		"no gzip":       []byte("nothing"),
		"half":          good[:len(good)/2],
		"last byte":     good[:len(good)-1],
		"flipped":       flipped,
		"junk":          append(bytes.Clone(good), 'x'),
		"twice":         append(bytes.Clone(good), good...),
		"no end":        pack(t, lines[:bytes.LastIndexByte(lines[:len(lines)-1], '\n')+1]),
		"past the end":  pack(t, append(bytes.Clone(lines), lines...)),
		"other text":    pack(t, bytes.Replace(lines, []byte("财政厅"), []byte("教育厅"), 1)),
		"other version": pack(t, bytes.Replace(lines, []byte(`"version":3`), []byte(`"version":4`), 1)),
		"other format":  pack(t, bytes.Replace(lines, []byte("pledger backup"), []byte("other"), 1)),
		"other field":   pack(t, bytes.Replace(lines, []byte(`"journal"`), []byte(`"journey"`), 1)),
		"long line":     pack(t, append([]byte(`{"header":{"format":"`), bytes.Repeat([]byte("a"), 80<<20)...)),
	}
	for name, address := range addresses {
		t.Run(name, func(t *testing.T) {
			at := address(t)
			for how, data := range bad {
				_, err := store.Restore(context.Background(), at, bytes.NewReader(data))
				var broken *ledger.Broken
				if !fault.Is(err, fault.Backup) && !errors.As(err, &broken) {
					t.Errorf("%s: %v", how, err)
				}
				if name == "sqlite" {
					if left, err := os.ReadDir(filepath.Dir(at)); err != nil || len(left) > 0 {
						t.Errorf("%s: leaves %v, %v", how, left, err)
					}
				}
			}
			if _, err := store.Restore(context.Background(), at, bytes.NewReader(good)); err != nil {
				t.Fatal(err)
			}
			_, err := store.Restore(context.Background(), at, bytes.NewReader(good))
			if !fault.Is(err, fault.Exists) {
				t.Errorf("a second restore: %v", err)
			}
		})
	}
}

// TestRestoreOlder restores what older versions of this program wrote: no evidence,
// and no readings.
func TestRestoreOlder(t *testing.T) {
	s := create(t, addresses["sqlite"](t))
	storetest.Put(t, s, storetest.ID.Journal(), storetest.Ledger(storetest.ID), storetest.Account(storetest.ID, 1))
	lines := strings.SplitAfter(string(plain(t, backup(t, s))), "\n")
	body := strings.Join(lines[:len(lines)-2], "") // without the trailer
	for _, version := range []string{`"version":1`, `"version":2`} {
		older := strings.Replace(body, `"version":3`, version, 1)
		report, err := store.Restore(context.Background(), addresses["sqlite"](t), bytes.NewReader(pack(t, []byte(older+store.Trailer(older)))))
		if err != nil || report.Entries != 2 {
			t.Errorf("%s: %+v, %v", version, report, err)
		}
	}
}

// TestRestoreForged demands that a backup whose sum is right and whose entries
// are not is refused.
func TestRestoreForged(t *testing.T) {
	s := create(t, addresses["sqlite"](t))
	storetest.Sample(t, s)
	lines := strings.SplitAfter(string(plain(t, backup(t, s))), "\n")
	lines = lines[:len(lines)-2] // without the trailer
	body := strings.Replace(strings.Join(lines, ""), "财政厅", "教育厅", 1)
	forged := pack(t, []byte(body+store.Trailer(body)))
	_, err := store.Restore(context.Background(), addresses["sqlite"](t), bytes.NewReader(forged))
	var broken *ledger.Broken
	if !errors.As(err, &broken) || broken.Code != ledger.BrokenHash {
		t.Errorf("a forged backup: %v", err)
	}
}
