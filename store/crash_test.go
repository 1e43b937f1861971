package store_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"pledger/internal/pgtest"
	"pledger/ledger"
	"pledger/store"
	"pledger/store/fault"
	"pledger/store/storetest"
)

// The child's part: the test binary runs itself with this variable set to what
// it should do and where.
const childVariable = "PLEDGER_CRASH_CHILD"

// crashSeed makes the moments of the kills; it is printed where a test fails.
const crashSeed = 20210125

// crashKills is how many children are killed over a SQLite file, and crashTime
// when the test has had enough on a slow machine.
const (
	crashKills = 250
	crashTime  = 30 * time.Second
)

// runChild does what the variable says until it is killed.
func runChild(work string) {
	what, address, _ := strings.Cut(work, " ")
	ctx := context.Background()
	var err error
	switch what {
	case "open":
		var f *fault.Error
		if errors.As(opens(address), &f) {
			fmt.Println(f.Code)
		}
	case "edit":
		err = childEdits(ctx, address)
	case "restore":
		packed, readErr := os.ReadFile(filepath.Join(filepath.Dir(filepath.Dir(address)), "backup"))
		fmt.Println("ready")
		_, err = store.Restore(ctx, address, bytes.NewReader(packed))
		err = errors.Join(readErr, err)
		fmt.Println("restored")
	}
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
}

// childEdits opens the store and writes without end; it tells each entry that
// is kept, with its hash, before it writes the next.
func childEdits(ctx context.Context, address string) error {
	s, err := store.Create(ctx, address)
	if err != nil {
		return err
	}
	fmt.Println("ready")
	for n := 0; ; n++ {
		var told *ledger.Entry
		err := s.Update(ctx, storetest.ID.Journal(), func(tx ledger.Tx) error {
			head, err := tx.Head(storetest.ID.Journal())
			if err != nil {
				return err
			}
			a := storetest.Account(storetest.ID, n%20+1)
			a.Note = fmt.Sprint(head.Seq)
			a.Lead = []string{"finance", fmt.Sprint("b", n%3)}
			records := []ledger.Record{a}
			if head.Seq == 0 {
				records = []ledger.Record{storetest.Ledger(storetest.ID), a}
			}
			// Some commands write many entries: none of them may stand alone.
			for i := range (n % 5) * 4 {
				more := storetest.Account(storetest.ID, 100+i)
				more.Note = fmt.Sprint(head.Seq)
				records = append(records, more)
			}
			entries, err := storetest.Entries(tx, storetest.ID.Journal(), records...)
			if err != nil {
				return err
			}
			told = entries[len(entries)-1]
			return tx.Append(entries, records)
		})
		if err != nil {
			return err
		}
		fmt.Println(told.Seq, told.Hash)
	}
}

// child starts the test binary as a child and returns the lines it tells.
func child(t testing.TB, work string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), childVariable+"="+work)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

// kill runs a child and kills it some time after it is ready; it returns the
// last line that the child told in full.
func kill(t testing.TB, random *rand.Rand, work string, longest time.Duration) string {
	t.Helper()
	cmd, told := child(t, work)
	wait := time.Duration(random.Int64N(int64(longest)))
	last := ""
	for told.Scan() {
		last = told.Text()
		if last == "ready" {
			time.AfterFunc(wait, func() { cmd.Process.Kill() })
		}
	}
	cmd.Wait() // its status tells of the signal
	if strings.HasPrefix(last, "error") {
		t.Fatalf("the child: %s", last)
	}
	return last
}

// entryOf is the entry that a child tells with a line.
func entryOf(line string) (seq int64, hash string, ok bool) {
	n, err := fmt.Sscan(line, &seq, &hash)
	return seq, hash, n == 2 && err == nil
}

// proved opens the store, proves it, demands the entry that was told last, and
// returns the head.
func proved(t testing.TB, address, last string) ledger.Head {
	t.Helper()
	s, err := store.Open(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := store.Verify(context.Background(), s); err != nil {
		t.Fatal(err)
	}
	var head ledger.Head
	err = s.View(context.Background(), func(r ledger.Reader) error {
		head, err = r.Head(storetest.ID.Journal())
		if err != nil || last == "ready" {
			return err
		}
		seq, hash, ok := entryOf(last)
		if !ok {
			return fmt.Errorf("the child told %q", last)
		}
		found := false
		err = r.Entries(storetest.ID.Journal(), seq-1, nil, func(e *ledger.Entry) bool {
			found = e.Seq == seq && e.Hash.String() == hash
			return false
		})
		if !found {
			t.Fatalf("entry %s was acknowledged and is not there; the head is %d", last, head.Seq)
		}
		return whole(r, head)
	})
	if err != nil {
		t.Fatal(err)
	}
	return head
}

// whole demands that the last command is there with all its entries: each of
// them notes the head that it was written after.
func whole(r ledger.Reader, head ledger.Head) error {
	var op, n int64
	err := r.Entries(storetest.ID.Journal(), max(0, head.Seq-64), nil, func(e *ledger.Entry) bool {
		if e.Op != op {
			op, n = e.Op, 0
		}
		n++
		return true
	})
	if err == nil && n > 1 && op > 1 && (n-1)%4 != 0 {
		return fmt.Errorf("the last command, from entry %d on, stands with %d entries", op, n)
	}
	return err
}

// seed makes random moments and prints their seed where the test fails.
func seed(t testing.TB) *rand.Rand {
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("seed %d", crashSeed)
		}
	})
	return rand.New(rand.NewPCG(crashSeed, 0))
}

