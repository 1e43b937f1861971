package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"pledger/identity"
	"pledger/ledger"
	"pledger/server"
	"pledger/store"
)

// userFlags are the flags of pledger user and its subcommands.
type userFlags struct {
	db       string
	display  string
	role     string
	place    string
	body     string
	subject  string
	fromPipe bool // --password-stdin
}

// userCommand is pledger user: who may sign in. Whoever can run it can read and
// write the database anyway.
func (a *app) userCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "user",
		Short: a.text("user.short"),
		Example: `  pledger user add wangwei --role supervisor --place 150000
  pledger user list`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.usage("cmd.unknown-command", "user "+args[0])
			}
			return c.Help()
		},
	}
	root.AddCommand(
		a.oneUser("add NAME", "user.add", a.addUser, a.personFlags),
		a.oneUser("edit NAME", "user.edit", a.editUser, a.personFlags),
		a.oneUser("passwd NAME", "user.passwd", a.setPassword, a.passwordFlag),
		a.oneUser("disable NAME", "user.disable", a.disableUser),
		a.oneUser("enable NAME", "user.enable", a.enableUser),
		a.listCommand(),
	)
	return root
}

// personFlags are those of what is said of a user.
func (a *app) personFlags(c *cobra.Command, f *userFlags) {
	flags := c.Flags()
	flags.StringVar(&f.role, "role", "", a.text("user.flag-role"))
	flags.StringVar(&f.display, "display", "", a.text("user.flag-display"))
	flags.StringVar(&f.place, "place", "", a.text("user.flag-place"))
	flags.StringVar(&f.body, "body", "", a.text("user.flag-body"))
	flags.StringVar(&f.subject, "subject", "", a.text("user.flag-subject"))
	if c.Name() == "add" {
		a.passwordFlag(c, f)
	}
}

// passwordFlag is the one that says where a password comes from.
func (a *app) passwordFlag(c *cobra.Command, f *userFlags) {
	c.Flags().BoolVar(&f.fromPipe, "password-stdin", false, a.text("user.flag-stdin"))
}

// userAction does something to one user.
type userAction func(c *cobra.Command, people *identity.Desk, f userFlags, name string) error

// oneUser is a subcommand about one user.
func (a *app) oneUser(use, key string, do userAction, flags ...func(*cobra.Command, *userFlags)) *cobra.Command {
	var f userFlags
	c := &cobra.Command{
		Use:   use,
		Short: a.text(key),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return a.usage("user.one", len(args))
			}
			return nil
		},
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		return a.withStore(c.Context(), f.db, c.Name() == "add", func(s store.Store) error {
			people, err := a.people(s)
			if err != nil {
				return err
			}
			return do(c, people, f, args[0])
		})
	}
	a.databaseFlag(c, &f.db)
	for _, add := range flags {
		add(c, &f)
	}
	return c
}

// people is where the command keeps the users of s, as the operator.
func (a *app) people(s store.Store) (*identity.Desk, error) {
	lex, err := a.load()
	if err != nil {
		return nil, err
	}
	return server.People(s, s.Attempts().Buckets, lex, time.Now), nil
}

// addUser is pledger user add.
func (a *app) addUser(c *cobra.Command, people *identity.Desk, f userFlags, name string) error {
	password, err := a.password(f, false)
	if err != nil {
		return err
	}
	err = people.Add(c.Context(), ledger.Operator(), ledger.User{
		Name: name, Display: f.display, Role: ledger.Role(f.role), Place: f.place, Body: f.body, Subject: f.subject,
	}, password)
	if err != nil {
		return err
	}
	key := "user.added"
	if password == "" && f.subject == "" {
		key = "user.added-bare"
	}
	fmt.Fprintln(a.out, a.text(key, identity.Name(name)))
	return nil
}

// editUser is pledger user edit: only what a flag says is changed.
func (a *app) editUser(c *cobra.Command, people *identity.Desk, f userFlags, name string) error {
	u, err := findUser(c.Context(), people, name)
	if err != nil {
		return err
	}
	for flag, set := range map[string]func(){
		"role":    func() { u.Role = ledger.Role(f.role) },
		"display": func() { u.Display = f.display },
		"place":   func() { u.Place = f.place },
		"body":    func() { u.Body = f.body },
		"subject": func() { u.Subject = f.subject },
	} {
		if c.Flags().Changed(flag) {
			set()
		}
	}
	return a.told(people.Edit(c.Context(), ledger.Operator(), *u), "user.edited", name)
}

// findUser is the user of a name.
func findUser(ctx context.Context, people *identity.Desk, name string) (*ledger.User, error) {
	all, err := people.List(ctx, ledger.Operator())
	if err != nil {
		return nil, err
	}
	for _, u := range all {
		if u.Name == identity.Name(name) {
			return u, nil
		}
	}
	return nil, &ledger.NotFound{Kind: ledger.KindUser, ID: identity.Name(name)}
}

// setPassword is pledger user passwd.
func (a *app) setPassword(c *cobra.Command, people *identity.Desk, f userFlags, name string) error {
	if _, err := findUser(c.Context(), people, name); err != nil {
		return err
	}
	password, err := a.password(f, true)
	if err != nil {
		return err
	}
	return a.told(people.SetPassword(c.Context(), ledger.Operator(), name, password), "user.passworded", name)
}

// disableUser is pledger user disable.
func (a *app) disableUser(c *cobra.Command, people *identity.Desk, _ userFlags, name string) error {
	return a.told(people.Disable(c.Context(), ledger.Operator(), name), "user.disabled", name)
}

// enableUser is pledger user enable.
func (a *app) enableUser(c *cobra.Command, people *identity.Desk, _ userFlags, name string) error {
	return a.told(people.Enable(c.Context(), ledger.Operator(), name), "user.enabled", name)
}

// told says that a command was done, where it was.
func (a *app) told(err error, key, name string) error {
	if err == nil {
		fmt.Fprintln(a.out, a.text(key, identity.Name(name)))
	}
	return err
}
