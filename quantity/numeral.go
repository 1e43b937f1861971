package quantity

import (
	"strings"

	"pledger/document"
	"pledger/lexicon"
)

// numeral is a number as its digits alone say it, before the words around it
// are looked at.
type numeral struct {
	pos    document.Position // as annotators point at it
	end    int               // after the powers that follow Arabic digits
	form   Form
	value  Decimal // multiplied out
	places int     // power of ten of the last written digit
	known  bool    // value says something; false for 十二五 and numbers too long
	mult   int     // exponent of the powers it ends in: 4 for 23万, 6 for 五百万
	myriad int     // of them, 万 and 亿: 4 for 五百万
	power  bool    // it is a power with no digit before it: 百亿
	plus   bool    // 几 is part of it: 十几万
	digits int     // how many Arabic digits it has
	hi     Decimal // the other end of 三四百, 十五六; 0 where there is none
	// Of fractions only:
	unit    *lexicon.Unit // what 百分之, 千分之 imply
	percent bool          // it is one of these
	slack   Decimal       // how far off it can be; 0 where Places says
}

const (
	// maxDigits is the length up to which a run of digits is a number and not
	// an identifier.
	maxDigits = 18
	// maxPower bounds the powers of ten a numeral may multiply up to: 亿亿.
	maxPower = 16
	// maxBlanks is how many blanks and soft line breaks may stand inside a
	// quantity: a line break and the next line's indent.
	maxBlanks = 8
	// maxRun is the length of the longest Chinese numeral that is read as one.
	// It keeps a text of numerals only from being read again and again.
	maxRun    = 40
	thousands = 3 // digits between separators: 1,748
)

// at is the rune at i, or 0 outside the block.
func (s *scanner) at(i int) rune {
	if i < s.start || i >= s.end {
		return 0
	}
	return s.rs[i]
}

// soft skips blanks and soft line breaks from i.
func (s *scanner) soft(i int) int {
	for j := i; j < s.end && j <= i+maxBlanks; j++ {
		if !isSpace(s.rs[j]) {
			return j
		}
	}
	return i
}

// digits reads a number in Arabic digits at i.
func (s *scanner) digits(i int) numeral {
	n := numeral{form: Digits}
	var coef int64
	count, scale, group, point := 0, 0, 0, false
	p := i
	for ; ; p++ {
		if in := info(s.at(p)); in.class == arabic {
			if count++; count <= maxDigits {
				coef = coef*10 + int64(in.value)
			}
			if group++; point {
				scale++
			}
			continue
		}
		switch {
		case !point && s.isDigit(p+1) && (isPoint(s.at(p)) || s.middlePoint(p)):
			point = true
		case !point && s.separates(p, group):
			group = 0
		case !point && isPoint(s.at(p)) && s.at(p+1) == '\n' && s.isDigit(p+2):
			point = true
		case s.spaced(p) || s.wrapped(p) || !point && s.at(p) == '\n' && isPoint(s.at(p+1)) && s.isDigit(p+2):
		default:
			n.pos = document.Position{Start: i, End: p}
			n.end = p
			n.known, n.digits = count <= maxDigits, count
			s.multiply(&n, coef, -scale)
			return n
		}
	}
}

func (s *scanner) isDigit(i int) bool { return info(s.at(i)).class == arabic }

// separates reports whether p holds a thousands separator, group digits being
// read since the last: 1,748 but not 1, 2 and not 12,34. A full-width comma is
// one between full-width digits only.
func (s *scanner) separates(p, group int) bool {
	if c := s.at(p); c != ',' && c != '，' {
		return false
	}
	if group == 0 || group > thousands || s.isDigit(p+thousands+1) {
		return false
	}
	for k := 1; k <= thousands; k++ {
		if !s.isDigit(p + k) {
			return false
		}
	}
	return true
}

