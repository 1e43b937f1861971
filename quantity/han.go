package quantity

import (
	"pledger/document"
)

// yearDigits is how many digits a year has.
const yearDigits = 4

// han reads a number in Chinese numerals at i into n, which is empty.
func (s *scanner) han(n *numeral, i int) {
	if in := info(s.rs[i]); in.class == hanDigit && !goesOn(s.at(i+1)) {
		n.pos, n.end, n.known = document.Position{Start: i, End: i + 1}, i+1, true
		n.form, n.value = Chinese, NewDecimal(int64(in.value), 0)
		return // as nearly all
	}
	j, powers := i, false
	plain := !info(s.rs[i]).cheque
	for ; j < min(s.end, i+maxRun); j++ {
		in := info(s.rs[j])
		if plain && in.cheque || j >= i+yearDigits && s.rs[j] == '两' && !powers {
			break // 二○二一、二○二二两年
		}
		if in.class == hanPower && (j == i || !s.opensUnit(j)) {
			powers = true
		} else if in.class != hanDigit && !s.mixedZero(i, j) {
			break
		}
	}
	if powers {
		s.system(n, i, j)
	} else {
		s.sequence(n, i, j)
	}
	n.form = Chinese
	if n.power && n.mult > 1 {
		n.form = Bare // but 十 counts as 九 does
	}
	s.afterHan(n)
}

// goesOn reports whether a number in Chinese numerals can go on with r.
func goesOn(r rune) bool {
	switch r {
	case '点', '點', 'O', 'Ｏ', 'o', 'ｏ':
		return true
	}
	return info(r).class != noNumber
}

// mixedZero reports whether j holds an Arabic zero or the letter O in the place
// of 〇 inside a run that began at i: 二0三五.
func (s *scanner) mixedZero(i, j int) bool {
	switch s.rs[j] {
	case '0', '０', 'O', 'Ｏ', 'o', 'ｏ':
		return j > i && info(s.rs[j-1]).class == hanDigit && (info(s.at(j+1)).class == hanDigit || s.at(j+1) == '年')
	}
	return false
}

// sequence reads rs[i:j], Chinese digits without a power: 二○三五, 五, 三四.
func (s *scanner) sequence(n *numeral, i, j int) {
	n.pos, n.end, n.known = document.Position{Start: i, End: j}, j, j-i <= maxDigits
	var v int64
	for _, r := range s.rs[i:min(j, i+maxDigits)] {
		v = v*10 + int64(info(r).value)
	}
	if j-i == 2 && s.neighbours(i) {
		n.hi = NewDecimal(int64(info(s.rs[i+1]).value), 0)
		v = int64(info(s.rs[i]).value)
	}
	n.value = NewDecimal(v, 0)
}

// neighbours reports whether the digits at i and i+1 are an estimate: 三四,
// 两三, 三五; not 一二, which lists (一二产业).
func (s *scanner) neighbours(i int) bool {
	return s.follow(i, i+1) && (s.at(i) != '一' || s.at(i+1) == '两')
}

// follow reports whether the digits at i and j are one above the other, as those of an
// estimate are: 三 and 四, 一 and 两; or 三 and 五.
func (s *scanner) follow(i, j int) bool {
	a, b := info(s.at(i)), info(s.at(j))
	return a.class == hanDigit && b.class == hanDigit && (a.value > 0 && b.value == a.value+1 || a.value == 3 && b.value == 5)
}

// system reads the longest number at the start of rs[i:j], Chinese digits and
// powers. Where two digits stand side by side it is an estimate (三四百) or,
// like 十二五, a name that has no value.
func (s *scanner) system(n *numeral, i, j int) {
	lo := s.value(i, j, -1)
	n.pos, n.end, n.known = document.Position{Start: i, End: lo.end}, lo.end, lo.ok
	n.power = info(s.rs[i]).class == hanPower && lo.allPowers
	n.value, n.upper, n.rest = NewDecimal(lo.v, 0), lo.upper, lo.v-lo.upper
	if n.power && !s.rising(i, lo.end) {
		n.known = false // 亿万, 千百: a great many
	}
	if lo.clash > 0 {
		n.known = false
		a, b := s.value(i, j, lo.clash), s.value(i, j, lo.clash-1)
		n.pos.End, n.end = max(a.end, b.end), max(a.end, b.end)
		if s.follow(lo.clash-1, lo.clash) && a.ok && b.ok && a.end == b.end && a.v < b.v {
			n.known, n.value, n.hi = true, NewDecimal(a.v, 0), NewDecimal(b.v, 0)
		}
	}
	for k := n.end - 1; k >= i && info(s.rs[k]).class == hanPower; k-- {
		e := int(info(s.rs[k]).value)
		n.mult += e
		if e >= 4 {
			n.myriad += e
		}
	}
	n.places = n.myriad
}

