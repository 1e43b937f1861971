package breakdown

import (
	"bytes"
	"strings"
	"testing"

	"pledger/export/word"
)

// documentOf is a docx file of plain paragraphs, with tables between.
func documentOf(t testing.TB, blocks ...word.Block) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := word.Write(&b, &word.Document{Body: blocks}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// plain are paragraphs of body text, one a line.
func plain(lines string) (all []word.Block) {
	for line := range strings.SplitSeq(lines, "\n") {
		all = append(all, word.Paragraph{Style: word.Body, Text: line})
	}
	return all
}

// TestRunningText reads texts as offices write them, without any style.
func TestRunningText(t *testing.T) {
	for _, tt := range []struct{ about, text, want string }{
		{"numbers through the whole, brackets of several forms",
			"某市2026年重点工作分工\n为抓好落实，分工如下。\n一、扩大内需\n（一）抓项目\n1.修路80公里（含续建）。（市交通局牵头，市财政局配合，12月底前完成）\n2．种树100亩。（市林业局、市农业局牵头落实）\n二、改善民生\n3.建学校。（市教育局、市住建局按职责分工负责）",
			"一/（一）|1|修路80公里（含续建）。||市交通局|市财政局||12月底前完成\n一/（一）|2|种树100亩。||市林业局+市农业局|||\n二|3|建学校。||市教育局|市住建局||"},
		{"the section's own numbers are the tasks'",
			"2026年工作分工\n一、民生\n（一）建学校。（责任领导：张某；牵头单位：市教育局；责任单位：市住建局）\n（二）修敬老院。（市民政局牵头）",
			"一|一|建学校。||市教育局|市住建局|张某|\n一|二|修敬老院。||市民政局|||"},
		{"lines of their own under the task",
			"2026年分工\n1.建学校\n牵头单位：市教育局\n责任单位：市住建局\n2.修路\n牵头单位：市交通局",
			"|1|建学校||市教育局|市住建局||\n|2|修路||市交通局|||"},
		{"a numbered task that nobody owes is told",
			"2026年分工\n1.建学校。（市教育局牵头）\n2.修路。",
			"|1|建学校。||市教育局|||\nwarning no-duty 第 3 行（段）"},
		{"prose alone is no breakdown", "某市概况\n本市地处北方。", "error no-head "},
	} {
		table, problems := Read("a.docx", bytes.NewReader(documentOf(t, plain(tt.text)...)))
		if got := shown(table, problems); got != tt.want {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", tt.about, got, tt.want)
		}
		if table.Year != 2026 && !problems.Failed() {
			t.Errorf("%s: year %d", tt.about, table.Year)
		}
	}
}

// TestTablesInText reads tables of documents, alone and beside running text.
func TestTablesInText(t *testing.T) {
	table := word.Table{
		Widths: []int{20, 60, 40, 30}, Centre: make([]bool, 4), Head: []string{"序号", "工作任务", "牵头单位", "完成时限"},
		Rows: [][]string{{"1", "修路。", "市交通局", "10月底前"}, {"2", "种树", "市林业局", ""}},
	}
	alone, problems := Read("a.docx", bytes.NewReader(documentOf(t, append(plain("2026年分工表"), table)...)))
	const want = "|1|修路。||市交通局|||10月底前\n|2|种树||市林业局|||"
	if got := shown(alone, problems); got != want {
		t.Errorf("alone:\ngot\n%s\nwant\n%s", got, want)
	}
	beside, problems := Read("a.docx", bytes.NewReader(documentOf(t, append(plain("2026年分工\n1.修路。（市交通局牵头，12月底前完成）"), table)...)))
	const both = "|1|修路。||市交通局|||12月底前完成\n|2|种树||市林业局|||\nerror contradiction “表1”B2 单元格"
	if got := shown(beside, problems); got != both {
		t.Errorf("beside text:\ngot\n%s\nwant\n%s", got, both)
	}
}

// Brackets read back as they are meant.
func TestBracket(t *testing.T) {
	for _, tt := range []struct {
		row  Row
		want string
	}{
		{Row{Lead: []string{"甲局"}, Supporting: []string{"乙局", "丙局"}, Deadline: "12月底前"}, "（甲局牵头，乙局、丙局配合，12月底前完成）"},
		{Row{Lead: []string{"甲局", "乙局"}}, "（甲局、乙局牵头）"},
		{Row{Lead: []string{"甲局"}, Deadline: "年内持续推进"}, "（甲局牵头，年内持续推进）"},
		{Row{Lead: []string{"甲局"}, Deadline: "5月底前动工"}, "（甲局牵头，5月底前动工）"},
		{Row{Lead: []string{"甲局"}, Leader: "张某", Deadline: "6月"}, "（牵头单位：甲局；分管领导：张某；完成时限：6月）"},
		{Row{Supporting: []string{"乙局"}}, "（牵头单位：待定；配合单位：乙局）"},
		{Row{}, "（牵头单位：待定）"},
	} {
		got := bracket(&tt.row)
		task, d, ok := cutDuty("改造小区（由街道牵头）。" + got)
		if got != tt.want || !ok || task != "改造小区（由街道牵头）。" || !sameDuty(&tt.row, d) {
			t.Errorf("%+v gives %s, want %s; read back %q %+v %t", tt.row, got, tt.want, task, d, ok)
		}
	}
}
