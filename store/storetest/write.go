package storetest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/store/fault"
)

// panics demands that a panic in an update leaves nothing and frees the store.
func panics(t *testing.T, s ledger.Store) {
	func() {
		defer func() { recover() }()
		s.Update(context.Background(), ID.Journal(), func(tx ledger.Tx) error {
			if err := Write(tx, ID.Journal(), Ledger(ID)); err != nil {
				t.Error(err)
			}
			panic("f")
		})
	}()
	empty(t, s)
	Put(t, s, ID.Journal(), Ledger(ID))
}

// journal reads entries from anywhere, about one record, and not to the end.
func journal(t *testing.T, s ledger.Store) {
	const n = 600 // more than a store reads at once
	records := []ledger.Record{Ledger(ID)}
	for i := range n - 1 {
		records = append(records, Account(ID, i+1))
	}
	Put(t, s, ID.Journal(), records...)
	again := Account(ID, 7)
	again.Note = "改"
	Put(t, s, ID.Journal(), again)
	view(t, s, func(r ledger.Reader) error {
		var fold ledger.Fold
		var seqs []int64
		collect := func(e *ledger.Entry) bool { seqs = append(seqs, e.Seq); return len(seqs) < 3 }
		err := errors.Join(
			r.Entries(ID.Journal(), 0, nil, func(e *ledger.Entry) bool {
				if err := fold.Add(e); err != nil {
					t.Fatal(err)
				}
				// The transaction can be used while entries are read.
				if _, err := r.Head(ID.Journal()); err != nil {
					t.Fatal(err)
				}
				return true
			}),
			r.Entries(ID.Journal(), 597, nil, collect),
			r.Entries(ID.Journal(), 0, &ledger.Key{Kind: ledger.KindAccount, ID: "0007"}, collect),
		)
		same(t, []int64{598, 599, 600, 8}, seqs)
		head, _ := r.Head(ID.Journal())
		same(t, fold.Head(ID.Journal()), head)
		same(t, int64(n+1), head.Seq)
		var listed int
		err = errors.Join(err, r.EachAccount(ID, func(a *ledger.Account) bool {
			listed++
			if a.ID != fmt.Sprintf("%04d", listed) {
				t.Fatalf("account %s comes as number %d", a.ID, listed)
			}
			return listed < 500
		}))
		same(t, 500, listed)
		return err
	})
}

// rename changes a body's name and order: searches and sorts follow.
func rename(t *testing.T, s ledger.Store) {
	first, second := Account(ID, 1), Account(ID, 2)
	first.Lead, second.Lead = []string{"a"}, []string{"b"}
	Put(t, s, ID.Journal(), Ledger(ID), first, second)
	elsewhere := ledger.NewID("150100", 2021)
	other := Account(elsewhere, 1)
	other.Lead = []string{"a"}
	Put(t, s, elsewhere.Journal(), Ledger(elsewhere), other)
	Put(t, s, ledger.System, Body("a", "财政厅", 1), Body("b", "教育厅", 2))
	expect := func(text string, ids ...string) {
		t.Helper()
		view(t, s, func(r ledger.Reader) error {
			page, err := r.Accounts(ledger.Query{Ledger: ID, Text: text, Sort: ledger.ByLead})
			var got []string
			for _, a := range page.Accounts {
				got = append(got, a.ID)
			}
			same(t, ids, got)
			return err
		})
	}
	expect("", "0001", "0002")
	expect("财政", "0001")
	expect("czt", "0001")
	Put(t, s, ledger.System, Body("a", "审计厅", 9))
	expect("", "0002", "0001")
	expect("财政")
	expect("sjt", "0001")
}

