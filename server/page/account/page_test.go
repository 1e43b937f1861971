package account

import (
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/ledgertest"
	"pledger/server/page/pagetest"
	"pledger/server/page/standings"
	"pledger/standing"
)

// input is the page's input for the i-th account of the sample.
func input(t testing.TB, lang locale.Lang, i int) Input {
	o := ledgertest.Half(t)
	in := Input{
		Ledger: o.Ledger, Words: ledgertest.Words(lang, o.Ledger), Account: o.Accounts[i], Report: ledgertest.Statements(t).Report,
		Folder: page.NewFolder(o.Ledger, ledger.Operator(), page.FolderTable, lang), Edit: true, Plan: true, Rules: standing.DefaultRules(), Today: "2021-07-15", After: o.Accounts[i+1 : min(i+4, len(o.Accounts))],
	}
	in.Before = o.Accounts[max(i-3, 0):i]
	opened := in.Account.Clone()
	opened.Lead, opened.Supporting, opened.State = nil, nil, ledger.Proposed
	in.Entries = []*ledger.Entry{ledgertest.Entry(3, "", ledger.ActOpen, nil, opened, "")}
	if len(in.Account.Lead) > 0 {
		in.Entries = append(in.Entries, ledgertest.Entry(90, "qqg", ledger.ActAssign, opened, in.Account, "按三定方案"))
	}
	in.Suggestions = []assign.Suggestion{
		{Code: "reform", Name: "自治区发展改革委", Reasons: []assign.Reason{{Why: assign.DutyWord, Word: "经济增长"}, {Why: assign.PastRow, Year: 2020, Task: "地区生产总值增长6%左右"}}},
		{Code: "finance", Name: "自治区财政厅", Reasons: []assign.Reason{{Why: assign.OwnName, Word: "财政"}}},
		{Code: "", Name: "从前的单位"},
	}
	return in
}

// refuse makes in one whose form was sent and refused.
func refuse(in Input, sent string, values url.Values, wrong ...string) Input {
	in.Sent, in.Form = sent, &page.Form{Values: values}
	for i := 0; i+1 < len(wrong); i += 2 {
		in.Form.Refuse(wrong[i], wrong[i+1])
	}
	return in
}

// clashing is an account that another user changed before the form for the
// task was sent.
func clashing(t testing.TB, lang locale.Lang) Input {
	in := input(t, lang, 2)
	before := in.Account.Clone()
	before.Task, before.Lead = "固定资产投资增长一成", []string{"energy"}
	e := ledgertest.Entry(95, "bt", ledger.ActEdit, before, in.Account, "")
	in.Entries = append(in.Entries, e)
	in.Conflict = &ledger.Conflict{Accounts: []*ledger.Account{in.Account}, Since: []*ledger.Entry{e}}
	return refuse(in, FormEdit, url.Values{FieldTask: {"固定资产投资增长11%"}, FieldCategory: {"target"}, FieldHardness: {"hard"}, FieldSection: {""}})
}

