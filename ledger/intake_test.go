package ledger_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pledger/ledger"
	"pledger/store"
)

// give makes rows of "subject period value unit note": the subject is the number
// of an account, or an indicator with its kind and place as gdp:growth:150100;
// _ is a cell that is empty.
func give(lines ...string) []ledger.GivenReading {
	var all []ledger.GivenReading
	for _, line := range lines {
		cells := append(strings.Split(strings.ReplaceAll(line, "_", ""), " "), "", "")
		g := ledger.GivenReading{Number: cells[0], Period: cells[1], Value: cells[2], Unit: cells[3], Note: cells[4], Source: "统计局"}
		if subject := strings.Split(cells[0]+"::", ":"); strings.Contains(cells[0], ":") {
			g.Number, g.Indicator, g.Kind, g.Place = "", subject[0], subject[1], subject[2]
		}
		all = append(all, g)
	}
	return all
}

// take takes rows in and words each step: kind, value, unit, revision, problems.
func (o *office) take(who ledger.Actor, dry bool, rows []ledger.GivenReading) (steps []string, taken *ledger.Taken, err error) {
	o.Helper()
	taken, err = o.TakeReadings(o.ctx, who, o.id, &ledger.Intake{
		Name: "读数.csv", Rows: slices.Values(rows), DryRun: dry,
		Tell: func(_ int, s *ledger.ReadingStep) {
			line := string(s.Kind)
			if r := s.Reading; r != nil {
				line += fmt.Sprintf(" %s%s %q %d", r.Value, r.Unit, r.Typed, r.Revision)
			}
			for _, p := range s.Problems {
				line += " " + p.Field + " " + p.Code
			}
			steps = append(steps, line)
		},
	})
	return steps, taken, err
}

// TestTakeReadings goes through what a row can be.
func TestTakeReadings(t *testing.T) {
	o := newOffice(t)
	o.now = time.Date(2024, 10, 20, 9, 0, 0, 0, time.UTC)
	jobs := o.numberOf("城镇新增就业")
	for _, tt := range []struct{ row, want string }{
		{"gdp:growth 1-3月 6.5 %", `new 6.5% "" 1`},
		{"gdp:growth 1-6月 ６．５０ ％", `new 6.50% "" 1`},
		{"gdp:growth 1-6月 6.5 %", `duplicate 6.5% "" 1`},
		{"gdp:growth 1-6月 6.4 %", `revision 6.4% "" 2`},
		{"gdp:growth 1-9月 0.06 %", `question 0.06% "" 1 value ask-fraction`},
		{"gdp:growth 1-9月 0.06 % 确为0.06", `new 0.06% "" 1 value ask-fraction`},
		{"gdp:growth 1-9月 6 个百分点", `refused unit reading-unit`},
		{"gdp:growth 2024 6 %", `refused period reading-future`},
		{"gdp:growth 四月天 6 %", `refused period reading-period`},
		{"gdp:growth 1-9月 6左右 %", `refused value reading-not-number`},
		{"gdp:growth 1-9月 约六 %", `refused value reading-not-number`},
		{"gdp:growth 1-9月 _ %", `refused value reading-no-value`},
		{"gdp:growth:310000 1-9月 6 %", `refused place reading-place`},
		{"gdp:level 1-3月 12.50 亿元", `new 1250000000元 "12.50亿元" 1`},
		{"gdp:level 1-6月 2,600,000,000 元", `new 2600000000元 "2,600,000,000元" 1`},
		{"gdp:level 1-6月 26,00 亿元", `refused value reading-grouping`},
		{"gdp:level 1-9月 20亿元 _", `question 2000000000元 "20亿元" 1 value ask-fall`},
		{"gdp:level 1-9月 39000 亿元", `question 3900000000000元 "39000亿元" 1 value ask-jump`},
		{"gdp:level 1-9月 39 _", `refused unit reading-no-unit`},
		{"gdp:level 1-9月 39 万人", `refused unit reading-unit`},
		{"gdp:level:150100 1-6月 27 亿元", `question 2700000000元 "27亿元" 1 value ask-part`},
		{"unemployment.urban:share 9月 104 %", `refused indicator indicator`},
		{"agri.farmland:level 2023年末 1.5 万公顷", `new 225000亩 "1.5万公顷" 1`},
		{"agri.farmland:level 2022年末 1 平方公里", `new 1500亩 "1平方公里" 1`},
		{jobs + " 1-9月 10.66 万人", `new 106600人 "10.66万人" 1`},
		{"999 1-9月 10 人", `refused number reading-account`},
		{"_ 1-9月 10 人", `refused indicator reading-nothing`},
	} {
		steps, _, err := o.take(operator, false, give(tt.row))
		var blocked *ledger.Blocked
		if err != nil && !errors.As(err, &blocked) {
			t.Fatal(err)
		}
		if steps[0] != tt.want {
			t.Errorf("%s: %s, want %s", tt.row, steps[0], tt.want)
		}
	}
	if _, err := store.Verify(o.ctx, o.Store); err != nil {
		t.Error(err)
	}
}

