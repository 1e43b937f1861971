package breakdown

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// officeTime is how long an office program may take to start and print.
const officeTime = 2 * time.Minute

// printed prints a file with LibreOffice and returns the text of its pages.
func printed(t *testing.T, name string, data []byte) []string {
	t.Helper()
	for _, program := range []string{"soffice", "pdftotext"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed (packages libreoffice-writer-nogui, libreoffice-calc-nogui, poppler-utils): whether an office program opens the file was not tried", program)
		}
	}
	dir := t.TempDir()
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), officeTime)
	defer cancel()
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile"))
	out, err := exec.CommandContext(ctx, "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", dir, file).CombinedOutput()
	if err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	pdf := strings.TrimSuffix(file, filepath.Ext(file)) + ".pdf"
	text, err := exec.CommandContext(ctx, "pdftotext", "-layout", pdf, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
}

// filler fills lines: every character once, none a punctuation mark.
const filler = "持续推进各项重点工作落地见效并按季通报展情况"

// TestOfficeText prints the document: page numbers at alternating edges, the
// annex on a page of its own, 22 lines of 28 characters.
func TestOfficeText(t *testing.T) {
	table := sampleTable()
	long := *table.Rows[5]
	long.Number, long.Task = "10", strings.Repeat(filler, 60)
	table.Rows = append(table.Rows, &long)
	pages := printed(t, "a.docx", written(t, "docx", table))
	all := bare(strings.Join(pages, ""))
	for _, want := range []string{"一、主要预期目标", "（一）把扩大内需落到项目上", "1.地区生产总值增长6%左右。（自治区发展改革委牵头，自治区工业和信息化厅、自治区农牧厅配合，12月底前完成）", "附件：量化目标任务分解表", "（牵头单位：待定）"} {
		if !strings.Contains(all, want) {
			t.Errorf("the printed text lacks %s", want)
		}
	}
	lines, widest := 0, 0
	for line := range strings.Lines(pages[2]) {
		if line = strings.TrimSpace(line); line != "" && !pageMark.MatchString(line) {
			lines++
			if strings.Trim(line, filler) == "" {
				widest = max(widest, len([]rune(line)))
			}
		}
	}
	if lines != 22 || widest != 28 {
		t.Errorf("a full page has %d lines of %d characters, want 22 of 28", lines, widest)
	}
	for i, page := range pages {
		if m := pageMark.FindStringSubmatch(page); m == nil || m[1] != strconv.Itoa(i+1) {
			t.Errorf("page %d bears the number %v", i+1, m)
		}
	}
	if last := bare(pages[len(pages)-1]); !strings.Contains(last, "附件量化目标任务分解表序号工作任务（指标）") {
		t.Errorf("the annex has no page of its own: %s", last)
	}
}

// pageMark is a printed page number.
var pageMark = regexp.MustCompile(`—\s*(\d+)\s*—`)

// TestOfficeWorkbook prints the workbook: one page wide, with its numbers.
func TestOfficeWorkbook(t *testing.T) {
	pages := printed(t, "a.xlsx", written(t, "xlsx", sampleTable()))
	if len(pages) != 2 {
		t.Errorf("it prints on %d pages, want one for each sheet", len(pages))
	}
	for _, want := range []string{"序号", "备注", "第1页共2页", "居民消费价格涨幅控制在2%左右"} {
		if !strings.Contains(bare(pages[0]), want) {
			t.Errorf("the first page lacks %s", want)
		}
	}
}
