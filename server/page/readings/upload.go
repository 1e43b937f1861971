package readings

import (
	_ "embed"
	"html/template"
	"io"

	"pledger/ledger"
	"pledger/server/page"
)

//go:embed upload.html.tmpl
var uploadText string

//go:embed preview.html.tmpl
var previewText string

//go:embed readings.css
var css string

var (
	style           = page.NewStyle("readings.css", css)
	compiledUpload  = page.Parse("upload", uploadText)
	compiledPreview = page.Parse("preview", previewText)
)

// Assets are the files that the pages refer to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style} }

// Upload is the page that takes a file.
type Upload struct {
	page.Frame
	Folder page.Folder
	Action template.URL
	Wrongs *page.Wrongs
	Told   string
	Lead   string
}

// NewUpload makes the page. wrongs say why a file was not taken.
func NewUpload(frame page.Frame, l *ledger.Ledger, who ledger.Actor, wrongs ...string) *Upload {
	u := &Upload{
		Frame:  frame.With(frame.Lang.Text("office.readings.title"), page.Sheet, page.FolderStyle, style),
		Folder: page.NewFolder(l, who, page.FolderReporting, frame.Lang),
		Action: page.LedgerPath(l.ID, page.FolderReadings), Lead: frame.Lang.Text("office.readings.lead"),
	}
	if !who.May(ledger.EditLedger, l, nil) {
		u.Lead = u.T("office.readings.lead.own")
	}
	if len(wrongs) > 0 {
		u.Wrongs = &page.Wrongs{Head: u.T("office.import.refused")}
		for _, w := range wrongs {
			u.Wrongs.Add(w, "file")
		}
	}
	return u
}

// Render writes the page.
func (u *Upload) Render(w io.Writer) error { return compiledUpload.Execute(w, u) }
