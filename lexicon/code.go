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
	c.places[Nation.Code] = &Nation
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

// Nation is the whole country, which has no row of its own among the places.
var Nation = Place{Code: "000000", Name: "全国", Level: "state"}

// PlacesNamed returns every place with a code that the name spells, province
// first: 内蒙古 and 内蒙古自治区, 鼓楼区 several times. A code names its own place.
func (l *Lexicon) PlacesNamed(name string) []*Place {
	switch name {
	case Nation.Code, Nation.Name, "中国", "国务院", "中华人民共和国":
		return []*Place{&Nation}
	}
	if p := l.PlaceCoded(name); p != nil {
		return []*Place{p}
	}
	rs := []rune(name)
	t, ok := l.At(rs, 0, ClassPlace)
	if !ok || int(t.End) != len(rs) {
		return nil
	}
	var coded []*Place
	for _, p := range l.PlacesOf(t) {
		if p.Code != "" {
			coded = append(coded, p)
		}
	}
	return coded
}
