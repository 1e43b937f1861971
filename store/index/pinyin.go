package index

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"
	"golang.org/x/text/unicode/norm"
)

// polyphones lists the characters whose readings begin with different letters,
// as far as offices write them in both: 重 is zh in 重点, ch in 重庆. The
// dictionary's own list of rare readings would find too much.
//
//go:embed data/polyphones.tsv
var polyphones string

// window is how many letters on each side of another reading are kept with it:
// nobody types more initials than that across one character.
const window = 8

// Initials are the pinyin initials of a text: for each stretch between marks of
// punctuation one word of letters in the usual readings, and for each character
// with another reading a further word that has it, and its surroundings. Two
// such readings close to each other are tried together too.
func Initials(text string) []string {
	var words []string
	seen := map[string]bool{}
	add := func(w []byte) {
		if len(w) > 1 && !seen[string(w)] {
			seen[string(w)] = true
			words = append(words, string(w))
		}
	}
	for _, stretch := range strings.FieldsFunc(text, parts) {
		usual, others := letters(stretch)
		add(usual)
		for i, o := range others {
			add(around(usual, o))
			for _, p := range others[i+1:] {
				if p.at > o.at && p.at-o.at <= window {
					add(around(usual, o, p))
				}
			}
		}
	}
	return words
}

// An other is another letter that a stretch may have at a place.
type other struct {
	at     int
	letter byte
}

// around is the stretch of letters about the others, with them in their places.
func around(usual []byte, others ...other) []byte {
	from := max(0, others[0].at-window)
	to := min(len(usual), others[len(others)-1].at+window+1)
	w := append([]byte(nil), usual[from:to]...)
	for _, o := range others {
		w[o.at-from] = o.letter
	}
	return w
}

// letters are the first letters of a stretch in the usual readings, and where
// it may have others. Latin letters and digits stand for themselves; whatever
// has no reading is passed by.
func letters(stretch string) (usual []byte, others []other) {
	table := readings()
	for _, r := range stretch {
		if r < utf8.RuneSelf {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				usual = append(usual, byte(unicode.ToLower(r)))
			}
			continue
		}
		known, ok := table[r]
		if !ok {
			if l := usualLetter(r); l != 0 {
				usual = append(usual, l)
			}
			continue
		}
		for i := 1; i < len(known); i++ {
			others = append(others, other{len(usual), known[i]})
		}
		usual = append(usual, known[0])
	}
	return usual, others
}

// parts reports whether a rune ends a stretch. Quotation marks do not:
// “放管服”改革 is typed as fgfgg.
func parts(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '《', '》', '"':
		return false
	}
	return unicode.IsPunct(r) || unicode.IsSpace(r)
}

// usualLetter is the first letter of a character's usual reading; 0 where it
// has none.
func usualLetter(r rune) byte {
	reading := pinyin.PinyinDict[int(r)]
	if reading == "" {
		return 0
	}
	// The first letter may carry a tone: é is e and a mark.
	l := norm.NFD.String(reading)[0]
	if l < 'a' || l > 'z' {
		return 0
	}
	return l
}

// readings are the letters of polyphones.tsv by character, the usual one first.
var readings = sync.OnceValue(func() map[rune]string {
	table := map[rune]string{}
	for line := range strings.Lines(polyphones) {
		columns := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(columns) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		r, _ := utf8.DecodeRuneInString(columns[0])
		table[r] = columns[1]
	}
	return table
})
