package board

import (
	"cmp"
	"slices"

	"pledger/ledger"
	"pledger/lexicon"
	"pledger/standing"
)

// memory holds a ledger's accounts and all readings they look at.
type memory struct {
	ledger   *ledger.Ledger
	adjusted map[string][]ledger.Adjustment // what was changed after the ledger was published, by account
	order    []*item                        // the accounts that are listed, in the order of the list
	accounts map[string]*item               // the same by ID
	rules    standing.Rules                 // for lights, those of the government

	own        map[string]places           // readings of accounts, by ID
	indicators places                      // readings of indicators that are looked at
	lookers    map[measure]map[string]bool // the accounts that look at an indicator
}

// item is an account with what is looked up of it again and again.
type item struct {
	*ledger.Account
	own   places // its readings; nil while it has none
	looks []look // of each that its Measured counts
	plans *plans // made when first asked for
	grown *grown // the tree of its first target; nil where none was asked for yet
}

// look is which series one of an account's terms is judged from.
type look struct {
	own       measure
	indicator measure
	indicated bool // it has one
}

// itemOf makes an account's item.
func (m *memory) itemOf(lex *lexicon.Lexicon, a *ledger.Account) *item {
	it := &item{Account: a, own: m.own[a.ID], looks: make([]look, a.Measured())}
	for term := range it.looks {
		it.looks[term].own = measureOf(a.SeriesOf(term))
		if s, ok := a.IndicatorSeriesOf(lex, term); ok {
			it.looks[term].indicator, it.looks[term].indicated = measureOf(s), true
		}
	}
	return it
}

// measure is what readings are values of, wherever: a kind of an indicator's
// value, or one of an account's terms.
type measure struct {
	indicator, kind string
	term            int
}

// measureOf is what a series measures.
func measureOf(s ledger.Series) measure { return measure{s.Indicator, s.Kind, s.Term} }

// places are series by what they measure and where.
type places map[measure]map[string][]*ledger.Reading

// of is the series of a measure in a place, as ledger.Reader's Readings lists it.
func (p places) of(m measure, place string) []*ledger.Reading { return p[m][place] }

// put takes in a reading, or what is now known of one that is there.
func (p places) put(r *ledger.Reading) {
	m := measureOf(r.Series())
	if p[m] == nil {
		p[m] = map[string][]*ledger.Reading{}
	}
	p[m][r.Place] = with(p[m][r.Place], r)
}

// remember reads a ledger.
func remember(r ledger.Reader, lex *lexicon.Lexicon, id ledger.ID) (*memory, error) {
	m := &memory{
		accounts: map[string]*item{}, own: map[string]places{},
		indicators: places{}, lookers: map[measure]map[string]bool{},
	}
	if err := m.head(r, id); err != nil {
		return nil, err
	}
	var err error
	if m.adjusted, err = ledger.Adjustments(r, m.ledger); err != nil {
		return nil, err
	}
	if m.rules, err = standing.RulesOf(r, m.ledger.Place); err != nil {
		return nil, err
	}
	err = r.EachAccount(id, func(a *ledger.Account) bool {
		if m.listed(a) {
			it := m.itemOf(lex, a)
			m.order = append(m.order, it)
			m.accounts[a.ID] = it
			m.look(it)
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	keep := func(reading *ledger.Reading) bool {
		m.keep(reading)
		return true
	}
	if err := r.EachReading(id, keep); err != nil {
		return nil, err
	}
	return m, r.EachReading("", keep)
}

// head reads the ledger's head.
func (m *memory) head(r ledger.Reader, id ledger.ID) (err error) {
	m.ledger, err = r.Ledger(id)
	return err
}

// adjust reads what was changed of an account after the publication.
func (m *memory) adjust(r ledger.Reader, id string) error {
	changes, err := ledger.AdjustmentsOf(r, m.ledger, id)
	if m.adjusted == nil {
		m.adjusted = map[string][]ledger.Adjustment{}
	}
	m.adjusted[id] = changes
	return err
}

// listed reports whether an account has a row: those that count, and those that
// were given up after they had been published（目标调整）.
func (m *memory) listed(a *ledger.Account) bool {
	return a.State.Live() || a.Adjusted(m.adjusted[a.ID])
}

// look notes which indicators an account looks at. It reports whether the
// readings of all of them are in memory: those that nobody looked at were not
// kept.
func (m *memory) look(it *item) (known bool) {
	known = true
	for _, l := range it.looks {
		if !l.indicated {
			continue
		}
		if m.lookers[l.indicator] == nil {
			m.lookers[l.indicator], known = map[string]bool{}, false
		}
		m.lookers[l.indicator][it.ID] = true
	}
	return known
}

// unlook forgets what an account looked at.
func (m *memory) unlook(it *item) {
	for _, l := range it.looks {
		if l.indicated {
			delete(m.lookers[l.indicator], it.ID)
		}
	}
}

// keep takes in a reading, or what is now known of one that is kept, and
// returns the IDs of the accounts that look at it.
func (m *memory) keep(reading *ledger.Reading) []string {
	if reading.Account != "" {
		if reading.Ledger != m.ledger.ID {
			return nil
		}
		if m.own[reading.Account] == nil {
			m.own[reading.Account] = places{}
			if it := m.accounts[reading.Account]; it != nil {
				it.own = m.own[reading.Account]
			}
		}
		m.own[reading.Account].put(reading)
		return []string{reading.Account}
	}
	of := measureOf(reading.Series())
	if m.lookers[of] == nil {
		return nil
	}
	m.indicators.put(reading)
	var ids []string
	for id := range m.lookers[of] {
		ids = append(ids, id)
	}
	return ids
}

// with is a series with one reading more, or with what is now known of it.
func with(series []*ledger.Reading, reading *ledger.Reading) []*ledger.Reading {
	i, found := slices.BinarySearchFunc(series, reading, inSeries)
	if found {
		series = slices.Clone(series) // rows hold the old one
		series[i] = reading
		return series
	}
	if i == len(series) {
		return append(series, reading) // rows hold what is before
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

// readings are those that an account's term is judged from in a place: its own,
// and of other periods those of its indicator.
func (m *memory) readings(lex *lexicon.Lexicon, it *item, term int, place string) []*ledger.Reading {
	l := &it.looks[term]
	own := it.own.of(l.own, place)
	if !l.indicated {
		return own
	}
	others := m.indicators.of(l.indicator, place)
	if len(others) == 0 {
		return own
	}
	return ledger.JoinReadings(own, others, lex, it.Account, term)
}

// replace puts an account's new state in place of its old one. It reports
// whether the readings that it looks at are in memory.
func (m *memory) replace(lex *lexicon.Lexicon, a *ledger.Account) (known bool) {
	if old := m.accounts[a.ID]; old != nil {
		i, _ := slices.BinarySearchFunc(m.order, old, itemsInList)
		m.order = slices.Delete(m.order, i, i+1)
		delete(m.accounts, a.ID)
		m.unlook(old)
	}
	if !m.listed(a) {
		return true
	}
	it := m.itemOf(lex, a)
	i, _ := slices.BinarySearchFunc(m.order, it, itemsInList)
	m.order = slices.Insert(m.order, i, it)
	m.accounts[a.ID] = it
	return m.look(it)
}

// inList is the order of the list.
func inList(a, b *ledger.Account) int {
	return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
}

// itemsInList is inList of their accounts.
func itemsInList(a, b *item) int { return inList(a.Account, b.Account) }
