package reporting

import (
	"cmp"
	"html/template"
	"slices"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/wording"
)

// Block is one account on the page.
type Block struct {
	ID, Number, Task string
	Href             template.URL
	Rhythm           string
	Rows             []Row
	Nodes            []Node
	Say              *page.Field // nil where nothing of it is to be reported
	Evidence         *Evidence
}

// Row is what is asked of one of the account's targets.
type Row struct {
	Target string // as written; how much is done where there is none
	Period string
	Unit   string
	Cells  []Cell // the first the government's own
}

// Cell is one value.
type Cell struct {
	Place    string // "" where the government's own is the only one
	Last     string // given last time, with its period; "" for nothing
	Returned string // why what was reported was sent back; "" where it was not
	Known    string // what is known, and from whom, where nobody is asked
	Field    *page.Field
	Hint     string // the unit, in words for the field's label
	Why      *page.Field
}

// Evidence is the field for files.
type Evidence struct {
	Field page.Field
	Kept  []string // names of files that were sent before
}

// blocks are the open ones, then those that were reported already.
func (b *builder) blocks() (open, reported []Block) {
	asked := map[string][]*ledger.Ask{}
	for _, asks := range byAccount(b.Asks) {
		asked[asks[0].Account.ID] = asks
	}
	for _, a := range b.accounts() {
		block, isOpen := b.block(a, asked[a.ID])
		if isOpen {
			open = append(open, block)
		} else {
			reported = append(reported, block)
		}
	}
	return open, reported
}

// accounts are those that something is asked of, or that have milestones, in the
// order of the list.
func (b *builder) accounts() []*ledger.Account {
	all := slices.Clone(b.Nodes)
	for _, asks := range byAccount(b.Asks) {
		a := asks[0].Account
		if !slices.ContainsFunc(b.Nodes, func(n *ledger.Account) bool { return n.ID == a.ID }) {
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b *ledger.Account) int { return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID)) })
	return all
}

// byAccount groups asks, which stand in the order of their accounts.
func byAccount(asks []*ledger.Ask) (groups [][]*ledger.Ask) {
	for i, a := range asks {
		if i > 0 && asks[i-1].Account.ID == a.Account.ID {
			groups[len(groups)-1] = append(groups[len(groups)-1], a)
			continue
		}
		groups = append(groups, []*ledger.Ask{a})
	}
	return groups
}

// block is one account's; open says whether something of it is to be reported.
func (b *builder) block(a *ledger.Account, asks []*ledger.Ask) (block Block, open bool) {
	w := b.Words
	block = Block{
		ID: a.ID, Number: a.Number, Task: a.Task, Href: page.LedgerPath(a.Ledger, "accounts", a.ID),
		Rhythm: w.Text("office.reporting.every." + number(a.Every())),
	}
	typed, writable := false, false
	for i, ask := range asks {
		if i == 0 || asks[i-1].Term != ask.Term {
			block.Rows = append(block.Rows, b.row(ask))
		}
		row := &block.Rows[len(block.Rows)-1]
		cell := b.cell(ask, row)
		row.Cells = append(row.Cells, cell)
		open = open || ask.Open()
		writable = writable || cell.Field != nil
		typed = typed || b.Form.Value(ValueField(ask)) != ""
	}
	b.places(&block, asks)
	if slices.ContainsFunc(b.Nodes, func(n *ledger.Account) bool { return n.ID == a.ID }) {
		due := false
		block.Nodes, due = b.nodes(a)
		open = open || due
	}
	if writable || slices.ContainsFunc(block.Nodes, func(n Node) bool { return n.Field != "" }) {
		b.words(&block, a, asks, writable)
	}
	return block, open || b.Form.Refused() && typed
}

// row is the head of what is asked of a target.
func (b *builder) row(ask *ledger.Ask) Row {
	return Row{Period: b.Words.Period(ask.Period), Unit: UnitOf(ask), Target: target(b.Words, ask)}
}

