package identity

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"pledger/identity/identitytest"
	"pledger/ledger"
)

// noon is the clock of the tests.
var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

// good is a password that may be.
const good = "春江水暖鸭先知，竹外桃花"

// place is the government of the tests.
const place = "150000"

// bench is a desk over a store in memory, with an administrator.
type bench struct {
	Desk
	store *identitytest.Store
	now   time.Time
}

// newBench makes a desk with the administrator root.
func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{store: &identitytest.Store{}, now: noon}
	b.store.Put(ledger.System, &ledger.Body{Place: place, Code: "finance"}, &ledger.Body{Place: place, Code: "old", Retired: true})
	b.Desk = Desk{
		Store: b.store, Buckets: &identitytest.Buckets{}, Now: func() time.Time { return b.now },
		Place: func(code string) bool { return code == place || code == "230000" },
	}
	b.add(t, ledger.User{Name: "root", Role: ledger.Administrator}, good)
	return b
}

// add makes a user.
func (b *bench) add(t *testing.T, u ledger.User, password string) {
	t.Helper()
	if err := b.Add(t.Context(), ledger.Operator(), u, password); err != nil {
		t.Fatal(err)
	}
}

// codes are what an error says, in short.
func codes(err error) string {
	var invalid *Invalid
	var forbidden *ledger.Forbidden
	var missing *ledger.NotFound
	var wait *Wait
	switch {
	case err == nil:
		return ""
	case errors.As(err, &invalid):
		return strings.TrimPrefix(invalid.Error(), "identity: invalid: ")
	case errors.As(err, &forbidden):
		return "forbidden"
	case errors.As(err, &missing):
		return "missing"
	case errors.As(err, &wait):
		return "wait " + wait.For.String()
	}
	return err.Error()
}

