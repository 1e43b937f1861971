package breakdown

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pledger/locale"
)

// told are problems in words, one a line.
func told(ps Problems) string {
	var all []string
	for _, p := range ps {
		all = append(all, fmt.Sprintf("%s %s %s", p.Severity, p.Code, p.Text(locale.ZhCN)))
	}
	return strings.Join(all, "\n")
}

// TestReadBack reads the sample from every format: nothing to tell, and what
// the format carries is there.
func TestReadBack(t *testing.T) {
	want := sampleTable()
	for format := range writers {
		t.Run(format, func(t *testing.T) {
			got, problems := Read("a."+format, bytes.NewReader(written(t, format, want)))
			if len(problems) > 0 {
				t.Fatal(told(problems))
			}
			if got.Title != want.Title && format != "csv" || got.Year != want.Year && format != "csv" {
				t.Errorf("title %q, year %d", got.Title, got.Year)
			}
			if len(got.Rows) != len(want.Rows) {
				t.Fatalf("%d rows, want %d", len(got.Rows), len(want.Rows))
			}
			for i, r := range got.Rows {
				if diff := cmp.Diff(essence(want, want.Rows[i], got.Columns), essence(got, r, got.Columns)); diff != "" {
					t.Errorf("row %d (-written +read):\n%s", i+1, diff)
				}
			}
			if format == "json" {
				clear := func(r *Row) Row { c := *r; c.At = Place{}; return c }
				for i, r := range got.Rows {
					if diff := cmp.Diff(clear(want.Rows[i]), clear(r)); diff != "" {
						t.Errorf("row %d (-written +read):\n%s", i+1, diff)
					}
				}
			}
		})
	}
}

// essence is what of a row must survive any format.
func essence(t *Table, r *Row, columns []Column) map[Column]string {
	out := map[Column]string{}
	for _, c := range columns {
		if c != InSection {
			out[c] = deadlineKey(t.cell(r, c))
		}
	}
	return out
}
