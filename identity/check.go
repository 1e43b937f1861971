package identity

import (
	"slices"
	"strings"

	"pledger/ledger"
)

// trim is what was typed without spaces around it.
func trim(s string) string { return strings.TrimSpace(s) }

// check says everything that is wrong with a user as it is to be. What stands
// already is not held against a command that leaves it alone.
func (d *Desk) check(tx ledger.Tx, before, after *ledger.User) error {
	was := ledger.User{}
	if before != nil {
		was = *before
	}
	var all []Problem
	refuse := func(field, code string) { all = append(all, Problem{Field: field, Code: code}) }
	if before == nil && !goodName(after.Name) {
		refuse("name", BadName)
	}
	if !plain(after.Display, maxDisplay) {
		refuse("display", BadDisplay)
	}
	if !slices.Contains(ledger.Roles(), after.Role) {
		refuse("role", BadRole)
	}
	if after.Place != "" && after.Place != was.Place && d.Place != nil && !d.Place(after.Place) {
		refuse("place", BadPlace)
	}
	problem, err := checkBody(tx, &was, after)
	if err != nil {
		return err
	}
	all = append(all, problem...)
	others, err := othersOf(tx, after.Name)
	if err != nil {
		return err
	}
	if !plain(after.Subject, maxSubject) || after.Subject != "" && slices.ContainsFunc(others, func(u *ledger.User) bool { return u.Subject == after.Subject }) {
		refuse("subject", SubjectTaken)
	}
	if keeps(&was) > keeps(after) && !slices.ContainsFunc(others, func(u *ledger.User) bool { return keeps(u) >= keeps(&was) }) {
		refuse("role", LastAdmin)
	}
	if len(all) > 0 {
		return &Invalid{all}
	}
	return nil
}

// checkBody demands that a liaison is of a body on its government's list.
func checkBody(tx ledger.Tx, was, after *ledger.User) ([]Problem, error) {
	if after.Role != ledger.Liaison {
		after.Body = "" // only a liaison's body means anything
		return nil, nil
	}
	switch {
	case after.Place == "":
		return []Problem{{Field: "place", Code: NeedBody}}, nil
	case after.Body == "":
		return []Problem{{Field: "body", Code: NeedBody}}, nil
	case after.Place == was.Place && after.Body == was.Body:
		return nil, nil
	}
	bodies, err := tx.Bodies(after.Place)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(bodies, func(b *ledger.Body) bool { return b.Code == after.Body && !b.Retired }) {
		return []Problem{{Field: "body", Code: BadBody}}, nil
	}
	return nil, nil
}

// othersOf are the users but the one of the name.
func othersOf(tx ledger.Tx, name string) ([]*ledger.User, error) {
	all, err := tx.Users()
	return slices.DeleteFunc(all, func(u *ledger.User) bool { return u.Name == name }), err
}

// keeps says how far a user keeps users: 2 all of them, 1 those of a place, 0
// none. Somebody must be left who keeps as many.
func keeps(u *ledger.User) int {
	switch {
	case u.Role != ledger.Administrator || u.Disabled:
		return 0
	case u.Place == "":
		return 2
	}
	return 1
}