// middlePoint reports whether the dot at p is a decimal point in the middle of
// the line: 19·5％, but not 5·12 or 3·15, which are dates.
func (s *scanner) middlePoint(p int) bool {
	if s.at(p) != '·' && s.at(p) != '•' {
		return false
	}
	q := p + 1
	for s.isDigit(q) && q-p <= maxDigits {
		q++
	}
	switch s.at(q) {
	case '%', '％', '‰', '万', '亿', '倍', '个':
		return true
	}
	return false
}

// spaced reports whether the blank at p stands inside a number whose digits
// are all set apart: 1 9 9 7, 1 5 ．3.
func (s *scanner) spaced(p int) bool {
	alone := func(i int) bool { return s.isDigit(i) && !s.isDigit(i-1) && !s.isDigit(i+1) }
	if s.at(p) != ' ' || !s.isDigit(p-1) || s.isDigit(p-2) || isPoint(s.at(p-2)) {
		return false
	}
	return alone(p+1) || isPoint(s.at(p+1)) && s.isDigit(p+2)
}

// wrapped reports whether p holds a soft line break between two digits.
func (s *scanner) wrapped(p int) bool {
	return s.at(p) == '\n' && s.isDigit(p+1) || s.at(p) == '\r' && s.at(p+1) == '\n' && s.isDigit(p+2)
}

// multiply takes the powers after Arabic digits into n: 万, 千万, 万亿, and the
// lower part of 1亿2千万.
func (s *scanner) multiply(n *numeral, coef int64, exp int) {
	mult, myriad, end := s.powers(n.end)
	if mult > 0 {
		n.end, n.mult, n.myriad = end, mult, myriad
	}
	n.value = NewDecimal(coef, exp+mult)
	n.places = exp + myriad
	if exp < 0 {
		n.places = exp + mult
	}
	if mult < 4 || !s.isDigit(end) {
		return
	}
	q := end
	var low int64
	for ; s.isDigit(q) && q-end < maxDigits; q++ {
		low = low*10 + int64(info(s.at(q)).value)
	}
	m, my, e := s.powers(q)
	if m == 0 || m >= mult || s.isDigit(q) {
		return
	}
	n.value = n.value.Add(NewDecimal(low, m))
	n.places, n.pos.End, n.end, n.mult, n.myriad = my, q, e, m, my
}

// powers reads the powers at i; mult is their exponent, 0 where there are none.
func (s *scanner) powers(i int) (mult, myriad, end int) {
	j := s.soft(i)
	for in := info(s.at(j)); in.class == hanPower && !s.opensUnit(j) && mult+int(in.value) <= maxPower; in = info(s.at(j)) {
		mult += int(in.value)
		if in.value >= 4 {
			myriad += int(in.value)
		}
		j++
	}
	return mult, myriad, j
}

// opensUnit reports whether the 百 or 千 at i begins a unit: 千瓦, 百分点.
func (s *scanner) opensUnit(i int) bool {
	switch s.rs[i] {
	case '千', '百':
		_, n := s.unitAt(i)
		return n > 1 || n == 0 && s.at(i) == '百' && s.at(i+1) == '分' && s.at(i+2) == '点'
	}
	return false
}

