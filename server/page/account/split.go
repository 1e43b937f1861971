package account

import (
	"slices"
	"strings"
	"unicode"

	"pledger/document"
	"pledger/ledger"
	"pledger/lexicon"
	"pledger/server/page"
)

// The names of the fields of the forms that split and merge.
const (
	FieldPortions = "portions"
	FieldWith     = "with" // ID@version of an account to be merged into this one
	FieldMerged   = "merged"
	FieldRestored = "restored"
)

// SplitForm is the form that splits: one portion a line.
type SplitForm struct {
	Form
	Portions page.Field
	Clauses  []string // where the script offers to cut
}

// split is that form.
func (b *builder) split() *SplitForm {
	f := &SplitForm{Form: b.form(FormSplit), Clauses: Clauses(b.Account.Task)}
	f.Portions = b.area(FormSplit, FieldPortions, b.Words.Text("account.split.portions"), b.Account.Task, 3)
	f.Portions.Hint = b.Words.Text("account.split.hint")
	return f
}

// Clauses cuts a task behind the marks at which it can be split.
func Clauses(task string) []string {
	var all []string
	start := 0
	for i, r := range task {
		if strings.ContainsRune("，；。、：", r) {
			end := i + len(string(r))
			all = append(all, task[start:end])
			start = end
		}
	}
	if start < len(task) {
		all = append(all, task[start:])
	}
	return all
}

// ReadSplit is the portions typed, each with where it stands in the report if
// its words are there.
func ReadSplit(form *page.Form, text *document.Text, a *ledger.Account) []ledger.Portion {
	var all []ledger.Portion
	after := 0
	for line := range strings.Lines(form.Value(FieldPortions)) {
		line = strings.Trim(strings.TrimSpace(line), "，；。、")
		if line == "" {
			continue
		}
		p := ledger.Portion{Task: line}
		if text != nil {
			if span, ok := Locate(text, a.Spans, line, after); ok {
				p.Spans, after = []ledger.Span{span}, span.End
			}
		}
		all = append(all, p)
	}
	return all
}

// Locate finds words in the text within spans, from a place on; white space and
// width do not count. ok is false where they do not stand there.
func Locate(text *document.Text, spans []ledger.Span, words string, from int) (ledger.Span, bool) {
	want := []rune(strings.Join(strings.Fields(words), ""))
	if len(want) == 0 {
		return ledger.Span{}, false
	}
	runes := text.Runes()
	for _, s := range spans {
		for at := max(s.Start, from); at < min(s.End, len(runes)); at++ {
			if end, ok := matches(runes, at, min(s.End, len(runes)), want); ok {
				return ledger.Span{Start: at, End: end}, true
			}
		}
	}
	return ledger.Span{}, false
}

// matches reports whether want stands at runes[at:], white space left out.
func matches(runes []rune, at, limit int, want []rune) (end int, ok bool) {
	for _, r := range want {
		for at < limit && unicode.IsSpace(runes[at]) {
			at++
		}
		if at >= limit || lexicon.Fold(runes[at]) != lexicon.Fold(r) {
			return 0, false
		}
		at++
	}
	return at, true
}

// MergeForm is the form that merges neighbours into the account.
type MergeForm struct {
	Form
	Neighbours []Neighbour
	Task       page.Field
}

// Neighbour is an account close by in the list.
type Neighbour struct {
	Pick   string // ID@version
	Number string
	Task   string
	Before bool
	Picked bool
}

// merge is that form; nil where the account has no neighbours.
func (b *builder) merge() *MergeForm {
	if len(b.Before)+len(b.After) == 0 {
		return nil
	}
	f := &MergeForm{Form: b.form(FormMerge)}
	picked := func(a *ledger.Account) bool {
		return b.Form != nil && slices.ContainsFunc(b.Form.Values[FieldWith], func(s string) bool { return strings.HasPrefix(s, a.ID+"@") })
	}
	for _, a := range b.Before {
		f.Neighbours = append(f.Neighbours, Neighbour{pick(a), a.Number, a.Task, true, picked(a)})
	}
	for _, a := range b.After {
		f.Neighbours = append(f.Neighbours, Neighbour{pick(a), a.Number, a.Task, false, picked(a)})
	}
	f.Task = b.area(FormMerge, FieldMerged, b.Words.Text("account.merge.task"), "", 2)
	f.Task.Hint = b.Words.Text("account.merge.hint")
	return f
}

// DropForm is the form that drops the account, or takes it up again.
type DropForm struct {
	Form
	Reason page.Field
}

// drop is that form.
func (b *builder) drop(name string) *DropForm {
	f := &DropForm{Form: b.form(name)}
	f.Why = nil
	f.Reason = b.field(name, fieldWhy+name, "text", b.Words.Text("ledger.field.why"), "")
	f.Reason.Required = name == FormDrop || b.Ledger.Stage != ledger.Draft
	return f
}
