package server

import (
	"errors"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"pledger/identity"
	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/ask"
)

// deviceAge is how long a browser keeps the cookie of a known device: half a
// year.
const deviceAge = 180 * 24 * 60 * 60

// signInPage asks for name and password.
func (o *office) signInPage(r *request) (answer, error) {
	next := safePath(r.URL.Query().Get(nextParam))
	if r.user != nil {
		return goTo(next)
	}
	p := o.signInForm(r, next)
	for param, key := range map[string]string{"out": "page.signin.out", "set": "page.signin.set"} {
		if r.URL.Query().Has(param) {
			p.Done = r.lang.Text(key)
		}
	}
	return rendered(p)
}

// signInForm is the page to sign in at on the way to next.
func (o *office) signInForm(r *request, next string) *ask.Page {
	p := ask.New(o.frameOf(r), r.lang.Text("page.signin.title"))
	name := r.form.Field("name", "text", r.lang.Text("page.signin.name"), "")
	name.Complete, name.Required, name.Focus = "username", true, name.Value == ""
	password := r.form.Field("password", "password", r.lang.Text("page.signin.password"), "")
	password.Complete, password.Required, password.Focus = "current-password", true, name.Value != ""
	password.Hint = r.lang.Text("page.signin.forgot")
	p.Form = ask.Form{
		Action: "/signin", Submit: r.lang.Text("page.signin.submit"),
		Hidden: []ask.Hidden{{Name: nextParam, Value: next}},
		Fields: []page.Field{name, password},
	}
	if o.provider != nil {
		way := "/signin/provider?" + url.Values{nextParam: {next}}.Encode()
		p.Others = []page.Choice{page.NewChoice(r.lang.Text("page.signin.provider"), way, "")}
	}
	return p
}

// signIn signs in who typed name and password.
func (o *office) signIn(r *request) (answer, error) {
	name, next := r.form.Value("name"), safePath(r.form.Value(nextParam))
	u, device, err := o.people.SignIn(r.Context(), name, r.form.Value("password"), o.client(r, name))
	if err != nil {
		return o.notSignedIn(r, next, err)
	}
	return o.enter(r, u, device, next)
}

// notSignedIn shows the page to sign in at again, with what went wrong.
func (o *office) notSignedIn(r *request, next string, err error) (answer, error) {
	sentence := signInSentence(r.lang, err)
	if sentence == "" {
		return answer{}, err
	}
	p := o.signInForm(r, next)
	p.Alert = sentence
	p.Switch = page.SwitchLanguage(r.lang, "/signin", url.Values{nextParam: {next}}) // not what a provider answered
	return refused(p)
}

// signInSentence words why somebody could not sign in; "" for a failure of
// this server.
func signInSentence(lang locale.Lang, err error) string {
	var wait *identity.Wait
	switch {
	case errors.As(err, &wait):
		return lang.Text("page.signin.wait", duration(lang, wait.For))
	case errors.Is(err, identity.ErrWrong):
		return lang.Text("page.signin.wrong")
	case errors.Is(err, identity.ErrDisabled):
		return lang.Text("page.signin.disabled")
	case errors.Is(err, identity.ErrBusy):
		return lang.Text("page.signin.busy")
	case errors.Is(err, identity.ErrUnknown):
		return lang.Text("page.signin.unknown")
	case errors.Is(err, identity.ErrProvider):
		return lang.Text("page.signin.failed")
	}
	return ""
}

// duration words a time to wait, rounded up.
func duration(lang locale.Lang, d time.Duration) string {
	if d <= time.Minute {
		return lang.Text("page.time.seconds", int((d+time.Second-1)/time.Second))
	}
	return lang.Text("page.time.minutes", int((d+time.Minute-1)/time.Minute))
}

// enter begins a session of the user and leads on. device is what its browser
// is to keep; "" for nothing.
func (o *office) enter(r *request, u *ledger.User, device, next string) (answer, error) {
	if err := o.sessions.begin(r.Context(), u, o.clock()); err != nil {
		return answer{}, err
	}
	a := answer{redirect: next}
	if device != "" {
		a.cookies = append(a.cookies, o.cookie(identity.DeviceCookie(u.Name), device, deviceAge))
	}
	return a, nil
}

// cookie is a cookie that no script and no other site's form brings; an age
// below 0 removes it.
func (o *office) cookie(name, value string, age int) *http.Cookie {
	return &http.Cookie{
		Name: cookieName(name, o.secure), Value: value, Path: "/", MaxAge: age,
		HttpOnly: true, Secure: o.secure, SameSite: http.SameSiteLaxMode,
	}
}

// signOut ends the session.
func (o *office) signOut(r *request) (answer, error) {
	if err := o.sessions.Destroy(r.Context()); err != nil {
		return answer{}, err
	}
	return goTo("/signin?out=1")
}

// client is where a sign-in under the name comes from.
func (o *office) client(r *request, name string) identity.Client {
	c := identity.Client{Address: address(r.Request, o.trustProxy)}
	if cookie, err := r.Cookie(cookieName(identity.DeviceCookie(name), o.secure)); err == nil {
		c.Device = cookie.Value
	}
	return c
}

// address is the network address that a request comes from; behind a proxy
// that is trusted, the one that the proxy saw, which stands last: what stands
// before it the client can make up.
func address(r *http.Request, proxy bool) netip.Addr {
	if values := r.Header.Values("X-Forwarded-For"); proxy && len(values) > 0 {
		all := strings.Split(values[len(values)-1], ",")
		if a, err := netip.ParseAddr(strings.TrimSpace(all[len(all)-1])); err == nil {
			return a
		}
	}
	ap, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	return ap.Addr()
}

// safePath is an address of this site to go to, or the first page: never
// another site's, however it is written.
func safePath(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.IsAbs() || u.Host != "" || u.User != nil || u.Opaque != "" || !strings.HasPrefix(s, "/") ||
		strings.HasPrefix(s, "//") || strings.ContainsAny(s, "\\\t\r\n") {
		return "/"
	}
	return s
}
