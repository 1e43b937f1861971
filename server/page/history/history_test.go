package history

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/browsertest"
	"pledger/server/page/ledgertest"
	"pledger/server/page/pagetest"
	"pledger/server/page/wording"
)

var book = &ledger.Ledger{ID: "150000-2021", Place: "150000", Government: "青岚自治区", Year: 2021, Title: "2021年青岚自治区政府工作报告重点工作分工方案", Stage: ledger.Draft, Next: 4}

// told is a journal in which everything happens that the page must word, with
// the accounts as they stand at its end. task is how accounts are worded.
func told(task string) ([]ledger.Command, map[string]*ledger.Account, ledger.Head) {
	at := time.Date(2021, 1, 25, 8, 0, 0, 0, time.UTC)
	accounts := map[string]*ledger.Account{}
	var commands []ledger.Command
	head := ledger.Head{}
	do := func(who string, action ledger.Action, why string, entries ...*ledger.Entry) {
		for _, e := range entries {
			e.At, e.Who, e.Action, e.Why = at.Add(time.Duration(head.Seq)*time.Hour), who, action, why
		}
		head = ledger.Seal(book.ID.Journal(), head, entries)
		commands = append([]ledger.Command{entries}, commands...)
	}
	of := func(before, after ledger.Record) *ledger.Entry {
		return &ledger.Entry{Kind: after.RecordKind(), Subject: after.RecordKey(), Changes: ledger.Diff(before, after)}
	}
	opened := []*ledger.Entry{of(nil, book)}
	for i := range 9 {
		a := &ledger.Account{Ledger: book.ID, ID: fmt.Sprintf("%04d", i+1), Number: fmt.Sprint(i + 1), Task: task, State: ledger.Proposed, Category: ledger.Task, Hardness: ledger.Hard}
		accounts[a.ID] = a
		opened = append(opened, of(nil, a))
	}
	do("", ledger.ActOpen, "", opened...)
	change := func(id string, f func(*ledger.Account)) *ledger.Entry {
		before := accounts[id].Clone()
		f(accounts[id])
		return of(before, accounts[id])
	}
	do("qiqige", ledger.ActAccept, "", change("0001", func(a *ledger.Account) { a.State = ledger.Accepted }), change("0002", func(a *ledger.Account) { a.State = ledger.Accepted }))
	do("qiqige", ledger.ActAssign, task, change("0001", func(a *ledger.Account) { a.Lead, a.Supporting = []string{"finance", "water"}, []string{"gone"} }))
	do("bateer", ledger.ActSchedule, "", change("0003", func(a *ledger.Account) { a.Deadline = ledger.ParseDeadline("10月底前", 2021) }))
	approved := *book
	approved.Stage = ledger.Approved
	do("bateer", ledger.ActApprove, "", of(book, &approved))
	return commands, accounts, head
}

// input is the list's input.
func input(lang locale.Lang, task string) Input {
	lex := ledgertest.Lexicon()
	users := []*ledger.User{{Name: "qiqige", Display: "其其格"}, {Name: "bateer", Display: task}}
	bodies := []*ledger.Body{{Code: "finance", Name: "自治区财政厅"}, {Code: "water", Name: "自治区水利厅"}}
	commands, accounts, head := told(task)
	return Input{Ledger: book, Words: wording.New(lang, lex, book, bodies, users), Accounts: accounts, Users: users, Commands: commands, Head: head}
}

const task = "完成灌区改造20万亩，除险加固小型水库12座。"

func TestEveryState(t *testing.T) {
	gallery := browsertest.Gallery{}
	for name, tt := range map[string]struct {
		task   string
		keep   int
		filter Filter
		more   bool
	}{
		"empty": {task, 0, Filter{}, false}, "one": {task, 1, Filter{}, false}, "many": {task, 9, Filter{}, true},
		"filtered": {task, 2, Filter{Account: "1", Who: "qiqige", Before: 13}, true}, "nothing": {task, 0, Filter{Action: ledger.ActMerge}, false},
		"long":    {strings.Repeat("很长的任务", 300), 9, Filter{}, false},
		"hostile": {pagetest.Attack, 9, Filter{Account: pagetest.Attack, Who: pagetest.Attack, Action: pagetest.Attack}, true},
	} {
		for _, frame := range pagetest.Frames() {
			t.Run(name+"/"+frame.Lang.String(), func(t *testing.T) {
				in := input(frame.Lang, tt.task)
				in.Filter, in.More = tt.filter, tt.more
				in.Commands = in.Commands[:min(tt.keep, len(in.Commands))]
				p := New(frame, in, ledger.Operator())
				root, _ := pagetest.Parse(t, p.Render)
				pagetest.Check(t, root, false)
				gallery.Add(name, frame, p.Render)
			})
		}
	}
	gallery.Look(t, "history", Assets())
}

