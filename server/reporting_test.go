package server

import (
	"archive/zip"
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/store/storetest"
)

// sendReport sends the form of what is to be reported, with a file in a field
// where one is given.
func (b *real) sendReport(t *testing.T, user, query, field, name string, data []byte, values url.Values) (int, string, string) {
	t.Helper()
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	for key, all := range values {
		for _, v := range all {
			w.WriteField(key, v)
		}
	}
	if field != "" {
		part, err := w.CreateFormFile(field, name)
		if err != nil {
			t.Fatal(err)
		}
		part.Write(data)
	}
	w.Close()
	res := b.as(t, user, "POST", "/ledgers/"+string(b.id)+"/reporting"+query, form.String(), "Content-Type", w.FormDataContentType())
	return res.StatusCode, res.Header.Get("Location"), body(t, res)
}

// led gives accounts to finance, the liaison's body, and returns the one that
// counts new jobs.
func (b *real) led(t *testing.T) *ledger.Account {
	t.Helper()
	jobs := ""
	for _, a := range b.all {
		if jobs == "" && strings.Contains(a.Task, "城镇新增就业") && len(a.Terms) > 0 {
			jobs = a.ID
		}
	}
	b.edit(t, jobs, func(a *ledger.Account) { a.Lead = []string{"finance"} })
	return b.account(t, jobs)
}

