package bulletin

import (
	"cmp"

	"pledger/export/standings"
	"pledger/ledger"
	"pledger/standing"
)

// columns are the annex's columns, by the ends of their keys.
var columns = []string{"number", "task", "target", "value", "period", "share", "state"}

// annex is the table of quantified targets, by section.
func (b *builder) annex() {
	table := &Table{}
	for _, c := range columns {
		table.Head = append(table.Head, b.t("column."+c))
	}
	b.targetRows(table, b.t("annex.targets"), func(a *ledger.Account) bool { return a.Category == ledger.Target })
	in := func(section string) func(*ledger.Account) bool {
		return func(a *ledger.Account) bool { return a.Category != ledger.Target && b.sectionOf(a) == section }
	}
	for _, s := range b.Day.Ledger().Sections {
		b.targetRows(table, s.Heading, in(s.Number))
	}
	b.targetRows(table, b.t("tasks.others"), in(""))
	if len(table.Rows) == 0 {
		return
	}
	title := b.t("annex.title")
	b.add(Block{Kind: Note, Text: b.t("annex.note", title)})
	b.add(Block{Kind: Annex, Text: b.t("annex")})
	b.add(Block{Kind: AnnexTop, Text: title})
	b.add(Block{Kind: Rows, Table: table})
}

// targetRows adds the targets of those accounts that of accepts, under a heading.
func (b *builder) targetRows(table *Table, heading string, of func(*ledger.Account) bool) {
	var rows [][]string
	for row := range b.Day.Rows() {
		if len(row.Account.Terms) == 0 || !of(row.Account) {
			continue
		}
		number := row.Account.Number
		for i := range row.Terms {
			if s := &row.Terms[i]; s.Terms != nil {
				rows = append(rows, b.cells(row.Account, number, s))
				number = ""
			}
		}
	}
	if len(rows) > 0 {
		table.Rows = append(append(table.Rows, []string{heading}), rows...)
	}
}

// cells are the table's row of one target.
func (b *builder) cells(a *ledger.Account, number string, s *standing.Standing) []string {
	name := standings.Name(a)
	if len(a.Terms) > 1 {
		name = cmp.Or(s.Terms.Subject, name)
	}
	return []string{number, name, standings.TargetText(s.Terms), standings.Amount(s.Value, s.Terms.Unit), b.period(s), share(s), b.stateLight(s)}
}

// period is what the value covers, or at the end of which month it was taken; ""
// for none.
func (b *builder) period(s *standing.Standing) string {
	switch {
	case !s.Value.Known():
		return ""
	case s.Period.Instant():
		return b.t("month-end", s.Period.Month())
	}
	return standings.SoFar(b.lang, s.Period)
}

// share is how much of a target is done, of amounts only: that a growth of 3%
// is half of 6% means nothing.
func share(s *standing.Standing) string {
	if !s.Share.Known() || s.Terms.Kind == "growth" {
		return ""
	}
	return s.Share.Text() + "%"
}
