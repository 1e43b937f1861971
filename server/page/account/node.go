package account

import (
	"strconv"

	"pledger/server/page"
)

// FieldNode says which milestone a form is about: its place among them, from 0.
const FieldNode = "node"

// Step is a milestone as it is shown.
type Step struct {
	Due, Means, What string
	Told             string    // when it was reported reached, or that it is overdue; "" for neither
	Class            string    // reached, overdue or ""
	Reach, Unreach   *NodeForm // nil for who may not, and where there is nothing to say
}

// NodeForm is the form with which a milestone is reported, or taken back.
type NodeForm struct {
	Form
	Label string
	Node  int
	Note  page.Field
}

// steps are the account's milestones.
func (b *builder) steps() []Step {
	a, w := b.Account, b.Words
	var all []Step
	for i, m := range a.Milestones {
		s := Step{Due: m.Due.Text, Means: w.Deadline(m.Due), What: m.What}
		switch {
		case m.Done != "":
			s.Told, s.Class = w.Text("account.node.done", w.Day(m.Done)), "reached"
			if b.Edit && a.State.Live() {
				s.Unreach = b.node(FormUnreach, i, w.Text("ledger.field.why"))
				s.Unreach.Note.Required = true
			}
		case m.Due.Date != "" && m.Due.Date < b.Today:
			s.Told, s.Class = w.Text("account.node.late"), "overdue"
		}
		if m.Done == "" && b.Plan && a.State.Live() {
			s.Reach = b.node(FormReach, i, w.Text("account.node.note"))
		}
		all = append(all, s)
	}
	return all
}

// node is one form of one milestone.
func (b *builder) node(name string, i int, label string) *NodeForm {
	f := &NodeForm{Form: Form{Name: name, Action: b.path + "/" + name, Version: b.Account.Version}, Node: i, Label: b.Words.Text("account.node." + name)}
	sent := b.Sent == name && b.Form.Value(FieldNode) == strconv.Itoa(i)
	key := suffixed(WhyField(name), i)
	f.Note = page.Field{Name: key, Type: "text", Label: label, Lang: "zh-CN"}
	if sent {
		f.Sent, f.Message, f.Conflict = true, b.Form.Message(""), b.conflict()
		f.Note = b.Form.Field(key, "text", label, "")
	}
	return f
}

// NodeIndex is the milestone that a form is about; ok is false where it is
// malformed.
func NodeIndex(form *page.Form) (i int, ok bool) {
	i, err := strconv.Atoi(form.Value(FieldNode))
	return i, err == nil && i >= 0
}
