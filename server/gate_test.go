package server

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/server/page/failure"
)

// probes are routes with each need, which answer who asked about what.
func probes(o *office) []route {
	echo := func(r *request) (answer, error) {
		s := fmt.Sprint(r.actor.Name, " ", r.scope.Owes)
		if r.ledger != nil {
			s += " " + string(r.ledger.ID)
		}
		return answer{contentType: typeText, body: []byte(s)}, nil
	}
	return []route{
		{"GET /open", open, echo},
		{"GET /any", anyone, echo},
		{"GET /user", signedIn, echo},
		{"GET /users", may(ledger.KeepUsers), echo},
		{"GET /some/{ledger}", maySome(), echo},
		{"GET /ledger/{ledger}", mayLedger(ledger.SeeLedger), echo},
		{"POST /ledger/{ledger}", mayLedger(ledger.EditLedger), echo},
		{"GET /account/{ledger}/{account}", mayAccount(ledger.SeeAccount), echo},
		{"POST /account/{ledger}/{account}", mayAccount(ledger.EditLedger), echo},
		{"POST /plan/{ledger}/{account}", mayAccount(ledger.PlanAccount), echo},
		{"GET /place/{place}", mayPlace(ledger.KeepBodies), echo},
		{"GET /user/{user}", mayUser(), echo},
		{"POST /file", may(ledger.OpenLedger).withFile(), echo},
		{"GET /download", anyone, func(*request) (answer, error) { return file("台账.csv", typeText, []byte("x")) }},
		{"POST /refused", anyone, func(r *request) (answer, error) {
			r.form.Refuse("name", "no")
			return refused(failure.New(o.frameOf(r), 422, "page.error.invalid"))
		}},
		{"GET /panic", anyone, func(*request) (answer, error) { panic("the roof is on fire") }},
		{"/", anyone, o.elsewhere},
	}
}

// probed is a bench whose routes are the probes.
func probed() *bench {
	b := newBench()
	mux := http.NewServeMux()
	for _, r := range probes(b.office) {
		mux.Handle(r.pattern, b.gate(r))
	}
	b.Handler = b.protect(mux)
	return b
}

// asked are the columns of the tables of rights: nobody and every user of the
// tests.
var asked = []string{"", "admin", "localadmin", "supervisor", "stranger", "liaison", "bystander", "viewer"}

// TestNeeds tries every need with every role. 302 leads to the page to sign in
// at.
func TestNeeds(t *testing.T) {
	b := probed()
	tests := []struct{ request, status string }{
		//                               nobody admin local superv strang liais bystan viewer
		{"GET /open", "                   200   200   200   200   200   200   200   200"},
		{"GET /any", "                    200   200   200   200   200   200   200   200"},
		{"GET /user", "                   302   200   200   200   200   200   200   200"},
		{"GET /users", "                  302   200   200   403   403   403   403   403"},
		{"GET /some/150000-2026", "       302   200   200   200   404   200   200   200"},
		{"GET /some/150000-2025", "       200   200   200   200   200   200   200   200"},
		{"GET /some/150000-1999", "       302   404   404   404   404   404   404   404"},
		{"GET /ledger/150000-2026", "     302   200   200   200   404   403   403   200"},
		{"GET /ledger/150000-2025", "     200   200   200   200   200   200   200   200"},
		{"POST /ledger/150000-2026", "    403   200   200   200   404   403   403   403"},
		{"POST /ledger/150000-2025", "    403   200   200   200   403   403   403   403"},
		{"GET /account/150000-2026/0001", "302  200   200   200   404   200   404   200"},
		{"GET /account/150000-2026/0002", "302  200   200   200   404   404   404   200"},
		{"GET /account/150000-2026/0009", "302  404   404   404   404   404   404   404"},
		{"GET /account/150000-2025/0001", "200  200   200   200   200   200   200   200"},
		{"GET /account/150000-2025/0002", "302  200   200   200   404   404   404   200"},
		{"POST /account/150000-2026/0001", "403 200   200   200   404   403   404   403"},
		{"POST /plan/150000-2026/0001", " 403   200   200   200   404   200   404   403"},
		{"POST /plan/150000-2025/0001", " 403   200   200   200   403   200   403   403"},
		{"GET /place/150000", "           302   200   200   200   403   403   403   403"},
		{"GET /place/230000", "           302   200   403   403   200   403   403   403"},
		{"GET /user/viewer", "            302   200   200   403   403   403   403   403"},
		{"GET /user/stranger", "          302   200   404   403   403   403   403   403"},
		{"GET /user/nobody", "            302   404   404   403   403   403   403   403"},
		{"POST /file", "                  403   200   200   200   200   403   403   403"},
		{"DELETE /ledger/150000-2026", "  405   405   405   405   405   405   405   405"},
		{"GET /none", "                   404   404   404   404   404   404   404   404"},
		{"GET /some/..%2f..%2fetc", "     302   404   404   404   404   404   404   404"},
		{"GET /ledger/%00", "             302   404   404   404   404   404   404   404"},
	}
	for _, tt := range tests {
		method, target, _ := strings.Cut(tt.request, " ")
		for i, want := range strings.Fields(tt.status) {
			res := b.as(t, asked[i], method, target, "")
			if got := fmt.Sprint(res.StatusCode); got != want {
				t.Errorf("%s as %q: %s, want %s", tt.request, asked[i], got, want)
			}
			if to := res.Header.Get("Location"); res.StatusCode == 302 && !strings.HasPrefix(to, "/signin?next=%2F") {
				t.Errorf("%s as %q leads to %s", tt.request, asked[i], to)
			}
			checkHeaders(t, res)
		}
	}
}

