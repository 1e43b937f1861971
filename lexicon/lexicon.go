package lexicon

import "math/big"

// Class is a set of bits: what an entry is. One spelling may belong to several.
type Class uint32

// The classes of entry.
const (
	ClassUnit Class = 1 << iota
	ClassIndicator
	ClassBody
	ClassPlace
	ClassVerb
	ClassWord // function words and markers, see data/words.tsv
)

// ClassAny is every class.
const ClassAny Class = 1<<32 - 1

// Unit（计量单位）is a unit of measure or a measure word, without 万 or 亿.
type Unit struct {
	Name      string   // as reports write it: 斤, 元/平方米, 个百分点
	Dimension string   // mass, area, money:CNY, count:person … as data/units.tsv explains
	Factor    *big.Rat // to the dimension's base unit; exact
	Class     string   // measure, unit, duration or ratio
	Aliases   []string // other spellings
	Example   string
	Sort      UnitSort // by Class and Dimension
}

// Indicator（指标）is a catalogue entry: what a figure can be said of.
type Indicator struct {
	Code     string // stable, lower-case, dotted: gdp.per_capita
	Name     string // the statistical name
	Unit     string // name of the unit its level is kept in
	Kind     string // what a bare figure of it is: level, share, growth, duration, pp
	Polarity string // + more is better, - less is better, 0 neither
	Nature   string // flow, stock, ratio or index
	Regions  string // how it adds up over regions: sum, mean:CODE, max, min, count, none
	Months   string // and over months: cumulative, sum, mean, last
	Prices   string // real: growth is at constant prices, level and growth do not tie; nominal; ""
	Aliases  []string
	Example  string
}

// Place（地区）is a node of the region tree. A Place of level region has no code.
type Place struct {
	Code    string // GB/T 2260, six digits
	Name    string
	Aliases []string
	Level   string // province, prefecture, county or region
}

// Verb（动词）opens a task or governs a figure.
type Verb struct {
	Text     string
	Hardness string // hard, soft or ""
	Role     Role
}

// Word（虚词、标记词）is a function word or marker.
type Word struct {
	Text  string
	Role  Role
	Value string // what the role needs: the meaning of a time word, the direction of a gap …
}

// Lexicon is the loaded dictionaries. It is immutable and safe for concurrent use.
type Lexicon struct {
	Units      []Unit
	Indicators []Indicator
	Places     []Place
	Bodies     []Body
	Verbs      []Verb
	Words      []Word

	auto  *automaton
	outs  []ref // the records that end at each state, a ref of no class behind them
	codes func() codes
}

// ref says which record an entry is.
type ref struct {
	class Class
	index int32
}

// Token is one dictionary match in a text: the longest that begins where the
// one before it ended or later.
type Token struct {
	Start, End int32 // rune offsets
	Class      Class
	node       int32
	Role       Role
}

// Tokens appends to dst the matches in rs[from:to], leftmost first and longest
// at each place; their offsets are into rs. Runes between tokens are in no
// dictionary.
func (l *Lexicon) Tokens(dst []Token, rs []rune, from, to int) []Token {
	return l.auto.tokens(dst, rs[:to], from)
}

// At returns the longest match of one of the classes at rs[i:]; ok is false
// where there is none, and where i lies outside rs.
func (l *Lexicon) At(rs []rune, i int, want Class) (t Token, ok bool) {
	n, length := l.auto.longest(rs, i, want)
	if length == 0 {
		return Token{}, false
	}
	k := l.auto.kindOf(n)
	return Token{int32(i), int32(i + length), k.class, n, k.role}, true
}

// UnitAt returns the longest unit spelled at rs[i:] and its length in runes;
// nil, 0 where there is none.
func (l *Lexicon) UnitAt(rs []rune, i int) (*Unit, int) {
	n, length := l.auto.longest(rs, i, ClassUnit)
	if length == 0 {
		return nil, 0
	}
	return &l.Units[l.first(n, ClassUnit)], length
}

// Indicator returns the indicator a token spells, or nil.
func (l *Lexicon) Indicator(t Token) *Indicator {
	if t.Class&ClassIndicator == 0 {
		return nil
	}
	return &l.Indicators[l.first(t.node, ClassIndicator)]
}

// Reach is how many of the first runes of rs the spelling of an entry can begin with: an
// entry that is the whole of rs reaches to its end.
func (l *Lexicon) Reach(rs []rune) int { return l.auto.reach(rs) }

// IndicatorEnds reports whether the name of an indicator can end where rs does.
// It may say yes where none does, and is much quicker than to look for one.
func (l *Lexicon) IndicatorEnds(rs []rune) bool {
	n := len(rs)
	if l.auto.short || n < 2 {
		return l.auto.short
	}
	return l.auto.tails.has(l.auto.codeOf(rs[n-2]), l.auto.codeOf(rs[n-1]))
}

// Joins reports whether an entry can hold first with second behind it. It may say
// yes where none does, and is much quicker than to look for one.
func (l *Lexicon) Joins(first, second rune) bool {
	return l.auto.pairs.has(l.auto.codeOf(first), l.auto.codeOf(second))
}

// Verb returns the verb a token spells, or nil.
func (l *Lexicon) Verb(t Token) *Verb {
	if t.Class&ClassVerb == 0 {
		return nil
	}
	return &l.Verbs[l.first(t.node, ClassVerb)]
}

// Word returns the first word a token spells, or nil.
func (l *Lexicon) Word(t Token) *Word {
	if t.Class&ClassWord == 0 {
		return nil
	}
	return &l.Words[l.first(t.node, ClassWord)]
}

// PlacesOf returns every place a token may name, province first.
func (l *Lexicon) PlacesOf(t Token) []*Place {
	var out []*Place
	if t.Class&ClassPlace == 0 {
		return nil
	}
	for o := l.auto.outs[t.node]; l.outs[o].class != 0; o++ {
		if r := l.outs[o]; r.class == ClassPlace {
			out = append(out, &l.Places[r.index])
		}
	}
	return out
}

// first is the record of class that ends at node n; the caller has checked
// that there is one.
func (l *Lexicon) first(n int32, class Class) int32 {
	for o := l.auto.outs[n]; l.outs[o].class != 0; o++ {
		if r := l.outs[o]; r.class == class {
			return r.index
		}
	}
	panic("lexicon: no record of the class at the node")
}

// UnitNamed returns the unit with this name, or nil.
func (l *Lexicon) UnitNamed(name string) *Unit {
	rs := []rune(name)
	if u, n := l.UnitAt(rs, 0); n == len(rs) && n > 0 {
		return u
	}
	return nil
}
