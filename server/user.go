package server

import (
	"fmt"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/ask"
)

// userPage shows one user.
func (o *office) userPage(r *request) (answer, error) {
	p, err := o.userForm(r)
	if err != nil {
		return answer{}, err
	}
	if r.URL.Query().Has("saved") {
		p.Done = r.lang.Text("page.users.saved")
	}
	return rendered(p)
}

// userForm is the page of one user, with what can be changed and done.
func (o *office) userForm(r *request) (*ask.Page, error) {
	u, path := r.other, userPath(r.other.Name)
	body, err := o.bodyName(r, u)
	if err != nil {
		return nil, err
	}
	p := ask.New(o.frameOf(r), u.Name)
	p.Back = page.NewChoice(r.lang.Text("page.users.back"), "/users", "")
	p.Alert = r.form.Message("")
	p.Facts = []ask.Fact{
		{Label: r.lang.Text("page.users.state"), Value: r.lang.Text(stateKey(u))},
		{Label: r.lang.Text("page.users.passwords"), Value: fmt.Sprint(u.Password)},
	}
	p.Form = ask.Form{Action: path, Submit: r.lang.Text("page.users.save"), Cancel: "/users", Fields: o.userFields(r, *u, body)}
	if u.Disabled {
		p.Actions = []ask.Action{{Path: path + "/enable", Label: r.lang.Text("page.users.enable"), Hint: r.lang.Text("page.users.enable.hint")}}
		return p, nil
	}
	p.Actions = []ask.Action{
		{Path: path + "/link", Label: r.lang.Text("page.users.link"), Hint: r.lang.Text("page.users.link.hint")},
		{Path: path + "/disable", Label: r.lang.Text("page.users.disable"), Hint: r.lang.Text("page.users.disable.hint"), Grave: true, Asks: true},
	}
	return p, nil
}

// stateKey is the key of what a user's state is called.
func stateKey(u *ledger.User) string {
	switch {
	case u.Disabled:
		return "page.users.disabled"
	case u.Password == 0 && u.Subject == "":
		return "page.users.pending"
	}
	return "page.users.enabled"
}

// editUser saves what was typed of a user.
func (o *office) editUser(r *request) (answer, error) {
	u, err := o.typedUser(r, r.other.Name)
	if !r.form.Values.Has("subject") {
		u.Subject = r.other.Subject // the form has no such field without a provider
	}
	if err == nil {
		err = o.people.Edit(r.Context(), r.actor, u)
	}
	switch {
	case r.refuse(err):
		p, err := o.userForm(r)
		if err != nil {
			return answer{}, err
		}
		return refused(p)
	case err != nil:
		return answer{}, err
	}
	return goTo(userPath(r.other.Name) + "?saved=1")
}

// linkUser makes a one-time link and shows it, this once.
func (o *office) linkUser(r *request) (answer, error) {
	token, err := o.people.Link(r.Context(), r.actor, r.other.Name)
	if err != nil {
		return answer{}, err
	}
	p := ask.New(o.frameOf(r), r.lang.Text("page.users.link.title"))
	p.Switch = nil // asking again would make another link
	p.Back = page.NewChoice(r.other.Name, userPath(r.other.Name), "")
	p.Lead = r.lang.Text("page.users.link.lead", displayName(r.other))
	p.Show = page.Field{
		Name: "link", Label: r.lang.Text("page.users.link.label"),
		Value: o.origin(r) + linkPath(r.other.Name, token), Hint: r.lang.Text("page.users.link.hint"),
	}
	a, err := rendered(p)
	a.cache = cacheNone
	return a, err
}

// disablePage asks once more.
func (o *office) disablePage(r *request) (answer, error) { return rendered(o.disableForm(r)) }

// disableForm asks whether the user is to be disabled.
func (o *office) disableForm(r *request) *ask.Page {
	path := userPath(r.other.Name)
	p := ask.New(o.frameOf(r), r.lang.Text("page.users.disable.title", displayName(r.other)))
	p.Lead = r.lang.Text("page.users.disable.hint")
	p.Form = ask.Form{Action: path + "/disable", Submit: r.lang.Text("page.users.disable"), Grave: true, Cancel: path}
	p.Alert = r.form.Message("role")
	return p
}

// disableUser shuts a user out.
func (o *office) disableUser(r *request) (answer, error) {
	err := o.people.Disable(r.Context(), r.actor, r.other.Name)
	switch {
	case r.refuse(err):
		return refused(o.disableForm(r))
	case err != nil:
		return answer{}, err
	}
	return goTo(userPath(r.other.Name) + "?saved=1")
}

// enableUser lets a user in again.
func (o *office) enableUser(r *request) (answer, error) {
	if err := o.people.Enable(r.Context(), r.actor, r.other.Name); err != nil {
		return answer{}, err
	}
	return goTo(userPath(r.other.Name) + "?saved=1")
}
