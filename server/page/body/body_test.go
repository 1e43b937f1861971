package body

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/locale"
	"pledger/server/chart"
	"pledger/server/page"
	"pledger/server/page/browsertest"
	"pledger/server/page/pagetest"
	"pledger/server/page/standings"
	"pledger/standing"
)

var (
	book = &ledger.Ledger{ID: "150000-2021", Place: "150000", Title: "2021年青岚自治区政府工作报告重点工作分工方案", Stage: ledger.Draft}
	list = []*ledger.Body{
		{Place: "150000", Code: "water", Name: "自治区水利厅", Aliases: []string{"水利局"}, Duties: []string{"水库", "灌溉"}, Order: 3},
		{Place: "150000", Code: "finance", Name: "自治区财政厅", Order: 2},
		{Place: "150000", Code: "gone", Name: "自治区粮食局", Order: 9, Retired: true},
	}
)

// regions finds the places of the tests.
func regions(name string) string {
	return map[string]string{"包头市": "150200", "自治区": "150000"}[name]
}

// owed are n accounts that water leads or supports, in turn.
func owed(n int) []*ledger.Account {
	var all []*ledger.Account
	for i := range n {
		a := &ledger.Account{Ledger: book.ID, ID: fmt.Sprintf("%04d", i+1), Number: fmt.Sprint(i + 1), State: ledger.Accepted,
			Task: "完成灌区改造20万亩，除险加固小型水库12座。", Lead: []string{"water"}, Supporting: []string{"finance", "unlisted"}, Deadline: ledger.Deadline{Text: "10月底前"}}
		if i%3 == 2 {
			a.Lead, a.Supporting, a.State = []string{"finance"}, []string{"water"}, ledger.Proposed
		}
		all = append(all, a)
	}
	return all
}

// lit is where all but every fourth of the accounts stand, and none of those
// that try to break out.
func lit(accounts []*ledger.Account) map[string]Lit {
	all := map[string]Lit{}
	for i, a := range accounts {
		if l := standing.Lights()[i%6]; i%4 < 3 && a.Number != pagetest.Attack {
			all[a.ID] = Lit{standings.Cell{Lamp: chart.Lamp(locale.ZhCN, l), State: "滞后", Value: "8万亩", Reason: "前9个月完成40%，序时应为75%，低35个百分点"}, l, l == standing.LightUnknown}
		}
	}
	return all
}

func TestEveryState(t *testing.T) {
	gallery := browsertest.Gallery{}
	hostile := &ledger.Body{Place: "150000", Code: `"/><x>`, Name: pagetest.Attack, Aliases: []string{pagetest.Attack}}
	attack := owed(1)
	attack[0].Task, attack[0].Number, attack[0].Deadline.Text, attack[0].Lead = pagetest.Attack, pagetest.Attack, pagetest.Attack, []string{hostile.Code, pagetest.Attack}
	typed := &page.Form{Values: url.Values{"name": {""}, "order": {"x"}, "aliases": {pagetest.Attack}}}
	Typed(typed, list[0], list, regions, locale.ZhCN)
	long := &ledger.Body{Place: "150000", Code: "long", Name: strings.Repeat("很长的单位名称", 20)}
	for name, tt := range map[string]struct {
		body     *ledger.Body
		accounts []*ledger.Account
		form     *page.Form
	}{
		"empty": {list[0], nil, nil}, "one": {list[0], owed(1), nil}, "many": {list[0], owed(40), nil}, "retired": {list[2], nil, nil},
		"error": {list[0], owed(2), typed}, "hostile": {hostile, attack, nil}, "long": {long, nil, nil},
	} {
		for _, role := range []ledger.Role{ledger.Supervisor, ledger.Liaison, ledger.Viewer} {
			for _, frame := range pagetest.Frames() {
				p := New(frame, book, tt.body, list, tt.accounts, "包头市", ledger.Actor{Role: role}, tt.form)
				p.Stand("2021年9月30日", lit(tt.accounts))
				if seen := p.AsOf != ""; seen != (len(tt.accounts) > 0 && name != "hostile") {
					t.Errorf("%s: lights are shown: %t", name, seen)
				}
				root, _ := pagetest.Parse(t, p.Render)
				pagetest.Check(t, root, false)
				if (p.Edit != nil) != (role == ledger.Supervisor) {
					t.Errorf("%s: the form is shown to a %s: %t", name, role, p.Edit != nil)
				}
				if role == ledger.Supervisor {
					gallery.Add(name, frame, p.Render)
				}
			}
		}
	}
	gallery.Look(t, "body", Assets())
}

