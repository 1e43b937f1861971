package store_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"pledger/internal/pgtest"
	"pledger/ledger"
	"pledger/store"
	"pledger/store/fault"
	"pledger/store/sqlite"
	"pledger/store/storetest"
)

// opens tries to open an address, and says nothing else about it.
func opens(address string) error {
	s, err := store.Open(context.Background(), address)
	if err == nil {
		err = s.Close()
	}
	return err
}

// TestOpenRefuses demands a fault with its code for whatever stands at a path.
func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write := func(name, content string) string {
		t.Helper()
		if err := os.WriteFile(at(name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return at(name)
	}
	foreign := at("foreign.db")
	rawExec(t, foreign, "CREATE TABLE t (x)")
	older, newer, fresh := at("older.db"), at("newer.db"), at("fresh.db")
	for path, statement := range map[string]string{
		fresh: "DELETE FROM goose_db_version WHERE version_id > 0",
		older: "DELETE FROM goose_db_version WHERE version_id > 1; DROP TABLE session; DROP TABLE attempt; DROP TABLE reading; DROP TABLE evidence; DROP TABLE reading_open",
		newer: "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)",
	} {
		if err := create(t, path).Close(); err != nil {
			t.Fatal(err)
		}
		rawExec(t, path, statement)
	}
	cut := at("cut.db")
	storetest.Sample(t, create(t, at("whole.db")))
	whole, err := os.ReadFile(at("whole.db"))
	if err != nil {
		t.Fatal(err)
	}
	write("cut.db", string(whole[:40]))
	for _, tt := range []struct{ path, code string }{
		{"", fault.Address},
		{at("none.db"), fault.Missing},
		{at("none/nmg.db"), fault.NoFolder},
		{dir, fault.Directory},
		{write("empty.db", ""), fault.Empty},
		{write("text.db", strings.Repeat("不是数据库", 1000)), fault.NotDatabase},
		{write("short.db", "x"), fault.NotDatabase},
		{cut, fault.Damaged},
		{foreign, fault.Foreign},
		{newer, fault.Newer},
		{"postgres://nobody:secret@127.0.0.1:1/none?connect_timeout=1", fault.Unreachable},
		{"postgres://a:se cret@[::1/x", fault.Address},
	} {
		err := opens(tt.path)
		if !fault.Is(err, tt.code) {
			t.Errorf("%s: %v, want %s", tt.path, err, tt.code)
		}
		if err != nil && (strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "se cret")) {
			t.Errorf("the error tells the password: %v", err)
		}
	}
	if left, err := filepath.Glob(at("none*")); err != nil || len(left) > 0 {
		t.Errorf("opening what does not exist leaves %v, %v", left, err)
	}
	err = opens(older)
	if !fault.Is(err, fault.Older) || !strings.Contains(err.Error(), fault.MigrateCommand+older) {
		t.Errorf("an older schema: %v", err)
	}
	if from, to, err := store.Migrate(context.Background(), older); err != nil || from != 1 || to != 5 {
		t.Errorf("migrating goes from %d to %d, %v", from, to, err)
	}
	if err := opens(older); err != nil {
		t.Errorf("after migrating: %v", err)
	}
	if err := opens(fresh); !fault.Is(err, fault.Empty) {
		t.Errorf("a file whose migrations never ran: %v", err)
	}
	if s, err := store.Create(context.Background(), at("empty.db")); err != nil {
		t.Error(err)
	} else if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// rawExec runs a statement in a SQLite file.
func rawExec(t testing.TB, path, statement string) {
	t.Helper()
	db := rawDB(t, "sqlite", path)
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestOpenServer demands faults of databases of a server.
func TestOpenServer(t *testing.T) {
	ctx := context.Background()
	address := pgtest.Database(t)
	if err := opens(address); !fault.Is(err, fault.Empty) {
		t.Errorf("an empty database: %v", err)
	}
	if err := opens(strings.Replace(address, "/test", "/none", 1)); !fault.Is(err, fault.Missing) {
		t.Errorf("no database: %v", err)
	}
	create(t, address)
	db := rawDB(t, "postgres", address)
	if _, err := db.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, true)"); err != nil {
		t.Fatal(err)
	}
	if err := opens(address); !fault.Is(err, fault.Newer) {
		t.Errorf("a newer schema: %v", err)
	}
	if _, _, err := store.Migrate(ctx, address); !fault.Is(err, fault.Newer) {
		t.Errorf("migrating a newer schema: %v", err)
	}
	foreign := pgtest.Database(t)
	if _, err := rawDB(t, "postgres", foreign).Exec("CREATE TABLE theirs (x int)"); err != nil {
		t.Fatal(err)
	}
	if err := opens(foreign); !fault.Is(err, fault.Foreign) {
		t.Errorf("another program's database: %v", err)
	}
}

