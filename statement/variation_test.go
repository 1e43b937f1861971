package statement_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pledger/document"
	"pledger/internal/shared"
	"pledger/lexicon"
	"pledger/report"
	"pledger/statement"
)

// An edit replaces runes of a text; where from and to are equal it inserts.
type edit struct {
	from, to int
	with     string
}

// specimen is an annotated text to be varied.
type specimen struct {
	name string
	text []rune
	annotation
}

// varied is s with its edits made and the annotation carried along: where it
// stands and, by reword, what subjects are called. Edits are in order and apart.
func (s *specimen) varied(edits []edit, reword func(string) []string) specimen {
	var text []rune
	at := 0
	for _, e := range edits {
		text = append(append(text, s.text[at:e.from]...), []rune(e.with)...)
		at = e.to
	}
	out := specimen{name: s.name, text: append(text, s.text[at:]...)}
	for _, f := range s.figures {
		f.At = moved(edits, f.At, true)
		words := reword(f.Subject)
		for _, alt := range f.Alt {
			words = append(words, reword(alt)...)
		}
		f.Subject, f.Alt, f.Region = words[0], words[1:], reword(f.Region)[0]
		out.figures = append(out.figures, f)
	}
	for _, p := range s.pledges {
		end := moved(edits, p.At+p.Len, false)
		p.At = moved(edits, p.At, true)
		p.Len = end - p.At
		out.pledges = append(out.pledges, p)
	}
	return out
}

// moved is where offset i lies behind the edits: what begins there follows an
// insertion, what ends there stays before it.
func moved(edits []edit, i int, begins bool) int {
	shift := 0
	for _, e := range edits {
		switch {
		case e.from == e.to && e.from == i && !begins:
		case e.to <= i:
			shift += utf8.RuneCountInString(e.with) - (e.to - e.from)
		case e.from < i:
			return e.from + shift
		}
	}
	return i + shift
}

// asIs leaves subjects as they are.
func asIs(s string) []string { return []string{s} }

// wording is one row of testdata/variations.tsv.
type wording struct {
	kind, word     string
	others, unless []string
	beforeNumber   bool
}

// wordings are the rows of one kind, longer words first.
func wordings(t testing.TB) map[string][]wording {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "variations.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]wording{}
	for n, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || cells[0] == "kind" {
			continue
		}
		if len(cells) != 5 || cells[1] == "" || cells[2] == "" || cells[4] != "" && cells[4] != "number" {
			t.Fatalf("variations.tsv:%d: want kind, word, others, unless and before: %q", n+1, line)
		}
		w := wording{kind: cells[0], word: cells[1], others: strings.Split(cells[2], "|"), beforeNumber: cells[4] != ""}
		if cells[3] != "" {
			w.unless = strings.Split(cells[3], "|")
		}
		out[w.kind] = append(out[w.kind], w)
	}
	for _, rows := range out {
		slices.SortStableFunc(rows, func(a, b wording) int { return len(b.word) - len(a.word) })
	}
	return out
}

// found are the places of a word in rs that are none of a longer word.
func (w *wording) found(rs []rune) []int {
	word := []rune(w.word)
	var at []int
places:
	for i := 0; i+len(word) <= len(rs); i++ {
		if !slices.Equal(rs[i:i+len(word)], word) || w.beforeNumber && !numberAt(rs, i+len(word)) {
			continue
		}
		for _, long := range w.unless {
			l := []rune(long)
			for k := max(0, i+len(word)-len(l)); k <= i && k+len(l) <= len(rs); k++ {
				if slices.Equal(rs[k:k+len(l)], l) {
					continue places
				}
			}
		}
		at = append(at, i)
	}
	return at
}

// numberAt reports whether a number, perhaps with 近 or 约 before it, stands at rs[i].
func numberAt(rs []rune, i int) bool {
	if i < len(rs) && (rs[i] == '近' || rs[i] == '约') {
		i++
	}
	return i < len(rs) && strings.ContainsRune("0123456789０１２３４５６７８９", rs[i])
}

// reworded varies the words of one kind, each by one other all over the text.
func reworded(rows []wording) func(*specimen, *rand.Rand) specimen {
	return func(s *specimen, rnd *rand.Rand) specimen {
		chosen := make([]string, len(rows))
		for k := range rows {
			chosen[k] = rows[k].others[rnd.IntN(len(rows[k].others))]
		}
		keep := rows[0].kind == "verb" || rows[0].kind == "adverb" // a subject may hold the verb or not
		return s.varied(rewordings(rows, chosen, s.text), func(subject string) []string {
			var all []string
			for _, before := range []bool{false, true} {
				use := rows
				if before {
					use = slices.Clone(rows)
					for k := range use {
						use[k].beforeNumber = false
					}
				}
				new := specimen{text: []rune(subject)}
				all = append(all, string((&new).varied(rewordings(use, chosen, new.text), asIs).text))
			}
			if keep {
				all = append(all, subject)
			}
			return slices.Compact(all)
		})
	}
}

