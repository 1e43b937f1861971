package server

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pledger/ledger"
)

// TestSessions demands that a session ends when its time is over, when the
// clock lies, and when the user is changed so that it must.
func TestSessions(t *testing.T) {
	change := func(f func(u *ledger.User)) func(*bench) {
		return func(b *bench) {
			u := *members[2]
			f(&u)
			b.store.Put(ledger.System, &u)
		}
	}
	after := func(d time.Duration) func(*bench) { return func(b *bench) { b.now = b.now.Add(d) } }
	tests := []struct {
		name   string
		change func(*bench)
		want   string // the actor of the next request
	}{
		{"at once", after(0), "supervisor "},
		{"soon", after(59 * time.Minute), "supervisor "},
		{"idle", after(61 * time.Minute), " "},
		{"the clock set back a little", after(-time.Minute), "supervisor "},
		{"the clock set back", after(-time.Hour), " "},
		{"the clock years ahead", after(10000 * time.Hour), " "},
		{"disabled", change(func(u *ledger.User) { u.Disabled = true }), " "},
		{"another epoch", change(func(u *ledger.User) { u.Epoch++ }), " "},
		{"another role", change(func(u *ledger.User) { u.Role = ledger.Viewer }), "supervisor "},
		{"a user that is gone", func(b *bench) {

			b.store.Forget("supervisor")
		}, " "},
	}
	for _, tt := range tests {
		b := probed()
		cookie := b.cookie(t, "supervisor")
		tt.change(b)
		res := b.as(t, "", "GET", "/any", "", "Cookie", cookie)
		if got := body(t, res); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if ended := tt.want == " "; ended != strings.Contains(res.Header.Get("Set-Cookie"), "Max-Age=0") {
			t.Errorf("%s: cookie %q", tt.name, res.Header.Get("Set-Cookie"))
		}
	}
}

// TestSessionLife demands that work keeps a session alive, but not for longer
// than a day's.
func TestSessionLife(t *testing.T) {
	b := probed()
	cookie := b.cookie(t, "supervisor")
	for d := time.Duration(0); d <= sessionLife; d += 50 * time.Minute {
		b.now = noon.Add(d)
		if got := body(t, b.as(t, "", "GET", "/any", "", "Cookie", cookie)); got != "supervisor " {
			t.Fatalf("after %s: %q", d, got)
		}
	}
	b.now = noon.Add(sessionLife + time.Minute)
	if got := body(t, b.as(t, "", "GET", "/any", "", "Cookie", cookie)); got != " " {
		t.Errorf("after a day: %q", got)
	}
}

// TestNobodyHasNoSession demands that asking for pages keeps nothing, and that
// a made-up token is nobody's.
func TestNobodyHasNoSession(t *testing.T) {
	b := probed()
	for _, cookie := range []string{"", "pledger=x", "pledger=" + strings.Repeat("a", 5000)} {
		res := b.as(t, "", "GET", "/any", "", "Cookie", cookie)
		if got := body(t, res); got != " " || res.Header.Get("Set-Cookie") != "" {
			t.Errorf("%.20q: %q, cookie %q", cookie, got, res.Header.Get("Set-Cookie"))
		}
	}
}

// TestRoleActsAtOnce demands that a right taken away is gone with the next
// request.
func TestRoleActsAtOnce(t *testing.T) {
	b := probed()
	cookie := b.cookie(t, "supervisor")
	u := *members[2]
	u.Role = ledger.Viewer
	b.store.Put(ledger.System, &u)
	if res := b.as(t, "", "POST", "/ledger/150000-2026", "", "Cookie", cookie); res.StatusCode != 403 {
		t.Errorf("got %d", res.StatusCode)
	}
}

// TestStoreFails demands that a store that fails gives nobody a right.
func TestStoreFails(t *testing.T) {
	b := probed()
	cookie := b.cookie(t, "admin")
	b.store.Fail = errors.New("the disk is gone")
	for _, target := range []string{"/any", "/users", "/some/150000-2025"} {
		if res := b.as(t, "", "GET", target, "", "Cookie", cookie); res.StatusCode != 500 {
			t.Errorf("%s: %d", target, res.StatusCode)
		}
	}
}
