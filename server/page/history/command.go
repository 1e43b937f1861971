package history

import (
	"encoding/json"
	"html/template"
	"strconv"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/wording"
)

// Command is one command in words.
type Command struct {
	Href   template.URL
	Open   string // what the way to it is called
	When   string
	Who    string
	Action string
	Why    string // "" where no reason was given
	Count  string // of how many accounts it speaks
	Lines  []Line
	More   string // what is left out; "" for nothing
}

// Line is what a command did to one record.
type Line struct {
	Name    string // 第12项
	Href    template.URL
	Task    string
	New     bool // the command made it
	Changes []wording.Change
}

// Subjects are the IDs of the accounts that the first most lines of the command
// speak of; 0 is all.
func Subjects(c ledger.Command, most int) []string {
	var all []string
	for _, e := range c {
		if e.Kind == ledger.KindAccount && (most == 0 || len(all) < most) {
			all = append(all, e.Subject)
		}
	}
	return all
}

// writer words commands.
type writer struct {
	words    *wording.Words
	ledger   *ledger.Ledger
	accounts map[string]*ledger.Account // by ID, as they stand
	undo     bool                       // the reader may take commands back
}

// command is c in words, with at most so many lines about accounts; 0 is all.
func (w *writer) command(c ledger.Command, most int) Command {
	first := c[0]
	out := Command{
		Href: page.LedgerPath(w.ledger.ID, page.FolderHistory, strconv.FormatInt(c.Op(), 10)),
		When: w.words.Lang.Moment(first.At), Who: w.words.Who(first.Who),
		Action: w.words.Action(first.Action), Why: first.Why,
		Open: w.words.Text("office.history.look"),
	}
	if w.undo && c.Undoable() {
		out.Open = w.words.Text("office.history.open")
	}
	accounts := 0
	for _, e := range c {
		switch {
		case e.Kind != ledger.KindAccount:
			if changes := w.ofLedger(e); len(changes) > 0 {
				out.Lines = append(out.Lines, Line{Name: w.words.Text("office.history.ledger"), Changes: changes})
			}
		case most == 0 || accounts < most:
			out.Lines = append(out.Lines, w.line(e))
			fallthrough
		default:
			accounts++
		}
	}
	if accounts > 0 {
		out.Count = w.words.Text("office.history.accounts", accounts)
	}
	if most > 0 && accounts > most {
		out.More = w.words.Text("office.history.more", accounts-most)
	}
	return out
}

// line is what an entry did to an account.
func (w *writer) line(e *ledger.Entry) Line {
	l := Line{Name: e.Subject, Href: page.LedgerPath(w.ledger.ID, "accounts", e.Subject)}
	if a := w.accounts[e.Subject]; a != nil {
		l.Name, l.Task = w.words.Text("office.history.number", a.Number), a.Task
	}
	for _, c := range e.Changes {
		l.New = l.New || c.Field == "id"
	}
	if !l.New {
		l.Changes = w.words.Changes(e)
	}
	return l
}

// ofLedger is in words what an entry changed of the ledger itself: its stage,
// its title, its day of issue. What else it holds follows from those.
func (w *writer) ofLedger(e *ledger.Entry) []wording.Change {
	if e.Action == ledger.ActOpen {
		return nil
	}
	text := func(raw json.RawMessage) string {
		var s string
		if json.Unmarshal(raw, &s) != nil {
			return ""
		}
		return s
	}
	var all []wording.Change
	for _, c := range e.Changes {
		before, after := text(c.Before), text(c.After)
		switch c.Field {
		case "stage":
			before, after = w.words.Stage(ledger.Stage(before)), w.words.Stage(ledger.Stage(after))
		case "issued":
			before, after = w.words.Lang.Date(before), w.words.Lang.Date(after)
		case "title":
		default:
			continue
		}
		all = append(all, wording.Change{Name: w.words.Text("office.history.field." + c.Field), Before: before, After: after})
	}
	return all
}
