package document

// line is one line of a txt file, without its line break and without the
// blanks at both ends.
type line struct {
	start, end int // runes [start, end) hold what is visible
	indent     int // width of the blanks before start, in half-width columns
	width      int // width of the visible runes, in half-width columns
	blanks     int // blank lines between the line before and this one
	newPage    bool
}

// splitLines returns the lines of runes that have something visible. A line
// break is \n, \r\n, \r, a form feed, or one of the separators of Unicode.
// Lines that hold nothing but zero-width characters are passed over as if they
// were not there: they come from links and marks without text, and stand in
// the middle of sentences.
func splitLines(runes []rune) []line {
	const runesPerLine = 32 // a guess to begin with, on the low side
	lines := make([]line, 0, len(runes)/runesPerLine+1)
	begin, first, last := 0, -1, -1 // of the line at hand: its start, its visible runes
	wide, narrow, indent := 0, 0, 0
	blanks, zeroWidth, newPage := 0, false, false
	flush := func(i int) {
		switch {
		case first >= 0:
			lines = append(lines, line{first, last + 1, indent, 2*wide + narrow, blanks, newPage})
			blanks, newPage = 0, false
		case !zeroWidth:
			blanks++
		}
		begin, first, last = i, -1, -1
		wide, narrow, indent, zeroWidth = 0, 0, 0, false
	}
	for i, r := range runes {
		if r > 0x3000 && r != 0xFEFF { // Han and full-width signs
			if first < 0 {
				first = i
			}
			last = i
			wide++
			continue
		}
		switch kind := classify(r); kind {
		case lineBreak:
			if r == '\n' && i > 0 && runes[i-1] == '\r' {
				begin = i + 1
				continue
			}
			flush(i + 1)
			if r == '\f' {
				newPage = true
			}
		case zeroWidthRune:
			zeroWidth = true
		case blankRune:
			if first < 0 {
				indent += blankWidth(r)
			} else {
				narrow += blankWidth(r)
			}
		default:
			if first < 0 {
				first = i
			}
			last = i
			if r >= 0x2000 {
				wide++
			} else {
				narrow++
			}
		}
	}
	if begin < len(runes) {
		flush(len(runes))
	}
	return lines
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
