package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pledger/ledger"
)

// patience is how long a test waits before it says that something hangs.
const patience = 60 * time.Second

// snapshot demands that a view does not see what is written after it began, and
// does not hold up who writes it.
func snapshot(t *testing.T, s ledger.Store) {
	Put(t, s, ID.Journal(), Ledger(ID), Account(ID, 1))
	view(t, s, func(r ledger.Reader) error {
		before, err := r.Head(ID.Journal())
		if err != nil {
			return err
		}
		changed := Account(ID, 1)
		changed.Task = "改"
		Put(t, s, ID.Journal(), changed, Account(ID, 2))
		after, err := r.Head(ID.Journal())
		same(t, before, after)
		if a, err := r.Account(ID, "0001"); err != nil || a.Version != 2 {
			t.Errorf("a view sees version %v, %v", a, err)
		}
		if page, err := r.Accounts(ledger.Query{Ledger: ID}); err != nil || page.Total != 1 {
			t.Errorf("a view sees %v, %v", page, err)
		}
		return err
	})
}

// errStale is what an editor of the test meets where another came first.
var errStale = errors.New("another version stands")

// editors lets a hundred edit the same few accounts by read, modify, write: each
// edit is kept once or met by a conflict that is told, and none is lost.
func editors(t *testing.T, s ledger.Store) {
	const people, edits, accounts = 100, 4, 5
	records := []ledger.Record{Ledger(ID)}
	for i := range accounts {
		a := Account(ID, i+1)
		a.Note = "0"
		records = append(records, a)
	}
	Put(t, s, ID.Journal(), records...)
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	var kept, conflicts atomic.Int64
	var wait sync.WaitGroup
	for person := range people {
		wait.Go(func() {
			for edit := range edits {
				id := fmt.Sprintf("%04d", (person+edit)%accounts+1)
				for {
					err := increment(ctx, s, id)
					if errors.Is(err, errStale) {
						conflicts.Add(1)
						continue
					}
					if err != nil {
						t.Error(err)
						return
					}
					kept.Add(1)
					break
				}
			}
		})
	}
	wait.Wait()
	var total int64
	view(t, s, func(r ledger.Reader) error {
		head, err := r.Head(ID.Journal())
		same(t, int64(1+accounts)+kept.Load(), head.Seq)
		return errors.Join(err, r.EachAccount(ID, func(a *ledger.Account) bool {
			total += count(a)
			return true
		}))
	})
	if total != kept.Load() || total != people*edits {
		t.Errorf("%d edits were kept and %d are there, want %d", kept.Load(), total, people*edits)
	}
	t.Logf("%d edits, %d conflicts", total, conflicts.Load())
}

// count reads the number that an account of editors notes.
func count(a *ledger.Account) (n int64) {
	fmt.Sscan(a.Note, &n) // 0 where it is none; the sum shows it
	return n
}

// increment reads an account in one transaction and changes it in another, if
// the version is still the one it read.
func increment(ctx context.Context, s ledger.Store, id string) error {
	var read *ledger.Account
	err := s.View(ctx, func(r ledger.Reader) (err error) {
		read, err = r.Account(ID, id)
		return err
	})
	if err != nil {
		return err
	}
	return s.Update(ctx, ID.Journal(), func(tx ledger.Tx) error {
		stands, err := tx.Account(ID, id)
		if err != nil {
			return err
		}
		if stands.Version != read.Version {
			return errStale
		}
		changed := stands.Clone()
		changed.Note = fmt.Sprint(count(stands) + 1)
		return Write(tx, ID.Journal(), changed)
	})
}

// journals writes several at the same time, bodies among them: nobody waits for
// ever, and columns follow the bodies whoever comes first.
func journals(t *testing.T, s ledger.Store) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	var wait sync.WaitGroup
	for n := range 4 {
		id := ledger.NewID(ID.Place(), 2021+n)
		wait.Go(func() {
			for i := range 10 {
				err := s.Update(ctx, id.Journal(), func(tx ledger.Tx) error {
					a := Account(id, i+1)
					a.Lead = []string{"a"}
					if i == 0 {
						return Write(tx, id.Journal(), Ledger(id), a)
					}
					return Write(tx, id.Journal(), a)
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Go(func() {
		for i := range 10 {
			err := s.Update(ctx, ledger.System, func(tx ledger.Tx) error {
				return Write(tx, ledger.System, Body("a", fmt.Sprintf("第%d厅", i), i))
			})
			if err != nil {
				t.Error(err)
			}
		}
	})
	wait.Wait()
}

// cancel demands that a context that ends ends a transaction, and that the
// store goes on.
func cancel(t *testing.T, s ledger.Store) {
	over, stop := context.WithCancel(context.Background())
	stop()
	for name, err := range map[string]error{
		"view":   s.View(over, func(ledger.Reader) error { return nil }),
		"update": s.Update(over, ID.Journal(), func(ledger.Tx) error { return nil }),
	} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
	during, stop := context.WithCancel(context.Background())
	err := s.Update(during, ID.Journal(), func(tx ledger.Tx) error {
		err := Write(tx, ID.Journal(), Ledger(ID))
		stop()
		return err
	})
	if err == nil {
		t.Error("an update is kept whose context is over")
	}
	empty(t, s)
	// Who waits for another's update gives up with its context.
	started, done := make(chan struct{}), make(chan struct{})
	var wait sync.WaitGroup
	wait.Go(func() {
		err := s.Update(context.Background(), ID.Journal(), func(tx ledger.Tx) error {
			close(started)
			<-done
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
	<-started
	brief, stop := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer stop()
	err = s.Update(brief, ID.Journal(), func(ledger.Tx) error { return nil })
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("who waits: %v", err)
	}
	close(done)
	wait.Wait()
	Put(t, s, ID.Journal(), Ledger(ID))
}
