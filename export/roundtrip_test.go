package export_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"pledger/export"
	"pledger/locale"
	"pledger/statement"
)

// odd is a report in our own words that holds what a table or a spreadsheet
// could trip over: signs at the head of a clause, quotation marks, commas, an
// unknown unit, a range.
const odd = `2024年青云县政府工作报告

一、2023年工作回顾

=HYPERLINK("x")项目3个，"四上"企业新增12家，+5个，@甲方签约2份。价格指数在2%—3%之间，
农产品加工转化率
达65.5%。

二、2024年工作安排

（一）新建幼儿园4所，6月底前改造老旧小区12个，完善河湖长制。
`

// texts are what the formats are tried on.
func texts(t *testing.T) map[string]*statement.Set {
	return map[string]*statement.Set{
		"sample": sample(t),
		"odd":    read("=odd,\"name\".txt", odd),
		"breaks": read("dos.txt", strings.ReplaceAll(odd, "\n", "\r\n")),
		"empty":  read("-", "天气很好。"),
	}
}

// TestJSONL demands that what is written is read back whole.
func TestJSONL(t *testing.T) {
	for name, set := range texts(t) {
		var out bytes.Buffer
		if err := export.WriteJSONL(&out, set, locale.ZhCN); err != nil {
			t.Fatal(err)
		}
		got, err := export.ReadJSONL(&out)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want := &export.Lines{
			Reports:    []export.Report{export.NewReport(set, locale.ZhCN)},
			Sections:   export.Sections(set),
			Figures:    export.Figures(set),
			Pledges:    export.Pledges(set),
			Mechanisms: export.Mechanisms(set),
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-written +read):\n%s", name, diff)
		}
	}
}

// onOneLine compares texts without their line breaks, which a table leaves out.
var onOneLine = cmp.Comparer(func(a, b string) bool {
	breaks := strings.NewReplacer("\r", "", "\n", "")
	return breaks.Replace(a) == breaks.Replace(b)
})

// TestCSV demands that what is written is read back whole, with and without the
// byte order mark, and that no cell can run.
func TestCSV(t *testing.T) {
	for name, set := range texts(t) {
		for _, bom := range []bool{false, true} {
			var out bytes.Buffer
			if err := export.WriteCSVHead(&out, bom); err != nil {
				t.Fatal(err)
			}
			if err := export.WriteCSV(&out, set); err != nil {
				t.Fatal(err)
			}
			if got := strings.HasPrefix(out.String(), "\ufeff"); got != bom {
				t.Errorf("%s: byte order mark %t, want %t", name, got, bom)
			}
			demandSafe(t, name, out.String())
			figures, pledges, err := export.ReadCSV(&out)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if diff := cmp.Diff(export.Figures(set), figures, cmpopts.EquateEmpty(), onOneLine); diff != "" {
				t.Errorf("%s figures (-written +read):\n%s", name, diff)
			}
			if diff := cmp.Diff(export.Pledges(set), pledges, cmpopts.EquateEmpty(), onOneLine); diff != "" {
				t.Errorf("%s pledges (-written +read):\n%s", name, diff)
			}
		}
	}
}

// demandSafe demands that no cell begins as a formula does.
func demandSafe(t *testing.T, name, table string) {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range records {
		for _, cell := range record {
			if cell != "" && strings.ContainsAny(cell[:1], "=+@\t\r") || strings.HasPrefix(cell, "-") && strings.Trim(cell, "-.0123456789") != "" {
				t.Errorf("%s: the cell %q could run", name, cell)
			}
		}
	}
}

// TestRefused demands an error that names the place for what is no file of ours.
func TestRefused(t *testing.T) {
	for _, tt := range []struct{ name, file, want string }{
		{"no JSON", "{\"type\":\"report\"}\nx", "object 2: "},
		{"unknown type", `{"type":"thing"}`, `object 1: unknown type "thing"`},
		{"unknown field", `{"type":"pledge","colour":1}`, `object 1: json: unknown field "colour"`},
	} {
		if _, err := export.ReadJSONL(strings.NewReader(tt.file)); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s…", tt.name, err, tt.want)
		}
	}
	var head bytes.Buffer
	if err := export.WriteCSVHead(&head, false); err != nil {
		t.Fatal(err)
	}
	columns := strings.Count(head.String(), ",")
	for _, tt := range []struct{ name, file, want string }{
		{"nothing", "", "EOF"},
		{"another table", "a,b\n", "the first line is not the head"},
		{"unknown type", head.String() + "thing" + strings.Repeat(",", columns) + "\n", `line 2: unknown type "thing"`},
		{"no offset", head.String() + "pledge" + strings.Repeat(",", columns) + "\n", "line 2: strconv"},
	} {
		if _, _, err := export.ReadCSV(strings.NewReader(tt.file)); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s…", tt.name, err, tt.want)
		}
	}
}
