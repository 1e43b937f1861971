package account

import (
	"strconv"
	"strings"

	"pledger/ledger"
	"pledger/server/page"
)

// The page's forms, as their addresses end.
const (
	FormAccept   = "accept"
	FormEdit     = "edit"
	FormAssign   = "assign"
	FormSchedule = "schedule"
	FormTerms    = "terms"
	FormParts    = "parts"
	FormSplit    = "split"
	FormMerge    = "merge"
	FormDrop     = "drop"
	FormRestore  = "restore"
	FormUndo     = "undo"
	FormWatch    = "watch"
	FormReach    = "reach"
	FormUnreach  = "unreach"
)

// The names of the fields that every form has.
const (
	FieldVersion = "version" // of the account as it was shown
	fieldWhy     = "why-"    // the reason, with the form's name
)

// Version reads the version that a form was based on; 0, which no account has,
// where it is malformed.
func Version(form *page.Form) int64 {
	n, err := strconv.ParseInt(form.Value(FieldVersion), 10, 64)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// Why is the reason typed into a form.
func Why(form *page.Form, name string) string { return strings.TrimSpace(form.Value(fieldWhy + name)) }

// WhyField is the name of a form's field for the reason.
func WhyField(name string) string { return fieldWhy + name }

// Form is one form of the page.
type Form struct {
	Name     string
	Action   string
	Version  int64
	Why      *page.Field // nil where no reason is asked for
	Conflict *Conflict   // nil for none
	Message  string      // what is wrong with the whole
	Sent     bool        // it was sent, and comes back
}

// form is a form with the fields that all have.
func (b *builder) form(name string) Form {
	f := Form{Name: name, Action: b.path + "/" + name, Version: b.Account.Version}
	if b.Ledger.Stage != ledger.Draft {
		why := b.field(name, fieldWhy+name, "text", b.Words.Text("ledger.field.why"), "")
		why.Required = true
		f.Why = &why
	}
	if b.Form != nil && b.Sent == name {
		f.Sent = true
		f.Message, f.Conflict = b.Form.Message(""), b.conflict()
	}
	return f
}

// field is a field of a form with what was typed, where that form was sent.
func (b *builder) field(form, name, kind, label, value string) page.Field {
	var sent *page.Form
	if b.Sent == form {
		sent = b.Form
	}
	return sent.Field(name, kind, label, value)
}

// choice is a field that lets choose from options.
func (b *builder) choice(form, name, label, value string, options []page.Option) page.Field {
	f := b.field(form, name, "select", label, value)
	f.Options = options
	return f
}

// area is a field of several lines.
func (b *builder) area(form, name, label, value string, rows int) page.Field {
	f := b.field(form, name, "text", label, value)
	f.Rows, f.Lang = rows, "zh-CN"
	return f
}
