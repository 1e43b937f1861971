// Package browsertest lets tests look at pages in a real browser: it serves
// them with the site's policy, drives a browser, listens to its console, and
// keeps pictures for a person to look at.
package browsertest

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"pledger/server/page"
)

// Time is how long one browser test may take.
const Time = 90 * time.Second

// Screenshots names the environment variable with a folder that takes pictures
// of the pages; unset, none are taken.
const Screenshots = "PLEDGER_SCREENSHOTS"

// Start starts a browser for a test and gathers what its console complains of.
// The test is skipped where there is no browser.
func Start(t *testing.T) (context.Context, func() []string) {
	t.Helper()
	var exe string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			exe = p
			break
		}
	}
	if exe == "" {
		t.Skip("no browser: install chromium and put it in PATH to test the page in one")
	}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(exe), chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck,
		chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
	}
	var heard console
	ctx, cancelAllocator := chromedp.NewExecAllocator(t.Context(), options...)
	ctx, cancelTab := chromedp.NewContext(ctx, chromedp.WithListener(heard.hear))
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal("the browser does not start: ", err)
	}
	timed, cancelTime := context.WithTimeout(ctx, Time)
	t.Cleanup(func() {
		cancelTime()
		cancelTab()
		cancelAllocator()
	})
	return timed, heard.complaints
}

// console gathers what a browser's console says.
type console struct {
	mu   sync.Mutex
	said []string
}

// hear takes in an event of the browser.
func (c *console) hear(event any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch e := event.(type) {
	case *cdplog.EventEntryAdded:
		c.said = append(c.said, fmt.Sprint(e.Entry.Level, ": ", e.Entry.Text, " ", e.Entry.URL))
	case *runtime.EventExceptionThrown:
		c.said = append(c.said, e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		c.said = append(c.said, fmt.Sprint("console.", e.Type))
	}
}

// complaints is what was said so far.
func (c *console) complaints() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.said
}

// policy is the Content Security Policy that the site sends.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"

// Serve serves pages by path, and the assets they refer to, under the site's
// policy, and returns the server's address.
func Serve(t *testing.T, assets []page.Asset, pages map[string]func(io.Writer) error) string {
	t.Helper()
	mux := http.NewServeMux()
	for _, a := range append(assets, page.Base, page.Sheet, page.FolderStyle, page.Icon) {
		mux.HandleFunc(a.Path(), func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", a.ContentType())
			io.WriteString(w, a.Body())
		})
	}
	for path, render := range pages {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Security-Policy", policy)
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			if err := render(w); err != nil {
				t.Error(err)
			}
		})
	}
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

// Run runs actions and ends the test where one fails.
func Run(ctx context.Context, t *testing.T, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// Eval is the value of an expression in the page.
func Eval[T any](ctx context.Context, t *testing.T, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatal(expression, ": ", err)
	}
	return v
}

// Until waits until an expression is true: of a page that is on its way, its
// elements tell nothing yet.
func Until(ctx context.Context, t *testing.T, expression string) {
	t.Helper()
	const step, patience = 50 * time.Millisecond, 20 * time.Second
	for end := time.Now().Add(patience); ; time.Sleep(step) {
		// While one page goes and the next comes there is nothing to ask.
		if done, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression)); err == nil && done {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("%s did not become true", expression)
		}
	}
}

// Do runs an expression in the page for what it does.
func Do(ctx context.Context, t *testing.T, expression string) { Eval[any](ctx, t, expression) }

// Picture keeps what the browser shows, where screenshots are wanted.
func Picture(ctx context.Context, t *testing.T, name string) {
	t.Helper()
	dir := os.Getenv(Screenshots)
	if dir == "" {
		return
	}
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644); err != nil {
		t.Fatal(err)
	}
}

// Print prints the page, and keeps the print where screenshots are wanted.
func Print(ctx context.Context, t *testing.T, name string) {
	t.Helper()
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(pdf, []byte("%PDF")) {
		t.Error("printing gave no PDF")
	}
	if dir := os.Getenv(Screenshots); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name+".pdf"), pdf, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Fits demands that the page is no wider than its window.
func Fits(ctx context.Context, t *testing.T, what string) {
	t.Helper()
	if over := Eval[int](ctx, t, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
		t.Errorf("%s: the page is %d px too wide", what, over)
	}
}
