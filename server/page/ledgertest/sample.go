// Package ledgertest holds the ledger that tests of pages show: one opened from
// the sample report, as an office has it half way through.
package ledgertest

import (
	"strings"
	"sync"
	"testing"
	"time"

	"pledger/document"
	"pledger/examples"
	"pledger/ledger"
	"pledger/lexicon"
	"pledger/locale"
	"pledger/report"
	"pledger/server/page/pagetest"
	"pledger/server/page/wording"
	"pledger/statement"
)

// Lexicon is the lexicon, loaded once.
var Lexicon = sync.OnceValue(func() *lexicon.Lexicon {
	lex, err := lexicon.Load()
	if err != nil {
		panic(err)
	}
	return lex
})

// Place is whose ledger it is.
const Place = "150000"

// Statements is what the sample report states.
func Statements(t testing.TB) *statement.Set {
	t.Helper()
	text, err := document.Read("report.txt", strings.NewReader(examples.Sample))
	if err != nil {
		t.Fatal(err)
	}
	return statement.Extract(report.Parse(text), Lexicon())
}

// Opening is the ledger of the sample report, before anybody looked at it.
func Opening(t testing.TB) *ledger.Opening {
	t.Helper()
	return ledger.Open(Statements(t), Lexicon(), *Lexicon().PlaceCoded(Place), 2021, []byte(examples.Sample))
}

// Bodies is the government's list.
func Bodies() []*ledger.Body {
	var all []*ledger.Body
	for i, b := range []struct{ code, name, duties string }{
		{"reform", "自治区发展改革委", "地区生产总值 固定资产投资"}, {"finance", "自治区财政厅", "三公经费"}, {"farming", "自治区农牧厅", "粮食 高标准农田"},
		{"energy", "自治区能源局", "新能源 煤矿"}, {"labour", "自治区人力资源社会保障厅", "就业 技能培训"}, {"transport", "自治区交通运输厅", "公路 国道"},
		{"health", "自治区卫生健康委", "医疗 医学影像"}, {"learning", "自治区教育厅", "幼儿园 学位"}, {"housing", "自治区住房城乡建设厅", "老旧小区 供热管网"},
	} {
		all = append(all, &ledger.Body{Place: Place, Code: b.code, Name: b.name, Duties: strings.Fields(b.duties), Order: i + 1})
	}
	return append(all, &ledger.Body{Place: Place, Code: "old", Name: "自治区扶贫办", Order: 99, Retired: true})
}

// Users are those who worked on it.
func Users() []*ledger.User {
	return []*ledger.User{{Name: "qqg", Display: "其其格", Role: ledger.Supervisor}, {Name: "bt", Display: "巴特尔", Role: ledger.Supervisor}}
}

// At is when the sample was worked on.
var At = time.Date(2021, 2, 3, 1, 20, 0, 0, time.UTC)

// Half is the sample as an office has it half way: some accounts accepted with
// their bodies, one dropped.
func Half(t testing.TB) *ledger.Opening {
	t.Helper()
	o := Opening(t)
	for i, a := range o.Accounts {
		a.Version = int64(i + 2)
		switch i % 5 {
		case 0:
			a.State, a.Lead = ledger.Accepted, []string{"reform"}
		case 1:
			a.State, a.Lead, a.Supporting = ledger.Accepted, []string{"finance", "farming"}, []string{"energy", "labour", "transport"}
		case 3:
			a.Lead = []string{"health"}
		}
	}
	o.Accounts[len(o.Accounts)-1].State = ledger.Dropped
	return o
}

// Hostile is an account whose every text tries to break out.
func Hostile() *ledger.Account {
	x := pagetest.Attack
	return &ledger.Account{
		Ledger: "150000-2021", ID: "0777", Number: x, Version: 7, Category: ledger.Target, State: ledger.Proposed, Section: x, Task: x,
		Hardness: ledger.Soft, Lead: []string{x}, Supporting: []string{x}, Leader: x, Note: x, Deadline: ledger.Deadline{Text: x},
		Milestones: []ledger.Milestone{{What: x, Due: ledger.Deadline{Text: x}, Done: x}}, Parts: []ledger.Part{{Place: "150100", Value: x, Weight: x}},
		Watch: ledger.Watch{Pace: ledger.Pace(x), Rule: x, Every: 1},
		Terms: []ledger.Terms{{Subject: x, Indicator: x, Kind: x, Bound: ledger.Near, Value: "x" + x, Unit: x, Written: x, Polarity: ledger.Polarity(x)}},
		From:  []string{x}, Into: x,
	}
}

// Long is an account whose names are as long as they get.
func Long() *ledger.Account {
	a := &ledger.Account{
		Ledger: "150000-2021", ID: "9999", Number: "325-12-3", Version: 9, Category: ledger.Task, State: ledger.Proposed, Hardness: ledger.Hard,
		Task:     strings.Repeat("推动高标准农田水利设施配套改造提升", 40),
		Deadline: ledger.ParseDeadline("5月底前动工，9月投入使用，12月底前完成竣工验收并交付", 2021),
	}
	for range 30 {
		a.Supporting = append(a.Supporting, "labour")
	}
	a.Lead = []string{"transport", "labour", "reform"}
	return a
}

// Words words a ledger of the sample's government.
func Words(lang locale.Lang, l *ledger.Ledger) *wording.Words {
	return wording.New(lang, Lexicon(), l, Bodies(), Users())
}

// Tally counts accounts as a store does.
func Tally(accounts []*ledger.Account) *ledger.Tally {
	t := &ledger.Tally{States: map[ledger.State]int{}, Sections: map[string]int{}, Leads: map[string]int{}, Supports: map[string]int{}}
	for _, a := range accounts {
		t.States[a.State]++
		if !a.State.Live() {
			continue
		}
		t.Sections[a.Section]++
		if len(a.Lead) == 0 {
			t.NoLead++
		}
		if a.Category == ledger.Target {
			t.Targets++
		} else {
			t.Tasks++
		}
	}
	return t
}

// Entry is an entry about an account that turns before into after.
func Entry(seq int64, who string, action ledger.Action, before, after *ledger.Account, why string) *ledger.Entry {
	e := &ledger.Entry{
		Journal: after.Ledger.Journal(), Seq: seq, Op: seq, At: At.Add(time.Duration(seq) * time.Minute), Who: who,
		Action: action, Kind: ledger.KindAccount, Subject: after.ID, Why: why,
	}
	if before == nil {
		e.Changes = ledger.Diff(nil, after)
	} else {
		e.Changes = ledger.Diff(before, after)
	}
	return e
}
