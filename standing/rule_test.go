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

// TestPlanRules demands that a plan names what becomes of every rule, and that
// the rules in force given back change nothing.
func TestPlanRules(t *testing.T) {
	parse := func(rows ...string) Rules {
		t.Helper()
		rules, err := ParseRules("own.tsv", ruleColumns+"\n"+strings.Join(rows, "\n")+"\n")
		if err != nil {
			t.Fatal(err)
		}
		return rules
	}
	const strict, mine, sourced = "time\tpoints\t0\t5\t10\tcity\t53 75 100: red", "mine\tmonths\t1\t2\t1\t\t0: green", "mine\tmonths\t1.0\t2\t1\tcity\t0: green"
	for _, tt := range []struct {
		before, own Rules
		want        string
	}{
		{nil, nil, ""},
		{nil, parse(strict, mine), "added mine, changed time"},
		{parse(strict, mine), parse(strict, mine), "unchanged mine, unchanged time"},
		{parse(strict, mine), parse(strict, sourced), "changed mine, unchanged time"},
		{parse(strict, mine), parse(mine), "reset time, unchanged mine"},
		{parse(strict, mine), nil, "reset time, removed mine"},
		{nil, InForce(nil), "unchanged half, unchanged nodes, unchanged rate, unchanged time"},
	} {
		var got []string
		for _, s := range PlanRules(InForce(tt.before), tt.own) {
			got = append(got, string(s.Kind)+" "+s.Name)
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%q, want %q", s, tt.want)
		}
	}
	again, err := ParseRules("again.tsv", InForce(parse(strict, mine)).Table())
	if err != nil {
		t.Fatal(err)
	}
	own := 0
	for name, r := range InForce(again) {
		if !r.same(InForce(parse(strict, mine))[name]) {
			t.Errorf("%s is %v after being given back", name, r.Row())
		}
		if r.Own {
			own++
		}
	}
	if own != 2 {
		t.Errorf("%d rules are own after being given back", own)
	}
}
