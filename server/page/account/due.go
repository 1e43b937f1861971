package account

import (
	"strings"

	"pledger/ledger"
	"pledger/server/page"
)

// The names of the fields of the form for the deadline.
const (
	FieldDeadline   = "deadline"
	FieldMilestones = "milestones"
)

// ScheduleForm is the form for the deadline and the milestones.
type ScheduleForm struct {
	Form
	Deadline, Milestones page.Field
	Means                string // what the deadline's words mean
}

// schedule is that form.
func (b *builder) schedule() *ScheduleForm {
	a, w := b.Account, b.Words
	f := &ScheduleForm{Form: b.form(FormSchedule), Means: w.Deadline(a.Deadline)}
	f.Deadline = b.field(FormSchedule, FieldDeadline, "text", w.Field("deadline"), a.Deadline.Text)
	f.Deadline.Hint, f.Deadline.Lang = w.Text("ledger.bulk.deadline.hint"), "zh-CN"
	var lines []string
	for _, m := range a.Milestones {
		lines = append(lines, m.Due.Text+dueMark+m.What)
	}
	f.Milestones = b.area(FormSchedule, FieldMilestones, w.Field("milestones"), strings.Join(lines, "\n"), min(max(2, len(lines)+1), maxNodeRows))
	f.Milestones.Hint = w.Text("account.milestones.hint")
	return f
}

// maxNodeRows is how many milestones are seen at once.
const maxNodeRows = 8

// dueMark stands between a milestone's day and its words.
const dueMark = "："

// ReadSchedule is the change that the form for the deadline asks for.
func ReadSchedule(form *page.Form, year int) func(*ledger.Account) {
	deadline := ledger.ParseDeadline(form.Value(FieldDeadline), year)
	var milestones []ledger.Milestone
	for line := range strings.Lines(form.Value(FieldMilestones)) {
		line = strings.TrimSpace(strings.Replace(line, ":", dueMark, 1))
		if line == "" {
			continue
		}
		due, what, _ := strings.Cut(line, dueMark)
		milestones = append(milestones, ledger.Milestone{Due: ledger.ParseDeadline(due, year), What: strings.TrimSpace(what)})
	}
	return func(a *ledger.Account) {
		a.Deadline = deadline
		if form.Values.Has(FieldMilestones) {
			a.Milestones = ledger.Carried(a.Milestones, milestones)
		}
	}
}
