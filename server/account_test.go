package server

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"pledger/ledger"
)

// form is a form about the account as it stands.
func (b *real) form(t *testing.T, id string, pairs ...string) url.Values {
	t.Helper()
	v := url.Values{"version": {fmt.Sprint(b.account(t, id).Version)}}
	for i := 0; i+1 < len(pairs); i += 2 {
		v.Add(pairs[i], pairs[i+1])
	}
	return v
}

// at is the address of an account.
func (b *real) at(id string) string { return "/ledgers/" + string(b.id) + "/accounts/" + id }

// find is the ID of the first account whose task holds the words.
func (b *real) find(t *testing.T, words string) string {
	t.Helper()
	for _, a := range b.all {
		if strings.Contains(a.Task, words) {
			return a.ID
		}
	}
	t.Fatalf("no account holds %q", words)
	return ""
}

func TestAccountPage(t *testing.T) {
	b := newReal(t)
	page := body(t, b.as(t, "supervisor", "GET", b.at("0001")+"?lang=zh", ""))
	for _, want := range []string{"不低于6%即为完成（越高越好）", `<mark class="fig own">`, "建账", `name="lead"`, "下一项（2）", "定为牵头"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if page := body(t, b.as(t, "viewer", "GET", b.at("0001")+"?lang=en", "")); strings.Contains(page, "<form method=\"post\" action=\"/ledgers") {
		t.Error("who only looks is offered forms")
	}
	if res := b.as(t, "supervisor", "GET", b.at("9999"), ""); res.StatusCode != 404 {
		t.Errorf("an account that does not exist gives %d", res.StatusCode)
	}
}

// TestAccountCommands carries out every command of the page.
func TestAccountCommands(t *testing.T) {
	b := newReal(t)
	id := b.find(t, "老旧小区")
	send := func(do string, pairs ...string) *ledger.Account {
		t.Helper()
		status, to, page := b.post(t, b.at(id)+"/"+do+"?lang=zh", b.form(t, id, pairs...))
		if status != http.StatusSeeOther || !strings.Contains(to, "done=") {
			t.Fatalf("%s gives %d to %q:\n%s", do, status, to, alerts(page))
		}
		return b.account(t, id)
	}
	if a := send("edit", "task", "改造老旧小区16万户，新建供热管网1200公里", "category", "task", "hardness", "soft", "section", "", "note", "注"); a.Hardness != ledger.Soft || a.Section != "" || a.Note != "注" {
		t.Errorf("edited: %+v", a)
	}
	if a := send("assign", "lead", "自治区财政厅", "supporting", "自治区能源局", "leader", "其其格"); a.Lead[0] != "finance" || a.Supporting[0] != "energy" || a.Leader != "其其格" {
		t.Errorf("assigned: %+v", a)
	}
	if a := send("assign", "choose", "lead:energy"); a.Lead[0] != "energy" || a.Supporting != nil || a.Leader != "其其格" {
		t.Errorf("chosen: %+v", a)
	}
	if a := send("schedule", "deadline", "10月底前", "milestones", "5月底前：开工"); a.Deadline.Date != "2021-10-31" || a.Milestones[0].What != "开工" {
		t.Errorf("scheduled: %+v", a)
	}
	if a := send("reach", "node", "0", "why-reach-0", "已开工"); a.Milestones[0].Done == "" {
		t.Errorf("reached: %+v", a.Milestones)
	}
	if a := send("schedule", "deadline", "10月底前", "milestones", "6月底前：开工"); a.Milestones[0].Done == "" || a.Milestones[0].Due.Text != "6月底前" {
		t.Errorf("planned anew it is no longer reached: %+v", a.Milestones)
	}
	if status, _, page := b.post(t, b.at(id)+"/unreach?lang=zh", b.form(t, id, "node", "0")); status != http.StatusUnprocessableEntity || !strings.Contains(page, "须说明理由") {
		t.Errorf("taken back without a reason: %d", status)
	}
	if a := send("unreach", "node", "0", "why-unreach-0", "没有开工"); a.Milestones[0].Done != "" {
		t.Errorf("taken back: %+v", a.Milestones)
	}
	if status, _, page := b.post(t, b.at(id)+"/watch?lang=zh", b.form(t, id, "rule", "无此规则")); status != http.StatusUnprocessableEntity || !strings.Contains(page, "没有名为“无此规则”的亮灯规则") {
		t.Errorf("watched by a rule that is not there: %d", status)
	}
	if a := send("watch", "pace", "plan", "rule", "half", "every", "1"); a.Watch != (ledger.Watch{Pace: ledger.ByPlan, Rule: "half", Every: 1}) {
		t.Errorf("watched: %+v", a.Watch)
	}
	term := []string{"term", "0", "subject-0", "老旧小区", "kind-0", "level", "bound-0", "least", "value-0", "17万", "unit-0", "户", "polarity-0", "+", "period-0", "2021"}
	if a := send("terms", term...); a.Terms[0].Value != "170000" || a.Terms[0].Written != "" || a.Terms[0].At == 0 {
		t.Errorf("terms: %+v", a.Terms)
	}
	if a := send("parts", "part-150100", "10万", "part-150200", "7万"); len(a.Parts) != 2 || a.Parts[1].Value != "70000" {
		t.Errorf("parts: %+v", a.Parts)
	}
	if page := body(t, b.as(t, "supervisor", "GET", b.at(id)+"?lang=zh", "")); !strings.Contains(page, "合计 17万户，目标 ≥17万户，相符。") {
		t.Error("the page does not say that the parts make the whole")
	}
	if a := send("accept"); a.State != ledger.Accepted {
		t.Errorf("accepted: %v", a.State)
	}
	if a := send("drop", "why-drop", "重复"); a.State != ledger.Dropped {
		t.Errorf("dropped: %v", a.State)
	}
	if a := send("restore", "why-restore", ""); a.State != ledger.Proposed {
		t.Errorf("restored: %v", a.State)
	}
	if a := send("split", "portions", "改造老旧小区16万户\n新建供热管网1200公里"); a.Task != "改造老旧小区16万户" {
		t.Errorf("split: %v", a.Task)
	}
	part := b.account(t, fmt.Sprintf("%04d", len(b.all)+1))
	if part.From[0] != id || part.Task != "新建供热管网1200公里" {
		t.Errorf("split off: %+v", part)
	}
	if a := send("merge", "with", b.pick(t, part.ID)); a.Task != "改造老旧小区16万户；新建供热管网1200公里" || b.account(t, part.ID).Into != id {
		t.Errorf("merged: %v", a.Task)
	}
	if a := send("undo", "op", fmt.Sprint(b.account(t, part.ID).Version-1)); a.Task != "改造老旧小区16万户" {
		t.Errorf("undone: %v", a.Task)
	}
}

// alerts is the part of a page that says what is wrong.
func alerts(page string) string {
	_, after, ok := strings.Cut(page, `role="alert"`)
	if !ok {
		return ""
	}
	before, _, _ := strings.Cut(after, "</div>")
	return before
}

func TestAcceptAndNext(t *testing.T) {
	b := newReal(t)
	status, to, _ := b.post(t, b.at("0001")+"/accept", b.form(t, "0001", "next", "1"))
	if status != http.StatusSeeOther || !strings.HasPrefix(to, b.at("0002")) {
		t.Errorf("accepting 0001 leads with %d to %s", status, to)
	}
	last := b.all[len(b.all)-1].ID
	if _, to, _ = b.post(t, b.at(last)+"/accept", b.form(t, last, "next", "1")); !strings.HasPrefix(to, b.at("0002")) {
		t.Errorf("accepting the last leads to %s", to)
	}
}

// TestAccountRefused demands that a refused form comes back with what was typed
// and says what is wrong where it is.
func TestAccountRefused(t *testing.T) {
	b := newReal(t)
	for name, tt := range map[string]struct {
		do    string
		pairs []string
		holds []string
	}{
		"empty task":    {"edit", []string{"task", " ", "category", "task", "hardness", "hard"}, []string{`href="#task">不能为空。`}},
		"no such body":  {"assign", []string{"lead", "乌有局"}, []string{`value="乌有局"`, `id="lead-wrong"`}},
		"leads twice":   {"assign", []string{"lead", "自治区财政厅", "supporting", "自治区财政厅"}, []string{"“自治区财政厅”列了两次。"}},
		"no reason":     {"drop", []string{"why-drop", " "}, []string{`href="#why-drop">删除须说明理由。`}},
		"one portion":   {"split", []string{"portions", "只有一项"}, []string{`href="#portions">拆分至少要有两项。`, "只有一项</textarea>"}},
		"nobody merged": {"merge", []string{"merged", "甲"}, []string{"没有选择要并入的事项。", "甲</textarea>"}},
		"no number":     {"terms", []string{"term", "0", "subject-0", "甲", "bound-0", "least", "value-0", "许多", "polarity-0", "+"}, []string{`href="#value-0">不是数值：许多。`, `value="许多"`}},
		"bare step":     {"schedule", []string{"deadline", "6月底前", "milestones", "开工"}, []string{`href="#milestones">每个节点都要有时间和内容。`}},
		"wrong share":   {"parts", []string{"part-150100", "一些"}, []string{`href="#part-150100">不是数值：一些。`}},
		"undo opening":  {"undo", []string{"op", "1"}, []string{"没有可以撤销的操作。"}},
	} {
		status, _, page := b.post(t, b.at("0001")+"/"+tt.do+"?lang=zh", b.form(t, "0001", tt.pairs...))
		if status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, status)
		}
		for _, want := range tt.holds {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the page lacks %s: %s", name, want, alerts(page))
			}
		}
	}
	for _, tt := range []struct {
		do, field string
		status    int
	}{{"burn", "", 404}, {"undo", "op", 400}, {"terms", "term", 400}} {
		if status, _, _ := b.post(t, b.at("0001")+"/"+tt.do, b.form(t, "0001", tt.field, "x")); status != tt.status {
			t.Errorf("%s: %d, want %d", tt.do, status, tt.status)
		}
	}
}

