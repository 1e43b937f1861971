package document

import (
	"sort"
	"strings"
)

// Joined is t as it is read: the lines of each paragraph on one line, what furniture
// cut in two in one piece, and no characters that nobody sees. It is t itself where
// there is nothing to join. Original leads back from its offsets to those of t.
func (t *Text) Joined() *Text {
	if t.joined == nil {
		return t
	}
	return t.joined
}

// Original is where the stretch p of t.Joined() stands in t, line breaks and page
// numbers inside it included. An empty p stays empty.
func (t *Text) Original(p Position) Position {
	if t.joined == nil {
		return p
	}
	q := Position{Start: t.original(p.Start)}
	q.End = q.Start
	if p.Valid() {
		q.End = t.original(p.End-1) + 1
	}
	return q
}

// original is where the rune at offset i of the joined text stands.
func (t *Text) original(i int) int {
	if k := sort.Search(len(t.seams), func(k int) bool { return t.seams[k].at > i }); k > 0 {
		i += t.seams[k-1].lost
	}
	return i
}

// Plain is the text at p, of t, as it reads when joined.
func (t *Text) Plain(p Position) string {
	if t.joined == nil {
		return t.Slice(p)
	}
	return t.joined.Slice(Position{t.joinedAt(p.Start), t.joinedAt(p.End)})
}

// joinedAt is the offset in the joined text of the rune at offset i, or of the first
// behind it that is still there.
func (t *Text) joinedAt(i int) int {
	k := sort.Search(len(t.seams), func(k int) bool { return t.seams[k].at+t.seams[k].lost > i })
	lost, next := 0, len(t.runes)
	if k > 0 {
		lost = t.seams[k-1].lost
	}
	if k < len(t.seams) {
		next = t.seams[k].at
	}
	return min(i-lost, next)
}

// seam is where the joined text goes on behind something left out.
type seam struct {
	at   int // offset in the joined text
	lost int // how many runes were left out up to there
}

// runesPerCut is in how many runes a word must be cut for a text to be joined: a stray
// break in a long one costs less than reading a copy of it.
const runesPerCut = 3000

// join makes the joined text, if there are enough words that gaps cut.
func (t *Text) join() {
	if t.cuts*runesPerCut < len(t.runes) || t.cuts == 0 {
		t.gaps = nil
		return
	}
	j := &Text{Name: t.Name, Format: t.Format, Encoding: t.Encoding, broken: t.broken}
	j.runes = make([]rune, 0, len(t.runes))
	t.seams = make([]seam, 0, len(t.gaps))
	var b strings.Builder
	b.Grow(len(t.source.utf8))
	from := 0
	for _, g := range append(t.gaps, gap{Position: Position{len(t.runes), len(t.runes)}}) {
		j.runes = append(j.runes, t.runes[from:g.Start]...)
		b.WriteString(t.Slice(Position{from, g.Start}))
		if g.blank {
			j.runes = append(j.runes, ' ')
			b.WriteByte(' ')
		}
		from = g.End
		t.seams = append(t.seams, seam{len(j.runes), g.End - len(j.runes)})
	}
	t.gaps = nil
	j.source, _ = newSource(j.runes, b.String())
	t.joined = j
	j.Blocks = make([]Block, 0, len(t.Blocks))
	for _, b := range t.Blocks {
		b.Pos = Position{t.joinedAt(b.Pos.Start), t.joinedAt(b.Pos.End)}
		switch n := len(j.Blocks); {
		case !b.Pos.Valid(): // furniture in the middle of a paragraph
		case b.Cont:
			j.Blocks[n-1].Pos.End = b.Pos.End
		default:
			j.Blocks = append(j.Blocks, b)
		}
	}
}

// gap is a stretch of a text that is left out when it is joined.
type gap struct {
	Position
	blank bool // a blank takes its place
}

// leaveOut notes that from goes on at to when the text is joined, behind a blank where
// both are Latin words.
func (t *Text) leaveOut(from, to int) {
	if from == to {
		return
	}
	a, b := t.runes[from-1], t.runes[to]
	t.gaps = append(t.gaps, gap{Position{from, to}, isLatin(a) && isLatin(b)})
	if inWord(a) && inWord(b) {
		t.cuts++
	}
}

// makePlain notes that the blanks from offset from on, before to, are plain ones when
// the text is joined, if they set a number apart.
func (t *Text) makePlain(from, to int) {
	if a, b := t.runes[from-1], t.runes[to]; (isDigit(a) || isDigit(b)) && inWord(a) && inWord(b) {
		t.gaps = append(t.gaps, gap{Position{from, to}, true})
		t.cuts++
	}
}

// inWord reports whether r is a part of words and numbers.
func inWord(r rune) bool {
	return isHan(r) || isDigit(r) || isLatin(r) || r == '%' || r == '％' || r == '.'
}

func isLatin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// unify notes what is left out of ln or made plain: characters that nobody sees, and
// blanks of other sorts than the usual one.
func (t *Text) unify(ln line) {
	if !ln.odd {
		return
	}
	for i := t.source.next(narrow, ln.start); i < ln.end; i = t.source.next(narrow, i+1) {
		class, from := classify(t.runes[i]), i
		if class == visible {
			continue
		}
		for classify(t.runes[i]) == class { // a line ends with what is visible
			i++
		}
		switch {
		case class == zeroWidthRune:
			t.leaveOut(from, i)
		case t.runes[from] != ' ':
			t.makePlain(from, i)
		}
	}
}

// isSeam reports whether what the line a breaks off goes on in b, so that the two are
// read without the break between them: not after a sentence, nor after a short line,
// which may be a title on a line of its own.
func (lay *layout) isSeam(runes []rune, a, b line) bool {
	if endsSentence(runes, a) {
		return false
	}
	return a.width >= longLine || lay.wrap > 0 && lay.full(a) || continues(runes[b.start]) || opensBracket(runes[a.start:a.end])
}
