package document

import (
	_ "embed" // the furniture table
	"fmt"
	"strings"
)

//go:embed data/furniture.tsv
var furnitureTSV string

// furnitureTable is data/furniture.tsv, arranged for looking up.
type furnitureTable struct {
	words    map[string]bool // word and menu; true for a word
	labels   map[string]bool
	ends     []string
	marks    []string
	firsts   map[rune]bool // the first characters of words, menus and labels
	longest  int           // the most characters of a word, menu or label
	examples []furnitureExample
}

type furnitureExample struct{ kind, text, example string }

var furniture = mustFurniture(furnitureTSV)

func mustFurniture(tsv string) *furnitureTable {
	t, err := parseFurniture(tsv)
	if err != nil {
		panic("document/data/furniture.tsv: " + err.Error())
	}
	return t
}

func parseFurniture(tsv string) (*furnitureTable, error) {
	t := &furnitureTable{words: map[string]bool{}, labels: map[string]bool{}, firsts: map[rune]bool{}}
	header := false
	for i, ln := range strings.Split(strings.TrimSuffix(tsv, "\n"), "\n") {
		if strings.HasPrefix(ln, "#") {
			continue
		}
		if !header {
			header = true
			continue
		}
		f := strings.Split(ln, "\t")
		if len(f) != 3 || f[1] == "" || f[2] == "" {
			return nil, fmt.Errorf("line %d: want kind, text and example, have %q", i+1, ln)
		}
		switch f[0] {
		case "word":
			t.words[f[1]] = true
		case "menu":
			t.words[f[1]] = false
		case "label":
			t.labels[f[1]] = true
		case "end":
			t.ends = append(t.ends, f[1])
		case "mark":
			t.marks = append(t.marks, f[1])
		default:
			return nil, fmt.Errorf("line %d: no kind %q", i+1, f[0])
		}
		if f[0] != "end" && f[0] != "mark" {
			r := []rune(f[1])
			t.firsts[r[0]] = true
			t.longest = max(t.longest, len(r))
		}
		t.examples = append(t.examples, furnitureExample{f[0], f[1], f[2]})
	}
	return t, nil
}

// maxFurnitureLine is the length, in characters, up to which a line may be
// furniture by its words.
const maxFurnitureLine = 80

// line reports whether a line is furniture by what it says: a path or menu of
// the page, a label with its value.
func (t *furnitureTable) line(text []rune) bool {
	if len(text) > maxFurnitureLine {
		return false
	}
	i := 0
	for i < len(text) && isMenuFiller(text[i]) {
		i++
	}
	if i == len(text) || !t.firsts[text[i]] {
		return false
	}
	return t.label(text[i:]) || t.menu(text)
}

// label reports whether text is a label, a colon and a value that is no
// sentence.
func (t *furnitureTable) label(text []rune) bool {
	for n := min(t.longest, len(text)-1); n > 0; n-- {
		if !t.labels[string(text[:n])] {
			continue
		}
		rest := text[n:]
		for len(rest) > 0 && classify(rest[0]) == blankRune {
			rest = rest[1:]
		}
		if len(rest) == 0 || rest[0] != '：' && rest[0] != ':' {
			continue
		}
		for _, r := range rest {
			if r == '。' || r == '；' {
				return false
			}
		}
		return true
	}
	return false
}

// menu reports whether text is made of the words of menus and nothing else.
func (t *furnitureTable) menu(text []rune) bool {
	const menusAlone = 3
	words, menus, path := 0, 0, false
	for i := 0; i < len(text); {
		if isMenuFiller(text[i]) {
			path = path || isPathSign(text[i])
			i++
			continue
		}
		n := min(t.longest, len(text)-i)
		for ; n > 0; n-- {
			if word, ok := t.words[string(text[i:i+n])]; ok {
				if word {
					words++
				} else {
					menus++
				}
				break
			}
		}
		if n == 0 {
			// What follows the signs of a path may have any name.
			return path && words > 0
		}
		i += n
	}
	return words > 0 || menus >= menusAlone
}

func isPathSign(r rune) bool {
	switch r {
	case '>', '＞', '»', '›', '→':
		return true
	}
	return false
}

// isMenuFiller reports whether r stands between or around the words of a menu
// or before a label: blanks, bars, brackets, dates.
func isMenuFiller(r rune) bool {
	switch r {
	case '|', '｜', '[', ']', '【', '】', '（', '）', '(', ')', '·', '/', '-', '—', ':', '：', '、', '.', '…',
		'年', '月', '日', '■', '●', '★', '◆', '▲', '▼':
		return true
	}
	return isPathSign(r) || isDigit(r) || classify(r) != visible
}

// begins reports whether a paragraph begins the furniture at the end of a file.
func (t *furnitureTable) begins(text string) bool {
	for _, e := range t.ends {
		if strings.HasPrefix(text, e) {
			return true
		}
	}
	for _, m := range t.marks {
		if strings.Contains(text, m) {
			return true
		}
	}
	return false
}
