package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"pledger/audit"
)

// exampleBlock is an example of the contract.
var exampleBlock = regexp.MustCompile("(?s)<!-- example: ([a-z-]+) -->\n```json\n(.*?)\n```")

// TestCheckContract demands that the examples of the contract are lines that
// the command prints for the sample report.
func TestCheckContract(t *testing.T) {
	page, err := os.ReadFile("../../docs/contract-check.md")
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command("pledger", "check", "--format", "jsonl", "examples/sample/report.txt")
	c.Dir = "../.."
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	found := exampleBlock.FindAllStringSubmatch(string(page), -1)
	if len(found) == 0 {
		t.Error("the contract has no example")
	}
	for _, m := range found {
		if !strings.Contains(string(out), m[2]+"\n") {
			t.Errorf("the example of %s is no line of the output", m[1])
		}
	}
}

// TestCheckGuide demands that the guide has each relation's example.
func TestCheckGuide(t *testing.T) {
	page, err := os.ReadFile("../../docs/checking.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range audit.Codes() {
		if !strings.Contains(string(page), d.Example) || !strings.Contains(string(page), "`"+string(d.Code)+"`") {
			t.Errorf("docs/checking.md lacks the row of %s: %s", d.Code, d.Example)
		}
	}
}
