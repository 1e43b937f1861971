package report

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"pledger/locale"
	"pledger/server/page"
)

// browserTime is how long one browser test may take.
const browserTime = 60 * time.Second

// screenshots names the environment variable with a folder that takes pictures
// of the pages for a person to look at; unset, none are taken.
const screenshots = "PLEDGER_SCREENSHOTS"

// browser starts a browser for a test and gathers what its console complains of.
func browser(t *testing.T) (context.Context, func() []string) {
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
	var mu sync.Mutex
	var complaints []string
	complain := func(event any) {
		mu.Lock()
		defer mu.Unlock()
		switch e := event.(type) {
		case *cdplog.EventEntryAdded:
			complaints = append(complaints, fmt.Sprint(e.Entry.Level, ": ", e.Entry.Text, " ", e.Entry.URL))
		case *runtime.EventExceptionThrown:
			complaints = append(complaints, e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			complaints = append(complaints, fmt.Sprint("console.", e.Type))
		}
	}
	ctx, cancelAllocator := chromedp.NewExecAllocator(t.Context(), options...)
	ctx, cancelTab := chromedp.NewContext(ctx, chromedp.WithListener(complain))
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal("the browser does not start: ", err)
	}
	timed, cancelTime := context.WithTimeout(ctx, browserTime)
	t.Cleanup(func() {
		cancelTime()
		cancelTab()
		cancelAllocator()
	})
	return timed, func() []string {
		mu.Lock()
		defer mu.Unlock()
		return complaints
	}
}

