package board

import (
	"slices"

	"pledger/ledger"
)

// row judges an account on a day.
func (b *Board) row(d *Day, a *item) *Row {
	row := &Row{Account: a.Account, item: a}
	row.rolls = b.rollUp(d, a)
	b.judge(d.Date, row)
	if row.rolls != nil {
		for _, place := range row.rolls.places() {
			row.Places = append(row.Places, b.place(d.Date, row, place))
		}
	}
	return row
}

// judge judges an account's terms in its own place: the first from what its
// places make too, where it did not report itself.
func (b *Board) judge(date string, row *Row) {
	a := row.item
	row.Readings = make([][]*ledger.Reading, a.Measured())
	for term := range row.Readings {
		row.Readings[term] = b.readings(b.lex, a, term, b.ledger.Place)
	}
	readings := row.Readings
	if row.rolls != nil {
		readings = slices.Clone(readings)
		readings[0] = row.rolls.add(readings[0], b.ledger.Place)
	}
	row.Standing, row.Terms = b.plansOf(a).whole.Judge(readings, date)
	if row.rolls != nil {
		row.Rolled, row.Findings = row.rolls.latest(b.ledger.Place), row.rolls.findings()
	}
}

// place judges a place's part of an account. Without a part it has no target to
// be held against.
func (b *Board) place(date string, row *Row, place string) *PlaceRow {
	a := row.item
	p := &PlaceRow{Place: place, Above: row.rolls.tree.Above(place), Readings: b.readings(b.lex, a, 0, place), Rolled: row.rolls.latest(place)}
	if p.Rolled != nil && len(row.rolls.tree.Below(place)) == 0 {
		p.Rolled = nil
	}
	by := b.partOf(a, place, row.rolls.parts[place])
	p.Target = by.target
	p.Standing = by.plan.Judge(row.rolls.add(p.Readings, place), date)
	if !p.Target.Known() {
		p.Standing = p.Standing.WithoutPart()
	}
	return p
}

// renewed is an account's row after something of it changed; nil where it is
// listed no more. What does not depend on the change is that of the old row.
func (b *Board) renewed(d *Day, id string, n *news) *Row {
	a, old := b.accounts[id], d.rows[id]
	switch {
	case a == nil:
		return nil
	case n.all || old == nil || !b.renew(d, old, n.readings):
		return b.row(d, a)
	}
	row := *old
	row.item = a
	b.judge(d.Date, &row)
	if row.rolls == nil {
		return &row
	}
	above := row.rolls.above(n.readings)
	row.Places = slices.Clone(old.Places)
	for i, p := range row.Places {
		if above[p.Place] {
			row.Places[i] = b.place(d.Date, &row, p.Place)
		}
	}
	return &row
}