// rising reports whether each power of rs[i:j] is greater than the one before,
// as in 百万 and 万亿.
func (s *scanner) rising(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if info(s.rs[k]).value <= info(s.rs[k-1]).value {
			return false
		}
	}
	return true
}

// reading is what value made of a run.
type reading struct {
	v         int64
	upper     int64 // of v what stands up to the last 亿 or 万
	end       int
	clash     int // where a digit follows a digit; 0 where none does
	ok        bool
	allPowers bool
}

// limit keeps sums and products of value inside int64.
const limit = int64(1e16)

// value reads rs[i:j], leaving out the rune at skip, up to where it stops being
// one number.
func (s *scanner) value(i, j, skip int) reading {
	var total, sect, cur int64 // from 亿 up, below, and the digit not yet multiplied
	last, lastExp, zero, digit := int64(10), 0, false, false
	r := reading{ok: true, allPowers: true}
	k := i
	for ; k < j; k++ {
		if k == skip {
			continue
		}
		in := info(s.rs[k])
		if in.class != hanPower {
			r.allPowers = false
			if in.value == 0 {
				zero = true
			} else if digit {
				r.clash = k
				break
			} else {
				cur, digit = int64(in.value), true
			}
			continue
		}
		p := pow10(int(in.value))
		if in.value < 4 {
			if !digit {
				cur = 1
			}
			if sect > 0 && lastExp <= int(in.value) && lastExp < 4 {
				r.v, r.end = total+sect, k
				return r
			}
			sect += cur * p
		} else if t, ok := groups(total, sect+cur, p); ok {
			total, sect = t, 0
		} else {
			r.v, r.end, r.ok = total+sect+cur, k, sect+cur > 0
			return r
		}
		cur, digit, zero, last, lastExp = 0, false, false, p, int(in.value)
	}
	if digit && !zero && last > 10 && r.clash == 0 {
		cur *= last / 10 // 一百二 is 120
	}
	r.v, r.end, r.upper = total+sect+cur, k, total
	return r
}

// groups is the value of a number of which total is read, then below, then the
// power p, 万 or 亿; ok is false where these make no number.
func groups(total, below, p int64) (v int64, ok bool) {
	switch {
	case below == 0 && total == 0:
		return p, true
	case below == 0 && total <= limit/p:
		return total * p, true // 万亿
	case p == 1e4 && total%1e8 == 0 && below <= limit/p:
		return total + below*p, true
	case p == 1e8 && total < 1e8 && total+below <= limit/p:
		return (total + below) * p, true
	}
	return 0, false
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// afterHan takes into n what goes on after a run of Chinese numerals: the
// decimals of 七点九 and the 几 of 十几万 and 一百几十亿.
func (s *scanner) afterHan(n *numeral) {
	j := n.end
	switch {
	case (s.at(j) == '点' || s.at(j) == '點') && n.mult < 4 && s.decimals(n, j+1):
	case s.at(j) == '几' && info(s.at(j-1)).class == hanPower:
		n.plus = true
		n.end++
		if some, power := info(s.at(j+1)), info(s.at(j-1)); some.class == hanPower && some.value < power.value {
			if n.end++; power.value >= myriad { // 一亿几千万
				_, _, n.end = s.powers(n.end)
				n.pos.End = n.end
				return
			}
		}
		s.tail(n) // 十几万, 一百几十亿
	}
}

// decimals reads the Chinese digits after 点 at i.
func (s *scanner) decimals(n *numeral, i int) bool {
	j := i
	var frac int64
	for ; info(s.at(j)).class == hanDigit && j-i < maxDigits/2; j++ {
		frac = frac*10 + int64(info(s.at(j)).value)
	}
	if j == i || s.at(i) == '一' && s.at(i+1) == '滴' {
		return false
	}
	n.value = n.value.Add(NewDecimal(frac, i-j))
	n.mult = 0 // 二十点九
	n.end, n.places, n.power = j, i-j, false
	s.tail(n)
	n.places = i - j + n.mult
	return true
}

// tail takes the powers after 七点九 or 十几 into n; they are part of the run.
func (s *scanner) tail(n *numeral) {
	mult, myriad, end := s.powers(n.end)
	if mult > 0 {
		n.value, n.mult, n.myriad, n.end = n.value.shift(mult), mult, myriad, end
		n.places += myriad
	}
	n.pos.End = n.end
}
