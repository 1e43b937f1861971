package server

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"pledger/ledger"
	"pledger/server/page/browsertest"
)

// review is the address of the review.
func (b *real) review() string { return "/ledgers/" + string(b.id) + "/review" }

func TestReview(t *testing.T) {
	b := newReal(t)
	page := body(t, b.as(t, "supervisor", "GET", b.review()+"?lang=zh", ""))
	for _, want := range []string{fmt.Sprintf("已确认 0 / %d", len(b.all)), `id="t-0001"`, `class="acc proposed at`, "不低于6%即为完成", "定为牵头", "未入账"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	back := url.Values{"back": {"review"}, "next": {"1"}}
	status, to, _ := b.post(t, b.at("0001")+"/accept", merged(b.form(t, "0001"), back))
	if status != http.StatusSeeOther || !strings.HasPrefix(to, b.review()+"?at=0002&done=accept") {
		t.Errorf("accepting leads with %d to %s", status, to)
	}
	if page := body(t, b.as(t, "supervisor", "GET", to+"&lang=zh", "")); !strings.Contains(page, "确认：1 项，已保存。") || !strings.Contains(page, fmt.Sprintf("已确认 1 / %d", len(b.all))) {
		t.Error("the page does not tell what was done")
	}
	status, to, _ = b.post(t, b.at("0002")+"/edit", merged(b.form(t, "0002", "task", "工业增长"), url.Values{"back": {"review-only"}}))
	if a := b.account(t, "0002"); status != http.StatusSeeOther || !strings.HasPrefix(to, b.review()+"?at=0002&done=edit&n=1&only=1") || a.Task != "工业增长" || a.Category != ledger.Target || a.Section == "" {
		t.Errorf("editing the task leads with %d to %s and makes %+v", status, to, a)
	}
}

// merged is a with the values of b added.
func merged(a, b url.Values) url.Values {
	for name, values := range b {
		a[name] = values
	}
	return a
}

func TestReviewAdd(t *testing.T) {
	b := newReal(t)
	words := "本地配套率从35%提高到50%以上" // of the review of the year before, in no account
	status, to, _ := b.post(t, b.review()+"/add", url.Values{"words": {words}})
	id := fmt.Sprintf("%04d", len(b.all)+1)
	if a := b.account(t, id); status != http.StatusSeeOther || !strings.Contains(to, "at="+id) || !strings.HasPrefix(a.Task, "本地配套率") || len(a.Spans) != 1 {
		t.Errorf("%d to %s: %+v", status, to, a)
	}
	status, _, page := b.post(t, b.review()+"/add?lang=zh", url.Values{"words": {"报告里<b>没有"}})
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, "报告里&lt;b&gt;没有</textarea>") || !strings.Contains(page, `href="#words"`) {
		t.Errorf("words that are not there give %d", status)
	}
}

// TestReviewAddApproved demands a reason for an account that is added to an
// approved ledger, and keeps the words typed.
func TestReviewAddApproved(t *testing.T) {
	b := newReal(t)
	for _, a := range b.all {
		b.edit(t, a.ID, func(a *ledger.Account) { a.State, a.Lead = ledger.Accepted, []string{"finance"} })
	}
	if _, err := b.desk().Approve(t.Context(), ledger.Operator(), b.id, ""); err != nil {
		t.Fatal(err)
	}
	form := url.Values{"words": {"本地配套率从35%提高到50%以上"}}
	status, _, page := b.post(t, b.review()+"/add?lang=zh", form)
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, `href="#why-add">台账已审定，修改须说明理由。`) || !strings.Contains(page, "本地配套率从35%提高到50%以上</textarea>") {
		t.Errorf("without a reason: %d, %s", status, alerts(page))
	}
	form.Set("why-add", "漏列")
	if status, _, _ = b.post(t, b.review()+"/add", form); status != http.StatusSeeOther {
		t.Errorf("with a reason: %d", status)
	}
}

// TestPagesHaveTheirFiles demands every style and script that the pages of a
// ledger name.
func TestPagesHaveTheirFiles(t *testing.T) {
	b := newReal(t)
	named := regexp.MustCompile(`(?:src|href)="(/assets/[^"]+)"`)
	for _, path := range []string{"/ledgers/" + string(b.id), b.at("0001"), b.review()} {
		for _, m := range named.FindAllStringSubmatch(body(t, b.as(t, "supervisor", "GET", path, "")), -1) {
			if res := b.as(t, "", "GET", m[1], ""); res.StatusCode != 200 {
				t.Errorf("%s names %s: %d", path, m[1], res.StatusCode)
			}
		}
	}
}

// TestReviewInBrowser goes the way of an office's afternoon: look, accept,
// assign a suggestion, edit, split, add by hand, drop.
func TestReviewInBrowser(t *testing.T) {
	b := newReal(t)
	ctx, complaints := browsertest.Start(t)
	cookie := b.cookie(t, "supervisor")
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Set("Cookie", cookie)
		b.ServeHTTP(w, r)
	}))
	defer s.Close()
	do := func(what, expression string) {
		t.Helper()
		browsertest.Do(ctx, t, expression)
		browsertest.Run(ctx, t, chromedp.WaitVisible(chromedp.CSS(".done[role=status]")), chromedp.WaitReady(chromedp.CSS(".js #panel")))
		t.Log(what, browsertest.Eval[string](ctx, t, `document.querySelector('.how b').textContent + ' ' + document.querySelector('.done').textContent`))
		browsertest.Do(ctx, t, `document.querySelector('.done').parentNode.removeChild(document.querySelector('.done'))`)
	}
	browsertest.Run(ctx, t, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(s.URL+b.review()+"?lang=zh"), chromedp.WaitReady(chromedp.CSS(".js #panel")))
	browsertest.Picture(ctx, t, "office-review-1440")
	do("accept", `document.dispatchEvent(new KeyboardEvent('keydown', {key: 'a', bubbles: true}))`)
	if a := b.account(t, "0001"); a.State != ledger.Accepted {
		t.Errorf("0001 is %s", a.State)
	}
	split := b.find(t, "老旧小区")
	browsertest.Do(ctx, t, `document.querySelector('#a-`+split+` a').click()`)
	browsertest.Run(ctx, t, chromedp.WaitReady(chromedp.CSS(`#a-`+split+`.at`)))
	do("assign", `document.querySelector('.suggestions button').click()`)
	if a := b.account(t, split); len(a.Lead) != 1 {
		t.Errorf("the suggestion taken leads nothing: %v", a.Lead)
	}
	do("edit", `document.getElementById('task').value = '改造老旧小区16万户，改造供热管网1200公里'; document.querySelector('.do-edit form button').click()`)
	do("split", `document.querySelector('.cuts button').click(); document.querySelector('.do-split form .push button').click()`)
	if a := b.account(t, split); a.Task != "改造老旧小区16万户" {
		t.Errorf("split into %q", a.Task)
	}
	browsertest.Picture(ctx, t, "office-split-1440")
	do("drop", `document.getElementById('why-drop').value = '重复'; document.querySelector('.do-drop form button').click()`)
	if a := b.account(t, split); a.State != ledger.Dropped {
		t.Errorf("%s is %s", split, a.State)
	}
	for _, path := range []string{"", "/accounts/0008"} {
		browsertest.Run(ctx, t, chromedp.Navigate(s.URL+"/ledgers/"+string(b.id)+path), chromedp.WaitReady(chromedp.CSS("main")))
		browsertest.Picture(ctx, t, "office"+strings.ReplaceAll(path, "/", "-")+"-1440")
	}
	for _, c := range complaints() {
		t.Errorf("console: %s", c)
	}
}
