package account

import (
	"net/url"
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
	"pledger/standing"
)

// TestWatch demands that the page says by what each target and the milestones
// are judged, and that only its keeper may change it.
func TestWatch(t *testing.T) {
	in := input(t, locale.ZhCN, 0)
	in.Account = in.Account.Clone()
	in.Account.Milestones = []ledger.Milestone{{What: "开工", Due: ledger.ParseDeadline("5月底前", 2021)}}
	in.Account.Watch = ledger.Watch{Every: 1}
	v := New(page.Frame{Lang: locale.ZhCN}, in).Watch
	if v == nil || len(v.Lines) != 2 || v.Lines[0].Pace != "对照全年目标" || v.Lines[0].Rule != "按目标值" || v.Lines[1].Rule != "按逾期月数" || v.Every != "每月报送" || v.Form == nil {
		t.Fatalf("%+v", v)
	}
	if !strings.HasSuffix(string(v.Rules), "/rules") {
		t.Errorf("the rules are at %s", v.Rules)
	}
	in.Edit = false
	if v = New(page.Frame{Lang: locale.ZhCN}, in).Watch; v.Form != nil {
		t.Error("who may not edit has a form")
	}
	in.Account.Terms = nil
	if v = New(page.Frame{Lang: locale.ZhCN}, in).Watch; len(v.Lines) != 1 || v.Every != "" {
		t.Errorf("a task by milestones: %+v", v)
	}
	in.Account.State = ledger.Dropped
	if New(page.Frame{Lang: locale.ZhCN}, in).Watch != nil {
		t.Error("what was dropped is watched")
	}
}

func TestReadWatch(t *testing.T) {
	for _, tt := range []struct {
		values url.Values
		want   ledger.Watch
		wrong  string
	}{
		{url.Values{}, ledger.Watch{}, ""},
		{url.Values{FieldPace: {"seasonal"}, FieldRule: {"half"}, FieldEvery: {"6"}}, ledger.Watch{Pace: ledger.BySeason, Rule: "half", Every: 6}, ""},
		{url.Values{FieldEvery: {"5"}}, ledger.Watch{}, FieldEvery},
		{url.Values{FieldEvery: {"x"}}, ledger.Watch{}, FieldEvery},
		{url.Values{FieldRule: {"nobody's"}}, ledger.Watch{}, FieldRule},
	} {
		form := &page.Form{Values: tt.values}
		change := ReadWatch(form, input(t, locale.ZhCN, 0).Words, standing.DefaultRules())
		var a ledger.Account
		change(&a)
		if form.Refused() != (tt.wrong != "") || tt.wrong != "" && form.Message(tt.wrong) == "" || tt.wrong == "" && a.Watch != tt.want {
			t.Errorf("%v: %+v, %v", tt.values, a.Watch, form.Wrong)
		}
	}
}

// TestSteps demands that a milestone is reported by who plans, taken back by who
// edits, and shown to everybody.
func TestSteps(t *testing.T) {
	in := input(t, locale.ZhCN, 0)
	in.Account = in.Account.Clone()
	in.Account.Milestones = []ledger.Milestone{
		{What: "立项", Due: ledger.ParseDeadline("3月底前", 2021), Done: "2021-03-20"}, {What: "开工", Due: ledger.ParseDeadline("5月底前", 2021)}, {What: "竣工", Due: ledger.ParseDeadline("12月底前", 2021)},
	}
	in.Today = "2021-06-01"
	for _, tt := range []struct {
		edit, plan       bool
		reaches, unreach int
	}{{true, true, 2, 1}, {false, true, 2, 0}, {false, false, 0, 0}} {
		in.Edit, in.Plan = tt.edit, tt.plan
		reaches, unreach, class := 0, 0, ""
		for _, s := range New(page.Frame{Lang: locale.ZhCN}, in).Steps {
			class += s.Class + " "
			if s.Reach != nil {
				reaches++
			}
			if s.Unreach != nil {
				unreach++
			}
		}
		if reaches != tt.reaches || unreach != tt.unreach || class != "reached overdue  " {
			t.Errorf("edit %t, plan %t: %d may be reported, %d taken back, %q", tt.edit, tt.plan, reaches, unreach, class)
		}
	}
}
