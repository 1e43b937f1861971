package main

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"pledger/audit"
	"pledger/document"
	"pledger/quantity"
)

// A findings writer prints what the audit found, report after report.
type findings interface {
	write(c checked) error
	end() error
}

// newFindings is the writer for a format.
func (a *app) newFindings(w io.Writer, format string) findings {
	switch format {
	case formatJSON:
		return &jsonFindings{app: a, w: w, list: true}
	case formatJSONL:
		return &jsonFindings{app: a, w: w}
	case formatHTML:
		return &htmlFindings{app: a, w: w}
	}
	return &textFindings{app: a, w: w}
}

// severity orders relations for a person: the worst first.
func severity(r audit.Relation) int {
	switch {
	case r.Grade == audit.GradeError:
		return 0
	case r.Grade == audit.GradeRounding:
		return 1
	case r.Result == audit.NotComparable:
		return 2
	case r.Result == audit.Implied:
		return 3
	}
	return 4
}

// worstFirst is rs ordered by severity, each degree in the order of the text.
func worstFirst(rs []audit.Relation) []audit.Relation {
	out := append([]audit.Relation(nil), rs...)
	sort.SliceStable(out, func(i, j int) bool { return severity(out[i]) < severity(out[j]) })
	return out
}

// textFindings prints findings for a person.
type textFindings struct {
	*app
	w io.Writer
}

// write prints one report's findings and how much was checked.
func (p *textFindings) write(c checked) error {
	var b strings.Builder
	fmt.Fprintln(&b, c.set.Report.Text.Name)
	for _, r := range worstFirst(c.relations) {
		fmt.Fprintf(&b, "\n%s\n", p.verdictLine(c, r))
		for _, q := range p.quotes(c, r) {
			fmt.Fprintf(&b, "  %s\n", q)
		}
		for _, line := range p.working(r) {
			fmt.Fprintf(&b, "    %s\n", line)
		}
		if r.Suspect != nil {
			fmt.Fprintf(&b, "    %s\n", p.text("audit.suspect", c.of(*r.Suspect).Report.Text.Slice(r.Suspect.Pos)))
		}
	}
	fmt.Fprintf(&b, "\n%s\n", p.summary(c))
	_, err := io.WriteString(p.w, b.String())
	return err
}

// end has nothing to close.
func (p *textFindings) end() error { return nil }

// verdictLine names the relation, its result and the figures.
func (a *app) verdictLine(c checked, r audit.Relation) string {
	nums := make([]string, len(r.Figures))
	for i, f := range r.Figures {
		set := c.of(f)
		nums[i] = set.Report.Text.Slice(set.Figures[f.Figure].Quantity.Full)
	}
	return a.text("audit.verdict", a.resultName(r), a.text("audit.code."+string(r.Code)), strings.Join(nums, a.text("audit.comma")))
}

// resultName is a relation's result in words.
func (a *app) resultName(r audit.Relation) string {
	if r.Grade != "" {
		return a.text("audit.grade." + string(r.Grade))
	}
	return a.text("audit.result." + string(r.Result))
}

// quotes are the sentences that a relation's figures stand in, each once, with
// the place.
func (a *app) quotes(c checked, r audit.Relation) []string {
	var out []string
	seen := map[string]bool{}
	for _, f := range r.Figures {
		set := c.of(f)
		rep := set.Report
		p := rep.Sentences[rep.Clauses[set.Figures[f.Figure].Clause].Sentence].Pos
		q := fmt.Sprintf("%s:%d %s", rep.Text.Name, p.Start, oneLine(rep.Text.Slice(p)))
		if !seen[q] {
			seen[q] = true
			out = append(out, q)
		}
	}
	return out
}

// working is the computation in words, a step a line.
func (a *app) working(r audit.Relation) []string {
	steps := r.Working()
	out := make([]string, len(steps))
	for i, st := range steps {
		args := make([]any, len(st.Args))
		for k, arg := range st.Args {
			args[k] = arg
			if amount, ok := arg.(audit.Amount); ok {
				args[k] = a.amount(amount)
			}
		}
		out[i] = a.text(st.Key, args...)
	}
	return out
}

// amount is an interval as a person reads it: [2546.73亿, 2655.54亿] 元.
func (a *app) amount(x audit.Amount) string {
	v := x.Value
	text := v.String()
	if !v.Empty() {
		for _, e := range []quantity.End{v.Lo, v.Hi} {
			if plain := e.String(); plain != "" {
				text = strings.Replace(text, plain, human(plain, a.lang), 1)
			}
		}
	}
	if x.Unit == "" {
		return text
	}
	return text + " " + x.Unit
}

// summary says how many relations there are and how much of the report they cover.
func (a *app) summary(c checked) string {
	n := map[audit.Result]int{}
	for _, r := range c.relations {
		n[r.Result]++
	}
	cover := audit.CoverageOf(c.set, c.relations)
	return a.text("audit.summary", len(c.relations), n[audit.Contradicts], n[audit.Holds], n[audit.Implied], n[audit.NotComparable], cover.Numbers, cover.Related, cover.Checked)
}

// sentence is the sentence of a figure in its report.
func (c checked) sentence(f audit.Ref) document.Position {
	set := c.of(f)
	return set.Report.Sentences[set.Report.Clauses[set.Figures[f.Figure].Clause].Sentence].Pos
}
