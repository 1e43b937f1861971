package quantity

import (
	"pledger/document"
	"pledger/lexicon"
)

// context is what the words around a number say of it.
type context struct {
	full document.Position
	cue  *cue
	unit *lexicon.Unit
	text document.Position // of the unit
	part int               // where a 万 or 亿 after 多 stands, 0 none
	half bool              // 半 follows the unit: 三个半月 counts as 3.5
	end  int               // where a connector to another number can stand
}

// quantity appends the number n with its context and returns where to go on.
func (s *scanner) quantity(n *numeral) int {
	c := context{full: document.Position{Start: n.pos.Start, End: n.end}, unit: n.unit}
	negative := s.before(n, &c)
	s.behind(n, &c)
	if n.estimates() && c.unit == nil && n.mult == 0 && n.form == Chinese {
		n.known = false // “十四五”规划, 二三产业: no estimate of anything
	}
	q := s.put(n.pos.Start)
	q.Pos, q.Full, q.Form, q.Places, q.Nominal, q.Unit, q.UnitText = n.pos, c.full, n.form, int32(n.places), n.value, c.unit, c.text
	if c.half {
		if q.Nominal = q.Nominal.Add(NewDecimal(5, -1)); q.Unit.Class == "unit" {
			q.Places = -1 // 一亩半
		}
	}
	if negative {
		q.Nominal, q.Pos.Start = q.Nominal.Neg(), q.Pos.Start-1
	}
	q.mean(n, c.cue)
	me := len(s.out) - 1
	s.pair(me, n, &c)
	s.prev = -1
	if leadsOn(s.at(c.end)) {
		s.prev, s.prevNum, s.prevEnd = me, *n, c.end
	}
	s.parts(&c)
	return s.next(n, &c)
}

// before reads the words and the sign in front of n.
func (s *scanner) before(n *numeral, c *context) (negative bool) {
	i := n.pos.Start
	switch r := s.at(i - 1); {
	case r == '第':
		n.form, c.full.Start = Ordinal, i-1
		return false
	case r == ' ' && s.at(i-2) == '第':
		n.form, c.full.Start = Ordinal, i-2
		return false
	case isMinus(r) && n.form == Digits && s.signs(i-1):
		negative, c.full.Start, i = true, i-1, i-1
	case r == ' ':
		i--
	}
	if k := s.cueBefore(i, n); k != nil {
		c.cue, c.full.Start = k, i-len(k.word)
	} else {
		c.cue = s.cueInClause(i, n)
	}
	return negative
}

// signs reports whether the dash at i is a minus: nothing that it could join
// to the number stands before it.
func (s *scanner) signs(i int) bool {
	r := s.at(i - 1)
	switch {
	case isDash(r), info(r).class != noNumber, r == '%', r == '％', r == '.', r == '年', r == '月':
		return false
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', 'Ａ' <= r && r <= 'Ｚ', 'ａ' <= r && r <= 'ｚ':
		return false
	}
	return s.prev < 0 || s.prevEnd != i
}

// cueBefore is the longest bound word that ends at i, or nil.
func (s *scanner) cueBefore(i int, n *numeral) *cue {
	list := tables.cuesAt(before, s.at(i-1))
	for k := range list {
		w := &list[k]
		if s.spells(i-len(w.word), w.word) && w.counts(n, nil) && !w.denied(s.at(i-len(w.word)-1)) {
			return w
		}
	}
	return nil
}

// clauseReach is how far before its number a word like 至少 may stand.
const clauseReach = 10

// cueInClause looks for a bound word some words before i: 至少建成一处.
func (s *scanner) cueInClause(i int, n *numeral) *cue {
	for j, least := i, max(s.start, i-clauseReach); j > least; j-- {
		r := s.rs[j-1]
		if !tables.has(r, clause.mark()|marksApart) {
			continue
		}
		if endsClause(r) || info(r).class == arabic {
			return nil
		}
		list := tables.cuesAt(clause, r)
		for k := range list {
			w := &list[k]
			if s.spells(j-len(w.word), w.word) && w.counts(n, nil) && !w.denied(s.at(j-len(w.word)-1)) {
				return w
			}
		}
	}
	return nil
}

