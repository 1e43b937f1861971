package report

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"pledger/document"
)

// Run is a piece of text in a block: exactly one of its fields is set.
type Run struct {
	Text string
	Link *Link
	Span *Span
}

// Link is a piece of text that leads to its entry.
type Link struct {
	Text    string
	Class   string
	Entry   string
	ID      string   // of an entry's first piece; else ""
	Note    string   // of an entry's last piece, the number print shows; else ""
	Check   string   // of an entry's last piece, see checkSigns; else ""
	Title   string   // of an entry's first piece; else ""
	Anchors []string // ids of other marks that begin here and have no piece of their own
}

// Span is a stretch of text that belongs to a heading, a pledge or a doubt, or
// a piece of it.
type Span struct {
	Class string
	Entry string // "" where it belongs to none
	ID    string // of the first piece; else ""
	Lead  *Note  // before the first piece of a pledge
	Trail *Note  // after the last piece of a doubt
	Ends  bool   // it is the last piece
	Inner []Run
}

// Note is the small sign by which a span leads to its entry.
type Note struct {
	Entry string
	Sign  string
}

// doubtSign stands after a doubtful reading.
const doubtSign = "？"

// cutter cuts blocks at the ends of marks. Blocks must come in the order of
// the text.
type cutter struct {
	runes  []rune
	marks  []mark          // sorted by start
	next   int             // marks[next:] begin after the blocks seen
	open   []*mark         // marks that began and have not ended
	placed map[string]bool // ids that stand in the text
}

// cut returns the runs of the text at pos, with its marks.
func (c *cutter) cut(pos document.Position) []Run {
	var b builder
	c.open = slices.DeleteFunc(c.open, func(m *mark) bool { return m.pos.End <= pos.Start })
	for c.next < len(c.marks) && c.marks[c.next].pos.Start < pos.Start {
		c.begin(pos.Start)
	}
	for at := pos.Start; at < pos.End; {
		for c.next < len(c.marks) && c.marks[c.next].pos.Start == at {
			c.begin(at)
		}
		end := pos.End
		if c.next < len(c.marks) {
			end = min(end, c.marks[c.next].pos.Start)
		}
		for _, m := range c.open {
			end = min(end, m.pos.End)
		}
		c.piece(&b, document.Position{Start: at, End: end}, pos)
		c.open = slices.DeleteFunc(c.open, func(m *mark) bool { return m.pos.End <= end })
		at = end
	}
	return b.runs
}

// begin opens the next mark, unless it ends before at.
func (c *cutter) begin(at int) {
	m := &c.marks[c.next]
	c.next++
	if m.pos.End > at {
		c.open = append(c.open, m)
	}
}

// piece adds the text at p, which no mark's end divides, under the spans and
// the link that cover it.
func (c *cutter) piece(b *builder, p, block document.Position) {
	text := visible(c.runes, p, block)
	var spans []*mark
	var links []*mark
	for _, m := range c.open {
		if m.layer.holds() {
			spans = append(spans, m)
		} else {
			links = append(links, m)
		}
	}
	slices.SortStableFunc(spans, func(x, y *mark) int { return cmp.Compare(x.layer, y.layer) })
	b.nest(spans, c.placed)
	if len(links) == 0 {
		b.add(Run{Text: text})
	} else {
		b.add(Run{Link: c.link(links, p, text)})
	}
	for _, m := range spans {
		if m.pos.End == p.End || p.End == block.End {
			b.end(m)
		}
	}
}

// link is the link of a piece that the marks all cover: it leads to the figure
// whose number stands there, else to the innermost.
func (c *cutter) link(all []*mark, p document.Position, text string) *Link {
	owner := slices.MaxFunc(all, func(x, y *mark) int {
		return cmp.Or(cmp.Compare(x.layer, y.layer), boolCompare(x.core.Contains(p), y.core.Contains(p)))
	})
	l := &Link{Text: text, Class: owner.class, Entry: owner.entry}
	if owner.id != "" && !c.placed[owner.id] {
		c.placed[owner.id] = true
		l.ID, l.Title = owner.id, owner.title
	}
	if owner.pos.End == p.End {
		l.Note, l.Check = owner.note, owner.check
	}
	for _, m := range all {
		if m.class != owner.class && !strings.Contains(l.Class, m.class) {
			l.Class += " " + m.class
		}
		// A mark that another's link covers to its end gets no piece later.
		if m != owner && m.id != "" && m.pos.End <= p.End && !c.placed[m.id] {
			c.placed[m.id] = true
			l.Anchors = append(l.Anchors, m.id)
		}
	}
	return l
}

// boolCompare orders false before true.
func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// builder puts runs into nested spans.
type builder struct {
	runs  []Run
	marks []*mark // of the spans that are open, outermost first
	spans []*Span
}

// nest closes and opens spans so that exactly those of the marks are open.
func (b *builder) nest(marks []*mark, placed map[string]bool) {
	same := 0
	for same < len(marks) && same < len(b.marks) && marks[same] == b.marks[same] {
		same++
	}
	b.marks, b.spans = b.marks[:same], b.spans[:same]
	for _, m := range marks[same:] {
		s := &Span{Class: m.class, Entry: m.entry}
		if m.id != "" && !placed[m.id] {
			placed[m.id] = true
			s.ID = m.id
			if m.layer == layerPledge {
				s.Lead = &Note{m.entry, m.note}
			}
		}
		b.add(Run{Span: s})
		b.marks, b.spans = append(b.marks, m), append(b.spans, s)
	}
}

// add puts a run into the innermost open span.
func (b *builder) add(r Run) {
	if r.Span == nil && r.Link == nil && r.Text == "" {
		return
	}
	into := &b.runs
	if n := len(b.spans); n > 0 {
		into = &b.spans[n-1].Inner
	}
	*into = append(*into, r)
}

// end makes the open span of m its last piece in the block.
func (b *builder) end(m *mark) {
	i := slices.Index(b.marks, m)
	b.spans[i].Ends = true
	if m.layer == layerDoubt && m.entry != "" {
		b.spans[i].Trail = &Note{m.entry, doubtSign}
	}
}

// visible is the text at p as a reader sees it: line breaks inside a block are
// soft and vanish between Chinese characters, other control characters go.
func visible(runes []rune, p, block document.Position) string {
	var b strings.Builder
	for i := p.Start; i < p.End; i++ {
		r := runes[i]
		switch {
		case r == '\n':
			if partsWords(runes, i, block) {
				b.WriteByte(' ')
			}
		case r == '\t':
			b.WriteByte(' ')
		case r == '\ufeff' || unicode.IsControl(r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// partsWords reports whether the line break at i stands between two words of a
// script that writes spaces.
func partsWords(runes []rune, i int, block document.Position) bool {
	before, after := i-1, i+1
	for before >= block.Start && unicode.IsSpace(runes[before]) {
		before--
	}
	for after < block.End && unicode.IsSpace(runes[after]) {
		after++
	}
	return before >= block.Start && after < block.End && spaced(runes[before]) && spaced(runes[after])
}

// spaced reports whether r belongs to a script that writes spaces between words.
func spaced(r rune) bool { return r < firstUnspaced }

// firstUnspaced is where the Chinese characters and their punctuation begin.
const firstUnspaced = 0x2E80

// trim narrows p by the white space at its ends.
func trim(runes []rune, p document.Position) document.Position {
	for p.Start < p.End && blank(runes[p.Start]) {
		p.Start++
	}
	for p.End > p.Start && blank(runes[p.End-1]) {
		p.End--
	}
	return p
}

// blank reports whether r shows nothing.
func blank(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' || unicode.IsControl(r) }
