package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// guides are the pages whose commands are run.
var guides = []string{"README.md", "README.zh-CN.md", "docs/reading.md", "docs/evaluating.md", "docs/contract.md", "docs/checking.md", "docs/contract-check.md", "docs/findings.md",
	"docs/office.md", "docs/office.zh-CN.md", "docs/keeping.md", "docs/breakdown.md"}

// elsewhere are the commands that have a test of their own: the demonstration
// in demo_test.go; the tests are what is running.
var elsewhere = []string{"go run ./cmd/pledger demo", "go test ./..."}

// shellBlock is a block of commands in a guide.
var shellBlock = regexp.MustCompile("(?s)```sh\n(.*?)```")

// TestGuides runs every command that the guides show, in a copy of what they
// work on; none may fail or complain.
func TestGuides(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	work := t.TempDir()
	if err := os.CopyFS(filepath.Join(work, "examples"), os.DirFS(filepath.Join(root, "examples"))); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, guide := range guides {
		page, err := os.ReadFile(filepath.Join(root, guide))
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range shellBlock.FindAllStringSubmatch(string(page), -1) {
			for command := range strings.Lines(block[1]) {
				command = strings.TrimSpace(command)
				if seen[command] || command == "" {
					continue
				}
				seen[command] = true
				runGuideCommand(t, work, guide, command)
			}
		}
	}
	for _, command := range elsewhere {
		if !seen[command] {
			t.Errorf("no guide shows %q", command)
		}
	}
}

// runGuideCommand runs one command of a guide in the folder work.
func runGuideCommand(t *testing.T, work, guide, command string) {
	for _, other := range elsewhere {
		if command == other {
			return
		}
	}
	if !strings.Contains(command, "pledger ") {
		t.Errorf("%s: %q is no command of ours; write it outside a sh block", guide, command)
		return
	}
	var errs strings.Builder
	c := exec.Command("sh", "-c", strings.ReplaceAll(command, "go run ./cmd/pledger", "pledger"))
	c.Dir, c.Stderr = work, &errs
	out, err := c.Output()
	if err != nil || errs.Len() > 0 {
		t.Errorf("%s: %q: %v\n%s", guide, command, err, errs.String())
	}
	if len(out) == 0 && !strings.Contains(command, " -o ") {
		t.Errorf("%s: %q printed nothing", guide, command)
	}
}

// link is a link or picture in a guide that leads to a file here.
var link = regexp.MustCompile(`\]\(([^):#]+)\)`)

// TestLinks demands that links and pictures of the guides lead somewhere.
func TestLinks(t *testing.T) {
	for _, guide := range append([]string{"CONTRIBUTING.md"}, guides...) {
		file := filepath.Join("../..", guide)
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(page), -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(file), m[1])); err != nil {
				t.Errorf("%s: %v", guide, err)
			}
		}
	}
}
