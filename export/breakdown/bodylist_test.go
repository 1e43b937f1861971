package breakdown

import (
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/locale"
)

func TestReadBodies(t *testing.T) {
	rows, problems := ReadBodies("名单.csv", strings.NewReader("责任单位名单\n排序,单位名称,简称/别名,职责,代码\n3,自治区财政厅,财政局、财政部门,预算、国库,finance\n,自治区水利厅,,水库,\n,,x,,\n4,自治区财政厅,,,\nx,自治区能源局,,,a/b\ny,自治区教育厅,,,\n"))
	if len(rows) != 3 || rows[0].Name != "自治区财政厅" || rows[0].Order != 3 || len(rows[0].Aliases) != 2 || rows[0].Code != "finance" || rows[1].Order != 2 {
		t.Errorf("%+v", rows)
	}
	want := []string{CodeBodyName, CodeBodyTwice, CodeBodyCode, CodeBodyOrder}
	if len(problems) != len(want) {
		t.Fatalf("%+v", problems)
	}
	for i, p := range problems {
		if p.Code != want[i] || p.Line == 0 || strings.Contains(p.Text(locale.ZhCN), "⟦") {
			t.Errorf("%d: %s, want %s", i, p.Text(locale.ZhCN), want[i])
		}
	}
	for _, text := range []string{"", "随便写写", "名称\n", "PK\x03\x04 x", "%PDF-1.4", "\x89PNG\r\n\x1a\n\x00\x00\x00\x00"} {
		if rows, problems := ReadBodies("x", strings.NewReader(text)); rows != nil || !problems.Failed() {
			t.Errorf("%q: %d rows, %+v", text, len(rows), problems)
		}
	}
}

func TestPlanBodies(t *testing.T) {
	have := []*ledger.Body{
		{Place: "150000", Code: "finance", Name: "财政厅", Aliases: []string{"财政局"}, Duties: []string{"预算"}, Order: 1},
		{Place: "150000", Code: "water", Name: "水利厅", Order: 2},
		{Place: "150000", Code: "grain", Name: "粮食局", Order: 3},
		{Place: "150000", Code: "gone", Name: "乡企局", Order: 9, Retired: true},
	}
	rows := []*BodyRow{{Name: "财政局", Order: 1}, {Name: "水利厅", Order: 2}, {Name: "能源局", Order: 3}, {Name: "乡企局", Order: 9}}
	steps, after := PlanBodies("150000", rows, have)
	got := ""
	for _, s := range steps {
		got += " " + string(s.Kind) + ":" + s.After.Code
	}
	if got != " changed:finance unchanged:water added:own-1 changed:gone absent:grain" || len(after) != 4 {
		t.Errorf("%s, %d", got, len(after))
	}
	if b := after[0]; b.Name != "财政局" || len(b.Duties) != 1 || b.Order != 1 {
		t.Errorf("a column that the file lacks was emptied: %+v", b)
	}
}
