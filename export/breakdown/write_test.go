package breakdown

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pledger/ledger"
)

// writers are the formats by their extension.
var writers = map[string]func(io.Writer, *Table) error{
	"docx": WriteDocx, "xlsx": WriteXlsx, "csv": WriteCSV, "json": WriteJSON,
}

// written is the table as a file of the format.
func written(t testing.TB, format string, table *Table) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := writers[format](&b, table); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.Bytes()
}

func TestFromLedger(t *testing.T) {
	l, accounts := sampleLedger()
	accounts[1].State = ledger.Dropped
	accounts[0].Order, accounts[2].Order = accounts[2].Order, accounts[0].Order
	table := FromLedger(l, accounts, sampleBodies())
	if len(table.Rows) != len(accounts)-1 || table.Rows[0].Number != "3" || table.Rows[1].Number != "1" {
		t.Errorf("%d rows, the first %s and %s", len(table.Rows), table.Rows[0].Number, table.Rows[1].Number)
	}
	var sections []string
	for _, s := range table.Sections {
		sections = append(sections, s.Number)
	}
	if got := strings.Join(sections, " "); got != "二 三 三/（一） 三/（二） 三/（三）" {
		t.Errorf("sections %s: those without rows are left out, those above others kept", got)
	}
	if r := table.Rows[1]; r.Target != "6%左右" || r.Lead[0] != "自治区发展改革委" {
		t.Errorf("row %+v", r)
	}
}

// The words of terms that no report words.
func TestComposed(t *testing.T) {
	for want, terms := range map[string]ledger.Terms{
		"3—5%":     {Bound: ledger.Within, Value: "3", High: "5", Unit: "%"},
		"7%以上":     {Bound: ledger.AtLeast, Value: "7", Unit: "%"},
		"7%以上（不含）": {Bound: ledger.AtLeast, Value: "7", Unit: "%", Strict: true},
		"3%以内":     {Bound: ledger.AtMost, Value: "3", Unit: "%"},
		"3%以内（不含）": {Bound: ledger.AtMost, Value: "3", Unit: "%", Strict: true},
		"220000人":  {Bound: ledger.Equal, Value: "220000", Unit: "人"},
		"":         {Bound: ledger.Equal},
		"6%左右":     {Bound: ledger.Near, Value: "6", Unit: "%"},
		"700亿斤以上":  {Bound: ledger.AtLeast, Value: "70000000000", Unit: "斤", Written: "700亿斤以上"},
	} {
		if got := target([]ledger.Terms{terms}); got != want {
			t.Errorf("%+v is worded %s, want %s", terms, got, want)
		}
	}
}

// The same table gives the same bytes.
func TestDeterministic(t *testing.T) {
	for format := range writers {
		if !bytes.Equal(written(t, format, sampleTable()), written(t, format, sampleTable())) {
			t.Errorf("%s: two files of one table differ", format)
		}
	}
}

// TestContainers demands that the parts of a file are well formed, each with a
// content type, and that every relationship leads somewhere.
func TestContainers(t *testing.T) {
	for _, format := range []string{"docx", "xlsx"} {
		parts := unzip(t, written(t, format, sampleTable()))
		types := parts["[Content_Types].xml"]
		for name, content := range parts {
			wellFormed(t, format+" "+name, content)
			if !strings.HasSuffix(name, ".rels") && name != "[Content_Types].xml" && !strings.Contains(types, `PartName="/`+name+`"`) {
				t.Errorf("%s: %s has no content type", format, name)
			}
			if strings.HasSuffix(name, ".rels") {
				checkRelationships(t, format, name, content, parts)
			}
		}
	}
}

// unzip is a container's parts by name.
func unzip(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
	}
	return parts
}

// wellFormed demands that a part is XML.
func wellFormed(t *testing.T, name, content string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(content))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

// checkRelationships demands that the targets exist and that the ids used in
// the part are declared.
func checkRelationships(t *testing.T, format, name, content string, parts map[string]string) {
	t.Helper()
	var list struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	if err := xml.Unmarshal([]byte(content), &list); err != nil {
		t.Fatal(err)
	}
	dir := strings.TrimSuffix(path.Dir(name), "_rels")
	owner := parts[dir+strings.TrimSuffix(path.Base(name), ".rels")]
	for _, r := range list.Relationship {
		target := path.Join(dir, r.Target)
		if strings.HasPrefix(r.Target, "/") {
			target = r.Target[1:]
		}
		if _, ok := parts[target]; !ok {
			t.Errorf("%s: %s leads to %s, which is not there", format, name, r.Target)
		}
		owner = strings.ReplaceAll(owner, `r:id="`+r.ID+`"`, "")
	}
	if strings.Contains(owner, `r:id="`) {
		t.Errorf("%s: the part of %s uses an id that is not declared", format, name)
	}
}

// TestWorkbook reads the workbook with the library: text, frames, print setup.
func TestWorkbook(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(written(t, "xlsx", sampleTable())))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const sheet = "重点任务分工"
	for cell, want := range map[string]string{
		"A1": "2026年内蒙古自治区政府工作报告重点工作分工方案", "A2": "序号", "K2": "备注", "A3": "1",
		"E3": "自治区工业和信息化厅、自治区农牧厅", "H3": "主要指标", "I6": "三、本年重点工作 / （一）把扩大内需落到项目上",
		"B11": "提高城乡居民基础养老金标准\n同步提高优抚对象补助", "K10": "=结转上年未完工项目另列",
	} {
		if got, err := f.GetCellValue(sheet, cell); got != want || err != nil {
			t.Errorf("%s is %q (%v), want %q", cell, got, err, want)
		}
	}
	if formula, _ := f.GetCellFormula(sheet, "K10"); formula != "" {
		t.Errorf("a note became the formula %s", formula)
	}
	if panes, _ := f.GetPanes(sheet); !panes.Freeze || panes.YSplit != headRow {
		t.Errorf("panes %+v", panes)
	}
	if rules, _ := f.GetDataValidations(sheet); len(rules) != 2 {
		t.Errorf("%d columns offer a choice, want 2", len(rules))
	}
	if layout, _ := f.GetPageLayout(sheet); *layout.Orientation != "landscape" || *layout.Size != 9 || *layout.FitToWidth != 1 {
		t.Errorf("layout %+v", layout)
	}
	if got, _ := f.GetCellValue("责任单位", "B2"); got != "3" {
		t.Errorf("the first body leads %s rows, want 3", got)
	}
}