// TestKilled kills a program that writes a SQLite file at random moments and
// demands every entry that it acknowledged, and nothing half written.
func TestKilled(t *testing.T) {
	random := seed(t)
	address := addresses["sqlite"](t)
	kills, end := 0, time.Now().Add(crashTime)
	var head ledger.Head
	for ; kills < crashKills && time.Now().Before(end); kills++ {
		last := kill(t, random, "edit "+address, 40*time.Millisecond)
		if kills%10 == 0 && head.Seq > 3000 { // a long journal takes long to prove
			address = addresses["sqlite"](t)
			head = ledger.Head{}
			continue
		}
		now := proved(t, address, last)
		if now.Seq < head.Seq {
			t.Fatalf("the head went back from %d to %d", head.Seq, now.Seq)
		}
		head = now
	}
	t.Logf("%d kills, %d entries at the end", kills, head.Seq)
}

// TestKilledRestore kills a restore: the database is there as a whole or not at
// all, and a restore to the same place succeeds.
func TestKilledRestore(t *testing.T) {
	const kills = 20
	random := seed(t)
	s := create(t, addresses["sqlite"](t))
	storetest.Sample(t, s)
	var many []ledger.Record
	for i := range 300 {
		many = append(many, storetest.Account(storetest.ID, i+10))
	}
	storetest.Put(t, s, storetest.ID.Journal(), many...)
	packed := backup(t, s)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "backup"), packed, 0o600); err != nil {
		t.Fatal(err)
	}
	whole := 0
	for n := range kills {
		folder := filepath.Join(dir, fmt.Sprint(n))
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		address := filepath.Join(folder, "nmg.db")
		kill(t, random, "restore "+address, 250*time.Millisecond)
		if _, err := store.Open(context.Background(), address); fault.Is(err, fault.Missing) {
			if _, err := store.Restore(context.Background(), address, bytes.NewReader(packed)); err != nil {
				t.Fatal(err)
			}
		} else {
			whole++
		}
		restored := create(t, address)
		if !bytes.Equal(backup(t, restored), packed) {
			t.Fatal("what was restored is not what was backed up")
		}
	}
	t.Logf("%d kills, %d after the restore was done", kills, whole)
}

// TestKilledServer kills the program, and the PostgreSQL server under it, and
// demands every entry that was acknowledged.
func TestKilledServer(t *testing.T) {
	const rounds = 12
	random := seed(t)
	server := pgtest.Start(t)
	address := server.Database(t)
	var head ledger.Head
	for round := range rounds {
		var last string
		if round%2 == 0 {
			last = kill(t, random, "edit "+address, 150*time.Millisecond)
		} else {
			last = killServer(t, random, server, address, []syscall.Signal{syscall.SIGKILL, syscall.SIGQUIT}[round/2%2])
		}
		now := proved(t, address, last)
		if now.Seq < head.Seq {
			t.Fatalf("the head went back from %d to %d", head.Seq, now.Seq)
		}
		head = now
	}
	t.Logf("%d kills, %d entries", rounds, head.Seq)
}

// killServer kills the server while a child writes, starts it again, and lets
// the child go on for a while if it can; it returns the last entry that the
// child told.
func killServer(t testing.TB, random *rand.Rand, server *pgtest.Server, address string, signal syscall.Signal) string {
	t.Helper()
	cmd, told := child(t, "edit "+address)
	moment := func() time.Duration { return time.Duration(random.Int64N(int64(150 * time.Millisecond))) }
	last, before, after, killed := "ready", moment(), moment(), make(chan error, 1)
	for told.Scan() {
		line := told.Text()
		switch _, _, tells := entryOf(line); {
		case line == "ready":
			time.AfterFunc(before, func() {
				err := errors.Join(server.Kill(signal), server.Run())
				time.Sleep(after)
				cmd.Process.Kill() // it may have given up
				killed <- err
			})
		case tells: // else it tells why it gives up, now that the server is gone
			last = line
		}
	}
	cmd.Wait() // its status tells of the signal
	if err := <-killed; err != nil {
		t.Fatal(err)
	}
	return last
}