// servePage serves the fixture's page as the server would, its policy included.
func servePage(t *testing.T, p *Page) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	for _, a := range append(Assets(), page.Base, page.Icon) {
		mux.HandleFunc(a.Path(), func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", a.ContentType())
			fmt.Fprint(w, a.Body())
		})
	}
	mux.HandleFunc("/reports/x", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'")
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if err := p.Filtered(ParseFilter(r.URL.Query())).At("/reports/x", "/", page.SwitchLanguage(p.Lang, "/reports/x", nil)).Render(w); err != nil {
			t.Error(err)
		}
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

// run runs actions and ends the test where one fails.
func run(ctx context.Context, t *testing.T, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// eval is the value of an expression in the page.
func eval[T any](ctx context.Context, t *testing.T, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatal(expression, ": ", err)
	}
	return v
}

// picture keeps what the browser shows, where screenshots are wanted.
func picture(ctx context.Context, t *testing.T, name string) {
	t.Helper()
	if dir := os.Getenv(screenshots); dir != "" {
		png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// shown counts the entries that the list shows.
const shown = `Array.from(document.querySelectorAll('.e')).filter(e => e.getClientRects().length > 0).length`

func TestBrowserDesktop(t *testing.T) {
	p := New(alone(fixture(t)), locale.ZhCN)
	ctx, complaints := browser(t)
	url := servePage(t, p).URL + "/reports/x?lang=zh"
	run(ctx, t, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(url), chromedp.WaitVisible(chromedp.CSS("#f1")))
	picture(ctx, t, "desktop")
	if n := eval[int](ctx, t, shown); n != p.Total {
		t.Errorf("the list shows %d entries of %d", n, p.Total)
	}

	run(ctx, t, chromedp.Click(chromedp.CSS(`.kind input[value=target]`)))
	if n, want := eval[int](ctx, t, shown), countKind(p, TargetEntry); n != want {
		t.Errorf("filtered to targets, the list shows %d entries of %d", n, want)
	}
	if got := eval[string](ctx, t, `location.search`); !strings.Contains(got, "kind=target") {
		t.Errorf("the address %q does not keep the filter", got)
	}
	picture(ctx, t, "desktop-targets")
	run(ctx, t, chromedp.Click(chromedp.CSS(`.kind input[value=""]`)), chromedp.SendKeys(chromedp.CSS("#q"), "失业率 5.1"))
	if n := eval[int](ctx, t, shown); n != 1 {
		t.Errorf("searching 失业率 5.1 shows %d entries, want 1", n)
	}
	run(ctx, t, do(`document.getElementById('q').value = ''; document.getElementById('filter').dispatchEvent(new Event('change'))`))

	last := "f" + fmt.Sprint(len(fixture(t).Figures))
	run(ctx, t, do(`document.querySelector('#`+last+` summary').click()`))
	if y := eval[float64](ctx, t, `document.getElementById('t-`+last+`').getBoundingClientRect().top`); y < 0 || y > 900 {
		t.Errorf("choosing %s leaves its mark at %v, outside the window", last, y)
	}
	if !eval[bool](ctx, t, `document.getElementById('`+last+`').open && document.getElementById('t-`+last+`').classList.contains('on')`) {
		t.Errorf("choosing %s opened no card or lit no mark", last)
	}
	picture(ctx, t, "desktop-card")

	checkKeys(ctx, t)
	run(ctx, t, do(`document.activeElement.blur()`), do(`document.querySelector('#t-p5').click()`))
	if !eval[bool](ctx, t, `document.getElementById('p5').open`) {
		t.Error("a click on a pledge's text does not open its card")
	}
	picture(ctx, t, "desktop-pledge")
	run(ctx, t, chromedp.Navigate("about:blank"), chromedp.Navigate(url+"#p5"), chromedp.WaitVisible(chromedp.CSS("#p5 .card")))
	if !eval[bool](ctx, t, `document.getElementById('t-p5').getBoundingClientRect().top > 0`) {
		t.Error("an address that names an entry does not show it")
	}
	picture(ctx, t, "desktop-address")
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}

// checkKeys moves through the list by keys.
func checkKeys(ctx context.Context, t *testing.T) {
	t.Helper()
	run(ctx, t, do(`document.activeElement.blur()`), chromedp.KeyEvent("k"))
	if !eval[bool](ctx, t, `document.querySelectorAll('.e[open]').length === 1 && document.activeElement.matches('.e[open] summary')`) {
		t.Error("k did not move to one other entry and focus it")
	}
	run(ctx, t, chromedp.KeyEvent("/"))
	if !eval[bool](ctx, t, `document.activeElement.id === 'q'`) {
		t.Error("/ does not focus the search")
	}
}

func TestBrowserPhone(t *testing.T) {
	ctx, complaints := browser(t)
	for _, width := range []int64{360, 390} {
		for _, lang := range locale.All() {
			url := servePage(t, New(alone(fixture(t)), lang)).URL + "/reports/x"
			run(ctx, t, chromedp.EmulateViewport(width, 844, chromedp.EmulateMobile), chromedp.Navigate(url), chromedp.WaitReady(chromedp.CSS("#f1")))
			if over := eval[int](ctx, t, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
				t.Errorf("%d px wide, in %s: the page is %d px too wide", width, lang, over)
			}
			name := fmt.Sprintf("phone-%d-%s", width, lang)
			picture(ctx, t, name)
			if eval[int](ctx, t, shown) != 0 {
				t.Error("the list covers the text before it is asked for")
			}
			run(ctx, t, do(`document.querySelector('#t-f4').click()`))
			if eval[int](ctx, t, shown) == 0 || !eval[bool](ctx, t, `document.getElementById('f4').open`) {
				t.Error("a tap on a figure opens no card")
			}
			if !eval[bool](ctx, t, `document.getElementById('t-f4').getBoundingClientRect().bottom < document.querySelector('.side').getBoundingClientRect().top`) {
				t.Error("the card covers the figure it is about")
			}
			picture(ctx, t, name+"-card")
			run(ctx, t, do(`document.querySelector('.close').click()`), do(`document.querySelector('.tolist').click()`))
			picture(ctx, t, name+"-list")
		}
	}
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}

// TestBrowserFinding demands that choosing a finding lights all its figures and
// shows them, and that the filter for findings leaves no other entry.
func TestBrowserFinding(t *testing.T) {
	p := New(audited("", strings.Repeat("城乡面貌不断改善。\n\n", 60)+"全年社会消费品零售总额达到1864.2亿元。零售总额比上年增加171.5亿元，增长9.2%。\n"), locale.ZhCN)
	ctx, complaints := browser(t)
	url := servePage(t, p).URL + "/reports/x"
	for _, width := range []int64{1440, 390} {
		run(ctx, t, chromedp.EmulateViewport(width, 900), chromedp.Navigate("about:blank"), chromedp.Navigate(url+"#c1"), chromedp.WaitReady(chromedp.CSS("#c1[open]")))
		if n := eval[int](ctx, t, `document.querySelectorAll('.text .bad.on[data-c]').length`); n != 3 {
			t.Errorf("%d px: the finding lights %d figures, want 3", width, n)
		}
		if y := eval[float64](ctx, t, `document.querySelector('.text .bad').getBoundingClientRect().top`); y < 0 || y > 900 {
			t.Errorf("%d px: the figures are at %v, outside the window", width, y)
		}
		picture(ctx, t, fmt.Sprintf("finding-%d", width))
	}
	run(ctx, t, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(url), chromedp.WaitVisible(chromedp.CSS("#f1")), chromedp.Click(chromedp.CSS(`.kind input[value=finding]`)))
	if n := eval[int](ctx, t, shown); n != 1 {
		t.Errorf("filtered to findings, the list shows %d entries, want 1", n)
	}
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}

// TestBrowserWidths demands that the page fits windows between phone and desk.
func TestBrowserWidths(t *testing.T) {
	ctx, complaints := browser(t)
	url := servePage(t, New(alone(longNames()), locale.En)).URL + "/reports/x"
	for _, width := range []int64{320, 600, 799, 800, 1024, 1240, 1920} {
		run(ctx, t, chromedp.EmulateViewport(width, 800), chromedp.Navigate(url), chromedp.WaitReady(chromedp.CSS("#f1")))
		if over := eval[int](ctx, t, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
			t.Errorf("%d px wide: the page is %d px too wide", width, over)
		}
		picture(ctx, t, fmt.Sprint("width-", width))
	}
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}

// TestBrowserStandalone opens the self-contained page from a disk: its own
// policy must let its script run, and print must leave the side bar's controls out.
func TestBrowserStandalone(t *testing.T) {
	ctx, complaints := browser(t)
	var b bytes.Buffer
	p := New(alone(fixture(t)), locale.ZhCN)
	if err := p.WriteStandalone(&b); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "报告 1.html")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	run(ctx, t, chromedp.EmulateViewport(1440, 900), chromedp.Navigate("file://"+file), chromedp.WaitVisible(chromedp.CSS("#f1")))
	run(ctx, t, chromedp.Click(chromedp.CSS(`.kind input[value=pledge]`)))
	if n, want := eval[int](ctx, t, shown), countKind(p, PledgeEntry); n != want {
		t.Errorf("filtered to pledges, the list shows %d entries of %d", n, want)
	}
	run(ctx, t, chromedp.Click(chromedp.CSS(`.kind input[value=""]`)))
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(pdf, []byte("%PDF")) {
		t.Error("printing gave no PDF")
	}
	if dir := os.Getenv(screenshots); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "print.pdf"), pdf, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}

// TestBrowserWithoutScript demands that the page is whole where no script runs:
// the server answers the filter, and a card opens by itself.
func TestBrowserWithoutScript(t *testing.T) {
	ctx, complaints := browser(t)
	p := New(alone(fixture(t)), locale.ZhCN)
	p.Scripts = nil
	target := firstOf(p, TargetEntry)
	url := servePage(t, p).URL + "/reports/x"
	run(ctx, t, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(url), chromedp.WaitVisible(chromedp.CSS("#f1")))
	run(ctx, t, chromedp.Click(chromedp.CSS(`.kind input[value=target]`)), chromedp.Click(chromedp.CSS(`#filter button`)), chromedp.WaitNotVisible(chromedp.CSS("#f1")))
	if n, want := eval[int](ctx, t, shown), countKind(p, TargetEntry); n != want {
		t.Errorf("filtered to targets, the list shows %d entries of %d", n, want)
	}
	run(ctx, t, chromedp.Click(chromedp.CSS("#"+target+" summary")), chromedp.WaitVisible(chromedp.CSS("#"+target+" .card")))
	picture(ctx, t, "no-script")
	run(ctx, t, chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile), chromedp.Navigate(url+"#"+target), chromedp.WaitVisible(chromedp.CSS("#"+target)))
	picture(ctx, t, "no-script-phone")
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}

// firstOf is the id of the first entry of a kind.
func firstOf(p *Page, k EntryKind) string {
	for _, g := range p.Groups {
		for _, e := range g.Entries {
			if e.Kind == k {
				return e.ID
			}
		}
	}
	return ""
}

// countKind is how many entries of a kind the page has.
func countKind(p *Page, k EntryKind) int {
	for _, c := range p.Kinds {
		if c.Kind == k {
			return c.Count
		}
	}
	return 0
}

// do runs an expression in the page for what it does.
func do(expression string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := chromedp.Evaluate[any](expression)(ctx, t)
		return err
	})
}