func TestAdd(t *testing.T) {
	operator := ledger.Operator()
	local := ledger.Actor{Name: "local", Role: ledger.Administrator, Place: place}
	tests := []struct {
		name string
		who  ledger.Actor
		user ledger.User
		want string
	}{
		{"a supervisor", operator, ledger.User{Name: "wang.wei", Role: ledger.Supervisor, Place: place}, ""},
		{"typed full width", operator, ledger.User{Name: " ＷＡＮＧ ", Role: ledger.Viewer}, ""},
		{"in Chinese", operator, ledger.User{Name: "其其格", Role: ledger.Viewer}, ""},
		{"a liaison", operator, ledger.User{Name: "li", Role: ledger.Liaison, Place: place, Body: "finance"}, ""},
		{"by a local administrator", local, ledger.User{Name: "xx", Role: ledger.Administrator, Place: place}, ""},
		{"the name stands", operator, ledger.User{Name: "Root", Role: ledger.Viewer}, "name taken"},
		{"no name", operator, ledger.User{Role: ledger.Viewer}, "name name"},
		{"a space in the name", operator, ledger.User{Name: "a b", Role: ledger.Viewer}, "name name"},
		{"a Cyrillic letter in the name", operator, ledger.User{Name: "rооt", Role: ledger.Viewer}, "name name"},
		{"a path as name", operator, ledger.User{Name: "../x", Role: ledger.Viewer}, "name name"},
		{"a long name", operator, ledger.User{Name: strings.Repeat("a", 33), Role: ledger.Viewer}, "name name"},
		{"turned text", operator, ledger.User{Name: "ab", Display: "x\u202ey", Role: ledger.Viewer}, "display display"},
		{"no role", operator, ledger.User{Name: "ab"}, "role role"},
		{"the public", operator, ledger.User{Name: "ab", Role: ledger.Public}, "role role"},
		{"no such place", operator, ledger.User{Name: "ab", Role: ledger.Viewer, Place: "999999"}, "place place"},
		{"a liaison of nobody", operator, ledger.User{Name: "ab", Role: ledger.Liaison}, "place need-body"},
		{"a liaison without body", operator, ledger.User{Name: "ab", Role: ledger.Liaison, Place: place}, "body need-body"},
		{"a liaison of no body on the list", operator, ledger.User{Name: "ab", Role: ledger.Liaison, Place: place, Body: "moon"}, "body body"},
		{"a liaison of a retired body", operator, ledger.User{Name: "ab", Role: ledger.Liaison, Place: place, Body: "old"}, "body body"},
		{"of another's list", operator, ledger.User{Name: "ab", Role: ledger.Liaison, Place: "230000", Body: "finance"}, "body body"},
		{"several", operator, ledger.User{Name: "a b", Place: "1"}, "name name; role role; place place"},
		{"a local administrator's greater one", local, ledger.User{Name: "ab", Role: ledger.Administrator}, "forbidden"},
		{"a local administrator elsewhere", local, ledger.User{Name: "ab", Role: ledger.Viewer, Place: "230000"}, "forbidden"},
		{"a supervisor's", ledger.Actor{Name: "s", Role: ledger.Supervisor}, ledger.User{Name: "ab", Role: ledger.Viewer}, "forbidden"},
		{"nobody's", ledger.Nobody(), ledger.User{Name: "ab", Role: ledger.Viewer}, "forbidden"},
	}
	for _, tt := range tests {
		b := newBench(t)
		if got := codes(b.Add(t.Context(), tt.who, tt.user, "")); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestPlain demands that what a person does not decide cannot be set.
func TestOnlyDecisionsAreTaken(t *testing.T) {
	b := newBench(t)
	b.add(t, ledger.User{Name: "ab", Role: ledger.Viewer, Body: "finance", Epoch: 7, Password: 9, Disabled: true}, "")
	all, err := b.List(t.Context(), ledger.Operator())
	want := []*ledger.User{{Name: "ab", Role: ledger.Viewer}, {Name: "root", Role: ledger.Administrator, Password: 1, Epoch: 1}}
	if diff := cmp.Diff(want, all); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

// TestLastAdministrator demands that somebody who keeps all users is left.
func TestLastAdministrator(t *testing.T) {
	b := newBench(t)
	b.add(t, ledger.User{Name: "local", Role: ledger.Administrator, Place: place}, "")
	who := ledger.Operator()
	for name, do := range map[string]func() error{
		"disabled": func() error { return b.Disable(t.Context(), who, "root") },
		"demoted":  func() error { return b.Edit(t.Context(), who, ledger.User{Name: "root", Role: ledger.Viewer}) },
		"moved": func() error {
			return b.Edit(t.Context(), who, ledger.User{Name: "root", Role: ledger.Administrator, Place: place})
		},
	} {
		if got := codes(do()); got != "role last" {
			t.Errorf("%s: %q", name, got)
		}
	}
	b.add(t, ledger.User{Name: "second", Role: ledger.Administrator}, "")
	for _, want := range []string{"", "role last"} {
		name := map[string]string{"": "root", "role last": "second"}[want]
		if got := codes(b.Disable(t.Context(), who, name)); got != want {
			t.Errorf("disabling %s: %q, want %q", name, got, want)
		}
	}
}

// TestJournal demands that entries tell of everything but the secrets.
func TestJournal(t *testing.T) {
	b := newBench(t)
	ctx, root := t.Context(), ledger.Actor{Name: "root", Role: ledger.Administrator}
	b.add(t, ledger.User{Name: "wang", Display: "王维", Role: ledger.Viewer}, "")
	token, err := b.Link(ctx, root, "wang")
	for _, err := range []error{
		err,
		b.Redeem(ctx, "wang", token, good+"1"),
		b.SetPassword(ctx, root, "wang", good+"2"),
		b.ChangePassword(ctx, "wang", good+"2", good+"3", Client{}),
		b.Edit(ctx, root, ledger.User{Name: "wang", Role: ledger.Viewer, Place: place}),
		b.Edit(ctx, root, ledger.User{Name: "wang", Role: ledger.Viewer, Place: place}),
		b.Disable(ctx, root, "wang"),
		b.Enable(ctx, root, "wang"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	var fold ledger.Fold
	for _, e := range b.store.Log(ledger.System) {
		if err := fold.Add(e); err != nil {
			t.Fatal(err)
		}
		line := e.Who + " " + e.Subject
		for _, c := range e.Changes {
			line += " " + c.Field + "=" + string(c.After)
		}
		got = append(got, line)
		if raw, _ := json.Marshal(e); strings.Contains(string(raw), "argon2") || strings.Contains(string(raw), token) {
			t.Errorf("an entry tells a secret: %s", raw)
		}
	}
	want := []string{
		` root name="root" role="administrator" password=1 epoch=1`,
		` wang name="wang" display="王维" role="viewer"`,
		`root wang links=1`,
		`wang wang password=1 epoch=1`,
		`root wang password=2 epoch=2`,
		`wang wang password=3 epoch=3`,
		`root wang place="150000" display=null`,
		`root wang disabled=true epoch=4`,
		`root wang disabled=null`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPasswords(t *testing.T) {
	for password, want := range map[string]string{
		"":                               "short",
		"hunter2":                        "short",
		"十一个字的口令真的太短了":                   "",
		"a bb ccc dddd":                  "",
		"correct horse battery":          "",
		"Password1234":                   "common",
		"ｐａｓｓｗｏｒｄ１２３４":                   "common",
		"1QAZ2wsx3edc":                   "common",
		"aaaaaaaaaaaaaaaa":               "repeat",
		"abcabcabcabcabc":                "repeat",
		"wang.wei2026":                   "like-name",
		"wang.weiwang.wei":               "like-name",
		"wang.wei likes old tea":         "",
		strings.Repeat("ab1 ", 64) + "x": "long",
	} {
		got := ""
		if p := checkPassword("wang.wei", password); p != nil {
			got = p.Code
		}
		if got != want {
			t.Errorf("%q: %q, want %q", password, got, want)
		}
	}
}
