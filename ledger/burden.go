package ledger

import (
	"cmp"
	"slices"

	"pledger/lexicon"
)

// Burden（填报负担）is how many values a body is asked for over the plan year.
type Burden struct {
	Body string // code; "" for accounts that nobody leads
	// Asked counts the values that are due at the end of each month, the first for
	// January; Known those among them that nobody has to fill in, because a reading
	// of the indicator tells them.
	Asked, Known [monthsOfYear]int
}

// Total is how many values are due over the year, and how many of them nobody has
// to fill in.
func (b *Burden) Total() (asked, known int) {
	for m := range b.Asked {
		asked += b.Asked[m]
		known += b.Known[m]
	}
	return asked, known
}

// Burdens counts for each body what it is asked for: what it sums up as the first
// lead, and the values of its region where it is a government that owes. They are
// in the order of the bodies' list, those without lead last.
func Burdens(r Reader, lex *lexicon.Lexicon, l *Ledger) ([]*Burden, error) {
	list, err := r.Bodies(l.Place)
	if err != nil {
		return nil, err
	}
	c := &burdens{reader: r, lex: lex, regions: map[string]*Body{}, by: map[string]*Burden{}, told: map[Series]map[string]bool{}}
	order := map[string]int{}
	for i, b := range list {
		order[b.Code] = i + 1
		if b.Region != "" {
			c.regions[b.Region] = b
		}
	}
	var failed error
	err = r.EachAccount(l.ID, func(a *Account) bool {
		if a.Asked() {
			failed = c.add(a)
		}
		return failed == nil
	})
	if err := cmp.Or(failed, err); err != nil {
		return nil, err
	}
	var all []*Burden
	for _, b := range c.by {
		all = append(all, b)
	}
	place := func(b *Burden) int { return cmp.Or(order[b.Body], len(list)+1) }
	slices.SortFunc(all, func(a, b *Burden) int { return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.Body, b.Body)) })
	return all, nil
}

// burdens counts.
type burdens struct {
	reader  Reader
	lex     *lexicon.Lexicon
	regions map[string]*Body // by the place whose government each is
	by      map[string]*Burden
	told    map[Series]map[string]bool // the ends of periods that an indicator's readings tell
}

// add counts the values of one account.
func (c *burdens) add(a *Account) error {
	for term := range a.Measured() {
		for _, place := range a.Places(c.lex, term) {
			told, err := c.toldOf(a, term, place)
			if err != nil {
				return err
			}
			b := c.of(a, place)
			for m := a.Every(); m <= monthsOfYear; m += a.Every() {
				b.Asked[m-1]++
				if told[a.PeriodUntil(term, m).End] {
					b.Known[m-1]++
				}
			}
		}
	}
	return nil
}

// of is the burden of who reports the account's value of a place.
func (c *burdens) of(a *Account, place string) *Burden {
	code := ""
	if len(a.Lead) > 0 {
		code = a.Lead[0]
	}
	if b := c.regions[place]; b != nil && a.Owes(b.Code) {
		code = b.Code
	}
	if c.by[code] == nil {
		c.by[code] = &Burden{Body: code}
	}
	return c.by[code]
}

// toldOf are the ends of the periods that readings of the indicator tell.
func (c *burdens) toldOf(a *Account, term int, place string) (map[string]bool, error) {
	s, ok := a.IndicatorSeriesOf(c.lex, term)
	if !ok {
		return nil, nil
	}
	s.Place = place
	if told, known := c.told[s]; known {
		return told, nil
	}
	readings, err := c.reader.Readings(s)
	told := map[string]bool{}
	for _, r := range readings {
		if r.Status != Returned && (r.Period.Cumulative() || r.Period.Instant()) {
			told[r.Period.End] = true
		}
	}
	c.told[s] = told
	return told, err
}
