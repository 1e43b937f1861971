package importing

import (
	_ "embed"
	"html/template"
	"io"

	"pledger/export/breakdown"
	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
)

//go:embed upload.html.tmpl
var uploadText string

//go:embed preview.html.tmpl
var previewText string

//go:embed past.html.tmpl
var pastText string

//go:embed importing.css
var css string

var (
	style           = page.NewStyle("importing.css", css)
	compiledUpload  = page.Parse("upload", uploadText)
	compiledPreview = page.Parse("preview", previewText)
	compiledPast    = page.Parse("past", pastText)
)

// Assets are the files that the pages refer to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style} }

// The values of the field that says what a file is for.
const (
	IntoLedger = "ledger" // its rows change the ledger
	AsPast     = "past"   // it teaches who leads what
)

// Upload is the page that takes a file.
type Upload struct {
	page.Frame
	Folder page.Folder
	Action template.URL
	Past   bool // what was chosen
	Wrongs *page.Wrongs
	Told   string
}

// NewUpload makes the page. wrongs say why a file was not taken.
func NewUpload(frame page.Frame, l *ledger.Ledger, who ledger.Actor, past bool, wrongs ...string) *Upload {
	u := &Upload{
		Frame:  frame.With(frame.Lang.Text("office.import.title"), page.Sheet, page.FolderStyle, style),
		Folder: page.NewFolder(l, who, page.FolderImport, frame.Lang),
		Action: page.LedgerPath(l.ID, page.FolderImport), Past: past,
	}
	if len(wrongs) > 0 {
		u.Wrongs = &page.Wrongs{Head: u.T("office.import.refused")}
		for _, w := range wrongs {
			u.Wrongs.Add(w, "file")
		}
	}
	return u
}

// Texts are problems in words.
func Texts(all breakdown.Problems, lang locale.Lang) []string {
	var out []string
	for _, p := range all {
		out = append(out, p.Text(lang))
	}
	return out
}

// Render writes the page.
func (u *Upload) Render(w io.Writer) error { return compiledUpload.Execute(w, u) }
