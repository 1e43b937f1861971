package server

import (
	"context"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"pledger/identity"
	"pledger/identity/identitytest"
	"pledger/ledger"
	"pledger/lexicon"
	"pledger/server/page/browsertest"
)

// walk is a person in front of a browser.
type walk struct {
	context.Context
	t    *testing.T
	base string
}

// look opens a page and looks at it on a desk and on a phone.
func (w *walk) look(name, path string) {
	w.t.Helper()
	for _, width := range []int64{390, 1440} {
		browsertest.Run(w, w.t, chromedp.EmulateViewport(width, 900), chromedp.Navigate(w.base+path), chromedp.WaitReady(chromedp.CSS("main")))
		browsertest.Fits(w, w.t, fmt.Sprint(name, " ", width))
		browsertest.Legible(w, w.t, fmt.Sprint(name, " ", width))
		browsertest.Picture(w, w.t, fmt.Sprintf("office-%s-%d", name, width))
	}
}

// send types values into the form of the page that is open, and sends it: the
// button of the last form, or the one that the selector names.
func (w *walk) send(button string, values ...string) {
	w.t.Helper()
	for i := 0; i+1 < len(values); i += 2 {
		browsertest.Do(w, w.t, fmt.Sprintf(`document.getElementById(%q).value = %q`, values[i], values[i+1]))
	}
	browsertest.Do(w, w.t, `document.documentElement.dataset.old = "1"`)
	browsertest.Do(w, w.t, fmt.Sprintf(`document.querySelector(%q).click()`, button))
	browsertest.Run(w, w.t, chromedp.WaitReady(chromedp.CSS("html:not([data-old]) main")))
}

// picture keeps what is open on a desk and on a phone.
func (w *walk) picture(name string) {
	w.t.Helper()
	for _, width := range []int64{390, 1440} {
		browsertest.Run(w, w.t, chromedp.EmulateViewport(width, 900))
		browsertest.Fits(w, w.t, fmt.Sprint(name, " ", width))
		browsertest.Legible(w, w.t, fmt.Sprint(name, " ", width))
		browsertest.Picture(w, w.t, fmt.Sprintf("office-%s-%d", name, width))
	}
}

// says demands a text on the page that is open.
func (w *walk) says(text string) {
	w.t.Helper()
	if page := browsertest.Eval[string](w, w.t, `document.body.innerText`); !strings.Contains(page, text) {
		w.t.Fatalf("the page lacks %q:\n%s", text, page)
	}
}

// TestBrowser goes through the pages of users in a real browser, which sends
// forms, cookies and origins as browsers do.
func TestBrowser(t *testing.T) {
	store := filled()
	store.Put(ledger.System, &ledger.Body{Place: here, Code: "finance", Name: "内蒙古自治区财政厅"}, &ledger.Body{Place: here, Code: "water", Name: "内蒙古自治区水利厅"})
	store.Put(ledger.System, &ledger.User{Name: "longname.with.many.letters-000001", Display: "阿拉坦苏布道·额尔德尼", Role: ledger.Liaison, Place: here, Body: "water", Subject: "150001", Disabled: true})
	setup, token := identity.NewSetup(noon)
	options := OfficeOptions{
		Store: store, Sessions: newBench().kept, Failures: &identitytest.Buckets{}, Lexicon: lexicon.Default(), Setup: setup,
		Provider: identity.NewProvider(identity.ProviderOptions{Issuer: "http://127.0.0.1:1", ClientID: "x"}),
	}
	o := newOffice(options)
	if err := o.people.SetPassword(t.Context(), ledger.Operator(), "admin", good); err != nil {
		t.Fatal(err)
	}
	site := httptest.NewServer(o.handler())
	defer site.Close()
	ctx, complaints := browsertest.Start(t)
	w := &walk{ctx, t, site.URL}

	w.look("setup", "/setup?lang=zh&token="+token)
	w.look("signin", "/signin")
	w.send("main button", "name", "admin", "password", "guess")
	w.says("用户名或口令不正确")
	w.picture("signin-refused")
	w.send("main button", "name", "admin", "password", good)
	w.says("退出登录")
	w.look("home", "/")
	w.look("users", "/users")
	w.look("newuser", "/newuser")
	w.send("main button", "name", "wang wei", "role", "liaison", "place", "火星", "body", "财政")
	w.says("没有这个地区")
	w.picture("newuser-refused")
	w.send("main button", "name", "wangwei", "display", "王维", "role", "liaison", "place", "内蒙古自治区", "body", "内蒙古自治区财政厅")
	w.says("发放口令设置链接")
	w.picture("user")
	w.send(".actions form button")
	w.says("口令设置链接")
	w.picture("link")
	w.look("disable", "/users/wangwei/disable")
	w.look("me", "/me?lang=en")
	w.look("users-en", "/users")
	w.send(".who button")
	w.says("You have signed out")
	for _, c := range complaints() {
		if !strings.Contains(c, "422") { // the browser tells of each refused form
			t.Errorf("console: %s", c)
		}
	}
}
