package main

import (
	"io"

	"pledger/audit"
	"pledger/document"
	"pledger/export"
	"pledger/lexicon"
	"pledger/report"
	page "pledger/server/page/report"
	"pledger/statement"
)

// extract reads an input through all stages.
func (a *app) extract(in input) (*statement.Set, error) {
	lex, err := a.load()
	if err != nil {
		return nil, err
	}
	t, err := a.read(in)
	if err != nil {
		return nil, err
	}
	return statement.Extract(report.Parse(t), lex), nil
}

// output reads t through the stage asked for; write writes what came of it.
func (a *app) output(f readFlags, t *document.Text, lex *lexicon.Lexicon) (r remark, write func(io.Writer) error) {
	rows := func(list []row) func(io.Writer) error {
		return func(w io.Writer) error { return writeRows(w, f.format, list) }
	}
	switch f.stage {
	case stageDocument:
		return r, rows(documentRows(t))
	case stageQuantity:
		return r, rows(quantityRows(t, lex))
	}
	rep := report.Parse(t)
	if f.stage == stageReport {
		return r, rows(reportRows(rep))
	}
	set := statement.Extract(rep, lex)
	return a.remarkOn(set), func(w io.Writer) error { return a.renderSet(w, f.format, set, lex) }
}

// renderSet writes a whole report in one of the formats.
func (a *app) renderSet(w io.Writer, format string, set *statement.Set, lex *lexicon.Lexicon) error {
	switch format {
	case formatJSONL:
		return export.WriteJSONL(w, set, a.lang)
	case formatCSV:
		return export.WriteCSV(w, set)
	case formatHTML:
		return page.New(audit.Examine(nil, set, lex), a.lang).WriteStandalone(w)
	}
	return a.writeSummary(w, set)
}

// notChinese and otherGenre are the doubts that concern a text as a whole.
const (
	notChinese = "report.not-chinese"
	otherGenre = "report.other-genre"
)

// A remark is what the user must know of a text that may be no work report.
type remark struct {
	message string // "" where there is nothing to say
	failed  bool   // nothing in it could be read
}

// remarkOn says what makes the text as a whole doubtful.
func (a *app) remarkOn(set *statement.Set) remark {
	key := ""
	for _, d := range set.Report.Doubts {
		if d.Code == notChinese || d.Code == otherGenre {
			key = d.Code
			break
		}
	}
	empty := len(set.Figures) == 0 && len(set.Pledges) == 0
	if key == "" && empty {
		key = "cmd.nothing-found"
	}
	if key == "" {
		return remark{}
	}
	return remark{a.text("cmd.remark", set.Report.Text.Name, a.text(key)), empty}
}
