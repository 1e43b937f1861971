package ledger

import (
	"fmt"
	"html/template"
	"net/url"

	"pledger/ledger"
	"pledger/server/page/standings"
	"pledger/server/page/wording"
)

// Row is one account as a row of the table.
type Row struct {
	ID         string
	Pick       string // the value of its checkbox: ID and version
	Picked     bool
	Changed    bool // somebody changed it since it was ticked
	Number     string
	Href       template.URL
	Task       string
	Targets    []string
	Lead       []string
	Supporting []string
	Deadline   string // as worded
	Day        string // what the words mean
	Dayless    bool   // they name no day
	State      string // in words
	Class      string // of the state
	Soft       bool
	Stands     *standings.Cell // nil where the reader may not see that
	Parts      bool            // it is broken down
}

// Group is rows under one heading.
type Group struct {
	Heading string // "" where rows are in another order than the list's
	Rows    []Row
}

// AccountPath is the address of an account's page.
func AccountPath(id ledger.ID, account string) string {
	return "/ledgers/" + url.PathEscape(string(id)) + "/accounts/" + url.PathEscape(account)
}

// Path is the address of a ledger's page.
func Path(id ledger.ID) string { return "/ledgers/" + url.PathEscape(string(id)) }

// row is an account's row.
func (b *builder) row(a *ledger.Account) Row {
	w := b.Words
	r := Row{
		ID: a.ID, Pick: Pick(a), Number: a.Number, Task: a.Task, Targets: w.Targets(a),
		Dayless: a.Deadline.Text != "" && a.Deadline.Date == "" && !a.Deadline.Ongoing,
		Lead:    w.Names(a.Lead), Supporting: w.Names(a.Supporting),
		Deadline: a.Deadline.Text, Day: w.Deadline(a.Deadline),
		State: w.State(a.State), Class: string(a.State), Soft: a.Hardness == ledger.Soft, Parts: len(a.Parts) > 0,
		Href: template.URL(AccountPath(a.Ledger, a.ID)), // escaped by AccountPath
	}
	if cell, ok := b.Lit[a.ID]; ok {
		r.Stands = &cell
	}
	r.Picked, r.Changed = b.picked[a.ID], b.changed[a.ID]
	return r
}

// Pick names an account and the version of it that a reader ticks.
func Pick(a *ledger.Account) string { return fmt.Sprintf("%s@%d", a.ID, a.Version) }

// groups puts the rows under the headings of their sections, where they are in
// the order of the list.
func (b *builder) groups(accounts []*ledger.Account) []Group {
	var groups []Group
	if len(b.Apart) > 0 {
		apart := Group{Heading: b.Words.Text("ledger.row.apart")}
		for _, a := range b.Apart {
			apart.Rows = append(apart.Rows, b.row(a))
		}
		groups = append(groups, apart)
	}
	last := "\x00"
	for _, a := range accounts {
		heading := ""
		if b.Filter.Sort == ledger.ByOrder {
			heading = b.heading(a)
		}
		if len(groups) == 0 || heading != last {
			groups = append(groups, Group{Heading: heading})
			last = heading
		}
		g := &groups[len(groups)-1]
		g.Rows = append(g.Rows, b.row(a))
	}
	return groups
}

// heading is what an account stands under: yearly targets under the category,
// tasks under their section.
func (b *builder) heading(a *ledger.Account) string {
	switch {
	case a.Category == ledger.Target:
		return b.Words.Category(ledger.Target)
	case a.Section == "":
		return b.Words.Category(a.Category)
	}
	s, ok := b.Ledger.Section(a.Section)
	if !ok {
		return a.Section
	}
	return wording.SectionName(s)
}
