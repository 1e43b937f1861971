package reporting

import (
	"io"
	"testing"

	"github.com/chromedp/chromedp"

	"pledger/ledger"
	"pledger/server/page/browsertest"
	"pledger/server/page/ledgertest"
	"pledger/server/page/pagetest"
)

// TestPaste pastes a column of a sheet into the first field: it fills those below
// it, a second column the sentences; one cell is left to the browser; Enter goes
// on to the next field and sends nothing.
func TestPaste(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser is not for short tests")
	}
	l, all := asks(t, 6, func(*ledger.Account) {})
	frame := pagetest.Frames()[1]
	p := New(frame, Input{Ledger: l, Words: ledgertest.Words(frame.Lang, l), Body: ledgertest.Bodies()[0], Day: "2021-10-12", Asks: all}, ledger.Operator())
	ctx, complaints := browsertest.Start(t)
	url := browsertest.Serve(t, Assets(), map[string]func(io.Writer) error{"/page": p.Render})
	browsertest.Run(ctx, t, chromedp.Navigate(url+"/page"), chromedp.WaitReady(chromedp.CSS("main")))
	browsertest.Do(ctx, t, `window.fields = document.querySelectorAll('.value'); window.paste = function (i, text) {
		var data = new DataTransfer();
		data.setData('text', text);
		return fields[i].dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, cancelable: true, bubbles: true}));
	}; null`)
	browsertest.Do(ctx, t, `paste(0, '6.5\t开局良好\r\n\t只有话\r\n7.25\r\n')`)
	for expression, want := range map[string]string{
		`fields[0].value`: "6.5", `fields[1].value`: "", `fields[2].value`: "7.25",
		`fields[0].closest('.ask').querySelector('textarea').value`: "开局良好",
	} {
		if got := browsertest.Eval[string](ctx, t, expression); got != want {
			t.Errorf("%s is %q, want %q", expression, got, want)
		}
	}
	if !browsertest.Eval[bool](ctx, t, `paste(3, '8')`) {
		t.Error("one cell is not left to the browser")
	}
	browsertest.Do(ctx, t, `fields[0].focus(); fields[0].dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', cancelable: true, bubbles: true}))`)
	if !browsertest.Eval[bool](ctx, t, `document.activeElement === fields[1]`) {
		t.Error("Enter does not go on to the next field")
	}
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}
