package importing

import (
	"html/template"
	"io"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/wording"
)

// Past is the page that shows what a past breakdown would teach.
type Past struct {
	page.Frame
	Folder   page.Folder
	Path     template.URL
	Wrongs   *page.Wrongs
	File     string
	Problems []string
	Says     string
	Rows     []PastRow
	More     string
	Button   string // "" where it teaches nothing
}

// PastRow is a task and who led it, as printed.
type PastRow struct{ Task, Lead, Supporting string }

// pastRows is how many rows are shown.
const pastRows = 30

// NewPast makes the page of a precedent.
func NewPast(frame page.Frame, l *ledger.Ledger, who ledger.Actor, path template.URL, precedent *ledger.Precedent, problems []string) *Past {
	p := &Past{
		Frame:  frame.With(frame.Lang.Text("office.import.past"), page.Sheet, page.FolderStyle, style),
		Folder: page.NewFolder(l, who, page.FolderImport, frame.Lang),
		Path:   path, File: precedent.Name, Problems: problems,
		Says: frame.Lang.Text("office.import.past.says", len(precedent.Rows)),
	}
	if precedent.Year != 0 {
		p.Says = p.T("office.import.past.says.year", precedent.Year, len(precedent.Rows))
	}
	for i, r := range precedent.Rows {
		if i == pastRows {
			p.More = p.T("office.import.past.more", len(precedent.Rows)-pastRows)
			break
		}
		p.Rows = append(p.Rows, PastRow{r.Task, wording.List(r.Lead), wording.List(r.Supporting)})
	}
	if len(precedent.Rows) > 0 {
		p.Button = p.T("office.import.past.button", len(precedent.Rows))
	}
	return p
}

// Render writes the page.
func (p *Past) Render(w io.Writer) error { return compiledPast.Execute(w, p) }
