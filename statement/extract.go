package statement

import (
	"slices"

	"pledger/document"
	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
)

// Extract reads everything that r states and promises, with the words of lex.
// It never fails; what it could not decide is in Set.Doubts.
func Extract(r *report.Report, lex *lexicon.Lexicon) *Set {
	set := extract(r.Joined(), lex, stretchRunes)
	if set.Report == r {
		return set
	}
	return set.unjoined(r)
}

// extract reads r as it stands, in stretches of so many runes at least.
func extract(r *report.Report, lex *lexicon.Lexicon, least int) *Set {
	e := &extractor{rep: r, rs: r.Text.Runes(), lex: lex, set: &Set{Report: r, Government: r.Government}, now: clock{spanned: -1, passed: -1}}
	e.notes = notebooks.Get().(*notes)
	e.times = e.times[:0]
	if len(e.rs) <= least {
		e.pass(span{End: len(e.rs)})
	} else {
		e.stretches(least)
	}
	e.coverage()
	notebooks.Put(e.notes)
	return e.set
}

// pass runs the passes over e.rep, whose text stands at p.
func (e *extractor) pass(p span) {
	const runesPerToken = 3
	e.nums = quantity.AppendScan(e.nums[:0], e.rep.Text, p, e.lex)
	e.toks = slices.Grow(e.toks[:0], p.Len()/runesPerToken)
	e.starts.reset(p)
	for _, pass := range passes {
		pass.run(e)
	}
}

// passes are the steps of Extract, in order.
var passes = []struct {
	name string
	run  func(*extractor)
}{
	{"clauses", (*extractor).clauses},
	{"government", (*extractor).government},
	{"nature", (*extractor).natures},
	{"times", (*extractor).timePhrases},
	{"runs", (*extractor).gatherRuns},
	{"figures", (*extractor).figures},
	{"periods", (*extractor).periods},
	{"links", (*extractor).links},
	{"pledges", (*extractor).pledges},
	{"mechanisms", (*extractor).mechanisms},
	{"doubts", (*extractor).doubts},
}

// extractor holds what the passes share.
type extractor struct {
	rep *report.Report // or the stretch of it that is read; see stretches
	rs  []rune
	lex *lexicon.Lexicon
	set *Set
	*notes
	section  int         // index of the last that begins before the number at hand; see natures
	clause   int         // that in which it stands, -1 none
	appeals  []bool      // by paragraph: it belongs to the closing appeal
	survey   int         // one more than the paragraph that weighs how things stand or tells what was done; see looksBack
	toldIn   int         // the last clause of a part that looks ahead that told a fact, -1 none; see isFact
	toldRole Role        // in what role it did
	begun    int         // the section whose first task or target was found; see leadsUp
	recounts bool        // it tells what was done
	said     gist        // of the sentence that is cut into pledges
	spans    map[int]int // by section: the time phrase of the span its heading names
	now      clock       // of the paragraph at hand
	country  string      // what the report calls its countryside; see bothOf
	words    lists[string]
	numbers  lists[int]

	verbs, objects lists[string] // of pledges
	checkable      bool          // one of the objects of the pledge at hand may be; see checkedObject
}

// clause says which tokens, numbers and time phrases a clause holds.
type clause struct {
	tok, tokEnd   int32
	num, numEnd   int32
	time, timeEnd int32
	roles         lexicon.Role // of all its words
	heads         heads        // of all its words
	class         lexicon.Class
	target        bool // one of its figures is promised
	told          bool // one tells a fact where the part looks ahead; see isFact
	dated         bool // one of its numbers is part of a time
	counts        bool // one is a figure
}

// clauses tokenises each clause and deals the numbers out to them.
func (e *extractor) clauses() {
	e.timed, e.systems, e.survey, e.toldIn = e.timed[:0], e.systems[:0], 0, -1
	if n := len(e.rep.Sentences); n > 0 {
		e.appeals = zeroed(e.appeals, e.rep.Sentences[n-1].Paragraph+1)
	}
	toks := e.toks[:0]
	e.cls = zeroed(e.cls, len(e.rep.Clauses))
	n := 0
	for i := range e.rep.Clauses {
		c, cl := &e.rep.Clauses[i], &e.cls[i]
		cl.tok = int32(len(toks))
		toks = e.lex.Tokens(toks, e.rs, c.Pos.Start, c.Pos.End)
		cl.tokEnd = int32(len(toks))
		cl.roles, cl.class, cl.heads = e.sorts(toks[cl.tok:])
		for n < len(e.nums) && e.nums[n].Pos.Start < c.Pos.Start {
			n++
		}
		cl.num = int32(n)
		for n < len(e.nums) && e.nums[n].Pos.Start < c.Pos.End {
			n++
		}
		cl.numEnd = int32(n)
		e.list(i)
	}
	e.toks = append(toks, lexicon.Token{}) // see noToken
	e.starts.count()
}

