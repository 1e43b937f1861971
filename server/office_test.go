package server

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/alexedwards/scs/v2/memstore"

	"pledger/identity/identitytest"
	"pledger/ledger"
	"pledger/server/page/ledgertest"
)

// memory is sessions in memory.
type memory struct{ *memstore.MemStore }

func (m memory) DeleteCtx(_ context.Context, token string) error { return m.Delete(token) }
func (m memory) FindCtx(_ context.Context, token string) ([]byte, bool, error) {
	return m.Find(token)
}
func (m memory) CommitCtx(_ context.Context, token string, b []byte, expiry time.Time) error {
	return m.Commit(token, b, expiry)
}

// noon is the clock of the tests.
var noon = time.Now().UTC().Truncate(time.Second)

// The two governments of the tests, and a draft and a published ledger of the
// first.
const (
	here, elsewhere  = "150000", "230000"
	draft, published = ledger.ID("150000-2026"), ledger.ID("150000-2025")
)

// members are the users of the tests, of each role, by user name.
var members = []*ledger.User{
	{Name: "admin", Role: ledger.Administrator, Display: "管理员"},
	{Name: "localadmin", Role: ledger.Administrator, Place: here},
	{Name: "supervisor", Role: ledger.Supervisor, Place: here},
	{Name: "stranger", Role: ledger.Supervisor, Place: elsewhere},
	{Name: "liaison", Role: ledger.Liaison, Place: here, Body: "finance"},
	{Name: "bystander", Role: ledger.Liaison, Place: here, Body: "water"},
	{Name: "viewer", Role: ledger.Viewer, Place: here},
}

// filled is a store with the users and ledgers of the tests. Account 0001 is
// led by finance, 0002 by nobody and not accepted yet.
func filled() *identitytest.Store {
	s := &identitytest.Store{}
	for _, u := range members {
		s.Put(ledger.System, u)
	}
	for id, stage := range map[ledger.ID]ledger.Stage{draft: ledger.Draft, published: ledger.Published} {
		s.Put(id.Journal(),
			&ledger.Ledger{ID: id, Place: here, Government: "青岚市", Title: "分工方案 " + string(id), Stage: stage},
			&ledger.Account{Ledger: id, ID: "0001", State: ledger.Accepted, Lead: []string{"finance"}},
			&ledger.Account{Ledger: id, ID: "0002", State: ledger.Proposed})
	}
	return s
}

// bench is an office under test.
type bench struct {
	*office
	store *identitytest.Store
	kept  scs.CtxStore
	now   time.Time
	http.Handler
}

// newBench makes an office over the filled store. more changes the options.
func newBench(more ...func(*OfficeOptions)) *bench {
	b := &bench{store: filled(), kept: memory{memstore.NewWithCleanupInterval(0)}, now: noon}
	options := OfficeOptions{Store: b.store, Lexicon: ledgertest.Lexicon(), Sessions: b.kept, Failures: &identitytest.Buckets{}, Clock: func() time.Time { return b.now }}
	for _, change := range more {
		change(&options)
	}
	b.office = newOffice(options)
	b.Handler = b.office.handler()
	return b
}

// cookie is the cookie of a session of the user; "" is nobody's.
func (b *bench) cookie(t *testing.T, name string) string {
	t.Helper()
	if name == "" {
		return ""
	}
	ctx, err := b.sessions.Load(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	var user *ledger.User
	if err := b.store.View(ctx, func(rd ledger.Reader) (err error) { user, err = rd.User(name); return err }); err != nil {
		t.Fatal(err)
	}
	if err := b.sessions.begin(ctx, user, b.now); err != nil {
		t.Fatal(err)
	}
	token, _, err := b.sessions.Commit(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return b.sessions.Cookie.Name + "=" + token
}

// as asks for a page as a user, "" for nobody. A body makes it a form.
func (b *bench) as(t *testing.T, user, method, target, body string, header ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	if method == "POST" {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if c := b.cookie(t, user); c != "" {
		r.Header.Set("Cookie", c)
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Del(header[i])
		if header[i+1] != "" {
			r.Header.Set(header[i], header[i+1])
		}
	}
	w := httptest.NewRecorder()
	b.ServeHTTP(w, r)
	return w.Result()
}
