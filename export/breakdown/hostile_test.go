package breakdown

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"pledger/locale"
)

// sheetFile makes an xlsx file with the library.
func sheetFile(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// rowsOf fills a sheet from its first row on.
func rowsOf(t testing.TB, f *excelize.File, sheet string, rows ...[]any) {
	t.Helper()
	for i, row := range rows {
		if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
}

// TestSheets reads what only workbooks have: merged cells, formulas, errors,
// dates, percentages, hidden rows and sheets.
func TestSheets(t *testing.T) {
	data := sheetFile(t, func(f *excelize.File) {
		rowsOf(t, f, "Sheet1",
			[]any{"2026年重点工作分工方案"},
			[]any{"序号", "工作任务", "目标值", "牵头单位", "完成时限"},
			[]any{"一、扩大内需"},
			[]any{1, "修路", 0.065, "甲局", 46387},
			[]any{2.0, "种树", "100亩"},
			[]any{3, "治沙", nil, "乙局", "12月底前"},
			[]any{4, "防火", nil, "乙局"},
			[]any{5, "防汛", nil, "乙局"},
		)
		day, err1 := f.NewStyle(&excelize.Style{NumFmt: 31})
		share, err2 := f.NewStyle(&excelize.Style{NumFmt: 10})
		if err := errors.Join(err1, err2,
			f.MergeCell("Sheet1", "A1", "E1"), f.MergeCell("Sheet1", "A3", "E3"), f.MergeCell("Sheet1", "D4", "D5"),
			f.SetCellStyle("Sheet1", "E4", "E4", day), f.SetCellStyle("Sheet1", "C4", "C4", share),
			f.SetRowVisible("Sheet1", 6, false), f.SetCellFormula("Sheet1", "B7", "B6&B5"),
		); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"草稿", "说明"} {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
			rowsOf(t, f, name, []any{"只是", "说明"})
		}
		if err := f.SetSheetVisible("草稿", false); err != nil {
			t.Fatal(err)
		}
	})
	// The library writes no error cells, and a number as the formula's value.
	data = rewrite(t, data, "xl/worksheets/sheet1.xml", func(s string) string {
		s = formulaValue.ReplaceAllString(s, "</f></c>")
		return strings.Replace(s, `<c r="D8"`, `<c r="E8" t="e"><v>#REF!</v></c><c r="D8"`, 1)
	})
	table, problems := Read("a.xlsx", bytes.NewReader(data))
	got := shown(table, problems)
	const want = `一|1|修路|6.50%|甲局|||2026年12月31日
一|2|种树|100亩|甲局|||
一|3|治沙||乙局|||12月底前
warning row-hidden “Sheet1”第 6 行
error formula-empty “Sheet1”B7 单元格
error error-cell “Sheet1”E8 单元格
warning sheet-hidden “草稿”
warning sheet-skipped “说明”`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if table.Year != 2026 {
		t.Errorf("year %d", table.Year)
	}
	cached := rewrite(t, data, "xl/worksheets/sheet1.xml", func(s string) string {
		return strings.Replace(s, "</f>", "</f><v>防火</v>", 1)
	})
	_, problems = Read("a.xlsx", bytes.NewReader(cached))
	if got := shown(nil, problems); !strings.Contains(got, "warning formula “Sheet1”B7 单元格") {
		t.Errorf("a formula with its value: %s", got)
	}
}

// formulaValue is the saved result of a formula.
var formulaValue = regexp.MustCompile(`</f><v>[^<]*</v></c>`)

// rewrite changes one part of a container.
func rewrite(t testing.TB, data []byte, part string, change func(string) string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range unzip(t, data) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if name == part {
			content = change(content)
		}
		if _, err := io.WriteString(w, content); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestEncodings reads one table in every encoding and with every separator.
func TestEncodings(t *testing.T) {
	const plain = "序号,工作任务,牵头单位\r\n1,加强农村公路建设,县交通运输局\r\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	little, big := []byte{0xFF, 0xFE}, []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(plain)) {
		little, big = binary.LittleEndian.AppendUint16(little, u), binary.BigEndian.AppendUint16(big, u)
	}
	for about, data := range map[string]string{
		"utf-8": plain, "utf-8 with mark": utf8Mark + plain, "gb18030": gb, "utf-16le": string(little), "utf-16be": string(big),
		"semicolons": strings.ReplaceAll(plain, ",", ";"), "tabs": strings.ReplaceAll(plain, ",", "\t"),
		"quoted": strings.ReplaceAll(plain, "加强农村公路建设", "\"加强农村\r\n公路建设\""),
	} {
		table, problems := Read("a.csv", strings.NewReader(data))
		if got := strings.ReplaceAll(shown(table, problems), "\n", ""); got != "|1|加强农村公路建设||县交通运输局|||" {
			t.Errorf("%s: %s", about, got)
		}
	}
}

// readTime is how long any file may take.
const readTime = 10 * time.Second

// TestRefused refuses files that are no breakdown, each with its reason.
func TestRefused(t *testing.T) {
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	stream := func(name string) string {
		out := ""
		for _, r := range name {
			out += string(r) + "\x00"
		}
		return ole + out
	}
	manyCSV := "序号,工作任务\n" + strings.Repeat("1,修路\n", MaxRows)
	for _, tt := range []struct{ name, data, code string }{
		{"a.xlsx", "", CodeEmpty},
		{"a.csv", " \n\n", CodeEmpty},
		{"a.xls", stream("Workbook"), CodeOldXLS},
		{"a.doc", stream("WordDocument"), CodeOldXLS},
		{"a.xlsx", stream("EncryptedPackage"), CodeEncrypted},
		{"a.xls", "<html><body><table><tr><td>序号</td><td>工作任务</td></tr><tr><td>1</td><td>修建农村公路，改善出行条件。</td></tr></table></body></html>", CodeHTML},
		{"a.xlsx", "%PDF-1.7\n%%EOF", CodeNotTable},
		{"a.xlsx", "\x89PNG\r\n\x1a\n", CodeNotTable},
		{"a.xlsx", "PK\x03\x04 cut short", CodeMalformed},
		{"a.zip", zipOf(t, "a.txt", "甲"), CodeNotTable},
		{"a.ods", zipOf(t, "content.xml", "<a/>"), CodeNotTable},
		{"a.csv", noise(4000), CodeNotText},
		{"a.csv", "序号,工作任务\n1,\"修路\n2,种树\n", CodeQuote},
		{"a.csv", manyCSV, CodeTooManyRows},
		{"a.json", "{\n\"format\":", CodeMalformed},
		{"a.json", `{"format":"other"}`, CodeJSONFormat},
		{"a.csv", strings.Repeat("长", maxFile/3+2), CodeTooLarge},
		{"a.xlsx", zipOf(t, "xl/workbook.xml", "<workbook><sheets>"), CodeMalformed},
		{"a.xlsx", zipOf(t, "xl/workbook.xml", strings.Repeat(" ", 8<<20)), CodeZipBomb},
	} {
		begin := time.Now()
		table, problems := Read(tt.name, strings.NewReader(tt.data))
		if d := time.Since(begin); d > readTime {
			t.Errorf("%s took %v", tt.code, d)
		}
		if table != nil || len(problems) != 1 || problems[0].Code != tt.code || !problems.Failed() {
			t.Errorf("%s of %d bytes: %s, want %s", tt.name, len(tt.data), told(problems), tt.code)
		}
		for _, p := range problems {
			for _, lang := range locale.All() {
				if text := p.Text(lang); strings.Contains(text, "⟦") || strings.Contains(text, "{") {
					t.Errorf("%s is worded %s", p.Code, text)
				}
			}
		}
	}
	if _, problems := Read("a", failing{}); problems[0].Code != CodeUnreadable {
		t.Errorf("a reader that fails: %s", told(problems))
	}
}

// noise are bytes of no text: each follows from the one before.
func noise(n int) string {
	b, x := make([]byte, n), uint32(1)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = byte(x >> 24)
	}
	return "\x01" + string(b)
}