// numberOf is the number of the account whose task holds some words.
func (o *office) numberOf(words string) string {
	o.Helper()
	number := ""
	o.view(func(r ledger.Reader) error {
		return r.EachAccount(o.id, func(a *ledger.Account) bool {
			if strings.Contains(a.Task, words) && len(a.Terms) > 0 {
				number = a.Number
			}
			return number == ""
		})
	})
	return number
}

// TestIntakeWhole demands that one bad row keeps out all, that a dry run keeps
// nothing, and that two values for one cell are refused.
func TestIntakeWhole(t *testing.T) {
	o := newOffice(t)
	o.now = time.Date(2024, 10, 20, 9, 0, 0, 0, time.UTC)
	kept := func() (n int64) {
		o.view(func(r ledger.Reader) (err error) { n, err = r.ReadingHead(o.id.Journal()); return err })
		return n
	}
	good := give("gdp:growth 1-3月 6.5 %", "gdp:growth 1-6月 6.4 %")
	if _, taken, err := o.take(operator, true, good); err != nil || taken.Steps[ledger.StepNew] != 2 || kept() != 0 {
		t.Errorf("a dry run: %+v, %v, %d kept", taken, err, kept())
	}
	steps, _, err := o.take(operator, false, append(good, give("gdp:growth 1-3月 6.6 %", "gdp:growth 1-3月 6.5 %")...))
	var blocked *ledger.Blocked
	if !errors.As(err, &blocked) || kept() != 0 || steps[2] != "refused value reading-second-value" || !strings.HasPrefix(steps[3], "duplicate") {
		t.Errorf("two values for one cell: %v, %q, %d kept", err, steps, kept())
	}
	_, taken, err := o.take(operator, false, good)
	if err != nil || kept() != 2 || taken.Batch.Count != 2 {
		t.Errorf("good rows: %+v, %v, %d kept", taken, err, kept())
	}
	if _, taken, err = o.take(operator, false, good); err != nil || kept() != 2 || taken.Batch != nil {
		t.Errorf("the same again: %+v, %v, %d kept", taken, err, kept())
	}
}

// TestIntakeRights lets a liaison report what its body leads, and nothing else;
// a reading that was returned may be given again.
func TestIntakeRights(t *testing.T) {
	o := newOffice(t)
	o.now = time.Date(2024, 10, 20, 9, 0, 0, 0, time.UTC)
	jobs := o.numberOf("城镇新增就业")
	o.must(o.Do(o.ctx, operator, o.id, ledger.Batch{Action: ledger.ActAssign, Edits: []ledger.Edit{{
		Account: o.account(jobs).ID, Change: func(a *ledger.Account) { a.Lead = []string{"reform"} }}}}))
	leads := ledger.Actor{Name: "li", Role: ledger.Liaison, Place: "150000", Body: "reform"}
	other := leads
	other.Body = "finance"
	row := give(jobs + " 1-9月 15 万人")
	if steps, _, _ := o.take(other, false, row); steps[0] != "refused number reading-right" {
		t.Errorf("another body's: %s", steps[0])
	}
	if steps, _, _ := o.take(leads, false, give("gdp:growth 1-9月 6 %")); steps[0] != "refused indicator reading-right" {
		t.Errorf("an indicator's: %s", steps[0])
	}
	if _, _, err := o.take(leads, false, row); err != nil {
		t.Error(err)
	}
	var forbidden *ledger.Forbidden
	if _, _, err := o.take(ledger.Actor{Role: ledger.Viewer}, false, row); !errors.As(err, &forbidden) {
		t.Errorf("a viewer: %v", err)
	}
	if err := o.CheckReading(o.ctx, leads, o.id, 1, ledger.Verified, ""); !errors.As(err, &forbidden) {
		t.Errorf("a liaison verifies: %v", err)
	}
	var invalid *ledger.Invalid
	if err := o.CheckReading(o.ctx, operator, o.id, 1, ledger.Returned, " "); !errors.As(err, &invalid) {
		t.Errorf("returned without reason: %v", err)
	}
	if err := o.CheckReading(o.ctx, operator, o.id, 1, ledger.Returned, "请附依据"); err != nil {
		t.Error(err)
	}
	if steps, _, err := o.take(leads, false, row); err != nil || !strings.HasPrefix(steps[0], "revision 150000人") {
		t.Errorf("given again: %q, %v", steps, err)
	}
	o.view(func(r ledger.Reader) error {
		all, err := ledger.ReadingsOf(r, o.Lexicon, o.account(jobs))
		if len(all) != 1 || len(all[0]) != 2 || all[0][0].Status != ledger.Returned || all[0][1].Revision != 2 {
			t.Errorf("the account's readings: %+v", all)
		}
		return err
	})
}

