package quantity

import (
	"slices"
	"strings"

	"pledger/document"
	"pledger/lexicon"
)

// Scan returns every number written in t, in the order of the text. Furniture
// is passed by, and no number reaches over the end of its block. lex may be
// nil; then no unit is known.
func Scan(t *document.Text, lex *lexicon.Lexicon) []Quantity {
	return AppendScan(nil, t, document.Position{End: t.Len()}, lex)
}

// AppendScan is Scan of the blocks of t that begin in p, into the memory of dst, behind
// what it holds.
func AppendScan(dst []Quantity, t *document.Text, p document.Position, lex *lexicon.Lexicon) []Quantity {
	s := &scanner{rs: t.Runes(), lex: lex, whole: p, out: slices.Grow(dst, p.Len()/runesPerNumber+1)}
	first, _ := slices.BinarySearchFunc(t.Blocks, p.Start, func(b document.Block, i int) int { return b.Pos.Start - i })
	for _, b := range t.Blocks[first:] {
		if b.Pos.Start >= p.End {
			break
		}
		if b.Kind != document.Furniture {
			s.block(b.Pos)
		}
	}
	return s.out
}

// runesPerNumber is how far apart numbers stand in a report, for the first
// allocation.
const runesPerNumber = 60

// put appends a number that stands at i to the others, and returns it to be filled in
// before the next. Where their room is used up it makes as much more as the rest of the
// text needs, going by what stands before i, but no more than three times as much at once.
func (s *scanner) put(i int) *Quantity {
	n := len(s.out)
	if n == cap(s.out) {
		rest := n * (s.whole.End - i) / (i - s.whole.Start + 1)
		s.out = slices.Grow(s.out, min(rest, 2*n)+1)
	}
	s.out = s.out[:n+1]
	q := &s.out[n]
	*q = Quantity{}
	return q
}

// scanner reads one text. Every rune is looked up once in a small table; all else
// is done at numbers only, and looks a bounded way around them.
type scanner struct {
	rs         []rune
	whole      document.Position // what is read of the text
	start, end int               // the block being read
	lex        *lexicon.Lexicon
	out        []Quantity
	prev       int // index in out of the last number that is no Part, if it leads on; else -1
	prevNum    numeral
	prevEnd    int // where its unit ends
}

// block reads the numbers of one block.
func (s *scanner) block(p document.Position) {
	s.start, s.end, s.prev = p.Start, p.End, -1
	for i := skipOther(s.rs, p.Start, p.End); i < p.End; i = skipOther(s.rs, i, p.End) {
		if c := info(s.rs[i]).class; c == noNumber {
			i++
		} else {
			i = s.number(i, c)
		}
	}
}

// number reads what begins at i, a rune of class c, and returns where to go on.
func (s *scanner) number(i int, c class) int {
	if c != arabic && s.passBy(i) {
		return i + 1
	}
	switch c {
	case arabic:
		n := s.digits(i)
		if isSlash(s.at(n.end)) {
			if f, ok := s.slash(n); ok {
				return s.quantity(&f)
			}
		}
		return s.counted(&n)
	case hanDigit, hanPower:
		if c == hanPower && s.opensUnit(i) {
			return i + 1
		}
		return s.numerals(i)
	case half:
		n := 1
		if s.at(i+1) == '数' && s.at(i-1) != '过' {
			n = 2 // 半数以上
		}
		return s.said(i, n, Dual, NewDecimal(5, -1))
	case pair:
		return s.double(i)
	case first:
		if _, n := s.unitAt(i + 1); n > 0 || s.at(i+1) == '批' || s.at(i-1) == '之' || s.at(i-1) == '榜' {
			return s.said(i, 1, Ordinal, NewDecimal(1, 0))
		}
	case some:
		if info(s.at(i+1)).class == hanPower && !s.opensUnit(i+1) {
			return s.several(i)
		}
	case no:
		if s.at(i+1) == '一' && !(s.at(i+2) == '例' && s.at(i+3) == '外') {
			return s.said(i, 2, None, Decimal{})
		}
	}
	return i + 1
}

