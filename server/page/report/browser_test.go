package report

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/browsertest"
)

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

// shown counts the entries that the list shows.
const shown = `Array.from(document.querySelectorAll('.e')).filter(e => e.getClientRects().length > 0).length`

func TestBrowserDesktop(t *testing.T) {
	p := New(alone(fixture(t)), locale.ZhCN)
	ctx, complaints := browsertest.Start(t)
	url := servePage(t, p).URL + "/reports/x?lang=zh"
	browsertest.Run(ctx, t, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(url), chromedp.WaitVisible(chromedp.CSS("#f1")))
	browsertest.Picture(ctx, t, "desktop")
	if n := browsertest.Eval[int](ctx, t, shown); n != p.Total {
		t.Errorf("the list shows %d entries of %d", n, p.Total)
	}

	browsertest.Run(ctx, t, chromedp.Click(chromedp.CSS(`.kind input[value=target]`)))
	if n, want := browsertest.Eval[int](ctx, t, shown), countKind(p, TargetEntry); n != want {
		t.Errorf("filtered to targets, the list shows %d entries of %d", n, want)
	}
	if got := browsertest.Eval[string](ctx, t, `location.search`); !strings.Contains(got, "kind=target") {
		t.Errorf("the address %q does not keep the filter", got)
	}
	browsertest.Picture(ctx, t, "desktop-targets")
	browsertest.Run(ctx, t, chromedp.Click(chromedp.CSS(`.kind input[value=""]`)), chromedp.SendKeys(chromedp.CSS("#q"), "失业率 5.1"))
	if n := browsertest.Eval[int](ctx, t, shown); n != 1 {
		t.Errorf("searching 失业率 5.1 shows %d entries, want 1", n)
	}
	browsertest.Run(ctx, t, do(`document.getElementById('q').value = ''; document.getElementById('filter').dispatchEvent(new Event('change'))`))

	last := "f" + fmt.Sprint(len(fixture(t).Figures))
	browsertest.Run(ctx, t, do(`document.querySelector('#`+last+` summary').click()`))
	if y := browsertest.Eval[float64](ctx, t, `document.getElementById('t-`+last+`').getBoundingClientRect().top`); y < 0 || y > 900 {
		t.Errorf("choosing %s leaves its mark at %v, outside the window", last, y)
	}
	if !browsertest.Eval[bool](ctx, t, `document.getElementById('`+last+`').open && document.getElementById('t-`+last+`').classList.contains('on')`) {
		t.Errorf("choosing %s opened no card or lit no mark", last)
	}
	browsertest.Picture(ctx, t, "desktop-card")

	checkKeys(ctx, t)
	browsertest.Run(ctx, t, do(`document.activeElement.blur()`), do(`document.querySelector('#t-p5').click()`))
	if !browsertest.Eval[bool](ctx, t, `document.getElementById('p5').open`) {
		t.Error("a click on a pledge's text does not open its card")
	}
	browsertest.Picture(ctx, t, "desktop-pledge")
	browsertest.Run(ctx, t, chromedp.Navigate("about:blank"), chromedp.Navigate(url+"#p5"), chromedp.WaitVisible(chromedp.CSS("#p5 .card")))
	if !browsertest.Eval[bool](ctx, t, `document.getElementById('t-p5').getBoundingClientRect().top > 0`) {
		t.Error("an address that names an entry does not show it")
	}
	browsertest.Picture(ctx, t, "desktop-address")
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}

// checkKeys moves through the list by keys.
func checkKeys(ctx context.Context, t *testing.T) {
	t.Helper()
	browsertest.Run(ctx, t, do(`document.activeElement.blur()`), chromedp.KeyEvent("k"))
	if !browsertest.Eval[bool](ctx, t, `document.querySelectorAll('.e[open]').length === 1 && document.activeElement.matches('.e[open] summary')`) {
		t.Error("k did not move to one other entry and focus it")
	}
	browsertest.Run(ctx, t, chromedp.KeyEvent("/"))
	if !browsertest.Eval[bool](ctx, t, `document.activeElement.id === 'q'`) {
		t.Error("/ does not focus the search")
	}
}

