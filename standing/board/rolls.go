package board

import (
	"cmp"
	"maps"
	"slices"

	"pledger/ledger"
	"pledger/quantity"
	"pledger/standing"
)

// rolls are the roll-ups of an account's first target on a day: of the latest
// period that any place has a value for, and of every period for which places
// have a value and the ledger's own place has none.
type rolls struct {
	tree    *standing.Tree
	parts   map[string]*ledger.Part
	periods []ledger.Period // by their ends, then starts
	by      map[ledger.Period]*standing.RollUps
}

// rollUp rolls an account's first target up; nil where no place reports and none
// has a part.
func (b *Board) rollUp(d *Day, a *item) *rolls {
	reporting := b.reporting(d, a)
	if len(a.Parts) == 0 && len(reporting) == 0 {
		return nil
	}
	r := &rolls{tree: b.regions.Tree(b.ledger.Place, a.Parts, reporting), parts: make(map[string]*ledger.Part, len(a.Parts)), by: map[ledger.Period]*standing.RollUps{}}
	for i := range a.Parts {
		r.parts[a.Parts[i].Place] = &a.Parts[i]
	}
	r.periods = b.wanted(d, a, r.tree)
	for _, period := range r.periods {
		r.by[period] = standing.RollUpAll(r.tree, b.rolling(a, period), b.says(d.Date, a, r.parts, period))
	}
	return r
}

// reporting lists the places, but for the ledger's own, of which a value of an
// account's first target is known on the day.
func (b *Board) reporting(d *Day, a *item) []string {
	var codes []string
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
func (b *Board) says(date string, a *item, parts map[string]*ledger.Part, period ledger.Period) func(string) standing.Said {
	adds := len(a.Terms) > 0 && standing.Adds(&a.Terms[0])
	return func(place string) standing.Said {
		said := standing.Said{Own: standing.Worth(b.readings(b.lex, a, 0, place), date, period, adds)}
		if part := parts[place]; part != nil && part.Weight != "" {
			if d, err := quantity.ParseDecimal(part.Weight); err == nil {
				said.Weight = quantity.Point(d)
			}
		}
		return said
	}
}

// wanted lists the periods that are rolled up on a day.
func (b *Board) wanted(d *Day, a *item, tree *standing.Tree) []ledger.Period {
	var latest ledger.Period
	periods := map[ledger.Period]bool{}
	for place := range tree.Places() {
		for _, reading := range b.readings(b.lex, a, 0, place) {
			if !d.knows(reading) {
				continue
			}
			if byEnd(latest, reading.Period) < 0 {
				latest = reading.Period
			}
			periods[reading.Period] = true
		}
	}
	own := false
	for _, reading := range b.readings(b.lex, a, 0, b.ledger.Place) {
		if !d.knows(reading) {
			continue
		}
		if own = byEnd(latest, reading.Period) < 0; own {
			latest = reading.Period
		}
		delete(periods, reading.Period)
	}
	if latest.End != "" {
		periods[latest] = true
	}
	return slices.SortedFunc(maps.Keys(periods), byEnd)
}

// byEnd orders periods as readings are listed; of two that end together the
// longer is the later, for it says more.
func byEnd(a, b ledger.Period) int {
	return cmp.Or(cmp.Compare(a.End, b.End), cmp.Compare(b.Start, a.Start))
}

// places lists the places of the tree, but for its root, in the order of codes.
func (r *rolls) places() []string {
	return slices.Sorted(r.tree.Places())
}

// latest is a place's roll-up of the latest period; nil where there is none.
func (r *rolls) latest(place string) *standing.Rolled {
	if len(r.periods) == 0 {
		return nil
	}
	return r.by[r.periods[len(r.periods)-1]].At(place)
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
func (r *rolls) add(readings []*ledger.Reading, place string) []*ledger.Reading {
	if len(r.tree.Below(place)) == 0 {
		return readings
	}
	all := readings[:len(readings):len(readings)]
	for _, period := range r.periods {
		rolled := r.by[period].At(place)
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
		if reading.Term > 0 || reading.Status != ledger.Returned && !d.knows(reading) {
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
		r.by[period].Renew(reading.Place, b.says(d.Date, row.item, r.parts, period))
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