// readings are all of a series, in the ledger as it stands.
func (b *real) readings(t *testing.T, s ledger.Series) (all []*ledger.Reading) {
	t.Helper()
	err := b.db.View(t.Context(), func(rd ledger.Reader) (err error) { all, err = rd.Readings(s); return err })
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestReporting goes the way of a value: a liaison gives it with a sentence and a
// file, is asked about it, explains; a supervisor sends it back; the liaison sees
// why and gives it again; the supervisor verifies it.
func TestReporting(t *testing.T) {
	b := newReal(t)
	jobs := b.led(t)
	at := "/ledgers/" + string(b.id)
	page := body(t, b.as(t, "liaison", "GET", at+"/reporting?lang=zh", ""))
	key := jobs.ID + "-0-150000"
	for _, want := range []string{`name="v-` + key + `"`, "还有 1 项待报，共 1 个数", "万人", `name="say-` + jobs.ID + `"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if page := body(t, b.as(t, "bystander", "GET", at+"/reporting?lang=zh", "")); !strings.Contains(page, "没有待报事项") || strings.Contains(page, jobs.Task) {
		t.Error("another body's liaison sees what is not its own")
	}

	// Text in place of a number: nothing is kept, and the file needs not be chosen again.
	pdf := []byte("%PDF-1.4 验收")
	status, _, page := b.sendReport(t, "liaison", "?lang=zh", "file-"+jobs.ID, "验收单.pdf", pdf, url.Values{"v-" + key: {"约二十"}, "say-" + jobs.ID: {"开展招聘<b>"}})
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, `value="约二十"`) || !strings.Contains(page, "开展招聘&lt;b&gt;") || !strings.Contains(page, "✓ 验收单.pdf") {
		t.Fatalf("a word in place of a number gives %d\n%s", status, page)
	}
	if n := len(b.readings(t, jobs.SeriesOf(0))); n != 0 {
		t.Fatalf("%d readings were kept of a refused form", n)
	}
	_, token, _ := strings.Cut(page, `name="kept" value="`)
	token, _, _ = strings.Cut(token, `"`)
	status, to, _ := b.sendReport(t, "liaison", "?lang=zh", "", "", nil, url.Values{"v-" + key: {"21"}, "say-" + jobs.ID: {"开展招聘"}, "kept": {token}})
	if status != http.StatusSeeOther || !strings.Contains(to, "n=1") {
		t.Fatalf("reporting gives %d to %s", status, to)
	}
	all := b.readings(t, jobs.SeriesOf(0))
	if len(all) != 1 || all[0].Value != "210000" || all[0].Note != "开展招聘" || len(all[0].Evidence) != 1 || all[0].Evidence[0].Type != "application/pdf" || all[0].Who != "liaison" {
		t.Fatalf("%+v", all)
	}
	if page := body(t, b.as(t, "liaison", "GET", to+"&lang=zh", "")); !strings.Contains(page, "已报送 1 个数") || !strings.Contains(page, "已报 21万人（待核实）") {
		t.Error("the page does not tell what was reported")
	}
	// The same again is nothing new.
	if _, to, _ := b.sendReport(t, "liaison", "", "", "", nil, url.Values{"v-" + key: {"21万人"}, "say-" + jobs.ID: {"开展招聘"}}); !strings.Contains(to, "n=0") {
		t.Errorf("the same again leads to %s", to)
	}

	// The supervisor looks, and sends it back.
	page = body(t, b.as(t, "supervisor", "GET", at+"/checking?lang=zh", ""))
	for _, want := range []string{"21万人", "开展招聘", "验收单.pdf", at + "/evidence/1/0", `name="pick" value="1"`, "填报负担"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page to check lacks %s", want)
		}
	}
	if status, _, page := b.post(t, at+"/checking?lang=zh", url.Values{"do": {"return"}, "pick": {"1"}}); status != http.StatusUnprocessableEntity || !strings.Contains(page, "checked") || !strings.Contains(page, `href="#reason"`) {
		t.Errorf("sending back without a reason gives %d", status)
	}
	if status, _, page := b.post(t, at+"/checking?lang=zh", url.Values{"do": {"verify"}}); status != http.StatusUnprocessableEntity || !strings.Contains(page, "没有勾选") {
		t.Errorf("verifying nothing gives %d", status)
	}
	if status, to, _ := b.post(t, at+"/checking", url.Values{"do": {"return"}, "pick": {"1"}, "reason": {"与台账不一致"}}); status != http.StatusSeeOther || !strings.Contains(to, "done=return&n=1") {
		t.Errorf("sending back gives %d to %s", status, to)
	}
	page = body(t, b.as(t, "liaison", "GET", at+"/reporting?lang=zh", ""))
	if !strings.Contains(page, "已退回（21万人）：与台账不一致") || !strings.Contains(page, "还有 1 项待报") {
		t.Error("the liaison does not see why it was sent back")
	}
	b.sendReport(t, "liaison", "", "", "", nil, url.Values{"v-" + key: {"20.5"}})
	if status, to, _ := b.post(t, at+"/checking", url.Values{"do": {"verify"}, "pick": {"2"}}); status != http.StatusSeeOther || !strings.Contains(to, "n=1") {
		t.Errorf("verifying gives %d to %s", status, to)
	}
	if all := b.readings(t, jobs.SeriesOf(0)); len(all) != 2 || all[0].Status != ledger.Returned || all[1].Status != ledger.Verified || all[1].Revision != 2 {
		t.Errorf("%+v", all)
	}
	if page := body(t, b.as(t, "supervisor", "GET", at+"/checking?lang=zh", "")); strings.Contains(page, `name="pick"`) {
		t.Error("what was checked is still to be checked")
	}
	if page := body(t, b.as(t, "supervisor", "GET", at+"/checking?lang=zh&show=all", "")); !strings.Contains(page, "已退回：与台账不一致") || !strings.Contains(page, "原报 21万人") {
		t.Error("what was checked is not to be seen")
	}
	history := body(t, b.as(t, "supervisor", "GET", at+"/history?lang=zh", ""))
	if strings.Contains(history, "⟦") {
		t.Error("the history lacks words for what was reported and checked")
	}
}

// TestReportingAsks demands that an unusual value comes back at its field with a
// place for the reason, and passes with one; a sentence of progress is none.
func TestReportingAsks(t *testing.T) {
	b := newReal(t)
	b.led(t)
	growth := ""
	for _, a := range b.all {
		if growth == "" && len(a.Terms) > 0 && a.Terms[0].Kind == "growth" && a.Terms[0].Unit == "%" {
			growth = a.ID
		}
	}
	b.edit(t, growth, func(a *ledger.Account) { a.Lead = []string{"finance"} })
	key := growth + "-0-150000"
	status, _, page := b.sendReport(t, "liaison", "?lang=zh", "", "", nil, url.Values{"v-" + key: {"0.06"}, "say-" + growth: {"平稳"}})
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, "是不是 6%") || !strings.Contains(page, `name="why-`+key+`"`) || !strings.Contains(page, "平稳") {
		t.Fatalf("0.06 gives %d", status)
	}
	status, _, _ = b.sendReport(t, "liaison", "", "", "", nil, url.Values{"v-" + key: {"0.06"}, "say-" + growth: {"平稳"}, "why-" + key: {"确为0.06"}})
	all := b.readings(t, b.account(t, growth).SeriesOf(0))
	if status != http.StatusSeeOther || len(all) != 1 || all[0].Reason != "确为0.06" || all[0].Note != "平稳" {
		t.Errorf("with a reason: %d, %+v", status, all)
	}
	if page := body(t, b.as(t, "supervisor", "GET", "/ledgers/"+string(b.id)+"/checking?lang=zh", "")); !strings.Contains(page, "确为0.06") {
		t.Error("the supervisor does not see the reason")
	}
}

