package storetest

import (
	"bytes"
	"context"
	"sync"
	"testing"
	"time"

	"pledger/ledger"
	"pledger/store"
	"pledger/store/signin"
)

// sessions keeps, finds, loses and cleans sessions.
func sessions(t *testing.T, s ledger.Store) {
	keeper, ok := s.(store.Store)
	if !ok {
		t.Fatalf("a %T keeps no sessions", s)
	}
	ctx, clock := context.Background(), at
	all := keeper.Sessions()
	all.Now = func() time.Time { return clock }
	find := func(token string, want []byte) {
		t.Helper()
		data, found, err := all.FindCtx(ctx, token)
		if err != nil || found != (want != nil) || !bytes.Equal(data, want) {
			t.Errorf("%s: %q, %t, %v, want %q", token, data, found, err, want)
		}
	}
	find("a", nil)
	for _, put := range []struct {
		token, data string
		life        time.Duration
	}{{"a", "one", time.Hour}, {"a", "\x00\xff", time.Hour}, {"b", "", time.Minute}} {
		if err := all.CommitCtx(ctx, put.token, []byte(put.data), clock.Add(put.life)); err != nil {
			t.Fatal(err)
		}
	}
	find("a", []byte("\x00\xff"))
	find("b", []byte{})
	clock = clock.Add(time.Minute)
	find("b", nil)
	if n, err := all.Clean(ctx); err != nil || n != 1 {
		t.Errorf("%d sessions are cleaned, %v", n, err)
	}
	for range 2 { // one that is gone is no error
		if err := all.DeleteCtx(ctx, "a"); err != nil {
			t.Error(err)
		}
	}
	find("a", nil)
}

// attempts counts failures made at the same time.
func attempts(t *testing.T, s ledger.Store) {
	keeper, ok := s.(store.Store)
	if !ok {
		t.Fatalf("a %T keeps no attempts", s)
	}
	ctx := context.Background()
	all := keeper.Attempts()
	if got, err := all.Get(ctx, "wang"); err != nil || got != (signin.Attempt{}) {
		t.Errorf("an unknown bucket holds %v, %v", got, err)
	}
	const guesses = 20
	var wait sync.WaitGroup
	for range guesses {
		wait.Go(func() {
			_, err := all.Change(ctx, "wang", func(a signin.Attempt) signin.Attempt {
				return signin.Attempt{Failures: a.Failures + 1, Until: at}
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if got, err := all.Get(ctx, "wang"); err != nil || got != (signin.Attempt{Failures: guesses, Until: at}) {
		t.Errorf("after %d guesses: %v, %v", guesses, got, err)
	}
	if err := all.Put(ctx, "li", signin.Attempt{Failures: 1, Until: at.Add(time.Hour)}); err != nil {
		t.Error(err)
	}
	if n, err := all.Clean(ctx, at.Add(time.Minute)); err != nil || n != 1 {
		t.Errorf("%d buckets are cleaned, %v", n, err)
	}
	if got, err := all.Get(ctx, "li"); err != nil || got.Failures != 1 {
		t.Errorf("what was not over is %v, %v", got, err)
	}
}
