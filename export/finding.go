package export

import (
	"fmt"
	"slices"
	"strings"

	"pledger/audit"
	"pledger/locale"
	"pledger/quantity"
)

// FindingWords says in words, in one language, what the audit found.
type FindingWords struct {
	*audit.Findings
	Lang locale.Lang
}

// Verdict is a relation's result, or the grade of a contradiction.
func (w FindingWords) Verdict(r audit.Relation) string {
	if r.Grade != "" {
		return w.Lang.Text("audit.grade." + string(r.Grade))
	}
	return w.Lang.Text("audit.result." + string(r.Result))
}

// Relation names the kind of relation.
func (w FindingWords) Relation(r audit.Relation) string {
	return w.Lang.Text("audit.code." + string(r.Code))
}

// Figure is a figure as its report writes it, with its unit.
func (w FindingWords) Figure(r audit.Ref) string {
	set := w.Of(r)
	return oneLine(set.Report.Text.Plain(set.Figures[r.Figure].Quantity.Full))
}

// Figures are the figures that take part, as written.
func (w FindingWords) Figures(r audit.Relation) string {
	all := make([]string, len(r.Figures))
	for i, f := range r.Figures {
		all[i] = w.Figure(f)
	}
	return strings.Join(all, w.Lang.Text("audit.comma"))
}

// Line is a relation in one line: verdict, kind and figures.
func (w FindingWords) Line(r audit.Relation) string {
	return w.Lang.Text("audit.verdict", w.Verdict(r), w.Relation(r), w.Figures(r))
}

// A Quote is a sentence with its place.
type Quote struct {
	File string // as the report is named
	At   int    // rune offset of the sentence
	Text string // in one line
}

// String is file:at text.
func (q Quote) String() string { return fmt.Sprintf("%s:%d %s", q.File, q.At, q.Text) }

// Quotes are the sentences that a relation's figures stand in, each once.
func (w FindingWords) Quotes(r audit.Relation) []Quote {
	var out []Quote
	for _, f := range r.Figures {
		text, pos := w.Of(f).Report.Text, w.Sentence(f)
		if q := (Quote{text.Name, pos.Start, oneLine(text.Plain(pos))}); !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	return out
}

// Working is the computation, a step a line.
func (w FindingWords) Working(r audit.Relation) []string {
	steps := r.Working()
	out := make([]string, len(steps))
	for i, st := range steps {
		args := make([]any, len(st.Args))
		for k, arg := range st.Args {
			args[k] = arg
			if amount, ok := arg.(audit.Amount); ok {
				args[k] = w.amount(amount)
			}
		}
		out[i] = w.Lang.Text(st.Key, args...)
	}
	return out
}

// Suspect names the likeliest culprit; "" where there is none.
func (w FindingWords) Suspect(r audit.Relation) string {
	if r.Suspect == nil {
		return ""
	}
	return w.Lang.Text("audit.suspect", w.Of(*r.Suspect).Report.Text.Plain(r.Suspect.Pos))
}

// Summary says how many relations there are and how much of the report they cover.
func (w FindingWords) Summary() string {
	c := audit.CoverageOf(w.This, w.Relations)
	return w.Lang.Text("audit.summary", len(w.Relations), w.Count(audit.Contradicts), w.Count(audit.Holds),
		w.Count(audit.Implied), w.Count(audit.NotComparable), c.Numbers, c.Related, c.Checked)
}

// amount is an interval as a person reads it: [2546.73亿, 2655.54亿] 元.
func (w FindingWords) amount(x audit.Amount) string {
	text := x.Value.String()
	if !x.Value.Empty() {
		for _, e := range []quantity.End{x.Value.Lo, x.Value.Hi} {
			if plain := e.String(); plain != "" {
				text = strings.Replace(text, plain, w.Lang.Number(plain), 1)
			}
		}
	}
	if x.Unit == "" {
		return text
	}
	return text + " " + x.Unit
}

// oneLine is s without line breaks and doubled spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
