package server

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/server/page/ledgertest"
	"pledger/store"
	"pledger/store/storetest"
)

// real is a bench over a database with the sample's ledger, its government's
// bodies and the users of the tests.
type real struct {
	*bench
	id  ledger.ID
	all []*ledger.Account
	db  store.Store
}

// newReal makes it in a file of its own.
func newReal(t *testing.T) *real {
	t.Helper()
	db, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "pledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	b := newBench(func(o *OfficeOptions) { o.Store, o.Lexicon = db, ledgertest.Lexicon() })
	for _, u := range members {
		storetest.Put(t, db, ledger.System, u)
	}
	o := ledgertest.Opening(t)
	if err := b.desk().OpenLedger(t.Context(), ledger.Operator(), o, ledgertest.Bodies()); err != nil {
		t.Fatal(err)
	}
	return &real{b, o.Ledger.ID, o.Accounts, db}
}

// account is the account as it stands.
func (b *real) account(t *testing.T, id string) *ledger.Account {
	t.Helper()
	var a *ledger.Account
	err := b.db.View(t.Context(), func(rd ledger.Reader) (err error) { a, err = rd.Account(b.id, id); return err })
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// pick is the value of an account's checkbox.
func (b *real) pick(t *testing.T, id string) string {
	return fmt.Sprintf("%s@%d", id, b.account(t, id).Version)
}

// post sends a form as the supervisor and returns the status, where it leads to
// and the page.
func (b *real) post(t *testing.T, path string, form url.Values) (int, string, string) {
	t.Helper()
	res := b.as(t, "supervisor", "POST", path, form.Encode())
	return res.StatusCode, res.Header.Get("Location"), body(t, res)
}

// edit changes an account as another user would.
func (b *real) edit(t *testing.T, id string, change func(*ledger.Account)) {
	t.Helper()
	batch := ledger.Batch{Action: ledger.ActEdit, Edits: []ledger.Edit{{Account: id, Change: change}}}
	if _, err := b.desk().Do(context.Background(), ledger.Operator(), b.id, batch); err != nil {
		t.Fatal(err)
	}
}

func TestLedgerPage(t *testing.T) {
	b := newReal(t)
	path := "/ledgers/" + string(b.id)
	for query, want := range map[string]string{
		"":                     fmt.Sprintf("共 %d 条", len(b.all)),
		"&q=dqsczz":            "共 2 条", // the initials of 地区生产总值
		"&lead=-":              fmt.Sprintf("共 %d 条", len(b.all)),
		"&state=dropped":       "没有符合条件的事项",
		"&sort=deadline":       `aria-sort="ascending"`,
		"&sort=task&down=1":    `aria-sort="descending"`,
		"&page=9":              "第 0—0 条",
		"&section=%22%3E%3Cb>": "没有符合条件的事项",
	} {
		page := body(t, b.as(t, "supervisor", "GET", path+"?lang=zh"+query, ""))
		if !strings.Contains(page, want) {
			t.Errorf("%s lacks %s", query, want)
		}
	}
	if page := body(t, b.as(t, "viewer", "GET", path+"?lang=zh", "")); strings.Contains(page, `name="pick"`) {
		t.Error("who only looks is offered commands")
	}
}

// TestLedgerScope demands that a liaison is listed what its body owes and told
// no counts of the rest.
func TestLedgerScope(t *testing.T) {
	b := newReal(t)
	b.edit(t, "0003", func(a *ledger.Account) { a.Lead = []string{"finance"} })
	page := body(t, b.as(t, "liaison", "GET", "/ledgers/"+string(b.id)+"?lang=zh", ""))
	if !strings.Contains(page, "共 1 条") || !strings.Contains(page, `id="a-0003"`) || strings.Contains(page, "未定牵头单位") {
		t.Error("a liaison's page shows what is not its own")
	}
	page = body(t, b.as(t, "liaison", "GET", "/ledgers/"+string(b.id)+"?lang=zh&state=dropped", ""))
	if strings.Contains(page, `id="a-`) {
		t.Error("a liaison is shown dropped accounts")
	}
}

func TestBulk(t *testing.T) {
	b := newReal(t)
	path := "/ledgers/" + string(b.id) + "/bulk?lang=zh&section=%E4%B8%89"
	two := func(more url.Values) url.Values {
		more["pick"] = []string{b.pick(t, "0001"), b.pick(t, "0002")}
		return more
	}
	status, to, _ := b.post(t, path, two(url.Values{"do": {"accept"}}))
	if status != http.StatusSeeOther || !strings.Contains(to, "section=%E4%B8%89") || b.account(t, "0002").State != ledger.Accepted {
		t.Errorf("accepting gives %d to %s", status, to)
	}
	if page := body(t, b.as(t, "supervisor", "GET", to+"&lang=zh", "")); !strings.Contains(page, "确认：2 项，已保存。") {
		t.Error("the page does not tell what was done")
	}
	status, _, _ = b.post(t, path, two(url.Values{"do": {"assign"}, "setlead": {"自治区财政厅、自治区教育厅"}, "setsupporting": {"自治区能源局"}}))
	if a := b.account(t, "0001"); status != http.StatusSeeOther || strings.Join(a.Lead, " ") != "finance learning" || strings.Join(a.Supporting, " ") != "energy" {
		t.Errorf("assigning gives %d, %v, %v", status, a.Lead, a.Supporting)
	}
	status, _, _ = b.post(t, path, two(url.Values{"do": {"assign"}, "setlead": {"自治区能源局"}}))
	if a := b.account(t, "0001"); status != http.StatusSeeOther || strings.Join(a.Lead, " ") != "energy" || a.Supporting != nil {
		t.Errorf("who is to lead still supports: %d, %v, %v", status, a.Lead, a.Supporting)
	}
	status, _, _ = b.post(t, path, two(url.Values{"do": {"deadline"}, "setdeadline": {"6月底前"}}))
	if a := b.account(t, "0002"); status != http.StatusSeeOther || a.Deadline.Date != "2021-06-30" {
		t.Errorf("a deadline gives %d, %v", status, a.Deadline)
	}
	status, _, page := b.post(t, path, two(url.Values{"do": {"drop"}}))
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, "删除须说明理由。") || strings.Count(page, "checked") != 2 {
		t.Errorf("dropping without a reason gives %d", status)
	}
	status, _, _ = b.post(t, path, two(url.Values{"do": {"drop"}, "why": {"重复"}}))
	if status != http.StatusSeeOther || b.account(t, "0001").State != ledger.Dropped {
		t.Errorf("dropping gives %d", status)
	}
}

