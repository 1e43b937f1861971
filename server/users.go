package server

import (
	"cmp"
	"html/template"
	"net/url"

	"pledger/identity"
	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/ask"
	"pledger/server/page/users"
)

// usersPage lists the users that the actor keeps.
func (o *office) usersPage(r *request) (answer, error) {
	all, err := o.people.List(r.Context(), r.actor)
	if err != nil {
		return answer{}, err
	}
	rows := make([]users.Row, len(all))
	for i, u := range all {
		body, err := o.bodyName(r, u)
		if err != nil {
			return answer{}, err
		}
		rows[i] = users.Row{
			Href: template.URL(userPath(u.Name)), // escaped by userPath
			Name: u.Name, Display: u.Display, Role: roleName(r.lang, u.Role),
			Place: cmp.Or(o.placeName(u.Place), r.lang.Text("page.users.everywhere")), Body: body,
			Provider: u.Subject != "", Pending: u.Password == 0 && u.Subject == "", Disabled: u.Disabled,
		}
	}
	return rendered(users.New(o.frameOf(r), rows, "/newuser"))
}

// userPath is the address of a user.
func userPath(name string) string { return "/users/" + url.PathEscape(name) }

// roleName is what a role is called on pages.
func roleName(lang locale.Lang, r ledger.Role) string { return lang.Text("page.role." + string(r)) }

// newUserPage asks for a new user.
func (o *office) newUserPage(r *request) (answer, error) {
	return rendered(o.newUserForm(r))
}

// newUserForm is the form of a new user.
func (o *office) newUserForm(r *request) *ask.Page {
	p := ask.New(o.frameOf(r), r.lang.Text("page.users.add"))
	p.Back = page.NewChoice(r.lang.Text("page.users.back"), "/users", "")
	name := r.form.Field("name", "text", r.lang.Text("page.users.name"), "")
	name.Required, name.Focus, name.Hint = true, true, r.lang.Text("page.users.name.hint")
	p.Form = ask.Form{
		Action: "/newuser", Submit: r.lang.Text("page.users.add"), Cancel: "/users",
		Fields: append([]page.Field{name}, o.userFields(r, ledger.User{Role: ledger.Liaison, Place: r.actor.Place}, "")...),
	}
	p.Alert = r.form.Message("")
	return p
}

// userFields are the fields of what can be changed of a user, whose body is
// called so.
func (o *office) userFields(r *request, u ledger.User, called string) []page.Field {
	field := func(name, value string) page.Field {
		return r.form.Field(name, "text", r.lang.Text("page.users."+name), value)
	}
	display, role, place := field("display", u.Display), field("role", string(u.Role)), field("place", o.placeTyped(u.Place))
	for _, one := range ledger.Roles() {
		role.Options = append(role.Options, page.Option{Value: string(one), Label: roleName(r.lang, one)})
	}
	place.Hint = r.lang.Text("page.users.place.hint")
	body, subject := field("body", called), field("subject", u.Subject)
	body.Hint = r.lang.Text("page.users.body.hint")
	fields := []page.Field{display, role}
	if r.actor.Place == "" {
		fields = append(fields, place)
	}
	fields = append(fields, body)
	if o.provider != nil || u.Subject != "" {
		subject.Hint = r.lang.Text("page.users.subject.hint")
		fields = append(fields, subject)
	}
	return fields
}

// typedUser is the user that was typed. One who keeps the users of one
// government makes them there.
func (o *office) typedUser(r *request, name string) (ledger.User, error) {
	u := ledger.User{
		Name: name, Display: r.form.Value("display"), Role: ledger.Role(r.form.Value("role")),
		Place: r.actor.Place, Subject: r.form.Value("subject"),
	}
	if r.actor.Place == "" {
		u.Place = o.placeCode(r.form.Value("place"))
	}
	var err error
	if u.Role == ledger.Liaison {
		u.Body, err = o.bodyCode(r, u.Place, r.form.Value("body"))
	}
	return u, err
}

// addUser adds a user and leads to its page.
func (o *office) addUser(r *request) (answer, error) {
	u, err := o.typedUser(r, r.form.Value("name"))
	if err == nil {
		err = o.people.Add(r.Context(), r.actor, u, "")
	}
	switch {
	case r.refuse(err):
		return refused(o.newUserForm(r))
	case err != nil:
		return answer{}, err
	}
	return goTo(userPath(identity.Name(u.Name)))
}
