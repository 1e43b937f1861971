package server

import (
	"errors"
	"net/url"

	"pledger/identity"
	"pledger/server/page"
	"pledger/server/page/ask"
)

// The parameters of one-time links.
const (
	tokenParam = "token"
	userParam  = "user"
)

// setupPage asks for the first administrator.
func (o *office) setupPage(r *request) (answer, error) {
	token := r.URL.Query().Get(tokenParam)
	if !o.setup.Valid(token, o.clock()) {
		return o.deadLink(r, "page.setup.title", "page.setup.bad")
	}
	return rendered(o.setupForm(r, token))
}

// setupForm is the form of the first administrator.
func (o *office) setupForm(r *request, token string) *ask.Page {
	p := ask.New(o.frameOf(r), r.lang.Text("page.setup.title"))
	p.Lead = r.lang.Text("page.setup.lead")
	name := r.form.Field("name", "text", r.lang.Text("page.users.name"), "")
	name.Complete, name.Required, name.Focus = "username", true, true
	name.Hint = r.lang.Text("page.users.name.hint")
	display := r.form.Field("display", "text", r.lang.Text("page.users.display"), "")
	display.Complete = "name"
	p.Form = ask.Form{
		Action: "/setup", Submit: r.lang.Text("page.setup.submit"),
		Hidden: []ask.Hidden{{Name: tokenParam, Value: token}},
		Fields: append([]page.Field{name, display}, newPassword(r)...),
	}
	p.Alert = r.form.Message("")
	return p
}

// newPassword are the two fields of a new password.
func newPassword(r *request) []page.Field {
	once := r.form.Field("password", "password", r.lang.Text("page.password.new"), "")
	once.Hint = r.lang.Text("page.password.hint", identity.MinPassword)
	again := r.form.Field("again", "password", r.lang.Text("page.password.again"), "")
	fields := []page.Field{once, again}
	for i := range fields {
		fields[i].Complete, fields[i].Required = "new-password", true
	}
	return fields
}

// sameTwice reports whether a new password was typed alike twice, and notes
// where it was not.
func sameTwice(r *request) bool {
	if r.form.Value("password") != r.form.Value("again") {
		r.form.Refuse("again", r.lang.Text("page.password.differ"))
		return false
	}
	return true
}

// setUp makes the first administrator.
func (o *office) setUp(r *request) (answer, error) {
	token, name := r.form.Value(tokenParam), r.form.Value("name")
	if !o.setup.Valid(token, o.clock()) {
		return o.deadLink(r, "page.setup.title", "page.setup.bad")
	}
	if !sameTwice(r) {
		return refused(o.setupForm(r, token))
	}
	err := o.people.SetUp(r.Context(), o.setup, token, name, r.form.Value("display"), r.form.Value("password"))
	switch {
	case errors.Is(err, identity.ErrLink):
		return o.deadLink(r, "page.setup.title", "page.setup.bad")
	case r.refuse(err):
		return refused(o.setupForm(r, token))
	case err != nil:
		return answer{}, err
	}
	return goTo("/signin?set=1")
}

// deadLink says that a one-time link is not valid.
func (o *office) deadLink(r *request, title, sentence string) (answer, error) {
	p := ask.New(o.frameOf(r), r.lang.Text(title))
	p.Alert = r.lang.Text(sentence)
	p.Others = []page.Choice{page.NewChoice(r.lang.Text("page.signin"), "/signin", "")}
	return refused(p)
}

// linkPath is the address at which a user sets a password with a token.
func linkPath(user, token string) string {
	return "/password?" + url.Values{userParam: {user}, tokenParam: {token}}.Encode()
}

// passwordPage asks the user of a one-time link for a password.
func (o *office) passwordPage(r *request) (answer, error) {
	user, token := r.URL.Query().Get(userParam), r.URL.Query().Get(tokenParam)
	err := o.people.Linked(r.Context(), user, token)
	switch {
	case errors.Is(err, identity.ErrLink):
		return o.deadLink(r, "page.password.title", "page.password.bad")
	case err != nil:
		return answer{}, err
	}
	return rendered(o.passwordForm(r, user, token))
}

// passwordForm is the form of a password by a one-time link.
func (o *office) passwordForm(r *request, user, token string) *ask.Page {
	p := ask.New(o.frameOf(r), r.lang.Text("page.password.title"))
	p.Lead = r.lang.Text("page.password.lead", user)
	fields := newPassword(r)
	fields[0].Focus = true
	p.Form = ask.Form{
		Action: "/password", User: user, Submit: r.lang.Text("page.password.submit"),
		Hidden: []ask.Hidden{{Name: userParam, Value: user}, {Name: tokenParam, Value: token}}, Fields: fields,
	}
	return p
}

// setPassword sets a password by a one-time link.
func (o *office) setPassword(r *request) (answer, error) {
	user, token := r.form.Value(userParam), r.form.Value(tokenParam)
	if !sameTwice(r) {
		return refused(o.passwordForm(r, user, token))
	}
	err := o.people.Redeem(r.Context(), user, token, r.form.Value("password"))
	switch {
	case errors.Is(err, identity.ErrLink):
		return o.deadLink(r, "page.password.title", "page.password.bad")
	case r.refuse(err):
		return refused(o.passwordForm(r, user, token))
	case err != nil:
		return answer{}, err
	}
	return goTo("/signin?set=1")
}
