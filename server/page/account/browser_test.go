package account

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/browsertest"
)

func TestBrowser(t *testing.T) {
	ctx, complaints := browsertest.Start(t)
	frame := page.Frame{Home: "/", Account: true, User: "其其格", Switch: page.SwitchLanguage(locale.ZhCN, "/", nil)}
	pages := map[string]func(io.Writer) error{}
	for name, in := range states(t, locale.ZhCN) {
		pages["/"+strings.ReplaceAll(name, " ", "-")] = New(frame, in).Render
	}
	url := browsertest.Serve(t, Assets(), pages)
	for _, width := range []int64{1440, 390} {
		for _, name := range []string{"one", "unassigned", "conflict", "parts", "hostile", "long", "refused-assign", "standing", "standing-rate", "standing-many", "nodes", "planner"} {
			browsertest.Run(ctx, t, chromedp.EmulateViewport(width, 1400), chromedp.Navigate(url+"/"+name), chromedp.WaitReady(chromedp.CSS("main")))
			browsertest.Fits(ctx, t, fmt.Sprint(name, " ", width))
			browsertest.Legible(ctx, t, fmt.Sprint(name, " ", width))
			browsertest.Picture(ctx, t, fmt.Sprintf("account-%s-%d", name, width))
		}
	}
	browsertest.Run(ctx, t, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(url+"/refused-split"), chromedp.WaitReady(chromedp.CSS(".cuts")))
	browsertest.Do(ctx, t, `document.querySelectorAll('.cuts button').forEach(function (b) { b.click(); })`)
	browsertest.Do(ctx, t, `document.getElementById('form-split').scrollIntoView()`)
	browsertest.Picture(ctx, t, "account-split-1440")
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}
