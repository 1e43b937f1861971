package review

import (
	"fmt"
	"html/template"

	"pledger/ledger"
	"pledger/server/page"
	pageaccount "pledger/server/page/account"
	"pledger/server/page/wording"
)

// Panel is the short form of the chosen account. Its forms are those of the
// account's page; they lead back here.
type Panel struct {
	ID, Number, Task string
	State, Class     string
	Facts            []string
	Targets          []Target
	Path             template.URL // of the account's page
	Mark             string
	Version          int64
	Live, Dropped    bool
	Proposed         bool
	TaskField        page.Field
	Lead, Supporting page.Field
	Portions, Drop   page.Field
	Reason           bool // every change needs a reason: the account's page asks for it
	Clauses          []string
	Next, NextNumber string
	Suggestions      []pageaccount.Suggestion
	Back             string
}

// Target is one target of the chosen account.
type Target struct{ Line, Met string }

// panel is the short form; nil where no account is chosen.
func (b *builder) panel() *Panel {
	for i, a := range b.Accounts {
		if a.ID == b.At {
			return b.panelOf(i, a)
		}
	}
	return nil
}

// panelOf is the short form of the i-th account.
func (b *builder) panelOf(i int, a *ledger.Account) *Panel {
	w := b.Words
	p := &Panel{
		ID: a.ID, Number: a.Number, Task: a.Task, State: w.State(a.State), Class: string(a.State), Version: a.Version,
		Path: page.LedgerPath(b.Ledger.ID, "accounts", a.ID), Live: a.State.Live(), Dropped: a.State == ledger.Dropped,
		Proposed: a.State == ledger.Proposed, Reason: b.Ledger.Stage != ledger.Draft, Clauses: pageaccount.Clauses(a.Task),
		Suggestions: pageaccount.Suggestions(w, a, b.Suggestions[a.ID]), Back: Back(b.Only),
	}
	p.Facts = facts(w, a)
	for _, t := range targets(w, a) {
		p.Targets = append(p.Targets, Target{t[0], t[1]})
	}
	if len(a.Spans) > 0 && b.Set != nil {
		p.Mark = markID(a.ID)
	}
	if next := b.next(i); next != nil {
		p.Next, p.NextNumber = pick(next), next.Number
	}
	p.fields(w, a)
	return p
}

// fields are the form's fields.
func (p *Panel) fields(w *wording.Words, a *ledger.Account) {
	p.TaskField = page.Field{Name: pageaccount.FieldTask, Label: w.Field("task"), Value: a.Task, Rows: 3, Lang: "zh-CN"}
	p.Lead = page.Field{Name: pageaccount.FieldLead, Type: "text", Label: w.Field("lead"), Value: wording.List(w.Names(a.Lead)), List: "bodies", Lang: "zh-CN"}
	p.Supporting = page.Field{Name: pageaccount.FieldSupporting, Type: "text", Label: w.Field("supporting"), Value: wording.List(w.Names(a.Supporting)), List: "bodies", Lang: "zh-CN"}
	p.Portions = page.Field{Name: pageaccount.FieldPortions, Label: w.Text("account.split.portions"), Value: a.Task, Rows: 3, Lang: "zh-CN"}
	p.Drop = page.Field{Name: pageaccount.WhyField(pageaccount.FormDrop), Type: "text", Label: w.Text("review.drop.why"), Required: true, Lang: "zh-CN"}
}

// pick names an account and its version.
func pick(a *ledger.Account) string { return fmt.Sprintf("%s@%d", a.ID, a.Version) }
