package opening

import (
	"strings"

	"pledger/lexicon"
)

// mostPlaces is how many places are offered for a name.
const mostPlaces = 12

// Search lists the places that a name as typed may mean: those that it spells,
// or whose code it is; where there are none, those whose names hold it. They are
// at most a dozen, those of higher level first.
func Search(lex *lexicon.Lexicon, name string) []*lexicon.Place {
	name = strings.Join(strings.Fields(name), "")
	if name == "" {
		return nil
	}
	if exact := lex.PlacesNamed(name); len(exact) > 0 {
		return exact[:min(len(exact), mostPlaces)]
	}
	var found []*lexicon.Place
	for _, level := range []string{"province", "prefecture", "county"} {
		for i := range lex.Places {
			p := &lex.Places[i]
			if p.Level == level && p.Code != "" && len(found) < mostPlaces && holds(p, name) {
				found = append(found, p)
			}
		}
	}
	return found
}

// holds reports whether a name of the place holds a text.
func holds(p *lexicon.Place, text string) bool {
	if strings.Contains(p.Name, text) {
		return true
	}
	for _, a := range p.Aliases {
		if strings.Contains(a, text) {
			return true
		}
	}
	return false
}

// The digits of a code that name the province, and the province's prefecture.
const (
	provinceDigits   = 2
	prefectureDigits = 4
)

// within is where a place lies: 内蒙古自治区包头市; "" for a province.
func within(lex *lexicon.Lexicon, p *lexicon.Place) string {
	name := ""
	for _, digits := range []int{provinceDigits, prefectureDigits} {
		if len(p.Code) != len("000000") {
			continue
		}
		code := p.Code[:digits] + strings.Repeat("0", len(p.Code)-digits)
		if above := lex.PlaceCoded(code); above != nil && code != p.Code {
			name += above.Name
		}
	}
	return name
}