func TestBulkRefused(t *testing.T) {
	b := newReal(t)
	path := "/ledgers/" + string(b.id) + "/bulk?lang=zh"
	for name, tt := range map[string]struct {
		form   url.Values
		status int
		holds  string
	}{
		"nothing ticked": {url.Values{"do": {"accept"}}, 422, "没有勾选任何事项。"},
		"no such body":   {url.Values{"do": {"assign"}, "pick": {b.pick(t, "0001")}, "setlead": {"自治区<b>局"}}, 422, "单位名单上没有“自治区&lt;b&gt;局”。"},
		"retired body":   {url.Values{"do": {"assign"}, "pick": {b.pick(t, "0001")}, "setlead": {"自治区扶贫办"}}, 422, `value="自治区扶贫办"`},
		"no body":        {url.Values{"do": {"assign"}, "pick": {b.pick(t, "0001")}}, 422, "不能为空。"},
		"no deadline":    {url.Values{"do": {"deadline"}, "pick": {b.pick(t, "0001")}}, 422, "不能为空。"},
		"no command":     {url.Values{"do": {"burn"}, "pick": {b.pick(t, "0001")}}, 400, ""},
		"no account":     {url.Values{"do": {"accept"}, "pick": {"9999@1"}}, 404, ""},
	} {
		status, _, page := b.post(t, path, tt.form)
		if status != tt.status || !strings.Contains(page, tt.holds) {
			t.Errorf("%s: %d, want %d with %s", name, status, tt.status, tt.holds)
		}
	}
}

// TestBulkConflict demands that nothing is written where one of the rows was
// changed meanwhile, that the page says who changed what, and that sending it
// again goes over what stands.
func TestBulkConflict(t *testing.T) {
	b := newReal(t)
	path := "/ledgers/" + string(b.id) + "/bulk?lang=zh"
	form := url.Values{"do": {"assign"}, "setlead": {"自治区财政厅"}, "pick": {b.pick(t, "0001"), b.pick(t, "0002")}}
	b.edit(t, "0002", func(a *ledger.Account) { a.Lead = []string{"energy"} })
	status, _, page := b.post(t, path, form)
	if status != http.StatusConflict || b.account(t, "0001").Lead != nil {
		t.Errorf("a conflict gives %d, and 0001 is led by %v", status, b.account(t, "0001").Lead)
	}
	for _, want := range []string{"牵头单位由“无”改为“自治区能源局”", `value="自治区财政厅"`, `value="` + b.pick(t, "0002") + `" aria-label="选择第 2 项" checked`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	form["pick"] = []string{b.pick(t, "0001"), b.pick(t, "0002")}
	if status, _, _ = b.post(t, path, form); status != http.StatusSeeOther || b.account(t, "0002").Lead[0] != "finance" {
		t.Errorf("sending it again gives %d", status)
	}
}