// TestIntakeTerms reports the targets of an account that has two.
func TestIntakeTerms(t *testing.T) {
	o := newOffice(t)
	o.now = time.Date(2024, 10, 20, 9, 0, 0, 0, time.UTC)
	jobs := o.numberOf("城镇新增就业")
	o.must(o.Do(o.ctx, operator, o.id, ledger.Batch{Action: ledger.ActEdit, Edits: []ledger.Edit{{
		Account: o.account(jobs).ID, Change: func(a *ledger.Account) {
			second := a.Terms[0]
			second.Subject, second.Indicator, second.Kind, second.Unit, second.Value = "培训", "", "level", "人", "300000"
			a.Terms = append(a.Terms, second)
		}}}}))
	named := func(row, subject string) []ledger.GivenReading {
		all := give(row)
		all[0].Subject = subject
		return all
	}
	for _, tt := range []struct {
		rows []ledger.GivenReading
		want string
	}{
		{give(jobs + " 1-9月 15 万人"), `new 150000人 "15万人" 1`},
		{give(jobs + "#1 1-9月 15 万人"), `duplicate 150000人 "15万人" 1`},
		{give(jobs + "＃2 1-9月 20 万人"), `new 200000人 "20万人" 1`},
		{named(jobs+" 1-9月 20 万人", "培训"), `duplicate 200000人 "20万人" 1`},
		{named(jobs+" 1-9月 20 万人", "修路"), `refused number reading-term`},
		{give(jobs + "#3 1-9月 20 万人"), `refused number reading-term`},
		{give(jobs + "#x 1-9月 20 万人"), `refused number reading-term`},
	} {
		if steps, _, _ := o.take(operator, false, tt.rows); steps[0] != tt.want {
			t.Errorf("%+v: %s, want %s", tt.rows[0], steps[0], tt.want)
		}
	}
	o.view(func(r ledger.Reader) error {
		all, err := ledger.ReadingsOf(r, o.Lexicon, o.account(jobs))
		if len(all) != 2 || len(all[0]) != 1 || len(all[1]) != 1 || all[1][0].Value != "200000" {
			t.Errorf("the account's readings: %+v", all)
		}
		return err
	})
}

// TestIntakeEvidence gives files with readings: each is kept once, what is no
// evidence is refused, and a value that is known is given again for its files.
func TestIntakeEvidence(t *testing.T) {
	o := newOffice(t)
	o.now = time.Date(2024, 10, 20, 9, 0, 0, 0, time.UTC)
	with := func(row string, files ...ledger.Attachment) []ledger.GivenReading {
		all := give(row)
		all[0].Evidence = files
		return all
	}
	scan := ledger.Attachment{Name: `C:\材料\验收.pdf`, Type: "application/pdf", File: []byte("%PDF-1")}
	large, script, empty, strange := scan, scan, scan, scan
	large.File, script.Type, empty.File, strange.Name = make([]byte, ledger.MaxEvidence+1), "text/html", nil, "a\u202eb"
	for _, tt := range []struct {
		rows []ledger.GivenReading
		want string
	}{
		{with("gdp:growth 1-3月 6 %", large, script), "refused evidence evidence-size evidence evidence-type"},
		{with("gdp:growth 1-3月 6 %", empty, strange), "refused evidence evidence-empty evidence evidence-name"},
		{with("gdp:growth 1-3月 6 %", scan, scan, scan, scan, scan, scan), "refused evidence evidence-many"},
		{with("gdp:growth 1-3月 6 %", scan, scan), `new 6% "" 1`},
		{with("gdp:growth 1-3月 6 %", scan), `duplicate 6% "" 1`},
		{with("gdp:growth 1-6月 6 %"), `new 6% "" 1`},
		{with("gdp:growth 1-6月 6 %", scan), `revision 6% "" 2`},
		{with("gdp:growth 1-6月 6 % 已核"), `revision 6% "" 3`},
		{with("gdp:growth 1-6月 6 %"), `duplicate 6% "" 1`},
	} {
		if steps, _, _ := o.take(operator, false, tt.rows); steps[0] != tt.want {
			t.Errorf("%s: %s, want %s", tt.rows[0].Period, steps[0], tt.want)
		}
	}
	o.view(func(r ledger.Reader) error {
		first, err := r.Reading(o.id.Journal(), 1)
		if err != nil {
			return err
		}
		if len(first.Evidence) != 1 || first.Evidence[0].Name != "验收.pdf" {
			t.Errorf("the evidence: %+v", first.Evidence)
		}
		file, err := r.Evidence(first.Evidence[0].Sum)
		if string(file) != "%PDF-1" {
			t.Errorf("the file: %q", file)
		}
		return err
	})
	if report, err := store.Verify(o.ctx, o.Store); err != nil || report.Evidence != 1 {
		t.Errorf("%+v, %v", report, err)
	}
}
