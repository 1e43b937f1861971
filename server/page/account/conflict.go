package account

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"pledger/ledger"
)

// Conflict says field by field what somebody else changed since the form was
// shown, beside what was typed.
type Conflict struct {
	Rows []Clash
}

// Clash is one field.
type Clash struct {
	Field  string // in words
	Before string // as the author saw it
	Now    string
	By     string // who changed it, and when; "" where nobody did
	Typed  string // "" where the form has no such field
	Mine   bool   // the form has it
}

// conflict is what stands against the form that was sent; nil for nothing.
func (b *builder) conflict() *Conflict {
	if b.Conflict == nil {
		return nil
	}
	w, c := b.Words, &Conflict{}
	at := map[string]int{}
	for _, e := range b.Conflict.Since {
		if e.Subject != b.Account.ID || e.Kind != ledger.KindAccount {
			continue
		}
		for _, change := range e.Changes {
			i, seen := at[change.Field]
			if !seen {
				i = len(c.Rows)
				at[change.Field] = i
				typed, mine := b.typed(change.Field)
				c.Rows = append(c.Rows, Clash{
					Field: w.Field(change.Field), Before: cmp.Or(w.Stood(change.Field, change.Before), w.Text("page.none")), Typed: typed, Mine: mine,
				})
			}
			c.Rows[i].Now = cmp.Or(w.Stood(change.Field, change.After), w.Text("page.none"))
			c.Rows[i].By = w.Text("account.conflict.by", w.Who(e.Who), w.Moment(e.At))
		}
	}
	return c
}

// typed is what the form that was sent holds for a field of the record.
func (b *builder) typed(field string) (string, bool) {
	if !b.Form.Values.Has(field) {
		return "", false
	}
	switch field {
	case FieldCategory:
		return b.Words.Category(ledger.Category(b.Form.Value(field))), true
	case FieldHardness:
		return b.Words.Hardness(ledger.Hardness(b.Form.Value(field))), true
	case FieldSection:
		return b.Words.Section(b.Form.Value(field)), true
	}
	return strings.TrimSpace(b.Form.Value(field)), true
}

// Error is something wrong with a form, for the summary on top.
type Error struct {
	ID   string // of the field or the form
	Text string
}

// errors are what is wrong with the form that was sent, the whole first.
func (b *builder) errors() []Error {
	if b.Form == nil {
		return nil
	}
	var all []Error
	if b.Conflict != nil {
		all = append(all, Error{"form-" + b.Sent, b.Words.Text("account.conflict.told")})
	}
	if m := b.Form.Message(""); m != "" {
		all = append(all, Error{"form-" + b.Sent, m})
	}
	for _, name := range slices.Sorted(maps.Keys(b.Form.Wrong)) {
		if name != "" {
			all = append(all, Error{name, b.Form.Wrong[name]})
		}
	}
	return all
}
