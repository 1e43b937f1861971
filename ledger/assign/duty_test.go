package assign

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// cases reads a file of equations: left = right, one a line.
func cases(t testing.TB, file string, f func(left, right string)) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		left, right, ok := strings.Cut(line, " = ")
		if !ok {
			t.Fatalf("%s: no equation: %s", file, line)
		}
		f(strings.ReplaceAll(left, `\n`, "\n"), right)
	}
}

func TestParseDuty(t *testing.T) {
	cases(t, "testdata/duty.txt", func(text, want string) {
		lead, supporting, deadline, ok := ParseDuty(text)
		got := strings.Join([]string{strings.Join(lead, "、"), strings.Join(supporting, "、"), deadline}, "|")
		if !ok {
			got = "-"
		}
		if tidy := strings.ReplaceAll(want, " ", ""); got != tidy {
			t.Errorf("%s\ngives %s\nwant  %s", text, got, tidy)
		}
	})
}

func TestCutDuty(t *testing.T) {
	tests := []struct {
		row, task string
		lead      []string
		leader    string
	}{
		{"新建农村公路80公里（县内）。（县交通运输局牵头）", "新建农村公路80公里（县内）。", []string{"县交通运输局"}, ""},
		{"改造厕所（含公厕）（各县（市、区）人民政府、市住建局负责）。", "改造厕所（含公厕）", []string{"各县（市、区）人民政府"}, ""},
		{"修缮敬老院3所。\n牵头单位：区民政局\n责任单位：各街道", "修缮敬老院3所。", []string{"区民政局"}, ""},
		{"修缮敬老院。（责任领导：李某；牵头单位：区民政局）", "修缮敬老院。", []string{"区民政局"}, "李某"},
		{"新建厂房（含续建）", "新建厂房（含续建）", nil, ""},
	}
	for _, tt := range tests {
		task, d, ok := CutDuty(tt.row)
		if task != tt.task || !slices.Equal(d.Lead, tt.lead) || d.Leader != tt.leader || ok != (tt.lead != nil) {
			t.Errorf("%s: task %q, duty %+v, %t", tt.row, task, d, ok)
		}
	}
}

func FuzzParseDuty(f *testing.F) {
	cases(f, "testdata/duty.txt", func(text, _ string) { f.Add(text) })
	f.Fuzz(func(t *testing.T, text string) {
		lead, supporting, _, ok := ParseDuty(text)
		if ok != (len(lead) > 0) {
			t.Errorf("%q: leads %q, ok %t", text, lead, ok)
		}
		for _, name := range append(lead, supporting...) {
			if name == "" {
				t.Errorf("%q: an empty name", text)
			}
		}
		CutDuty(text)
	})
}
