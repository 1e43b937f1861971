package account

import (
	"strings"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/wording"
)

// The names of the fields of the form for the task.
const (
	FieldTask     = "task"
	FieldCategory = "category"
	FieldSection  = "section"
	FieldHardness = "hardness"
	FieldLeader   = "leader"
	FieldNote     = "note"
)

// EditForm is the form for the task and what it is.
type EditForm struct {
	Form
	Task, Category, Section, Hardness, Note page.Field
}

// edit is that form.
func (b *builder) edit() *EditForm {
	a, w := b.Account, b.Words
	f := &EditForm{Form: b.form(FormEdit)}
	f.Task = b.area(FormEdit, FieldTask, w.Field("task"), a.Task, 3)
	f.Category = b.choice(FormEdit, FieldCategory, w.Field("category"), string(a.Category), []page.Option{
		{Value: string(ledger.Target), Label: w.Category(ledger.Target)}, {Value: string(ledger.Task), Label: w.Category(ledger.Task)},
	})
	sections := []page.Option{{Label: w.Text("account.section.none")}}
	for _, s := range b.Ledger.Sections {
		sections = append(sections, page.Option{Value: s.Number, Label: wording.SectionName(s)})
	}
	f.Section = b.choice(FormEdit, FieldSection, w.Field("section"), a.Section, sections)
	f.Hardness = b.choice(FormEdit, FieldHardness, w.Field("hardness"), string(a.Hardness), []page.Option{
		{Value: string(ledger.Hard), Label: w.Hardness(ledger.Hard)}, {Value: string(ledger.Soft), Label: w.Hardness(ledger.Soft)},
	})
	f.Note = b.area(FormEdit, FieldNote, w.Field("note"), a.Note, 2)
	return f
}

// ReadEdit is the change that the form for the task asks for. Fields that were
// not sent stay as they are: short forms have the task only.
func ReadEdit(form *page.Form) func(*ledger.Account) {
	return func(a *ledger.Account) {
		for _, f := range []struct {
			name string
			set  func(string)
		}{
			{FieldTask, func(s string) { a.Task = ledger.OneLine(strings.TrimSpace(s)) }},
			{FieldCategory, func(s string) { a.Category = ledger.Category(s) }},
			{FieldHardness, func(s string) { a.Hardness = ledger.Hardness(s) }},
			{FieldSection, func(s string) { a.Section = s }},
			{FieldNote, func(s string) { a.Note = ledger.OneLine(strings.TrimSpace(s)) }},
		} {
			if form.Values.Has(f.name) {
				f.set(form.Value(f.name))
			}
		}
	}
}