// rewordings are the edits that put chosen[k] for the word of rows[k] in rs.
func rewordings(rows []wording, chosen []string, rs []rune) []edit {
	var edits []edit
	for k := range rows {
		for _, at := range rows[k].found(rs) {
			e := edit{at, at + utf8.RuneCountInString(rows[k].word), chosen[k]}
			if !slices.ContainsFunc(edits, func(o edit) bool { return e.from < o.to && o.from < e.to }) {
				edits = append(edits, e)
			}
		}
	}
	slices.SortFunc(edits, func(a, b edit) int { return a.from - b.from })
	return edits
}

// rounds is how often each text is varied in each way.
const rounds = 2

// ways are the ways to vary a text.
func ways(t testing.TB) (names []string, way map[string]func(*specimen, *rand.Rand) specimen) {
	way = map[string]func(*specimen, *rand.Rand) specimen{
		"number": renumbered, "numeral": spelt, "width": widened, "blank": spaced, "break": broken,
	}
	names = []string{"number", "numeral", "width", "blank", "break"}
	rows := wordings(t)
	for _, kind := range []string{"adverb", "verb", "body", "noun", "place"} {
		if len(rows[kind]) == 0 {
			t.Fatalf("variations.tsv has no %s", kind)
		}
		names, way[kind] = slices.Insert(names, 0, kind), reworded(rows[kind])
	}
	return names, way
}

// variationFloors is how well the varied texts must be read, by way: figures of
// which all five are right, of all there are, and pledges.
var variationFloors = map[string][2]float64{
	"place": {0.93, 0.89}, "noun": {0.92, 0.89}, "body": {0.93, 0.89}, "verb": {0.92, 0.845}, "adverb": {0.93, 0.885},
	"number": {0.925, 0.89}, "numeral": {0.93, 0.89}, "width": {0.93, 0.89}, "blank": {0.93, 0.89}, "break": {0.93, 0.89},
}

// TestVariations reads annotated reports again with other words, numbers and marks
// of the same meaning: what is read by rule is read as well.
func TestVariations(t *testing.T) {
	t.Run("own", func(t *testing.T) { vary(t, specimens(t, filepath.Join("testdata", "mini"))) })
	t.Run("shared", func(t *testing.T) {
		gold := shared.Path(t, "gold")
		all := specimens(t, filepath.Join(gold, "mini"))
		vary(t, append(all, specimenOf(t, "nmg-2021", shared.Path(t, "reports", "nmg-2021.txt"), filepath.Join(gold, "nmg-2021"))))
	})
}

// vary measures each way of varying specimens against their floors.
func vary(t *testing.T, all []specimen) {
	names, way := ways(t)
	tallies := map[string]tally{"as written": {}}
	for i := range all {
		tallies["as written"].add(all[i].read(t, "as written"))
	}
	for _, name := range names {
		rnd := rand.New(rand.NewPCG(1, 2))
		tallies[name] = tally{}
		for range rounds {
			for i := range all {
				v := way[name](&all[i], rnd)
				tallies[name].add(v.read(t, name))
			}
		}
		floor := variationFloors[name]
		demand(t, name, tallies[name], map[string]float64{allFive: floor[0], pledgeFinding: floor[1]})
	}
	t.Log("\n" + table(append([]string{"as written"}, names...), tallies))
}

// read measures how s is read, figures that were missed counted as wrong.
func (s *specimen) read(t testing.TB, way string) tally {
	text, err := document.Read(s.name+".txt", strings.NewReader(string(s.text)))
	if err != nil {
		t.Fatal(err)
	}
	out := take(t, way+" "+s.name, s.annotation, statement.Extract(report.Parse(text), lexicon.Default()))
	n := 0
	for i := range s.figures {
		if s.figures[i].What == statement.IsFigure {
			n++
		}
	}
	out[allFive] = share{out[allFive].right, n}
	return out
}

// specimens are the annotated texts of a folder.
func specimens(t testing.TB, dir string) []specimen {
	t.Helper()
	var out []specimen
	for _, path := range texts(t, dir) {
		name := strings.TrimSuffix(path, ".txt")
		out = append(out, specimenOf(t, filepath.Base(name), path, name))
	}
	return out
}

// specimenOf is the text of a file with its annotation.
func specimenOf(t testing.TB, name, path, gold string) specimen {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return specimen{name, []rune(string(data)), readAnnotation(t, gold, false)}
}
