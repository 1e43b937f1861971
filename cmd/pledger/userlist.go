package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"pledger/ledger"
	"pledger/store"
)

// listCommand is pledger user list: a line for each user, columns parted by
// tabs.
func (a *app) listCommand() *cobra.Command {
	var db string
	c := &cobra.Command{
		Use:   "list",
		Short: a.text("user.list"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.usage("user.list-no-args")
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withStore(c.Context(), db, false, func(s store.Store) error {
				people, err := a.people(s)
				if err != nil {
					return err
				}
				all, err := people.List(c.Context(), ledger.Operator())
				for _, u := range all {
					fmt.Fprintf(a.out, "%s\t%s\t%s\t%s\t%s\t%s\n", u.Name, u.Display, a.text("page.role."+string(u.Role)), u.Place, u.Body, a.text(userState(u)))
				}
				return err
			})
		},
	}
	a.databaseFlag(c, &db)
	return c
}

// userState is the key of what a user's state is called.
func userState(u *ledger.User) string {
	switch {
	case u.Disabled:
		return "page.users.disabled"
	case u.Password == 0 && u.Subject == "":
		return "page.users.pending"
	}
	return "page.users.enabled"
}
