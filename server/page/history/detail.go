package history

import (
	"html/template"
	"io"
	"strconv"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/wording"
)

// Detail is the page of one command.
type Detail struct {
	page.Frame
	Folder  page.Folder
	Back    page.Link
	Told    string
	Wrongs  *page.Wrongs
	Command Command
	Undo    *Undo  // nil where the reader may not, or it cannot be
	Cannot  string // why it cannot be taken back; "" where it can
}

// Undo is the form that takes a command back.
type Undo struct {
	Action template.URL
	Why    page.Field
}

// NewDetail makes the page of the command c. form is what was typed and
// refused; nil where nothing was.
func NewDetail(frame page.Frame, in Input, c ledger.Command, who ledger.Actor, form *page.Form) *Detail {
	w := writer{in.Words, in.Ledger, in.Accounts, false}
	d := &Detail{
		Frame:  frame.With(frame.Lang.Text("office.history.one", strconv.FormatInt(c.Op(), 10)), page.Sheet, page.FolderStyle, style),
		Folder: page.NewFolder(in.Ledger, who, page.FolderHistory, frame.Lang),
		Back:   page.Link{Label: frame.Lang.Text("office.history.title"), Href: page.LedgerPath(in.Ledger.ID, page.FolderHistory)},
	}
	d.Command = w.command(c, 0)
	switch {
	case !who.May(ledger.EditLedger, in.Ledger, nil):
	case !c.Undoable():
		d.Cannot = d.T("office.undo.cannot")
	default:
		why := form.Field("why", "text", d.T("office.why"), "")
		why.Hint, why.Required = d.T("office.why.hint"), in.Ledger.Stage != ledger.Draft
		d.Undo = &Undo{d.Command.Href + "/undo", why}
	}
	return d
}

// Conflict tells why a command was not taken back: what changed the accounts
// after it.
func (d *Detail) Conflict(in Input, c *ledger.Conflict) {
	w := writer{in.Words, in.Ledger, in.Accounts, false}
	d.Wrongs = &page.Wrongs{Head: d.T("office.undo.conflict")}
	for _, e := range c.Since {
		if e.Kind != ledger.KindAccount {
			continue
		}
		l := w.line(e)
		d.Wrongs.Items = append(d.Wrongs.Items, page.Link{
			Label: d.T("office.undo.since", l.Name, d.Lang.Moment(e.At), w.words.Who(e.Who), w.words.Action(e.Action), changed(l.Changes)),
			Href:  page.LedgerPath(in.Ledger.ID, page.FolderHistory, strconv.FormatInt(e.Op, 10)),
		})
	}
}

// changed names the fields of changes.
func changed(changes []wording.Change) string {
	names := make([]string, len(changes))
	for i, c := range changes {
		names[i] = c.Name
	}
	return wording.List(names)
}

// Render writes the page.
func (d *Detail) Render(w io.Writer) error { return compiledDetail.Execute(w, d) }
