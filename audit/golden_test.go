package audit_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"pledger/audit"
	"pledger/document"
	"pledger/internal/golden"
	"pledger/internal/shared"
	"pledger/lexicon"
	"pledger/report"
	"pledger/statement"
)

// nmgFile holds the relations of nmg-2021, one a line: code, result, the
// figures as offset:number, the implied interval, and after # the hand
// computation. It holds offsets and numbers, and no sentence.
const nmgFile = "testdata/nmg-2021.txt"

// fewestTrue is how many distinct true relations the report must give.
const fewestTrue = 18

// TestNmg compares the relations of nmg-2021 with the golden file. -update
// rewrites the lines and keeps the hand computations.
func TestNmg(t *testing.T) {
	set := setOf(t, shared.Path(t, "reports", "nmg-2021.txt"))
	rs := check(set)
	hand, want := readNmg(t)
	var got []string
	for _, r := range rs {
		got = append(got, line(r, set))
	}
	if golden.Updating() {
		writeNmg(t, got, hand)
		return
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("%s differs; got\n%s\nwant\n%s", nmgFile, g, w)
	}
	right := 0
	for _, l := range want {
		if hand[l] == "" {
			t.Errorf("no hand computation beside %s", l)
		} else {
			right++
		}
	}
	if right < fewestTrue {
		t.Errorf("%d relations with a hand computation, want %d", right, fewestTrue)
	}
}

// line is a relation as the golden file has it.
func line(r audit.Relation, set *statement.Set) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", r.Code, r.Result)
	if r.Grade != "" {
		fmt.Fprintf(&b, "/%s", r.Grade)
	}
	for _, f := range r.Figures {
		fmt.Fprintf(&b, " %d:%s", f.Pos.Start, set.Report.Text.Slice(f.Pos))
	}
	if r.Implied != nil {
		fmt.Fprintf(&b, " = %s", r.Implied)
	}
	return b.String()
}

func readNmg(t *testing.T) (hand map[string]string, lines []string) {
	hand = map[string]string{}
	data, err := os.ReadFile(nmgFile)
	if err != nil && !golden.Updating() {
		t.Fatal(err)
	}
	sc := bufio.NewScanner(strings.NewReader(string(data)))
	for sc.Scan() {
		if sc.Text() == "" || strings.HasPrefix(sc.Text(), "#") {
			continue
		}
		l, h, _ := strings.Cut(sc.Text(), "  # ")
		hand[l] = h
		lines = append(lines, l)
	}
	return hand, lines
}

func writeNmg(t *testing.T, lines []string, hand map[string]string) {
	var b strings.Builder
	b.WriteString("# Relations of nmg-2021: code, result, figures as offset:number, implied value  # hand computation\n")
	for _, l := range lines {
		fmt.Fprintf(&b, "%s  # %s\n", l, hand[l])
	}
	if err := os.WriteFile(nmgFile, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// setOf reads a file through all stages before the audit.
func setOf(t testing.TB, path string) *statement.Set {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := document.Read(path, f)
	if err != nil {
		t.Fatal(err)
	}
	return statement.Extract(report.Parse(text), lexicon.Default())
}