// TestFull fills the disk: a limit on the file stands for it. What is refused
// leaves nothing, and the ledger goes on when there is room again.
func TestFull(t *testing.T) {
	ctx := context.Background()
	path := addresses["sqlite"](t)
	db, err := sqlite.Create(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	storetest.Sample(t, db)
	large := storetest.Account(storetest.ID, 9)
	large.Note = strings.Repeat("长", 1<<20)
	write := func() error {
		return db.Update(ctx, storetest.ID.Journal(), func(tx ledger.Tx) error {
			return storetest.Write(tx, storetest.ID.Journal(), large)
		})
	}
	if err := db.LimitPages(ctx, 60); err != nil {
		t.Fatal(err)
	}
	if err := write(); !fault.Is(err, fault.Full) {
		t.Errorf("a full disk: %v", err)
	}
	if report, err := store.Verify(ctx, db); err != nil || report.Entries != 8 {
		t.Errorf("after it: %+v, %v", report, err)
	}
	if err := db.LimitPages(ctx, 1<<30); err != nil {
		t.Fatal(err)
	}
	if err := write(); err != nil {
		t.Errorf("with room again: %v", err)
	}
	if report, err := store.Verify(ctx, db); err != nil || report.Entries != 9 {
		t.Errorf("in the end: %+v, %v", report, err)
	}
}

// TestPermission opens files that another user may not: as root it runs itself
// as nobody.
func TestPermission(t *testing.T) {
	dir, err := os.MkdirTemp("", "permission")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	path := filepath.Join(dir, "nmg.db")
	if err := create(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for mode, code := range map[os.FileMode]string{0o000: fault.Permission, 0o444: fault.Permission, 0o666: fault.ReadOnly} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		if got := openedByNobody(t, path); got != code {
			t.Errorf("mode %o in a folder of another's: %s, want %s", mode, got, code)
		}
	}
}

// openedByNobody opens a path in a child that runs as nobody and returns the
// code of its fault.
func openedByNobody(t testing.TB, path string) string {
	t.Helper()
	binary, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(filepath.Dir(path), "child")
	if err := os.WriteFile(copied, binary, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(copied, "-test.run=^$")
	cmd.Env = append(os.Environ(), childVariable+"=open "+path)
	cmd.Dir = "/"
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return strings.TrimSpace(string(out))
}

// TestMigrateReadings migrates a file from before readings had terms and
// evidence: what its batches say still holds.
func TestMigrateReadings(t *testing.T) {
	path := filepath.Join(t.TempDir(), "older.db")
	s := create(t, path)
	storetest.Put(t, s, storetest.ID.Journal(), storetest.Ledger(storetest.ID), storetest.Account(storetest.ID, 1))
	storetest.PutReadings(t, s, storetest.ID.Journal(), storetest.AccountReading(1, "2021-03", "12"))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	rawExec(t, path, `
		DELETE FROM goose_db_version WHERE version_id >= 4;
		DROP TABLE reading_open;
		DROP TABLE evidence;
		DROP INDEX reading_series;
		ALTER TABLE reading DROP COLUMN reason;
		ALTER TABLE reading DROP COLUMN evidence;
		ALTER TABLE reading DROP COLUMN term;
		CREATE UNIQUE INDEX reading_series ON reading (ledger, account, indicator, place, kind, until, start, revision)`)
	if from, to, err := store.Migrate(context.Background(), path); err != nil || from != 3 || to != 5 {
		t.Fatalf("migrating goes from %d to %d, %v", from, to, err)
	}
	report, err := store.Verify(context.Background(), create(t, path))
	if err != nil || report.Readings != 1 {
		t.Errorf("after migrating: %+v, %v", report, err)
	}
}

// TestMigrateOpen migrates databases from before the readings that nobody has
// checked were kept: they are found as if they had been.
func TestMigrateOpen(t *testing.T) {
	for name, address := range addresses {
		t.Run(name, func(t *testing.T) {
			at := address(t)
			s := create(t, at)
			j := storetest.ID.Journal()
			storetest.Put(t, s, j, storetest.Ledger(storetest.ID), storetest.Account(storetest.ID, 1))
			for _, months := range [][]string{{"2021-01", "2021-02", "2021-03"}, {"2021-04"}, {"2021-05", "2021-06", "2021-07"}} {
				var readings []*ledger.Reading
				for _, month := range months {
					readings = append(readings, storetest.AccountReading(1, month, "12"))
				}
				storetest.PutReadings(t, s, j, readings...)
			}
			storetest.PutReadings(t, s, ledger.System, storetest.IndicatorReading("2021-01", "3"))
			storetest.Put(t, s, j, &ledger.ReadingCheck{ID: "2", Status: ledger.Verified}, &ledger.ReadingCheck{ID: "7", Status: ledger.Returned, Reason: "不符"})
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			db := rawDB(t, name, at)
			for _, statement := range []string{`DELETE FROM goose_db_version WHERE version_id = 5`, `DROP TABLE reading_open`} {
				if _, err := db.Exec(statement); err != nil {
					t.Fatal(err)
				}
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			if from, to, err := store.Migrate(context.Background(), at); err != nil || from != 4 || to != 5 {
				t.Fatalf("migrating goes from %d to %d, %v", from, to, err)
			}
			s, err := store.Open(context.Background(), at)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if _, err := store.Verify(context.Background(), s); err != nil {
				t.Errorf("after migrating: %v", err)
			}
			var open []int64
			if err := s.View(context.Background(), func(r ledger.Reader) error {
				return r.OpenReadings(j, 8, func(reading *ledger.Reading) bool { open = append(open, reading.Seq); return true })
			}); err != nil || !slices.Equal(open, []int64{6, 5, 4, 3, 1}) {
				t.Errorf("%v are open, %v", open, err)
			}
		})
	}
}
