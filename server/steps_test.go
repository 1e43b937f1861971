package server

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"pledger/ledger"
)

// settle accepts every account, gives it a lead and a deadline.
func (b *real) settle(t *testing.T) {
	t.Helper()
	batch := ledger.Batch{Action: ledger.ActAccept}
	for _, a := range b.all {
		batch.Edits = append(batch.Edits, ledger.Edit{Account: a.ID, Change: func(a *ledger.Account) {
			a.State, a.Lead = ledger.Accepted, []string{"finance"}
			if a.Deadline.Text == "" {
				a.Deadline = ledger.ParseDeadline("12月底前", 2021)
			}
		}})
	}
	if _, err := b.desk().Do(t.Context(), ledger.Operator(), b.id, batch); err != nil {
		t.Fatal(err)
	}
}

// TestAfternoon goes the way from a fresh ledger to the printed breakdown.
func TestAfternoon(t *testing.T) {
	b := newReal(t)
	at := "/ledgers/" + string(b.id)
	status, _, page := b.post(t, at+"/approve?lang=zh", nil)
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, "没有办成") || !strings.Contains(page, "没有牵头单位") {
		t.Fatalf("approving a fresh ledger gives %d", status)
	}
	if page := body(t, b.as(t, "supervisor", "GET", at+"/steps?lang=zh", "")); strings.Contains(page, "/approve") || !strings.Contains(page, "/accounts/0001") {
		t.Error("a fresh ledger is offered to be approved, or names nothing that lacks")
	}
	b.settle(t)
	if status, to, _ := b.post(t, at+"/approve", nil); status != http.StatusSeeOther || to != at+"/steps?done=approve" {
		t.Fatalf("approving gives %d to %s", status, to)
	}
	if page := body(t, b.as(t, "supervisor", "GET", at+"/steps?done=approve&lang=zh", "")); !strings.Contains(page, "已审定。") {
		t.Error("it is not told that the ledger was approved")
	}
	if status, _, page = b.post(t, at+"/publish?lang=zh", nil); status != http.StatusUnprocessableEntity || !strings.Contains(page, "请先勾选") {
		t.Errorf("publishing unsure gives %d", status)
	}
	if res := b.as(t, "", "GET", at+"/download/csv", ""); res.StatusCode == http.StatusOK {
		t.Error("the public reads what is not published")
	}
	if status, _, _ = b.post(t, at+"/publish", url.Values{"sure": {"yes"}}); status != http.StatusSeeOther {
		t.Errorf("publishing gives %d", status)
	}
	if status, _, page = b.post(t, at+"/renumber?lang=zh", nil); status != http.StatusUnprocessableEntity || !strings.Contains(page, "印发") {
		t.Errorf("numbering a published ledger anew gives %d", status)
	}
	for _, f := range []string{"docx", "xlsx", "csv", "json"} {
		b.checkDownload(t, f)
	}
	if status, _, page = b.post(t, at+"/reopen?lang=zh", nil); status != http.StatusUnprocessableEntity || !strings.Contains(page, `href="#why"`) {
		t.Errorf("reopening without a reason gives %d", status)
	}
	if status, _, _ = b.post(t, at+"/reopen", url.Values{"why": {"第 3 项口径有误"}}); status != http.StatusSeeOther {
		t.Errorf("reopening gives %d", status)
	}
	if res := b.as(t, "", "GET", at+"/steps", ""); res.StatusCode != http.StatusFound {
		t.Errorf("the public is answered %d about a reopened ledger", res.StatusCode)
	}
}

// checkDownload demands that the public gets a file of the format, with its
// name and type, and that it is one.
func (b *real) checkDownload(t *testing.T, format string) {
	t.Helper()
	res := b.as(t, "", "GET", "/ledgers/"+string(b.id)+"/download/"+format, "")
	data, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK {
		t.Fatal(format, res.StatusCode, err)
	}
	_, params, err := mime.ParseMediaType(res.Header.Get("Content-Disposition"))
	if want := "2021年内蒙古自治区政府工作报告重点工作分工方案." + format; err != nil || params["filename"] != want {
		t.Errorf("the file is called %q: %v", params["filename"], err)
	}
	if !strings.Contains(res.Header.Get("Content-Disposition"), "filename*=utf-8''2021") || res.Header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("headers %v", res.Header)
	}
	switch format {
	case "docx", "xlsx":
		if _, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err != nil {
			t.Error(format, err)
		}
	case "csv":
		if !bytes.Contains(data, []byte("自治区财政厅")) {
			t.Error("the csv names no body")
		}
	case "json":
		if !json.Valid(data) {
			t.Error("the json is none")
		}
	}
}

func TestDownloadKnowsItsFormats(t *testing.T) {
	b := newReal(t)
	for _, f := range []string{"pdf", "DOCX", "%2e%2e", "csv%00"} {
		if res := b.as(t, "supervisor", "GET", "/ledgers/"+string(b.id)+"/download/"+f, ""); res.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d", f, res.StatusCode)
		}
	}
}

func TestFileName(t *testing.T) {
	for title, want := range map[string]string{
		"2021年青岚市分工方案":             "2021年青岚市分工方案",
		"../../etc/passwd":         "etcpasswd",
		`a\b:c*d?e"f<g>h|i`:        "abcdefghi",
		"a\r\nSet-Cookie: x=1\x00": "aSet-Cookie x=1",
		"\u202egpj.exe":            "gpj.exe",
		"...":                      "breakdown",
		"":                         "breakdown",
		"\xff\xfe":                 "breakdown",
		strings.Repeat("长", 99):    strings.Repeat("长", 60),
		" 2021年青岚市分工方案（征求意见稿）. ": "2021年青岚市分工方案（征求意见稿）",
	} {
		if got := fileName(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}
