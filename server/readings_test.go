package server

import (
	"bytes"
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"pledger/ledger"
)

// sheetOf is a workbook of one sheet with the rows.
func sheetOf(t *testing.T, rows ...[]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		for j, v := range row {
			cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if err := f.SetCellValue("Sheet1", cell, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// plainPage is a page's text, its tags left out.
func plainPage(page string) string {
	return html.UnescapeString(regexp.MustCompile(`\s*<[^>]*>\s*`).ReplaceAllString(page, "|"))
}

// head is what the sheets of the tests begin with.
var head = []any{"指标", "地区", "时期", "数值", "单位", "备注"}

// TestBadReadings sends every kind of bad input as a workbook: the preview names
// the cell and what would mend it, and nothing is kept.
func TestBadReadings(t *testing.T) {
	b := newReal(t)
	at := "/ledgers/" + string(b.id) + "/readings"
	good := []any{"地区生产总值增长", "全区", "2021年1—3月", 6.5, "%", ""}
	for name, tt := range map[string]struct {
		row  []any
		want string
	}{
		"wrong unit":    {[]any{"城镇新增就业", "全区", "2021年1—9月", 15, "公里", ""}, "E3“单位”栏|单位“公里”换算不成“人”"},
		"wrong period":  {[]any{"城镇新增就业", "全区", "第五季度", 15, "万人", ""}, "C3“时期”栏|“第五季度”不是时期"},
		"future period": {[]any{"城镇新增就业", "全区", "2199年", 15, "万人", ""}, "C3“时期”栏|时期到 2199-12-31 才结束"},
		"text":          {[]any{"城镇新增就业", "全区", "2021年1—9月", "约十五", "万人", ""}, "D3“数值”栏|“约十五”不是一个数"},
		"thousands":     {[]any{"城镇新增就业", "全区", "2021年1—9月", "15,00", "人", ""}, "D3“数值”栏|“15,00”里的逗号不是千分位"},
		"fraction":      {[]any{"地区生产总值增长", "全区", "2021年1—9月", 0.06, "%", ""}, "D3“数值”栏|填的是 0.06，而这一项是 6 上下：是不是 6%？"},
		"two values":    {[]any{"地区生产总值增长", "全区", "2021年1—3月", 6.6, "%", ""}, "D3“数值”栏|同一指标、地区、时期前面已有另一个数（6.5%）"},
		"no indicator":  {[]any{"城镇新增就来", "全区", "2021年1—9月", 15, "万人", ""}, "A3“指标”栏|没有叫“城镇新增就来”的指标。是不是：城镇新增就业"},
		"no place":      {[]any{"城镇新增就业", "呼和皓特市", "2021年1—9月", 15, "万人", ""}, "B3“地区”栏|本级政府范围内没有叫“呼和皓特市”的地区，或不止一个。是不是：呼和浩特市"},
		"no value":      {[]any{"城镇新增就业", "全区", "2021年1—9月", "", "万人", ""}, "D3“数值”栏|没有填数值"},
		"no unit":       {[]any{"城镇新增就业", "全区", "2021年1—9月", 15, "", ""}, "E3“单位”栏|没有单位"},
		"formula":       {[]any{"=1+1", "全区", "2021年1—9月", 15, "万人", ""}, "A3“指标”栏|没有叫“=1+1”的指标"},
		"outside range": {[]any{"地区生产总值增长", "全区", "2021年1—9月", -120, "%", ""}, "D3“数值”栏|-120 超出了合理范围"},
		"sound":         {[]any{"粮食产量", "包头市", "2021年", 1, "斤", ""}, ""},
	} {
		b.now = b.now.Add(time.Second) // of files that wait, the oldest gives way
		status, to, _ := b.sendFile(t, "supervisor", at, "读数.xlsx", sheetOf(t, head, good, tt.row))
		if status != http.StatusSeeOther {
			t.Fatalf("%s: %d", name, status)
		}
		page := body(t, b.as(t, "supervisor", "GET", to+"?lang=zh", ""))
		if !strings.Contains(plainPage(page), tt.want) || strings.Contains(page, "⟦") {
			t.Errorf("%s: the preview lacks %s:\n%s", name, tt.want, plainPage(page))
		}
		if tt.want == "" {
			continue
		}
		if status, _, _ := b.post(t, to, hidden(page)); status != http.StatusUnprocessableEntity {
			t.Errorf("%s: confirming gives %d", name, status)
		}
	}
	series := ledger.Series{Indicator: "gdp", Kind: "growth", Place: "150000"}
	if n := len(b.readings(t, series)); n != 0 {
		t.Errorf("%d readings of refused files were kept", n)
	}
}

// TestReadings goes from files of every form over their preview into the ledger:
// GBK, columns moved, a reason given on the page, a ledger changed meanwhile.
func TestReadings(t *testing.T) {
	b := newReal(t)
	at := "/ledgers/" + string(b.id) + "/readings"
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("标题,,,,\n单位,备注,数值,时期,指标\n%,,6.5,2021年1—3月,地区生产总值增长\n人,,\"131,600\",2021年1—9月,城镇新增就业\n")
	if err != nil {
		t.Fatal(err)
	}
	_, to, _ := b.sendFile(t, "supervisor", at, "读数<b>.csv", []byte(gbk))
	page := body(t, b.as(t, "supervisor", "GET", to+"?lang=zh", ""))
	if !strings.Contains(page, "写入：2 条") || !strings.Contains(page, "读数&lt;b&gt;.csv") || !strings.Contains(page, "131,600人") {
		t.Fatalf("the preview:\n%s", plainPage(page))
	}
	jobs := ledger.Series{Indicator: "employment.new_urban", Kind: "level", Place: "150000"}
	if len(b.readings(t, jobs)) != 0 {
		t.Fatal("a preview wrote readings")
	}
	if status, done, _ := b.post(t, to, hidden(page)); status != http.StatusSeeOther || !strings.Contains(done, "n=2") {
		t.Fatalf("importing gives %d to %s", status, done)
	}
	if all := b.readings(t, jobs); len(all) != 1 || all[0].Value != "131600" || all[0].Who != "supervisor" {
		t.Fatalf("%+v", all)
	}
	if res := b.as(t, "supervisor", "GET", to, ""); res.Header.Get("Location") != at+"?gone=1" {
		t.Error("what was imported still waits")
	}

	// A value far from the one before it needs a reason, which the page takes.
	file := []byte("指标,时期,数值,单位\n城镇新增就业,2021年1—12月,16,万人\n城镇新增就业,2021年1—6月,9000,万人\n")
	_, to, _ = b.sendFile(t, "supervisor", at, "后来.csv", file)
	page = body(t, b.as(t, "supervisor", "GET", to+"?lang=zh", ""))
	if !strings.Contains(plainPage(page), "第 3 行第 3 列“数值”栏|") || !strings.Contains(page, `name="why-1"`) {
		t.Fatalf("a jump is not asked about:\n%s", plainPage(page))
	}
	form := hidden(page)
	if status, _, _ := b.post(t, to, form); status != http.StatusUnprocessableEntity {
		t.Errorf("without a reason: %d", status)
	}
	form.Set("why-1", "口径调整")
	if status, done, page := b.post(t, to+"?lang=zh", form); status != http.StatusSeeOther || !strings.Contains(done, "n=2") {
		t.Fatalf("with a reason: %d\n%s", status, plainPage(page))
	}
	all := b.readings(t, jobs)
	if len(all) != 3 || all[0].Reason != "口径调整" {
		t.Errorf("%+v", all)
	}

	// What was imported meanwhile makes the preview another.
	_, to, _ = b.sendFile(t, "supervisor", at, "a.csv", []byte("指标,时期,数值,单位\n地区生产总值增长,2021年1—6月,7.8,%\n"))
	form = hidden(body(t, b.as(t, "supervisor", "GET", to, "")))
	_, other, _ := b.sendFile(t, "supervisor", at, "b.csv", []byte("指标,时期,数值,单位\n地区生产总值增长,2021年1—6月,7.7,%\n"))
	b.post(t, other, hidden(body(t, b.as(t, "supervisor", "GET", other, ""))))
	status, _, page := b.post(t, to+"?lang=zh", form)
	if status != http.StatusConflict || !strings.Contains(page, "台账有了变化") || !strings.Contains(page, "修订") {
		t.Errorf("over a change: %d", status)
	}
	if status, _, _ := b.post(t, to, hidden(page)); status != http.StatusSeeOther {
		t.Errorf("confirming the new preview gives %d", status)
	}
}

// TestReadingsRefused sends files that are none.
func TestReadingsRefused(t *testing.T) {
	b := newReal(t)
	at := "/ledgers/" + string(b.id) + "/readings?lang=zh"
	for name, tt := range map[string]struct {
		data []byte
		want string
	}{
		"空.csv": {nil, "文件是空的"}, "旧.xls": {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "旧版 Excel"}, "a.pdf": {[]byte("%PDF-1.4"), "PDF 格式"},
		"坏.xlsx": {[]byte("PK\x03\x04 nothing"), "损坏"}, "无.csv": {[]byte("甲,乙\n1,2\n"), "没有找到表头"},
	} {
		status, _, page := b.sendFile(t, "supervisor", at, name, tt.data)
		if status != http.StatusUnprocessableEntity || !strings.Contains(page, tt.want) || strings.Contains(page, "⟦") {
			t.Errorf("%s: %d", name, status)
		}
	}
}

// TestReportingSheet gives the sheet out to a liaison and takes it back filled in.
func TestReportingSheet(t *testing.T) {
	b := newReal(t)
	jobs := b.led(t)
	at := "/ledgers/" + string(b.id)
	res := b.as(t, "liaison", "GET", at+"/reporting/sheet.xlsx", "")
	data := []byte(body(t, res))
	if res.StatusCode != 200 || !strings.Contains(res.Header.Get("Content-Disposition"), "attachment") {
		t.Fatalf("the sheet: %d %v", res.StatusCode, res.Header)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := f.GetSheetName(0)
	if v, _ := f.GetCellValue(s, "H4"); v != "万人" {
		t.Errorf("the unit is %q", v)
	}
	f.SetCellValue(s, "G4", 21.5)
	f.SetCellValue(s, "I4", "招聘月活动")
	var filled bytes.Buffer
	if _, err := f.WriteTo(&filled); err != nil {
		t.Fatal(err)
	}
	_, to, _ := b.sendFile(t, "liaison", at+"/readings", "填报表.xlsx", filled.Bytes())
	page := body(t, b.as(t, "liaison", "GET", to+"?lang=zh", ""))
	if !strings.Contains(page, "21.5万人") || !strings.Contains(page, "写入：1 条") {
		t.Fatalf("the preview:\n%s", plainPage(page))
	}
	if res := b.as(t, "liaison", "POST", to, hidden(page).Encode()); res.StatusCode != http.StatusSeeOther {
		t.Errorf("confirming gives %d", res.StatusCode)
	}
	if all := b.readings(t, jobs.SeriesOf(0)); len(all) != 1 || all[0].Value != "215000" || all[0].Note != "招聘月活动" {
		t.Errorf("%+v", all)
	}
	// Another body's liaison may not send it.
	_, to, _ = b.sendFile(t, "bystander", at+"/readings", "填报表.xlsx", filled.Bytes())
	if page := body(t, b.as(t, "bystander", "GET", to+"?lang=zh", "")); !strings.Contains(page, "你不能报这一项") {
		t.Error("another body's values can be sent")
	}
}