// TestReportingPlaces lets the office of a league report its own values, and no
// others; one form with a mistake keeps none.
func TestReportingPlaces(t *testing.T) {
	b := newReal(t)
	jobs := b.led(t)
	office := &ledger.Body{Place: "150000", Code: "water", Name: "包头市政府", Order: 50, Region: "150200"}
	if err := b.desk().PutBody(t.Context(), ledger.Operator(), office); err != nil {
		t.Fatal(err)
	}
	b.edit(t, jobs.ID, func(a *ledger.Account) {
		a.Supporting = []string{"water"}
		a.Parts = []ledger.Part{{Place: "150100", Value: "100000"}, {Place: "150200", Value: "100000"}}
	})
	mine, other, whole := jobs.ID+"-0-150200", jobs.ID+"-0-150100", jobs.ID+"-0-150000"
	page := body(t, b.as(t, "bystander", "GET", "/ledgers/"+string(b.id)+"/reporting?lang=zh", ""))
	if !strings.Contains(page, "v-"+mine) || strings.Contains(page, "v-"+other) || strings.Contains(page, "v-"+whole) {
		t.Error("a league's office is asked for others' values, or not for its own")
	}
	status, _, _ := b.sendReport(t, "bystander", "", "", "", nil, url.Values{"v-" + mine: {"5"}, "v-" + other: {"6"}})
	place := jobs.SeriesOf(0)
	place.Place = "150200"
	if all := b.readings(t, place); status != http.StatusSeeOther || len(all) != 1 || all[0].Value != "50000" {
		t.Errorf("reporting gives %d, %+v", status, all)
	}
	if place.Place = "150100"; len(b.readings(t, place)) != 0 {
		t.Error("a league's office reported another's value")
	}
	page = body(t, b.as(t, "liaison", "GET", "/ledgers/"+string(b.id)+"/reporting?lang=zh", ""))
	if !strings.Contains(page, "v-"+other) || strings.Contains(page, "v-"+whole) {
		t.Error("a whole that its parts make is asked for, or its parts are not")
	}
	published := ledger.GivenReading{Number: jobs.Number, Period: b.readings(t, mineOf(jobs))[0].Period.String(), Value: "20", Unit: "万人"}
	if _, err := b.desk().TakeReadings(t.Context(), ledger.Operator(), b.id, &ledger.Intake{Rows: slices.Values([]ledger.GivenReading{published})}); err != nil {
		t.Fatal(err)
	}
	status, _, page = b.sendReport(t, "liaison", "?lang=zh", "", "", nil, url.Values{"v-" + other: {"30"}})
	if place.Place = "150100"; status != http.StatusUnprocessableEntity || !strings.Contains(page, `name="why-`+other+`"`) || !strings.Contains(page, "大于上级地区（内蒙古自治区）的 20万人") || len(b.readings(t, place)) != 0 {
		t.Errorf("a part above the whole gives %d", status)
	}
	status, _, page = b.sendReport(t, "liaison", "?lang=zh", "", "", nil, url.Values{"lines": {jobs.Number + "\t呼和浩特市\t7\t稳中有升\n404\t1"}, "do": {"fill"}})
	if status != http.StatusOK || !strings.Contains(page, `value="7"`) || !strings.Contains(page, "稳中有升") || !strings.Contains(page, "404") {
		t.Errorf("pasted lines give %d", status)
	}
}

