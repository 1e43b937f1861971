package board

import (
	"iter"
	"slices"
	"strings"
	"time"

	"pledger/ledger"
	"pledger/standing"
)

// Day is where the accounts of a ledger stand on a day. It must not be changed.
type Day struct {
	Date string // 2006-01-02
	All  Tally
	// Targets and Tasks are All, parted by category.
	Targets, Tasks Tally

	memory   *memory
	end      time.Time // of the day, by the clock of offices
	rows     map[string]*Row
	sections map[string]*Tally
	bodies   map[string]*Tally
	places   map[string]*Tally
	lists    lists
}

// Row is where one account stands.
type Row struct {
	Account  *ledger.Account
	Standing *standing.Standing  // the worst of Terms
	Terms    []standing.Standing // of each target and of the milestones, as standing.JudgeAll has them
	Readings [][]*ledger.Reading // what Terms were judged from, whatever day they became known
	Places   []*PlaceRow         // of the first of Terms, in the order of their codes
	// Rolled is what the places make of the latest period that any of them has a
	// value for, with those that are missing; nil where none reports. Findings are
	// those of all places.
	Rolled   *standing.Rolled
	Findings []standing.Disagreement

	item  *item
	rolls *rolls
	about float64 // the distance, rounded, of a row at risk
}

// Term is where the account stands with its i-th target, or with its
// standing.Nodes; nil where there was none on the day.
func (r *Row) Term(i int) *standing.Standing {
	for at := range r.Terms {
		if r.Terms[at].Term == i {
			return &r.Terms[at]
		}
	}
	return nil
}

// Read are the readings of the i-th target; none of standing.Nodes.
func (r *Row) Read(i int) []*ledger.Reading {
	if i < 0 || i >= len(r.Readings) {
		return nil
	}
	return r.Readings[i]
}

// Owed are those of Terms without a value that was due（应报未报）, in their order.
func (r *Row) Owed() (all []*standing.Standing) {
	for i := range r.Terms {
		if r.Terms[i].Owed() {
			all = append(all, &r.Terms[i])
		}
	}
	return all
}

// Reporter is the code of the body whose values the account's are: of several
// that lead it the first, who sums up; ledger.NoLead for none.
func (r *Row) Reporter() string {
	if len(r.Account.Lead) == 0 {
		return ledger.NoLead
	}
	return r.Account.Lead[0]
}

// ByPlace reports whether some place has a part of the target or reported: where
// one did, those that did not are missing.
func (r *Row) ByPlace() bool {
	return slices.ContainsFunc(r.Places, func(p *PlaceRow) bool { return p.Target.Known() || p.Standing.Value.Known() })
}

// PlaceRow is where a place stands with its part of an account's target.
type PlaceRow struct {
	Place    string          // GB/T 2260 code
	Above    string          // the place that it counts into
	Target   standing.Number // its part; none where it has none: then it is not judged
	Standing standing.Standing
	Readings []*ledger.Reading
	Rolled   *standing.Rolled // what its own places make; nil where it has none that report
}

// newDay is a day without rows.
func newDay(m *memory, date string) *Day {
	start, err := time.ParseInLocation(time.DateOnly, date, ledger.OfficeTime)
	if err != nil {
		start = time.Time{} // on no day nothing is known
	}
	return &Day{
		Date: date, end: start.AddDate(0, 0, 1), memory: m, rows: make(map[string]*Row, len(m.order)),
		sections: map[string]*Tally{}, bodies: map[string]*Tally{}, places: map[string]*Tally{},
	}
}

// Ledger is the ledger's head.
func (d *Day) Ledger() *ledger.Ledger { return d.memory.ledger }

// Len is how many rows there are.
func (d *Day) Len() int { return len(d.rows) }

// Rows are the rows in the order of the list.
func (d *Day) Rows() iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		for _, a := range d.memory.order {
			if !yield(d.rows[a.ID]) {
				return
			}
		}
	}
}

// Row is that of the account with the ID; nil where it has none.
func (d *Day) Row(account string) *Row { return d.rows[account] }

// Section counts the rows of a section of the report and those below it.
func (d *Day) Section(number string) Tally { return tallyOf(d.sections, number) }

// Body counts the rows that a body leads, by its code; those that nobody leads
// stand under ledger.NoLead.
func (d *Day) Body(code string) Tally { return tallyOf(d.bodies, code) }

// Bodies lists the codes of the bodies that lead a row, in the order of codes.
func (d *Day) Bodies() []string { return counted(d.bodies) }

// Place counts a place's parts of targets, by its code.
func (d *Day) Place(code string) Tally { return tallyOf(d.places, code) }

// Places lists the codes of the places that have a part of a target.
func (d *Day) Places() []string { return counted(d.places) }

// tallyOf is a tally of many; the empty one where there is none.
func tallyOf(of map[string]*Tally, key string) Tally {
	if t := of[key]; t != nil {
		return *t
	}
	return Tally{}
}

// counted lists the keys that count something.
func counted(of map[string]*Tally) []string {
	var keys []string
	for key, t := range of {
		if t.All > 0 {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// put puts a row in the place of the account's old one; nil removes it.
func (d *Day) put(id string, row *Row) {
	old := d.rows[id]
	if old != nil {
		d.count(old, -1)
		delete(d.rows, id)
	}
	if row != nil {
		if x := row.Standing.Distance; x.Known() && row.atRisk() {
			row.about = x.Float64()
		}
		d.count(row, 1)
		d.rows[id] = row
	}
	d.countPlaces(old, row)
	d.lists.touch(id)
}

// countPlaces counts a row's places instead of those of the old one; what both
// have is left alone.
func (d *Day) countPlaces(old, row *Row) {
	var were, are []*PlaceRow
	if old != nil {
		were = old.Places
	}
	if row != nil {
		are = row.Places
	}
	same := len(were) == len(are)
	count := func(all, others []*PlaceRow, n int) {
		for i, p := range all {
			if p.Target.Known() && !(same && others[i] == p) {
				into(d.places, p.Place).add(&p.Standing, n)
			}
		}
	}
	count(were, are, -1)
	count(are, were, 1)
}

// knows reports whether a reading counts on the day.
func (d *Day) knows(r *ledger.Reading) bool {
	return r.Status != ledger.Returned && r.Period.End <= d.Date && r.At.Before(d.end)
}

// count adds a row to all counts it stands in but for those of places, or takes
// it out with n = -1.
func (d *Day) count(row *Row, n int) {
	a, s := row.Account, row.Standing
	d.All.add(s, n)
	if a.Category == ledger.Target {
		d.Targets.add(s, n)
	} else {
		d.Tasks.add(s, n)
	}
	if len(row.Owed()) > 0 {
		d.All.Owed += n
		into(d.bodies, row.Reporter()).Owed += n
	}
	for section := a.Section; section != ""; section = above(section) {
		into(d.sections, section).add(s, n)
	}
	for _, code := range a.Lead {
		into(d.bodies, code).add(s, n)
	}
	if len(a.Lead) == 0 {
		into(d.bodies, ledger.NoLead).add(s, n)
	}
}

// above is the section that a section is part of; "" for none.
func above(section string) string {
	return section[:max(strings.LastIndexByte(section, '/'), 0)]
}

// into is the tally of a key, made where there is none.
func into(of map[string]*Tally, key string) *Tally {
	t := of[key]
	if t == nil {
		t = &Tally{}
		of[key] = t
	}
	return t
}
