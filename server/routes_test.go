package server

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// rights are the statuses of every route of the office, for each of asked. A
// pattern without a row fails the test; several rows of one pattern are about
// different things.
var rights = []struct{ pattern, target, status string }{
	//                                                            nobody admin local superv strang liais bystan viewer
	{"GET /{$}", "/", "                                            200   200   200   200   200   200   200   200"},
	{"GET /open", "/open", "302   200   200   200   200   403   403   403"},
	{"POST /open", "/open", "403   422   422   422   422   403   403   403"},
	{"GET /open/{token}", "/open/none", "302   302   302   302   302   403   403   403"},
	{"POST /open/{token}", "/open/none", "403   303   303   303   303   403   403   403"},
	{"GET /ledgers/{ledger}", "/ledgers/150000-2026", "302   200   200   200   404   200   200   200"},
	{"GET /ledgers/{ledger}", "/ledgers/150000-2025", "200   200   200   200   200   200   200   200"},
	{"GET /ledgers/{ledger}/overview", "/ledgers/150000-2026/overview", "302   200   200   200   404   403   403   200"},
	{"GET /ledgers/{ledger}/overview", "/ledgers/150000-2025/overview?on=2025-09-30", "302   200   200   200   403   403   403   200"},
	{"GET /ledgers/{ledger}/places/{code}", "/ledgers/150000-2026/places/150100", "302   404   404   404   404   403   403   404"},
	{"GET /ledgers/{ledger}/indicators/{code}", "/ledgers/150000-2025/indicators/gdp", "302   404   404   404   403   403   403   404"},
	{"GET /ledgers/{ledger}/rules", "/ledgers/150000-2026/rules", "302   200   200   200   404   200   200   200"},
	{"GET /ledgers/{ledger}/rules", "/ledgers/150000-2025/rules", "200   200   200   200   200   200   200   200"},
	{"POST /ledgers/{ledger}/rules", "/ledgers/150000-2026/rules", "403   422   422   422   404   403   403   403"},
	{"GET /ledgers/{ledger}/rules/{token}", "/ledgers/150000-2026/rules/x", "302   302   302   302   404   403   403   403"},
	{"POST /ledgers/{ledger}/rules/{token}", "/ledgers/150000-2026/rules/x", "403   303   303   303   404   403   403   403"},
	{"GET /ledgers/{ledger}/rules/download/{format}", "/ledgers/150000-2026/rules/download/xlsx", "302   200   200   200   404   200   200   200"},
	{"GET /ledgers/{ledger}/rules/download/{format}", "/ledgers/150000-2025/rules/download/tsv", "200   200   200   200   200   200   200   200"},
	{"GET /ledgers/{ledger}/bulletin", "/ledgers/150000-2026/bulletin", "302   200   200   200   404   403   403   200"},
	{"GET /ledgers/{ledger}/bulletin", "/ledgers/150000-2025/bulletin?month=2025-09", "302   200   200   200   403   403   403   200"},
	{"GET /ledgers/{ledger}/bulletin/download", "/ledgers/150000-2026/bulletin/download", "302   200   200   200   404   403   403   200"},
	{"GET /ledgers/{ledger}/bulletin/download", "/ledgers/150000-2025/bulletin/download?month=2025-09", "302   200   200   200   403   403   403   200"},
	{"POST /ledgers/{ledger}/bulk", "/ledgers/150000-2026/bulk", "403   422   422   422   404   403   403   403"},
	{"GET /ledgers/{ledger}/review", "/ledgers/150000-2026/review", "302   200   200   200   404   403   403   403"},
	{"POST /ledgers/{ledger}/review/add", "/ledgers/150000-2026/review/add", "403   422   422   422   404   403   403   403"},
	{"GET /ledgers/{ledger}/accounts/{account}", "/ledgers/150000-2026/accounts/0001", "302   200   200   200   404   200   404   200"},
	{"GET /ledgers/{ledger}/accounts/{account}", "/ledgers/150000-2025/accounts/0001", "200   200   200   200   200   200   200   200"},
	{"GET /ledgers/{ledger}/accounts/{account}", "/ledgers/150000-2025/accounts/0002", "302   200   200   200   404   404   404   200"},
	{"POST /ledgers/{ledger}/accounts/{account}/schedule", "/ledgers/150000-2026/accounts/0001/schedule", "403   409   409   409   404   409   404   403"},
	{"POST /ledgers/{ledger}/accounts/{account}/reach", "/ledgers/150000-2026/accounts/0001/reach", "403   400   400   400   404   400   404   403"},
	{"POST /ledgers/{ledger}/accounts/{account}/{do}", "/ledgers/150000-2026/accounts/0001/accept", "403   409   409   409   404   403   404   403"},
	{"GET /ledgers/{ledger}/steps", "/ledgers/150000-2026/steps", "302   200   200   200   404   403   403   200"},
	{"GET /ledgers/{ledger}/steps", "/ledgers/150000-2025/steps", "200   200   200   200   200   200   200   200"},
	{"POST /ledgers/{ledger}/approve", "/ledgers/150000-2026/approve", "403   422   422   422   404   403   403   403"},
	{"POST /ledgers/{ledger}/publish", "/ledgers/150000-2026/publish", "403   422   422   422   404   403   403   403"},
	{"POST /ledgers/{ledger}/reopen", "/ledgers/150000-2026/reopen", "403   422   422   422   404   403   403   403"},
	{"POST /ledgers/{ledger}/renumber", "/ledgers/150000-2025/renumber", "403   422   422   422   403   403   403   403"},
	{"GET /ledgers/{ledger}/download/{format}", "/ledgers/150000-2026/download/csv", "302   200   200   200   404   403   403   200"},
	{"GET /ledgers/{ledger}/download/{format}", "/ledgers/150000-2025/download/csv", "200   200   200   200   200   200   200   200"},
	{"GET /ledgers/{ledger}/bodies", "/ledgers/150000-2026/bodies", "302   200   200   200   404   403   403   200"},
	{"GET /ledgers/{ledger}/bodies", "/ledgers/150000-2025/bodies", "200   200   200   200   200   200   200   200"},
	{"GET /ledgers/{ledger}/bodies/new", "/ledgers/150000-2026/bodies/new", "302   200   200   200   404   403   403   403"},
	{"POST /ledgers/{ledger}/bodies/new", "/ledgers/150000-2026/bodies/new", "403   422   422   422   404   403   403   403"},
	{"GET /ledgers/{ledger}/bodies/{body}", "/ledgers/150000-2026/bodies/none", "302   404   404   404   404   404   404   404"},
	{"POST /ledgers/{ledger}/bodies/{body}", "/ledgers/150000-2026/bodies/none", "403   404   404   404   404   403   403   403"},
	{"POST /ledgers/{ledger}/bodies/{body}/retire", "/ledgers/150000-2026/bodies/none/retire", "403   404   404   404   404   403   403   403"},
	{"GET /ledgers/{ledger}/import", "/ledgers/150000-2026/import", "302   200   200   200   404   403   403   403"},
	{"POST /ledgers/{ledger}/import", "/ledgers/150000-2026/import", "403   422   422   422   404   403   403   403"},
	{"GET /ledgers/{ledger}/import/{token}", "/ledgers/150000-2026/import/x", "302   302   302   302   404   403   403   403"},
	{"POST /ledgers/{ledger}/import/{token}", "/ledgers/150000-2026/import/x", "403   303   303   303   404   403   403   403"},
	{"GET /ledgers/{ledger}/bodylist", "/ledgers/150000-2026/bodylist", "302   200   200   200   404   403   403   403"},
	{"POST /ledgers/{ledger}/bodylist", "/ledgers/150000-2026/bodylist", "403   422   422   422   404   403   403   403"},
	{"GET /ledgers/{ledger}/bodylist/{token}", "/ledgers/150000-2026/bodylist/x", "302   302   302   302   404   403   403   403"},
	{"POST /ledgers/{ledger}/bodylist/{token}", "/ledgers/150000-2026/bodylist/x", "403   303   303   303   404   403   403   403"},
	{"GET /ledgers/{ledger}/reporting", "/ledgers/150000-2026/reporting", "302   200   200   200   404   200   200   403"},
	{"GET /ledgers/{ledger}/reporting", "/ledgers/150000-2025/reporting", "302   200   200   200   403   200   200   403"},
	{"POST /ledgers/{ledger}/reporting", "/ledgers/150000-2026/reporting", "403   404   404   404   404   303   303   403"},
	{"GET /ledgers/{ledger}/reporting/sheet.xlsx", "/ledgers/150000-2026/reporting/sheet.xlsx", "302   404   404   404   404   200   200   403"},
	{"GET /ledgers/{ledger}/readings", "/ledgers/150000-2026/readings", "302   200   200   200   404   200   200   403"},
	{"POST /ledgers/{ledger}/readings", "/ledgers/150000-2026/readings", "403   422   422   422   404   422   422   403"},
	{"GET /ledgers/{ledger}/readings/{token}", "/ledgers/150000-2026/readings/x", "302   302   302   302   404   302   302   403"},
	{"POST /ledgers/{ledger}/readings/{token}", "/ledgers/150000-2026/readings/x", "403   303   303   303   404   303   303   403"},
	{"GET /ledgers/{ledger}/checking", "/ledgers/150000-2026/checking", "302   200   200   200   404   403   403   403"},
	{"POST /ledgers/{ledger}/checking", "/ledgers/150000-2026/checking", "403   400   400   400   404   403   403   403"},
	{"GET /ledgers/{ledger}/evidence/{reading}/{n}", "/ledgers/150000-2026/evidence/1/0", "302   404   404   404   404   404   404   404"},
	{"GET /ledgers/{ledger}/evidence/{reading}/{n}", "/ledgers/150000-2025/evidence/1/0", "404   404   404   404   404   404   404   404"},
	{"GET /ledgers/{ledger}/history", "/ledgers/150000-2026/history", "302   200   200   200   404   403   403   200"},
	{"GET /ledgers/{ledger}/history", "/ledgers/150000-2025/history", "302   200   200   200   403   403   403   200"},
	{"GET /ledgers/{ledger}/history/entries.jsonl", "/ledgers/150000-2025/history/entries.jsonl", "302   200   200   200   403   403   403   200"},
	{"GET /ledgers/{ledger}/history/{op}", "/ledgers/150000-2026/history/1", "302   404   404   404   404   403   403   404"},
	{"POST /ledgers/{ledger}/history/{op}/undo", "/ledgers/150000-2026/history/1/undo", "403   404   404   404   404   403   403   403"},
	{"GET /signin", "/signin", "                                   200   302   302   302   302   302   302   302"},
	{"POST /signin", "/signin", "                                  422   422   422   422   422   422   422   422"},
	{"GET /signin/provider", "/signin/provider", "                 404   404   404   404   404   404   404   404"},
	{"GET /signin/callback", "/signin/callback", "                 404   404   404   404   404   404   404   404"},
	{"POST /signout", "/signout", "                                303   303   303   303   303   303   303   303"},
	{"GET /setup", "/setup?token=x", "                             422   422   422   422   422   422   422   422"},
	{"POST /setup", "/setup", "                                    422   422   422   422   422   422   422   422"},
	{"GET /password", "/password?user=viewer&token=x", "           422   422   422   422   422   422   422   422"},
	{"POST /password", "/password", "                              422   422   422   422   422   422   422   422"},
	{"GET /me", "/me", "                                           302   200   200   200   200   200   200   200"},
	{"POST /me", "/me", "                                          403   422   422   422   422   422   422   422"},
	{"GET /users", "/users", "                                     302   200   200   403   403   403   403   403"},
	{"GET /newuser", "/newuser", "                                 302   200   200   403   403   403   403   403"},
	{"POST /newuser", "/newuser", "                                403   422   422   403   403   403   403   403"},
	{"GET /users/{user}", "/users/viewer", "                       302   200   200   403   403   403   403   403"},
	{"GET /users/{user}", "/users/stranger", "                     302   200   404   403   403   403   403   403"},
	{"GET /users/{user}", "/users/admin", "                        302   200   404   403   403   403   403   403"},
	{"GET /users/{user}", "/users/none", "                         302   404   404   403   403   403   403   403"},
	{"POST /users/{user}", "/users/viewer", "                      403   422   422   403   403   403   403   403"},
	{"POST /users/{user}", "/users/admin", "                       403   422   404   403   403   403   403   403"},
	{"POST /users/{user}/link", "/users/viewer/link", "            403   200   200   403   403   403   403   403"},
	{"POST /users/{user}/link", "/users/admin/link", "             403   200   404   403   403   403   403   403"},
	{"GET /users/{user}/disable", "/users/viewer/disable", "       302   200   200   403   403   403   403   403"},
	{"POST /users/{user}/disable", "/users/viewer/disable", "      403   303   303   403   403   403   403   403"},
	{"POST /users/{user}/disable", "/users/admin/disable", "       403   422   404   403   403   403   403   403"},
	{"POST /users/{user}/enable", "/users/viewer/enable", "        403   303   303   403   403   403   403   403"},
	{"POST /users/{user}/enable", "/users/stranger/enable", "      403   303   404   403   403   403   403   403"},
	{"GET /assets/{sum}/{name}", "/assets/0/x", "                  404   404   404   404   404   404   404   404"},
	{"/", "/none", "                                               404   404   404   404   404   404   404   404"},
}

