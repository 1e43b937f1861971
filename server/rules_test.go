package server

import (
	"bytes"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"pledger/export/rulesheet"
	"pledger/ledger"
	"pledger/standing"
)

// inForce are the rules that the real office's ledger is lit by.
func (b *real) inForce(t *testing.T) (rules standing.Rules) {
	t.Helper()
	err := b.db.View(t.Context(), func(rd ledger.Reader) (err error) {
		rules, err = standing.RulesOf(rd, b.id.Place())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return rules
}

// TestRules takes the rules out as a file, gives them back changed, is shown first
// what changes, and goes back to the program's.
func TestRules(t *testing.T) {
	b := newReal(t)
	at := "/ledgers/" + string(b.id) + "/rules"
	for _, format := range []string{"xlsx", "tsv"} { // as it is: nothing changes
		res := b.as(t, "supervisor", "GET", at+"/download/"+format+"?lang=zh", "")
		data, err := io.ReadAll(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		_, to, _ := b.sendFile(t, "supervisor", at, "规则."+format, data)
		if page := body(t, b.as(t, "supervisor", "GET", to+"?lang=zh", "")); !strings.Contains(page, "与现行规则相同") || strings.Contains(page, `class="button chief"`) {
			t.Errorf("the %s that was given out changes something:\n%s", format, page)
		}
	}

	const strict = "规则\t计量\t黄灯界限\t红灯界限\t超序时界限\t出处\t例子\n按百分点\t百分点\t0\t5\t10\t办法\t53.3 75 100：红\n"
	status, to, _ := b.sendFile(t, "supervisor", at, "", nil, "table", strict)
	if status != http.StatusSeeOther {
		t.Fatalf("pasting gives %d", status)
	}
	page := body(t, b.as(t, "supervisor", "GET", to+"?lang=zh", ""))
	for _, want := range []string{"粘贴的规则表", "还什么都没有写入", "超过30个百分点亮红灯", "超过5个百分点亮红灯", "改用这些规则（1 条有变化）", "今天的灯"} {
		if !strings.Contains(page, want) {
			t.Errorf("the preview lacks %s", want)
		}
	}
	if b.inForce(t)["time"].Own {
		t.Error("looking changed the rules")
	}
	if page := body(t, b.as(t, "localadmin", "GET", to+"?lang=zh", "")); strings.Contains(page, "改用这些规则") {
		t.Error("another sees what was parked")
	}
	if status, done, _ := b.post(t, to, hidden(page)); status != http.StatusSeeOther || !strings.HasSuffix(done, "?done=rules") {
		t.Fatalf("confirming gives %d to %s", status, done)
	}
	if r := b.inForce(t)["time"]; !r.Own || r.Red.String() != "5" {
		t.Errorf("the rule is %v", r.Row())
	}
	page = body(t, b.as(t, "supervisor", "GET", at+"?lang=zh&done=rules", ""))
	for _, want := range []string{"规则已更换", "本级规则", "恢复自带规则", "规则变动记录", "粘贴的规则表"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if page := body(t, b.as(t, "liaison", "GET", at+"?lang=zh", "")); strings.Contains(page, "规则变动记录") || strings.Contains(page, "更换规则") {
		t.Error("a liaison is offered what only supervisors may")
	}

	_, back, _ := b.post(t, at, url.Values{"reset": {"yes"}})
	page = body(t, b.as(t, "supervisor", "GET", back+"?lang=zh", ""))
	if !strings.Contains(page, "恢复自带") {
		t.Errorf("the way back shows\n%s", page)
	}
	_, other, _ := b.sendFile(t, "supervisor", at, "", nil, "table", strings.ReplaceAll(strict, "\t5\t", "\t6\t"))
	b.post(t, other, hidden(body(t, b.as(t, "supervisor", "GET", other, ""))))
	status, _, again := b.post(t, back+"?lang=zh", hidden(page))
	if status != http.StatusConflict || !strings.Contains(again, "被别人改过") {
		t.Fatalf("going back over a change gives %d", status)
	}
	if status, _, _ := b.post(t, back, hidden(again)); status != http.StatusSeeOther {
		t.Fatalf("going back gives %d", status)
	}
	if b.inForce(t)["time"].Own {
		t.Error("the rules are not the program's")
	}
}

// TestBadRules demands that a table with mistakes changes nothing, comes back as it
// was pasted, and tells each by its line.
func TestBadRules(t *testing.T) {
	b := newReal(t)
	at := "/ledgers/" + string(b.id) + "/rules?lang=zh"
	head := strings.Join(standing.RuleColumns(), "\t") + "\n"
	good := "a\tpoints\t0\t30\t1\t\t53 75 100: yellow\n"
	status, _, page := b.sendFile(t, "supervisor", at, "", nil, "table", head+good+"<b>\tyards\t0\t30\t1\t\t53 75 100: yellow\nc\tpoints\t0\t30\t1\t\t53 75 100: green\n")
	for _, want := range []string{"没有收下这张规则表，什么也没有改", "第 3 行：没有“yards”这种计量；可以是百分点", "第 4 行：例子“53 75 100: 绿”按这条规则是 黄；请改界限，或改例子。", "&lt;b&gt;\tyards"} {
		if status != http.StatusUnprocessableEntity || !strings.Contains(page, want) {
			t.Errorf("%d: the page lacks %s", status, want)
		}
	}
	for name, tt := range map[string]struct {
		data []byte
		want string
	}{
		"空.tsv": {nil, "表头应为"}, "坏.xlsx": {[]byte("PK\x03\x04 nothing"), "这不是规则表"},
		"大.tsv":  {[]byte(head + strings.Repeat("#", 10) + "\n" + strings.ReplaceAll(good, "\t\t", "\t"+strings.Repeat("长", ledger.MaxRuleTable)+"\t")), "规则表太大"},
		"空.xlsx": {sheetOf(t), "表头应为"},
	} {
		if status, _, page := b.sendFile(t, "supervisor", at, name, tt.data); status != http.StatusUnprocessableEntity || !strings.Contains(page, tt.want) {
			t.Errorf("%s: %d", name, status)
		}
	}
	if rules := b.inForce(t); len(rules) != len(standing.DefaultRules()) {
		t.Errorf("%d rules are in force", len(rules))
	}
	var sheet bytes.Buffer
	if err := rulesheet.Write(&sheet, 0, "", b.inForce(t)); err != nil {
		t.Fatal(err)
	}
	if status, _, _ := b.sendFile(t, "liaison", at, "a.xlsx", sheet.Bytes()); status != http.StatusForbidden {
		t.Errorf("a liaison gives rules: %d", status)
	}
}
