package server

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pledger/audit"
	"pledger/document"
	"pledger/report"
	"pledger/statement"
)

// sample is a set of a report named name that states nothing.
func sample(name string) *statement.Set {
	text := document.FromString(name, "2024年青岚市政府工作报告\n各位代表：\n路在脚下。\n")
	return &statement.Set{Report: &report.Report{
		Text: text, Government: "青岚市", Year: 2024,
		Title:    document.Position{Start: 0, End: 14},
		Sections: []report.Section{{Pos: document.Position{Start: 0, End: text.Len()}, Parent: -1}},
	}}
}

// get asks a handler for a page, as a page of the same site does where header
// says nothing else.
func get(h http.Handler, method, target string, header ...string) *http.Response {
	r := httptest.NewRequest(method, target, nil)
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

// body reads an answer's body.
func body(t *testing.T, res *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestRoutes(t *testing.T) {
	none := Handler(Options{})
	one := Handler(Options{Reports: []*audit.Findings{&audit.Findings{This: sample("dir/青岚 2024.txt")}}})
	two := Handler(Options{Reports: []*audit.Findings{&audit.Findings{This: sample("a/x.txt")}, &audit.Findings{This: sample("b/x.pdf")}}})
	tests := []struct {
		name     string
		h        http.Handler
		method   string
		target   string
		status   int
		holds    string // in the body
		location string
	}{
		{"no report", none, "GET", "/?lang=zh", 200, "尚未读入报告", ""},
		{"one leads on", one, "GET", "/", 302, "", "/reports/%E9%9D%92%E5%B2%9A-2024"},
		{"and keeps the language", one, "GET", "/?lang=en", 302, "", "/reports/%E9%9D%92%E5%B2%9A-2024?lang=en"},
		{"its page", one, "GET", "/reports/%E9%9D%92%E5%B2%9A-2024?lang=zh", 200, "路在脚下", ""},
		{"in English", one, "GET", "/reports/%E9%9D%92%E5%B2%9A-2024?lang=en", 200, "Contents", ""},
		{"a list of two", two, "GET", "/?lang=en", 200, `href="/reports/x-2?lang=en"`, ""},
		{"the same name twice", two, "GET", "/reports/x-2?lang=zh", 200, "路在脚下", ""},
		{"filtered", two, "GET", "/reports/x?lang=zh&kind=target&q=%3Cb%3E", 200, `value="&lt;b&gt;"`, ""},
		{"head", two, "HEAD", "/reports/x", 200, "", ""},
		{"no such report", two, "GET", "/reports/y?lang=zh", 404, "没有这个页面", ""},
		{"no such page", two, "GET", "/etc/passwd?lang=en", 404, "There is no such page", ""},
		{"no such asset", two, "GET", "/assets/0000000000000000/base.css?lang=zh", 404, "没有这个页面", ""},
		{"a report takes nothing", two, "POST", "/reports/x?lang=zh", 405, "只能查看", ""},
		{"nor does the list", two, "DELETE", "/?lang=zh", 405, "只能查看", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			res := get(tt.h, tt.method, tt.target)
			if res.StatusCode != tt.status || res.Header.Get("Location") != tt.location {
				t.Errorf("%d to %q, want %d to %q", res.StatusCode, res.Header.Get("Location"), tt.status, tt.location)
			}
			if b := body(t, res); !strings.Contains(b, tt.holds) {
				t.Errorf("the page lacks %q:\n%s", tt.holds, b)
			}
			checkHeaders(t, res)
		})
	}
}

// checkHeaders demands what every answer must carry.
func checkHeaders(t *testing.T, res *http.Response) {
	t.Helper()
	for name, want := range map[string]string{
		"X-Content-Type-Options": "nosniff",
		"Referrer-Policy":        "same-origin",
		"X-Frame-Options":        "DENY",
	} {
		if got := res.Header.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	csp := res.Header.Get("Content-Security-Policy")
	for _, want := range []string{"default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"} {
		if !strings.Contains(csp, want) {
			t.Errorf("the policy %q lacks %q", csp, want)
		}
	}
	if strings.Contains(csp, "unsafe") {
		t.Errorf("the policy %q allows what is inline", csp)
	}
}

// TestAssets asks for every file that the pages name.
func TestAssets(t *testing.T) {
	h := Handler(Options{Reports: []*audit.Findings{&audit.Findings{This: sample("x.txt")}, &audit.Findings{This: sample("y.txt")}}})
	named := regexp.MustCompile(`(?:src|href)="(/assets/[^"]+)"`)
	var all []string
	for _, page := range []string{"/", "/reports/x", "/none"} {
		for _, m := range named.FindAllStringSubmatch(body(t, get(h, "GET", page)), -1) {
			all = append(all, m[1])
		}
	}
	slices.Sort(all)
	if all = slices.Compact(all); len(all) != 6 {
		t.Errorf("the pages name %d files, want 6: %v", len(all), all)
	}
	for _, path := range all {
		res := get(h, "GET", path)
		if res.StatusCode != 200 || !strings.Contains(res.Header.Get("Cache-Control"), "immutable") || body(t, res) == "" {
			t.Errorf("%s: %d, %v", path, res.StatusCode, res.Header)
		}
		checkHeaders(t, res)
	}
}

func TestLanguage(t *testing.T) {
	h := Handler(Options{Reports: []*audit.Findings{&audit.Findings{This: sample("x.txt")}}})
	for _, tt := range []struct{ target, accept, want string }{
		{"/reports/x", "", `<html lang="zh-CN">`},
		{"/reports/x", "en-GB,en;q=0.9", `<html lang="en">`},
		{"/reports/x?lang=zh", "en", `<html lang="zh-CN">`},
		{"/reports/x?lang=en", "zh-CN", `<html lang="en">`},
		{"/reports/x?lang=%22%3E", "fr", `<html lang="zh-CN">`},
	} {
		if b := body(t, get(h, "GET", tt.target, "Accept-Language", tt.accept)); !strings.Contains(b, tt.want) {
			t.Errorf("%s with %q lacks %s", tt.target, tt.accept, tt.want)
		}
	}
}

// TestInternalFailure demands that a failure's cause goes to the log and a
// plain sentence to the reader.
func TestInternalFailure(t *testing.T) {
	var log bytes.Buffer
	s := newWeb(slog.New(slog.NewTextHandler(&log, nil)))
	h := s.serve(func(*request) (answer, error) { return answer{}, errors.New("the disk is on fire") })
	res := get(h, "GET", "/?lang=en")
	if b := body(t, res); res.StatusCode != 500 || strings.Contains(b, "fire") || !strings.Contains(b, "The service failed") {
		t.Errorf("%d: %s", res.StatusCode, b)
	}
	if !strings.Contains(log.String(), "fire") {
		t.Errorf("the log lacks the cause: %s", log.String())
	}
}

func TestCrossOriginRefused(t *testing.T) {
	h := Handler(Options{})
	res := get(h, "POST", "/", "Sec-Fetch-Site", "cross-site")
	if res.StatusCode != http.StatusForbidden {
		t.Errorf("a request from another site got %d", res.StatusCode)
	}
}

func TestListen(t *testing.T) {
	for _, addr := range []string{"", ":0", "127.0.0.1:0", "localhost:0"} {
		l, err := Listen(addr)
		if err != nil {
			t.Fatal(err)
		}
		if !l.Addr().(*net.TCPAddr).IP.IsLoopback() {
			t.Errorf("%q listens on %s", addr, l.Addr())
		}
		l.Close()
	}
	for _, addr := range []string{"nonsense", "127.0.0.1:99999", "[::1"} {
		if l, err := Listen(addr); err == nil {
			t.Errorf("%q listens on %s", addr, l.Addr())
			l.Close()
		}
	}
}

// TestServe demands that the server answers this machine only, finishes a
// running request when it ends, and ends without an error.
func TestServe(t *testing.T) {
	l, err := Listen("")
	if err != nil {
		t.Fatal(err)
	}
	began, release := make(chan bool), make(chan bool)
	slow := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/slow" {
			close(began)
			<-release
		}
		io.WriteString(w, "done")
	})
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- Serve(ctx, l, slow) }()

	base := "http://" + l.Addr().String()
	for host, want := range map[string]int{"": 200, "localhost": 200, "evil.example": 421, "[::1]:80": 200, "127.0.0.1.evil.example": 421} {
		r, _ := http.NewRequest("GET", base, nil)
		r.Host = host
		res, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != want {
			t.Errorf("asked as %q: %d, want %d", host, res.StatusCode, want)
		}
	}

	answered := make(chan string, 1)
	go func() {
		res, err := http.Get(base + "/slow")
		if err != nil {
			answered <- err.Error()
			return
		}
		b, _ := io.ReadAll(res.Body)
		answered <- string(b)
	}()
	<-began
	cancel()
	time.AfterFunc(50*time.Millisecond, func() { close(release) })
	if got := <-answered; got != "done" {
		t.Errorf("the running request got %q", got)
	}
	if err := <-ended; err != nil {
		t.Errorf("the server ended with %v", err)
	}
}
