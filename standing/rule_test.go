package standing

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// TestRules demands that the program's own rules are accepted, examples and all.
func TestRules(t *testing.T) {
	for _, name := range []string{RuleAmount, RuleRate, RuleNodes} {
		if r := DefaultRules()[name]; r == nil || r.Source == "" || r.Own {
			t.Errorf("the rule %s: %+v", name, r)
		}
	}
}

// TestBadRules demands that every mistake of a table is told by its line.
func TestBadRules(t *testing.T) {
	row := func(cells ...string) string { return strings.Join(cells, "\t") + "\n" }
	head := ruleColumns + "\n"
	good := row("a", "points", "0", "30", "1", "", "53 75 100: yellow")
	for table, want := range map[string]string{
		"":                "1 head",
		"rule\tmeasure\n": "1 head",
		head + good:       "",
		"\ufeff# note\n\n" + head + strings.ReplaceAll(good, "\n", "\r\n"): "",
		head + row("a", "points", "0"):                                     "2 columns 3 7",
		head + row("", "points", "0", "1", "1", "", "53 75 100: red"):      "2 name",
		head + good + good: "3 twice a",
		head + row("a", "yards", "0", "1", "1", "", ""):                                           "2 measure yards",
		head + row("a", "points", "5", "1", "1", "", ""):                                          "2 order 5 1",
		head + row("a", "points", "-5", "x", "", "", ""):                                          "2 threshold -5, 2 threshold x, 2 threshold ",
		head + row("a", "points", "0", "30", "1", "", ""):                                         "2 no-example",
		head + row("a", "points", "0", "30", "1", "", "53 75 100: green; 53 75: red; 1 2 0: red"): "2 light 53 75 100: green yellow, 2 example 53 75: red, 2 example 1 2 0: red",
		head + row("a", "points", "0", "30", "1", "", "53 75 100: yellow; x 75 100: red"):         "2 example x 75 100: red",
		head + row("a", "months", "0", "3", "1", "", "3: yellow; 2.5: yellow; -1: yellow"):        "2 light 3: yellow red, 2 example 2.5: yellow, 2 example -1: yellow",
		head + row("a", "planned", "0", "3", "1", "", "1 0 1: green"):                             "2 example 1 0 1: green",
	} {
		rules, err := ParseRules("rules.tsv", table)
		var bad *BadRules
		var got []string
		if errors.As(err, &bad) {
			for _, m := range bad.All {
				got = append(got, fmt.Sprintf("%d %s", m.Line, strings.Join(append([]string{m.Code}, m.Args...), " ")))
			}
		}
		if want = strings.ReplaceAll(want, "1 head", "1 head "+ruleColumns); strings.Join(got, ", ") != want || (err == nil) != (rules != nil) {
			t.Errorf("%q: %q, want %q", table, got, want)
		}
	}
	if s := Judge(Question{Account: jobs, Readings: read(t, "1-9月 1"), Day: "2021-10-25", Rule: "none"}); s.State != Unjudged {
		t.Errorf("a rule that is not there gave %s", s.State)
	}
}