// mineOf is the series of a league's part of an account.
func mineOf(a *ledger.Account) ledger.Series {
	s := a.SeriesOf(0)
	s.Place = "150200"
	return s
}

// TestReportingNodes ticks milestones: one that was changed meanwhile keeps nothing
// of the form, and what was typed comes back.
func TestReportingNodes(t *testing.T) {
	b := newReal(t)
	jobs := b.led(t)
	road := ""
	for _, a := range b.all {
		if road == "" && a.Category == ledger.Task && len(a.Terms) == 0 {
			road = a.ID
		}
	}
	b.edit(t, road, func(a *ledger.Account) {
		a.Lead = []string{"finance"}
		a.Milestones = []ledger.Milestone{{What: "开工", Due: ledger.ParseDeadline("5月底前", 2021)}, {What: "完工", Due: ledger.ParseDeadline("9月底前", 2021)}}
	})
	version := b.account(t, road).Version
	page := body(t, b.as(t, "liaison", "GET", "/ledgers/"+string(b.id)+"/reporting?lang=zh", ""))
	if !strings.Contains(page, fmt.Sprintf(`name="node-%s" value="1@%d"`, road, version)) || strings.Contains(page, "v-"+road) {
		t.Fatal("the milestones cannot be ticked, or a share is asked for beside them")
	}
	both := url.Values{"node-" + road: {fmt.Sprintf("0@%d", version), fmt.Sprintf("1@%d", version)}, "say-" + road: {"已开工"}, "v-" + jobs.ID + "-0-150000": {"21"}}
	b.edit(t, road, func(a *ledger.Account) { a.Note = "另议" })
	status, _, page := b.sendReport(t, "liaison", "?lang=zh", "", "", nil, both)
	if status != http.StatusConflict || !strings.Contains(page, `value="21"`) || !strings.Contains(page, "已开工") || len(b.readings(t, jobs.SeriesOf(0))) != 0 || b.account(t, road).Milestones[0].Done != "" {
		t.Errorf("over a change: %d", status)
	}
	version = b.account(t, road).Version
	both["node-"+road] = []string{fmt.Sprintf("0@%d", version), fmt.Sprintf("1@%d", version)}
	status, to, _ := b.sendReport(t, "liaison", "", "", "", nil, both)
	if status != http.StatusSeeOther || !strings.Contains(to, "n=1") || !strings.Contains(to, "nodes=2") || b.account(t, road).Milestones[1].Done == "" || len(b.readings(t, jobs.SeriesOf(0))) != 1 {
		t.Errorf("ticking two gives %d to %s", status, to)
	}
	if status, _, page := b.sendReport(t, "bystander", "?lang=zh", "", "", nil, url.Values{"node-" + road: {"0@1"}}); status != http.StatusSeeOther {
		t.Errorf("another body's milestones: %d %s", status, page)
	}
}