// cueAfter is the longest bound word at i, or nil.
func (s *scanner) cueAfter(p place, i int, n *numeral, u *lexicon.Unit) *cue {
	list := tables.cuesAt(p, s.at(i))
	for k := range list {
		w := &list[k]
		if s.spells(i, w.word) && w.counts(n, u) && (!w.denied(s.at(i+len(w.word))) || p == inside && s.moreYuan(i+len(w.word), n)) {
			return w
		}
	}
	return nil
}

// moreYuan reports whether 元 at i, behind 多, is the currency: 4300多元, 两百多元,
// but not 3多元 or 10多元化.
func (s *scanner) moreYuan(i int, n *numeral) bool {
	if s.at(i) != '元' || s.at(i+1) == '化' || n.form > Chinese {
		return false
	}
	switch s.at(n.end - 1) {
	case '0', '０', '十', '百', '千', '万', '亿':
		return true
	}
	return false
}

// denied reports whether r beside the word makes it another one.
func (c *cue) denied(r rune) bool {
	for _, u := range c.unless {
		if u == r {
			return true
		}
	}
	return false
}

// counts reports whether the word can be said of n with unit u.
func (c *cue) counts(n *numeral, u *lexicon.Unit) bool {
	switch c.only {
	case "sum":
		return n.form == Digits && n.mult > 0
	case "power":
		return n.power && n.mult > 1
	case "round":
		return n.form == Chinese && n.mult > 0 || n.power
	case "half":
		return n.form == Dual && n.value.Cmp(NewDecimal(5, -1)) == 0
	case "part":
		return n.form == Fraction || n.form == Tenths
	case "duration":
		return u != nil && (u.Class == "duration" || u.Dimension == "multiple" || u.Dimension == "doubling")
	}
	return true
}

// behind reads what follows n: 多, the power after it, the unit, and the bound
// words after that.
func (s *scanner) behind(n *numeral, c *context) {
	i := s.soft(n.end)
	if tables.has(s.at(i), inside.mark()) {
		i = s.boundInside(i, n, c)
	}
	c.end = c.full.End
	if i = s.unit(i, n, c); s.at(i) == ' ' {
		i = s.soft(i)
	}
	if c.cue != nil && c.unit != nil && (c.cue.only == "noyears" && c.unit.Name == "年" || c.cue.only == "nothings" && c.unit.Name == "个") {
		c.cue = nil
	}
	if tables.has(s.at(i), rest.mark()) {
		s.boundAfter(i, n, c)
	}
}

// boundAfter reads the bound words at i, behind the unit of n.
func (s *scanner) boundAfter(i int, n *numeral, c *context) {
	if k := s.cueAfter(rest, i, n, c.unit); k != nil && n.form != Ordinal {
		c.cue, c.full.End = k, i+len(k.word)
		i = s.soft(c.full.End)
	}
	if k := s.cueAfter(after, i, n, c.unit); k != nil && (c.cue == nil || c.cue.bound == About) {
		c.cue, c.full.End = k, i+len(k.word)
	}
}

// boundInside reads the bound word at i, between n and its unit, with the power after it,
// and returns where the unit can stand.
func (s *scanner) boundInside(i int, n *numeral, c *context) int {
	k := s.cueAfter(inside, i, n, nil)
	if k == nil || n.form == Ordinal {
		return i
	}
	c.cue, c.full.End = k, i+len(k.word)
	i = s.soft(c.full.End)
	if in := info(s.at(i)); in.class == hanPower && in.value >= 4 {
		c.part = i
		mult, myriad, end := s.powers(i)
		n.raise(mult, myriad)
		c.full.End, i = end, s.soft(end)
	}
	return i
}

// unit reads the unit of n at i and returns where it ends.
func (s *scanner) unit(i int, n *numeral, c *context) int {
	end := c.full.End
	switch {
	case n.form == Digitals:
		c.unit = s.implied(percent)
		return end
	case n.form == None || n.percent || n.form == Tenths:
		return end
	case s.at(i) == '连' && n.form <= Chinese && info(s.at(i+1)).class == noNumber && s.at(i+1) != '续':
		c.unit = s.implied(years) // 十七连丰
		return end
	case n.form == Dual && n.pos.Len() == 2:
		return end // 一半分布在…, 半数
	case n.form == Ordinal && s.at(n.pos.Start) == '首':
		return end
	}
	if s.at(i) == '个' {
		if end := s.split(i, n, c); end > 0 {
			return end
		}
	}
	u, l := s.unitAt(i)
	if l == 0 || n.form == Ordinal && u.Dimension != "rank" || n.form == Fraction || n.yearLike(s) {
		return end
	}
	c.unit, c.text = u, document.Position{Start: i, End: i + l}
	if u.Dimension == "doubling" {
		n.form = Doubling
	}
	c.full.End, c.end = i+l, i+l
	if s.at(i+l) == '半' && (n.form == Chinese && (u.Dimension == "time:month" || n.pos.Len() == 1 && (u.Class == "unit" || u.Class == classDuration)) || u.Dimension == "multiple") {
		c.half, c.full.End, c.end = true, i+l+1, i+l+1
	}
	return c.full.End
}

