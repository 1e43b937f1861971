package board

import (
	"slices"
	"sync"
)

// lists are what is told of a day row by row: they are made when they are first
// asked for, and then follow the rows that change, so that asking again costs
// nothing of the ledger's size. Whoever only reads a day may ask.
type lists struct {
	mu    sync.Mutex
	epoch int      // counts the times when touched was cleared
	log   []string // the accounts whose rows changed since, in their order
	worst worstList
	moves moveList
}

// maxTouched is how many changed rows a list follows one by one; after more it
// is made anew.
const maxTouched = 1000

// touch notes that an account's row changed.
func (l *lists) touch(id string) {
	if len(l.log) == maxTouched {
		l.epoch, l.log = l.epoch+1, l.log[:0]
	}
	l.log = append(l.log, id)
}

// followed is how far a list has followed a day.
type followed struct{ epoch, n int }

// since are the accounts touched after p; ok is false where nobody knows
// any more.
func (l *lists) since(p followed) (ids []string, ok bool) {
	if p.epoch != l.epoch || p.n > len(l.log) {
		return nil, false
	}
	return l.log[p.n:], true
}

// here is the end of the log.
func (l *lists) here() followed { return followed{l.epoch, len(l.log)} }

// worstList are the rows most at risk, the worst first.
type worstList struct {
	made bool
	at   followed
	rows []*Row
	all  bool // no row at risk is left out
}

// keptWorst is how many rows a worstList holds: more than a page shows, so that
// some may get better before it has to be made anew.
const keptWorst = 64

// worstOf are the n rows most at risk, as Worst lists them; n is at most
// keptWorst.
func (d *Day) worstOf(n int) []*Row {
	l := &d.lists
	l.mu.Lock()
	defer l.mu.Unlock()
	w := &l.worst
	touched, ok := l.since(w.at)
	if w.made && ok {
		for _, id := range touched {
			w.follow(id, d.rows[id])
		}
	}
	if !w.made || !ok || len(w.rows) < n && !w.all {
		*w = worstList{made: true, rows: d.scanWorst(keptWorst, nil)}
		w.all = len(w.rows) < keptWorst
	}
	w.at = l.here()
	return slices.Clone(w.rows[:min(n, len(w.rows))])
}

// follow takes in an account's new row; nil where it has none.
func (w *worstList) follow(id string, row *Row) {
	w.rows = slices.DeleteFunc(w.rows, func(r *Row) bool { return r.Account.ID == id })
	if row == nil || !row.atRisk() {
		return
	}
	i, _ := slices.BinarySearchFunc(w.rows, row, riskThenList)
	if i == len(w.rows) && !w.all {
		return // others that are left out may stand before it
	}
	w.rows = slices.Insert(w.rows, i, row)
	if len(w.rows) > keptWorst {
		w.rows, w.all = w.rows[:keptWorst], false
	}
}

// Moves are the accounts whose lights became better, or worse, from one day to
// another, in the order of the list. They must not be changed.
type Moves []Change

// moveList are the moves from another day.
type moveList struct {
	from          *Day
	there, here   followed
	better, worse Moves
}

// Since are the accounts whose lights became better and worse since an earlier
// day of the same board.
func (d *Day) Since(before *Day) (better, worse Moves) {
	if before == d {
		return nil, nil
	}
	l := &d.lists
	l.mu.Lock()
	defer l.mu.Unlock()
	m := &l.moves
	then, ok := before.lists.since(m.there)
	now, ok2 := l.since(m.here)
	if m.from == before && ok && ok2 {
		for _, id := range slices.Concat(then, now) {
			m.follow(id, before.rows[id], d.rows[id])
		}
	} else {
		*m = moveList{from: before}
		for _, c := range Changes(before, d) {
			m.add(c)
		}
	}
	m.there, m.here = before.lists.here(), l.here()
	return slices.Clip(m.better), slices.Clip(m.worse)
}

// add puts a change at the end.
func (m *moveList) add(c Change) {
	if c.Worse() {
		m.worse = append(m.worse, c)
	} else {
		m.better = append(m.better, c)
	}
}

// follow takes in an account's rows of both days, nil where it has none.
func (m *moveList) follow(id string, before, after *Row) {
	without := func(all Moves) Moves { // readers hold the old one
		i := slices.IndexFunc(all, func(c Change) bool { return c.After.Account.ID == id })
		if i < 0 {
			return all
		}
		return slices.Concat(all[:i], all[i+1:])
	}
	m.better, m.worse = without(m.better), without(m.worse)
	if before == nil || after == nil || before.Standing.Light == after.Standing.Light {
		return
	}
	c := Change{before, after}
	all := &m.better
	if c.Worse() {
		all = &m.worse
	}
	i, _ := slices.BinarySearchFunc(*all, c, func(a, b Change) int { return inList(a.After.Account, b.After.Account) })
	*all = slices.Insert(slices.Clone(*all), i, c)
}