// states are the states in which the page is tested.
func states(t *testing.T, lang locale.Lang) map[string]Input {
	x := pagetest.Attack
	all := map[string]Input{"one": input(t, lang, 0), "unassigned": input(t, lang, 2), "conflict": clashing(t, lang)}

	watched := ledgertest.Watched(t)
	for name, number := range map[string]string{"standing": "8", "standing rate": "2", "standing many": "68", "standing none": "7"} {
		in := input(t, lang, 0)
		day := watched.On("2024-11-02")
		for row := range day.Rows() {
			if row.Account.Number == number {
				in.Account, in.Stands = row.Account, standings.NewView(in.Words, day, row, true)
			}
		}
		all[name] = in
	}

	bare := input(t, lang, 0)
	bare.Account = &ledger.Account{Ledger: bare.Ledger.ID, ID: "0400", Number: "400", Task: "新增一项", State: ledger.Proposed, Category: ledger.Task, Hardness: ledger.Soft}
	bare.Report, bare.Entries, bare.Suggestions, bare.Before, bare.After = nil, nil, nil, nil, nil
	all["empty"] = bare

	parts := input(t, lang, 7)
	for _, p := range []struct{ place, value string }{{"150100", "30000000000"}, {"150700", "20000000000"}, {"152200", "26000000000"}} {
		parts.Account.Parts = append(parts.Account.Parts, ledger.Part{Place: p.place, Value: p.value})
	}
	all["parts"] = parts
	mean := input(t, lang, 0)
	mean.Account.Parts = []ledger.Part{{Place: "150100", Value: "6", Weight: "2800"}, {Place: "150200", Value: "7"}}
	all["parts unknown"] = mean

	approved := input(t, lang, 1)
	approved.Ledger.Stage = ledger.Approved
	all["approved"] = approved
	reader := input(t, lang, 1)
	reader.Edit, reader.Plan = false, false
	all["reader"] = reader
	planner := input(t, lang, 1)
	planner.Edit = false
	planner.Account.Milestones = []ledger.Milestone{
		{What: "立项", Due: ledger.ParseDeadline("3月底前", 2021), Done: "2021-03-20"},
		{What: "开工", Due: ledger.ParseDeadline("5月底前", 2021)}, {What: "竣工", Due: ledger.ParseDeadline("12月底前", 2021)},
	}
	nodes := input(t, lang, 1)
	nodes.Account.Milestones = planner.Account.Milestones
	nodes.Account.Watch = ledger.Watch{Pace: ledger.ByPlan, Rule: "half", Every: 1}
	all["nodes"] = refuse(nodes, FormUnreach, url.Values{FieldNode: {"0"}}, WhyField(FormUnreach)+"-0", nodes.Words.Text("ledger.invalid.need-unreach"))
	all["planner"] = planner
	dropped := input(t, lang, 3)
	dropped.Account.State = ledger.Dropped
	all["dropped"] = dropped
	merged := input(t, lang, 3)
	merged.Account.State, merged.Account.Into = ledger.Merged, "0003"
	all["merged"] = merged
	done := input(t, lang, 3)
	done.Done = "已保存"
	all["done"] = done

	hostile := refuse(input(t, lang, 3), FormTerms, url.Values{FieldTerm: {"0"}, "value-0": {x}, "subject-0": {x}, "bound-0": {x}}, "value-0", x, "", x)
	h := ledgertest.Hostile()
	h.Spans = hostile.Account.Spans
	hostile.Account = h
	hostile.Entries = []*ledger.Entry{ledgertest.Entry(3, x, ledger.Action(x), nil, h, x), ledgertest.Entry(4, x, ledger.ActEdit, &ledger.Account{}, h, x)}
	hostile.Suggestions = []assign.Suggestion{{Code: x, Name: x, Reasons: []assign.Reason{{Word: x}, {Why: assign.PastRow, Task: x}}}}
	all["hostile"] = hostile
	long := input(t, lang, 3)
	long.Account = ledgertest.Long()
	all["long"] = long

	for form, field := range map[string]string{
		FormWatch: FieldEvery, FormEdit: FieldTask, FormAssign: FieldLead, FormSchedule: FieldDeadline, FormParts: FieldPartValue + "150100",
		FormSplit: FieldPortions, FormMerge: FieldMerged, FormDrop: WhyField(FormDrop), FormAccept: "",
	} {
		all["refused "+form] = refuse(input(t, lang, 2), form, url.Values{field: {"甲乙丙"}, FieldWith: {"0002@3"}}, field, "不对", "", "整体不对")
	}
	return all
}

func TestEveryState(t *testing.T) {
	for _, lang := range locale.All() {
		for name, in := range states(t, lang) {
			t.Run(name+"/"+lang.String(), func(t *testing.T) {
				root, source := pagetest.Parse(t, New(page.Frame{Lang: lang, Home: "/"}, in).Render)
				pagetest.Check(t, root, false)
				for _, want := range expected(name) {
					if lang == locale.ZhCN && !strings.Contains(source, want) {
						t.Errorf("the page lacks %s", want)
					}
				}
			})
		}
	}
}

// expected is what the page says in a state.
func expected(name string) []string {
	switch name {
	case "one":
		return []string{"不低于6%即为完成（越高越好）", `<mark class="fig own">6`, "任务涉及“经济增长”，属其职责", "2020年曾由其牵头", "按三定方案"}
	case "parts":
		return []string{"合计 760亿斤，目标 ≥750亿斤，相符。", "300亿 &#43; 200亿 &#43; 260亿 = 760亿斤"}
	case "parts unknown":
		return []string{"缺少权重：包头市"}
	case "conflict":
		return []string{"固定资产投资增长一成", "固定资产投资增长11%", "巴特尔，2021年2月3日 10:55", "您打开之后有人修改了这一项"}
	case "refused assign":
		return []string{`value="甲乙丙"`, `href="#lead">不对`}
	case "refused split":
		return []string{"甲乙丙</textarea>", "<details open><summary>拆分"}
	case "reader":
		return []string{"自治区财政厅、自治区农牧厅"}
	case "planner":
		return []string{`name="milestones"`, "5月底前：开工"}
	}
	return nil
}

// TestReadersHaveNoForms demands that who only looks is offered nothing that
// would be refused.
func TestReadersHaveNoForms(t *testing.T) {
	root, _ := pagetest.Parse(t, New(page.Frame{}, states(t, locale.ZhCN)["reader"]).Render)
	if n := len(pagetest.Find(root, "form")); n > 0 {
		t.Errorf("the page has %d forms", n)
	}
}

