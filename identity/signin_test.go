package identity

import (
	"context"
	"errors"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"pledger/ledger"
)

// at is a client of an address.
func at(address string) Client { return Client{Address: netip.MustParseAddr(address)} }

func TestSignIn(t *testing.T) {
	b := newBench(t)
	b.add(t, ledger.User{Name: "wang", Role: ledger.Viewer}, good)
	b.add(t, ledger.User{Name: "fresh", Role: ledger.Viewer}, "")
	b.add(t, ledger.User{Name: "gone", Role: ledger.Viewer}, good)
	if err := b.Disable(t.Context(), ledger.Operator(), "gone"); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, password, want string }{
		{"wang", good, ""},
		{" ＷＡＮＧ", good, ""},
		{"wang", good + " ", "identity: wrong name or password"},
		{"wang", "", "identity: wrong name or password"},
		{"fresh", "", "identity: wrong name or password"},
		{"fresh", good, "identity: wrong name or password"},
		{"gone", good, "identity: wrong name or password"},
		{"nobody", good, "identity: wrong name or password"},
		{"", "", "identity: wrong name or password"},
		{"\x00", strings.Repeat("x", 1<<16), "identity: wrong name or password"},
	} {
		user, device, err := b.SignIn(t.Context(), tt.name, tt.password, at("10.0.0.1"))
		if codes(err) != tt.want || (err == nil) != (user != nil && device != "") {
			t.Errorf("%q: %v, %q, %v, want %q", tt.name, user, device, err, tt.want)
		}
	}
}

// TestUnknownCostsTheSame demands that an unknown name and a user without a
// password are hashed for as others are. It counts, since clocks are noise.
func TestUnknownCostsTheSame(t *testing.T) {
	_, _, c, err := decodeHash(nobody)
	if err != nil || c != present {
		t.Errorf("nobody's hash costs %+v: %v", c, err)
	}
	if ok, _, _ := matches(nobody, ""); ok {
		t.Error("a password fits nobody's hash")
	}
}

// TestRehash demands that a hash of another cost is replaced at sign-in, and
// that the journal has nothing to tell.
func TestRehash(t *testing.T) {
	b := newBench(t)
	cheap := cost{memory: 32, time: 1, threads: 1}
	s := secret{Hash: hashPassword(good, cheap), Device: []byte("key")}
	if err := b.store.Update(t.Context(), ledger.System, func(tx ledger.Tx) error { return s.put(tx, "root") }); err != nil {
		t.Fatal(err)
	}
	before := len(b.store.Log(ledger.System))
	for range 2 {
		if _, _, err := b.SignIn(t.Context(), "root", good, at("10.0.0.1")); err != nil {
			t.Fatal(err)
		}
	}
	_, s, err := b.lookUp(t.Context(), "root")
	if err != nil || !strings.HasPrefix(s.Hash, "$argon2id$v=19$m=64,t=1,p=1$") || string(s.Device) != "key" {
		t.Errorf("kept %+v: %v", s, err)
	}
	if n := len(b.store.Log(ledger.System)); n != before {
		t.Errorf("%d entries tell of it", n-before)
	}
}

// TestHashForm reads hashes of others, and refuses malformed and costly ones.
func TestHashForm(t *testing.T) {
	// From the tests of the reference implementation: argon2id, 64 MiB, t=2, p=1.
	const reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
	if ok, stale, err := matches(reference, "password"); !ok || !stale || err != nil {
		t.Errorf("the reference's hash: %t, %t, %v", ok, stale, err)
	}
	good := hashPassword("x", cost{memory: 64, time: 1, threads: 1})
	for _, bad := range []string{
		"", "x", "$argon2i$" + good[10:], strings.Replace(good, "v=19", "v=16", 1), good + "=", good + "$",
		strings.Replace(good, "m=64", "m=9999999", 1), strings.Replace(good, "t=1", "t=0", 1),
		strings.Replace(good, "p=1", "p=0", 1), strings.Replace(good, "t=1", "t=999", 1), strings.Replace(good, "m=64", "m=-1", 1),
	} {
		if _, _, err := matches(bad, "x"); !errors.Is(err, errHash) {
			t.Errorf("%q is accepted: %v", bad, err)
		}
	}
}

