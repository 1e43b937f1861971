package quantity

import "pledger/document"

// pair joins the number at me with the one before it, where the two are the
// ends of a range (3至5个) or share a unit (3个和5个工作日).
func (s *scanner) pair(me int, n *numeral, c *context) {
	if s.prev < 0 || s.out[s.prev].RangeWith != 0 {
		return
	}
	gap := unspaced(s.rs[s.prevEnd:max(s.prevEnd, s.out[me].Full.Start)])
	switch {
	case len(gap) == 0 || len(gap) > 2:
	case s.joins(gap), gap[0] == '、' && s.adjoins(me, n):
		s.span(me, n)
	case len(gap) == 1 && lists(gap[0]):
		s.share(me, c)
		s.lend(me, n)
	}
}

// leadsOn reports whether what joins a number to the next can begin with r, behind it.
func leadsOn(r rune) bool {
	return r == ' ' || r == '至' || r == '到' || lists(r) || isDash(r)
}

// unspaced is gap without the blanks at its ends: 3 至 5个.
func unspaced(gap []rune) []rune {
	for len(gap) > 1 && gap[0] == ' ' {
		gap = gap[1:]
	}
	for len(gap) > 1 && gap[len(gap)-1] == ' ' {
		gap = gap[:len(gap)-1]
	}
	return gap
}

// joins reports whether gap stands between the ends of a range.
func (s *scanner) joins(gap []rune) bool {
	if gap[0] == '至' || gap[0] == '到' {
		switch s.at(s.out[s.prev].Full.Start - 1) {
		case '由', '从', '自':
			return false
		}
		return len(gap) == 1
	}
	for _, r := range gap {
		if !isDash(r) {
			return false
		}
	}
	return true
}

// adjoins reports whether the number before me and n, which 、 parts, are the ends of an
// estimate: 两、三倍, 四、五十亿元, 百分之二、三; but not 二、三类 and 第二、三产业.
func (s *scanner) adjoins(me int, n *numeral) bool {
	a, b, m := &s.out[s.prev], &s.out[me], &s.prevNum
	if n.form != Chinese && n.form != Tenths || m.mult > 0 || m.form != Chinese && !m.percent || m.pos.Len() != 1 || n.estimates() {
		return false
	}
	first, next := m.end-1, n.pos.Start
	if s.at(first) == '一' && n.mult == 0 || !s.follow(first, next) {
		return false
	}
	switch r := s.at(m.pos.Start - 1); {
	case r == 0, isSpace(r), r == '、', endsClause(r) && r != '，', info(r).class != noNumber:
		return false
	}
	switch after := s.at(b.Full.End); {
	case after == '、' && info(s.at(b.Full.End+1)).class != noNumber, after == '产':
		return false // 二、三、四期
	case m.percent:
		return b.Unit == nil && n.mult == 0
	case n.form == Tenths:
		return true
	}
	return b.Unit != nil && a.Unit == nil && (n.mult > 0 || s.at(first) == '两' || !s.orders(b.UnitText.Start))
}

// orders reports whether the measure word at i is one that the numerals before it number and
// do not count: 二、三期.
func (s *scanner) orders(i int) bool {
	switch s.at(i) {
	case '期', '届', '级', '类', '型', '号', '批', '次', '季', '月', '日', '名', '位', '条':
		return true
	}
	return false
}

// lists reports whether r joins two numbers of one unit.
func lists(r rune) bool {
	switch r {
	case '和', '、', '及', '与', '或':
		return true
	}
	return false
}