// split reads the unit at i, 个, with what parts it or stands in place of 元, and returns where
// it ends; 0 where it is a plain one. 三个半月, 1个多月, 突破10个亿.
func (s *scanner) split(i int, n *numeral, c *context) int {
	end := 0
	switch s.at(i + 1) {
	case '半':
		if u, l := s.unitWithout(i+1, i); l > 1 {
			c.unit, c.half, end = u, true, i+l+1
		}
	case '多', '余':
		if u, l := s.unitWithout(i+1, i); l > 1 && u.Class == classDuration {
			c.unit, n.plus, end = u, true, i+l+1
		}
	case '亿':
		if !s.sumEnds(i + 2) {
			break
		}
		n.raise(hundredMillion, hundredMillion)
		c.unit, end = s.implied(yuan), i+2
	}
	if end > 0 {
		c.text, c.full.End, c.end = document.Position{Start: i, End: end}, end, end
	}
	return end
}

// hundredMillion is the exponent of 亿.
const hundredMillion = 8

// sumEnds reports whether a sum of money that leaves 元 out ends at i: 投资3个亿, but not
// 3个亿元村 and 两个亿吨级港口.
func (s *scanner) sumEnds(i int) bool {
	r := s.at(i)
	return r == 0 || endsClause(r) || r == '以' || r == '左'
}

// unitWithout is the unit spelled at i when the rune at skip is left out, and
// its length without it.
func (s *scanner) unitWithout(skip, i int) (*lexicon.Unit, int) {
	const longest = 4 // 个半小时
	spelling := append([]rune{}, s.rs[i:skip]...)
	spelling = append(spelling, s.rs[skip+1:min(s.end, skip+longest)]...)
	if s.lex == nil {
		return nil, 0
	}
	return s.lex.UnitAt(spelling, 0)
}

// The years that four digits without a unit of measure are taken for.
const (
	firstYear = 1800
	lastYear  = 2199
)

// fourDigits reports whether n can be the number of a year: 2020, 二○三五.
func (n *numeral) fourDigits(s *scanner) bool {
	switch {
	case n.form == Digits && n.digits == yearDigits:
	case n.form == Chinese && n.pos.Len() == yearDigits && info(s.at(n.pos.Start+1)).class != hanPower:
	default:
		return false
	}
	return n.mult == 0 && n.places == 0 && !n.estimates() && n.value.Cmp(NewDecimal(firstYear, 0)) >= 0 && n.value.Cmp(NewDecimal(lastYear, 0)) <= 0
}

// yearLike reports whether n is the number of a year.
func (n *numeral) yearLike(s *scanner) bool {
	if !n.fourDigits(s) {
		return false
	}
	i := s.soft(n.end)
	return s.at(i) == '年' || s.at(i) == '学' && s.at(i+1) == '年'
}

// parts appends the numerals that stand inside the quantity and are no number
// of their own: 万 in 6800多万台, 百 in 个百分点.
func (s *scanner) parts(c *context) {
	if c.part > 0 {
		_, _, end := s.powers(c.part)
		p := document.Position{Start: c.part, End: end}
		q := s.put(p.Start)
		q.Pos, q.Full, q.Form, q.Bound = p, p, Part, Exact
	}
	if !c.text.Valid() {
		return
	}
	for i := c.text.Start + 1; i < c.text.End; i++ {
		if s.rs[i] == '百' {
			p := document.Position{Start: i, End: i + 1}
			q := s.put(p.Start)
			q.Pos, q.Full, q.Form, q.Bound = p, p, Part, Exact
		}
	}
}

// next is where the scan goes on after n: after its unit, so that 百 of 个百分点
// and 半 of 三年半 are not read again.
func (s *scanner) next(n *numeral, c *context) int {
	return max(n.end, c.end)
}
