package golden

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// stages are two toy stages: the runner itself is under test.
var stages = []Stage{
	{"upper", strings.ToUpper},
	{"length", func(s string) string { return strings.Repeat("i", len(s)) + "\n" }},
}

func TestRun(t *testing.T) { Run(t, "testdata/*.txtar", stages...) }

func TestCheck(t *testing.T) {
	tests := []struct {
		name, file string
		fresh      string // "" where -update leaves the file as it is
		problems   []string
	}{
		{"right", "# a\n-- input --\nab\n-- upper --\nAB\n", "", nil},
		{"wrong", "# a\n-- input --\nab\n-- upper --\nAC\n", "# a\n-- input --\nab\n-- upper --\nAB\n", []string{"upper (-file +now)"}},
		{"no sections yet", "# a\n-- input --\nab\n", "# a\n-- input --\nab\n-- upper --\nAB\n-- length --\nii\n", []string{"no section upper", "no section length"}},
		{"no comment", "-- input --\nab\n-- upper --\nAB\n", "", []string{"must begin with a comment"}},
		{"no input", "# a\n-- upper --\nAB\n", "", []string{"first section must be"}},
		{"unknown section", "# a\n-- input --\nab\n-- lower --\nab\n", "", []string{"lower belongs to no stage"}},
		{"want not met", "# a\n-- input --\nab\n-- upper --\nAB\n-- want: upper --\nÄB\n", "", nil},
		{"want met", "# a\n-- input --\nab\n-- upper --\nAC\n-- want: upper --\nAB\n", "# a\n-- input --\nab\n-- upper --\nAB\n", []string{"upper (-file +now)", "now as wanted"}},
		{"want of no stage", "# a\n-- input --\nab\n-- want: upper --\nAB\n", "", []string{"want: upper belongs to no stage"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fresh, problems := check(txtar.Parse([]byte(tt.file)), stages)
			want := tt.fresh
			if want == "" {
				want = tt.file
			}
			if diff := cmp.Diff(want, string(txtar.Format(fresh))); diff != "" {
				t.Errorf("as -update writes it (-want +got):\n%s", diff)
			}
			if len(problems) != len(tt.problems) {
				t.Fatalf("problems %q, want %q", problems, tt.problems)
			}
			for i := range problems {
				if !strings.Contains(problems[i], tt.problems[i]) {
					t.Errorf("problem %q, want %q", problems[i], tt.problems[i])
				}
			}
		})
	}
}
