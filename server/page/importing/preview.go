package importing

import (
	"html/template"
	"io"

	"pledger/export/breakdown"
	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/wording"
)

// maxRows is how many rows the page shows: a plan with more is no breakdown's.
const maxRows = 2000

// Preview is the page that shows what a file would do to a ledger.
type Preview struct {
	page.Frame
	Folder   page.Folder
	Path     template.URL // of the page
	Wrongs   *page.Wrongs
	Changed  string // said where the ledger was changed since it was looked at
	File     string
	Totals   []Total
	Problems []string // of the file, not of one row
	Unknown  []Unknown
	Rows     []Row
	More     string
	Absent   string // the accounts that the file does not have
	Choices  []page.Option
	Digest   string
	Why      *page.Field // the reason; nil where none is needed
	Button   string      // "" where there is nothing to do
	Cannot   string
}

// Total is how many rows are of a kind.
type Total struct {
	Word string
	N    int
	Warn bool
}

// Input is what the page is made of.
type Input struct {
	Ledger   *ledger.Ledger
	Words    *wording.Words
	Path     template.URL
	File     string
	Problems breakdown.Problems
	Steps    []breakdown.Step
	Unknown  []Unknown
	Choices  Choices
	Form     *page.Form // what was typed and refused; nil for nothing
}

// writer words steps.
type writer struct{ words *wording.Words }

// NewPreview makes the page as the actor sees it.
func NewPreview(frame page.Frame, in Input, who ledger.Actor) *Preview {
	p := &Preview{
		Frame:  frame.With(frame.Lang.Text("office.import.preview"), page.Sheet, page.FolderStyle, style),
		Folder: page.NewFolder(in.Ledger, who, page.FolderImport, frame.Lang),
		Path:   in.Path, File: in.File, Problems: Texts(in.Problems, frame.Lang), Unknown: in.Unknown,
		Digest: breakdown.Digest(in.Steps),
	}
	for name, code := range in.Choices {
		p.Choices = append(p.Choices, page.Option{Value: code, Label: name})
	}
	counts := p.rows(in)
	for _, k := range []breakdown.StepKind{breakdown.Changed, breakdown.Added, breakdown.Unchanged, breakdown.Refused, breakdown.Absent} {
		p.Totals = append(p.Totals, Total{p.Lang.Text("breakdown.step." + string(k)), counts[k], k == breakdown.Refused && counts[k] > 0})
	}
	if in.Ledger.Stage != ledger.Draft {
		why := in.Form.Field("why", "text", p.T("office.why"), "")
		why.Required, why.Hint = true, p.T("office.why.hint")
		p.Why = &why
	}
	switch doing, refused := counts[breakdown.Changed]+counts[breakdown.Added], counts[breakdown.Refused]; {
	case doing == 0 && refused > 0:
		p.Cannot = p.T("office.import.cannot")
	case doing == 0:
		p.Cannot = p.T("office.import.same")
	case refused > 0:
		p.Button = p.T("office.import.button.some", doing, refused)
	default:
		p.Button = p.T("office.import.button", doing)
	}
	return p
}

// rows words the steps that do something, and counts all by kind.
func (p *Preview) rows(in Input) map[breakdown.StepKind]int {
	w := writer{in.Words}
	counts := map[breakdown.StepKind]int{}
	absent := []string{}
	for _, s := range in.Steps {
		counts[s.Kind]++
		switch {
		case s.Kind == breakdown.Absent:
			absent = append(absent, s.Account.Number)
		case s.Kind == breakdown.Unchanged && len(s.Problems) == 0:
		case len(p.Rows) < maxRows:
			p.Rows = append(p.Rows, w.row(s))
		default:
			p.More = p.T("office.import.more", maxRows)
		}
	}
	if n := len(absent); n > 0 {
		const named = 20
		p.Absent = p.T("office.import.absent", n, wording.List(absent[:min(n, named)]))
	}
	return counts
}

// Render writes the page.
func (p *Preview) Render(w io.Writer) error { return compiledPreview.Execute(w, p) }
