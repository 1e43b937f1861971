package breakdown

import (
	"strings"
	"testing"

	"pledger/export/word/wordtest"
)

// filler fills lines: every character once, none a punctuation mark.
const filler = "持续推进各项重点工作落地见效并按季通报展情况"

// TestOfficeText prints the document: page numbers at alternating edges, the
// annex on a page of its own, 22 lines of 28 characters.
func TestOfficeText(t *testing.T) {
	table := sampleTable()
	long := *table.Rows[5]
	long.Number, long.Task = "10", strings.Repeat(filler, 60)
	table.Rows = append(table.Rows, &long)
	pages := wordtest.Printed(t, "a.docx", written(t, "docx", table))
	all := bare(strings.Join(pages, ""))
	for _, want := range []string{"一、主要预期目标", "（一）把扩大内需落到项目上", "1.地区生产总值增长6%左右。（自治区发展改革委牵头，自治区工业和信息化厅、自治区农牧厅配合，12月底前完成）", "附件：量化目标任务分解表", "（牵头单位：待定）"} {
		if !strings.Contains(all, want) {
			t.Errorf("the printed text lacks %s", want)
		}
	}
	if lines, widest := wordtest.Block(pages[2], filler); lines != 22 || widest != 28 {
		t.Errorf("a full page has %d lines of %d characters, want 22 of 28", lines, widest)
	}
	wordtest.Numbered(t, pages)
	if last := bare(pages[len(pages)-1]); !strings.Contains(last, "附件量化目标任务分解表序号工作任务（指标）") {
		t.Errorf("the annex has no page of its own: %s", last)
	}
}

// TestOfficeWorkbook prints the workbook: one page wide, with its numbers.
func TestOfficeWorkbook(t *testing.T) {
	pages := wordtest.Printed(t, "a.xlsx", written(t, "xlsx", sampleTable()))
	if len(pages) != 2 {
		t.Errorf("it prints on %d pages, want one for each sheet", len(pages))
	}
	for _, want := range []string{"序号", "备注", "第1页共2页", "居民消费价格涨幅控制在2%左右"} {
		if !strings.Contains(bare(pages[0]), want) {
			t.Errorf("the first page lacks %s", want)
		}
	}
}
