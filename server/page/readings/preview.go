package readings

import (
	"html/template"
	"io"
	"strconv"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/wording"
)

// Limits of what the page lists: what a person looks through; all are counted.
const (
	MaxRows    = 2000 // rows that are new or revisions
	MaxReasons = 200  // rows with a field for their reason
)

// Row is one row of a file and what it would do.
type Row struct {
	N       int    // from 0
	At      string // where it stands
	Step    *ledger.ReadingStep
	Cells   []string            // where each of the step's problems stands
	Account *ledger.Account     // that it is of; nil for an indicator's, or where it is refused
	Given   ledger.GivenReading // as the file has it, for a row that is refused
}

// Input is what the page is made of.
type Input struct {
	Ledger *ledger.Ledger
	Words  *wording.Words
	Path   template.URL // of the page
	File   string
	Rows   []Row // refused and asked about first, then revisions and new ones
	Counts map[ledger.StepKind]int64
	Cut    bool // there are more than Rows
	Digest string
	Form   *page.Form // what was typed; nil for nothing
}

// Preview is the page that shows what a file would do.
type Preview struct {
	page.Frame
	Folder  page.Folder
	Path    template.URL
	File    string
	Changed string // said where the ledger was changed since it was looked at
	Asked   string // said where reasons are still missing
	Totals  []Total
	Rows    []Line
	More    string
	Digest  string
	Button  string // "" where there is nothing to do
	Cannot  string
}

// Total is how many rows do a thing.
type Total struct {
	Word string
	N    int64
	Warn bool
}

// Line is one row in words.
type Line struct {
	At, Kind, Word   string
	Subject          string
	Href             template.URL // of the account; "" for none
	Place, Period    string
	Value, Was, Note string
	Problems         []Problem
	Why              *page.Field // the reason that is asked for
}

// Problem is what is wrong with a cell, or asked about it.
type Problem struct{ Where, Says string }

// ReasonField is the field of the reason for a row.
func ReasonField(row int) string { return "why-" + strconv.Itoa(row) }

// NewPreview makes the page as the actor sees it.
func NewPreview(frame page.Frame, in Input, who ledger.Actor) *Preview {
	p := &Preview{
		Frame:  frame.With(frame.Lang.Text("office.import.preview"), page.Sheet, page.FolderStyle, style),
		Folder: page.NewFolder(in.Ledger, who, page.FolderReporting, frame.Lang),
		Path:   in.Path, File: in.File, Digest: in.Digest,
	}
	for _, k := range ledger.StepKinds() {
		bad := (k == ledger.StepRefused || k == ledger.StepQuestion) && in.Counts[k] > 0
		p.Totals = append(p.Totals, Total{p.T("readings.step." + string(k)), in.Counts[k], bad})
	}
	asked := 0
	for _, r := range in.Rows {
		line := p.line(in, r)
		if typed := in.Form.Value(ReasonField(r.N)); typed != "" || r.Step.Kind == ledger.StepQuestion && asked < MaxReasons {
			asked++
			why := in.Form.Field(ReasonField(r.N), "text", p.T("office.reporting.why"), "")
			why.Lang = "zh-CN"
			line.Why = &why
		}
		p.Rows = append(p.Rows, line)
	}
	if in.Cut {
		p.More = p.T("office.readings.more", len(in.Rows))
	}
	p.button(in)
	return p
}

// button says what can be done.
func (p *Preview) button(in Input) {
	doing := in.Counts[ledger.StepNew] + in.Counts[ledger.StepRevision]
	switch refused, asked := in.Counts[ledger.StepRefused], in.Counts[ledger.StepQuestion]; {
	case refused > 0:
		p.Cannot = p.T("office.readings.cannot", refused)
	case asked > MaxReasons:
		p.Cannot = p.T("office.readings.ask.many", asked)
	case asked > 0:
		p.Asked, p.Button = p.T("office.readings.ask", asked), p.T("office.readings.button.asked")
	case doing == 0:
		p.Cannot = p.T("office.readings.same")
	default:
		p.Button = p.T("office.readings.button", doing)
	}
}

// line words one row.
func (p *Preview) line(in Input, r Row) Line {
	w, s := in.Words, r.Step
	line := Line{At: r.At, Kind: string(s.Kind), Word: p.T("readings.step." + string(s.Kind))}
	for i, problem := range s.Problems {
		line.Problems = append(line.Problems, Problem{r.Cells[i], w.Problem(problem)})
	}
	if s.Reading == nil {
		line.Subject, line.Place, line.Period, line.Value = r.Given.Number, r.Given.Place, r.Given.Period, r.Given.Value+r.Given.Unit
		if line.Subject == "" {
			line.Subject = w.Indicator(r.Given.Indicator)
		}
		if line.Place != "" {
			line.Place = w.Place(line.Place)
		}
		return line
	}
	line.Subject, line.Place, line.Period = Subject(w, s.Reading, r.Account), w.Place(s.Reading.Place), w.Period(s.Reading.Period)
	line.Value, line.Note = w.Reading(s.Reading), s.Reading.Note
	if r.Account != nil {
		line.Href = page.LedgerPath(r.Account.Ledger, "accounts", r.Account.ID)
	}
	if s.Kind == ledger.StepRevision {
		line.Was = w.Reading(s.Was)
	}
	return line
}

// Subject is what a reading is a value of: its account's target, or its indicator.
func Subject(w *wording.Words, r *ledger.Reading, a *ledger.Account) string {
	switch {
	case a != nil && r.Term < len(a.Terms):
		return w.Text("office.readings.account", a.Number, a.Terms[r.Term].Subject)
	case a != nil:
		return w.Text("office.readings.account", a.Number, a.Task)
	}
	name := w.Indicator(r.Indicator)
	if ind := w.Lexicon.IndicatorCoded(r.Indicator); ind != nil && ind.Kind != r.Kind {
		name += " " + w.Kind(r.Kind)
	}
	return name
}

// Render writes the page.
func (p *Preview) Render(w io.Writer) error { return compiledPreview.Execute(w, p) }
