package rulesheet

import (
	"strings"
	"sync"

	"pledger/locale"
	"pledger/standing"
)

// words are what sheets say, in any language → what tables say.
type words struct {
	columns, measures, lights, rules map[string]string
}

// known are the words, made once.
var known = sync.OnceValue(func() *words {
	w := &words{map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}}
	for _, lang := range locale.All() {
		for _, c := range standing.RuleColumns() {
			w.columns[fold(lang.Text("rules.column."+c))] = c
			w.columns[c] = c
		}
		for _, m := range standing.Measures() {
			w.measures[fold(lang.Text("standing.measure."+string(m)))] = string(m)
			w.measures[string(m)] = string(m)
		}
		for _, l := range standing.Lights() {
			w.lights[fold(lang.Text("standing.light."+l.String()))] = l.String()
			w.lights[l.String()] = l.String()
		}
		for name := range standing.DefaultRules() {
			w.rules[fold(lang.Text("standing.rule."+name))] = name
		}
	}
	return w
})

// fold is a word without blanks and letter case.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// or is what the word means; the word itself where it is none.
func or(of map[string]string, word string) string {
	if means := of[fold(word)]; means != "" {
		return means
	}
	return word
}

// exampleMarks are the marks between examples, and between numbers and light, as
// Chinese sheets have them.
var exampleMarks = strings.NewReplacer("；", ";", "\n", ";", "：", ":", "，", " ", ",", " ")

// examples are the examples of a cell as a table has them: “; ” between them.
func (w *words) examples(cell string) string {
	var all []string
	for part := range strings.SplitSeq(exampleMarks.Replace(cell), ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		numbers, light, ok := strings.Cut(part, ":")
		if ok {
			light = strings.TrimSuffix(strings.TrimSpace(light), "灯")
			part = strings.Join(strings.Fields(numbers), " ") + ": " + or(w.lights, light)
		}
		all = append(all, part)
	}
	return strings.Join(all, "; ")
}

// Examples are the examples of a rule in the words of a sheet.
func Examples(lang locale.Lang, example string) string {
	parts := strings.Split(example, "; ")
	for i, part := range parts {
		if numbers, light, ok := strings.Cut(part, ": "); ok {
			parts[i] = numbers + ": " + lang.Text("standing.light."+light)
		}
	}
	return strings.Join(parts, "; ")
}

// Mistake says what is wrong with a table, in a sentence.
func Mistake(lang locale.Lang, m standing.BadRule) string {
	args := make([]any, len(m.Args))
	for i, a := range m.Args {
		args[i] = a
	}
	switch m.Code {
	case standing.BadHead:
		var heads []string
		for _, c := range standing.RuleColumns() {
			heads = append(heads, lang.Text("rules.column."+c))
		}
		args = []any{strings.Join(heads, " · ")}
	case standing.BadLight:
		args = []any{Examples(lang, m.Args[0]), lang.Text("standing.light." + m.Args[1])}
	}
	return lang.Text("standing.badrule."+m.Code, args...)
}
