package importing

import (
	"html/template"

	"pledger/export/breakdown"
	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/wording"
)

// Row is one row of the file, or an account without one, and what would be done.
type Row struct {
	At      string // where it stands in the file
	Kind    string // of breakdown.StepKind, for the style
	Word    string // the kind in words
	Number  string
	Href    template.URL // the account; "" of a new one
	Task    string
	Changes []wording.Change
	Notes   []string // problems
}

// row words a step.
func (w *writer) row(s breakdown.Step) Row {
	r := Row{Kind: string(s.Kind), Word: w.words.Text("breakdown.step." + string(s.Kind)), Notes: Texts(s.Problems, w.words.Lang)}
	if s.Row != nil {
		r.At, r.Number, r.Task = s.Row.At.Text(w.words.Lang), s.Row.Number, s.Row.Task
	}
	if a := s.Account; a != nil {
		r.Number, r.Href = a.Number, page.LedgerPath(a.Ledger, "accounts", a.ID)
		if s.Row == nil || s.Kind == breakdown.Changed {
			r.Task = a.Task
		}
	}
	switch s.Kind {
	case breakdown.Changed:
		for _, c := range s.Changes {
			r.Changes = append(r.Changes, w.change(s, c))
		}
	case breakdown.Added:
		r.Changes = w.made(s)
	}
	return r
}

// change is one changed field in words; bodies by the names of the list, so
// that it shows for whom a printed name was taken.
func (w *writer) change(s breakdown.Step, c breakdown.Change) wording.Change {
	out := wording.Change{Name: w.words.Field(string(c.Field)), Before: c.Old, After: c.New}
	switch c.Field {
	case breakdown.Lead:
		out.Before, out.After = w.list(s.Account.Lead), w.list(s.Lead)
	case breakdown.Supporting:
		out.Before, out.After = w.list(s.Account.Supporting), w.list(s.Supporting)
	case breakdown.Category:
		out.Before, out.After = w.words.Category(ledger.Category(c.Old)), w.words.Category(ledger.Category(c.New))
	}
	return out
}

// list are the names of bodies.
func (w *writer) list(codes []string) string { return wording.List(w.words.Names(codes)) }

// made is what a new account would hold besides its task.
func (w *writer) made(s breakdown.Step) (all []wording.Change) {
	for _, f := range []struct{ field, value string }{
		{"lead", w.list(s.Lead)}, {"supporting", w.list(s.Supporting)}, {"leader", s.Row.Leader}, {"deadline", s.Row.Deadline}, {"note", s.Row.Note},
	} {
		if f.value != "" {
			all = append(all, wording.Change{Name: w.words.Field(f.field), After: f.value})
		}
	}
	return all
}
