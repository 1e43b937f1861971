package account

import (
	"fmt"
	"slices"
	"strings"

	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/server/page"
	"pledger/server/page/wording"
)

// The names of the fields of the form for the bodies.
const (
	FieldLead       = "lead"
	FieldSupporting = "supporting"
	FieldChoose     = "choose" // a suggestion taken: lead:CODE or support:CODE
	chooseLead      = "lead:"
	chooseSupport   = "support:"
)

// AssignForm is the form for the bodies.
type AssignForm struct {
	Form
	Lead, Supporting, Leader page.Field
	Suggestions              []Suggestion
	Unassigned               bool
}

// Suggestion is a body that is suggested, and why.
type Suggestion struct {
	Name          string
	Reasons       []string
	Leads         bool   // it leads already
	Supports      bool   // it supports already
	Lead, Support string // the values that take it
}

// assign is that form.
func (b *builder) assign() *AssignForm {
	a, w := b.Account, b.Words
	f := &AssignForm{Form: b.form(FormAssign), Unassigned: len(a.Lead) == 0, Suggestions: Suggestions(w, a, b.Suggestions)}
	names := func(field, value string) page.Field {
		x := b.field(FormAssign, field, "text", w.Field(field), value)
		x.List, x.Lang = "bodies", "zh-CN"
		return x
	}
	f.Lead = names(FieldLead, wording.List(w.Names(a.Lead)))
	f.Supporting = names(FieldSupporting, wording.List(w.Names(a.Supporting)))
	f.Supporting.Hint = w.Text("account.assign.hint")
	f.Leader = b.field(FormAssign, FieldLeader, "text", w.Field("leader"), a.Leader)
	return f
}

// Suggestions are those of the list with their reasons in words.
func Suggestions(w *wording.Words, a *ledger.Account, all []assign.Suggestion) []Suggestion {
	var shown []Suggestion
	for _, s := range all {
		if s.Code == "" || len(s.Reasons) == 0 {
			continue // on no list, it cannot be chosen; without a reason, nobody should
		}
		x := Suggestion{
			Name: s.Name, Lead: chooseLead + s.Code, Support: chooseSupport + s.Code,
			Leads: slices.Contains(a.Lead, s.Code), Supports: slices.Contains(a.Supporting, s.Code),
		}
		for _, r := range s.Reasons {
			x.Reasons = append(x.Reasons, reason(w, r))
		}
		shown = append(shown, x)
	}
	return shown
}

// reason words why a body is suggested.
func reason(w *wording.Words, r assign.Reason) string {
	switch r.Why {
	case assign.PastRow:
		year := ""
		if r.Year != 0 {
			year = fmt.Sprint(r.Year)
		}
		return w.Text("account.reason.past", year, r.Task)
	case assign.OwnName:
		return w.Text("account.reason.name", r.Word)
	}
	return w.Text("account.reason.duty", r.Word)
}

// ReadAssign is the change that the form for the bodies asks for: a suggestion
// taken, or the names typed. Names on no list are refused at their fields.
func ReadAssign(form *page.Form, w *wording.Words) func(*ledger.Account) {
	choice := form.Value(FieldChoose)
	if code, ok := strings.CutPrefix(choice, chooseLead); ok {
		return func(a *ledger.Account) {
			a.Lead, a.Supporting = []string{code}, Without(a.Supporting, code)
		}
	}
	if code, ok := strings.CutPrefix(choice, chooseSupport); ok {
		return func(a *ledger.Account) {
			a.Lead, a.Supporting = Without(a.Lead, code), append(Without(a.Supporting, code), code)
		}
	}
	lead, supporting := Codes(form, FieldLead, w), Codes(form, FieldSupporting, w)
	leader := strings.TrimSpace(form.Value(FieldLeader))
	return func(a *ledger.Account) {
		a.Lead, a.Supporting = lead, supporting
		if form.Values.Has(FieldLeader) {
			a.Leader = leader
		}
	}
}

// Codes reads a field of names of bodies into codes; what is on no list is
// refused at the field.
func Codes(form *page.Form, field string, w *wording.Words) []string {
	found, unknown := w.Codes(form.Value(field))
	for _, name := range unknown {
		form.Refuse(field, w.Problem(ledger.Problem{Code: ledger.BadBody, Args: []string{name}}))
	}
	return found
}

// Without is list less the codes in out; nil where nothing is left.
func Without(list []string, out ...string) []string {
	var left []string
	for _, code := range list {
		if !slices.Contains(out, code) {
			left = append(left, code)
		}
	}
	return left
}
