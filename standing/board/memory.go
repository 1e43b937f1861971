package board

import (
	"cmp"
	"slices"

	"pledger/ledger"
	"pledger/lexicon"
)

// memory holds a ledger's accounts and all readings they look at.
type memory struct {
	ledger   *ledger.Ledger
	issued   int64                      // the entry that first published the ledger; 0 for none
	order    []*ledger.Account          // those that are listed, in the order of the list
	accounts map[string]*ledger.Account // the same by ID

	own        map[string]map[ledger.Series][]*ledger.Reading // by account
	indicators map[ledger.Series][]*ledger.Reading
	lookers    map[ledger.Series]map[string]bool // the accounts that look at an indicator's series
}

// remember reads a ledger.
func remember(r ledger.Reader, lex *lexicon.Lexicon, id ledger.ID) (*memory, error) {
	m := &memory{
		accounts: map[string]*ledger.Account{}, own: map[string]map[ledger.Series][]*ledger.Reading{},
		indicators: map[ledger.Series][]*ledger.Reading{}, lookers: map[ledger.Series]map[string]bool{},
	}
	if err := m.head(r, id); err != nil {
		return nil, err
	}
	err := r.EachAccount(id, func(a *ledger.Account) bool {
		if m.listed(a) {
			m.order = append(m.order, a)
			m.accounts[a.ID] = a
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	for _, a := range m.order {
		if err := m.look(r, lex, a); err != nil {
			return nil, err
		}
	}
	err = r.EachReading(id, func(reading *ledger.Reading) bool {
		m.keep(reading)
		return true
	})
	return m, err
}

// head reads the ledger's head, and when it was published.
func (m *memory) head(r ledger.Reader, id ledger.ID) (err error) {
	if m.ledger, err = r.Ledger(id); err != nil || m.ledger.Issued == "" {
		return err
	}
	m.issued = 0
	return r.Entries(id.Journal(), 0, &ledger.Key{Kind: ledger.KindLedger, ID: string(id)}, func(e *ledger.Entry) bool {
		if e.Action == ledger.ActPublish {
			m.issued = e.Seq
		}
		return m.issued == 0
	})
}

// listed reports whether an account has a row: those that count, and those that
// were given up after they had been published（目标调整）.
func (m *memory) listed(a *ledger.Account) bool {
	return a.State.Live() || a.State == ledger.Dropped && m.issued > 0 && a.Version > m.issued
}

// look notes which series of indicators an account looks at, and reads those
// that nobody looked at before.
func (m *memory) look(r ledger.Reader, lex *lexicon.Lexicon, a *ledger.Account) (err error) {
	s, ok := a.IndicatorSeriesOf(lex, 0)
	if !ok {
		return nil
	}
	if m.lookers[s] == nil {
		m.lookers[s] = map[string]bool{}
		if m.indicators[s], err = r.Readings(s); err != nil {
			return err
		}
	}
	m.lookers[s][a.ID] = true
	return nil
}

// keep takes in a reading, or what is now known of one that is kept, and
// returns the accounts that look at it.
func (m *memory) keep(reading *ledger.Reading) []string {
	s := reading.Series()
	if reading.Account != "" {
		if reading.Ledger != m.ledger.ID {
			return nil
		}
		if m.own[reading.Account] == nil {
			m.own[reading.Account] = map[ledger.Series][]*ledger.Reading{}
		}
		m.own[reading.Account][s] = with(m.own[reading.Account][s], reading)
		return []string{reading.Account}
	}
	lookers, ok := m.lookers[s]
	if !ok {
		return nil
	}
	m.indicators[s] = with(m.indicators[s], reading)
	var ids []string
	for id := range lookers {
		ids = append(ids, id)
	}
	return ids
}

// with is a series with one reading more, or with what is now known of it.
func with(series []*ledger.Reading, reading *ledger.Reading) []*ledger.Reading {
	i, found := slices.BinarySearchFunc(series, reading, inSeries)
	if found {
		series = slices.Clone(series) // days hold the old one
		series[i] = reading
		return series
	}
	return slices.Insert(slices.Clip(series), i, reading)
}

// inSeries is the order of ledger.Reader's Readings.
func inSeries(a, b *ledger.Reading) int {
	return cmp.Or(
		cmp.Compare(a.Period.End, b.Period.End), cmp.Compare(a.Period.Start, b.Period.Start), a.Revision-b.Revision,
		cmp.Compare(a.Journal, b.Journal), cmp.Compare(a.Seq, b.Seq),
	)
}

// take takes in what entries are about, and returns the accounts to be judged
// anew.
func (m *memory) take(r ledger.Reader, lex *lexicon.Lexicon, n *news) (map[string]bool, error) {
	dirty := map[string]bool{}
	if n.ledger {
		if err := m.head(r, m.ledger.ID); err != nil {
			return nil, err
		}
	}
	for id := range n.accounts {
		a, err := r.Account(m.ledger.ID, id)
		if err != nil {
			return nil, err
		}
		if err := m.replace(r, lex, a); err != nil {
			return nil, err
		}
		dirty[id] = true
	}
	for _, at := range n.readings {
		reading, err := r.Reading(at.journal, at.seq)
		if err != nil {
			return nil, err
		}
		for _, id := range m.keep(reading) {
			dirty[id] = true
		}
	}
	return dirty, nil
}

// replace puts an account's new state in place of its old one.
func (m *memory) replace(r ledger.Reader, lex *lexicon.Lexicon, a *ledger.Account) error {
	if old := m.accounts[a.ID]; old != nil {
		i, _ := slices.BinarySearchFunc(m.order, old, inList)
		m.order = slices.Delete(m.order, i, i+1)
		delete(m.accounts, a.ID)
		if s, ok := old.IndicatorSeriesOf(lex, 0); ok {
			delete(m.lookers[s], a.ID)
		}
	}
	if !m.listed(a) {
		return nil
	}
	i, _ := slices.BinarySearchFunc(m.order, a, inList)
	m.order = slices.Insert(m.order, i, a)
	m.accounts[a.ID] = a
	return m.look(r, lex, a)
}

// inList is the order of the list.
func inList(a, b *ledger.Account) int {
	return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
}
