package report

import (
	"slices"
	"strconv"
	"sync"

	"pledger/document"
)

// Parse reads the structure of t. It never fails; see Report.Doubts.
func Parse(t *document.Text) *Report {
	r := parse(t.Joined())
	if r.Text == t {
		return r
	}
	return r.unjoined(t)
}

// parse reads t as it stands.
func parse(t *document.Text) *Report {
	list := paraLists.Get().(*[]para)
	p := &parser{text: t, rs: t.Runes(), rep: &Report{Text: t}, paras: (*list)[:0]}
	p.paragraphs()
	p.front()
	p.sections()
	p.years()
	p.stances()
	p.split()
	p.doubt()
	*list = p.paras
	paraLists.Put(list)
	return p.rep
}

// paraLists are lists of paragraphs that no report is being cut into.
var paraLists = sync.Pool{New: func() any { return new([]para) }}

// parser holds what the passes share.
type parser struct {
	text  *document.Text
	rs    []rune // of the text
	rep   *Report
	paras []para
	body  int // index of the first paragraph after the front matter
	over  int // index of the section in which words of the report are explained, 0 none; see apart

	unreviewed bool // there are parts and none looks back: what stands before the first may
}

// para is one paragraph without surrounding blanks.
type para struct {
	pos     document.Position
	styled  bool              // marked as a heading by the document
	label   document.Position // its number, if it has one
	rank    int               // rank of the number's style, see rankOf; 0 without number
	heading document.Position // the heading it is or begins with
	section int
	stance  Stance
}

// paragraphs lists the blocks that belong to the report.
func (p *parser) paragraphs() {
	p.paras = slices.Grow(p.paras, len(p.rep.Text.Blocks))
	for _, b := range p.rep.Text.Blocks {
		pos := p.unmarked(p.trim(b.Pos))
		if b.Kind == document.Furniture || !pos.Valid() {
			continue
		}
		p.paras = append(p.paras, para{pos: pos, styled: b.Kind == document.Heading})
	}
	p.dropContents()
}

// unmarked is pos without the signs of a text in Markdown at its ends: ## 一、工作回顾, **一、工作回顾**.
func (p *parser) unmarked(pos document.Position) document.Position {
	if !pos.Valid() || p.rs[pos.Start] != '#' && p.rs[pos.Start] != '*' {
		return pos // as nearly all
	}
	for pos.Valid() && (p.rs[pos.Start] == '#' || p.rs[pos.Start] == '*') {
		pos.Start++
	}
	for pos.Valid() && p.rs[pos.End-1] == '*' {
		pos.End--
	}
	return p.trim(pos)
}

// trim narrows pos to what is visible; a U+FEFF at its ends stays.
func (p *parser) trim(pos document.Position) document.Position {
	for pos.Start < pos.End && space(p.rs[pos.Start]) {
		pos.Start++
	}
	for pos.Start < pos.End && space(p.rs[pos.End-1]) {
		pos.End--
	}
	return pos
}

// blank reports whether r shows nothing.
func blank(r rune) bool { return space(r) || r == '\ufeff' }

// space reports whether r takes space and shows nothing.
func space(r rune) bool { return r <= lastSpace && spaces[spaceSlot(r)] == r }

// lastSpace is the last rune that takes space and shows nothing.
const lastSpace = '\u3000'

// spaces are the runes that take space and show nothing, each at its slot, so that
// telling that a rune is none takes no more than one look.
var spaces = func() (t [256]rune) {
	for i := range t {
		t[i] = -1
	}
	for _, r := range " \t\n\r\v\f\u00a0\u3000\u2002\u2003\u200b\u0085\u2028\u2029" {
		if t[spaceSlot(r)] >= 0 {
			panic("report: two spaces at one slot: " + strconv.QuoteRune(r))
		}
		t[spaceSlot(r)] = r
	}
	return t
}()

// spaceSlot is where r stands in spaces if it is one of them.
func spaceSlot(r rune) uint8 { return uint8(r + r>>8) }

// find returns the offset of the first of what in rs[from:to], or -1.
func (p *parser) find(from, to int, what []rune) int {
	first, end := what[0], to-len(what)+1
	if from >= end {
		return -1
	}
	for k, r := range p.rs[from:end] {
		if i := from + k; r == first && slices.Equal(p.rs[i:i+len(what)], what) {
			return i
		}
	}
	return -1
}

// has reports whether the text at pos holds what.
func (p *parser) has(pos document.Position, what []rune) bool {
	return p.find(pos.Start, pos.End, what) >= 0
}

// fewestHan is how many Han characters a text must have among its letters, per
// thousand, to be taken for Chinese.
const fewestHan = 300

// doubt records what the whole text makes doubtful.
func (p *parser) doubt() {
	whole := document.Position{Start: 0, End: len(p.rs)}
	if len(p.rs) == 0 {
		return
	}
	switch {
	case !p.isChinese():
		p.rep.Doubts = append(p.rep.Doubts, Doubt{Pos: whole, Code: "report.not-chinese"})
	case !p.rep.Title.Valid() && len(p.rep.Sections) == 1:
		p.rep.Doubts = append(p.rep.Doubts, Doubt{Pos: whole, Code: "report.other-genre"})
	}
	if p.rep.Year == 0 {
		p.rep.Doubts = append(p.rep.Doubts, Doubt{Pos: whole, Code: "report.no-year"})
	}
}

// isChinese reports whether enough of the text's letters are Han characters. It
// counts the others only where these are not enough for a text of nothing but letters.
func (p *parser) isChinese() bool {
	han := p.text.Han()
	if han*1000 >= len(p.rs)*fewestHan {
		return true
	}
	letters := han
	for _, r := range p.rs {
		if r < 0x2000 && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x7F && !blank(r)) {
			letters++
		}
	}
	return han*1000 >= letters*fewestHan
}
