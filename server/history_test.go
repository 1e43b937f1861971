package server

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"pledger/export/journal"
	"pledger/ledger"
)

func TestHistoryPage(t *testing.T) {
	b := newReal(t)
	at := "/ledgers/" + string(b.id) + "/history"
	form := url.Values{"do": {"accept"}, "pick": {b.pick(t, "0001")}}
	b.post(t, "/ledgers/"+string(b.id)+"/bulk", form)
	b.edit(t, "0002", func(a *ledger.Account) { a.Lead = []string{"finance"} })
	for query, want := range map[string]string{
		"":                             "自治区财政厅",
		"&action=open":                 "建账",
		"&account=1&action=accept":     "已确认",
		"&account=0001&who=supervisor": "已确认",
		"&who=-&account=2":             "自治区财政厅",
		"&who=nobody":                  "没有符合条件的记录",
		"&account=%3Cb%3E":             "没有符合条件的记录",
		"&before=2":                    "建账",
	} {
		if page := body(t, b.as(t, "viewer", "GET", at+"?lang=zh"+query, "")); !strings.Contains(page, want) {
			t.Errorf("%s lacks %s", query, want)
		}
	}
	if page := body(t, b.as(t, "viewer", "GET", at+"?lang=zh&account=1", "")); strings.Contains(page, "自治区财政厅") {
		t.Error("the history of one account tells of another")
	}
}

// TestUndo takes a command back, and is told why where another changed the
// account since.
func TestUndo(t *testing.T) {
	b := newReal(t)
	at := "/ledgers/" + string(b.id) + "/history/"
	b.edit(t, "0001", func(a *ledger.Account) { a.Lead = []string{"finance"} })
	first := b.account(t, "0001").Version
	b.edit(t, "0001", func(a *ledger.Account) { a.Lead = []string{"energy"} })
	second := b.account(t, "0001").Version

	undo := func(op int64) string { return at + strconv.FormatInt(op, 10) + "/undo?lang=zh" }
	status, _, page := b.post(t, undo(first), nil)
	if status != http.StatusConflict || !strings.Contains(page, "后来又改过") || !strings.Contains(page, at+strconv.FormatInt(second, 10)) {
		t.Errorf("undoing what was changed since gives %d", status)
	}
	status, to, _ := b.post(t, undo(second), url.Values{"why": {"填错"}})
	if status != http.StatusSeeOther || strings.Join(b.account(t, "0001").Lead, " ") != "finance" {
		t.Fatalf("undoing gives %d, leads %v", status, b.account(t, "0001").Lead)
	}
	if page := body(t, b.as(t, "supervisor", "GET", to+"&lang=zh", "")); !strings.Contains(page, "已撤销") || !strings.Contains(page, "填错") {
		t.Error("the page of the undo does not tell of it")
	}
	if status, _, page = b.post(t, undo(1), nil); status != http.StatusUnprocessableEntity || !strings.Contains(page, "没有撤销") {
		t.Errorf("undoing the opening gives %d", status)
	}
	for _, op := range []string{"0", "-1", "x", "99999", "2"} {
		if res := b.as(t, "supervisor", "GET", at+op, ""); res.StatusCode != http.StatusNotFound {
			t.Errorf("command %s: %d", op, res.StatusCode)
		}
	}
}

// TestEntries demands that the exported entries prove themselves, and end in
// the hash that the page shows.
func TestEntries(t *testing.T) {
	b := newReal(t)
	b.edit(t, "0001", func(a *ledger.Account) { a.Task = "新建水库3座 <&>" })
	res := b.as(t, "viewer", "GET", "/ledgers/"+string(b.id)+"/history/entries.jsonl", "")
	var fold ledger.Fold
	if err := journal.Read(res.Body, fold.Add); err != nil {
		t.Fatal(err)
	}
	hash := fold.Head(b.id.Journal()).Hash.String()
	page := body(t, b.as(t, "viewer", "GET", "/ledgers/"+string(b.id)+"/history", ""))
	if !strings.Contains(page, hash[:8]) || !strings.Contains(page, hash[56:]) {
		t.Errorf("the page does not show %s", hash)
	}
}