// failing is a reader that fails.
type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("gone") }

// zipOf is a container with one part.
func zipOf(t testing.TB, name, content string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, content); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestMillionRows leaves a sheet of a million rows at the first row too many,
// and passes over a million blank ones.
func TestMillionRows(t *testing.T) {
	const rows = 1 << 20
	sheet := func(row string) []byte {
		var b strings.Builder
		b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>序号</t></is></c><c r="B1" t="inlineStr"><is><t>工作任务</t></is></c></row>` +
			`<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="inlineStr"><is><t>修路</t></is></c></row>`)
		for i := 3; i <= rows; i++ {
			fmt.Fprintf(&b, row, i, i*7919%100003)
		}
		b.WriteString(`</sheetData></worksheet>`)
		plain := sheetFile(t, func(*excelize.File) {})
		return rewrite(t, plain, "xl/worksheets/sheet1.xml", func(string) string { return b.String() })
	}
	full, blank := sheet(`<row r="%d"><c><v>%d</v></c></row>`), sheet(`<row r="%d" spans="1:%d"/>`)
	begin := time.Now()
	_, problems := Read("a.xlsx", bytes.NewReader(full))
	t.Logf("a million rows: %v", time.Since(begin))
	if len(problems) != 1 || problems[0].Code != CodeTooManyRows {
		t.Errorf("a million rows: %s", told(problems))
	}
	table, problems := Read("a.xlsx", bytes.NewReader(blank))
	if table == nil || len(table.Rows) != 1 {
		t.Errorf("a million blank rows: %s", told(problems))
	}
	if d := time.Since(begin); d > 2*readTime {
		t.Errorf("they took %v", d)
	}
}
