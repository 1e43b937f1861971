package main

import (
	"context"
	"errors"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"pledger/ledger"
	"pledger/store"
)

// defaultDatabase is the database where --db names none: a file in the folder
// the command is called in.
const defaultDatabase = "pledger.db"

// databaseEnv names the database where --db does not: an address with a
// password should stand in no list of processes.
const databaseEnv = "PLEDGER_DB"

// databaseFlag adds --db to a command.
func (a *app) databaseFlag(c *cobra.Command, db *string) {
	named := os.Getenv(databaseEnv)
	if named == "" {
		named = defaultDatabase
	}
	c.Flags().StringVar(db, "db", "", a.text("desk.flag-db", defaultDatabase, databaseEnv))
	c.PreRun = func(*cobra.Command, []string) {
		if *db == "" {
			*db = named
		}
	}
}

// withStore opens the database, made where create says so and there is none,
// runs f, and closes it. An error of f comes first.
func (a *app) withStore(ctx context.Context, db string, create bool, f func(store.Store) error) error {
	open := store.Open
	if create {
		open = store.Create
	}
	s, err := open(ctx, db)
	if err != nil {
		return err
	}
	err = f(s)
	if closed := s.Close(); err == nil {
		err = closed
	}
	return err
}

// desk is where the command works on the ledgers of s, as the operator.
func (a *app) desk(s store.Store) (*ledger.Desk, error) {
	lex, err := a.load()
	if err != nil {
		return nil, err
	}
	return &ledger.Desk{Store: s, Lexicon: lex, Now: time.Now}, nil
}

// chooseLedger is the ledger that --ledger names; where it names none, the only
// one there is.
func (a *app) chooseLedger(ctx context.Context, s ledger.Store, id string) (l *ledger.Ledger, err error) {
	err = s.View(ctx, func(r ledger.Reader) error {
		if id != "" {
			l, err = r.Ledger(ledger.ID(id))
			var missing *ledger.NotFound
			if !errors.As(err, &missing) {
				return err
			}
		}
		all, err := r.Ledgers()
		switch {
		case err != nil:
			return err
		case len(all) == 0:
			return &messageError{a.text("desk.no-ledgers")}
		case id == "" && len(all) == 1:
			l = all[0]
			return nil
		}
		var ids []string
		for _, l := range all {
			ids = append(ids, string(l.ID))
		}
		if id == "" {
			return a.usage("desk.which-ledger", strings.Join(ids, "、"))
		}
		return a.usage("desk.no-such-ledger", id, strings.Join(ids, "、"))
	})
	return l, err
}
