package breakdown

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"pledger/export/word"
	"pledger/ledger"
	"pledger/locale"
)

// WriteDocx writes the table as an official document: title, lead sentence, the
// yearly targets, then the tasks under the headings of the report, each with
// its number and its duty in brackets; as an annex the table of quantified
// targets.
func WriteDocx(w io.Writer, t *Table) error {
	p := paper{table: t}
	p.front()
	p.targets()
	p.tasks()
	p.annex()
	return word.Write(w, &word.Document{Title: p.title(), Author: t.Government, Body: p.body})
}

// A paper is the document being written.
type paper struct {
	table   *Table
	body    []word.Block
	numbers word.Headings
	printed []*Row // in the order of the text
}

// say adds a paragraph.
func (p *paper) say(style word.Style, text string) {
	p.body = append(p.body, word.Paragraph{Style: style, Text: text})
}

// title is the table's title, or one made of what it is about.
func (p *paper) title() string {
	if p.table.Title != "" {
		return p.table.Title
	}
	year := ""
	if p.table.Year != 0 {
		year = fmt.Sprint(p.table.Year)
	}
	return locale.ZhCN.Text("breakdown.text.title", year, p.table.Government)
}

// front writes title and lead sentence.
func (p *paper) front() {
	p.say(word.Title, word.BreakTitle(p.title()))
	p.say(word.Blank, "")
	if p.table.Year == 0 {
		p.say(word.Body, locale.ZhCN.Text("breakdown.text.lead-bare"))
		return
	}
	p.say(word.Body, locale.ZhCN.Text("breakdown.text.lead", p.table.Government, p.table.Year))
}

// heading writes a heading with the next number of its level. The report's own
// numbers are not kept: its parts that promise nothing are not in the list.
func (p *paper) heading(level int, text string) {
	number, style := p.numbers.Next(level)
	p.say(style, word.HeadingText(number, text))
}

// item writes one numbered task with its duty.
func (p *paper) item(r *Row) {
	p.printed = append(p.printed, r)
	text := strings.TrimSpace(r.Task)
	if !strings.HasSuffix(text, "。") && !strings.HasSuffix(text, "！") && !strings.HasSuffix(text, "？") {
		text += "。"
	}
	if r.Number != "" {
		text = numbered(r.Number, text)
	}
	p.say(word.Item, text+bracket(r))
}

// targets writes the yearly targets, which come first.
func (p *paper) targets() {
	for _, r := range p.table.Rows {
		if r.Category != ledger.Target {
			continue
		}
		if len(p.printed) == 0 {
			p.heading(1, locale.ZhCN.Text("breakdown.text.targets"))
		}
		p.item(r)
	}
}

// tasks writes the tasks under their headings, those without one last.
func (p *paper) tasks() {
	bySection := map[string][]*Row{}
	holds := map[string]bool{} // sections with tasks in them or below
	for _, r := range p.table.Rows {
		if r.Category == ledger.Target {
			continue
		}
		number := r.Section
		if _, ok := p.table.section(number); !ok {
			number = ""
		}
		bySection[number] = append(bySection[number], r)
		for _, above := range ancestors(number) {
			holds[above] = true
		}
	}
	for _, s := range p.table.Sections {
		if !holds[s.Number] {
			continue
		}
		p.heading(s.Level, cmp.Or(s.Heading, label(s.Number)))
		for _, r := range bySection[s.Number] {
			p.item(r)
		}
	}
	if rest := bySection[""]; len(rest) > 0 {
		if len(p.printed) > 0 {
			p.heading(1, locale.ZhCN.Text("breakdown.text.others"))
		}
		for _, r := range rest {
			p.item(r)
		}
	}
}

// annexWidths are the widths of the annex's columns in millimetres; together
// the text block's 156.
var annexWidths = []int{12, 50, 24, 24, 24, 22}

// annexColumns are the annex's columns, as the national list of 2016 has them
// and the value besides.
var annexColumns = []Column{Number, Task, Target, Lead, Supporting, Deadline}

// annex writes the table of rows that have a value to reach.
func (p *paper) annex() {
	rows := slices.DeleteFunc(slices.Clone(p.printed), func(r *Row) bool { return r.Target == "" })
	if len(rows) == 0 {
		return
	}
	title := locale.ZhCN.Text("breakdown.text.annex-title")
	p.say(word.Blank, "")
	p.say(word.Body, locale.ZhCN.Text("breakdown.text.annex-note", title))
	p.body = append(p.body, word.Paragraph{Style: word.Annex, Text: locale.ZhCN.Text("breakdown.text.annex"), NewPage: true})
	p.say(word.Blank, "")
	p.say(word.AnnexTitle, title)
	p.say(word.Blank, "")
	table := word.Table{Widths: annexWidths, Head: heads(annexColumns)}
	table.Head[slices.Index(annexColumns, Task)] = locale.ZhCN.Text("breakdown.text.annex-task")
	for _, c := range annexColumns {
		table.Centre = append(table.Centre, centred[c])
	}
	for _, r := range rows {
		var cells []string
		for _, c := range annexColumns {
			cells = append(cells, p.table.cell(r, c))
		}
		table.Rows = append(table.Rows, cells)
	}
	p.body = append(p.body, table)
}

// numbered puts the number before a task; a space keeps 7. 5G基站 from being
// read as 7.5.
func numbered(number, task string) string {
	if task != "" && task[0] >= '0' && task[0] <= '9' {
		return number + ". " + task
	}
	return number + "." + task
}
