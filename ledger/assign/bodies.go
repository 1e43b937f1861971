package assign

import (
	"cmp"
	"slices"
	"strings"

	"pledger/ledger"
	"pledger/lexicon"
)

// levelOf is the level of the government with a GB/T 2260 code: state,
// province, prefecture or county. Of the four municipalities the districts
// count as prefectures do: their offices are 局 and 委, and so are the city's.
func levelOf(place string) string {
	switch {
	case place == "" || place == "100000" || place == "000000":
		return "state"
	case strings.HasSuffix(place, "0000"):
		return "province"
	case strings.HasSuffix(place, "00"):
		return "prefecture"
	}
	return "county"
}

// municipalities are the heads of the codes of 北京, 天津, 上海 and 重庆: provinces
// whose departments are named as a city's.
var municipalities = map[string]bool{"11": true, "12": true, "31": true, "50": true}

// government is the name of the place with the code, "" where it is not known.
func government(lex *lexicon.Lexicon, place string) string {
	for _, p := range lex.Places {
		if p.Code == place {
			return p.Name
		}
	}
	return ""
}

// DefaultBodies is the list of bodies that the government with the code has by
// custom: 000000, 100000 and "" are the state. Names are as such an office
// prints them, short and without the place (发展改革委, of a banner 农牧局), in the
// customary order of precedence. Bodies of former days are not on it.
func DefaultBodies(lex *lexicon.Lexicon, place string) []*ledger.Body {
	level, name := levelOf(place), government(lex, place)
	if level == "province" && municipalities[place[:2]] {
		level = "prefecture"
	}
	var list []*ledger.Body
	for i := range lex.Bodies {
		b := &lex.Bodies[i]
		printed := b.Printed(level, place, name)
		if b.Rank == 0 || printed == "" {
			continue
		}
		list = append(list, &ledger.Body{Place: place, Code: b.Code, Name: printed,
			Aliases: otherNames(b, printed), Duties: b.Duties, Order: b.Rank})
	}
	sortBodies(list)
	return list
}

// otherNames are the spellings of b but the printed one.
func otherNames(b *lexicon.Body, printed string) []string {
	var names []string
	for _, list := range [][]string{{b.Name}, b.Aliases, b.Also} {
		for _, name := range list {
			if name != printed {
				names = append(names, name)
			}
		}
	}
	return names
}

// sortBodies sorts a list by order, then code.
func sortBodies(list []*ledger.Body) {
	slices.SortStableFunc(list, func(a, b *ledger.Body) int {
		return cmp.Or(a.Order-b.Order, strings.Compare(a.Code, b.Code))
	})
}
