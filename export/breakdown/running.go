package breakdown

import (
	"regexp"
	"strings"

	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/locale"
)

// A paragraph is one paragraph of a document.
type paragraph struct {
	text  string
	level int // of a heading by its style, from 1; 0 for none
	n     int // from 1
}

// running reads the tasks of running text: paragraphs that end with a duty, in
// brackets or in lines of their own below. Headings open sections; other
// paragraphs are prose.
func (r *reader) running(all []paragraph) {
	w := textWalker{reader: r}
	for i := 0; i < len(all); i++ {
		p := all[i]
		for i+1 < len(all) && p.level == 0 && len(p.text) < maxParagraph && dutyOnly(all[i+1].text) {
			i++
			p.text += "\n" + all[i].text
		}
		w.paragraph(p, p.level == 0 || i+1 == len(all) || all[i+1].level > 0 && all[i+1].level <= p.level)
		if len(r.table.Rows) > MaxRows {
			r.fail(Place{Line: p.n}, CodeTooManyRows, MaxRows)
			break
		}
	}
	w.finish()
}

// maxParagraph is how long a paragraph with a task may be, in bytes.
const maxParagraph = ledger.MaxTask*bytesPerRune + maxOwners

// textWalker goes through the paragraphs.
type textWalker struct {
	*reader
	headed  bool // a heading was met
	targets bool // under the heading of the yearly targets
	bare    []paragraph
	leader  bool // a row names a leader; likewise below
	support bool
	dated   bool
}

// itemNumber is the number before a task: 12. or 12-1、 or （三）.
var itemNumber = regexp.MustCompile(`^(?:([0-9０-９]{1,5}(?:[-－—][0-9]{1,4})*)\s*[.．、]\s*|(?:第\s*)?[（(]([一二三四五六七八九十百]{1,5}|[0-9]{1,4})[）)]、?\s*|([一二三四五六七八九十百]{1,5})、\s*)`)

// paragraph reads one paragraph. alone says that nothing stands under it: a
// heading that names who owes it is a task then.
func (w *textWalker) paragraph(p paragraph, alone bool) {
	text := strings.TrimSpace(p.text)
	switch {
	case text == "":
		return
	case len(text) > maxParagraph:
		w.warn(Place{Line: p.n}, CodeNoDuty, shorten(text))
		return
	}
	task, duty, ok := cutDuty(text)
	if ok && task != "" && alone {
		w.task(p, task, duty)
		return
	}
	_, heading, level := splitHeading(text)
	switch {
	case p.level > 0 && level == 0 && !w.headed && w.table.Title == "":
		w.title(text)
	case p.level > 0 || level == 1 || level == 2:
		w.targets = !w.headed && heading == locale.ZhCN.Text("breakdown.text.targets")
		w.headed = true
		w.sections.enter(oneLine(text))
	case itemNumber.MatchString(text):
		w.bare = append(w.bare, p)
	case !w.headed && len(w.table.Rows) == 0 && !strings.HasSuffix(text, "。"):
		w.title(text)
	case w.table.Year == 0 && len(w.table.Rows) == 0:
		w.year(text)
	}
}

// year takes the year that the lead sentence names.
func (r *reader) year(text string) {
	title := r.table.Title
	r.title(text)
	r.table.Title = title
}

// oneLine is a heading without its line breaks.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", "") }

// task keeps one task with its duty.
func (w *textWalker) task(p paragraph, task string, d assign.Duty) {
	row := &Row{Lead: d.Lead, Supporting: d.Supporting, Leader: d.Leader, Deadline: d.Deadline, At: Place{Line: p.n}}
	if m := itemNumber.FindStringSubmatch(task); m != nil {
		row.Number = m[1] + m[2] + m[3]
		task = task[len(m[0]):]
	}
	row.Task = task
	if w.targets {
		row.Category = ledger.Target
	} else {
		row.Category = ledger.Task
	}
	w.leader = w.leader || d.Leader != ""
	w.support = w.support || len(d.Supporting) > 0
	w.dated = w.dated || d.Deadline != ""
	w.add(row)
}

// dutyOnly reports whether a paragraph says who owes the task above it.
func dutyOnly(text string) bool {
	if len(text) > maxOwners {
		return false
	}
	task, _, ok := cutDuty(text)
	return ok && task == ""
}

// finish settles which columns the text has, and tells of numbered paragraphs
// that nobody owes. Where no task says who owes it, the text is no breakdown.
func (w *textWalker) finish() {
	if len(w.table.Rows) == 0 {
		return
	}
	w.table.Columns = []Column{Number, Task, Lead, InSection}
	for i, has := range []bool{w.support, w.leader, w.dated} {
		if has {
			w.table.Columns = append(w.table.Columns, []Column{Supporting, Leader, Deadline}[i])
		}
	}
	targets := false
	for _, r := range w.table.Rows {
		targets = targets || r.Category == ledger.Target
	}
	if targets {
		w.table.Columns = append(w.table.Columns, Category)
	} else {
		for _, r := range w.table.Rows {
			r.Category = "" // nothing says whether there are targets among them
		}
	}
	for _, p := range w.bare {
		w.warn(Place{Line: p.n}, CodeNoDuty, shorten(p.text))
	}
}

// shorten is the beginning of a text, for messages.
func shorten(text string) string {
	const enough = 20
	if rs := []rune(text); len(rs) > enough {
		return string(rs[:enough]) + "…"
	}
	return text
}
