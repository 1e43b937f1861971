package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// childEnv makes the test's program this command itself, to be killed.
const childEnv = "PLEDGER_TEST_CHILD"

const (
	killRounds = 60               // of each command
	killTime   = 12 * time.Second // for each command: on a slow machine fewer rounds are tried
)

// killReport is a report large enough that opening it takes a while.
func killReport() string {
	var b strings.Builder
	b.WriteString("2024年内蒙古自治区政府工作报告\n\n一、2024年重点工作\n\n")
	for i := range 100 {
		fmt.Fprintf(&b, "新建高标准农田%d万亩，开工建设第%d水库。完善项目调度机制。\n\n", 100+i, i+1)
	}
	return b.String()
}

// here runs the command in this process and returns what it printed.
func here(t *testing.T, args ...string) (string, int) {
	t.Helper()
	var out, errs bytes.Buffer
	status := run(context.Background(), args, strings.NewReader(""), &out, &errs)
	if status != exitDone {
		return errs.String(), status
	}
	return out.String(), status
}

// must is here, which must succeed.
func must(t *testing.T, args ...string) string {
	t.Helper()
	out, status := here(t, args...)
	if status != exitDone {
		t.Fatalf("pledger %s: status %d\n%s", strings.Join(args, " "), status, out)
	}
	return out
}

// killed runs the command as a process of its own and kills it after a while.
// done reports whether it had ended before, with success.
func killed(t *testing.T, after time.Duration, args ...string) (done bool) {
	t.Helper()
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), childEnv+"=1")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { c.Process.Kill() })
	defer timer.Stop()
	err := c.Wait()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() > 0) {
		t.Fatalf("pledger %s: %v", strings.Join(args, " "), err)
	}
	return err == nil
}

// rounds calls f with random moments up to what one whole run takes, and says
// how many runs were cut short.
func rounds(t *testing.T, whole time.Duration, f func(n int, after time.Duration) (done bool)) {
	t.Helper()
	if testing.Short() {
		t.Skip("killing takes a while; run without -short")
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 1))
	start, cut, n := time.Now(), 0, 0
	for ; n < killRounds && time.Since(start) < killTime && !t.Failed(); n++ {
		if !f(n, time.Duration(random.Int64N(int64(whole)))) {
			cut++
		}
	}
	t.Logf("%d of %d runs were killed", cut, n)
	if cut == 0 {
		t.Error("no run was killed")
	}
}

// TestKilledOpen kills the opening of ledgers: a ledger is there whole or not
// at all, whatever was acknowledged is there, and everything is proved.
func TestKilledOpen(t *testing.T) {
	dir := t.TempDir()
	report, db := filepath.Join(dir, "r.txt"), filepath.Join(dir, "o.db")
	if err := os.WriteFile(report, []byte(killReport()), 0o600); err != nil {
		t.Fatal(err)
	}
	open := func(year int) []string {
		return []string{"open", "--db", db, "--year", fmt.Sprint(year), report}
	}
	start := time.Now()
	if !killed(t, time.Minute, open(2000)...) {
		t.Fatal("opening took a minute")
	}
	want := must(t, "export", "breakdown", "--db", db, "--ledger", "150000-2000", "--format", "csv")
	rounds(t, time.Since(start), func(n int, after time.Duration) bool {
		year := 2001 + n
		done := killed(t, after, open(year)...)
		must(t, "fsck", "--db", db)
		got, status := here(t, "export", "breakdown", "--db", db, "--ledger", fmt.Sprintf("150000-%d", year), "--format", "csv")
		switch {
		case status == exitDone && strings.Count(got, "\n") != strings.Count(want, "\n"):
			t.Errorf("the ledger of %d is there by half", year)
		case status != exitDone && done:
			t.Errorf("the ledger of %d was acknowledged and is not there: %s", year, got)
		}
		return done
	})
}

// TestKilledImport kills imports into a ledger: all rows are taken or none.
func TestKilledImport(t *testing.T) {
	dir := t.TempDir()
	report, db := filepath.Join(dir, "r.txt"), filepath.Join(dir, "o.db")
	if err := os.WriteFile(report, []byte(killReport()), 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "open", "--db", db, report)
	export := []string{"export", "breakdown", "--db", db, "--format", "csv"}
	before := must(t, export...)
	sheets := []string{strings.ReplaceAll(before, "12月底前", "10月底前"), before}
	files := []string{filepath.Join(dir, "a.csv"), filepath.Join(dir, "b.csv")}
	for i, sheet := range sheets {
		if err := os.WriteFile(files[i], []byte(sheet), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	into := func(file string) []string {
		return []string{"import", "breakdown", "--db", db, "--into", "150000-2024", file}
	}
	start := time.Now()
	if !killed(t, time.Minute, into(files[0])...) {
		t.Fatal("importing took a minute")
	}
	now := 0 // the sheet that the ledger holds
	rounds(t, time.Since(start), func(_ int, after time.Duration) bool {
		done := killed(t, after, into(files[1-now])...)
		must(t, "fsck", "--db", db)
		switch got := must(t, export...); {
		case got == sheets[1-now]:
			now = 1 - now
		case got != sheets[now]:
			t.Error("an import is there by half")
		case done:
			t.Error("an import was acknowledged and is not there")
		}
		return done
	})
}

// TestKilledRestore kills restores: the database is there whole or not at all.
func TestKilledRestore(t *testing.T) {
	dir := t.TempDir()
	report, db, backup := filepath.Join(dir, "r.txt"), filepath.Join(dir, "o.db"), filepath.Join(dir, "b")
	if err := os.WriteFile(report, []byte(killReport()), 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "open", "--db", db, report)
	must(t, "backup", "--db", db, "-o", backup)
	want := must(t, "export", "breakdown", "--db", db, "--format", "json")
	restored := func(n int) string { return filepath.Join(dir, fmt.Sprintf("n%d.db", n)) }
	start := time.Now()
	if !killed(t, time.Minute, "restore", "--db", restored(-1), backup) {
		t.Fatal("restoring took a minute")
	}
	rounds(t, time.Since(start), func(n int, after time.Duration) bool {
		done := killed(t, after, "restore", "--db", restored(n), backup)
		got, status := here(t, "export", "breakdown", "--db", restored(n), "--format", "json")
		switch {
		case status == exitDone && got != want:
			t.Error("a restored ledger is another")
		case status != exitDone && done:
			t.Errorf("a restore was acknowledged and is not there: %s", got)
		}
		return done
	})
}