// list puts clause c to the lists of those that later passes look at.
func (e *extractor) list(c int) {
	cl := &e.cls[c]
	if cl.num < cl.numEnd || cl.roles.Is(lexicon.Time) {
		e.timed = append(e.timed, int32(c))
	}
	if cl.roles.Is(lexicon.System) {
		e.systems = append(e.systems, int32(c))
	}
	if cl.roles.Is(lexicon.Appeal) {
		sent := &e.rep.Sentences[e.rep.Clauses[c].Sentence]
		if sent.Section == len(e.rep.Sections)-1 && e.calls(c) {
			e.appeals[sent.Paragraph] = true
		}
	}
}

// calls reports whether clause c, which has a word of appeal, calls on all to strive:
// 让我们 inside a sentence only says what for, 让我们的家园更美, and others may strive
// for a task of their own, 合力谱写新篇章.
func (e *extractor) calls(c int) bool {
	pos := e.rep.Clauses[c].Pos
	sent := &e.rep.Sentences[e.rep.Clauses[c].Sentence]
	if e.holds(pos.Start, pos.End, "让我们") {
		return sent.First == c
	}
	return e.holds(sent.Pos.Start, sent.Pos.End, "我们") || e.at(sent.Pos.End-1) == '！' || e.at(sent.Pos.End) == '！'
}

// sorts are the roles, the classes and the heads of all of toks. Inside its caller, which
// has much else at hand, its loop takes twice as long.
//
//go:noinline
func (e *extractor) sorts(toks []lexicon.Token) (roles lexicon.Role, class lexicon.Class, first heads) {
	from, parts := e.starts.from, e.starts.parts
	rs := e.rs[from:]
	for i := range toks {
		t := &toks[i]
		roles |= t.Role
		class |= t.Class
		at := uint(int(t.Start) - from)
		first |= headOf(rs[at])
		parts[at/partLen].at |= 1 << (at % partLen)
	}
	return roles, class, first
}

// heads are the runes that words begin with, by their low bits.
type heads uint64

// headOf is r alone.
func headOf(r rune) heads { return 1 << (uint32(r) % 64) }

// headsIn are the heads of the words of all of lists.
func headsIn(lists ...*phrases) (h heads) {
	for _, p := range lists {
		for i := range p.open.words {
			h |= headOf(p.open.words[i].outer)
		}
	}
	return h
}

// may reports whether one of h may be r: where it may not, no word needs to be looked at.
func (h heads) may(r rune) bool { return h&headOf(r) != 0 }

// government settles whose report this is.
func (e *extractor) government() {
	if e.set.Government == "" {
		named := map[string]int{}
		e.countPlaces(named, e.toks)
		e.set.Government = mostNamed(named)
	}
}

// countPlaces adds how often toks name each place.
func (e *extractor) countPlaces(named map[string]int, toks []lexicon.Token) {
	for i := range toks {
		if t := &toks[i]; t.Class&lexicon.ClassPlace != 0 {
			named[e.text(span{Start: int(t.Start), End: int(t.End)})]++
		}
	}
}

// mostNamed is the place that is named most, by how often each is; "" where none is.
func mostNamed(named map[string]int) (place string) {
	most := 0
	for name, n := range named {
		if n > most || n == most && name < place {
			most, place = n, name
		}
	}
	return place
}

// hasAt reports whether the text at offset i reads s.
func (e *extractor) hasAt(i int, s string) bool {
	if len(s) >= hanSize && s[0]>>4 == 0xE && (s[2]^byte(e.at(i)))&0x3F != 0 {
		return false // a Han character shows in the low bits of its third byte
	}
	for s != "" {
		r, size := firstRune(s)
		if i < 0 || i >= len(e.rs) || e.rs[i] != r {
			return false
		}
		i, s = i+1, s[size:]
	}
	return true
}

// hasBefore reports whether the text before offset i, but for blanks, ends in s.
func (e *extractor) hasBefore(i int, s string) bool {
	i = e.unspaced(i)
	if s != "" && (s[len(s)-1]^byte(e.at(i-1)))&0x3F != 0 {
		return false // any character shows in the low bits of its last byte
	}
	for s != "" {
		r, size := lastRune(s)
		if i--; i < 0 || i >= len(e.rs) || e.rs[i] != r {
			return false
		}
		s = s[:len(s)-size]
	}
	return true
}

// anyAt reports whether the text at offset i begins with one of list, and
// which; anyBefore whether it ends there with one.
func (e *extractor) anyAt(i int, list ...string) (string, bool) {
	r := e.at(i)
	for _, s := range list {
		if len(s) >= hanSize && s[0]>>4 == 0xE {
			if (s[2]^byte(r))&0x3F != 0 || han(s[0], s[1], s[2]) != r || !e.hasAt(i+1, s[hanSize:]) {
				continue
			}
			return s, true
		}
		if e.hasAt(i, s) {
			return s, true
		}
	}
	return "", false
}