// span makes the number before me and me the ends of a range, if they can be.
func (s *scanner) span(me int, n *numeral) {
	a, b, m := &s.out[s.prev], &s.out[me], &s.prevNum
	if !m.known || !n.known || m.fourDigits(s) && n.fourDigits(s) && b.Unit == nil || a.Form == Ordinal ||
		a.Bound == Over || a.Bound == Under || m.estimates() || n.estimates() {
		return
	}
	switch s.at(s.soft(max(n.end, b.Full.End))) {
	case '月', '日', '号':
		return
	}
	if m.percent && b.Unit == nil {
		b.Unit = a.Unit
	}
	if a.Unit != nil && a.Unit != b.Unit {
		return
	}
	lo, places := a.Nominal, int(a.Places)
	if k := lends(m, n); k > 0 && lo.shift(k).Cmp(b.Nominal) < 0 {
		lo, places = lo.shift(k), places+k
	}
	if n.form == Tenths && m.form == Chinese {
		lo, places, a.Form = lo.shift(-1), places-1, Tenths // 三、四成
	}
	if lo.Cmp(b.Nominal) >= 0 {
		return
	}
	a.Value = Between(lo, b.Nominal)
	b.Value = a.Value
	a.Nominal, b.Nominal, a.Places = lo, lo, int32(places)
	a.Unit, a.Bound, b.Bound = b.Unit, Range, Range
	if !a.UnitText.Valid() {
		a.UnitText = b.UnitText
	}
	a.RangeWith, b.RangeWith = int8(me-s.prev), int8(s.prev-me)
}

// myriad is the exponent of 万, from which on a power can serve two numbers.
const myriad = 4

// lends is the exponent of the power at the end of n that serves m too: 万 in
// 8~10万 and in 十到二十万, 百万 in 三至五百万; 0 where m has its own.
func lends(m, n *numeral) int {
	switch {
	case m.mult == 0 && (m.form == Digits || m.value.Cmp(NewDecimal(10, 0)) < 0):
		return n.mult
	case m.mult < myriad:
		return n.myriad
	}
	return 0
}

// share gives the numbers before me that have the unit which its longer one begins with that
// one: 1个、3个 in 1个、3个和5个工作日内, with the bound word after it.
func (s *scanner) share(me int, c *context) {
	b := &s.out[me]
	v, plain := b.UnitText, numeral{known: true}
	for k, n := s.prev, &s.prevNum; k >= 0; k, n = k-1, &plain {
		a := &s.out[k]
		u := a.UnitText
		if !u.Valid() || v.Len() <= u.Len() || !s.spells(v.Start, s.rs[u.Start:u.End]) || a.Unit == b.Unit {
			return
		}
		if k < s.prev {
			gap := s.rs[a.Full.End:max(a.Full.End, s.out[k+1].Full.Start)]
			if len(gap) != 1 || !lists(gap[0]) || a.Form != Digits || a.Bound != Exact {
				return
			}
		}
		a.Unit, a.UnitText = b.Unit, v
		if c.cue != nil && a.Bound == Exact && b.Bound != Exact && b.Full.End > v.End {
			a.Bound = b.Bound
		}
		a.mean(n, c.cueAt(a.Bound))
	}
}

// lend gives the numbers of a list before me that have no unit of their own that of me, with its
// power: 1.1、0.8和0.5个百分点, 12.6和8.3亿元. Whole numbers can be names (3、5号线) and take only
// points and percentages.
func (s *scanner) lend(me int, n *numeral) {
	b := &s.out[me]
	if b.Unit == nil || b.Form != Digits || b.Bound == Range || !b.UnitText.Valid() && !n.percent {
		return
	}
	for k := me - 1; k >= 0; k-- {
		a := &s.out[k]
		if a.Unit != nil || a.Form != Digits || a.Bound == Range || a.Full.End > a.Pos.End+1 {
			return
		}
		own := a.Full.End > a.Pos.End // 3万、5万和8万人
		if own && info(s.at(a.Pos.End)).class != hanPower {
			return
		}
		if b.Unit.Class != classRatio && a.Places >= 0 && !own {
			return
		}
		gap := unspaced(s.rs[a.Full.End:max(a.Full.End, s.out[k+1].Full.Start)])
		if len(gap) != 1 || !lists(gap[0]) {
			return
		}
		if n.mult > 0 && !own {
			a.Nominal, a.Places = a.Nominal.shift(n.mult), a.Places+int32(n.mult)
		}
		a.Unit, a.UnitText = b.Unit, document.Position{Start: a.Full.End, End: a.Full.End}
		bound := a.Bound
		a.mean(&numeral{known: true}, nil)
		if bound != Exact {
			a.Bound = bound
		}
	}
}

// cueAt is the context's bound word where it gives bound b, else nil.
func (c *context) cueAt(b Bound) *cue {
	if c.cue != nil && c.cue.bound == b {
		return c.cue
	}
	return nil
}
