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

// render writes what the stage asked for makes of t.
func (a *app) render(w io.Writer, f readFlags, t *document.Text) (remark, error) {
	lex, err := a.load()
	if err != nil {
		return remark{}, err
	}
	switch f.stage {
	case stageDocument:
		return remark{}, writeRows(w, f.format, documentRows(t))
	case stageQuantity:
		return remark{}, writeRows(w, f.format, quantityRows(t, lex))
	}
	rep := report.Parse(t)
	if f.stage == stageReport {
		return remark{}, writeRows(w, f.format, reportRows(rep))
	}
	set := statement.Extract(rep, lex)
	return a.remarkOn(set), a.renderSet(w, f.format, set, lex)
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