// han reads a number in Chinese numerals at i.
func (s *scanner) han(i int) numeral {
	j, powers := i, false
	plain := !strings.ContainsRune(financial, s.rs[i])
	for ; j < min(s.end, i+maxRun); j++ {
		in := info(s.rs[j])
		if plain && strings.ContainsRune(financial, s.rs[j]) {
			break
		}
		if in.class == hanPower && (j == i || !s.opensUnit(j)) {
			powers = true
		} else if in.class != hanDigit && !s.mixedZero(i, j) {
			break
		}
	}
	var n numeral
	if powers {
		n = s.system(i, j)
	} else {
		n = s.sequence(i, j)
	}
	n.form = Chinese
	if n.power {
		n.form = Bare
	}
	s.afterHan(&n)
	return n
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
func (s *scanner) sequence(i, j int) numeral {
	n := numeral{pos: document.Position{Start: i, End: j}, end: j, known: j-i <= maxDigits}
	var v int64
	for _, r := range s.rs[i:min(j, i+maxDigits)] {
		v = v*10 + int64(info(r).value)
	}
	if j-i == 2 && s.neighbours(i) {
		n.hi = NewDecimal(int64(info(s.rs[i+1]).value), 0)
		v = int64(info(s.rs[i]).value)
	}
	n.value = NewDecimal(v, 0)
	return n
}

// neighbours reports whether the digits at i and i+1 are an estimate: 三四,
// 两三, 三五; not 一二, which lists (一二产业).
func (s *scanner) neighbours(i int) bool {
	a, b := info(s.at(i)), info(s.at(i+1))
	return a.class == hanDigit && b.class == hanDigit &&
		(a.value > 1 && b.value == a.value+1 || a.value == 3 && b.value == 5 || s.at(i) == '一' && s.at(i+1) == '两')
}

// system reads the longest number at the start of rs[i:j], Chinese digits and
// powers. Where two digits stand side by side it is an estimate (三四百) or,
// like 十二五, a name that has no value.
func (s *scanner) system(i, j int) numeral {
	lo := s.value(i, j, -1)
	n := numeral{pos: document.Position{Start: i, End: lo.end}, end: lo.end, known: lo.ok}
	n.power = info(s.rs[i]).class == hanPower && lo.allPowers
	n.value = NewDecimal(lo.v, 0)
	if n.power && !s.rising(i, lo.end) {
		n.known = false // 亿万, 千百: a great many
	}
	if lo.clash > 0 {
		n.known = false
		a, b := s.value(i, j, lo.clash), s.value(i, j, lo.clash-1)
		n.pos.End, n.end = max(a.end, b.end), max(a.end, b.end)
		if s.neighbours(lo.clash-1) && a.ok && b.ok && a.end == b.end && a.v < b.v {
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
	return n
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
		switch below := sect + cur; {
		case in.value < 4:
			if !digit {
				cur = 1
			}
			if sect > 0 && lastExp <= int(in.value) && lastExp < 4 {
				r.v, r.end = total+sect, k
				return r
			}
			sect += cur * p
		case below == 0 && total == 0:
			total = p
		case below == 0 && total <= limit/p:
			total *= p
		case in.value == 4 && total%1e8 == 0 && below <= limit/p:
			total += below * p
			sect = 0
		case in.value == 8 && total < 1e8 && total+below <= limit/p:
			total = (total + below) * p
			sect = 0
		default:
			r.v, r.end, r.ok = total+below, k, below > 0
			return r
		}
		cur, digit, zero, last, lastExp = 0, false, false, p, int(in.value)
	}
	if digit && !zero && last > 10 && r.clash == 0 {
		cur *= last / 10 // 一百二 is 120
	}
	r.v, r.end = total+sect+cur, k
	return r
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// afterHan takes into n what goes on after a run of Chinese numerals: the
// decimals of 七点九 and the 几 of 十几万.
func (s *scanner) afterHan(n *numeral) {
	j := n.end
	switch {
	case (s.at(j) == '点' || s.at(j) == '點') && n.mult == 0 && s.decimals(n, j+1):
	case s.at(j) == '几' && info(s.at(j-1)).class == hanPower:
		n.plus = true
		n.end++
		s.tail(n)
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

// step is the power of ten of the last digit of n that is not 0, and whether
// that digit is all there is of n: 1, 10, 1000.
func step(n Decimal, places int) (exp int, one bool) {
	if n.Sign() == 0 {
		return places, false
	}
	var z Decimal
	z.d.Reduce(&n.d)
	return z.exp(), z.d.Coeff.IsInt64() && z.d.Coeff.Int64() == 1
}
