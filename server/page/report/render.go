package report

import (
	_ "embed"
	"io"

	"pledger/server/page"
)

//go:embed report.html.tmpl
var templateText string

//go:embed report.css
var css string

//go:embed report.js
var js string

// The page's own files.
var (
	style    = page.NewStyle("report.css", css)
	script   = page.NewScript("report.js", js)
	compiled = page.Parse("report", TextTemplate+templateText)
)

// Assets are the files that the served form refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style, script} }

// Render writes the served form: styles and scripts are files of the server,
// and the filter is a form that leads to p.Action.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }

// WriteStandalone writes the self-contained form: one file that refers to no
// other, carries its own Content Security Policy and works from a disk. Its
// filter needs script; without it the list is complete and legible.
func (p *Page) WriteStandalone(w io.Writer) error {
	q := *p
	q.Standalone, q.Action, q.Home, q.Switch = true, "", "", nil
	return compiled.Execute(w, &q)
}
