package server

import (
	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/ask"
)

// mePage shows the user's own account.
func (o *office) mePage(r *request) (answer, error) {
	p, err := o.meForm(r)
	if err != nil {
		return answer{}, err
	}
	if r.URL.Query().Has("done") {
		p.Done = r.lang.Text("page.me.done")
	}
	return rendered(p)
}

// meForm is the user's own account with the form of its password.
func (o *office) meForm(r *request) (*ask.Page, error) {
	u := r.user
	p := ask.New(o.frameOf(r), r.lang.Text("page.me.title"))
	body, err := o.bodyName(r, u)
	if err != nil {
		return nil, err
	}
	for _, f := range []ask.Fact{
		{Label: r.lang.Text("page.users.name"), Value: u.Name},
		{Label: r.lang.Text("page.users.display"), Value: u.Display},
		{Label: r.lang.Text("page.users.role"), Value: roleName(r.lang, u.Role)},
		{Label: r.lang.Text("page.users.place"), Value: o.placeName(u.Place)},
		{Label: r.lang.Text("page.users.body"), Value: body},
	} {
		if f.Value != "" {
			p.Facts = append(p.Facts, f)
		}
	}
	if u.Password == 0 {
		p.Lead = r.lang.Text("page.me.none")
		return p, nil
	}
	old := r.form.Field("old", "password", r.lang.Text("page.password.old"), "")
	old.Complete, old.Required = "current-password", true
	p.Form = ask.Form{
		Heading: r.lang.Text("page.me.change"), Action: "/me", User: u.Name, Submit: r.lang.Text("page.password.submit"),
		Fields: append([]page.Field{old}, newPassword(r)...),
	}
	p.Alert = r.form.Message("")
	return p, nil
}

// changePassword changes the user's own password. It ends all sessions of the
// user and begins this one anew.
func (o *office) changePassword(r *request) (answer, error) {
	name, password := r.user.Name, r.form.Value("password")
	from := o.client(r, name)
	var err error
	if sameTwice(r) {
		err = o.people.ChangePassword(r.Context(), name, r.form.Value("old"), password, from)
		if sentence := signInSentence(r.lang, err); sentence != "" {
			r.form.Refuse("old", sentence)
		} else if !r.refuse(err) && err != nil {
			return answer{}, err
		}
	}
	if r.form.Refused() {
		p, err := o.meForm(r)
		if err != nil {
			return answer{}, err
		}
		return refused(p)
	}
	var u *ledger.User
	var device string
	if u, device, err = o.people.SignIn(r.Context(), name, password, from); err != nil {
		return answer{}, err
	}
	return o.enter(r, u, device, "/me?done=1")
}
