package breakdown

import (
	"strings"

	"pledger/ledger"
	"pledger/locale"
)

// A Column is one of the columns of a breakdown. Its value is the name of the
// field in JSON; the catalogue words its head as breakdown.column.NAME.
type Column string

// The columns.
const (
	Number     Column = "number"     // 序号
	Task       Column = "task"       // 工作任务
	Target     Column = "target"     // 目标值
	Lead       Column = "lead"       // 牵头单位
	Supporting Column = "supporting" // 配合单位
	Leader     Column = "leader"     // 分管领导
	Deadline   Column = "deadline"   // 完成时限
	Category   Column = "category"   // 类别
	InSection  Column = "section"    // 章节
	Hardness   Column = "hardness"   // 可核验性
	Note       Column = "note"       // 备注
)

// Columns are all columns in the order in which tables are written.
func Columns() []Column {
	return []Column{Number, Task, Target, Lead, Supporting, Leader, Deadline, Category, InSection, Hardness, Note}
}

// Head is the column's head as a breakdown prints it. Breakdowns are official
// texts in Chinese, whatever the language of the pages.
func (c Column) Head() string { return locale.ZhCN.Text("breakdown.column." + string(c)) }

// heads are the heads of columns.
func heads(columns []Column) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.Head()
	}
	return out
}

// nameMark parts the names of bodies inside one cell.
const nameMark = "、"

// cell is what the row has in the column, as text.
func (t *Table) cell(r *Row, c Column) string {
	switch c {
	case Number:
		return r.Number
	case Task:
		return r.Task
	case Target:
		return r.Target
	case Lead:
		return strings.Join(r.Lead, nameMark)
	case Supporting:
		return strings.Join(r.Supporting, nameMark)
	case Leader:
		return r.Leader
	case Deadline:
		return r.Deadline
	case Category:
		return categoryWord(r.Category)
	case InSection:
		return t.sectionText(r.Section)
	case Hardness:
		return hardnessWord(r.Hardness)
	case Note:
		return r.Note
	}
	panic("breakdown: no column is called " + string(c))
}

// cells are the row's cells in the order of the columns.
func (t *Table) cells(r *Row) []string {
	var out []string
	for _, c := range Columns() {
		out = append(out, t.cell(r, c))
	}
	return out
}

// categoryWord words a category; "" for none.
func categoryWord(c ledger.Category) string { return wording("breakdown.category.", string(c)) }

// hardnessWord words a hardness; "" for none.
func hardnessWord(h ledger.Hardness) string { return wording("breakdown.hardness.", string(h)) }

// wording words a value; "" for none.
func wording(prefix, value string) string {
	if value == "" {
		return ""
	}
	return locale.ZhCN.Text(prefix + value)
}
