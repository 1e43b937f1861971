package audit

import (
	"strconv"
	"strings"

	"pledger/document"
	"pledger/quantity"
	"pledger/statement"
)

// An item is one figure with what the finders ask of its surroundings.
type item struct {
	fig   *statement.Figure
	index int  // in the set's Figures
	at    int  // in the scene's items
	last  bool // it stands in last year's report

	lead     string // the clause before the number, from the number before it
	tail     string // the clause after its unit, up to the next number
	clause   string // the whole clause
	number   string // as it stands, with bound words and unit
	sentence int
	para     int
	core     string // what it is said of, without words of time, place and change
	ind      string // indicator; inherited where the subject was
	weak     bool   // it has no subject of its own
	from, to int    // first and last year of its period; 0 where unknown

	delta bool // an amount of change, no level
	base  bool // a change starts from it
	plan  bool // a plan, target or budget

	average bool // it is a yearly average
	arrives bool // a change leads to it: 增加到
}

// level reports whether it is an amount and no change, plan or enumeration.
func (it *item) level() bool { return it.fig.Kind == statement.Level && !it.delta }

// exact reports whether the text says no word like 约, 多 or 以上 with it.
func (it *item) exact() bool { return it.fig.Quantity.Bound == quantity.Exact }

// about reports whether the text says 约, 左右 or 近 with it.
func (it *item) about() bool { return it.fig.Quantity.Bound == quantity.About }

// fraction reports whether it is a share written without %: 三分之二, 三成.
func (it *item) fraction() bool {
	q := &it.fig.Quantity
	return q.Unit == nil && (q.Form == quantity.Fraction || q.Form == quantity.Tenths || q.Form == quantity.Dual && q.Nominal.Cmp(one) < 0)
}

// dimension is that of the unit; "" where it has none.
func (it *item) dimension() string {
	if it.fig.Quantity.Unit == nil {
		return ""
	}
	return it.fig.Quantity.Unit.Dimension
}

// unit is the unit's name. A fraction's is %, in which value gives it.
func (it *item) unit() string {
	if it.fraction() {
		return unitPercent
	}
	return it.fig.Quantity.UnitName()
}

// value is what the number means, no more exact than written.
func (it *item) value() quantity.Interval {
	if it.fraction() {
		return it.fractionValue()
	}
	return it.fig.Quantity.Value
}

// beyondWords before a fraction make it a lower bound, shortWords an upper one:
// 超过总数的三分之二 has them where the number's own scanner does not look.
var (
	beyondWords = []string{"超过", "超", "突破", "高于", "多于"}
	shortWords  = []string{"不足", "不到", "低于", "少于"}
)

func (it *item) fractionValue() quantity.Interval {
	v := it.fig.Quantity.Value.Mul(quantity.Point(hundred))
	said := quantity.End{Value: it.fig.Quantity.Nominal.Mul(hundred), Kind: quantity.Closed}
	switch {
	case it.fig.Quantity.Bound != quantity.Exact:
	case containsAny(it.lead, beyondWords):
		return quantity.Interval{Lo: said}
	case containsAny(it.lead, shortWords):
		return quantity.Interval{Hi: said}
	}
	return v
}

// widened is the value where the last digit may have been cut instead of
// rounded: one full unit of it either side. Exact counts stay.
func (it *item) widened() quantity.Interval {
	v := it.value()
	if !it.exact() || v.IsPoint() || v.Lo.Kind == quantity.Unbounded || v.Hi.Kind == quantity.Unbounded {
		return v
	}
	places := int(it.fig.Quantity.Places)
	if it.fraction() {
		places += 2
	}
	return v.Widen(quantity.NewDecimal(5, places-1))
}

// same reports whether two items can be figures of one thing.
func same(a, b *item) bool {
	if a.ind != "" && b.ind != "" && a.ind != b.ind {
		return false
	}
	if a.fig.Region != b.fig.Region && a.fig.Region != "" && b.fig.Region != "" {
		return false
	}
	return alike(a.core, b.core)
}

// alike reports whether two subjects are one in longer or shorter words:
// 零售总额 and 社会消费品零售总额.
func alike(x, y string) bool {
	if x == y {
		return x != ""
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) >= shortSubject && strings.HasSuffix(y, x)
}

// shortSubject is how many bytes a subject needs to stand for a longer one:
// four characters.
const shortSubject = 4 * 3

// years reads a period's first and last year.
func years(period string) (from, to int) {
	first, last, span := strings.Cut(period, "/")
	from = leadingYear(first)
	if !span {
		return from, from
	}
	return from, leadingYear(last)
}

// yearDigits is how many digits a calendar year has.
const yearDigits = 4

func leadingYear(s string) int {
	if len(s) < yearDigits {
		return 0
	}
	y, err := strconv.Atoi(s[:yearDigits])
	if err != nil || y < 1000 {
		return 0
	}
	return y
}

// ref points at the item.
func (it *item) ref() Ref { return Ref{it.last, it.index, it.pos()} }

func (it *item) pos() document.Position { return it.fig.Pos }