// refuses asks for what no store may keep.
func refuses(t *testing.T, s ledger.Store) {
	Put(t, s, ID.Journal(), Ledger(ID))
	account := func(change func(*ledger.Account)) func(ledger.Tx) error {
		return func(tx ledger.Tx) error {
			a := Account(ID, 1)
			change(a)
			return Write(tx, ID.Journal(), a)
		}
	}
	document, _ := Document(ID, "x")
	for name, tt := range map[string]struct {
		code string
		f    func(ledger.Tx) error
	}{
		"NUL":            {fault.Text, account(func(a *ledger.Account) { a.Task = "a\x00b" })},
		"UTF-8":          {fault.Text, account(func(a *ledger.Account) { a.Note = "a\xffb" })},
		"NUL in a list":  {fault.Text, account(func(a *ledger.Account) { a.Lead = []string{"a", "\x00"} })},
		"another ledger": {fault.Misuse, account(func(a *ledger.Account) { a.Ledger = "150100-2021" })},
		"no name":        {fault.Misuse, account(func(a *ledger.Account) { a.ID = "" })},
		"a body":         {fault.Misuse, func(tx ledger.Tx) error { return Write(tx, ID.Journal(), Body("a", "b", 1)) }},
		"another record": {fault.Misuse, func(tx ledger.Tx) error {
			entries, _ := Entries(tx, ID.Journal(), Account(ID, 1))
			return tx.Append(entries, []ledger.Record{Account(ID, 2)})
		}},
		"no record": {fault.Misuse, func(tx ledger.Tx) error {
			entries, _ := Entries(tx, ID.Journal(), Account(ID, 1))
			return tx.Append(entries, nil)
		}},
		"an untold change": {fault.Misuse, func(tx ledger.Tx) error {
			entries, _ := Entries(tx, ID.Journal(), Account(ID, 1))
			a := Account(ID, 1)
			a.Task = "另一件事"
			return tx.Append(entries, []ledger.Record{a})
		}},
		"a change from nowhere": {fault.Misuse, func(tx ledger.Tx) error {
			entries, _ := Entries(tx, ID.Journal(), Account(ID, 1))
			entries[0].Changes[0].Before = []byte(`"x"`)
			return tx.Append(entries, []ledger.Record{Account(ID, 1)})
		}},
		"another report": {fault.Misuse, func(tx ledger.Tx) error { return tx.PutDocument(document) }},
		"NUL in why": {fault.Text, func(tx ledger.Tx) error {
			entries, _ := Entries(tx, ID.Journal(), Account(ID, 1))
			entries[0].Why = "\x00"
			return tx.Append(entries, []ledger.Record{Account(ID, 1)})
		}},
		"NUL in a secret": {fault.Text, func(tx ledger.Tx) error { return tx.PutSecret("a", "\x00") }},
	} {
		if err := s.Update(context.Background(), ID.Journal(), tt.f); !fault.Is(err, tt.code) {
			t.Errorf("%s: %v, want %s", name, err, tt.code)
		}
	}
	view(t, s, func(r ledger.Reader) error {
		head, err := r.Head(ID.Journal())
		same(t, int64(1), head.Seq)
		return err
	})
	// Asked about, such texts are in no store.
	view(t, s, func(r ledger.Reader) error {
		_, err := r.Account(ID, "no such account")
		var missing *ledger.NotFound
		if !errors.As(err, &missing) {
			t.Errorf("%v is no NotFound", err)
		}
		return nil
	})
}

// long writes texts far above any limit of the ledger.
func long(t *testing.T, s ledger.Store) {
	a := Account(ID, 1)
	a.Task = strings.Repeat("居民消费价格涨幅", 1<<14) + "末"
	a.Note = strings.Repeat("'\"\\\n", 1<<16)
	Put(t, s, ID.Journal(), Ledger(ID), a)
	view(t, s, func(r ledger.Reader) error {
		a.Version = 2
		same(t, a, result(r.Account(ID, a.ID)))
		page, err := r.Accounts(ledger.Query{Ledger: ID, Text: "末", Sort: ledger.ByTask, Limit: 1})
		same(t, 1, page.Total)
		return err
	})
}

// secret keeps, replaces and removes one.
func secret(t *testing.T, s ledger.Store) {
	put := func(value string) {
		t.Helper()
		err := s.Update(context.Background(), ledger.System, func(tx ledger.Tx) error {
			if err := tx.PutSecret("wang", value); err != nil {
				return err
			}
			got, err := tx.Secret("wang")
			if value == "" {
				err = nil
			}
			same(t, value, got)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	put("one")
	put("two")
	put("")
	put("")
	view(t, s, func(r ledger.Reader) error {
		missing(t, r, ID, "0001", "wang")
		return nil
	})
}
