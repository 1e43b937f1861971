package breakdown

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// fuzzTime is how long any input of a fuzzer's size may take.
const fuzzTime = 10 * time.Second

// checkRead demands of any bytes a table or an error, quickly, and that what
// was read can be written and planned.
func checkRead(t *testing.T, name string, data []byte) {
	begin := time.Now()
	table, problems := Read(name, bytes.NewReader(data))
	if d := time.Since(begin); d > fuzzTime {
		t.Errorf("%d bytes took %v", len(data), d)
	}
	if table == nil {
		if !problems.Failed() {
			t.Error("no table and no error")
		}
		return
	}
	if len(table.Rows) == 0 && !problems.Failed() {
		t.Error("no row and no error")
	}
	l, accounts := sampleLedger()
	l.Year, l.Place = table.Year, table.Place
	Plan(table, l, accounts, resolver)
	for _, r := range table.Rows {
		for _, n := range ancestors(r.Section) {
			if _, ok := table.section(n); !ok {
				t.Errorf("the section %q of a row is not in the table", n)
			}
		}
		bracket(r)
	}
}

func FuzzCSV(f *testing.F) {
	f.Add(written(f, "csv", sampleTable()))
	f.Add([]byte("序号;工作任务;牵头单位\n一、甲\n1;\"修\n路\";甲、乙\n"))
	f.Add([]byte("\xff\xfe\x00,\x00"))
	f.Fuzz(func(t *testing.T, data []byte) { checkRead(t, "a.csv", data) })
}

func FuzzJSON(f *testing.F) {
	f.Add(written(f, "json", sampleTable()))
	f.Add([]byte(`{"format":"pledger-breakdown-1","rows":[null,{"section":"/","task":"甲"},{"lead":null}]}`))
	f.Fuzz(func(t *testing.T, data []byte) { checkRead(t, "a.json", data) })
}

// FuzzXlsx changes a sheet's XML inside a whole container.
func FuzzXlsx(f *testing.F) {
	const part = "xl/worksheets/sheet1.xml"
	whole := sheetFile(f, func(*excelize.File) {})
	f.Add(unzip(f, written(f, "xlsx", sampleTable()))[part])
	f.Add(`<worksheet><sheetData><row r="3"><c r="ZZ99999" t="s"><v>-1</v></c><c t="inlineStr"><is><t>工作任务</t></is></c><c s="-3"><f>1</f></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		checkRead(t, "a.xlsx", rewrite(t, whole, part, func(string) string { return sheet }))
	})
}

// FuzzDocx changes a document's XML inside a whole container.
func FuzzDocx(f *testing.F) {
	const part = "word/document.xml"
	whole := written(f, "docx", sampleTable())
	f.Add(unzip(f, whole)[part])
	f.Add(unzip(f, documentOf(f, plain("一、甲\n1.修路（县交通局牵头）\n牵头单位：甲局")...))[part])
	f.Fuzz(func(t *testing.T, text string) {
		checkRead(t, "a.docx", rewrite(t, whole, part, func(string) string { return text }))
	})
}

// FuzzContainer changes the container itself.
func FuzzContainer(f *testing.F) {
	f.Add(written(f, "xlsx", sampleTable())[2:])
	f.Add(written(f, "docx", sampleTable())[2:])
	f.Fuzz(func(t *testing.T, data []byte) { checkRead(t, "a.xlsx", append([]byte("PK"), data...)) })
}

// Time must grow with the length of hostile files, not faster.
func TestHostile(t *testing.T) {
	const head = "序号,工作任务,牵头单位,章节\n"
	for about, data := range map[string]string{
		"sections":   head + strings.Repeat("1,修路,甲局,一、甲 / （一）乙\n", 15000),
		"one path":   head + "1,修路,甲局," + strings.Repeat("一、甲 / ", 200_000) + "\n",
		"many names": head + "1,修路,\"" + strings.Repeat("甲局、", 300_000) + "\",\n",
		"brackets":   head + "1,修路,\"" + strings.Repeat("（", 100_000) + "\",\n",
		"headings":   head + strings.Repeat("一、甲,,,\n（一）乙,,,\n", 9000),
		"columns":    strings.Repeat("工作任务,", 200_000) + "\n",
		"quotes":     head + strings.Repeat(`"""`, 300_000),
		"lines":      strings.Repeat("\n", 1_000_000) + head,
	} {
		begin := time.Now()
		table, problems := Read("a.csv", strings.NewReader(data))
		d := time.Since(begin)
		t.Logf("%s: %d bytes, %v", about, len(data), d)
		if d > fuzzTime {
			t.Errorf("%s: %d bytes took %v", about, len(data), d)
		}
		if table == nil && !problems.Failed() {
			t.Errorf("%s: no table and no error", about)
		}
	}
}
