package reporting

import (
	"strconv"
	"strings"

	"pledger/ledger"
	"pledger/server/page"
)

// maxLines is how many pasted lines are read: far above what a body reports.
const maxLines = 2000

// number is n as text.
func number(n int) string { return strconv.Itoa(n) }

// Fill puts lines pasted from a sheet into the form's fields: the number of an
// account, 12 or 12#2, the value, and what may follow, a sentence; where a target
// has several places, the place stands before the value. Cells are parted by tabs,
// or by commas of either width where a line has none. It returns the lines that
// fit nothing.
func Fill(form *page.Form, all []*ledger.Ask, placeNamed func(string) string) (strange []string) {
	for i, line := range strings.Split(form.Value(FieldLines), "\n") {
		line = strings.TrimRight(line, "\r")
		if strings.TrimSpace(line) == "" || i >= maxLines {
			continue
		}
		if !fillLine(form, all, cellsOf(line), placeNamed) {
			strange = append(strange, line)
		}
	}
	form.Values.Del(FieldLines)
	return strange
}

// cellsOf parts a line.
func cellsOf(line string) []string {
	cells := strings.Split(line, "\t")
	if len(cells) == 1 {
		cells = strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == '，' })
	}
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

// fillLine puts one line in; false where it fits no value that is asked for.
func fillLine(form *page.Form, all []*ledger.Ask, cells []string, placeNamed func(string) string) bool {
	if len(cells) < 2 {
		return false
	}
	name, term, _ := strings.Cut(strings.ReplaceAll(cells[0], "＃", "#"), "#")
	n, err := strconv.Atoi(term)
	if term != "" && err != nil {
		return false
	}
	place, rest := "", cells[1:]
	if code := placeNamed(rest[0]); code != "" && len(rest) > 1 {
		place, rest = code, rest[1:]
	}
	for _, ask := range all {
		if ask.Account.Number != strings.TrimSpace(name) || ask.Known || ask.Term != max(n-1, 0) || place != "" && ask.Place != place {
			continue
		}
		form.Values.Set(ValueField(ask), rest[0])
		if len(rest) > 1 && rest[1] != "" {
			form.Values.Set(SayField(ask.Account), rest[1])
		}
		return true
	}
	return false
}
