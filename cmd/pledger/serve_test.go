package main

import (
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestServe starts the site of a new database, makes the first administrator by
// the link it prints, signs in, and stops it.
func TestServe(t *testing.T) {
	ctx, stop := context.WithTimeout(t.Context(), patience)
	defer stop()
	out, w := io.Pipe()
	var errs strings.Builder
	status := make(chan int, 1)
	db := filepath.Join(t.TempDir(), "a.db")
	go func() {
		status <- run(ctx, []string{"serve", "--db", db, "--addr", "127.0.0.1:0"}, strings.NewReader(""), w, &errs)
		w.Close()
	}()
	_, base := untilAddress(out)
	if base == "" {
		t.Fatalf("no address was printed: %s", errs.String())
	}
	lines := make([]byte, 1024)
	n, _ := out.Read(lines)
	link := regexp.MustCompile(`http\S+/setup\?token=(\S+)`).FindSubmatch(lines[:n])
	go io.Copy(io.Discard, out)
	if link == nil {
		t.Fatalf("no link was printed: %s", lines[:n])
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Jar: jar}
	const password = "春江水暖鸭先知，竹外桃花"
	send := func(path string, form url.Values) string {
		t.Helper()
		r, err := http.NewRequestWithContext(ctx, "POST", base+path, strings.NewReader(form.Encode()))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", strings.TrimSuffix(base, "/"))
		res, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		page, err := io.ReadAll(res.Body)
		if err != nil || res.StatusCode != http.StatusOK {
			t.Fatalf("%s: %d, %v: %s", path, res.StatusCode, err, page)
		}
		return string(page)
	}
	send("setup", url.Values{"token": {string(link[1])}, "name": {"boss"}, "password": {password}, "again": {password}})
	if page := send("signin", url.Values{"name": {"boss"}, "password": {password}, "next": {"/users"}}); !strings.Contains(page, "添加用户") {
		t.Errorf("the list of users is not shown:\n%s", page)
	}
	stop()
	if got := <-status; got != exitDone {
		t.Errorf("exit status %d: %s", got, errs.String())
	}
}

// TestServeRefuses demands clear messages where the site cannot be served.
func TestServeRefuses(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.db")
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"--addr", "127.0.0.1:99999"}, "Cannot listen"},
		{[]string{"--oidc-issuer", "https://id.example"}, "needs both"},
		{[]string{"--oidc-issuer", "https://id.example", "--oidc-client-id", "x", "--oidc-client-secret-file", "none"}, "none"},
		{[]string{"report.txt"}, "takes no file"},
	} {
		var errs strings.Builder
		args := append([]string{"--lang", "en", "serve", "--db", db}, tt.args...)
		if got := run(t.Context(), args, strings.NewReader(""), io.Discard, &errs); got == exitDone || !strings.Contains(errs.String(), tt.want) {
			t.Errorf("%v: exit status %d: %s", tt.args, got, errs.String())
		}
	}
}
