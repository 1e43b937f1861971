package failure

import (
	"net/http"
	"testing"

	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/pagetest"
)

func TestEveryState(t *testing.T) {
	for status, key := range map[int]string{
		http.StatusNotFound:            "page.error.notfound",
		http.StatusMethodNotAllowed:    "page.error.method",
		http.StatusMisdirectedRequest:  "page.error.host",
		http.StatusInternalServerError: "page.error.internal",
	} {
		for _, lang := range locale.All() {
			root, _ := pagetest.Parse(t, New(page.Frame{Lang: lang, Home: "/"}, status, key).Render)
			pagetest.Check(t, root, false)
		}
	}
}
