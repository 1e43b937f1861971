package storetest

import (
	"context"
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pledger/ledger"
	"pledger/store"
)

// Run runs the suite. open returns an empty store, closed when its test ends.
// Every test ends with a proof of all that it wrote.
func Run(t *testing.T, open func(t testing.TB) ledger.Store) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, ledger.Store)
	}{
		{"empty", empty},
		{"everything", everything},
		{"rollback", rollback},
		{"panic", panics},
		{"journal", journal},
		{"rename", rename},
		{"refuses", refuses},
		{"long", long},
		{"snapshot", snapshot},
		{"editors", editors},
		{"journals", journals},
		{"cancel", cancel},
		{"readings", readings},
		{"reading stream", readingStream},
		{"readings refused", readingsRefused},
		{"open readings", openReadings},
		{"terms", termReadings},
		{"evidence", evidence},
		{"secret", secret},
		{"sessions", sessions},
		{"attempts", attempts},
		{"queries", queries},
		{"tallies", tallies},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := open(t)
			test.run(t, s)
			report, err := store.Verify(context.Background(), s)
			if err != nil {
				t.Errorf("%+v: %v", report, err)
			}
		})
	}
}

// view runs f on a view and fails the test on its error.
func view(t testing.TB, s ledger.Store, f func(ledger.Reader) error) {
	t.Helper()
	if err := s.View(context.Background(), f); err != nil {
		t.Fatal(err)
	}
}

// empty asks a store that nothing was written to.
func empty(t *testing.T, s ledger.Store) {
	view(t, s, func(r ledger.Reader) error {
		head, err := r.Head(ID.Journal())
		if err != nil || head != (ledger.Head{}) {
			t.Errorf("the head of an empty journal is %v, %v", head, err)
		}
		if all, err := r.Heads(); err != nil || len(all) != 0 {
			t.Errorf("an empty store has journals %v, %v", all, err)
		}
		if page, err := r.Accounts(ledger.Query{Ledger: ID}); err != nil || page.Total != 0 || len(page.Accounts) != 0 {
			t.Errorf("an empty store has accounts %v, %v", page, err)
		}
		tally, err := r.Tally(ID)
		if err != nil || tally.Targets+tally.Tasks+tally.NoLead+len(tally.States) != 0 {
			t.Errorf("an empty store counts %v, %v", tally, err)
		}
		missing(t, r, ID, "0001", "nobody")
		return nil
	})
}

// missing demands a NotFound of every method that asks for one thing.
func missing(t *testing.T, r ledger.Reader, id ledger.ID, account, user string) {
	t.Helper()
	_, ofLedger := r.Ledger(id)
	_, ofDocument := r.Document(id)
	_, ofAccount := r.Account(id, account)
	_, ofUser := r.User(user)
	_, ofSecret := r.Secret(user)
	for name, err := range map[string]error{
		"ledger": ofLedger, "document": ofDocument, "account": ofAccount, "user": ofUser, "secret": ofSecret,
	} {
		var notFound *ledger.NotFound
		if !errors.As(err, &notFound) {
			t.Errorf("%s: %v is no NotFound", name, err)
		}
	}
}

// everything writes a record of each kind and reads all of them.
func everything(t *testing.T, s ledger.Store) {
	document, source := Document(ID, "报告全文")
	head := Ledger(ID)
	head.Source = source
	account := Account(ID, 1)
	account.Lead = []string{"finance"}
	err := s.Update(context.Background(), ID.Journal(), func(tx ledger.Tx) error {
		if err := Write(tx, ID.Journal(), head, account); err != nil {
			return err
		}
		if got, err := tx.Account(ID, account.ID); err != nil || got.Task != account.Task || got.Version != 2 {
			t.Errorf("a transaction does not see what it wrote: %v, %v", got, err)
		}
		return tx.PutDocument(document)
	})
	if err != nil {
		t.Fatal(err)
	}
	body := Body("finance", "财政厅", 3)
	user := &ledger.User{Name: "wang", Display: "王", Role: ledger.Liaison, Place: ID.Place(), Body: "finance"}
	precedent := &ledger.Precedent{ID: sum([]byte("x")), Place: ID.Place(), Year: 2020, Name: "方案.docx", Rows: []ledger.PrecedentRow{{Task: "修路", Lead: []string{"交通厅"}}}}
	rules := &ledger.RuleTable{Place: ID.Place(), Name: "rules.tsv", Table: "rule\tmeasure\nslow\tmonths\n"}
	err = s.Update(context.Background(), ledger.System, func(tx ledger.Tx) error {
		if err := Write(tx, ledger.System, body, user, precedent, rules); err != nil {
			return err
		}
		return tx.PutSecret("wang", "hash")
	})
	if err != nil {
		t.Fatal(err)
	}
	view(t, s, func(r ledger.Reader) error {
		same(t, head, result(r.Ledger(ID)))
		same(t, document, result(r.Document(ID)))
		account.Version = 2
		same(t, account, result(r.Account(ID, "0001")))
		same(t, []*ledger.Ledger{head}, result(r.Ledgers()))
		same(t, []*ledger.Body{body}, result(r.Bodies(ID.Place())))
		same(t, []*ledger.User{user}, result(r.Users()))
		same(t, user, result(r.User("wang")))
		same(t, []*ledger.Precedent{precedent}, result(r.Precedents()))
		same(t, rules, result(r.RuleTable(ID.Place())))
		same(t, &ledger.NotFound{Kind: ledger.KindRules, ID: "640000"}, result(r.RuleTable("640000")))
		same(t, "hash", result(r.Secret("wang")))
		heads, err := r.Heads()
		if err != nil {
			t.Error(err)
		}
		same(t, []ledger.Journal{ID.Journal(), ledger.System}, slices.Sorted(maps.Keys(heads)))
		for j, head := range heads {
			same(t, result(r.Head(j)), head)
		}
		return nil
	})
}

// result is a value, or the error in its place, to be compared.
func result(v any, err error) any {
	if err != nil {
		return err
	}
	return v
}

// same compares what was read with what is wanted.
func same(t testing.TB, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("want -, got +\n%s", diff)
	}
}

// rollback demands that an update that fails leaves nothing.
func rollback(t *testing.T, s ledger.Store) {
	failure := errors.New("no")
	err := s.Update(context.Background(), ID.Journal(), func(tx ledger.Tx) error {
		if err := Write(tx, ID.Journal(), Ledger(ID), Account(ID, 1)); err != nil {
			return err
		}
		return failure
	})
	if !errors.Is(err, failure) {
		t.Fatalf("the error of f becomes %v", err)
	}
	empty(t, s)
}
