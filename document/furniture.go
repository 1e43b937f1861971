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
	root     *wordNode // words, menus and labels
	ends     []string
	notices  []string
	marks    []string
	examples []furnitureExample
}

// wordNode is a place in the tree of words, one character a step.
type wordNode struct {
	next              map[rune]*wordNode
	word, menu, label bool // a text of this kind ends here
}

// add returns the node at which text ends.
func (n *wordNode) add(text string) *wordNode {
	for _, r := range text {
		child := n.next[r]
		if child == nil {
			child = &wordNode{}
			if n.next == nil {
				n.next = map[rune]*wordNode{}
			}
			n.next[r] = child
		}
		n = child
	}
	return n
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
	t := &furnitureTable{root: &wordNode{}}
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
			t.root.add(f[1]).word = true
		case "menu":
			t.root.add(f[1]).menu = true
		case "label":
			t.root.add(f[1]).label = true
		case "end":
			t.ends = append(t.ends, f[1])
		case "notice":
			t.notices = append(t.notices, f[1])
		case "mark":
			t.marks = append(t.marks, f[1])
		default:
			return nil, fmt.Errorf("line %d: no kind %q", i+1, f[0])
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
	if i == len(text) || t.root.next[text[i]] == nil {
		return false
	}
	return t.label(text[i:]) || t.menu(text)
}

// label reports whether text is a label, a colon and a value that is no
// sentence.
func (t *furnitureTable) label(text []rune) bool {
	node := t.root
	for i, r := range text {
		if node.label && labelValue(text[i:]) {
			return true
		}
		if node = node.next[r]; node == nil {
			return false
		}
	}
	return false
}

// labelValue reports whether text is a colon and a value that is no sentence.
func labelValue(text []rune) bool {
	for len(text) > 0 && classify(text[0]) == blankRune {
		text = text[1:]
	}
	if len(text) == 0 || text[0] != '：' && text[0] != ':' {
		return false
	}
	for _, r := range text {
		if r == '。' || r == '；' {
			return false
		}
	}
	return true
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
		n, word := t.longestWord(text[i:])
		if n == 0 {
			// What follows the signs of a path may have any name.
			return path && words > 0
		}
		if word {
			words++
		} else {
			menus++
		}
		i += n
	}
	return words > 0 || menus >= menusAlone
}

// longestWord returns the length of the longest word or menu that text begins
// with, 0 if there is none, and whether it is a word.
func (t *furnitureTable) longestWord(text []rune) (n int, word bool) {
	node := t.root
	for i, r := range text {
		if node = node.next[r]; node == nil {
			break
		}
		if node.word || node.menu {
			n, word = i+1, node.word
		}
	}
	return n, word
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
func (t *furnitureTable) begins(text string, sentence bool) bool {
	for _, e := range t.ends {
		if !sentence && strings.HasPrefix(text, e) {
			return true
		}
	}
	for _, n := range t.notices {
		if strings.HasPrefix(text, n) {
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
