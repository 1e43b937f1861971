package board

import (
	"cmp"
	"slices"

	"pledger/ledger"
	"pledger/quantity"
	"pledger/standing"
)

// rolls are the roll-ups of an account's first target on a day: of the latest
// period that any place has a value for, and of every period for which places
// have a value and the ledger's own place has none.
type rolls struct {
	*grown
	read    [][]*ledger.Reading // what each place's value is judged from, by its number in the tree
	periods []ledger.Period     // by their ends, then starts
	by      map[ledger.Period]*standing.RollUps
}

// grown is an account's tree with what does not depend on readings. It is kept
// while the same places report.
type grown struct {
	tree      *standing.Tree
	reporting []string
	parts     []*ledger.Part // by the number of the place; nil of those without
	judged    []part         // what each is judged by
}

// rollUp rolls an account's first target up; nil where no place reports and none
// has a part.
func (b *Board) rollUp(d *Day, a *item) *rolls {
	reporting := b.reporting(d, a)
	if len(a.Parts) == 0 && len(reporting) == 0 {
		return nil
	}
	r := &rolls{grown: b.grow(a, reporting), by: map[ledger.Period]*standing.RollUps{}}
	r.read = make([][]*ledger.Reading, len(r.parts))
	for n, place := range r.tree.Places() {
		r.read[n] = b.readings(b.lex, a, 0, place)
	}
	r.periods = r.wanted(d)
	for _, period := range r.periods {
		r.by[period] = standing.RollUpAll(r.tree, b.rolling(a, period), r.says(d.Date, a, period))
	}
	return r
}

// grow is the account's tree where these places report.
func (b *Board) grow(a *item, reporting []string) *grown {
	if a.grown != nil && slices.Equal(a.grown.reporting, reporting) {
		return a.grown
	}
	g := &grown{tree: b.regions.Tree(b.ledger.Place, a.Parts, reporting), reporting: reporting}
	places := g.tree.Places()
	g.parts, g.judged = make([]*ledger.Part, len(places)), make([]part, len(places))
	for i := range a.Parts {
		if n, ok := g.tree.Number(a.Parts[i].Place); ok {
			g.parts[n] = &a.Parts[i]
		}
	}
	for n, place := range places {
		g.judged[n] = b.partOf(a, place, g.parts[n])
	}
	a.grown = g
	return g
}

