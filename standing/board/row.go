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
		places := row.rolls.tree.Places()
		room := make([]PlaceRow, len(places))
		row.Places = make([]*PlaceRow, 0, len(places)-1)
		for n := 1; n < len(places); n++ {
			b.place(&room[n], d.Date, row, n)
			row.Places = append(row.Places, &room[n])
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
		readings[0] = row.rolls.add(0)
	}
	row.Standing, row.Terms = b.plansOf(a).whole.Judge(readings, date)
	if row.rolls != nil {
		row.Rolled, row.Findings = row.rolls.latest(0), row.rolls.findings()
	}
}

// place judges a place's part of an account, the place with a number of its tree.
// Without a part it has no target to be held against.
func (b *Board) place(p *PlaceRow, date string, row *Row, n int) {
	r := row.rolls
	place, by := r.tree.Places()[n], &r.judged[n]
	p.Place, p.Above, p.Readings, p.Target = place, r.tree.Above(place), r.read[n], by.target
	if !r.tree.Leaf(n) {
		p.Rolled = r.latest(n)
	}
	p.Standing = by.plan.Judge(r.add(n), date)
	if !p.Target.Known() {
		p.Standing = p.Standing.WithoutPart()
	}
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
			row.Places[i] = new(PlaceRow)
			b.place(row.Places[i], d.Date, &row, i+1)
		}
	}
	return &row
}
