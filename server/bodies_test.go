package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"pledger/ledger"
)

func TestBodiesPage(t *testing.T) {
	b := newReal(t)
	b.edit(t, "0001", func(a *ledger.Account) { a.Lead, a.Supporting = []string{"finance"}, []string{"energy"} })
	at := "/ledgers/" + string(b.id) + "/bodies"
	for query, want := range map[string]string{"": "自治区农牧厅", "?show=owing": "自治区能源局", "?show=retired": "自治区扶贫办", "?show=idle": "自治区教育厅"} {
		if page := body(t, b.as(t, "viewer", "GET", at+query, "")); !strings.Contains(page, want) {
			t.Errorf("%s lacks %s", query, want)
		}
	}
	if page := body(t, b.as(t, "viewer", "GET", at+"?show=owing", "")); strings.Contains(page, "自治区教育厅") || strings.Contains(page, at+"/new") {
		t.Error("a body without accounts is listed, or a viewer may add one")
	}
}

// TestBodySheet demands that the sheet lists what the body owes, and that a
// liaison is shown no account that its own body does not owe.
func TestBodySheet(t *testing.T) {
	b := newReal(t)
	b.edit(t, "0001", func(a *ledger.Account) { a.Lead, a.Supporting = []string{"finance"}, []string{"energy"} })
	b.edit(t, "0002", func(a *ledger.Account) { a.Lead = []string{"energy"} })
	at := "/ledgers/" + string(b.id) + "/bodies/"
	page := body(t, b.as(t, "supervisor", "GET", at+"energy?lang=zh", ""))
	if !strings.Contains(page, "牵头 1 条，配合 1 条") || !strings.Contains(page, "/accounts/0001") || !strings.Contains(page, "/accounts/0002") {
		t.Error("the sheet lacks an account")
	}
	page = body(t, b.as(t, "liaison", "GET", at+"energy?lang=zh", ""))
	if !strings.Contains(page, "/accounts/0001") || strings.Contains(page, "/accounts/0002") || strings.Contains(page, `name="duties"`) {
		t.Error("a liaison is shown what another body owes alone, or may change it")
	}
	if res := b.as(t, "supervisor", "GET", at+"none", ""); res.StatusCode != http.StatusNotFound {
		t.Errorf("a body that does not exist: %d", res.StatusCode)
	}
}

func TestKeepBody(t *testing.T) {
	b := newReal(t)
	at := "/ledgers/" + string(b.id) + "/bodies/"
	status, _, page := b.post(t, at+"finance?lang=zh", url.Values{"name": {"自治区农牧厅"}, "duties": {"预算、国库"}, "order": {"2"}})
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, "名单上已有“自治区农牧厅”") || !strings.Contains(page, "预算、国库") {
		t.Errorf("a name that another has gives %d, or loses what was typed", status)
	}
	status, to, _ := b.post(t, at+"finance", url.Values{"name": {"自治区财政厅（国资委）"}, "aliases": {"财政局，财政部门"}, "order": {"7"}})
	if status != http.StatusSeeOther || to != at+"finance?done=finance" {
		t.Fatalf("editing gives %d to %s", status, to)
	}
	if page := body(t, b.as(t, "supervisor", "GET", to+"&lang=zh", "")); !strings.Contains(page, "已保存：自治区财政厅（国资委）") || !strings.Contains(page, "财政局、财政部门") {
		t.Error("the page does not show what was saved")
	}
	if status, _, _ = b.post(t, at+"finance/retire", url.Values{"retired": {"yes"}}); status != http.StatusSeeOther {
		t.Errorf("retiring gives %d", status)
	}
	if page := body(t, b.as(t, "supervisor", "GET", "/ledgers/"+string(b.id)+"/bodies", "")); strings.Contains(page, "国资委") {
		t.Error("a retired body is listed among the current ones")
	}
	if status, _, _ = b.post(t, at+"finance/retire", url.Values{"retired": {"perhaps"}}); status != http.StatusBadRequest {
		t.Errorf("a malformed form gives %d", status)
	}
	status, to, _ = b.post(t, at+"new", url.Values{"name": {"自治区能源集团"}, "order": {"50"}})
	if status != http.StatusSeeOther || !strings.HasPrefix(to, at+"own-1?") {
		t.Errorf("adding gives %d to %s", status, to)
	}
	if status, _, page = b.post(t, at+"new?lang=zh", url.Values{"name": {""}, "order": {""}}); status != http.StatusUnprocessableEntity || !strings.Contains(page, `href="#name"`) {
		t.Errorf("adding nothing gives %d", status)
	}
}