func TestBlank(t *testing.T) {
	for _, form := range []*page.Form{nil, {Values: url.Values{"name": {"自治区财政厅"}, "order": {"3"}}}} {
		for _, frame := range pagetest.Frames() {
			if form != nil {
				Typed(form, &ledger.Body{}, list, regions, frame.Lang)
			}
			p := Blank(frame, book, &ledger.Body{Order: NextOrder(list)}, ledger.Operator(), form)
			root, _ := pagetest.Parse(t, p.Render)
			pagetest.Check(t, root, false)
			if (form != nil) != (p.Wrongs != nil) {
				t.Errorf("a name that stands on the list: %+v", p.Wrongs)
			}
		}
	}
}

// TestSheet demands that what the body leads and what it supports stand apart,
// and that nothing stands in both.
func TestSheet(t *testing.T) {
	p := New(pagetest.Frames()[0], book, list[0], list, owed(6), "", ledger.Operator(), nil)
	if len(p.Tables[0].Rows) != 4 || len(p.Tables[1].Rows) != 2 {
		t.Fatalf("%d and %d rows", len(p.Tables[0].Rows), len(p.Tables[1].Rows))
	}
	if with, under := p.Tables[0].Rows[0].Others, p.Tables[1].Rows[0].Others; with != "自治区财政厅、unlisted" || under != "自治区财政厅" {
		t.Errorf("with %q, under %q", with, under)
	}
}

func TestTyped(t *testing.T) {
	for _, tt := range []struct{ name, aliases, order, wrong string }{
		{"自治区 水利厅", "水利局、水务局，水利局", "4", ""},
		{"  ", "", "4", "name"},
		{"自治区财政厅", "", "4", "name"},
		{strings.Repeat("长", 61), "", "4", "name"},
		{"水\u202e利", "", "4", "name"},
		{"自治区水利厅", strings.Repeat("长", 4001), "4", "aliases"},
		{"自治区水利厅", "a\x00b", "4", "aliases"},
		{"自治区水利厅", "", "", "order"},
		{"自治区水利厅", "", "-1", "order"},
		{"自治区水利厅", "", "100000", "order"},
	} {
		form := &page.Form{Values: url.Values{"name": {tt.name}, "aliases": {tt.aliases}, "order": {tt.order}}}
		b := Typed(form, list[0], list, regions, locale.ZhCN)
		if form.Refused() != (tt.wrong != "") || tt.wrong != "" && form.Message(tt.wrong) == "" {
			t.Errorf("%+v: wrong is %v", tt, form.Wrong)
		}
		if tt.wrong == "" && (b.Name != "自治区水利厅" || len(b.Aliases) != 2 || b.Order != 4 || b.Code != "water") {
			t.Errorf("%+v", b)
		}
	}
	for typed, want := range map[string]string{"": "", " 包头市 ": "150200", "自治区": "wrong", "月球": "wrong"} {
		form := &page.Form{Values: url.Values{"name": {"包头市政府"}, "order": {"4"}, "region": {typed}}}
		got := Typed(form, list[0], list, regions, locale.ZhCN).Region
		if form.Message("region") != "" {
			got = "wrong"
		}
		if got != want {
			t.Errorf("the region %q is %q, want %q", typed, got, want)
		}
	}
	if got := NewCode([]*ledger.Body{{Code: "own-1"}, {Code: "own-3"}}); got != "own-2" {
		t.Error(got)
	}
}