// TestScope demands that a liaison's request carries the limit of what it sees.
func TestScope(t *testing.T) {
	b := probed()
	if got := body(t, b.as(t, "liaison", "GET", "/some/150000-2026", "")); got != "liaison finance 150000-2026" {
		t.Errorf("got %q", got)
	}
}

// TestPanic demands that a panic is a failure like any other.
func TestPanic(t *testing.T) {
	res := probed().as(t, "", "GET", "/panic?lang=en", "")
	if b := body(t, res); res.StatusCode != 500 || strings.Contains(b, "fire") {
		t.Errorf("%d: %s", res.StatusCode, b)
	}
}

// TestAnswers demands the headers of files and of refused forms, and that what
// a user sees leaves no copy.
func TestAnswers(t *testing.T) {
	b := probed()
	res := b.as(t, "", "GET", "/download", "")
	if got := res.Header.Get("Content-Disposition"); got != "attachment; filename*=utf-8''%E5%8F%B0%E8%B4%A6.csv" {
		t.Errorf("the file is kept as %q", got)
	}
	for user, want := range map[string]string{"": cachePage, "viewer": cacheNone} {
		res := b.as(t, user, "POST", "/refused", "name=x")
		if res.StatusCode != 422 || res.Header.Get("Cache-Control") != want {
			t.Errorf("a refused form of %q: %d, %s", user, res.StatusCode, res.Header.Get("Cache-Control"))
		}
	}
}

// TestForms demands that what is sent is limited, of a known form, and read
// only after the right is settled.
func TestForms(t *testing.T) {
	b := probed()
	big := "a=" + strings.Repeat("x", formLimit)
	const multipart = "multipart/form-data; boundary=b"
	file := "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n" + strings.Repeat("y", formLimit) + "\r\n--b--\r\n"
	tests := []struct {
		name, user, target, body, kind string
		status                         int
	}{
		{"a form", "admin", "/ledger/150000-2026", "a=b", "application/x-www-form-urlencoded", 200},
		{"too large", "admin", "/ledger/150000-2026", big, "application/x-www-form-urlencoded", 413},
		{"too large, of nobody", "", "/ledger/150000-2026", big, "application/x-www-form-urlencoded", 403},
		{"malformed", "admin", "/ledger/150000-2026", "%zz", "application/x-www-form-urlencoded", 400},
		{"no type", "admin", "/ledger/150000-2026", "a=b", "", 400},
		{"another type", "admin", "/ledger/150000-2026", "{}", "application/json", 400},
		{"text", "admin", "/ledger/150000-2026", "a=b", "text/plain", 400},
		{"a file where none is taken", "admin", "/ledger/150000-2026", file[:200], multipart, 400},
		{"a file", "admin", "/file", file, multipart, 200},
		{"a file cut short", "admin", "/file", file[:100], multipart, 400},
	}
	for _, tt := range tests {
		res := b.as(t, tt.user, "POST", tt.target, tt.body, "Content-Type", tt.kind)
		if res.StatusCode != tt.status {
			t.Errorf("%s: %d, want %d", tt.name, res.StatusCode, tt.status)
		}
		chunked := b.as(t, tt.user, "POST", tt.target, tt.body, "Content-Type", tt.kind, "Content-Length", "")
		if chunked.StatusCode != tt.status {
			t.Errorf("%s, of unknown length: %d, want %d", tt.name, chunked.StatusCode, tt.status)
		}
	}
}

// TestOrigin demands that commands come from a page of the site.
func TestOrigin(t *testing.T) {
	b := probed()
	tests := []struct {
		name   string
		header []string
		status int
	}{
		{"same origin", []string{"Sec-Fetch-Site", "same-origin"}, 200},
		{"typed", []string{"Sec-Fetch-Site", "none"}, 200},
		{"another site", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"another host of the domain", []string{"Sec-Fetch-Site", "same-site"}, 403},
		{"an old browser", []string{"Sec-Fetch-Site", "", "Origin", "http://example.com"}, 200},
		{"an old browser elsewhere", []string{"Sec-Fetch-Site", "", "Origin", "http://evil.example"}, 403},
		{"a page without origin", []string{"Sec-Fetch-Site", "", "Origin", "null"}, 403},
		{"a very old browser", []string{"Sec-Fetch-Site", "", "Referer", "http://example.com/x"}, 200},
		{"a very old browser elsewhere", []string{"Sec-Fetch-Site", "", "Referer", "http://evil.example/example.com"}, 403},
		{"nothing said", []string{"Sec-Fetch-Site", ""}, 403},
	}
	for _, tt := range tests {
		res := b.as(t, "admin", "POST", "/ledger/150000-2026", "", tt.header...)
		if res.StatusCode != tt.status {
			t.Errorf("%s: %d, want %d", tt.name, res.StatusCode, tt.status)
		}
	}
}

// TestVisitor demands that who does not sign in is the visitor where one is
// named, and nobody elsewhere.
func TestVisitor(t *testing.T) {
	for name, want := range map[string]int{"": http.StatusFound, "viewer": http.StatusOK, "stranger": http.StatusNotFound} {
		b := newBench(func(o *OfficeOptions) { o.Visitor = name })
		w := httptest.NewRecorder()
		b.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/ledgers/"+string(draft), nil))
		if w.Code != want {
			t.Errorf("as visitor %q the draft is answered with %d, want %d", name, w.Code, want)
		}
	}
}
