package breakdown

import (
	"strings"
	"testing"

	"pledger/export/word"
	"pledger/locale"
)

// Every head that is written is read as its column, in both languages.
func TestHeads(t *testing.T) {
	for _, c := range Columns() {
		for _, lang := range locale.All() {
			if got := columnOf(lang.Text("breakdown.column." + string(c))); got != c {
				t.Errorf("%s is read as %q, want %s", lang.Text("breakdown.column."+string(c)), got, c)
			}
		}
	}
	for head, want := range map[string]Column{
		"牵 头 单 位": Lead, "完成时限\n（2026年）": Deadline, "*工作任务": Task, "目标值(单位)": Target, "上月推进情况": "", "": "", "no.": Number,
	} {
		if got := columnOf(head); got != want {
			t.Errorf("%q is read as %q, want %q", head, got, want)
		}
	}
}

// Mistakes in the file of heads are refused by line.
func TestHeadersRefused(t *testing.T) {
	for file, want := range map[string]string{
		"序号\tnumber\n":                      "headers.tsv:1: the first line must be “head, column”",
		"head\tcolumn\n甲\tcolour\n":         `headers.tsv:2: no column is called "colour"`,
		"head\tcolumn\n甲\ttask\n甲 \ttask\n": "headers.tsv:3: 甲  stands there already",
	} {
		if _, err := readHeaders(file); err == nil || err.Error() != want {
			t.Errorf("%q gives %v, want %s", file, err, want)
		}
	}
}

// reading is what a table of text is read as: a line for each row, then one for
// each problem. Cells are parted by |, rows by line ends.
func reading(t *testing.T, table string) string {
	t.Helper()
	got, problems := Read("a.csv", strings.NewReader(strings.ReplaceAll(table, "|", "\t")))
	return shown(got, problems)
}

// shown is a table and its problems, a line each.
func shown(table *Table, problems Problems) string {
	var out []string
	if table != nil {
		for _, r := range table.Rows {
			cells := []string{r.Section, r.Number, r.Task, r.Target, strings.Join(r.Lead, "+"), strings.Join(r.Supporting, "+"), r.Leader, r.Deadline}
			out = append(out, strings.Join(cells, "|"))
		}
	}
	for _, p := range problems {
		out = append(out, string(p.Severity)+" "+p.Code+" "+p.Place.Text(locale.ZhCN))
	}
	return strings.Join(out, "\n")
}

// TestTables reads tables as offices draw them.
func TestTables(t *testing.T) {
	for _, tt := range []struct{ about, table, want string }{
		{"the national list: a title above, three columns",
			"2026年量化指标分工\n序号|工作任务|牵头负责部门\n1|开工水利工程20项|某部\n",
			"|1|开工水利工程20项||某部|||"},
		{"责任单位 beside 牵头单位 supports",
			"任务|完成时限|牵头单位|责任单位或地区\n修路80公里|8月底|县交通局|各乡镇\n",
			"||修路80公里||县交通局|各乡镇||8月底"},
		{"责任单位 alone: the first leads",
			"序号|民生实事|责任单位|完成时限\n1|建学校|县教育局、县住建局|5月底前动工\n",
			"|1|建学校||县教育局|县住建局||5月底前动工"},
		{"a cell that says who leads",
			"序号|任务|责任单位\n1|建学校|县教育局牵头，县住建局配合\n",
			"|1|建学校||县教育局|县住建局||"},
		{"name and content make the task",
			"序号|项目名称|主要内容|区政府分管领导|牵头单位|配合单位\n1|安居|改造小区3个|张某|区住建局|区财政局、各街道\n",
			"|1|安居：改造小区3个||区住建局|区财政局+各街道|张某|"},
		{"columns moved, one unknown, one twice",
			"配合单位|备注|主要任务|备注|全年目标任务|牵头领导|牵头部门|是否达序|编号\n乙局||种树||100亩|李某|甲局|是|3\n",
			"|3|种树|100亩|甲局|乙局|李某|\nwarning column-ignored 第 1 行（段）\nwarning column-twice 第 1 行（段）"},
		{"sections, blank rows, the head again, a total, a remark",
			"序号|工作任务|牵头单位\n一、扩大内需\n\n1.0|修路|甲局\n序号|工作任务|牵头单位\n二|改善民生|\n（一）就业\n2、|培训|乙局\n合计|2项|\n注：以上时限均为年底\n",
			"一|1|修路||甲局|||\n二/（一）|2|培训||乙局|||\nwarning row-skipped 第 9 行（段）\nwarning row-skipped 第 10 行（段）"},
		{"numbers that stand twice: in one section wrong, across sections not",
			"序号|工作任务|牵头单位\n一、甲\n1|修路|甲局\n二、乙\n1|种树|甲局\n1|治沙|甲局\n",
			"一|1|修路||甲局|||\n二|1|种树||甲局|||\n二|1|治沙||甲局|||\nerror duplicate 第 6 行（段）"},
		{"12-1 that a spreadsheet took for a date, full-width digits",
			"序号|工作任务|牵头单位\n12月1日|修路|甲局\n１３|种树|甲局\n",
			"|12-1|修路||甲局|||\n|13|种树||甲局|||\nwarning number-date 第 2 行（段）"},
		{"a row without task, no column of leads",
			"序号|工作任务|完成时限\n1||6月底\n2|种树|\n",
			"|2|种树|||||\nwarning column-missing 第 1 行（段）\nerror no-task 第 2 行（段）"},
		{"no head", "甲|乙\n丙|丁\n", "warning sheet-skipped \nerror no-head "},
		{"a head only", "序号|工作任务|牵头单位\n", "error no-rows "},
		{"a word that is none of the list",
			"序号|工作任务|牵头单位|类别\n1|修路|甲局|要事\n", "|1|修路||甲局|||\nwarning bad-word 第 2 行（段）"},
		{"spaces that widen a name, a closing 等",
			"序号|工作任务|牵头单位|配合单位\n1|修路|财 政 局|甲局 乙局等部门\n", "|1|修路||财政局|甲局+乙局||"},
	} {
		if got := reading(t, tt.table); got != tt.want {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", tt.about, got, tt.want)
		}
	}
}

// A task, a list of bodies or a deadline beyond the ledger's limits is refused.
func TestTooLong(t *testing.T) {
	got := reading(t, "序号|工作任务|牵头单位|完成时限\n1|"+strings.Repeat("长", 2001)+"|甲局|\n2|修路|"+strings.Repeat("甲局、", 3)+manyBodies(101)+"|\n3|修路|甲局|"+strings.Repeat("底", 201)+"\n")
	if !strings.Contains(got, "error too-long 第 2 行（段）\nerror bodies-many 第 3 行（段）\nerror too-long 第 4 行（段）") {
		t.Errorf("got\n%s", got)
	}
}

// manyBodies is a list of n names.
func manyBodies(n int) string {
	var names []string
	for i := range n {
		names = append(names, "第"+word.HanNumber(1+i/99)+"区第"+word.HanNumber(1+i%99)+"局")
	}
	return strings.Join(names, "、")
}
