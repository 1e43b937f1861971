package server

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"pledger/identity"
	"pledger/identity/identitytest"
	"pledger/ledger"
)

// good is a password that may be.
const good = "春江水暖鸭先知，竹外桃花"

// browser is somebody at a machine.
type browser struct {
	t    *testing.T
	base string
	*http.Client
}

// sit starts a browser at a site.
func sit(t *testing.T, base string) *browser {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &browser{t, base, &http.Client{Jar: jar}}
}

// do sends a request and follows where it leads: the status, the path and the
// page at its end.
func (b *browser) do(r *http.Request) (status int, path, page string) {
	b.t.Helper()
	res, err := b.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	return res.StatusCode, res.Request.URL.Path, string(data)
}

// open asks for a page.
func (b *browser) open(path string) (status int, at, page string) {
	b.t.Helper()
	r, err := http.NewRequest("GET", b.base+path, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	return b.do(r)
}

// send sends a form: names and values in turn.
func (b *browser) send(path string, fields ...string) (status int, at, page string) {
	b.t.Helper()
	v := url.Values{}
	for i := 0; i+1 < len(fields); i += 2 {
		v.Set(fields[i], fields[i+1])
	}
	r, err := http.NewRequest("POST", b.base+path, strings.NewReader(v.Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", b.base)
	return b.do(r)
}

// want checks where a browser has come to, and what the page holds.
func (b *browser) want(what string, status int, path, holds string) func(int, string, string) string {
	return func(gotStatus int, gotPath, page string) string {
		b.t.Helper()
		if gotStatus != status || gotPath != path || !strings.Contains(page, holds) {
			b.t.Fatalf("%s: %d at %s, want %d at %s with %q:\n%s", what, gotStatus, gotPath, status, path, holds, page)
		}
		return page
	}
}

// TestOfficeOpens lives through an office's first day: the first administrator,
// a user by a one-time link, a forgotten password, a changed one, an end.
func TestOfficeOpens(t *testing.T) {
	setup, token := identity.NewSetup(noon)
	store := &identitytest.Store{}
	now := noon
	site := httptest.NewServer(Office(OfficeOptions{
		Store: store, Sessions: newBench().kept, Failures: &identitytest.Buckets{}, Setup: setup,
		Clock: func() time.Time { return now },
	}))
	defer site.Close()
	boss, wang, home := sit(t, site.URL), sit(t, site.URL), sit(t, site.URL)

	boss.want("a stranger", 422, "/setup", "链接无效")(boss.open("/setup?token=guess"))
	boss.want("the link", 200, "/setup", "首位管理员")(boss.open("/setup?token=" + token))
	boss.want("a short password", 422, "/setup", "至少12个字符")(boss.send("/setup", "token", token, "name", "Boss", "password", "x", "again", "x"))
	page := boss.want("typed differently", 422, "/setup", "不一致")(boss.send("/setup", "token", token, "name", "Boss", "password", good, "again", "x"))
	if !strings.Contains(page, `value="Boss"`) || strings.Contains(page, good) {
		t.Errorf("what was typed comes back wrongly:\n%s", page)
	}
	boss.want("set up", 200, "/signin", "口令已设置")(boss.send("/setup", "token", token, "name", "Boss", "display", "老板", "password", good, "again", good))
	boss.want("a second time", 422, "/setup", "链接无效")(boss.send("/setup", "token", token, "name", "thief", "password", good, "again", good))

	boss.want("a wrong password", 422, "/signin", "用户名或口令不正确")(boss.send("/signin", "name", "boss", "password", "wrong"))
	boss.want("signed in", 200, "/users", "老板")(boss.send("/signin", "name", "BOSS", "password", good, "next", "/users"))
	boss.want("a name that is none", 422, "/newuser", "2至32个")(boss.send("/newuser", "name", "a b", "role", "viewer"))
	boss.want("added", 200, "/users/wang", "未设口令")(boss.send("/newuser", "name", "wang", "display", "王维", "role", "viewer"))
	page = boss.want("a link", 200, "/users/wang/link", "王维")(boss.send("/users/wang/link"))
	link := regexp.MustCompile(`/password\?token=([\w-]+)&amp;user=wang`).FindStringSubmatch(page)
	if link == nil {
		t.Fatalf("no link:\n%s", page)
	}

	way := "/password?user=wang&token=" + link[1]
	wang.want("the link", 200, "/password", "用户 wang")(wang.open(way))
	wang.want("common", 422, "/password", "太常见")(wang.send("/password", "user", "wang", "token", link[1], "password", "password1234", "again", "password1234"))
	wang.want("set", 200, "/signin", "口令已设置")(wang.send("/password", "user", "wang", "token", link[1], "password", good, "again", good))
	wang.want("used", 422, "/password", "链接无效")(wang.open(way))
	wang.want("signed in", 200, "/me", "查阅人")(wang.send("/signin", "name", "wang", "password", good, "next", "/me"))
	home.want("and at home", 200, "/", "王维")(home.send("/signin", "name", "wang", "password", good, "next", "//evil.example/"))
	wang.want("no right", 403, "/users", "没有这项权限")(wang.open("/users"))
	wang.want("the old one wrong", 422, "/me", "不正确")(wang.send("/me", "old", "x", "password", good+"2", "again", good+"2"))
	wang.want("changed", 200, "/me", "口令已修改")(wang.send("/me", "old", good, "password", good+"2", "again", good+"2"))
	home.want("out at home", 200, "/signin", "登录")(home.open("/me"))

	boss.want("promoted", 200, "/users/wang", "已保存")(boss.send("/users/wang", "display", "王维", "role", "administrator"))
	wang.want("at once", 200, "/users", "boss")(wang.open("/users"))
	boss.want("asked", 200, "/users/wang/disable", "停用 王维")(boss.open("/users/wang/disable"))
	boss.want("disabled", 200, "/users/wang", "已停用")(boss.send("/users/wang/disable"))
	wang.want("out", 200, "/signin", "登录")(wang.open("/users"))
	boss.want("the last one", 422, "/users/boss/disable", "至少要保留一位")(boss.send("/users/boss/disable"))
	boss.want("signed out", 200, "/signin", "已退出登录")(boss.send("/signout"))
	boss.want("out", 200, "/signin", "登录")(boss.open("/users"))

	for range 6 {
		home.send("/signin", "name", "boss", "password", "guess")
	}
	home.want("must wait", 422, "/signin", "5秒后再试")(home.send("/signin", "name", "boss", "password", good))
	boss.want("the boss need not", 200, "/", "老板")(boss.send("/signin", "name", "boss", "password", good))
}

// TestCookies demands that a sign-in begins a new session, and that its cookies
// are kept from scripts, other sites and plain connections.
func TestCookies(t *testing.T) {
	for _, secure := range []bool{false, true} {
		b := newBench(func(o *OfficeOptions) { o.SecureCookies = secure })
		if err := b.people.SetPassword(t.Context(), ledger.Operator(), "viewer", good); err != nil {
			t.Fatal(err)
		}
		before := b.cookie(t, "admin")
		form := url.Values{"name": {"viewer"}, "password": {good}}.Encode()
		res := b.as(t, "", "POST", "/signin", form, "Cookie", before)
		names := map[string]bool{}
		for _, c := range res.Cookies() {
			names[strings.TrimPrefix(c.Name, "__Host-")] = true
			if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Secure != secure || strings.HasPrefix(c.Name, "__Host-") != secure || c.Path != "/" || c.Domain != "" {
				t.Errorf("secure %t: cookie %s", secure, c)
			}
			if strings.Contains(before, c.Value) {
				t.Error("the session goes on under the token from before")
			}
		}
		if !names["pledger"] || !names[identity.DeviceCookie("viewer")] || res.StatusCode != 303 {
			t.Errorf("secure %t: %d, cookies %v", secure, res.StatusCode, names)
		}
		if res := b.as(t, "", "GET", "/me", "", "Cookie", before); res.StatusCode != 302 {
			t.Errorf("the session from before lives: %d", res.StatusCode)
		}
	}
}

// TestProvider signs in by an OpenID Connect provider.
func TestProvider(t *testing.T) {
	store := filled()
	store.Put(ledger.System, &ledger.User{Name: "li", Display: "李白", Role: ledger.Viewer, Subject: "150001"})
	store.Put(ledger.System, &ledger.User{Name: "gone", Role: ledger.Viewer, Subject: "150002", Disabled: true})
	fake := identitytest.NewProvider(t, nil, time.Now)
	office := Office(OfficeOptions{
		Store: store, Sessions: newBench().kept, Failures: &identitytest.Buckets{},
		Provider: identity.NewProvider(identity.ProviderOptions{Issuer: fake.URL, ClientID: "pledger", ClientSecret: "secret"}),
	})
	site := httptest.NewServer(office)
	defer site.Close()
	for subject, want := range map[string]struct {
		status      int
		path, holds string
	}{
		"150001": {200, "/me", "李白"},
		"150002": {422, "/signin/callback", "已停用"},
		"150003": {422, "/signin/callback", "没有登记"},
	} {
		fake.Claims = map[string]any{"sub": subject}
		b := sit(t, site.URL)
		b.want(subject+" is offered it", 200, "/signin", "统一身份认证登录")(b.open("/signin?next=/me"))
		b.want(subject, want.status, want.path, want.holds)(b.open("/signin/provider?next=/me"))
		b.want(subject+" again", 422, "/signin/callback", "没有成功")(b.open("/signin/callback?code=x&state=y"))
	}
}

func TestSafePath(t *testing.T) {
	for in, want := range map[string]string{
		"": "/", "/": "/", "/users?x=1": "/users?x=1", "users": "/", "//evil.example": "/", `/\evil.example`: "/", `\\evil.example`: "/",
		"https://evil.example/": "/", "javascript:alert(1)": "/", "/\t/evil.example": "/", "/\n//evil": "/", "///evil.example": "/",
		"/a//b": "/a//b", "/%2f/evil.example": "/%2f/evil.example", "http:evil.example": "/", "?x": "/",
	} {
		if got := safePath(in); got != want {
			t.Errorf("%q leads to %q, want %q", in, got, want)
		}
	}
}

func TestAddress(t *testing.T) {
	for _, tt := range []struct {
		remote, forwarded string
		proxy             bool
		want              string
	}{
		{"10.0.0.1:99", "", false, "10.0.0.1"},
		{"10.0.0.1:99", "1.2.3.4", false, "10.0.0.1"},
		{"127.0.0.1:99", "1.2.3.4", true, "1.2.3.4"},
		{"127.0.0.1:99", "6.6.6.6, 1.2.3.4", true, "1.2.3.4"},
		{"127.0.0.1:99", "nonsense", true, "127.0.0.1"},
		{"127.0.0.1:99", "", true, "127.0.0.1"},
		{"[::1]:99", "", false, "::1"},
		{"", "", false, "invalid IP"},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = tt.remote
		if tt.forwarded != "" {
			r.Header.Set("X-Forwarded-For", tt.forwarded)
		}
		if got := address(r, tt.proxy); got.String() != tt.want && got != (netip.Addr{}) {
			t.Errorf("%+v: %s", tt, got)
		}
	}
}
