package main

import (
	"fmt"
	"io"
	"strings"

	"pledger/audit"
	"pledger/export"
	page "pledger/server/page/report"
)

// A findings writer prints what the audit found, report after report.
type findings interface {
	write(f *audit.Findings) error
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

// textFindings prints findings for a person.
type textFindings struct {
	*app
	w io.Writer
}

// write prints one report's findings and how much was checked.
func (p *textFindings) write(f *audit.Findings) error {
	var b strings.Builder
	words := export.FindingWords{Findings: f, Lang: p.lang}
	fmt.Fprintln(&b, f.This.Report.Text.Name)
	for _, r := range f.WorstFirst() {
		fmt.Fprintf(&b, "\n%s\n", words.Line(r))
		for _, q := range words.Quotes(r) {
			fmt.Fprintf(&b, "  %s\n", q)
		}
		for _, line := range words.Working(r) {
			fmt.Fprintf(&b, "    %s\n", line)
		}
		if s := words.Suspect(r); s != "" {
			fmt.Fprintf(&b, "    %s\n", s)
		}
	}
	fmt.Fprintf(&b, "\n%s\n", words.Summary())
	_, err := io.WriteString(p.w, b.String())
	return err
}

// end has nothing to close.
func (p *textFindings) end() error { return nil }

// htmlFindings prints one report as its page, the findings in place.
type htmlFindings struct {
	*app
	w io.Writer
}

// write writes the page.
func (p *htmlFindings) write(f *audit.Findings) error {
	return page.New(f, p.lang).WriteStandalone(p.w)
}

// end has nothing to close.
func (p *htmlFindings) end() error { return nil }
