package ledger

import (
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"pledger/ledger"
	"pledger/server/page"
)

// The names of the fields of the form over the rows.
const (
	FieldPick       = "pick" // ID@version, many
	FieldDo         = "do"   // the command: one of the Do constants
	FieldLead       = "setlead"
	FieldSupporting = "setsupporting"
	FieldDeadline   = "setdeadline"
	FieldWhy        = "why"
)

// The commands of the form over the rows.
const (
	DoAccept   = "accept"
	DoAssign   = "assign"
	DoDeadline = "deadline"
	DoDrop     = "drop"
)

// ParsePicks reads the rows that were ticked; what is malformed is left out.
func ParsePicks(v url.Values) []ledger.Ref {
	var refs []ledger.Ref
	for _, s := range v[FieldPick] {
		id, version, ok := strings.Cut(s, "@")
		n, err := strconv.ParseInt(version, 10, 64)
		if ok && err == nil && n > 0 && !slices.ContainsFunc(refs, func(r ledger.Ref) bool { return r.ID == id }) {
			refs = append(refs, ledger.Ref{ID: id, Version: n})
		}
	}
	return refs
}

// Bulk is the form over the rows.
type Bulk struct {
	Action                          template.URL
	Lead, Supporting, Deadline, Why page.Field
	Bodies                          []string // names to choose from
	Reason                          bool     // every change needs one
}

// bulk is the form over the rows.
func (b *builder) bulk() *Bulk {
	if !b.Edit {
		return nil
	}
	w, form := b.Words, b.Form
	field := func(name, key string) page.Field {
		f := form.Field(name, "text", w.Text(key), "")
		f.Name = name
		return f
	}
	bulk := &Bulk{
		Action: b.Filter.href(b.path + "/bulk"),
		Lead:   field(FieldLead, "ledger.bulk.lead"), Supporting: field(FieldSupporting, "ledger.bulk.supporting"),
		Deadline: field(FieldDeadline, "ledger.bulk.deadline"), Why: field(FieldWhy, "ledger.bulk.why"),
		Reason: b.Ledger.Stage != ledger.Draft,
	}
	for _, x := range w.Bodies() {
		if !x.Retired {
			bulk.Bodies = append(bulk.Bodies, x.Name)
		}
	}
	return bulk
}

// Changed is an account that somebody else changed since it was ticked.
type Changed struct {
	Number string
	Task   string
	Href   template.URL
	Lines  []string // who, when, what
}

// changes tells of each account of a conflict what happened to it.
func (b *builder) changes() []Changed {
	if b.Conflict == nil {
		return nil
	}
	var all []Changed
	for _, a := range b.Conflict.Accounts {
		c := Changed{Number: a.Number, Task: a.Task, Href: template.URL(AccountPath(a.Ledger, a.ID))} // escaped by AccountPath
		for _, e := range b.Conflict.Since {
			if e.Subject != a.ID {
				continue
			}
			for _, x := range b.Words.Changes(e) {
				c.Lines = append(c.Lines, b.Words.Text("ledger.conflict.change", b.Words.Moment(e.At), b.Words.Who(e.Who),
					b.Words.Action(e.Action), x.Name, b.orNone(x.Before), b.orNone(x.After)))
			}
		}
		all = append(all, c)
	}
	return all
}

// orNone is s, or the word for nothing.
func (b *builder) orNone(s string) string {
	if s == "" {
		return b.Words.Text("page.none")
	}
	return s
}
