package lexicon

import "strings"

// UnitSort（类别）is what rules ask of a unit over and over: its class and some of its dimensions,
// as bits.
type UnitSort uint32

// The classes and those dimensions.
const (
	UnitMeasure  UnitSort = 1 << iota // a measure word: 个, 家
	UnitPlain                         // the class unit: 亩, 吨, 元
	UnitDuration                      // 年, 小时
	UnitRatio                         // 个百分点, 倍
	UnitMoney                         // in whatever currency
	UnitPercent                       // percent or permille
	UnitPoint                         // points of them
	UnitArea
	UnitAge
	UnitRank
	UnitMultiple
	UnitDoubling
	UnitAnniversary
	UnitPerson
	UnitHousehold
	UnitVisit
	UnitThing
	UnitPlace
	UnitEvent
)

// Is reports whether u is of one of sorts; nil is of none.
func (u *Unit) Is(sorts UnitSort) bool { return u != nil && u.Sort&sorts != 0 }

// classSorts are the sorts of classes.
var classSorts = map[string]UnitSort{
	"measure": UnitMeasure, "unit": UnitPlain, "duration": UnitDuration, "ratio": UnitRatio,
}

// dimensionSorts are the sorts of dimensions.
var dimensionSorts = map[string]UnitSort{
	"ratio:percent": UnitPercent, "ratio:permille": UnitPercent, "area": UnitArea, "age": UnitAge, "rank": UnitRank,
	"multiple": UnitMultiple, "doubling": UnitDoubling, "anniversary": UnitAnniversary,
	"count:person": UnitPerson, "count:household": UnitHousehold, "count:visit": UnitVisit, "count:thing": UnitThing,
	"count:place": UnitPlace, "count:event": UnitEvent,
}

// SortOf is the sort of a unit of this class and dimension.
func SortOf(class, dimension string) UnitSort {
	sort := classSorts[class] | dimensionSorts[dimension]
	switch {
	case strings.HasPrefix(dimension, "money"):
		sort |= UnitMoney
	case strings.HasPrefix(dimension, "point"):
		sort |= UnitPoint
	}
	return sort
}
