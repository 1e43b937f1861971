// Package wordtest prints documents with an office program, for tests that look
// at what comes out on paper.
package wordtest

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

// Printed prints a file with LibreOffice and returns the text of its pages.
func Printed(t testing.TB, name string, data []byte) []string {
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

// pageMark is a printed page number: a line of its own, and no range before it.
var pageMark = regexp.MustCompile(`(?m)^[ \t]*—[ \t]*(\d+)[ \t]*—[ \t]*$`)

// Numbered demands that the pages bear their numbers, from 1.
func Numbered(t testing.TB, pages []string) {
	t.Helper()
	for i, page := range pages {
		if m := pageMark.FindStringSubmatch(page); m == nil || m[1] != strconv.Itoa(i+1) {
			t.Errorf("page %d bears the number %v", i+1, m)
		}
	}
}

// Block measures the text block of a page: how many lines it has, and how many
// characters the widest of those that consist of the filler's only.
func Block(page, filler string) (lines, widest int) {
	for line := range strings.Lines(page) {
		if line = strings.TrimSpace(line); line == "" || pageMark.MatchString(line) {
			continue
		}
		lines++
		if strings.Trim(line, filler) == "" {
			widest = max(widest, len([]rune(line)))
		}
	}
	return lines, widest
}