// places names the cells' places where a target has several.
func (b *builder) places(block *Block, asks []*ledger.Ask) {
	for i := range block.Rows {
		cells := block.Rows[i].Cells
		for j := range cells {
			if len(cells) > 1 || asks[j].Place != b.Ledger.Place {
				cells[j].Place = b.Words.Place(asks[j].Place)
			}
		}
		asks = asks[len(cells):]
	}
}

// cell is one value's.
func (b *builder) cell(ask *ledger.Ask, row *Row) Cell {
	w := b.Words
	c := Cell{Hint: w.Text("office.reporting.value", w.Place(ask.Place), row.Target, row.Unit)}
	if ask.Last != nil {
		c.Last = w.Text("office.reporting.last", w.Reading(ask.Last), w.Period(ask.Last.Period))
	}
	if ask.Check != nil {
		c.Returned = w.Text("office.reporting.returned", w.Reading(ask.Returned), ask.Check.Reason)
	}
	if ask.Known {
		c.Known = w.Text("office.reporting.known", w.Reading(ask.Now), ask.Now.Source)
		if ask.Now.Source == "" {
			c.Known = w.Text("office.reporting.known.alone", w.Reading(ask.Now))
		}
		return c
	}
	value := ""
	if ask.Now != nil {
		value = typedIn(ask.Now, row.Unit)
		c.Known = w.Text("office.reporting.reported", w.Reading(ask.Now), w.Text("ledger.reading."+string(ask.Now.Status)))
	}
	f := b.Form.Field(ValueField(ask), "text", c.Hint, value)
	c.Field = &f
	if typed := b.Form.Value(ReasonField(ask)); typed != "" || b.Asking[ReasonField(ask)] {
		why := b.Form.Field(ReasonField(ask), "text", w.Text("office.reporting.why"), "")
		c.Why = &why
	}
	return c
}

// typedIn is a reading's value as it would be typed again into the field.
func typedIn(r *ledger.Reading, unit string) string {
	if r.Typed != "" {
		return r.Typed
	}
	if r.Unit != unit {
		return r.Value + r.Unit
	}
	return r.Value
}

// words gives a block its sentence and, where values can bear them, its files.
func (b *builder) words(block *Block, a *ledger.Account, asks []*ledger.Ask, files bool) {
	said := ""
	for _, ask := range asks {
		if ask.Now != nil && !ask.Known && said == "" {
			said = ask.Now.Note
		}
	}
	say := b.Form.Field(SayField(a), "text", b.Words.Text("office.reporting.say"), said)
	say.Rows, say.Lang = 2, "zh-CN"
	block.Say = &say
	if !files {
		return
	}
	block.Evidence = &Evidence{Field: b.Form.Field(EvidenceField(a), "file", b.Words.Text("office.reporting.evidence"), ""), Kept: b.Kept[a.ID]}
	for _, ask := range asks {
		if ask.Now != nil && !ask.Known {
			for _, e := range ask.Now.Evidence {
				block.Evidence.Kept = append(block.Evidence.Kept, e.Name)
			}
		}
	}
	block.Evidence.Kept = unique(block.Evidence.Kept)
}

// unique drops what stands before.
func unique(names []string) (all []string) {
	seen := map[string]bool{}
	for _, n := range names {
		if !seen[n] {
			seen[n] = true
			all = append(all, n)
		}
	}
	return all
}

// named is a cell with its row's unit, for the template.
type named struct {
	Cell  Cell
	Unit  string
	Wrong string // at the field
}

// Named is the cell with the unit of its row.
func (c Cell) Named(unit string) named {
	n := named{Cell: c, Unit: unit}
	if c.Field != nil {
		n.Wrong = c.Field.Wrong
	}
	return n
}

// Listed joins names as offices do.
func (e *Evidence) Listed() string { return wording.List(e.Kept) }
