package quantity

import (
	"pledger/document"
	"pledger/lexicon"
)

// numeral is a number as its digits alone say it, before the words around it
// are looked at.
type numeral struct {
	pos    document.Position // as annotators point at it
	end    int               // after the powers that follow Arabic digits
	value  Decimal           // multiplied out
	places int               // power of ten of the last written digit
	mult   int               // exponent of the powers it ends in: 4 for 23万, 6 for 五百万
	myriad int               // of them, 万 and 亿: 4 for 五百万
	digits int               // how many Arabic digits it has
	form   Form
	known  bool  // value says something; false for 十二五 and numbers too long
	power  bool  // it is a power with no digit before it: 百亿
	plus   bool  // 几 is part of it: 十几万
	upper  int64 // of a Chinese one what stands up to its last 亿 or 万
	rest   int64 // and behind that
	sum    *sum  // of what value is the sum; nil of most
	// hi is the other end of 三四百, 十五六; 0 where there is none.
	hi Decimal
	// Of fractions only:
	percent bool          // it is 百分之, 千分之 or the like
	unit    *lexicon.Unit // what these imply
	slack   Decimal       // how far off it can be; 0 where Places says
}

// estimates reports whether n has two ends.
func (n *numeral) estimates() bool { return n.hi.coef != 0 || n.hi.long != nil }

// sum is a number of two parts, 1亿3千.
type sum struct {
	upper, lower Decimal // 1亿 and 3千
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
		case !point && s.isDigit(p+1) && (isPoint(s.at(p)) && !s.year(p+1) || s.middlePoint(p)):
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

// year reports whether a year stands at i: the number of a heading is no whole part of
// it, 2．2021年发展目标.
func (s *scanner) year(i int) bool {
	for k := range yearDigits {
		if !s.isDigit(i + k) {
			return false
		}
	}
	century := info(s.at(i)).value
	return s.at(i+yearDigits) == '年' && (century == 1 || century == 2)
}

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
// are all set apart: 1 9 9 7, 1 5 ．3, 1 0 ．0 6.
func (s *scanner) spaced(p int) bool {
	alone := func(i int) bool { return s.isDigit(i) && !s.isDigit(i-1) && !s.isDigit(i+1) }
	if s.at(p) != ' ' || !s.isDigit(p-1) || s.isDigit(p-2) || isPoint(s.at(p-2)) && s.at(p-3) != ' ' {
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
	n.sum = &sum{n.value, NewDecimal(low, m)}
	n.value = n.sum.upper.Add(n.sum.lower)
	n.places, n.pos.End, n.end, n.mult, n.myriad = my, q, e, m, my
}

// raise multiplies n by the powers behind 多: 23多万. Of 1亿3千多万 only 3千 are many
// 万.
func (n *numeral) raise(mult, myriad int) {
	n.value, n.hi = n.value.shift(mult), n.hi.shift(mult)
	if n.upper > 0 && n.rest > 0 { // 六亿三千多万
		n.value = NewDecimal(n.upper, 0).Add(NewDecimal(n.rest, mult))
	}
	if n.sum != nil {
		n.value = n.sum.upper.Add(n.sum.lower.shift(mult))
	}
	n.places, n.mult, n.myriad = n.places+mult, n.mult+mult, n.myriad+myriad
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

// step is the power of ten of the last digit of n that is not 0, and whether
// that digit is all there is of n: 1, 10, 1000.
func step(n Decimal, places int) (exp int, one bool) {
	if n.Sign() == 0 {
		return places, false
	}
	z := n.reduced()
	return z.exponent(), z.long == nil && (z.coef == 1 || z.coef == -1)
}
