package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"pledger/store"
)

// noArguments refuses arguments of a command that takes none.
func (a *app) noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return a.usage("desk.no-arguments", args[0])
	}
	return nil
}

// fsckCommand is pledger fsck: proves a database from its entries.
func (a *app) fsckCommand() *cobra.Command {
	var db string
	var repair bool
	c := &cobra.Command{
		Use:   "fsck",
		Short: a.text("desk.fsck"),
		Long:  a.text("desk.fsck-long"),
		Args:  a.noArguments,
		RunE:  func(c *cobra.Command, _ []string) error { return a.fsck(c.Context(), db, repair) },
	}
	a.databaseFlag(c, &db)
	c.Flags().BoolVar(&repair, "repair", false, a.text("desk.flag-repair"))
	return c
}

// fsck proves the database, after deriving anew what can be derived where
// repair says so.
func (a *app) fsck(ctx context.Context, db string, repair bool) error {
	return a.withStore(ctx, db, false, func(s store.Store) error {
		if repair {
			if err := store.Rebuild(ctx, s); err != nil {
				return err
			}
			a.say(a.text("desk.repaired"))
		}
		proved, err := store.Verify(ctx, s)
		if err != nil {
			return err
		}
		return a.writeProved(proved)
	})
}

// writeProved tells how much was proved, and the oddities.
func (a *app) writeProved(r *store.Report) error {
	lines := []string{a.text("desk.proved", r.Entries, r.Journals, r.Records, r.Columns, r.Documents, r.Batches, r.Readings, r.Evidence)}
	for _, w := range r.Warnings {
		lines = append(lines, a.text("desk.warn-"+w.Code, append([]any{string(w.Journal), w.Seq}, anys(w.Args)...)...))
	}
	_, err := fmt.Fprintln(a.out, strings.Join(lines, "\n"))
	return err
}

// migrateCommand is pledger migrate: an older schema becomes the current one.
func (a *app) migrateCommand() *cobra.Command {
	var db string
	c := &cobra.Command{
		Use:   "migrate",
		Short: a.text("desk.migrate"),
		Args:  a.noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			from, to, err := store.Migrate(c.Context(), db)
			if err != nil {
				return err
			}
			key := "desk.migrated"
			if from == to {
				key = "desk.migrate-current"
			}
			_, err = fmt.Fprintln(a.out, a.text(key, from, to))
			return err
		},
	}
	a.databaseFlag(c, &db)
	return c
}

// backupCommand is pledger backup: one consistent copy, while others write.
func (a *app) backupCommand() *cobra.Command {
	var db, out string
	c := &cobra.Command{
		Use:     "backup",
		Short:   a.text("desk.backup"),
		Long:    a.text("desk.backup-long"),
		Example: "  pledger backup --db nmg.db -o nmg-2021-02-22.pledger",
		Args:    a.noArguments,
		RunE:    func(c *cobra.Command, _ []string) error { return a.backup(c.Context(), db, out) },
	}
	a.databaseFlag(c, &db)
	c.Flags().StringVarP(&out, "output", "o", "", a.text("cmd.flag-output"))
	return c
}

// backup writes a backup to out.
func (a *app) backup(ctx context.Context, db, out string) error {
	return a.withStore(ctx, db, false, func(s store.Store) error {
		to, err := a.open(out)
		if err != nil {
			return err
		}
		err = store.Backup(ctx, s, to, time.Now())
		if closed := to.close(err == nil); err == nil {
			err = closed
		}
		return err
	})
}

// restoreCommand is pledger restore: a new database out of a backup, proved
// before it takes its name.
func (a *app) restoreCommand() *cobra.Command {
	var db string
	c := &cobra.Command{
		Use:     "restore BACKUP",
		Short:   a.text("desk.restore"),
		Long:    a.text("desk.restore-long"),
		Example: "  pledger restore --db new.db nmg-2021-02-22.pledger",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return a.usage("desk.restore-one", len(args))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return a.restore(c.Context(), db, args[0]) },
	}
	a.databaseFlag(c, &db)
	return c
}

// restore makes a database out of a backup.
func (a *app) restore(ctx context.Context, db, name string) error {
	in := a.in
	if name != stdin {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	proved, err := store.Restore(ctx, db, in)
	if err != nil {
		return err
	}
	return a.writeProved(proved)
}
