package identity

import (
	"net/netip"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"pledger/identity/identitytest"
	"pledger/ledger"
)

// emptyBench is a desk without users.
func emptyBench() *bench {
	b := &bench{store: &identitytest.Store{}, now: noon}
	b.Desk = Desk{Store: b.store, Buckets: &identitytest.Buckets{}, Now: func() time.Time { return b.now }}
	return b
}

func TestDelay(t *testing.T) {
	for n, want := range map[int64]time.Duration{
		0: 0, 1: 0, 5: 0, 6: 5 * time.Second, 7: 10 * time.Second, 8: 20 * time.Second, 13: 640 * time.Second, 14: maxDelay, 1 << 40: maxDelay,
	} {
		if got := delay(n); got != want {
			t.Errorf("after %d failures: %s, want %s", n, got, want)
		}
	}
}

// TestCounted holds the count against every clock: nobody waits longer than the
// failures ask for, however the clock jumps, and nobody gets a free guess by
// guessing faster.
func TestCounted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, until, now := int64(0), "", noon
		for range rapid.IntRange(1, 40).Draw(t, "attempts") {
			now = now.Add(time.Duration(rapid.Int64Range(-int64(48*time.Hour), int64(48*time.Hour)).Draw(t, "jump")))
			failures, next, left := counted(n, until, now)
			switch {
			case left < 0 || left > delay(failures) || left > maxDelay:
				t.Fatalf("after %d failures one waits %s", failures, left)
			case left > 0 && failures != n:
				t.Fatalf("an attempt that must wait is counted")
			case left == 0 && failures != n+1 && failures != 1:
				t.Fatalf("%d failures became %d", n, failures)
			}
			n, until = failures, ledger.FormatTime(next)
		}
	})
}

// TestLockout lives through an attack: a stranger guesses, and the user signs
// in from elsewhere and from a known device all the while.
func TestLockout(t *testing.T) {
	b := newBench(t)
	_, device, err := b.SignIn(t.Context(), "root", good, at("10.0.0.7"))
	if err != nil {
		t.Fatal(err)
	}
	stranger, desk := at("10.0.0.66"), Client{Address: netip.MustParseAddr("10.0.0.66"), Device: device}
	try := func(who string, password string, from Client, want string) {
		t.Helper()
		_, got, err := b.SignIn(t.Context(), "root", password, from)
		if codes(err) != want {
			t.Fatalf("%s: %q, want %q", who, codes(err), want)
		}
		if err == nil && from.Device == device && got != device {
			t.Fatalf("%s: the device has another cookie now", who)
		}
	}
	const wrong = "identity: wrong name or password"
	for range freeFailures + 1 {
		try("the stranger", "guess", stranger, wrong)
	}
	try("the stranger, at once", "guess", stranger, "wait 5s")
	try("the stranger, right by luck", good, stranger, "wait 5s")
	try("the user elsewhere", good, at("10.0.0.8"), "")
	try("the user's device behind the same address", good, desk, "")
	try("a device's cookie of another user's key", good, Client{Address: stranger.Address, Device: newDevice("root", []byte("x"))}, "wait 5s")
	b.now = b.now.Add(5 * time.Second)
	try("the stranger, later", "guess", stranger, wrong)
	try("the stranger, sooner than before", "guess", stranger, "wait 10s")
	b.now = b.now.Add(-365 * 24 * time.Hour)
	try("the clock set back a year", "guess", stranger, "wait 10s")
	b.now = b.now.Add(11 * time.Second)
	try("and on", good, stranger, "")
	try("forgiven", "guess", stranger, wrong)
	if err := b.SetPassword(t.Context(), ledger.Operator(), "root", good); err != nil {
		t.Fatal(err)
	}
	for range freeFailures {
		try("a stranger again", "guess", stranger, wrong)
	}
	try("a device of the old password is unknown", good, desk, "wait 5s")
}

// TestGuessesAtOnce demands that guesses made at the same time are all counted.
func TestGuessesAtOnce(t *testing.T) {
	buckets := &identitytest.Buckets{}
	var wg sync.WaitGroup
	var mu sync.Mutex
	passed := 0
	for range 100 {
		wg.Go(func() {
			if take(t.Context(), buckets, "b", noon) == nil {
				mu.Lock()
				passed++
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if passed != freeFailures+1 {
		t.Errorf("%d guesses passed", passed)
	}
}

func TestNetwork(t *testing.T) {
	for a, want := range map[string]string{
		"10.1.2.3": "10.1.2.3", "::ffff:10.1.2.3": "10.1.2.3",
		"2001:db8:1:2:3:4:5:6": "2001:db8:1:2::/64", "fe80::1%eth0": "fe80::/64", "::1": "::/64",
	} {
		if got := network(netip.MustParseAddr(a)); got != want {
			t.Errorf("%s counts as %s, want %s", a, got, want)
		}
	}
	if got := network(netip.Addr{}); got == "" {
		t.Error("an unknown address has no bucket")
	}
}