// TestRights tries every route with every role.
func TestRights(t *testing.T) {
	listed := map[string]bool{}
	for _, row := range rights {
		listed[row.pattern] = true
		method, _, ok := strings.Cut(row.pattern, " ")
		if !ok {
			method = "GET"
		}
		status := strings.Fields(row.status)
		if len(status) != len(asked) {
			t.Fatalf("%s %s: %d statuses for %d users", row.pattern, row.target, len(status), len(asked))
		}
		for i, want := range status {
			b := newBench()
			res := b.as(t, asked[i], method, row.target, "")
			if got := fmt.Sprint(res.StatusCode); got != want {
				t.Errorf("%s %s as %q: %s, want %s", row.pattern, row.target, asked[i], got, want)
			}
			checkHeaders(t, res)
			if strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
				checkAssets(t, b.assets, row.target, body(t, res))
			}
		}
	}
	var patterns []string
	for _, r := range newBench().routes() {
		if patterns = append(patterns, r.pattern); !listed[r.pattern] {
			t.Errorf("route %q has no row in the table of rights", r.pattern)
		}
	}
	for pattern := range listed {
		if !slices.Contains(patterns, pattern) {
			t.Errorf("the table of rights has a row for %q, which is no route", pattern)
		}
	}
}

// checkAssets demands that every file that a page refers to is served.
func checkAssets(t *testing.T, served map[string]asset, target, page string) {
	t.Helper()
	for _, part := range strings.Split(page, `"/assets/`)[1:] {
		path, _, _ := strings.Cut("/assets/"+part, `"`)
		if _, ok := served[path]; !ok && !strings.Contains(path, "?") { // links of the language switch lead anywhere
			t.Errorf("%s refers to %s, which is not served", target, path)
		}
	}
}

