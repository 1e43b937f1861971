package steps

import (
	_ "embed"
	"html/template"
	"io"

	"pledger/ledger"
	"pledger/server/page"
)

//go:embed steps.html.tmpl
var templateText string

//go:embed steps.css
var css string

var (
	style    = page.NewStyle("steps.css", css)
	compiled = page.Parse("steps", templateText)
)

// Assets are the files that the page refers to, the shared ones left out.
func Assets() []page.Asset { return []page.Asset{style} }

// Page is all that is shown.
type Page struct {
	page.Frame
	Folder    page.Folder
	Wrongs    *page.Wrongs
	Told      string // what was just done; "" for nothing
	Steps     []Step
	Downloads []Download
	Renumber  *Form
	Reopen    *ReopenForm
}

// Download is a file of the breakdown.
type Download struct {
	Href template.URL
	Name string // Word, Excel …
	Hint string
}

// ReopenForm takes a ledger back into drafting, with a reason.
type ReopenForm struct {
	Action template.URL
	Why    page.Field
}

// The formats in which a breakdown is taken away, in the order of the page:
// what offices use most comes first.
var formats = []string{"docx", "xlsx", "csv", "json"}

// New makes the page of l for the actor. form is what was sent with the command
// that was refused, nil where none was.
func New(frame page.Frame, l *ledger.Ledger, c *Counts, who ledger.Actor, form *page.Form) *Page {
	lang := frame.Lang
	p := &Page{
		Frame:  frame.With(lang.Text("office.steps.title"), page.Sheet, page.FolderStyle, style),
		Folder: page.NewFolder(l, who, page.FolderSteps, lang),
	}
	may := func(r ledger.Right) bool { return who.May(r, l, nil) }
	p.Steps = Road(l, c, may, lang)
	for i := range p.Steps {
		if f := p.Steps[i].Form; f != nil && f.Sure != "" {
			f.Wrong = form.Message("sure")
		}
	}
	for _, f := range formats {
		p.Downloads = append(p.Downloads, Download{
			Href: page.LedgerPath(l.ID, "download", f),
			Name: lang.Text("office.download." + f), Hint: lang.Text("office.download." + f + ".hint"),
		})
	}
	if l.Stage == ledger.Draft && l.Issued == "" && may(ledger.EditLedger) && c.Live > 0 {
		p.Renumber = &Form{
			Action: page.LedgerPath(l.ID, "renumber"),
			Hint:   lang.Text("office.steps.renumber.hint"), Button: lang.Text("office.steps.renumber.button"),
		}
	}
	if l.Stage != ledger.Draft && may(ledger.Approve) {
		why := form.Field("why", "text", lang.Text("office.why"), "")
		why.Required, why.Hint = true, lang.Text("office.why.hint")
		p.Reopen = &ReopenForm{page.LedgerPath(l.ID, "reopen"), why}
	}
	return p
}

// Render writes the page.
func (p *Page) Render(w io.Writer) error { return compiled.Execute(w, p) }
