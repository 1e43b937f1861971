package server

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"pledger/examples"
	"pledger/ledger"
)

// sendFile sends a file as a form does, with other fields as pairs.
func (b *real) sendFile(t *testing.T, user, path, name string, data []byte, fields ...string) (int, string, string) {
	t.Helper()
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	for i := 0; i+1 < len(fields); i += 2 {
		w.WriteField(fields[i], fields[i+1])
	}
	part, err := w.CreateFormFile("file", name)
	if err != nil {
		t.Fatal(err)
	}
	part.Write(data)
	w.Close()
	res := b.as(t, user, "POST", path, form.String(), "Content-Type", w.FormDataContentType())
	return res.StatusCode, res.Header.Get("Location"), body(t, res)
}

// TestOpen goes from a report's file to its ledger.
func TestOpen(t *testing.T) {
	b := newReal(t)
	status, to, _ := b.sendFile(t, "admin", "/open", `..\报告<b>.txt`, []byte(examples.Sample))
	if status != http.StatusSeeOther || !strings.HasPrefix(to, "/open/") {
		t.Fatalf("sending a report gives %d to %s", status, to)
	}
	page := body(t, b.as(t, "admin", "GET", to+"?lang=zh", ""))
	if !strings.Contains(page, "还没有写入任何内容") || !strings.Contains(page, "报告&lt;b&gt;.txt") {
		t.Error("the preview does not say what it is, or names the file wrongly")
	}
	if res := b.as(t, "supervisor", "GET", to, ""); res.Header.Get("Location") != "/open?gone=1" {
		t.Error("another user sees the preview")
	}
	page = body(t, b.as(t, "admin", "GET", to+"?lang=zh&q=%E5%8C%85%E5%A4%B4&year=2022", ""))
	if !strings.Contains(page, "150200") || !strings.Contains(page, `name="year" value="2022"`) || !strings.Contains(page, "请核对") {
		t.Error("the preview does not follow the place and year asked for")
	}
	if page := body(t, b.as(t, "admin", "GET", to+"?lang=zh&q=%E9%BC%93%E6%A5%BC%E5%8C%BA", "")); !strings.Contains(page, "place=410204") || strings.Contains(page, `name="place"`) {
		t.Error("of several places none is offered, or one is taken")
	}
	for _, q := range []string{"?q=%3Cb%3E", "?place=150200&year=abc", "?place=000001", "?place=150200&year=99999"} {
		if page := body(t, b.as(t, "admin", "GET", to+q, "")); strings.Contains(page, `name="place"`) {
			t.Errorf("%s can be opened", q)
		}
	}
	if n := b.ledgers(t); n != 1 {
		t.Fatalf("a preview made ledgers: there are %d", n)
	}
	res := b.as(t, "admin", "POST", to, url.Values{"place": {"150200"}, "year": {"2021"}}.Encode())
	if got := res.Header.Get("Location"); res.StatusCode != http.StatusSeeOther || got != "/ledgers/150200-2021/steps?done=open" || b.ledgers(t) != 2 {
		t.Fatalf("opening gives %d to %s", res.StatusCode, got)
	}
	if res := b.as(t, "admin", "POST", to, url.Values{"place": {"150200"}, "year": {"2021"}}.Encode()); res.Header.Get("Location") != "/open?gone=1" {
		t.Error("a report that became a ledger still waits")
	}
}

// ledgers counts the ledgers.
func (b *real) ledgers(t *testing.T) (n int) {
	t.Helper()
	err := b.db.View(t.Context(), func(rd ledger.Reader) error {
		all, err := rd.Ledgers()
		n = len(all)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestOpenBound demands that a user of one government opens ledgers of it only,
// and that a ledger that is there already is linked and not made again.
func TestOpenBound(t *testing.T) {
	b := newReal(t)
	_, to, _ := b.sendFile(t, "supervisor", "/open", "报告.txt", []byte(examples.Sample))
	page := body(t, b.as(t, "supervisor", "GET", to+"?lang=zh&year=2021&place=230000", ""))
	if !strings.Contains(page, "不能重复建账") || !strings.Contains(page, "/ledgers/150000-2021") || strings.Contains(page, `name="place"`) {
		t.Error("a ledger that is there is offered to be opened again")
	}
	form := url.Values{"place": {"230000"}, "year": {"2023"}}
	if status, _, _ := b.post(t, to, form); status != http.StatusUnprocessableEntity || b.ledgers(t) != 1 {
		t.Errorf("opening another government's ledger gives %d", status)
	}
	form = url.Values{"place": {"150000"}, "year": {"2021"}}
	if status, _, page := b.post(t, to+"?lang=zh", form); status != http.StatusUnprocessableEntity || !strings.Contains(page, "不能重复建账") {
		t.Errorf("opening a ledger twice gives %d", status)
	}
}

func TestOpenRefuses(t *testing.T) {
	b := newReal(t)
	for name, data := range map[string][]byte{
		"空.txt": nil, "旧.doc": append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, make([]byte, 2000)...), "坏.docx": []byte("PK\x03\x04 nothing"),
		"图.png": append([]byte("\x89PNG\r\n\x1a\n"), make([]byte, 2000)...), "<script>.txt": {},
	} {
		status, _, page := b.sendFile(t, "admin", "/open?lang=zh", name, data)
		if status != http.StatusUnprocessableEntity || !strings.Contains(page, "文件没有读进来") || strings.Contains(page, "<script>.txt") || strings.Contains(page, "⟦") {
			t.Errorf("%s: %d", name, status)
		}
	}
	if status, _, page := b.post(t, "/open?lang=zh", nil); status != http.StatusUnprocessableEntity || !strings.Contains(page, "请选择一个文件") {
		t.Errorf("no file gives %d", status)
	}
	if status, _, _ := b.sendFile(t, "admin", "/open", "大.txt", make([]byte, maxUpload+1)); status != http.StatusUnprocessableEntity {
		t.Errorf("a file above the limit gives %d", status)
	}
	if status, _, _ := b.sendFile(t, "admin", "/open", "大.txt", make([]byte, fileLimit+1)); status != http.StatusRequestEntityTooLarge {
		t.Errorf("a file far above the limit gives %d", status)
	}
}

// TestOpenNothing demands that a text that owes nothing opens no ledger.
func TestOpenNothing(t *testing.T) {
	b := newReal(t)
	_, to, _ := b.sendFile(t, "admin", "/open", "信.txt", []byte("2023年青岚市政府工作报告\n各位代表：\n路在脚下，谢谢大家。\n"))
	for _, query := range []string{"", "&place=150200&year=2023"} {
		if page := body(t, b.as(t, "admin", "GET", to+"?lang=zh"+query, "")); strings.Contains(page, `name="place"`) {
			t.Error(fmt.Sprint("it is offered to open a ledger without accounts", query))
		}
	}
}