func (e *extractor) anyBefore(i int, list ...string) (string, bool) {
	i = e.unspaced(i)
	r := byte(e.at(i - 1))
	for _, s := range list {
		if (s[len(s)-1]^r)&0x3F == 0 && e.hasBefore(i, s) {
			return s, true
		}
	}
	return "", false
}

// unspaced is offset i, or where the blanks before it begin: 比 2015 年.
func (e *extractor) unspaced(i int) int {
	for i > 0 && i <= len(e.rs) && e.rs[i-1] == ' ' {
		i--
	}
	return i
}

// spaced is offset i, or where the blanks that stand there end.
func (e *extractor) spaced(i int) int {
	for i < len(e.rs) && e.rs[i] == ' ' {
		i++
	}
	return i
}

// at is the rune at offset i, 0 outside the text.
func (e *extractor) at(i int) rune {
	if uint(i) >= uint(len(e.rs)) {
		return 0
	}
	return e.rs[i]
}

// holds reports whether rs[from:to], as far as the text goes, contains s.
func (e *extractor) holds(from, to int, s string) bool { return e.index(from, to, s) >= 0 }

// index is the offset of the first s in rs[from:to], as far as the text goes, or -1.
func (e *extractor) index(from, to int, s string) int {
	first, size := firstRune(s)
	rest := s[size:]
	if to = min(to, len(e.rs)) - runeCount(rest); from >= to {
		return -1
	}
	for i, r := range e.rs[from:to] {
		if r == first && (rest == "" || e.hasAt(from+i+1, rest)) {
			return from + i
		}
	}
	return -1
}

// span is short for a document.Position.
type span = document.Position

// trim narrows p to what is visible and no joining mark.
func (e *extractor) trim(p span) span {
	for p.Start < p.End && !isHan(e.rs[p.Start]) && isFiller(e.rs[p.Start]) {
		p.Start++
	}
	for p.Start < p.End && !isHan(e.rs[p.End-1]) && isFiller(e.rs[p.End-1]) {
		p.End--
	}
	return p
}

// isHan reports whether r is one of the Han characters that nearly all text is of.
func isHan(r rune) bool { return 0x4E00 <= r && r <= 0x9FFF }

// isFiller reports whether r is a blank or a mark that joins or ends.
func isFiller(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\u3000', '\u00a0', '、', '，', '；', '：', '。', ',', ';', ':', '—', '－', '-', '～', '~', '●', '*':
		return true
	}
	return false
}

// text is the text at p without line breaks, blanks between Han characters and
// quotation marks left alone.
func (e *extractor) text(p span) string {
	if !p.Valid() {
		return ""
	}
	if e.rep.Text.NextSign(p.Start) < p.End {
		return e.signedText(p)
	}
	return e.rep.Text.SliceWide(p)
}

// signedText is text where p is not all of Han characters.
func (e *extractor) signedText(p span) string {
	if e.blankIn(p) {
		return e.packed(p)
	}
	return e.rep.Text.Slice(p)
}

// blankIn reports whether a blank stands inside p.
func (e *extractor) blankIn(p span) bool {
	for i := e.rep.Text.NextSign(p.Start); i < p.End; i = e.rep.Text.NextSign(i + 1) {
		if isBlank(e.rs[i]) {
			return true
		}
	}
	return false
}

// isBlank reports whether r only takes space.
func isBlank(r rune) bool {
	switch r {
	case '\n', '\r', '\t', '\u3000', '\u00a0', ' ':
		return true
	}
	return false
}

// packed is the text at p without its blanks.
func (e *extractor) packed(p span) string {
	buf := make([]rune, 0, p.Len())
	for _, r := range e.rs[p.Start:p.End] {
		if !isBlank(r) {
			buf = append(buf, r)
		}
	}
	return string(buf)
}

// clauseTokens are the tokens of clause c.
func (e *extractor) clauseTokens(c int) []lexicon.Token {
	return e.toks[e.cls[c].tok:e.cls[c].tokEnd]
}

// tokens are those of clause c that lie inside p.
func (e *extractor) tokens(c int, p span) []lexicon.Token {
	lo, hi := e.firstToken(c, p.Start), e.firstToken(c, p.End)
	if lo < hi && int(e.toks[hi-1].End) > p.End {
		hi--
	}
	return e.toks[lo:max(lo, hi)]
}

// firstToken is the index of the first token of clause c that starts at offset i
// or later; the clause's tokEnd where none does.
func (e *extractor) firstToken(c, i int) int {
	cl := &e.cls[c]
	return min(max(e.starts.before(i), int(cl.tok)), int(cl.tokEnd))
}

// coverage counts what was understood.
func (e *extractor) coverage() {
	c := &e.set.Coverage
	c.Numbers = len(e.set.Mentions)
	c.Read = c.Numbers - len(e.set.Doubts)
	c.Figures = len(e.set.Figures)
	for i := range e.set.Figures {
		if e.set.Figures[i].Indicator != "" {
			c.Linked++
		}
	}
	c.Doubts = len(e.set.Doubts)
}