func TestDetail(t *testing.T) {
	gallery := browsertest.Gallery{}
	for _, tt := range []string{task, pagetest.Attack} {
		for _, frame := range pagetest.Frames() {
			in := input(frame.Lang, tt)
			for i, c := range in.Commands {
				d := NewDetail(frame, in, c, ledger.Operator(), &page.Form{Values: url.Values{"why": {tt}}})
				if i == 2 {
					d.Conflict(in, &ledger.Conflict{Since: in.Commands[1]})
				}
				root, _ := pagetest.Parse(t, d.Render)
				pagetest.Check(t, root, false)
				if (d.Undo == nil) != (i == 0 || i == 4) { // the approval and the opening
					t.Errorf("%s can be undone: %t", c[0].Action, d.Undo != nil)
				}
				if n := len(Subjects(c, 0)); i == 4 && (n != 9 || len(d.Command.Lines) != 9) {
					t.Errorf("the opening of 9 accounts shows %d of %d", len(d.Command.Lines), n)
				}
				if i == 2 && tt == task {
					gallery.Add("detail", frame, d.Render)
				}
			}
			if d := NewDetail(frame, in, in.Commands[1], ledger.Actor{Role: ledger.Viewer}, nil); d.Undo != nil || d.Cannot != "" {
				t.Error("a viewer is offered an undo")
			}
		}
	}
	gallery.Look(t, "history", Assets())
}

// TestWords demands that a command is told with who, when and from what to what.
func TestWords(t *testing.T) {
	in := input(locale.ZhCN, task)
	p := New(pagetest.Frames()[0], in, ledger.Operator())
	assign, accept, open := p.Commands[2], p.Commands[3], p.Commands[4]
	if assign.Who != "其其格" || assign.When != "2021年1月26日 04:00" || assign.Lines[0].Name != "第 1 项" || assign.Lines[0].Task != task {
		t.Errorf("%+v", assign)
	}
	if c := assign.Lines[0].Changes[0]; c.Before != "" || c.After != "自治区财政厅、自治区水利厅" {
		t.Errorf("%+v", c)
	}
	if c := accept.Lines[1].Changes[0]; c.Before != "待审" || c.After != "已确认" || accept.Count != "2 项" {
		t.Errorf("%+v", accept)
	}
	if len(open.Lines) != PageLines || open.More == "" || !open.Lines[0].New {
		t.Errorf("%+v", open)
	}
	if c := p.Commands[0].Lines[0].Changes[0]; c.Before != "起草" || c.After != "审定" {
		t.Errorf("%+v", c)
	}
}

func TestFilter(t *testing.T) {
	for query, want := range map[string]Filter{
		"":                                  {},
		"account=+12+&who=-&action=assign":  {Account: "12", Who: "-", Action: "assign"},
		"before=17":                         {Before: 17},
		"before=-3&account=":                {},
		"before=x":                          {},
		"who=" + strings.Repeat("a", 999):   {Who: strings.Repeat("a", maxParam)},
		"before=99999999999999999999&who=a": {Who: "a"},
	} {
		q, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		if got := ParseFilter(q); got != want {
			t.Errorf("%s: %+v", query, got)
		}
	}
	entry := &ledger.Entry{Kind: ledger.KindAccount, Subject: "0012", Who: "", Action: ledger.ActEdit}
	for _, tt := range []struct {
		filter Filter
		want   bool
	}{
		{Filter{Account: "12"}, true}, {Filter{Account: "12", Who: Operator}, true}, {Filter{Who: "a"}, false}, {Filter{Action: ledger.ActDrop}, false},
	} {
		if got := tt.filter.Match(map[string]bool{"0012": true})(entry); got != tt.want {
			t.Errorf("%+v: %t", tt.filter, got)
		}
	}
	if (Filter{Before: 3}).Match(nil) != nil {
		t.Error("a filter that leaves nothing out tests entries")
	}
}
