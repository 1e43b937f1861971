package lexicon

// codes finds records by the codes that ledgers and files keep.
type codes struct {
	indicators map[string]*Indicator
	places     map[string]*Place
}

// indexCodes lists the records that have codes. It is made when first asked
// for: readers of reports ask for none.
func (l *Lexicon) indexCodes() codes {
	c := codes{make(map[string]*Indicator, len(l.Indicators)), make(map[string]*Place, len(l.Places))}
	for i := range l.Indicators {
		c.indicators[l.Indicators[i].Code] = &l.Indicators[i]
	}
	for i := range l.Places {
		if l.Places[i].Code != "" {
			c.places[l.Places[i].Code] = &l.Places[i]
		}
	}
	return c
}

// IndicatorCoded returns the indicator with this code, or nil.
func (l *Lexicon) IndicatorCoded(code string) *Indicator { return l.codes().indicators[code] }

// PlaceCoded returns the place with this GB/T 2260 code, or nil.
func (l *Lexicon) PlaceCoded(code string) *Place { return l.codes().places[code] }
