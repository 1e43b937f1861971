package board

import (
	"maps"
	"slices"

	"pledger/ledger"
	"pledger/lexicon"
	"pledger/standing"
)

// Board is a ledger in memory. Many goroutines may read it and its days while
// none calls Advance, or On for a day that it does not have.
type Board struct {
	memory
	lex     *lexicon.Lexicon
	regions *standing.Regions
	heads   map[ledger.Journal]ledger.Head // of the entries taken in: readings of an indicator may come in with any ledger
	days    map[string]*Day
	made    []string // the days, the oldest made first
}

// maxDays is how many days a board keeps up: today, the end of last month, and
// some that people look back at.
const maxDays = 8

// maxFollowed is how many readings of one batch are taken in one by one. A
// larger one is read with all the others: that is faster.
const maxFollowed = 2000

// Load reads a ledger.
func Load(r ledger.Reader, lex *lexicon.Lexicon, id ledger.ID) (*Board, error) {
	b := &Board{lex: lex, regions: standing.NewRegions(lex), days: map[string]*Day{}}
	return b, b.load(r, id)
}

// load reads all anew.
func (b *Board) load(r ledger.Reader, id ledger.ID) error {
	heads, err := r.Heads()
	if err != nil {
		return err
	}
	memory, err := remember(r, b.lex, id)
	if err != nil {
		return err
	}
	b.heads, b.memory = heads, *memory
	for day := range b.days {
		b.days[day] = b.judged(day)
	}
	return nil
}

// Behind reports whether a reader knows entries that the board does not. A board
// that knows more than the reader is not behind.
func (b *Board) Behind(r ledger.Reader) (bool, error) {
	heads, err := r.Heads()
	return err == nil && b.behind(heads), err
}

// behind is Behind for the ends of journals.
func (b *Board) behind(heads map[ledger.Journal]ledger.Head) bool {
	for j, head := range heads {
		if head.Seq > b.heads[j].Seq {
			return true
		}
	}
	return false
}

// Advance takes in the entries that came since, and returns how many accounts
// they judged anew. Where its error is not nil, the board is to be thrown away.
func (b *Board) Advance(r ledger.Reader) (judged int, err error) {
	heads, err := r.Heads()
	if err != nil || !b.behind(heads) {
		return 0, err
	}
	seen := seen{accounts: map[string]bool{}}
	for _, j := range slices.Sorted(maps.Keys(heads)) {
		if heads[j].Seq <= b.heads[j].Seq {
			continue
		}
		if err := b.collect(r, j, &seen); err != nil {
			return 0, err
		}
	}
	changed, known, err := map[string]*news(nil), false, error(nil)
	if !seen.all {
		changed, known, err = b.take(r, &seen)
	}
	switch {
	case err != nil:
		return 0, err
	case !known:
		return len(b.order), b.load(r, b.ledger.ID)
	}
	for j, head := range heads {
		if head.Seq > b.heads[j].Seq {
			b.heads[j] = head
		}
	}
	for _, day := range b.days {
		for id, n := range changed {
			day.put(id, b.renewed(day, id, n))
		}
	}
	return len(changed), nil
}

// news is what is to be judged anew of an account: all of it, or what depends on
// readings.
type news struct {
	all      bool
	readings []*ledger.Reading
}

// take takes in what entries are about, and says what is to be judged anew, by
// account. known is false where readings are missing from memory.
func (b *Board) take(r ledger.Reader, s *seen) (changed map[string]*news, known bool, err error) {
	changed = map[string]*news{}
	of := func(id string) *news {
		if changed[id] == nil {
			changed[id] = &news{}
		}
		return changed[id]
	}
	if s.ledger {
		if err := b.head(r, b.ledger.ID); err != nil {
			return nil, false, err
		}
	}
	for id := range s.accounts {
		a, err := r.Account(b.ledger.ID, id)
		if err != nil {
			return nil, false, err
		}
		if err := b.adjust(r, id); err != nil {
			return nil, false, err
		}
		if !b.replace(b.lex, a) {
			return nil, false, nil
		}
		of(id).all = true
	}
	for _, m := range s.readings {
		reading, err := r.Reading(m.journal, m.seq)
		if err != nil {
			return nil, false, err
		}
		for _, id := range b.keep(reading) {
			of(id).readings = append(of(id).readings, reading)
		}
	}
	return changed, true, nil
}

// seen is what entries are about.
type seen struct {
	all      bool // too much to follow, or what every account depends on
	ledger   bool
	accounts map[string]bool
	readings []mark
}

// mark names a reading.
type mark struct {
	journal ledger.Journal
	seq     int64
}

// collect notes what the new entries of a journal are about. Of other ledgers
// only readings matter, those of indicators.
func (b *Board) collect(r ledger.Reader, j ledger.Journal, s *seen) error {
	var failed error
	err := r.Entries(j, b.heads[j].Seq, nil, func(e *ledger.Entry) bool {
		own := j == b.ledger.ID.Journal()
		switch e.Kind {
		case ledger.KindLedger:
			s.ledger = s.ledger || own
		case ledger.KindAccount:
			if own {
				s.accounts[e.Subject] = true
			}
		case ledger.KindRules:
			s.all = s.all || e.Subject == b.ledger.Place
		case ledger.KindBatch, ledger.KindCheck:
			first, last, err := ledger.ReadingsIn(e)
			if err != nil {
				failed = err
				return false
			}
			if last-first >= maxFollowed {
				s.all = true
				return false
			}
			for seq := first; seq <= last; seq++ {
				s.readings = append(s.readings, mark{j, seq})
			}
		}
		return true
	})
	if failed != nil {
		return failed
	}
	return err
}

// Has reports whether the days are kept up, so that On makes nothing.
func (b *Board) Has(days ...string) bool {
	return !slices.ContainsFunc(days, func(day string) bool { return b.days[day] == nil })
}

// On is the board on a day, 2006-01-02: what was known by its end. A day that
// Has is only looked up; of many the one made first is forgotten.
func (b *Board) On(day string) *Day {
	if b.days[day] != nil {
		return b.days[day]
	}
	if len(b.made) == maxDays {
		delete(b.days, b.made[0])
		b.made = slices.Delete(b.made, 0, 1)
	}
	b.made = append(b.made, day)
	b.days[day] = b.judged(day)
	return b.days[day]
}

// judged judges every account on the day.
func (b *Board) judged(date string) *Day {
	d := newDay(&b.memory, date)
	for _, a := range b.order {
		d.put(a.ID, b.row(d, a))
	}
	return d
}
