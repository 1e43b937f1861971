package review

import (
	"io"
	"testing"

	"github.com/chromedp/chromedp"

	"pledger/locale"
	"pledger/server/page/browsertest"
	"pledger/server/page/pagetest"
)

// TestBrowser goes through the page by mouse and keys without a server: the
// short form must follow what is chosen.
func TestBrowser(t *testing.T) {
	ctx, complaints := browsertest.Start(t)
	frame := pagetest.Frames()[1]
	pages := map[string]func(io.Writer) error{"/review": New(frame, states(t, locale.ZhCN)["chosen"]).Render}
	url := browsertest.Serve(t, Assets(), pages)
	browsertest.Run(ctx, t, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(url+"/review"), chromedp.WaitReady(chromedp.CSS("#panel")))
	browsertest.Picture(ctx, t, "review-desk-1440")
	is := func(what, expression string) {
		t.Helper()
		if !browsertest.Eval[bool](ctx, t, expression) {
			t.Error(what)
		}
	}
	is("the chosen account's words are not in sight", `(function (y) { return y > 0 && y < 900; })(document.querySelector('.text .at').getBoundingClientRect().top)`)
	browsertest.Run(ctx, t, chromedp.KeyEvent("n"))
	is("n does not choose the next that waits", `document.querySelector('.item.at').getAttribute('data-class') === 'proposed' && document.querySelectorAll('.item.at').length === 1`)
	is("the form is not about what is chosen", `(function (i) {
		var id = i.getAttribute('data-id');
		return document.querySelector('.do-accept').action.slice(-12) === '/' + id + '/accept' && document.querySelector('.panel .task').textContent === i.querySelector('.what').textContent &&
			document.querySelector('.do-edit form').elements.version.value === i.getAttribute('data-version') && document.querySelector('.text .at').getAttribute('data-e') === 'a-' + id;
	})(document.querySelector('.item.at'))`)
	browsertest.Run(ctx, t, chromedp.KeyEvent("j"), chromedp.KeyEvent("k"), chromedp.KeyEvent("e"))
	is("e does not lead to the task", `document.activeElement.id === 'task'`)
	browsertest.Run(ctx, t, chromedp.KeyEvent("\u001b"), chromedp.KeyEvent("d"))
	is("d does not lead to the reason", `document.activeElement.id === 'why-drop'`)
	browsertest.Picture(ctx, t, "review-keys-1440")
	browsertest.Do(ctx, t, `document.activeElement.blur(); (function () {
		var p = document.querySelectorAll('.text p')[4], r = document.createRange();
		r.selectNodeContents(p); getSelection().removeAllRanges(); getSelection().addRange(r);
	})()`)
	browsertest.Run(ctx, t, chromedp.WaitVisible(chromedp.CSS(".pickup")))
	browsertest.Do(ctx, t, `document.querySelector('.pickup').click()`)
	is("words selected do not reach the form", `document.getElementById('words').value.length > 10 && document.getElementById('add').open`)
	browsertest.Run(ctx, t, chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile), chromedp.Navigate(url+"/review"), chromedp.WaitReady(chromedp.CSS("#panel")))
	browsertest.Picture(ctx, t, "review-phone-390")
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}