func TestReadForms(t *testing.T) {
	w := ledgertest.Words(locale.ZhCN, &ledger.Ledger{Place: ledgertest.Place, Year: 2021})
	form := &page.Form{Values: url.Values{
		"subject-1": {"粮食产量"}, "indicator-1": {"粮食产量"}, "kind-1": {"level"}, "bound-1": {"near"}, "value-1": {"750亿斤"}, "tolerance-1": {"1亿"},
		"unit-1": {"斤"}, "polarity-1": {"+"}, "over-1": {"cumulative"}, "nature-1": {"binding"}, "period-1": {"2021"},
		FieldPartValue + "150100": {"300亿"}, FieldMoreParts: {"土默特右旗 12.5亿 3\n\n"},
		FieldDeadline: {"9月底前"}, FieldMilestones: {"5月底前：开工\n\n 三季度: 主体完工 "},
		FieldLead: {"自治区财政厅"}, FieldSupporting: {"自治区能源局、自治区教育厅"},
	}}
	a := &ledger.Account{Terms: []ledger.Terms{{Subject: "甲"}}}
	for _, change := range []func(*ledger.Account){ReadTerms(form, w, 1), ReadParts(form, w, "斤"), ReadSchedule(form, 2021), ReadAssign(form, w)} {
		change(a)
	}
	if form.Refused() {
		t.Fatal(form.Wrong)
	}
	want := &ledger.Account{
		Terms: []ledger.Terms{{Subject: "甲"}, {
			Subject: "粮食产量", Indicator: a.Terms[1].Indicator, Kind: "level", Bound: ledger.Near, Value: "75000000000", Tolerance: "100000000", Unit: "斤",
			Polarity: ledger.MoreIsBetter, Over: ledger.Cumulative, Nature: ledger.Binding, Period: "2021",
		}},
		Parts:      []ledger.Part{{Place: "150100", Value: "30000000000"}, {Place: "150221", Value: "1250000000", Weight: "3"}},
		Deadline:   ledger.Deadline{Text: "9月底前", Date: "2021-09-30"},
		Milestones: []ledger.Milestone{{What: "开工", Due: ledger.Deadline{Text: "5月底前", Date: "2021-05-31"}}, {What: "主体完工", Due: ledger.Deadline{Text: "三季度", Date: "2021-09-30"}}},
		Lead:       []string{"finance"}, Supporting: []string{"energy", "learning"},
	}
	if diff := cmp.Diff(want, a); diff != "" || a.Terms[1].Indicator == "" {
		t.Error(diff)
	}
}

func TestReadRefuses(t *testing.T) {
	w := ledgertest.Words(locale.ZhCN, &ledger.Ledger{Place: ledgertest.Place, Year: 2021})
	form := &page.Form{Values: url.Values{
		"bound-0": {"range"}, "value-0": {"很多"}, "indicator-0": {"不存在的指标"}, FieldPartValue + "150100": {"一些"}, FieldMoreParts: {"乌有乡 3"}, FieldLead: {"无此单位"},
	}}
	ReadTerms(form, w, 0)
	ReadParts(form, w, "")
	ReadAssign(form, w)
	for _, field := range []string{"value-0", "high-0", "indicator-0", "subject-0", FieldPartValue + "150100", FieldMoreParts, FieldLead} {
		if form.Message(field) == "" {
			t.Errorf("%s is not refused", field)
		}
	}
}

// TestReadSplit demands that portions are found where they stand, in order.
func TestReadSplit(t *testing.T) {
	in := input(t, locale.ZhCN, 20)
	text := in.Report.Text
	clauses := Clauses(in.Account.Task)
	form := &page.Form{Values: url.Values{FieldPortions: {strings.Join(clauses, "\n") + "\n另加一项"}}}
	portions := ReadSplit(form, text, in.Account)
	if len(portions) != len(clauses)+1 || portions[len(portions)-1].Spans != nil {
		t.Fatalf("%d portions of %d clauses: %+v", len(portions), len(clauses), portions)
	}
	for _, p := range portions[:len(portions)-1] {
		if len(p.Spans) != 1 || string(text.Runes()[p.Spans[0].Start:p.Spans[0].End]) != p.Task {
			t.Errorf("%q stands at %v", p.Task, p.Spans)
		}
	}
}

func TestBelow(t *testing.T) {
	lex := ledgertest.Lexicon()
	for place, want := range map[string]int{"150000": 12, "150200": 9, "150221": 0, "000000": 34} {
		if got := Below(lex, place); len(got) != want {
			t.Errorf("%s has %d places below it, want %d: %v", place, len(got), want, got)
		}
	}
}
