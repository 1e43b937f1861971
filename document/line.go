package document

import "sync"

// lineLists are lists of lines that no text is being cut into.
var lineLists = sync.Pool{New: func() any { return new([]line) }}

// line is one line of a txt file, without its line break and without the
// blanks at both ends.
type line struct {
	start, end int // runes [start, end) hold what is visible
	indent     int // width of the blanks before start, in half-width columns
	width      int // width of the visible runes, in half-width columns
	blanks     int // blank lines between the line before and this one
	newPage    bool
	odd        bool // it holds characters that nobody sees, or other blanks than the usual
}

// splitLines returns the lines of pos that have something visible. A line
// break is \n, \r\n, \r, a form feed, or one of the separators of Unicode.
// Lines that hold nothing but zero-width characters are passed over as if they
// were not there: they come from links and marks without text, and stand in
// the middle of sentences.
// They are appended to list.
func (t *Text) splitLines(list []line, pos Position) []line {
	s := splitter{lines: list, first: -1}
	begin := pos.Start // of the line at hand
	for i := pos.Start; i < pos.End; i++ {
		if end := min(t.source.next(narrow, i), pos.End); end > i {
			if s.first < 0 {
				s.first = i
			}
			s.wide += end - i
			if s.last = end - 1; end == pos.End {
				break
			}
			i = end
		}
		r := t.runes[i]
		if r != '\n' {
			if class := classify(r); class != lineBreak {
				s.narrowRune(i, r, class)
				continue
			}
		}
		begin = i + 1
		if r == '\n' && i > pos.Start && t.runes[i-1] == '\r' {
			continue
		}
		s.endLine()
		s.newPage = s.newPage || r == '\f'
	}
	if begin < pos.End {
		s.endLine()
	}
	return s.lines
}

// splitter gathers what splitLines knows of the line at hand.
type splitter struct {
	lines        []line
	first, last  int // its visible runes; first is -1 while there is none
	wide, narrow int // how many there are, in full and in half columns
	indent       int
	zeroWidth    bool
	odd          bool // other blanks than the usual one behind the first visible rune
	blanks       int  // blank lines before it
	newPage      bool
}

// narrowRune takes over a rune, of a class, that is neither a Han character nor a line
// break.
func (s *splitter) narrowRune(i int, r rune, class runeClass) {
	switch class {
	case zeroWidthRune:
		s.zeroWidth = true
	case blankRune:
		if s.first < 0 {
			s.indent += blankWidth(r)
		} else {
			s.narrow += blankWidth(r)
			s.odd = s.odd || r != ' '
		}
	default:
		if s.first < 0 {
			s.first = i
		}
		s.last = i
		if r >= 0x2000 {
			s.wide++
		} else {
			s.narrow++
		}
	}
}

// endLine puts the line at hand to the others.
func (s *splitter) endLine() {
	switch {
	case s.first >= 0:
		s.lines = append(s.lines, line{s.first, s.last + 1, s.indent, 2*s.wide + s.narrow, s.blanks, s.newPage, s.zeroWidth || s.odd})
		s.blanks, s.newPage = 0, false
	case !s.zeroWidth:
		s.blanks++
	}
	s.first, s.wide, s.narrow, s.indent, s.zeroWidth, s.odd = -1, 0, 0, 0, false, false
}

type runeClass uint8

const (
	visible runeClass = iota
	blankRune
	zeroWidthRune
	lineBreak
)

// classify says what r does to a line. Characters after U+3000 but for U+FEFF
// are visible.
func classify(r rune) runeClass {
	switch {
	case r > ' ' && r < 0x7F:
		return visible
	case r == '\n', r == '\r', r == '\f', r == '\v', r == 0x85, r == 0x2028, r == 0x2029:
		return lineBreak
	case r == ' ', r == '\t', r == 0xA0, r == 0x3000, r >= 0x2000 && r <= 0x200A, r == 0x202F, r == 0x205F:
		return blankRune
	case r < ' ', r == 0x7F, r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E,
		r >= 0x2060 && r <= 0x2064, r == 0xFEFF, r == 0xAD:
		return zeroWidthRune
	}
	return visible
}

// tabWidth is what a tab at the beginning of a line is taken for: enough to
// count as the indent of a paragraph.
const tabWidth = 4

func blankWidth(r rune) int {
	switch r {
	case 0x3000, 0x2003:
		return 2
	case '\t':
		return tabWidth
	}
	return 1
}
