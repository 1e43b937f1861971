package breakdown

import (
	"cmp"
	"slices"
	"strings"

	"pledger/ledger"
)

// listMark parts the values of a task that has several.
const listMark = "；"

// FromLedger is the breakdown of a ledger: its live accounts in the order of
// the list. bodies are those of the government's list; a code that is not on it
// stands for its own name.
func FromLedger(l *ledger.Ledger, accounts []*ledger.Account, bodies []*ledger.Body) *Table {
	t := &Table{Title: l.Title, Government: l.Government, Place: l.Place, Year: l.Year, Columns: Columns()}
	names := map[string]string{}
	for _, b := range bodies {
		names[b.Code] = b.Name
		t.Bodies = append(t.Bodies, b.Name)
	}
	live := slices.DeleteFunc(slices.Clone(accounts), func(a *ledger.Account) bool { return !a.State.Live() })
	slices.SortStableFunc(live, func(a, b *ledger.Account) int { return cmp.Compare(a.Order, b.Order) })
	used := map[string]bool{}
	for _, a := range live {
		t.Rows = append(t.Rows, fromAccount(a, names))
		for _, number := range ancestors(a.Section) {
			used[number] = true
		}
	}
	for _, s := range l.Sections {
		if used[s.Number] {
			t.Sections = append(t.Sections, Section{s.Number, s.Heading, s.Level})
		}
	}
	return t
}

// fromAccount is one account as a row.
func fromAccount(a *ledger.Account, names map[string]string) *Row {
	return &Row{
		Number: a.Number, Section: a.Section, Category: a.Category, Task: a.Task, Target: target(a.Terms),
		Lead: named(a.Lead, names), Supporting: named(a.Supporting, names),
		Leader: a.Leader, Deadline: a.Deadline.Text, Hardness: a.Hardness, Note: a.Note,
		Account: &Detail{
			ID: a.ID, State: a.State, Lead: full(a.Lead), Supporting: full(a.Supporting),
			Date: a.Deadline.Date, Ongoing: a.Deadline.Ongoing,
			Spans: full(a.Spans), Terms: full(a.Terms), Milestones: full(a.Milestones), Parts: full(a.Parts),
			Watch: a.Watch,
		},
	}
}

// full is a copy of list that is not nil.
func full[T any](list []T) []T { return append([]T{}, list...) }

// named are the names of bodies by their codes.
func named(codes []string, names map[string]string) []string {
	out := make([]string, len(codes))
	for i, code := range codes {
		out[i] = cmp.Or(names[code], code)
	}
	return out
}

// target words the values of an account's terms.
func target(terms []ledger.Terms) string {
	var all []string
	for _, t := range terms {
		if w := cmp.Or(t.Written, composed(t)); w != "" && !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	return strings.Join(all, listMark)
}

// composed words terms that no report words.
func composed(t ledger.Terms) string {
	value := t.Value
	if t.Bound == ledger.Within {
		value += "—" + t.High
	}
	if value == "" {
		return ""
	}
	value += t.Unit
	switch {
	case t.Bound == ledger.AtLeast && t.Strict:
		return value + "以上（不含）"
	case t.Bound == ledger.AtLeast:
		return value + "以上"
	case t.Bound == ledger.AtMost && t.Strict:
		return value + "以内（不含）"
	case t.Bound == ledger.AtMost:
		return value + "以内"
	case t.Bound == ledger.Near:
		return value + "左右"
	}
	return value
}
