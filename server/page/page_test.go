package page

import (
	"net/url"
	"strings"
	"testing"

	"pledger/locale"
)

// TestAddressFollowsBody demands that an asset's address changes with its body
// and with nothing else.
func TestAddressFollowsBody(t *testing.T) {
	a, b, c := NewStyle("a.css", "x"), NewStyle("a.css", "x"), NewStyle("a.css", "y")
	if a.Path() != b.Path() || a.Path() == c.Path() {
		t.Errorf("addresses %s, %s, %s", a.Path(), b.Path(), c.Path())
	}
}

func TestSwitchLanguage(t *testing.T) {
	got := SwitchLanguage(locale.En, "/reports/x", url.Values{"q": {"a b"}, "lang": {"fr"}})
	if len(got) != 2 || got[0].Href != "/reports/x?lang=zh-CN&q=a+b" || got[0].Chosen || !got[1].Chosen {
		t.Errorf("got %+v", got)
	}
}

// TestPolicyNamesItsOwn demands that a self-contained page allows its own
// scripts by hash, and nothing where it has none.
func TestPolicyNamesItsOwn(t *testing.T) {
	script := NewScript("a.js", "1")
	f := Frame{Scripts: []Asset{script}}
	if p := f.Policy(); !strings.Contains(p, "script-src "+script.Source()) || !strings.Contains(p, "style-src 'none'") {
		t.Error(p)
	}
}