// reporting lists the places, but for the ledger's own, of which a value of an
// account's first target is known on the day.
func (b *Board) reporting(d *Day, a *item) []string {
	var codes []string
	if a.grown != nil { // as many as last time
		codes = make([]string, 0, len(a.grown.reporting))
	}
	add := func(series map[string][]*ledger.Reading) {
		for place, readings := range series {
			if place != b.ledger.Place && slices.ContainsFunc(readings, d.knows) {
				codes = append(codes, place)
			}
		}
	}
	l := &a.looks[0]
	add(a.own[l.own])
	if l.indicated {
		add(b.indicators[l.indicator])
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// rolling says how an account's first target is rolled up.
func (b *Board) rolling(a *item, period ledger.Period) standing.Rolling {
	of := standing.Rolling{Period: period}
	if len(a.Terms) > 0 {
		of.Rule = ledger.PartsRule(&a.Terms[0], b.lex.IndicatorCoded(a.Terms[0].Indicator))
		of.About = a.Terms[0].Kind == "growth"
	}
	return of
}

// says is what each place says of a period by itself.
func (r *rolls) says(date string, a *item, period ledger.Period) func(n int) standing.Said {
	adds := len(a.Terms) > 0 && standing.Adds(&a.Terms[0])
	return func(n int) standing.Said {
		said := standing.Said{Own: standing.Worth(r.read[n], date, period, adds)}
		if part := r.parts[n]; part != nil && part.Weight != "" {
			if d, err := quantity.ParseDecimal(part.Weight); err == nil {
				said.Weight = quantity.Point(d)
			}
		}
		return said
	}
}

// wanted lists the periods that are rolled up on a day.
func (r *rolls) wanted(d *Day) []ledger.Period {
	var periods []ledger.Period // few: those of a year or two
	for _, readings := range r.read[1:] {
		at := -1 // most places report the same periods
		for _, reading := range readings {
			if !d.knows(reading) || at >= 0 && periods[at] == reading.Period {
				continue
			}
			if at++; at == len(periods) || periods[at] != reading.Period {
				at = slices.Index(periods, reading.Period)
			}
			if at < 0 {
				at = len(periods)
				periods = append(periods, reading.Period)
			}
		}
	}
	var latest ledger.Period
	if len(periods) > 0 {
		latest = slices.MaxFunc(periods, byEnd)
	}
	for _, reading := range r.read[0] {
		if !d.knows(reading) {
			continue
		}
		if byEnd(latest, reading.Period) < 0 {
			latest = reading.Period
		}
		if i := slices.Index(periods, reading.Period); i >= 0 {
			periods = slices.Delete(periods, i, i+1)
		}
	}
	if latest.End != "" && !slices.Contains(periods, latest) {
		periods = append(periods, latest)
	}
	slices.SortFunc(periods, byEnd)
	return periods
}

// byEnd orders periods as readings are listed; of two that end together the
// longer is the later, for it says more.
func byEnd(a, b ledger.Period) int {
	return cmp.Or(cmp.Compare(a.End, b.End), cmp.Compare(b.Start, a.Start))
}

// latest is a place's roll-up of the latest period, by its number; nil where there
// is none.
func (r *rolls) latest(n int) *standing.Rolled {
	if len(r.periods) == 0 {
		return nil
	}
	return r.by[r.periods[len(r.periods)-1]].At(n)
}

// findings are those of the latest period.
func (r *rolls) findings() []standing.Disagreement {
	if len(r.periods) == 0 {
		return nil
	}
	return r.by[r.periods[len(r.periods)-1]].Findings()
}

// add adds to what a place reported what its places make of other periods, where
// that is whole.
func (r *rolls) add(n int) []*ledger.Reading {
	if r.tree.Leaf(n) {
		return r.read[n]
	}
	place := r.tree.Places()[n]
	all := slices.Clip(r.read[n])
	for _, period := range r.periods {
		rolled := r.by[period].At(n)
		if rolled == nil || rolled.Own.Known() {
			continue
		}
		if v, ok := rolled.Whole(); ok {
			all = append(all, &ledger.Reading{Place: place, Period: period, Value: middle(v).String(), Revision: 1})
		}
	}
	return all
}

// half is one half.
var half = quantity.NewDecimal(5, -1)

// middle is the middle of an interval: what the places' values make, as they
// were typed.
func middle(v quantity.Interval) quantity.Decimal {
	return v.Lo.Value.Add(v.Hi.Value).Mul(half)
}

// renew takes in the new readings of an account's first target. It reports false
// where other places or periods are to be rolled up than before.
func (b *Board) renew(d *Day, row *Row, readings []*ledger.Reading) bool {
	for _, reading := range readings {
		if reading.Term > 0 {
			continue
		}
		if row.rolls != nil {
			if n, ok := row.rolls.tree.Number(reading.Place); ok {
				row.rolls.read[n] = b.readings(b.lex, row.item, 0, reading.Place)
			}
		}
		if reading.Status != ledger.Returned && !d.knows(reading) {
			continue
		}
		root := reading.Place == b.ledger.Place
		switch rolls := row.rolls; {
		case rolls == nil:
			if !root {
				return false
			}
		case reading.Status == ledger.Returned || !root && rolls.tree.Above(reading.Place) == "":
			return false
		case !b.renewIn(d, row, reading, root):
			return false
		}
	}
	return true
}

// renewIn is renew for one reading where there are roll-ups.
func (b *Board) renewIn(d *Day, row *Row, reading *ledger.Reading, root bool) bool {
	r := row.rolls
	last := len(r.periods) - 1
	at := slices.Index(r.periods, reading.Period)
	switch {
	case at < 0 && last >= 0 && byEnd(reading.Period, r.periods[last]) < 0 && (root || b.reported(d, row.item, reading.Period)):
		return true // the whole was reported, and nothing later depends on it
	case at < 0:
		return false
	case root && at < last: // now that it is reported, it is rolled up no more
		delete(r.by, reading.Period)
		r.periods = slices.Delete(slices.Clone(r.periods), at, at+1)
		return true
	}
	for _, period := range r.periods {
		r.by[period].Renew(reading.Place, r.says(d.Date, row.item, period))
	}
	return true
}

// reported reports whether the ledger's own place reported a period of an
// account's first target, as known on the day.
func (b *Board) reported(d *Day, a *item, period ledger.Period) bool {
	return slices.ContainsFunc(b.readings(b.lex, a, 0, b.ledger.Place), func(r *ledger.Reading) bool {
		return r.Period == period && d.knows(r)
	})
}

// above lists the places of readings and all that they count into.
func (r *rolls) above(readings []*ledger.Reading) map[string]bool {
	all := map[string]bool{}
	for _, reading := range readings {
		for place := reading.Place; place != "" && !all[place]; place = r.tree.Above(place) {
			all[place] = true
		}
	}
	return all
}
