package server

import (
	"bytes"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"pledger/export/breakdown"
	"pledger/ledger"
	"pledger/server/page/ledgertest"
)

// hidden are the hidden fields of the form that confirms.
func hidden(page string) url.Values {
	form := url.Values{}
	_, page, _ = strings.Cut(page, `class="confirm"`)
	for _, m := range regexp.MustCompile(`type="hidden" name="([^"]*)" value="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		form.Add(m[1], html.UnescapeString(m[2]))
	}
	return form
}

// TestImport goes from a breakdown's file over its preview into the ledger.
func TestImport(t *testing.T) {
	b := newReal(t)
	at := "/ledgers/" + string(b.id) + "/import"
	file := "序号,工作任务,牵头单位,配合单位,完成时限\n" +
		"1," + b.account(t, "0001").Task + ",自治区发展改革委,自治区财政厅,10月底前\n" +
		"2," + b.account(t, "0002").Task + ",自治区数字局,,12月底前\n" +
		",建设口岸仓库3座,自治区交通运输厅,,9月底前\n"
	status, to, _ := b.sendFile(t, "supervisor", at, `方案"<b>.csv`, []byte(file), "as", "ledger")
	if status != http.StatusSeeOther || !strings.HasPrefix(to, at+"/") {
		t.Fatalf("sending a breakdown gives %d to %s", status, to)
	}
	page := body(t, b.as(t, "supervisor", "GET", to+"?lang=zh", ""))
	for _, want := range []string{"自治区发展改革委", "“自治区数字局”就是", "建设口岸仓库3座", "导入：2 项（另有 1 行不导入）", "还没有写入任何内容"} {
		if !strings.Contains(page, want) {
			t.Errorf("the preview lacks %s", want)
		}
	}
	if b.account(t, "0001").Lead != nil {
		t.Fatal("a preview changed the ledger")
	}
	chosen := to + "?lang=zh&" + url.Values{"name": {"自治区数字局"}, "code": {"energy"}}.Encode()
	page = body(t, b.as(t, "supervisor", "GET", chosen, ""))
	form := hidden(page)
	if !strings.Contains(page, "导入：3 项") || form.Get("name") != "自治区数字局" {
		t.Fatal("a choice of a body is not followed")
	}
	status, done, _ := b.post(t, to, form)
	if status != http.StatusSeeOther || !strings.Contains(done, "n=3") {
		t.Fatalf("importing gives %d to %s", status, done)
	}
	if a := b.account(t, "0001"); strings.Join(a.Lead, " ") != "reform" || a.Deadline.Date != "2021-10-31" || a.State != ledger.Proposed {
		t.Errorf("%+v", a)
	}
	if a := b.account(t, "0002"); strings.Join(a.Lead, " ") != "energy" {
		t.Errorf("%+v", a)
	}
	if a := b.account(t, fmt.Sprintf("%04d", len(b.all)+1)); a.Task != "建设口岸仓库3座" || strings.Join(a.Lead, " ") != "transport" {
		t.Errorf("%+v", a)
	}
	if res := b.as(t, "supervisor", "GET", to, ""); res.Header.Get("Location") != at+"?gone=1" {
		t.Error("what was imported still waits")
	}
	history := body(t, b.as(t, "supervisor", "GET", "/ledgers/"+string(b.id)+"/history?lang=zh&action=import", ""))
	if !strings.Contains(history, "导入") || !strings.Contains(history, "3 项") {
		t.Error("the import is not one command of the history")
	}
}

// TestImportOverChange demands that nothing is done where the ledger is not
// the one that was looked at, and that the new preview can be confirmed.
func TestImportOverChange(t *testing.T) {
	b := newReal(t)
	at := "/ledgers/" + string(b.id) + "/import"
	file := "序号,工作任务,牵头单位\n1," + b.account(t, "0001").Task + ",自治区发展改革委\n"
	_, to, _ := b.sendFile(t, "supervisor", at, "方案.csv", []byte(file))
	form := hidden(body(t, b.as(t, "supervisor", "GET", to, "")))
	b.edit(t, "0001", func(a *ledger.Account) { a.Lead = []string{"health"} })
	status, _, page := b.post(t, to+"?lang=zh", form)
	if status != http.StatusConflict || !strings.Contains(page, "台账有了变化") || !strings.Contains(page, "自治区卫生健康委") || b.account(t, "0001").Lead[0] != "health" {
		t.Fatalf("importing over a change gives %d", status)
	}
	if status, _, _ = b.post(t, to, hidden(page)); status != http.StatusSeeOther || b.account(t, "0001").Lead[0] != "reform" {
		t.Errorf("confirming the new preview gives %d", status)
	}
	if res := b.as(t, "admin", "GET", to, ""); res.StatusCode != http.StatusFound {
		t.Error("another user sees the preview")
	}
}

// TestImportNeedsReason demands that an approved ledger takes no file without
// a reason, and that the reason typed is kept.
func TestImportNeedsReason(t *testing.T) {
	b := newReal(t)
	b.settle(t)
	if _, err := b.desk().Approve(t.Context(), ledger.Operator(), b.id, ""); err != nil {
		t.Fatal(err)
	}
	at := "/ledgers/" + string(b.id) + "/import"
	file := "序号,工作任务,牵头单位\n1," + b.account(t, "0001").Task + ",自治区发展改革委\n"
	_, to, _ := b.sendFile(t, "supervisor", at, "方案.csv", []byte(file))
	form := hidden(body(t, b.as(t, "supervisor", "GET", to, "")))
	if status, _, page := b.post(t, to+"?lang=zh", form); status != http.StatusUnprocessableEntity || !strings.Contains(page, `href="#why"`) {
		t.Errorf("without a reason: %d", status)
	}
	form.Set("why", "会议纪要第5期")
	if status, _, _ := b.post(t, to, form); status != http.StatusSeeOther {
		t.Errorf("with a reason: %d", status)
	}
}

func TestImportSameAndOwnFiles(t *testing.T) {
	b := newReal(t)
	b.settle(t)
	at := "/ledgers/" + string(b.id) + "/import"
	for _, format := range []string{"csv", "xlsx", "docx", "json"} {
		data := body(t, b.as(t, "supervisor", "GET", "/ledgers/"+string(b.id)+"/download/"+format, ""))
		status, to, page := b.sendFile(t, "supervisor", at+"?lang=zh", "a."+format, []byte(data))
		if status != http.StatusSeeOther {
			t.Errorf("%s: %d\n%s", format, status, page)
			continue
		}
		if page := body(t, b.as(t, "supervisor", "GET", to+"?lang=zh", "")); format != "docx" && !strings.Contains(page, "文件和台账一致") {
			t.Errorf("%s: what was just exported differs from the ledger", format)
		}
	}
}

func TestImportPast(t *testing.T) {
	b := newReal(t)
	at := "/ledgers/" + string(b.id) + "/import"
	file := []byte("序号,工作任务,牵头单位\n1,新建水库3座,水利局\n2,改造老旧小区,住建局\n")
	_, to, _ := b.sendFile(t, "supervisor", at, "2020.csv", file, "as", "past")
	if page := body(t, b.as(t, "supervisor", "GET", to+"?lang=zh", "")); !strings.Contains(page, "收下：2 条") || !strings.Contains(page, "水利局") {
		t.Error("the preview does not show what would be learned")
	}
	if status, done, _ := b.post(t, to, nil); status != http.StatusSeeOther || !strings.Contains(done, "done=past&n=2") {
		t.Errorf("learning gives %d to %s", status, done)
	}
	_, to, _ = b.sendFile(t, "supervisor", at, "2020.csv", file, "as", "past")
	if status, _, page := b.post(t, to+"?lang=zh", nil); status != http.StatusConflict || !strings.Contains(page, "没有重复收") {
		t.Errorf("learning a file twice gives %d", status)
	}
}

func TestImportRefuses(t *testing.T) {
	b := newReal(t)
	at := "/ledgers/" + string(b.id) + "/import?lang=zh"
	huge := "序号,工作任务,牵头单位\n" + strings.Repeat("1,a,b\n", 1_000_000)
	for name, data := range map[string][]byte{
		"空.csv": nil, "猫.png": append([]byte("\x89PNG\r\n\x1a\n"), make([]byte, 500)...), "坏.xlsx": []byte("PK\x03\x04 nothing"),
		"<b>.csv": []byte("随便写写"), "百万行.csv": []byte(huge), "a.json": []byte(`{"format":"x"}`),
	} {
		status, _, page := b.sendFile(t, "supervisor", at, name, data)
		if status != http.StatusUnprocessableEntity || !strings.Contains(page, "文件没有读进来") || strings.Contains(page, "⟦") {
			t.Errorf("%s: %d", name, status)
		}
	}
	wrong := breakdown.FromLedger(&ledger.Ledger{ID: "230000-2021", Place: "230000", Government: "黑龙江省", Year: 2020, Title: "x"}, []*ledger.Account{ledgertest.Long()}, nil)
	var file bytes.Buffer
	if err := breakdown.WriteJSON(&file, wrong); err != nil {
		t.Fatal(err)
	}
	_, to, _ := b.sendFile(t, "supervisor", at, "别人的.json", file.Bytes())
	if page := body(t, b.as(t, "supervisor", "GET", to+"?lang=zh", "")); !strings.Contains(page, "台账是 2021 年的") || strings.Contains(page, `name="digest"`) {
		t.Error("another government's breakdown of another year can be imported")
	}
}
