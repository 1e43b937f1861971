package browsertest

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/pagetest"
)

// widths are those at which pages are looked at: a desk's screen and a
// telephone.
var widths = []int64{1440, 390}

// lossless is the quality of pictures that lose nothing.
const lossless = 100

// A Gallery is a page in its states, by name, to be looked at in a browser.
type Gallery map[string]func(io.Writer) error

// Add puts in a state of the page in the frame that most users see, once in each
// language.
func (g Gallery) Add(name string, f page.Frame, render func(io.Writer) error) {
	switch {
	case f.User == "" || f.User == pagetest.Attack:
	case f.Lang == locale.ZhCN:
		g[name] = render
	default:
		g[name+" "+f.Lang.String()] = render
	}
}

// Look opens every state of the page at every width: it must fit, and the
// console must not complain. Short tests do without. assets are the files of the page, the shared ones
// left out. Where screenshots are wanted, each is kept as high as the page.
func (g Gallery) Look(t *testing.T, prefix string, assets []page.Asset) {
	t.Helper()
	if testing.Short() {
		return
	}
	ctx, complaints := Start(t)
	pages := map[string]func(io.Writer) error{}
	for name, render := range g {
		pages["/"+path(name)] = render
	}
	url := Serve(t, assets, pages)
	for _, name := range slices.Sorted(maps.Keys(g)) {
		for _, width := range widths {
			if strings.HasSuffix(name, " "+locale.En.String()) && width > widths[1] && os.Getenv(Screenshots) == "" {
				continue // long words break narrow pages first
			}
			Run(ctx, t, chromedp.EmulateViewport(width, 900), chromedp.Navigate(url+"/"+path(name)), chromedp.WaitReady(chromedp.CSS("main")))
			what := fmt.Sprintf("%s-%s-%d", prefix, path(name), width)
			Fits(ctx, t, what)
			Legible(ctx, t, what)
			dir := os.Getenv(Screenshots)
			if dir == "" {
				continue
			}
			png, err := chromedp.Run(ctx, chromedp.FullScreenshot(lossless))
			if err == nil {
				err = os.WriteFile(filepath.Join(dir, what+".png"), png, 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}

// path is a state's name as a step of an address and as the name of a file.
func path(name string) string { return strings.ReplaceAll(name, " ", "-") }