// TestEvidence demands that a file is handed out as it was given, to those who may
// see it, so that no browser runs it.
func TestEvidence(t *testing.T) {
	b := newReal(t)
	jobs := b.led(t)
	pdf := []byte("%PDF-1.4 <script>alert(1)</script>")
	b.sendReport(t, "liaison", "", "file-"+jobs.ID, `..\验收<b>单.pdf`, pdf, url.Values{"v-" + jobs.ID + "-0-150000": {"21"}})
	at := "/ledgers/" + string(b.id) + "/evidence/1/0"
	for user, want := range map[string]int{"supervisor": 200, "viewer": 200, "liaison": 200, "bystander": 404, "stranger": 404, "": 302} {
		res := b.as(t, user, "GET", at, "")
		if res.StatusCode != want {
			t.Errorf("%q: %d, want %d", user, res.StatusCode, want)
		}
		if want != 200 {
			continue
		}
		h := res.Header
		if body(t, res) != string(pdf) || h.Get("Content-Type") != "application/pdf" || !strings.HasPrefix(h.Get("Content-Disposition"), "attachment") ||
			h.Get("X-Content-Type-Options") != "nosniff" || !strings.Contains(h.Get("Content-Security-Policy"), "sandbox") || h.Get("Cache-Control") != "no-store" {
			t.Errorf("%q is sent with %v", user, h)
		}
		checkHeaders(t, res)
	}
	for _, path := range []string{"1/1", "1/-1", "2/0", "x/0", "1/x"} {
		if res := b.as(t, "supervisor", "GET", strings.TrimSuffix(at, "1/0")+path, ""); res.StatusCode != 404 {
			t.Errorf("%s: %d", path, res.StatusCode)
		}
	}
	publish(t, b)
	if res := b.as(t, "", "GET", at, ""); res.StatusCode != 404 {
		t.Errorf("the public gets the evidence of a published ledger: %d", res.StatusCode)
	}
}

// publish publishes the ledger.
func publish(t *testing.T, b *real) {
	t.Helper()
	b.settle(t)
	if _, err := b.desk().Approve(t.Context(), ledger.Operator(), b.id, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := b.desk().Publish(t.Context(), ledger.Operator(), b.id, ""); err != nil {
		t.Fatal(err)
	}
}

func TestEvidenceType(t *testing.T) {
	archive := func(names ...string) []byte {
		var buf bytes.Buffer
		w := zip.NewWriter(&buf)
		for _, n := range names {
			w.Create(n)
		}
		w.Close()
		return buf.Bytes()
	}
	for _, tt := range []struct {
		name string
		file []byte
		want string
	}{
		{"pdf", []byte("%PDF-1.7"), "application/pdf"}, {"jpg", []byte("\xff\xd8\xff\xe0"), "image/jpeg"}, {"png", []byte("\x89PNG\r\n\x1a\n"), "image/png"},
		{"docx", archive("[Content_Types].xml", "word/document.xml"), formats["docx"].contentType}, {"xlsx", archive("xl/workbook.xml"), formats["xlsx"].contentType},
		{"macros", archive("word/document.xml", "word/vbaProject.bin"), ""}, {"zip", archive("a.exe"), ""}, {"no zip", []byte("PK\x03\x04xx"), ""},
		{"txt", []byte("验收合格\r\n"), typeText}, {"gbk", []byte("\xd1\xe9\xca\xd5"), typeText}, {"empty", nil, ""},
		{"exe", []byte("MZ\x90\x00\x03"), ""}, {"gif", []byte("GIF89a\x00\x01"), ""}, {"xls", []byte("\xd0\xcf\x11\xe0\xa1"), ""},
	} {
		if got := evidenceType(tt.file); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestOpenBehindChecked demands that a reading that nobody has checked is listed
// whatever was reported and checked since.
func TestOpenBehindChecked(t *testing.T) {
	b := newReal(t)
	const n = checkBack + 2
	var readings []*ledger.Reading
	var checks []ledger.Record
	for i := range n {
		r := storetest.AccountReading(1, "2021-01", strconv.Itoa(i))
		r.Ledger, r.Account, r.Revision, r.Note = b.id, b.led(t).ID, i+1, "说明"+strconv.Itoa(i)
		readings = append(readings, r)
		if i > 0 {
			checks = append(checks, &ledger.ReadingCheck{ID: ledger.ReadingID(int64(i + 1)), Status: ledger.Verified})
		}
	}
	storetest.PutReadings(t, b.db, b.id.Journal(), readings...)
	storetest.Put(t, b.db, b.id.Journal(), checks...)
	page := body(t, b.as(t, "supervisor", "GET", "/ledgers/"+string(b.id)+"/checking?lang=zh", ""))
	if strings.Count(page, `name="pick"`) != 1 || !strings.Contains(page, "说明0") {
		t.Errorf("%d readings are to be checked", strings.Count(page, `name="pick"`))
	}
	if strings.Contains(page, "before=") {
		t.Error("there is more to look through")
	}
}
