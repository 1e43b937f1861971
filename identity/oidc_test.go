package identity

import (
	"crypto/rand"
	"crypto/rsa"
	"errors"
	"net/http"
	"net/url"
	"testing"
	"time"

	"pledger/identity/identitytest"
	"pledger/ledger"
)

const callback = "http://pledger.example/signin/callback"

// visit goes to the provider as a browser does, and returns what it brings back.
func visit(t *testing.T, address string) url.Values {
	t.Helper()
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	back, err := res.Location()
	if err != nil {
		t.Fatal("the provider refuses: ", err)
	}
	return back.Query()
}

// TestProvider signs in at a provider that is honest, and at ones that are not.
func TestProvider(t *testing.T) {
	other, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	type claims = map[string]any
	now := noon
	tests := []struct {
		name   string
		claim  string
		claims claims
		change func(p *identitytest.Provider, f *Flow, back url.Values)
		want   string // the subject; "" where nobody is vouched for
	}{
		{"honest", "", claims{"sub": "u1"}, nil, "u1"},
		{"by another claim", "employee", claims{"sub": "u1", "employee": "150001"}, nil, "150001"},
		{"a claim that is not there", "employee", claims{"sub": "u1"}, nil, ""},
		{"a claim that is no text", "employee", claims{"employee": 7}, nil, ""},
		{"a verified mail", "email", claims{"email": "a@b.cn", "email_verified": true}, nil, "a@b.cn"},
		{"an unverified mail", "email", claims{"email": "a@b.cn"}, nil, ""},
		{"for another client", "", claims{"sub": "u1", "aud": "other"}, nil, ""},
		{"of another issuer", "", claims{"sub": "u1", "iss": "http://evil.example"}, nil, ""},
		{"too old", "", claims{"sub": "u1", "exp": now.Add(-time.Hour).Unix()}, nil, ""},
		{"of another sign-in", "", claims{"sub": "u1", "nonce": "x"}, nil, ""},
		{"signed by somebody else", "", claims{"sub": "u1"}, func(p *identitytest.Provider, _ *Flow, _ url.Values) { p.Signer = other }, ""},
		{"another state", "", claims{"sub": "u1"}, func(_ *identitytest.Provider, _ *Flow, back url.Values) { back.Set("state", "x") }, ""},
		{"no flow", "", claims{"sub": "u1"}, func(_ *identitytest.Provider, f *Flow, back url.Values) { *f = Flow{}; back.Set("state", "") }, ""},
		{"an old flow", "", claims{"sub": "u1"}, func(_ *identitytest.Provider, f *Flow, _ url.Values) { f.Began -= 3600 }, ""},
		{"another verifier", "", claims{"sub": "u1"}, func(_ *identitytest.Provider, f *Flow, _ url.Values) { f.Verifier += "x" }, ""},
		{"another code", "", claims{"sub": "u1"}, func(_ *identitytest.Provider, _ *Flow, back url.Values) { back.Set("code", "x") }, ""},
	}
	for _, tt := range tests {
		fake := identitytest.NewProvider(t, tt.claims, func() time.Time { return now })
		p := NewProvider(ProviderOptions{Issuer: fake.URL, ClientID: "pledger", ClientSecret: "secret", Claim: tt.claim})
		address, flow, err := p.Begin(t.Context(), callback, "/x", now)
		if err != nil {
			t.Fatal(err)
		}
		back := visit(t, address)
		if tt.change != nil {
			tt.change(fake, &flow, back)
		}
		got, err := p.Finish(t.Context(), callback, flow, back.Get("state"), back.Get("code"), now)
		if got != tt.want || (err == nil) != (tt.want != "") || err != nil && !errors.Is(err, ErrProvider) {
			t.Errorf("%s: %q, %v", tt.name, got, err)
		}
	}
}

// TestProviderIsDown demands that a provider that is not there is told, and
// tried again.
func TestProviderIsDown(t *testing.T) {
	p := NewProvider(ProviderOptions{Issuer: "http://127.0.0.1:1", ClientID: "pledger"})
	for range 2 {
		if _, _, err := p.Begin(t.Context(), callback, "", noon); !errors.Is(err, ErrProvider) {
			t.Errorf("got %v", err)
		}
	}
}

// TestBySubject demands that only a user that is there and enabled comes in by
// a provider.
func TestBySubject(t *testing.T) {
	b := newBench(t)
	b.add(t, ledger.User{Name: "wang", Role: ledger.Viewer, Subject: "u1"}, "")
	b.add(t, ledger.User{Name: "gone", Role: ledger.Viewer, Subject: "u2"}, "")
	if err := b.Disable(t.Context(), ledger.Operator(), "gone"); err != nil {
		t.Fatal(err)
	}
	for subject, want := range map[string]error{"u1": nil, "u2": ErrDisabled, "u3": ErrUnknown, "": ErrUnknown} {
		u, err := b.BySubject(t.Context(), subject)
		if !errors.Is(err, want) || (err == nil) != (u != nil && u.Name == "wang") {
			t.Errorf("%q: %v, %v", subject, u, err)
		}
	}
	taken := b.Add(t.Context(), ledger.Operator(), ledger.User{Name: "two", Role: ledger.Viewer, Subject: "u1"}, "")
	if got := codes(taken); got != "subject subject" {
		t.Errorf("a subject of two users: %q", got)
	}
}
