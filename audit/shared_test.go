package audit_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pledger/audit"
	"pledger/document"
	"pledger/internal/shared"
	"pledger/lexicon"
	"pledger/report"
	"pledger/statement"
)

// extract reads a text through all stages before the audit.
func extract(text string) *statement.Set {
	return statement.Extract(report.Parse(document.FromString("passage.txt", text)), lexicon.Default())
}

func check(set *statement.Set) []audit.Relation { return audit.Check(set, lexicon.Default()) }

// judged is a passage with the relation under test and the verdict.
type judged struct {
	ID       string
	Text     string
	Year     int
	Last     *dated
	This     *dated
	Relation audit.Code
	Expect   string
	Grade    string
	Figures  []string
	Implied  *struct{ Lo, Hi, Unit string } `json:"implied_interval"`
	Check    []struct{ Of []string }
}

type dated struct {
	Year int
	Text string
}

// passages reads a file of judged passages.
func passages(t *testing.T, name string) (rows []judged) {
	f, err := os.Open(shared.Path(t, "gold", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		var r judged
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, r)
	}
	return rows
}

// titled is a passage as a report of its year.
func titled(year int, text string) string {
	return fmt.Sprintf("%d年政府工作报告\n\n%s\n", year, text)
}

// numbersOf are a relation's figures as they stand.
func numbersOf(r audit.Relation, last, this *statement.Set) (nums []string) {
	for _, f := range r.Figures {
		set := this
		if f.Last {
			set = last
		}
		nums = append(nums, set.Report.Text.Slice(f.Pos))
	}
	return nums
}

// TestPassages holds the audit against the judged passages, each read bare and
// as a report with a title.
func TestPassages(t *testing.T) {
	for _, bare := range []bool{true, false} {
		right, all, falseAlarms := 0, 0, 0
		var table strings.Builder
		count := func(r judged, rs []audit.Relation, last, this *statement.Set) {
			all++
			why := verdict(r, rs, last, this)
			alarm := false
			for _, x := range rs {
				if x.Result == audit.Contradicts && (r.Expect != "contradicts" || x.Code != r.Relation) {
					alarm = true
				}
			}
			if alarm {
				falseAlarms++
				why += " FALSE ALARM"
			}
			if why == "" {
				right++
				return
			}
			fmt.Fprintf(&table, "%s %s %s %s:%s\n", r.ID, r.Relation, r.Expect, r.Grade, why)
			for _, x := range rs {
				fmt.Fprintf(&table, "      %s %s %s %v implied %v\n", x.Code, x.Result, x.Grade, numbersOf(x, last, this), x.Implied)
			}
		}
		for _, r := range passages(t, "audit.jsonl") {
			text := r.Text
			if !bare {
				text = titled(r.Year, text)
			}
			set := extract(text)
			count(r, check(set), nil, set)
		}
		for _, r := range passages(t, "audit-across.jsonl") {
			last, this := r.Last.Text, r.This.Text
			if !bare {
				last, this = titled(r.Last.Year, last), titled(r.This.Year, this)
			}
			l, s := extract(last), extract(this)
			count(r, audit.CheckAcross(l, s, lexicon.Default()), l, s)
		}
		t.Logf("bare %t: %d of %d passages judged as annotated, %d false contradictions\n%s", bare, right, all, falseAlarms, table.String())
		const floor = 95
		if right*100 < floor*all || falseAlarms > 0 {
			t.Errorf("bare %t: %d of %d judged as annotated, want %d %%; %d false contradictions, want none", bare, right, all, floor, falseAlarms)
		}
	}
}

// verdict says what is wrong with the relations found in a passage; "" where
// nothing is.
func verdict(r judged, rs []audit.Relation, last, this *statement.Set) string {
	want := map[string]bool{}
	for _, f := range r.Figures {
		want[f] = true
	}
	groups := [][]string{r.Figures}
	if len(r.Check) > 1 && r.Expect != "not-comparable" {
		groups = nil
		for _, c := range r.Check {
			groups = append(groups, c.Of)
		}
	}
	if r.Relation == "enumeration" {
		groups = [][]string{r.Figures}
	}
	if r.Expect == "none" {
		for _, x := range rs {
			if x.Code == r.Relation {
				return " related"
			}
		}
		return ""
	}
	for _, g := range groups {
		found := false
		for _, x := range rs {
			if x.Code == r.Relation && string(x.Result) == r.Expect && string(x.Grade) == r.Grade && holdsAll(numbersOf(x, last, this), g) && impliedRight(r, x) {
				found = true
			}
		}
		if !found {
			return " not found"
		}
	}
	return ""
}

// holdsAll reports whether each figure of the annotation is among the numbers.
func holdsAll(nums, figures []string) bool {
	for _, f := range figures {
		f = strings.TrimPrefix(strings.TrimPrefix(f, "last:"), "this:")
		found := strings.HasPrefix(f, "=")
		for _, n := range nums {
			if strings.Contains(f, n) || strings.Contains(n, f) {
				found = true
			}
		}
		if !found {
			return false
		}
	}
	return true
}

func impliedRight(r judged, x audit.Relation) bool {
	if r.Implied == nil {
		return true
	}
	return x.Implied != nil && x.Implied.Value.Lo.String() == r.Implied.Lo && x.Implied.Value.Hi.String() == r.Implied.Hi && x.Implied.Unit == r.Implied.Unit
}

// sharedPassages are the judged passages within one report; none where there is
// no shared folder.
func sharedPassages() (rows []judged) {
	data, err := os.ReadFile(filepath.Join(shared.Dir(), "gold", "audit.jsonl"))
	if err != nil {
		return nil
	}
	for line := range strings.Lines(string(data)) {
		var r judged
		if json.Unmarshal([]byte(line), &r) == nil {
			rows = append(rows, r)
		}
	}
	return rows
}
