package opening

import (
	_ "embed"
	"io"

	"pledger/server/page"
)

//go:embed upload.html.tmpl
var uploadText string

//go:embed preview.html.tmpl
var previewText string

//go:embed opening.css
var css string

var (
	style           = page.NewStyle("opening.css", css)
	compiledUpload  = page.Parse("upload", uploadText)
	compiledPreview = page.Parse("preview", previewText)
)

// Assets are the files that the pages refer to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style} }

// Upload is the page that takes a report's file.
type Upload struct {
	page.Frame
	Wrongs *page.Wrongs
}

// NewUpload makes the page. wrong says why a file was not taken; "" where none
// was sent.
func NewUpload(frame page.Frame, wrong string) *Upload {
	u := &Upload{Frame: frame.With(frame.Lang.Text("office.open.title"), page.Sheet, page.FolderStyle, style)}
	if wrong != "" {
		u.Wrongs = &page.Wrongs{Head: u.T("office.open.refused")}
		u.Wrongs.Add(wrong, "file")
	}
	return u
}

// Render writes the page.
func (u *Upload) Render(w io.Writer) error { return compiledUpload.Execute(w, u) }
