package ledger

import (
	"fmt"
	"io"
	"testing"

	"github.com/chromedp/chromedp"

	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/browsertest"
)

// serve serves the page in every state, by name.
func serve(t *testing.T, lang locale.Lang) string {
	pages := map[string]func(io.Writer) error{}
	frame := page.Frame{Lang: lang, Home: "/", Account: true, User: "其其格", Switch: page.SwitchLanguage(lang, "/", nil),
		Places: []page.Choice{page.NewChoice(lang.Text("page.nav.ledgers"), "/", "/")}}
	for name, in := range pageStates(t, lang) {
		pages["/"+name] = New(frame, in).Render
	}
	return browsertest.Serve(t, Assets(), pages)
}

func TestBrowser(t *testing.T) {
	ctx, complaints := browsertest.Start(t)
	url := serve(t, locale.ZhCN)
	for _, width := range []int64{1440, 390} {
		for _, name := range []string{"many", "conflict", "refused", "hostile", "lit"} {
			browsertest.Run(ctx, t, chromedp.EmulateViewport(width, 900), chromedp.Navigate(url+"/"+name), chromedp.WaitReady(chromedp.CSS("#table")))
			browsertest.Fits(ctx, t, fmt.Sprint(name, " ", width))
			browsertest.Legible(ctx, t, fmt.Sprint(name, " ", width))
			browsertest.Picture(ctx, t, fmt.Sprintf("ledger-%s-%d", name, width))
		}
	}
	browsertest.Run(ctx, t, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(url+"/many"), chromedp.WaitReady(chromedp.CSS("#table")))
	browsertest.Do(ctx, t, `document.querySelector('thead input').click()`)
	if !browsertest.Eval[bool](ctx, t, `document.querySelectorAll('input[name=pick]:checked').length === document.querySelectorAll('.row').length`) {
		t.Error("the box in the head does not tick all rows")
	}
	browsertest.Do(ctx, t, `document.querySelector('thead input').click()`)
	browsertest.Run(ctx, t, chromedp.KeyEvent("j"), chromedp.KeyEvent("j"), chromedp.KeyEvent("x"))
	if !browsertest.Eval[bool](ctx, t, `document.querySelectorAll('.row')[1].querySelector('input').checked && document.activeElement.closest('.row') === document.querySelectorAll('.row')[1]`) {
		t.Error("j j x does not tick the second row")
	}
	browsertest.Do(ctx, t, `document.querySelectorAll('input[name=pick]')[4].dispatchEvent(new MouseEvent('click', {shiftKey: true, bubbles: true, cancelable: true}))`)
	browsertest.Picture(ctx, t, "ledger-picked-1440")
	browsertest.Do(ctx, t, `window.scrollTo(0, 1e6)`)
	browsertest.Picture(ctx, t, "ledger-foot-1440")
	browsertest.Print(ctx, t, "ledger-print")
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}
