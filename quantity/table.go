package quantity

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed data/bounds.tsv
var boundsFile string

//go:embed data/nonumbers.tsv
var nonumbersFile string

//go:embed data/nounits.tsv
var nounitsFile string

// ends says which values a bound word means; see data/bounds.tsv.
type ends uint8

const (
	asWritten ends = iota
	around
	toward
	fill
	from
	beyond
	upto
	short
)

var endsNames = map[string]ends{
	"around": around, "toward": toward, "fill": fill, "from": from,
	"beyond": beyond, "upto": upto, "short": short,
}

// place is where a bound word stands.
type place uint8

const (
	before place = iota
	clause
	inside // before 万, 亿 or the unit: the file's "fill"
	rest
	after
	places // how many there are
)

var placeNames = map[string]place{"before": before, "clause": clause, "fill": inside, "rest": rest, "after": after}

// cue is one row of data/bounds.tsv.
type cue struct {
	word    []rune
	bound   Bound
	ends    ends
	only    string
	unless  string
	example string
}

// words are the tables of the scanner, compiled.
type words struct {
	// cues, by place and by the rune next to the number: the last of words
	// before it, the first of words after it. Longer words come first.
	cues [places]map[rune][]cue
	// nonumbers, by numeral.
	nonumbers map[rune][]nonumber
	// nounits, by the first rune.
	nounits map[rune][][]rune
	// marks say of a rune which of these maps can have it, so that most look-ups
	// end at one byte; they stand at its lowest bits, as numeric does.
	marks [lowBits + 1]mark
}

// mark is a set of bits: those of places say that the rune is in their cues.
type mark uint8

// mark is that of the cues of p; those behind the unit share one.
func (p place) mark() mark { return 1 << min(p, rest) }

const (
	marksNonumber mark = 1 << (iota + rest + 1)
	marksNounit
	marksBeside // it stands beside the numeral of a nonumber
	marksApart  // no bound word before it is said of a number behind it
)

// has reports whether r can have one of the marks: those that have none are told by the
// maps.
func (w *words) has(r rune, m mark) bool { return w.marks[r&lowBits]&m != 0 }

// cuesAt are the bound words of a place beside the rune r.
func (w *words) cuesAt(p place, r rune) []cue {
	if !w.has(r, p.mark()) {
		return nil
	}
	return w.cues[p][r]
}

// nonumber is a word of data/nonumbers.tsv, seen from its numeral.
type nonumber struct {
	word []rune
	at   int // the numeral's place in it
}

// tables is compiled once; a mistake in the embedded files is a mistake of the
// program and is found by any test of the package.
var tables = func() *words {
	w := &words{nonumbers: map[rune][]nonumber{}, nounits: map[rune][][]rune{}}
	for p := range w.cues {
		w.cues[p] = map[rune][]cue{}
	}
	for line := range dataLines(boundsFile) {
		w.addCue(line)
	}
	for r := range rune(bmp) {
		if endsClause(r) || info(r).class == arabic {
			w.marks[r&lowBits] |= marksApart
		}
	}
	for line := range dataLines(nonumbersFile) {
		for _, s := range strings.Fields(line) {
			rs := []rune(s)
			for i, r := range rs {
				if info(r).class != noNumber {
					w.nonumbers[r] = append(w.nonumbers[r], nonumber{rs, i})
					w.marks[r&lowBits] |= marksNonumber
					for _, beside := range rs[max(i-1, 0):min(i+2, len(rs))] {
						w.marks[beside&lowBits] |= marksBeside
					}
				}
			}
		}
	}
	for line := range dataLines(nounitsFile) {
		for _, s := range strings.Fields(line) {
			rs := []rune(s)
			w.nounits[rs[0]] = append(w.nounits[rs[0]], rs)
			w.marks[rs[0]&lowBits] |= marksNounit
		}
	}
	return w
}()

// dataLines yields a table's lines less comments, blank lines and the header.
func dataLines(file string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		header := true
		for line := range strings.Lines(file) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if header {
				header = false
			} else if !yield(line) {
				return
			}
		}
	}
}

func (w *words) addCue(line string) {
	f := strings.Split(line, "\t")
	if len(f) != 7 || f[0] == "" {
		panic(fmt.Sprintf("quantity: data/bounds.tsv: 7 columns wanted: %q", line))
	}
	p, ok1 := placeNames[f[1]]
	e, ok2 := endsNames[f[3]]
	bound, ok3 := BoundNamed(f[2])
	if !ok1 || !ok2 || !ok3 {
		panic(fmt.Sprintf("quantity: data/bounds.tsv: unknown place, bound or ends: %q", line))
	}
	c := cue{[]rune(f[0]), bound, e, f[4], f[5], f[6]}
	key := c.word[0]
	if p == before || p == clause {
		key = c.word[len(c.word)-1]
	}
	w.marks[key&lowBits] |= p.mark()
	list := w.cues[p][key]
	i := 0
	for i < len(list) && len(list[i].word) >= len(c.word) {
		i++
	}
	w.cues[p][key] = append(list[:i:i], append([]cue{c}, list[i:]...)...)
}
