package ledger

import (
	"html/template"
	"slices"

	"pledger/ledger"
	"pledger/server/chart"
	"pledger/standing"
)

// Count is one of the numbers at the head; it leads to what it counts.
type Count struct {
	Label  string
	N      int
	Href   template.URL
	Chosen bool
	Warn   bool // something is still to be done
}

// counts are the numbers at the head: what stands, what is settled, what lacks.
func (b *builder) counts() []Count {
	t := b.Tally
	if t == nil {
		return nil
	}
	live := t.States[ledger.Proposed] + t.States[ledger.Accepted]
	all := []Count{{b.Words.Text("ledger.count.live"), live, Filter{}.href(b.path), !b.Filter.Narrowed(), false}}
	for _, s := range states {
		f := Filter{State: s}
		if n := t.States[s]; n > 0 || s.Live() {
			all = append(all, Count{b.Words.State(s), n, f.href(b.path), b.Filter.State == s, s == ledger.Proposed && n > 0})
		}
	}
	return append(all, Count{b.Words.Text("ledger.count.nolead"), t.NoLead, Filter{Lead: ledger.NoLead}.href(b.path), b.Filter.Lead == ledger.NoLead, t.NoLead > 0})
}

// Option is one of those that a filter offers.
type Option struct {
	Value  string
	Label  string
	Indent bool
	Chosen bool
}

// Select is one of the filters.
type Select struct {
	Name    string
	Label   string
	All     string // what no choice means
	Options []Option
}

// selects are the filters that offer a choice.
func (b *builder) selects() []Select {
	w, f := b.Words, b.Filter
	section := Select{Name: paramSection, Label: w.Text("ledger.filter.section"), All: w.Text("ledger.filter.all")}
	for _, s := range b.Ledger.Sections {
		section.Options = append(section.Options, Option{s.Number, w.Section(s.Number), s.Level > 1, f.Section == s.Number})
	}
	body := Select{Name: paramBody, Label: w.Text("ledger.filter.body"), All: w.Text("ledger.filter.all")}
	lead := Select{Name: paramLead, Label: w.Text("ledger.filter.lead"), All: w.Text("ledger.filter.all"), Options: []Option{{
		Value: ledger.NoLead, Label: w.Text("ledger.filter.nolead"), Chosen: f.Lead == ledger.NoLead,
	}}}
	for _, x := range w.Bodies() {
		if x.Retired && f.Body != x.Code && f.Lead != x.Code {
			continue
		}
		lead.Options = append(lead.Options, Option{Value: x.Code, Label: x.Name, Chosen: f.Lead == x.Code})
		body.Options = append(body.Options, Option{Value: x.Code, Label: x.Name, Chosen: f.Body == x.Code})
	}
	category := Select{Name: paramCategory, Label: w.Text("ledger.filter.category"), All: w.Text("ledger.filter.all")}
	for _, c := range []ledger.Category{ledger.Target, ledger.Task} {
		category.Options = append(category.Options, Option{Value: string(c), Label: w.Category(c), Chosen: f.Category == c})
	}
	hardness := Select{Name: paramHardness, Label: w.Text("ledger.filter.hardness"), All: w.Text("ledger.filter.all")}
	for _, h := range []ledger.Hardness{ledger.Hard, ledger.Soft} {
		hardness.Options = append(hardness.Options, Option{Value: string(h), Label: w.Hardness(h), Chosen: f.Hardness == h})
	}
	state := Select{Name: paramState, Label: w.Text("ledger.filter.state"), All: w.Text("ledger.filter.live")}
	for _, s := range states {
		state.Options = append(state.Options, Option{Value: string(s), Label: w.State(s), Chosen: f.State == s})
	}
	all := []Select{section, body, category, hardness, state, lead}
	if b.Lit == nil {
		return all
	}
	light := Select{Name: paramLight, Label: w.Text("ledger.filter.light"), All: w.Text("ledger.filter.all")}
	for _, l := range slices.Backward(standing.Lights()) {
		light.Options = append(light.Options, Option{Value: l.String(), Label: chart.Word(w.Lang, l), Chosen: f.Light == l.String()})
	}
	return append(all, light)
}

// Column is a column's head; it leads to the table in its order.
type Column struct {
	Label string
	Class string
	Href  template.URL // "" where one cannot sort by it
	Arrow string       // ↑ or ↓ where the table is in its order
	Sort  string       // ascending or descending, for aria-sort; "" for none
}

// columns are the heads of the table.
func (b *builder) columns() []Column {
	sortable := func(key, class string, by ledger.SortBy) Column {
		c := Column{Label: b.Words.Text(key), Class: class, Href: b.Filter.sorted(by).href(b.path)}
		switch {
		case b.Filter.Sort == by && b.Filter.Reverse:
			c.Arrow, c.Sort = "↓", "descending"
		case b.Filter.Sort == by:
			c.Arrow, c.Sort = "↑", "ascending"
		}
		return c
	}
	return []Column{
		sortable("ledger.column.number", "no", ledger.ByOrder),
		sortable("ledger.column.task", "task", ledger.ByTask),
		{Label: b.Words.Text("ledger.column.target"), Class: "target"},
		sortable("ledger.column.lead", "lead", ledger.ByLead),
		sortable("ledger.column.deadline", "due", ledger.ByDeadline),
		sortable("ledger.column.state", "state", ledger.ByState),
	}
}

// Pager leads from page to page.
type Pager struct {
	Shown            string // which rows of how many
	Prev, Next       template.URL
	At               string // which page of how many
	Long             template.URL
	Path             template.URL
	Hidden           []Hidden
	Pages            int
	LongOn, MoreThan bool
}

// Hidden is a parameter that a form carries along.
type Hidden struct{ Name, Value string }

// pager says where in the list the rows are.
func (b *builder) pager() Pager {
	f, total := b.Filter, b.Found.Total
	pages := f.pages(total)
	from := f.Page*f.rows() + 1
	to := f.Page*f.rows() + len(b.Found.Accounts)
	p := Pager{Pages: pages, At: b.Words.Text("ledger.pager.at", f.Page+1, pages), LongOn: f.Long}
	if len(b.Found.Accounts) == 0 {
		from, to = 0, 0
	}
	p.Shown = b.Words.Text("ledger.pager.shown", from, to, total)
	if f.Page > 0 {
		g := f
		g.Page--
		p.Prev = g.href(b.path)
	}
	if f.Page+1 < pages {
		g := f
		g.Page++
		p.Next = g.href(b.path)
	}
	if total > pageRows || f.Long {
		g := f.first()
		g.Long = !f.Long
		p.Long = g.href(b.path)
	}
	return p
}
