package chart

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/browsertest"
)

// TestBrowser shows every chart in a browser at the widths of a desk and of a
// telephone, and printed: they fit, and nothing is refused by the policy.
func TestBrowser(t *testing.T) {
	ctx, complaints := browsertest.Start(t)
	pages := map[string]func(io.Writer) error{}
	for _, lang := range locale.All() {
		pages["/"+lang.String()] = func(w io.Writer) error {
			var b strings.Builder
			fmt.Fprintf(&b, `<!doctype html><html lang="%s"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>x</title><link rel="icon" href="%s">`, lang, page.Icon.Path())
			for _, s := range []page.Asset{page.Base, page.Sheet, Style} {
				fmt.Fprintf(&b, `<link rel="stylesheet" href="%s">`, s.Path())
			}
			b.WriteString(`<main class="sheet">`)
			for _, c := range gallery(words()) {
				fmt.Fprintf(&b, `<h2>%s</h2>%s`, c.name, c.html(lang))
			}
			_, err := io.WriteString(w, b.String()+`</main>`)
			return err
		}
	}
	url := browsertest.Serve(t, []page.Asset{Style}, pages)
	for _, lang := range locale.All() {
		for _, width := range []int64{1440, 390} {
			browsertest.Run(ctx, t, chromedp.EmulateViewport(width, 900), chromedp.Navigate(url+"/"+lang.String()), chromedp.WaitReady(chromedp.CSS("main")))
			browsertest.Fits(ctx, t, fmt.Sprint(lang, " ", width))
			browsertest.Legible(ctx, t, fmt.Sprint(lang, " ", width))
			dir := os.Getenv(browsertest.Screenshots)
			if dir == "" {
				continue
			}
			png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
			if err == nil {
				err = os.WriteFile(filepath.Join(dir, fmt.Sprintf("chart-%s-%d.png", lang, width)), png, 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	browsertest.Print(ctx, t, "chart-print")
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}