// TestAccountConflict demands that a concurrent change is told field by field
// beside what was typed, and that sending it again goes over what stands.
func TestAccountConflict(t *testing.T) {
	b := newReal(t)
	form := b.form(t, "0001", "lead", "自治区财政厅", "supporting", "", "leader", "")
	b.edit(t, "0001", func(a *ledger.Account) { a.Lead = []string{"energy"} })
	status, _, page := b.post(t, b.at("0001")+"/assign?lang=zh", form)
	if status != http.StatusConflict || b.account(t, "0001").Lead[0] != "energy" {
		t.Fatalf("%d, led by %v", status, b.account(t, "0001").Lead)
	}
	for _, want := range []string{"您打开之后有人修改了这一项", "<b>自治区能源局</b>", `value="自治区财政厅"`, fmt.Sprintf(`value="%d"`, b.account(t, "0001").Version)} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	form.Set("version", fmt.Sprint(b.account(t, "0001").Version))
	if status, _, _ = b.post(t, b.at("0001")+"/assign", form); status != http.StatusSeeOther || b.account(t, "0001").Lead[0] != "finance" {
		t.Errorf("sending it again gives %d", status)
	}
	if status, _, _ = b.post(t, b.at("0001")+"/accept", url.Values{}); status != http.StatusConflict {
		t.Errorf("a form without a version gives %d", status)
	}
}

