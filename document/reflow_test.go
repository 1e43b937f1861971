package document

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A shape writes paragraphs the way some kind of file breaks them.
type shape struct {
	name  string
	write func(paras []string) string
	// min is the share of paragraphs that must come back whole over all visible reports.
	min float64
}

func lineShapes() []shape {
	lines := func(sep, indent string) func([]string) string {
		return func(p []string) string { return indent + strings.Join(p, sep+indent) + sep }
	}
	return []shape{
		{"a line each", lines("\n", ""), 0.995},
		{"a line each, crlf", lines("\r\n", ""), 0.995},
		{"a line each, indented", lines("\n", "　　"), 0.995},
		{"blank lines", lines("\n\n", ""), 0.995},
		{"blank lines, indented", lines("\r\n\r\n", "　　"), 0.995},
		{"wrapped, blank lines", wrapped(76, "", "\n\n", 0), 0.995},
		{"wrapped, indented", wrapped(70, "　　", "\n", 0), 0.985},
		{"wrapped, indented, blank lines", wrapped(60, "　　", "\n\n", 0), 0.985},
		{"wrapped, indented, pages", wrapped(84, "　　", "\n", 30), 0.97},
	}
}

// wrapped breaks paragraphs at width columns; page lines make a page, which
// ends with its number, if page > 0.
func wrapped(width int, indent, sep string, page int) func([]string) string {
	return func(paras []string) string {
		var b strings.Builder
		lines := 0
		newLine := func() {
			if lines++; page > 0 && lines%page == 0 {
				fmt.Fprintf(&b, "\n\n— %d —\n", lines/page)
			}
			b.WriteString("\n")
		}
		for _, p := range paras {
			r := []rune(indent + p)
			for n := breakAt(r, width); n < len(r); n = breakAt(r, width) {
				b.WriteString(string(r[:n]))
				newLine()
				r = r[n:]
			}
			b.WriteString(string(r))
			newLine()
			b.WriteString(strings.TrimPrefix(sep, "\n"))
		}
		return b.String()
	}
}

// breakAt returns how many runes of r fit into width columns. No line begins
// with a closing mark, none ends inside a number.
func breakAt(r []rune, width int) int {
	cols, n := 0, 0
	for ; n < len(r); n++ {
		cols++
		if r[n] > 0x2000 {
			cols++
		}
		if cols > width {
			break
		}
	}
	for n < len(r) && n > 1 && (continues(r[n]) || r[n] < 0x80 && r[n-1] < 0x80) {
		n--
	}
	return n
}

// TestShapes writes the visible reports in every shape and demands the same
// paragraphs back.
func TestShapes(t *testing.T) {
	paras := map[string][]string{}
	for _, path := range sharedFiles(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		paras[filepath.Base(path)] = reportParagraphs(FromString(path, string(data)))
	}
	for _, s := range lineShapes() {
		t.Run(s.name, func(t *testing.T) {
			whole, all := 0, 0
			for name, want := range paras {
				got := FromString(name, s.write(want))
				checkText(t, got)
				have := map[string]bool{}
				for _, p := range reportParagraphs(got) {
					have[squeeze(p)] = true
				}
				for _, p := range want {
					all++
					if have[squeeze(p)] {
						whole++
					} else if testing.Verbose() {
						t.Logf("%s: lost %.60q", name, p)
					}
				}
				for _, b := range got.Blocks {
					if _, page, _ := pageNumber(got.runes[b.Pos.Start:b.Pos.End]); b.Kind == Furniture && !page {
						t.Errorf("%s: report text became furniture: %.40q", name, got.Slice(b.Pos))
					}
				}
			}
			if share := float64(whole) / float64(all); share < s.min {
				t.Errorf("%d of %d paragraphs came back whole: %.4f, want %.3f", whole, all, share, s.min)
			} else {
				t.Logf("%d of %d paragraphs came back whole: %.4f", whole, all, share)
			}
		})
	}
}

// reportParagraphs returns the paragraphs of x that are not furniture, each on
// one line, those that furniture cut in two joined again.
func reportParagraphs(x *Text) []string {
	var out []string
	for _, b := range x.Blocks {
		if b.Kind == Furniture {
			continue
		}
		s := strings.NewReplacer("\r", "", "\n", "").Replace(x.Slice(b.Pos))
		if b.Cont {
			out[len(out)-1] += s
		} else {
			out = append(out, s)
		}
	}
	return out
}

// squeeze drops the blanks of s: where lines break, blanks come and go.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if classify(r) != visible {
			return -1
		}
		return r
	}, s)
}
