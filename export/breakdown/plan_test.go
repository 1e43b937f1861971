package breakdown

import (
	"fmt"
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/locale"
)

// planned are steps, one a line: kind, number of the row, of the account,
// changes and problems.
func planned(steps []Step) string {
	var out []string
	for _, s := range steps {
		line := string(s.Kind)
		if s.Row != nil {
			line += " row " + s.Row.Number
		}
		if s.Account != nil {
			line += " account " + s.Account.Number
		}
		for _, c := range s.Changes {
			line += fmt.Sprintf(" %s:%s→%s", c.Field, c.Old, c.New)
		}
		for _, p := range s.Problems {
			line += " " + p.Code
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestPlan(t *testing.T) {
	table := sampleTable()
	rows := table.Rows
	rows[0].Lead, rows[0].Deadline, rows[0].Note = []string{"自治区财政厅"}, "11月底前", "改"
	rows[1].Task += "，守住民生底线"         // worded anew
	rows[2].Lead = []string{"自治区人社厅"} // not on the list
	rows[3].Number = "40"             // renumbered
	rows[4].Task = "完全不同的另一件事情"       // the number of another task
	rows[6].Category, rows[6].Target = ledger.Target, "98%以上"
	again := *rows[5]
	again.Number = "60" // the task of row 6 once more
	fresh := &Row{Number: "10", Task: "建设防洪堤坝二十公里", Lead: []string{"自治区交通运输厅"}}
	table.Rows = append(rows[:8:8], &again, fresh)
	l, accounts := sampleLedger()
	const want = `changed row 1 account 1 lead:reform→自治区财政厅 deadline:12月底前→11月底前 note:→改
changed row 2 account 2 task:居民消费价格涨幅控制在2%左右→居民消费价格涨幅控制在2%左右，守住民生底线
refused row 3 account 3 unknown-body
unchanged row 40 account 4 renumbered
refused row 5 account 5 other-task
unchanged row 6 account 6
changed row 7 account 7 category:task→target target-kept
unchanged row 8 account 8
refused row 60 account 6 taken-twice renumbered
added row 10
absent account 5
absent account 9`
	steps := Plan(table, l, accounts, resolver)
	if got := planned(steps); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, s := range steps {
		for _, p := range s.Problems {
			for _, lang := range locale.All() {
				if text := p.Text(lang); strings.Contains(text, "⟦") || strings.Contains(text, "{") {
					t.Errorf("%s is worded %s", p.Code, text)
				}
			}
		}
	}
	if got := strings.Join(steps[3].Supporting, " "); got != "finance leagues" {
		t.Errorf("supporting codes %q: a name with 、 in it is one", got)
	}
}

// A table without a column leaves it alone; one of another year or government
// is refused whole.
func TestPlanOthers(t *testing.T) {
	l, accounts := sampleLedger()
	table := sampleTable()
	table.Columns = []Column{Number, Task}
	for _, r := range table.Rows {
		r.Lead, r.Supporting, r.Deadline, r.Note, r.Leader = nil, nil, "", "", ""
	}
	for _, s := range Plan(table, l, accounts, resolver) {
		if s.Kind != Unchanged {
			t.Errorf("a table of numbers and tasks: %s", planned([]Step{s}))
		}
	}
	table.Year, table.Place = 2025, "110000"
	if got := planned(Plan(table, l, accounts, resolver)); got != "refused year place" {
		t.Errorf("another year and place: %s", got)
	}
}

// Every code of a problem is worded in both languages.
func TestCodes(t *testing.T) {
	for _, code := range []string{
		CodeEmpty, CodeUnreadable, CodeTooLarge, CodeZipBomb, CodeEncrypted, CodeOldXLS, CodeHTML, CodeNotTable, CodeNotText, CodeMalformed,
		CodeTooManyRows, CodeNoHead, CodeNoRows, CodeQuote, CodeJSONFormat, CodeSheetSkipped, CodeSheetHidden, CodeRowHidden, CodeWide,
		CodeColumnIgnored, CodeColumnTwice, CodeColumnMissing, CodeFormula, CodeFormulaEmpty, CodeErrorCell, CodeNoTask, CodeTooLong,
		CodeDuplicate, CodeNumberDate, CodeBadWord, CodeRowSkipped, CodeNoDuty, CodeContradiction, CodeBroken, CodeBodiesMany,
		CodeYear, CodePlace, CodeUnknownBody, CodeUnknownBodyAlone, CodeTakenTwice, CodeOtherTask, CodeRenumbered, CodeTargetKept,
	} {
		if !locale.Has("breakdown.problem." + code) {
			t.Errorf("%s is not worded", code)
		}
	}
	for _, kind := range []StepKind{Unchanged, Changed, Added, Absent, Refused} {
		if !locale.Has("breakdown.step." + string(kind)) {
			t.Errorf("%s is not worded", kind)
		}
	}
}

func TestPrecedent(t *testing.T) {
	p := Precedent(sampleTable(), "abc", "a.xlsx")
	if p.ID != "abc" || p.Place != "150000" || p.Year != 2026 || len(p.Rows) != 8 || p.Rows[2].Lead[0] != "自治区人力资源社会保障厅" {
		t.Errorf("%+v", p)
	}
}
