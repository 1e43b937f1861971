package server

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"pledger/server/page/ledgertest"
)

// TestBodyList goes from a file over its preview to the list, and is shown the
// preview anew where the list was changed since.
func TestBodyList(t *testing.T) {
	b := newReal(t)
	at := "/ledgers/" + string(b.id) + "/bodylist"
	file := "名称,职责,排序\n自治区财政厅,预算、国库,1\n自治区大数据中心,算力,2\n,缺名称,3\n"
	status, to, _ := b.sendFile(t, "supervisor", at, "名单<b>.csv", []byte(file))
	if status != http.StatusSeeOther || !strings.HasPrefix(to, at+"/") {
		t.Fatalf("sending a list gives %d to %s", status, to)
	}
	page := body(t, b.as(t, "supervisor", "GET", to+"?lang=zh", ""))
	gone := -1 // all that are in use but the one that the list has too
	for _, body := range ledgertest.Bodies() {
		if !body.Retired {
			gone++
		}
	}
	for _, want := range []string{fmt.Sprintf("导入：新增 1，修改 1，停用 %d", gone), "没有名称", "自治区大数据中心", "名单&lt;b&gt;.csv"} {
		if !strings.Contains(page, want) {
			t.Errorf("the preview lacks %s", want)
		}
	}
	form := hidden(page)
	b.post(t, "/ledgers/"+string(b.id)+"/bodies/energy/retire", map[string][]string{"retired": {"yes"}})
	status, _, page = b.post(t, to+"?lang=zh", form)
	if status != http.StatusConflict || !strings.Contains(page, "名单有了变化") {
		t.Fatalf("importing over a change gives %d", status)
	}
	if status, _, _ = b.post(t, to, hidden(page)); status != http.StatusSeeOther {
		t.Fatalf("confirming gives %d", status)
	}
	page = body(t, b.as(t, "supervisor", "GET", "/ledgers/"+string(b.id)+"/bodies?lang=zh", ""))
	if !strings.Contains(page, "在用 2") || !strings.Contains(page, "自治区大数据中心") {
		t.Error("the list is not what the file says")
	}
	for name, data := range map[string][]byte{"空.csv": nil, "a.xlsx": []byte("PK\x03\x04x"), "b.csv": []byte("随便写写")} {
		if status, _, page := b.sendFile(t, "supervisor", at+"?lang=zh", name, data); status != http.StatusUnprocessableEntity || strings.Contains(page, "⟦") {
			t.Errorf("%s: %d", name, status)
		}
	}
}
