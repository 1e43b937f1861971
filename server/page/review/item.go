package review

import (
	"html/template"
	"net/url"
	"slices"
	"strings"

	"pledger/ledger"
	"pledger/server/page"
	pageaccount "pledger/server/page/account"
	"pledger/server/page/wording"
)

// Item is one account in the list, with what the script needs to fill the short
// form without asking the server.
type Item struct {
	ID, AccountID string
	Href          template.URL // the page with this account chosen
	Mark          string       // the id of its place in the text; "" for none
	Number, Task  string
	State, Class  string
	Lead          string
	Supporting    string
	Due           string
	Chosen, Live  bool
	Hidden        bool // it is not asked for
	Version       int64
	Next          string // ID@version of the account to merge with
	NextNumber    string
	Suggested     bool   // Suggestions were asked for
	Suggestions   string // one a line: value, name, reasons, parted by tabs
	Facts         string // one a line
	Targets       string // one a line: the target and when it is met, parted by a tab
}

// href is the page with an account chosen.
func (b *builder) href(account string) template.URL {
	v := url.Values{paramAt: {account}}
	if b.Only {
		v.Set(paramOnly, yes)
	}
	return page.LedgerPath(b.Ledger.ID, page.FolderReview) + template.URL("?"+v.Encode()) // encoded
}

// items are the lines of the list.
func (b *builder) items() []Item {
	var all []Item
	for i, a := range b.Accounts {
		it := Item{
			ID: itemID(a.ID), AccountID: a.ID, Href: b.href(a.ID), Number: a.Number, Task: a.Task, State: b.Words.State(a.State), Class: string(a.State),
			Lead: wording.List(b.Words.Names(a.Lead)), Supporting: wording.List(b.Words.Names(a.Supporting)), Due: a.Deadline.Text,
			Hidden: b.Only && a.State != ledger.Proposed && a.ID != b.At, Chosen: a.ID == b.At, Live: a.State.Live(), Version: a.Version,
		}
		if len(a.Spans) > 0 && b.Set != nil && a.State != ledger.Merged {
			it.Mark = markID(a.ID)
		}
		if next := b.next(i); next != nil {
			it.Next, it.NextNumber = pick(next), next.Number
		}
		if s, ok := b.Suggestions[a.ID]; ok {
			it.Suggested, it.Suggestions = true, lines(pageaccount.Suggestions(b.Words, a, s))
			it.Facts, it.Targets = rows(split(facts(b.Words, a))...), rows(targets(b.Words, a)...)
		}
		all = append(all, it)
	}
	return all
}

// next is the account behind the i-th that counts; nil for none.
func (b *builder) next(i int) *ledger.Account {
	for _, a := range b.Accounts[i+1:] {
		if a.State.Live() {
			return a
		}
	}
	return nil
}

// lines are suggestions as the script reads them.
func lines(all []pageaccount.Suggestion) string {
	var table [][]string
	for _, s := range all {
		table = append(table, []string{s.Lead, s.Name, strings.Join(s.Reasons, "；")})
	}
	return rows(table...)
}

// rows are rows of cells as the script reads them: parted by line ends and tabs,
// which no cell keeps.
func rows(table ...[]string) string {
	plain := strings.NewReplacer("\t", " ", "\n", " ")
	lines := make([]string, len(table))
	for i, row := range table {
		cells := make([]string, len(row))
		for j, c := range row {
			cells[j] = plain.Replace(c)
		}
		lines[i] = strings.Join(cells, "\t")
	}
	return strings.Join(lines, "\n")
}

// split makes each string a row.
func split(all []string) [][]string {
	table := make([][]string, len(all))
	for i, s := range all {
		table[i] = []string{s}
	}
	return table
}

// facts are what is said of an account in short.
func facts(w *wording.Words, a *ledger.Account) []string {
	all := []string{w.Category(a.Category), w.Section(a.Section), w.Hardness(a.Hardness), a.Deadline.Text}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// targets are an account's targets, each with when it is met.
func targets(w *wording.Words, a *ledger.Account) [][]string {
	table := make([][]string, len(a.Terms))
	for i := range a.Terms {
		table[i] = []string{w.Target(&a.Terms[i]), w.Met(&a.Terms[i])}
	}
	return table
}