// TestLiaisonPlans demands that a liaison sets the milestones of what its body
// leads and cannot move the deadline.
func TestLiaisonPlans(t *testing.T) {
	b := newReal(t)
	b.edit(t, "0001", func(a *ledger.Account) { a.Lead = []string{"finance"} })
	form := b.form(t, "0001", "deadline", "明年底", "milestones", "6月底前：过半")
	res := b.as(t, "liaison", "POST", b.at("0001")+"/schedule", form.Encode())
	if a := b.account(t, "0001"); res.StatusCode != http.StatusSeeOther || len(a.Milestones) != 1 || a.Deadline.Text != "12月底前" {
		t.Errorf("%d: %+v, %+v", res.StatusCode, a.Milestones, a.Deadline)
	}
	res = b.as(t, "liaison", "POST", b.at("0001")+"/reach", b.form(t, "0001", "node", "0").Encode())
	if a := b.account(t, "0001"); res.StatusCode != http.StatusSeeOther || a.Milestones[0].Done == "" {
		t.Errorf("the liaison reports it reached: %d, %+v", res.StatusCode, a.Milestones)
	}
	if res = b.as(t, "liaison", "POST", b.at("0001")+"/unreach", b.form(t, "0001", "node", "0", "why-unreach-0", "误报").Encode()); res.StatusCode != http.StatusForbidden {
		t.Errorf("the liaison takes it back: %d", res.StatusCode)
	}
}