// TestHomeListsWhatIsSeen demands that the first page names the ledgers that
// the reader may see, and no others.
func TestHomeListsWhatIsSeen(t *testing.T) {
	b := newBench()
	for user, seesDraft := range map[string]bool{"": false, "admin": true, "stranger": false, "liaison": true, "viewer": true} {
		page := body(t, b.as(t, user, "GET", "/?lang=zh", ""))
		if !strings.Contains(page, string(published)) || strings.Contains(page, string(draft)) != seesDraft {
			t.Errorf("%q sees\n%s", user, page)
		}
	}
}

// TestLanguageIsKept demands that a chosen language stays chosen.
func TestLanguageIsKept(t *testing.T) {
	b := newBench()
	res := b.as(t, "", "GET", "/?lang=en", "")
	cookie := res.Header.Get("Set-Cookie")
	if !strings.HasPrefix(cookie, "lang=en; Path=/; Max-Age=") || !strings.Contains(cookie, "HttpOnly; SameSite=Lax") {
		t.Errorf("the cookie is %q", cookie)
	}
	for cookie, want := range map[string]string{"lang=en": `<html lang="en">`, "lang=xx": `<html lang="zh-CN">`} {
		if page := body(t, b.as(t, "", "GET", "/", "", "Cookie", cookie)); !strings.Contains(page, want) {
			t.Errorf("with %s the page lacks %s", cookie, want)
		}
	}
}
