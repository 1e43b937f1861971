package server

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// TestSlowFile demands that a route that takes files waits longer for one than
// the server waits for a form.
func TestSlowFile(t *testing.T) {
	b := probed()
	site := httptest.NewUnstartedServer(b)
	site.Config.ReadTimeout = 300 * time.Millisecond
	site.Start()
	defer site.Close()
	const sent = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\ny\r\n--b--\r\n"
	for path, want := range map[string]bool{"/file": true, "/ledger/150000-2026": false} {
		slow, w := io.Pipe()
		go func() {
			io.WriteString(w, sent[:20])
			time.Sleep(900 * time.Millisecond)
			io.WriteString(w, sent[20:])
			w.Close()
		}()
		r, err := http.NewRequest("POST", site.URL+path, slow)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "multipart/form-data; boundary=b")
		if !want {
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		}
		r.Header.Set("Origin", site.URL)
		r.Header.Set("Cookie", b.cookie(t, "admin"))
		res, err := http.DefaultClient.Do(r)
		if err == nil {
			res.Body.Close()
		}
		if got := err == nil && res.StatusCode == http.StatusOK; got != want {
			t.Errorf("%s: taken %t, want %t: %v", path, got, want, err)
		}
	}
}

// TestHosts demands that a site answers under its own names only.
func TestHosts(t *testing.T) {
	h := onlyHosts(newBench(), []string{"taizhang.example"})
	for host, want := range map[string]int{
		"taizhang.example": 200, "TAIZHANG.example:443": 200, "localhost:8080": 200, "127.0.0.1": 200, "[::1]:8080": 200,
		"evil.example": 421, "taizhang.example.evil.example": 421, "": 421, "x.taizhang.example": 421,
	} {
		r := httptest.NewRequest("GET", "/signin", nil)
		r.Host = host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("asked as %q: %d, want %d", host, w.Code, want)
		}
		checkHeaders(t, w.Result())
	}
}

// TestPathTricks demands that no spelling of an address gets around its guard.
func TestPathTricks(t *testing.T) {
	b := newBench()
	for _, path := range []string{
		"/users/", "//users", "/./users", "/x/../users", "/users/%2e%2e/users", "/%75sers", "/users;x", "/users%00", "/Users", "/users/viewer/disable/",
	} {
		for _, method := range []string{"GET", "POST", "PUT", "TRACE"} {
			r := httptest.NewRequest(method, "/", strings.NewReader(""))
			r.URL.Path = path
			r.Header.Set("Sec-Fetch-Site", "same-origin")
			r.Header.Set("X-HTTP-Method-Override", "GET")
			w := httptest.NewRecorder()
			b.ServeHTTP(w, r)
			if res := w.Result(); res.StatusCode == http.StatusOK || strings.Contains(body(t, res), "bystander") {
				t.Errorf("%s %s: %d", method, path, res.StatusCode)
			}
		}
	}
}
