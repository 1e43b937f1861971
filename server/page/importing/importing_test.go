package importing

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"pledger/export/breakdown"
	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/browsertest"
	"pledger/server/page/ledgertest"
	"pledger/server/page/pagetest"
)

// plan are steps of every kind over the sample's ledger, n rows of them.
func plan(t *testing.T, n int, task string) (*ledger.Ledger, []breakdown.Step) {
	o := ledgertest.Half(t)
	table := &breakdown.Table{Columns: breakdown.Columns()}
	for i := range n {
		a := o.Accounts[i%len(o.Accounts)]
		r := &breakdown.Row{Number: a.Number, Task: a.Task, Lead: []string{"自治区发展改革委"}, Deadline: "10月底前", At: breakdown.Place{Sheet: "重点任务", Cell: fmt.Sprintf("B%d", i+3)}}
		switch i % 4 {
		case 1:
			r.Number, r.Task, r.Note = "", task+fmt.Sprint(i), task
		case 2:
			r.Lead = []string{"自治区数字经济局" + task}
		case 3:
			r.Number, r.Deadline, r.Supporting = "999", task, []string{"自治区财政厅"}
		}
		table.Rows = append(table.Rows, r)
	}
	names := map[string]string{"自治区发展改革委": "reform", "自治区财政厅": "finance"}
	return o.Ledger, breakdown.Plan(table, o.Ledger, o.Accounts, func(name string) (string, bool, []string) {
		return names[name], names[name] != "", []string{"自治区发展改革委"}
	})
}

func TestEveryState(t *testing.T) {
	gallery := browsertest.Gallery{}
	problems := breakdown.Problems{{Severity: breakdown.Warning, Place: breakdown.Place{Sheet: pagetest.Attack, Cell: "B2"}, Code: breakdown.CodeColumnIgnored, Args: []any{pagetest.Attack}}}
	for name, tt := range map[string]struct {
		rows  int
		task  string
		stage ledger.Stage
	}{
		"empty": {0, "建设口岸仓库3座", ledger.Draft}, "one": {1, "建设口岸仓库3座", ledger.Draft}, "many": {24, "建设口岸仓库3座", ledger.Approved},
		"long": {4, strings.Repeat("很长的任务", 200), ledger.Draft}, "hostile": {8, pagetest.Attack, ledger.Draft},
	} {
		l, steps := plan(t, tt.rows, tt.task)
		l.Stage = tt.stage
		for _, frame := range pagetest.Frames() {
			in := Input{Ledger: l, Words: ledgertest.Words(frame.Lang, l), Path: "/ledgers/150000-2021/import/x", File: tt.task + ".xlsx", Steps: steps, Choices: Choices{tt.task: "reform"}}
			if tt.rows > 1 {
				in.Problems = problems
				in.Unknown = []Unknown{NewUnknown(0, tt.task, "", ledgertest.Bodies()[:1], ledgertest.Bodies(), &frame)}
			}
			p := NewPreview(frame, in, ledger.Operator())
			if name == "many" {
				p.Changed = p.T("office.import.changed")
				p.Wrongs = &page.Wrongs{Head: p.T("office.refused")}
				p.Wrongs.Add(pagetest.Attack, "why")
			}
			root, _ := pagetest.Parse(t, p.Render)
			pagetest.Check(t, root, false)
			gallery.Add("preview-"+name, frame, p.Render)
			past := NewPast(frame, l, ledger.Operator(), in.Path, &ledger.Precedent{Name: tt.task, Year: 2020, Rows: []ledger.PrecedentRow{{Task: tt.task, Lead: []string{tt.task}}}}, []string{tt.task})
			root, _ = pagetest.Parse(t, past.Render)
			pagetest.Check(t, root, false)
			gallery.Add("past-"+name, frame, past.Render)
			u := NewUpload(frame, l, ledger.Operator(), tt.rows%2 == 0, []string{tt.task}[:min(1, tt.rows)]...)
			root, _ = pagetest.Parse(t, u.Render)
			pagetest.Check(t, root, false)
			gallery.Add("upload-"+name, frame, u.Render)
		}
	}
	gallery.Look(t, "import", Assets())
}

// TestRows demands that rows without change are counted and not listed, and
// that accounts without row are told.
func TestRows(t *testing.T) {
	l, steps := plan(t, 4, "建设口岸仓库3座")
	f := pagetest.Frames()[0]
	p := NewPreview(f, Input{Ledger: l, Words: ledgertest.Words(f.Lang, l), Steps: steps}, ledger.Operator())
	kinds := ""
	for _, r := range p.Rows {
		kinds += " " + r.Kind
	}
	if kinds != " changed added refused changed" || p.Absent == "" || p.Totals[3].N != 1 || !p.Totals[3].Warn {
		t.Errorf("%s, %q, %+v", kinds, p.Absent, p.Totals)
	}
	if !strings.Contains(p.Button, "3") || !strings.Contains(p.Button, "1") {
		t.Error(p.Button)
	}
}

func TestParseChoices(t *testing.T) {
	got := ParseChoices(url.Values{"name": {"甲", "乙", "", "丙"}, "code": {"a", "", "c"}})
	if len(got) != 1 || got["甲"] != "a" {
		t.Errorf("%v", got)
	}
	many := url.Values{}
	for i := range 3 * maxChoices {
		many.Add("name", fmt.Sprint(i))
		many.Add("code", "a")
	}
	if n := len(ParseChoices(many)); n != maxChoices {
		t.Errorf("%d choices", n)
	}
}
