package readings

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"pledger/lexicon"
	"pledger/statement"
)

// opens reads a file from memory.
func opens(name string, data []byte) (*File, error) {
	return Open(name, func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }, lexicon.Default(), "150000")
}

// rows words the rows of a file, one a line.
func rows(t *testing.T, name string, data []byte) string {
	t.Helper()
	f, err := opens(name, data)
	if err != nil {
		return err.Error()
	}
	var b strings.Builder
	for g := range f.Rows() {
		fmt.Fprintf(&b, "%d:%s|%s|%s|%s|%s|%s|%s|%s|%t", f.At().Line, g.Number, g.Indicator, g.Kind, g.Place, g.Period, g.Value, g.Unit, g.Note, g.Final)
		for _, p := range g.Bad {
			fmt.Fprintf(&b, " %s %s", p.Field, p.Code)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// plainSheet is a sheet with a title above its head.
const plainSheet = `2021年主要指标完成情况,,,,
,,,,
指标,地区,时期,数值,单位,备注,是否最终数
地区生产总值增长,全区,2021年1—9月,7.8,%,,是
城镇新增就业,鄂尔多斯市杭锦旗,2021,"1,234",人,"上报,待核",否
`

const plainRows = `4:|gdp|growth|150000|2021年1—9月|7.8|%||true
5:|employment.new_urban|level|150625|2021|1,234|人|上报,待核|false
`

// TestEncodings reads one sheet in every encoding, with other separators, and
// with its columns moved.
func TestEncodings(t *testing.T) {
	encoded := func(e encoding.Encoding) string {
		s, err := e.NewEncoder().String(plainSheet)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, data := range map[string]string{
		"utf8":     plainSheet,
		"bom":      "\ufeff" + plainSheet,
		"gb18030":  encoded(simplifiedchinese.GB18030),
		"utf16le":  encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)),
		"utf16be":  encoded(unicode.UTF16(unicode.BigEndian, unicode.UseBOM)),
		"crlf":     strings.ReplaceAll(plainSheet, "\n", "\r\n"),
		"no title": strings.Repeat("\n", 2) + plainSheet[strings.Index(plainSheet, "指标,"):],
		"moved": `,,,,
,,,,
单位,最终数,序 号,备注,数值,地区,报告期,指标名称
%,是,1,,7.8,150000,2021年1—9月,地区生产总值增速
人,否,2,"上报,待核","1,234",杭锦旗,2021,城镇新增就业人数
`,
	} {
		if got := rows(t, "x.csv", []byte(data)); got != plainRows {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// TestRows reads other forms, and what is wrong with rows.
func TestRows(t *testing.T) {
	for _, tt := range []struct{ what, data, want string }{
		{"tabs, accounts by number", "序号\t任务\t时期\t完成值（万人）\n3\t城镇新增就业\t1-9月\t15\n", "2:3||||1-9月|15|万人||false\n"},
		{"a unit behind the name", "项目;时间;数据\n地区生产总值（亿元）;2021;20514.2\n", "2:|gdp|level||2021|20514.2|亿元||false\n"},
		{"lines of JSON", `{"place":"包头市","indicator":"居民消费价格涨幅","period":2021,"value":0.9,"unit":"%","final":true}`, "1:|cpi|growth|150200|2021|0.9|%||true\n"},
		{"SDMX-CSV", "DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS\nX,150000,gdp,2021-Q3,4975.5,CNY,8,A\n", "2:|gdp|level|150000|2021Q3|4975.5|亿元||false\n"},
		{"no such names", "指标,地区,时期,数值,单位,最终数\n幸福程度,月球,2021,1,分,也许\n", "2:||||2021|1|分||false indicator reading-name place reading-placename final reading-final\n"},
		{"a quotation mark", "指标,时期,数值,单位\ngdp,2021,\"1,元\n", "2:||||||||false  reading-quote\n"},
		{"no JSON", "{\"value\":\n", "1:||||||||false  reading-line\n"},
		{"no head", "甲,乙\n1,2\n", `readings: no-head []`},
		{"empty", " \n", `readings: empty []`},
		{"old", "\xd0\xcf\x11\xe0\xa1\xb1", `readings: old-xls []`},
	} {
		if got := rows(t, "x", []byte(tt.data)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.what, got, tt.want)
		}
	}
}

// TestWorkbook reads sheets: one with its columns moved under a title, one without
// head, one that is hidden.
func TestWorkbook(t *testing.T) {
	x := excelize.NewFile()
	defer x.Close()
	set := func(sheet, cell string, v any) {
		t.Helper()
		if err := x.SetCellValue(sheet, cell, v); err != nil {
			t.Fatal(err)
		}
	}
	percent, err := x.NewStyle(&excelize.Style{NumFmt: 10})
	if err != nil {
		t.Fatal(err)
	}
	for cell, v := range map[string]any{
		"A1": "2021年指标", "B3": "时期", "C3": "数值", "D3": "指标", "E3": "单位",
		"B4": "2021年1—9月", "C4": 0.078, "D4": "地区生产总值增长",
		"B6": "2021", "C6": 768.06, "D6": "粮食产量", "E6": "亿斤",
	} {
		set("Sheet1", cell, v)
	}
	if err := x.SetCellStyle("Sheet1", "C4", "C4", percent); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"说明", "旧数"} {
		if _, err := x.NewSheet(name); err != nil {
			t.Fatal(err)
		}
	}
	set("说明", "A1", "填表说明")
	for cell, v := range map[string]any{"A1": "时期", "B1": "数值", "C1": "指标", "A2": "2020", "B2": 1, "C2": "gdp"} {
		set("旧数", cell, v)
	}
	if err := x.SetSheetVisible("旧数", false); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := x.Write(&b); err != nil {
		t.Fatal(err)
	}
	want := "4:|gdp|growth||2021年1—9月|7.80%|||false\n6:|grain.output|level||2021|768.06|亿斤||false\n"
	if got := rows(t, "x.xlsx", b.Bytes()); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := rows(t, "x.xlsx", b.Bytes()[:b.Len()/2]); got != "readings: malformed []" {
		t.Errorf("half a workbook: %s", got)
	}
}

// TestTables demands that the tables name columns and kinds that there are.
func TestTables(t *testing.T) {
	columns := map[string]bool{ordinal: true, multiplier: true, status: true, handedOut: true, placeName: true}
	for _, c := range []string{"number", "indicator", "kind", "place", "period", "value", "unit", "source", "note", "reason", "final", "known"} {
		columns[c] = true
	}
	for head, c := range headers() {
		if !columns[c] {
			t.Errorf("%s names the column %q", head, c)
		}
	}
	for _, s := range suffixes() {
		switch statement.KindNamed(s[1]) {
		case statement.Growth, statement.Share, statement.Completion, statement.Level:
		default:
			t.Errorf("%s makes a %q", s[0], s[1])
		}
	}
}

// FuzzRows demands of any bytes that they are read to the end, twice alike.
func FuzzRows(f *testing.F) {
	f.Add([]byte(plainSheet))
	f.Add([]byte(`{"place":"包头市","value":1}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := opens("x", data)
		var unreadable *Unreadable
		if err != nil {
			if !errors.As(err, &unreadable) {
				t.Fatal(err)
			}
			return
		}
		n, again := 0, 0
		for range file.Rows() {
			n++
		}
		for range file.Rows() {
			again++
		}
		if n != again {
			t.Errorf("%d rows, then %d", n, again)
		}
	})
}
