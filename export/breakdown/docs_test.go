package breakdown

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pledger/internal/golden"
)

// guide documents the formats.
const guide = "../../docs/breakdown.md"

// example is a place of the guide that shows a file.
var example = regexp.MustCompile("(?s)<!-- example: ([a-z]+) -->\n```[a-z]+\n.*?```")

// TestGuide demands that the guide's examples are what is written; -update
// writes them.
func TestGuide(t *testing.T) {
	page, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	table := sampleTable()
	table.Rows = []*Row{table.Rows[2], table.Rows[7]}
	table.Sections = slices.Delete(table.Sections, 2, 4)
	now := example.ReplaceAllStringFunc(string(page), func(block string) string {
		format := example.FindStringSubmatch(block)[1]
		file := strings.NewReplacer(utf8Mark, "", "\r", "").Replace(string(written(t, format, table)))
		return "<!-- example: " + format + " -->\n```" + format + "\n" + file + "```"
	})
	if golden.Updating() {
		if err := os.WriteFile(guide, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(page), now); diff != "" {
		t.Errorf("the guide's examples differ from the output; run go test ./export/breakdown -update (-guide +output):\n%s", diff)
	}
}

// TestGuideFields demands that the guide's table has the fields of the objects.
func TestGuideFields(t *testing.T) {
	page, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for line := range strings.Lines(string(page)) {
		if cells := strings.Split(line, " | "); strings.HasPrefix(line, "| `") && len(cells) == 3 {
			for field := range strings.SplitSeq(strings.TrimPrefix(cells[0], "| "), ", ") {
				got[cells[1]] = append(got[cells[1]], strings.Trim(field, "`"))
			}
		}
	}
	want := map[string][]string{}
	for of, v := range map[string]any{"table": jsonTable{}, "section": Section{}, "row": Row{}, "account": Detail{}} {
		for i := range reflect.TypeOf(v).NumField() {
			if tag, _, _ := strings.Cut(reflect.TypeOf(v).Field(i).Tag.Get("json"), ","); tag != "-" {
				want[of] = append(want[of], tag)
			}
		}
		slices.Sort(want[of])
		slices.Sort(got[of])
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("fields (-objects +guide):\n%s", diff)
	}
}
