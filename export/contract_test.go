package export_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pledger/document"
	"pledger/export"
	"pledger/internal/golden"
	"pledger/lexicon"
	"pledger/locale"
	"pledger/report"
	"pledger/statement"
)

// contract is the guide that promises the format.
const contract = "../docs/contract.md"

// sampleFile is the sample report, which the guide's examples are taken from.
const sampleFile = "examples/sample/report.txt"

// sample reads the sample report.
func sample(t *testing.T) *statement.Set {
	t.Helper()
	data, err := os.ReadFile("../" + sampleFile)
	if err != nil {
		t.Fatal(err)
	}
	return read(sampleFile, string(data))
}

// read reads a text through all stages.
func read(name, text string) *statement.Set {
	return statement.Extract(report.Parse(document.FromString(name, text)), lexicon.Default())
}

// example is a place of the guide that shows the first line of a type that
// holds a text.
var example = regexp.MustCompile("(?s)<!-- example: ([a-z]+) (\\S+) -->\n```json\n.*?```")

// TestExamples demands that the guide's examples are lines of the sample
// report's output; -update writes them.
func TestExamples(t *testing.T) {
	page, err := os.ReadFile(contract)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := export.WriteJSONL(&out, sample(t), locale.ZhCN); err != nil {
		t.Fatal(err)
	}
	lines := map[string][]string{}
	for line := range strings.Lines(out.String()) {
		var head struct{ Type string }
		if err := json.Unmarshal([]byte(line), &head); err != nil {
			t.Fatal(err)
		}
		lines[head.Type] = append(lines[head.Type], line)
	}
	shown := 0
	now := example.ReplaceAllStringFunc(string(page), func(block string) string {
		m := example.FindStringSubmatch(block)
		n := slices.IndexFunc(lines[m[1]], func(line string) bool { return strings.Contains(line, m[2]) })
		if n < 0 {
			t.Errorf("the sample has no %s with %s", m[1], m[2])
			return block
		}
		shown++
		return fmt.Sprintf("<!-- example: %s %s -->\n```json\n%s```", m[1], m[2], lines[m[1]][n])
	})
	if shown < 5 {
		t.Errorf("the guide shows %d examples, want one of each type", shown)
	}
	if golden.Updating() {
		if err := os.WriteFile(contract, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(page), now); diff != "" {
		t.Errorf("the guide's examples differ from the output; run go test ./export -update (-guide +output):\n%s", diff)
	}
}

// TestFields demands that the guide's tables and the objects have the same fields.
func TestFields(t *testing.T) {
	page, err := os.ReadFile(contract)
	if err != nil {
		t.Fatal(err)
	}
	objects := map[string][]any{
		"report":    {export.Report{}, export.Coverage{}},
		"section":   {export.Section{}},
		"figure":    {export.Figure{}},
		"pledge":    {export.Pledge{}},
		"mechanism": {export.Mechanism{}},
	}
	for _, part := range strings.Split(string(page), "\n## ")[1:] {
		name, _, _ := strings.Cut(part, "（")
		if objects[name] == nil {
			continue
		}
		var documented, want []string
		for line := range strings.Lines(part) {
			if cell, ok := strings.CutPrefix(line, "| `"); ok {
				cell, _, _ = strings.Cut(cell, " |")
				for field := range strings.SplitSeq(cell, ", ") {
					documented = append(documented, strings.Trim(field, "`"))
				}
			}
		}
		for _, o := range objects[name] {
			want = append(want, jsonFields(reflect.TypeOf(o))...)
		}
		delete(objects, name)
		slices.Sort(documented)
		slices.Sort(want)
		if diff := cmp.Diff(want, documented); diff != "" {
			t.Errorf("%s (-object +guide):\n%s", name, diff)
		}
	}
	for name := range objects {
		t.Errorf("the guide has no part on %s", name)
	}
}

// jsonFields are the names of a type's fields in JSON.
func jsonFields(t reflect.Type) []string {
	var names []string
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			names = append(names, jsonFields(f.Type)...)
			continue
		}
		names = append(names, f.Tag.Get("json"))
	}
	return names
}
