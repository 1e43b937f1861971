package assign

import (
	"unicode"
	"unicode/utf8"

	"pledger/lexicon"
)

// readable is a task as it is compared: folded runes without digits, spaces
// and marks, and where each stood. A mark between two runes is kept as one
// space, so that no pair and no word reaches over it.
type readable struct {
	runes  []rune
	at     []int  // by rune: its offset in the task
	clause []int  // by rune: how many marks came before it
	plain  []bool // by rune: it is part of a verb or a function word
}

// read makes a readable of a task.
func read(lex *lexicon.Lexicon, task string) readable {
	n := utf8.RuneCountInString(task)
	r := readable{runes: make([]rune, 0, n), at: make([]int, 0, n), clause: make([]int, 0, n)}
	i, clause, open := 0, 0, false
	for _, c := range task {
		f := lexicon.Fold(c)
		switch {
		case f != 0 && unicode.IsLetter(f) || f == '.' && len(r.runes) > 0:
			r.runes, r.at, r.clause = append(r.runes, f), append(r.at, i), append(r.clause, clause)
			open = true
		case unicode.IsDigit(f):
			// Words such as 5G and PM2.5 keep their digits; amounts end in a unit.
			r.runes, r.at, r.clause = append(r.runes, f), append(r.at, i), append(r.clause, clause)
		case f == '“' || f == '”' || f == '"' || unicode.IsSpace(f):
		default:
			if open {
				clause++
			}
			r.runes, r.at, r.clause = append(r.runes, ' '), append(r.at, i), append(r.clause, clause)
			open = false
		}
		i++
	}
	r.plain = make([]bool, len(r.runes))
	for _, t := range lex.Tokens(nil, r.runes, 0, len(r.runes)) {
		for j := t.Start; j < t.End && t.Class&^(lexicon.ClassVerb|lexicon.ClassWord) == 0; j++ {
			r.plain[j] = true
		}
	}
	return r
}

// pair is two neighbouring runes.
type pair [2]rune

// pairs calls f for each pair of neighbouring letters that belong to no verb or
// function word, in order: who is to do a thing shows in what is done, and
// 推进 and 完成 stand in everybody's tasks.
func (r readable) pairs(f func(pair)) {
	for i := 0; i+1 < len(r.runes); i++ {
		if !r.plain[i] && !r.plain[i+1] && isWord(r.runes[i]) && isWord(r.runes[i+1]) {
			f(pair{r.runes[i], r.runes[i+1]})
		}
	}
}

// isWord reports whether r can stand in a pair: digits vary from year to year.
func isWord(r rune) bool { return unicode.IsLetter(r) }

// vocabulary numbers pairs.
type vocabulary map[pair]int32

// number is the pair's number, a new one if it has none.
func (v vocabulary) number(p pair) int32 {
	n, ok := v[p]
	if !ok {
		n = int32(len(v))
		v[p] = n
	}
	return n
}

// known are the numbers of the pairs of r that v holds.
func (v vocabulary) known(r readable) []int32 {
	var list []int32
	r.pairs(func(p pair) {
		if n, ok := v[p]; ok {
			list = append(list, n)
		}
	})
	return list
}
