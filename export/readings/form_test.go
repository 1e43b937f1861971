package readings

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pledger/locale"
)

// given are two values that a form asks for.
var given = Form{Title: "2021年9月填报表", Body: "财政厅", Rows: []FormRow{
	{Key: "12#2", Number: "12", Task: `=HYPERLINK("http://x","修路")`, Target: "粮食700亿斤以上", PlaceIs: "内蒙古自治区", Place: "150000", Period: "2021年1—9月", Unit: "亿斤", Last: "-1"},
	{Key: "12#1", Number: "12", Task: "修路", Target: "@SUM(1)", PlaceIs: "包头市", Place: "150200", Period: "2021年1—9月", Unit: "公里", Returned: "请附依据"},
}}

// fill is the form as it is sent back after change.
func fill(t *testing.T, form *Form, change func(f *excelize.File, sheet string)) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteForm(&b, form); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	change(f, f.GetSheetName(0))
	var out bytes.Buffer
	if _, err := f.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestForm gives a sheet out and takes it back: filled in part, with columns
// moved, and with percent as Excel writes them.
func TestForm(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(f *excelize.File, sheet string)
		want   string
	}{
		"empty": {func(*excelize.File, string) {}, ""},
		"one": {func(f *excelize.File, s string) {
			f.SetCellValue(s, "G4", 720.5)
			f.SetCellValue(s, "I4", "收割完毕")
		}, "4:12#2|||150000|2021年1—9月|720.5|亿斤|收割完毕|false\n"},
		"moved": {func(f *excelize.File, s string) {
			f.InsertCols(s, "A", 2)
			f.SetCellValue(s, "I5", 12)
		}, "5:12#1|||150200|2021年1—9月|12|公里||false\n"},
		"percent": {func(f *excelize.File, s string) {
			style, _ := f.NewStyle(&excelize.Style{NumFmt: 9})
			f.SetCellStyle(s, "G4", "G4", style)
			f.SetCellValue(s, "G4", 0.06)
		}, "4:12#2|||150000|2021年1—9月|6%|亿斤||false\n"},
		"words alone": {func(f *excelize.File, s string) { f.SetCellValue(s, "I5", "正在推进") }, "5:12#1|||150200|2021年1—9月||公里|正在推进|false\n"},
	} {
		if got := rows(t, "表.xlsx", fill(t, &given, tt.change)); got != tt.want {
			t.Errorf("%s: %s\nwant %s", name, got, tt.want)
		}
	}
}

// TestFormIsSafe demands that nothing in the sheet is run, that labels are locked
// and keys hidden, and that what was sent back is said.
func TestFormIsSafe(t *testing.T) {
	fill(t, &given, func(f *excelize.File, s string) {
		for _, cell := range []string{"B4", "C5", "F4"} {
			if formula, err := f.GetCellFormula(s, cell); formula != "" || err != nil {
				t.Errorf("%s is the formula %q, %v", cell, formula, err)
			}
			if kind, err := f.GetCellType(s, cell); err != nil || kind != excelize.CellTypeSharedString && kind != excelize.CellTypeInlineString {
				t.Errorf("%s is no text: %v, %v", cell, kind, err)
			}
		}
		if shown, err := f.GetColVisible(s, "K"); shown || err != nil {
			t.Errorf("the keys are shown, %v", err)
		}
		p, err := f.GetSheetProtection(s)
		if err != nil || p.EditObjects && !p.SelectUnlockedCells {
			t.Errorf("the sheet is not protected: %+v, %v", p, err)
		}
		locked := func(cell string) bool {
			id, _ := f.GetCellStyle(s, cell)
			style, err := f.GetStyle(id)
			return err == nil && style.Protection != nil && style.Protection.Locked
		}
		if !locked("A4") || locked("G4") || locked("I4") {
			t.Error("labels can be written over, or values cannot be written")
		}
		if v, err := f.GetDataValidations(s); err != nil || len(v) != 1 || v[0].Sqref != "G4:G5" {
			t.Errorf("the values are not checked: %v, %v", v, err)
		}
		if c, err := f.GetComments(s); err != nil || len(c) != 1 || !strings.Contains(c[0].Text, "请附依据") {
			t.Errorf("what was sent back is not said: %v, %v", c, err)
		}
	})
}

// TestPlaceText names cells as the program that shows them does.
func TestPlaceText(t *testing.T) {
	p := Place{Line: 12, Heads: map[string]string{"value": "数值"}, Columns: map[string]int{"value": 1}}
	for _, tt := range []struct {
		book        bool
		sheet, want string
		field       string
	}{
		{false, "", "第 12 行第 2 列“数值”栏", "value"}, {true, "", "B12“数值”栏", "value"}, {true, "九月", "“九月”B12“数值”栏", "value"}, {true, "", "第 12 行", "unit"},
	} {
		p.Book, p.Sheet = tt.book, tt.sheet
		if got := p.Text(locale.ZhCN, tt.field); got != tt.want {
			t.Errorf("%s, want %s", got, tt.want)
		}
	}
	for column, want := range map[int]string{0: "A1", 25: "Z1", 26: "AA1", 701: "ZZ1", 702: "AAA1"} {
		if got := cellName(column, 1); got != want {
			t.Errorf("column %d is %s, want %s", column, got, want)
		}
	}
}

// TestNear offers names for slips of the hand, and none for what is far from all.
func TestNear(t *testing.T) {
	for _, tt := range []struct{ field, name, want string }{
		{"indicator", "地区生产总植增长", "地区生产总值增长"}, {"indicator", "固定资产投次", "固定资产投资"}, {"indicator", "完全不认识的一个指标名称", ""},
		{"place", "呼和皓特市", "呼和浩特市"}, {"place", "北京市朝阳区", ""},
	} {
		row := "2021,1,%," + tt.name + ",全区\n"
		if tt.field == "place" {
			row = "2021,1,%,地区生产总值增长," + tt.name + "\n"
		}
		f, err := opens("a.csv", []byte("时期,数值,单位,指标,地区\n"+row))
		if err != nil {
			t.Fatal(err)
		}
		for g := range f.Rows() {
			if len(g.Bad) != 1 || g.Bad[0].Field != tt.field {
				t.Fatalf("%s: %+v", tt.name, g.Bad)
			}
			near := strings.Join(g.Bad[0].Args[1:], "")
			if (tt.want == "") != (near == "") || !strings.HasPrefix(near, tt.want) {
				t.Errorf("%s: near are %q, want %q", tt.name, near, tt.want)
			}
		}
	}
	for _, tt := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "甲乙", 2}, {"甲乙丙", "甲丙", 1}, {"甲乙", "乙甲", 2}, {"kitten", "sitting", 3}} {
		if got := distance(tt.a, tt.b); got != tt.want || distance(tt.b, tt.a) != tt.want {
			t.Errorf("%s, %s: %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}
