package statement_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"pledger/internal/shared"
)

// A layout is how a file breaks its lines.
type layout struct {
	name    string
	width   int  // of a line
	columns bool // width counts columns, not characters
	eol     string
	para    string // ends a paragraph
	indent  string // begins one
	page    int    // lines of a page, which ends with its number; 0 for none
}

var layouts = []layout{
	{"15 characters", 15, false, "\n", "\n", "", 0},
	{"20 characters", 20, false, "\n", "\n", "", 0},
	{"36 characters, blank lines", 36, false, "\n", "\n\n", "", 0},
	{"34 characters, tabs", 34, false, "\n", "\n", "\t", 0},
	{"30 columns", 30, true, "\n", "\n", "", 0},
	{"60 columns", 60, true, "\n", "\n", "", 0},
	{"72 columns, crlf", 72, true, "\r\n", "\r\n", "", 0},
	{"78 columns, indents", 78, true, "\n", "\n", "　　", 0},
	{"60 columns, pages", 60, true, "\n", "\n", "", 13},
	{"60 columns, every second line", 60, true, "\n\n", "\n\n", "", 0},
	{"no width, pages", 1000, true, "\r", "\r", "　　", 5},
}

// layoutLoss is how much worse than as it was written a text may be read in another
// layout, of all five fields and of pledges.
const layoutLoss = 0.01

// TestLayouts reads annotated reports again with their lines broken as files break them,
// and with the blanks and invisible characters that pages leave in a text.
func TestLayouts(t *testing.T) {
	gold := shared.Path(t, "gold")
	all := append(specimens(t, filepath.Join("testdata", "mini")), specimens(t, filepath.Join(gold, "mini"))...)
	all = append(all, specimenOf(t, "nmg-2021", shared.Path(t, "reports", "nmg-2021.txt"), filepath.Join(gold, "nmg-2021")))
	const asWritten = "as written"
	names, tallies := []string{asWritten}, map[string]tally{asWritten: {}}
	for i := range all {
		tallies[asWritten].add(all[i].read(t, asWritten))
	}
	floors := map[string]float64{}
	for _, field := range []string{allFive, pledgeFinding} {
		floors[field] = tallies[asWritten][field].rate() - layoutLoss
	}
	measure := func(name string, write func(*specimen) specimen) {
		names, tallies[name] = append(names, name), tally{}
		for i := range all {
			v := write(&all[i])
			tallies[name].add(v.read(t, name))
		}
		demand(t, name, tallies[name], floors)
	}
	for _, l := range layouts {
		measure(l.name, l.write)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	measure("hidden", func(s *specimen) specimen { return hidden(s, rnd) })
	for _, blank := range []string{"\u3000", "\t", "\u00a0"} {
		measure(fmt.Sprintf("%+q", blank), func(s *specimen) specimen { return setApart(s, rnd, blank) })
	}
	t.Log("\n" + table(names, tallies))
}

// write breaks the lines of s anew.
func (l *layout) write(s *specimen) specimen {
	var edits []edit
	at, lines, fresh := 0, 0, true // fresh: nothing visible of the paragraph was seen
	for i, r := range s.text {
		if strings.ContainsRune("\r\n", r) || fresh && strings.ContainsRune(" 　", r) {
			end := ""
			if r == '\n' && !fresh {
				end, fresh, lines = l.para, true, lines+1
			}
			edits = append(edits, edit{i, i + 1, end})
			continue
		}
		if fresh {
			fresh, at = false, 0
			edits = append(edits, edit{i, i, l.indent})
			for _, blank := range l.indent {
				at += l.takes(blank)
			}
		}
		if at+l.takes(r) > l.width {
			at, lines = 0, lines+1
			edits = append(edits, edit{i, i, l.eol + l.pageEnd(lines)})
		}
		at += l.takes(r)
	}
	return s.varied(edits, asIs)
}

// takes is how much of a line r takes.
func (l *layout) takes(r rune) int {
	if l.columns && r > 0x2000 {
		return 2
	}
	return 1
}

// pageEnd is what stands behind so many lines.
func (l *layout) pageEnd(lines int) string {
	if l.page == 0 || lines%l.page > 0 {
		return ""
	}
	return fmt.Sprintf("— %d —", lines/l.page) + l.eol
}

// hidden sets characters that nobody sees into words and numbers.
func hidden(s *specimen, rnd *rand.Rand) specimen {
	const oneIn = 20
	inWord := func(r rune) bool { return digitRune(r) || unicode.Is(unicode.Han, r) }
	var edits []edit
	for i := 1; i < len(s.text); i++ {
		if inWord(s.text[i-1]) && inWord(s.text[i]) && rnd.IntN(oneIn) == 0 {
			edits = append(edits, edit{i, i, []string{"\u200b", "\ufeff", "\u200d", "\u2060\u200b"}[rnd.IntN(4)]})
		}
	}
	return s.varied(edits, asIs)
}