// passBy reports whether the numeral at i is part of a word that is no number:
// 一般, 零售, 老百姓.
func (s *scanner) passBy(i int) bool {
	if tables.has(s.rs[i], marksNonumber) && (tables.has(s.at(i-1), marksBeside) || tables.has(s.at(i+1), marksBeside)) {
		for _, w := range tables.nonumbers[s.rs[i]] {
			if s.spells(i-w.at, w.word) && (w.at < len(w.word)-1 || info(s.at(i+1)).class != hanDigit) {
				return true
			}
		}
	}
	return info(s.rs[i]).cheque && !strings.ContainsRune(afterFinancial, s.at(i+1))
}

// spells reports whether word stands at i.
func (s *scanner) spells(i int, word []rune) bool {
	if i < s.start || i+len(word) > s.end {
		return false
	}
	for k, r := range word {
		if s.rs[i+k] != r {
			return false
		}
	}
	return true
}

// said appends the number v that n runes at i say, and returns where to go on.
func (s *scanner) said(i, n int, f Form, v Decimal) int {
	return s.quantity(&numeral{pos: document.Position{Start: i, End: i + n}, end: i + n, form: f, value: v, known: true, places: v.exponent()})
}

// double reads 双 and 双双.
func (s *scanner) double(i int) int {
	n := 1
	if s.at(i+1) == '双' {
		n = 2
	}
	return s.said(i, n, Dual, NewDecimal(2, 0))
}

// several reads 数百万, 几十.
func (s *scanner) several(i int) int {
	var n numeral
	s.han(&n, i+1)
	n.pos.Start, n.form = i, Vague
	return s.quantity(&n)
}

// numerals reads a run of Chinese numerals and the forms it opens.
func (s *scanner) numerals(i int) int {
	var n numeral
	s.han(&n, i)
	j := n.end
	switch {
	case s.at(j) == '分' && s.at(j+1) == '之':
		if f, ok := s.fraction(n); ok {
			return s.quantity(&f)
		}
	case s.at(j) == '半' && j == i+1 && s.rs[i] == '一' && !s.passBy(j):
		return s.said(i, 2, Dual, NewDecimal(5, -1))
	}
	return s.counted(&n)
}

// counted reads the forms that a numeral and one word make: 三成, 两位数.
func (s *scanner) counted(n *numeral) int {
	j := n.end
	switch {
	case s.at(j) == '成' && n.mult == 0 && s.tenths(j+1):
		n.form, n.end, n.places = Tenths, j+1, n.places-1
		n.value, n.hi = n.value.shift(-1), n.hi.shift(-1)
		if d := info(s.at(j + 1)); s.at(j+1) == '半' {
			n.end, n.places, n.value = j+2, n.places-1, n.value.Add(NewDecimal(5, -2))
		} else if d.class == hanDigit && info(s.at(j+2)).class == noNumber {
			n.end, n.places, n.value = j+2, n.places-1, n.value.Add(NewDecimal(int64(d.value), -2)) // 一成五
		}
	case s.at(j) == '位' && s.at(j+1) == '数' && n.pos.Len() == 1 && n.value.Sign() > 0 && n.mult == 0:
		n.form, n.end = Digitals, j+2
		n.value = NewDecimal(1, int(info(s.rs[n.pos.Start]).value)-1)
	}
	return s.quantity(n)
}

// tenths reports whether 成 before i counts tenths and does not begin a word:
// 三成以上, not 十一成为.
func (s *scanner) tenths(i int) bool {
	switch s.at(i) {
	case '立', '为', '员', '效', '果', '功', '本', '长', '就', '型', '交', '品', '熟', '都', '绩':
		return false
	}
	return true
}

// unitAt is the unit spelled at i inside the block, and its length.
func (s *scanner) unitAt(i int) (*lexicon.Unit, int) {
	if s.lex == nil || i < s.start || i >= s.end {
		return nil, 0
	}
	u, n := s.lex.UnitAt(s.rs[:s.end], i)
	if tables.has(s.rs[i], marksNounit) {
		for _, w := range tables.nounits[s.rs[i]] {
			if len(w) > n && s.spells(i, w) {
				return nil, 0
			}
		}
	}
	return u, n
}

// The units that a form implies and does not spell after its number; 元 is left out behind 个亿.
var (
	percent   = []rune("%")
	permille  = []rune("‰")
	permyriad = []rune("‱")
	years     = []rune("年")
	yuan      = []rune("元")
)

func (s *scanner) implied(spelling []rune) *lexicon.Unit {
	if s.lex == nil {
		return nil
	}
	u, _ := s.lex.UnitAt(spelling, 0)
	return u
}