func TestBrowserPhone(t *testing.T) {
	ctx, complaints := browsertest.Start(t)
	for _, width := range []int64{360, 390} {
		for _, lang := range locale.All() {
			url := servePage(t, New(alone(fixture(t)), lang)).URL + "/reports/x"
			browsertest.Run(ctx, t, chromedp.EmulateViewport(width, 844, chromedp.EmulateMobile), chromedp.Navigate(url), chromedp.WaitReady(chromedp.CSS("#f1")))
			if over := browsertest.Eval[int](ctx, t, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
				t.Errorf("%d px wide, in %s: the page is %d px too wide", width, lang, over)
			}
			name := fmt.Sprintf("phone-%d-%s", width, lang)
			browsertest.Picture(ctx, t, name)
			if browsertest.Eval[int](ctx, t, shown) != 0 {
				t.Error("the list covers the text before it is asked for")
			}
			browsertest.Run(ctx, t, do(`document.querySelector('#t-f4').click()`))
			if browsertest.Eval[int](ctx, t, shown) == 0 || !browsertest.Eval[bool](ctx, t, `document.getElementById('f4').open`) {
				t.Error("a tap on a figure opens no card")
			}
			if !browsertest.Eval[bool](ctx, t, `document.getElementById('t-f4').getBoundingClientRect().bottom < document.querySelector('.side').getBoundingClientRect().top`) {
				t.Error("the card covers the figure it is about")
			}
			browsertest.Picture(ctx, t, name+"-card")
			browsertest.Run(ctx, t, do(`document.querySelector('.close').click()`), do(`document.querySelector('.tolist').click()`))
			browsertest.Picture(ctx, t, name+"-list")
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
	ctx, complaints := browsertest.Start(t)
	url := servePage(t, p).URL + "/reports/x"
	for _, width := range []int64{1440, 390} {
		browsertest.Run(ctx, t, chromedp.EmulateViewport(width, 900), chromedp.Navigate("about:blank"), chromedp.Navigate(url+"#c1"), chromedp.WaitReady(chromedp.CSS("#c1[open]")))
		if n := browsertest.Eval[int](ctx, t, `document.querySelectorAll('.text .bad.on[data-c]').length`); n != 3 {
			t.Errorf("%d px: the finding lights %d figures, want 3", width, n)
		}
		if y := browsertest.Eval[float64](ctx, t, `document.querySelector('.text .bad').getBoundingClientRect().top`); y < 0 || y > 900 {
			t.Errorf("%d px: the figures are at %v, outside the window", width, y)
		}
		browsertest.Picture(ctx, t, fmt.Sprintf("finding-%d", width))
	}
	browsertest.Run(ctx, t, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(url), chromedp.WaitVisible(chromedp.CSS("#f1")), chromedp.Click(chromedp.CSS(`.kind input[value=finding]`)))
	if n := browsertest.Eval[int](ctx, t, shown); n != 1 {
		t.Errorf("filtered to findings, the list shows %d entries, want 1", n)
	}
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}

// TestBrowserWidths demands that the page fits windows between phone and desk.
func TestBrowserWidths(t *testing.T) {
	ctx, complaints := browsertest.Start(t)
	url := servePage(t, New(alone(longNames()), locale.En)).URL + "/reports/x"
	for _, width := range []int64{320, 600, 799, 800, 1024, 1240, 1920} {
		browsertest.Run(ctx, t, chromedp.EmulateViewport(width, 800), chromedp.Navigate(url), chromedp.WaitReady(chromedp.CSS("#f1")))
		if over := browsertest.Eval[int](ctx, t, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
			t.Errorf("%d px wide: the page is %d px too wide", width, over)
		}
		browsertest.Picture(ctx, t, fmt.Sprint("width-", width))
	}
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}

// TestBrowserStandalone opens the self-contained page from a disk: its own
// policy must let its script run, and print must leave the side bar's controls out.
func TestBrowserStandalone(t *testing.T) {
	ctx, complaints := browsertest.Start(t)
	var b bytes.Buffer
	p := New(alone(fixture(t)), locale.ZhCN)
	if err := p.WriteStandalone(&b); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "报告 1.html")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	browsertest.Run(ctx, t, chromedp.EmulateViewport(1440, 900), chromedp.Navigate("file://"+file), chromedp.WaitVisible(chromedp.CSS("#f1")))
	browsertest.Run(ctx, t, chromedp.Click(chromedp.CSS(`.kind input[value=pledge]`)))
	if n, want := browsertest.Eval[int](ctx, t, shown), countKind(p, PledgeEntry); n != want {
		t.Errorf("filtered to pledges, the list shows %d entries of %d", n, want)
	}
	browsertest.Run(ctx, t, chromedp.Click(chromedp.CSS(`.kind input[value=""]`)))
	browsertest.Print(ctx, t, "print")
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}

// TestBrowserWithoutScript demands that the page is whole where no script runs:
// the server answers the filter, and a card opens by itself.
func TestBrowserWithoutScript(t *testing.T) {
	ctx, complaints := browsertest.Start(t)
	p := New(alone(fixture(t)), locale.ZhCN)
	p.Scripts = nil
	target := firstOf(p, TargetEntry)
	url := servePage(t, p).URL + "/reports/x"
	browsertest.Run(ctx, t, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(url), chromedp.WaitVisible(chromedp.CSS("#f1")))
	browsertest.Run(ctx, t, chromedp.Click(chromedp.CSS(`.kind input[value=target]`)), chromedp.Click(chromedp.CSS(`#filter button`)))
	browsertest.Until(ctx, t, `location.search.includes('kind=target') && document.readyState === 'complete'`)
	if n, want := browsertest.Eval[int](ctx, t, shown), countKind(p, TargetEntry); n != want {
		t.Errorf("filtered to targets, the list shows %d entries of %d", n, want)
	}
	browsertest.Run(ctx, t, chromedp.Click(chromedp.CSS("#"+target+" summary")), chromedp.WaitVisible(chromedp.CSS("#"+target+" .card")))
	browsertest.Picture(ctx, t, "no-script")
	browsertest.Run(ctx, t, chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile), chromedp.Navigate(url+"#"+target), chromedp.WaitVisible(chromedp.CSS("#"+target)))
	browsertest.Picture(ctx, t, "no-script-phone")
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