// TestFlood demands that hashing at once is bounded, and that who waits too
// long is told so and not counted.
func TestFlood(t *testing.T) {
	full := cap(slots)
	for range full {
		slots <- struct{}{}
	}
	defer func() {
		for range full {
			<-slots
		}
	}()
	b := emptyBench()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	for range 2 * freeFailures {
		if _, _, err := b.SignIn(ctx, "x", "y", at("10.0.0.1")); !errors.Is(err, context.DeadlineExceeded) {
			t.Fatalf("got %v", err)
		}
	}
}

// TestOneTimeLink demands that a link works once, in its time, for its user.
func TestOneTimeLink(t *testing.T) {
	tests := []struct {
		name   string
		change func(b *bench, token *string)
		want   string
	}{
		{"at once", func(*bench, *string) {}, ""},
		{"after two days", func(b *bench, _ *string) { b.now = b.now.Add(48 * time.Hour) }, ""},
		{"after a week", func(b *bench, _ *string) { b.now = b.now.Add(7 * 24 * time.Hour) }, ErrLink.Error()},
		{"the clock set back a day", func(b *bench, _ *string) { b.now = b.now.Add(-24 * time.Hour) }, ErrLink.Error()},
		{"another token", func(_ *bench, token *string) { *token += "x" }, ErrLink.Error()},
		{"no token", func(_ *bench, token *string) { *token = "" }, ErrLink.Error()},
		{"a newer link", func(b *bench, _ *string) { b.Link(context.Background(), ledger.Operator(), "wang") }, ErrLink.Error()},
		{"a password meanwhile", func(b *bench, _ *string) {
			b.SetPassword(context.Background(), ledger.Operator(), "wang", good)
		}, ErrLink.Error()},
		{"disabled meanwhile", func(b *bench, _ *string) { b.Disable(context.Background(), ledger.Operator(), "wang") }, ErrLink.Error()},
	}
	for _, tt := range tests {
		b := newBench(t)
		b.add(t, ledger.User{Name: "wang", Role: ledger.Viewer}, "")
		token, err := b.Link(t.Context(), ledger.Operator(), "wang")
		if err != nil {
			t.Fatal(err)
		}
		if got := codes(b.Redeem(t.Context(), "root", token, good)); got != ErrLink.Error() {
			t.Errorf("%s: another user's: %q", tt.name, got)
		}
		if got := codes(b.Redeem(t.Context(), "wang", token, "short")); got != "password short" {
			t.Errorf("%s: a bad password: %q", tt.name, got)
		}
		tt.change(b, &token)
		if got := codes(b.Redeem(t.Context(), "wang", token, good)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if got := codes(b.Redeem(t.Context(), "wang", token, good)); got != ErrLink.Error() {
			t.Errorf("%s: a second time: %q", tt.name, got)
		}
	}
}

// TestSetUp demands that the first administrator is made once, however many
// try at once, and never where there is a user.
func TestSetUp(t *testing.T) {
	b := emptyBench()
	setup, token := NewSetup(noon)
	var wg sync.WaitGroup
	errs := make([]error, 5)
	for i := range errs {
		wg.Go(func() {
			errs[i] = b.SetUp(t.Context(), setup, token, "root"+string(rune('a'+i)), "", good)
		})
	}
	wg.Wait()
	made := 0
	for _, err := range errs {
		if err == nil {
			made++
		} else if !errors.Is(err, ErrLink) && !errors.Is(err, ErrBusy) {
			t.Error(err)
		}
	}
	if all, _ := b.List(t.Context(), ledger.Operator()); made != 1 || len(all) != 1 || all[0].Role != ledger.Administrator {
		t.Errorf("%d made: %v", made, all)
	}
	second, token := NewSetup(noon)
	if got := codes(b.SetUp(t.Context(), second, token, "late", "", good)); got != ErrLink.Error() {
		t.Errorf("with a user there: %q", got)
	}
	for name, d := range map[string]time.Duration{"too late": 2 * SetupLife, "the clock set back": -2 * time.Hour} {
		b := emptyBench()
		b.now = noon.Add(d)
		setup, token := NewSetup(noon)
		if got := codes(b.SetUp(t.Context(), setup, token, "root", "", good)); got != ErrLink.Error() {
			t.Errorf("%s: %q", name, got)
		}
	}
	if (*Setup)(nil).Valid("", noon) {
		t.Error("no setup has a token")
	}
}
