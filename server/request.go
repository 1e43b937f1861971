package server

import (
	"net/http"

	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
)

// request is what a handler is given: who asks, in which language, about what.
// Whether the actor may is settled before; a handler does not ask again.
type request struct {
	*http.Request
	w    http.ResponseWriter // for deadlines and limits; handlers write answers
	lang locale.Lang

	user   *ledger.User // who has signed in; nil for the public
	actor  ledger.Actor
	scope  ledger.Query    // of the accounts of ledger that the actor may see
	ledger *ledger.Ledger  // the one that the address names
	about  *ledger.Account // the one that the address names
	place  string          // code in the address
	other  *ledger.User    // the one that the address names

	form *page.Form // what was typed; nil unless a form was sent
}

// language is the one that the address asks for, else the one chosen before,
// else the one that the browser prefers.
func language(r *http.Request) locale.Lang {
	if l, ok := locale.Parse(r.URL.Query().Get(langParam)); ok {
		return l
	}
	if c, err := r.Cookie(langCookie); err == nil {
		if l, ok := locale.Parse(c.Value); ok {
			return l
		}
	}
	return locale.Accept(r.Header.Get("Accept-Language"))
}

const (
	langParam  = "lang" // the parameter that asks for a language
	langCookie = "lang" // the cookie that keeps it
)

// langAge is how long a browser keeps the choice of a language: a year.
const langAge = 365 * 24 * 60 * 60

// rememberLanguage is the cookie that keeps the language that r's address asks
// for; nil where it asks for none.
func rememberLanguage(r *http.Request, secure bool) *http.Cookie {
	l, ok := locale.Parse(r.URL.Query().Get(langParam))
	if !ok {
		return nil
	}
	return &http.Cookie{
		Name: langCookie, Value: l.String(), Path: "/", MaxAge: langAge,
		HttpOnly: true, Secure: secure, SameSite: http.SameSiteLaxMode,
	}
}

// withLang is an address of the site with the language that r's address asks
// for, if it does.
func withLang(path string, r *http.Request) string {
	if l, ok := locale.Parse(r.URL.Query().Get(langParam)); ok {
		return path + "?" + langParam + "=" + l.String()
	}
	return path
}
