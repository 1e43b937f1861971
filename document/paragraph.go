package document

import "slices"

// How a txt file breaks its paragraphs. Files scraped from pages come in all
// of these ways, and the furniture in them in others.
type layout struct {
	spaced   bool // paragraphs stand between blank lines, line breaks inside are soft
	indented bool // paragraphs begin with an indent
	wrap     int  // width at which lines are broken off; 0 if they are not
	counted  bool // it is a number of characters, not of columns
	gap      int  // blank lines inside a paragraph (a file with every second line blank)
}

const (
	// paraIndent is the indent, in columns, that begins a paragraph: two
	// full-width blanks, or what is left of them.
	paraIndent = 3
	// minIndents is the number of indents from which they mean something, and
	// maxParaLines how many lines a paragraph has at the most on average.
	minIndents   = 2
	maxParaLines = 30
	// longLine is the width from which a line is a paragraph's, not a
	// heading's: twenty Han characters.
	longLine = 40
	// wrapSlack is how much shorter than the widest a full line may be: a
	// number or a word moved whole to the next line, a mark that may not stand
	// at the beginning of a line.
	wrapSlack = 8
	// countedSlack is the same in characters where they were counted: no more than
	// a mark or two that may not stand at the beginning of a line.
	countedSlack = 3
	// minWrapLines is the number of full lines from which a file may be held
	// to be broken at a width.
	minWrapLines = 4
	// minWrap is the least width, in columns, that lines are broken at: mail and the
	// columns of a page have a dozen characters at least.
	minWrap = 24
	// maxWrap is the greatest width that editors and pages break lines at.
	maxWrap = 160
	// maxHeading is the width up to which a numbered line is a heading.
	maxHeading = 90
)

// paragraphs joins the lines of pos, of a txt file or a block, to its paragraphs, and
// sets apart the lines and paragraphs that are furniture.
func (t *Text) paragraphs(pos Position) []Block {
	const runesPerLine = 80 // of most files there are more
	list := lineLists.Get().(*[]line)
	lines := t.splitLines(slices.Grow((*list)[:0], pos.Len()/runesPerLine), pos)
	blocks := t.joinLines(lines)
	*list = lines
	lineLists.Put(list)
	return blocks
}

// joinLines is paragraphs of lines. It notes in t.gaps what is left out of the joined
// text.
func (t *Text) joinLines(lines []line) []Block {
	runes := t.runes
	lay := findLayout(runes, lines)
	furn := furnitureLines(runes, lines)
	blocks := make([]Block, 0, len(lines))
	open, last := -1, -1 // first and last line of the paragraph at hand
	flush := func() {
		if open >= 0 {
			blocks[len(blocks)-1].Pos.End = lines[last].end
		}
		open = -1
	}
	cut := false // furniture stands between lines[last] and the line at hand
	for i, ln := range lines {
		switch {
		case furn[i]:
			flush()
			cut = true
			blocks = append(blocks, Block{Pos: Position{ln.start, ln.end}, Kind: Furniture})
			continue
		case open >= 0 && lay.joins(runes, lines[last], ln, open == last):
			t.follow(&lay, lines[last], ln)
			last = i
			continue
		}
		flush()
		cont := cut && last >= 0 && lay.resumes(runes, lines[last], ln)
		if cont {
			t.leaveOut(lines[last].end, ln.start)
		}
		t.unify(ln)
		blocks = append(blocks, Block{Pos: Position{ln.start, ln.end}, Cont: cont})
		open, last, cut = i, i, false
	}
	flush()
	return blocks
}

// follow notes what is left out where b goes on with a.
func (t *Text) follow(lay *layout, a, b line) {
	if lay.isSeam(t.runes, a, b) {
		t.leaveOut(a.end, b.start)
	}
	t.unify(b)
}

// findLayout tells from the whole file how it breaks paragraphs.
func findLayout(runes []rune, lines []line) layout {
	var lay layout
	var endBlank, endDirect, indents, long int
	for i, ln := range lines {
		if ln.indent >= paraIndent {
			indents++
		}
		if ln.width < longLine {
			continue
		}
		long++
		if !endsSentence(runes, ln) || i+1 == len(lines) {
			continue
		}
		if lines[i+1].blanks > 0 {
			endBlank++
		} else {
			endDirect++
		}
	}
	lay.findWrap(runes, lines)
	lay.spaced = endBlank > 0 && endBlank >= endDirect && lay.gap == 0
	lay.indented = indents >= minIndents && indents*maxParaLines >= long
	if lay.wrap > 0 && indents*10 > len(lines)*9 {
		lay.indented = false // the whole text is set in, which tells nothing
	}
	return lay
}

// findWrap tells the width that the file's lines are broken at and the usual number of
// blank lines after a broken line. Broken lines end in the middle of a sentence, most of
// them at one width: in columns, or, where a program counted them, in characters.
func (lay *layout) findWrap(runes []rune, lines []line) {
	byColumn, inColumns := wrapOf(runes, lines, layout{})
	if inColumns == 0 {
		return
	}
	byRune, inRunes := wrapOf(runes, lines, layout{counted: true})
	switch {
	case byRune.wrap > 0 && inRunes >= inColumns:
		lay.wrap, lay.counted = byRune.wrap, true
	case byColumn.wrap > 0:
		lay.wrap = byColumn.wrap
	default:
		return
	}
	full, spacedOut := 0, 0
	for i, ln := range lines[:len(lines)-1] {
		if lay.full(ln) && !endsSentence(runes, ln) {
			full++
			if lines[i+1].blanks == 1 {
				spacedOut++
			}
		}
	}
	if spacedOut*2 > full {
		lay.gap = 1
	}
}

// wrapOf is lay with the width, as it measures them, at which most of the broken lines
// end, and how many; without where they do not.
func wrapOf(runes []rune, lines []line, lay layout) (layout, int) {
	var counts [maxWrap + wrapSlack + 1]int
	broken, long := 0, 0
	for i, ln := range lines {
		w := lay.length(ln)
		if w < minWrap && (!lay.counted || 2*w < minWrap) || i+1 == len(lines) {
			continue
		}
		long++
		if w <= maxWrap && !endsSentence(runes, ln) {
			counts[w]++
			broken++
		}
	}
	if broken < minWrapLines || broken*2 < long {
		return lay, 0
	}
	best, sum := 0, 0
	for w := range counts {
		sum += counts[w]
		if k := w - lay.slack(); k >= 0 {
			sum -= counts[k]
		}
		if sum > best {
			best, lay.wrap = sum, w
		}
	}
	if best < minWrapLines || best*2 < long || best*4 < broken*3 {
		lay.wrap = 0
	}
	return lay, best
}

// length is how long a line is, in what the width of lines is measured in.
func (lay *layout) length(ln line) int {
	if lay.counted {
		return ln.end - ln.start + ln.indent/2
	}
	return ln.width + ln.indent
}

// slack is how much shorter than the widest a full line may be.
func (lay *layout) slack() int {
	if lay.counted {
		return countedSlack
	}
	return wrapSlack
}

// joins reports whether b goes on with the paragraph that a ends so far.
// alone says that the paragraph has no line before a.
func (lay *layout) joins(runes []rune, a, b line, alone bool) bool {
	head, tail := runes[b.start:b.end], runes[a.start:a.end]
	switch {
	case b.newPage && lay.wrap == 0 && b.blanks > 0:
		return false
	case opensBracket(tail) || continues(head[0]):
		return b.blanks <= lay.gap+maxLinkGap
	case b.blanks > lay.gap:
		return false
	case lay.indented && b.indent >= paraIndent && b.indent != a.indent,
		lay.indented && b.indent >= paraIndent && alone:
		return false
	case alone && (isSalutation(tail) || isTitle(tail)):
		return false
	case lay.wrap > 0 && lay.full(a):
		return !lay.stops(runes, a, b, alone)
	case alone && isHeadingLine(tail):
		return false
	case lay.wrap > 0:
		return !endsSentence(runes, a) && lay.length(a)*4 >= lay.wrap*3 && !isNumbered(head)
	case lay.spaced:
		return !isNumbered(head) || !endsSentence(runes, a)
	}
	return unfinished(tail) && !isNumbered(head)
}

// stops reports whether the full line a ends its paragraph all the same: before what is
// numbered, if it ends a sentence or is a heading, and as a part's heading before
// another full line, for a second line of the heading would be short.
func (lay *layout) stops(runes []rune, a, b line, alone bool) bool {
	tail := runes[a.start:a.end]
	if isNumbered(runes[b.start:b.end]) {
		return endsSentence(runes, a) || alone && isHeadingLine(tail)
	}
	return alone && lay.full(b) && isPart(tail) && isHeadingLine(tail)
}

// resumes reports whether b goes on with the sentence that a broke off before
// a page number or other furniture.
func (lay *layout) resumes(runes []rune, a, b line) bool {
	head, tail := runes[b.start:b.end], runes[a.start:a.end]
	switch {
	case opensBracket(tail) || continues(head[0]):
		return true
	case lay.indented && lay.wrap > 0 && b.indent < paraIndent && lay.full(a):
		return !isNumbered(head)
	case endsSentence(runes, a), isNumbered(head), isHeadingLine(tail), isSalutation(tail),
		lay.indented && b.indent >= paraIndent:
		return false
	case lay.wrap > 0:
		return lay.full(a)
	}
	return unfinished(tail)
}

// full reports whether a line reaches the width that lines are broken at.
func (lay *layout) full(ln line) bool { return lay.length(ln) > lay.wrap-lay.slack() }

// maxLinkGap is the number of blank lines that may stand between a bracket and
// what it encloses, where a page set a link on lines of its own.
const maxLinkGap = 1

// endsSentence reports whether ln ends as sentences do.
func endsSentence(runes []rune, ln line) bool {
	i := ln.end - 1
	for i > ln.start && isCloser(runes[i]) {
		i--
	}
	return isFinal(runes[i])
}

func isFinal(r rune) bool {
	switch r {
	case '。', '！', '？', '；', '：', '!', '?', ';', ':', '…', '．', '｡':
		return true
	}
	return false
}

func isCloser(r rune) bool {
	switch r {
	case '”', '’', '》', '）', ')', '」', '』', '】', '〉', '"', ']':
		return true
	}
	return false
}

// continues reports whether no paragraph can begin with r.
func continues(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：', '！', '？', '》', '”', '’', '）', ',', ';', ')', '％', '%', '」', '』', '〉':
		return true
	}
	return false
}

// opensBracket reports whether a line ends inside a bracket it has opened
// since its last sentence: 《, （ or “.
func opensBracket(text []rune) bool {
	depth := 0
	for i := len(text) - 1; i >= 0; i-- {
		switch text[i] {
		case '》', '）', '”', ')', '〉', '】':
			depth++
		case '《', '（', '“', '(', '〈', '【':
			if depth--; depth < 0 {
				return true
			}
		case '。', '！', '？':
			if depth == 0 {
				return false
			}
		}
	}
	return false
}

// unfinished reports whether a line breaks off inside a sentence: it ends with
// a comma, or it holds a sentence and does not end with one. Headings with a
// comma and no full stop are common, and so are numbered ones with both.
func unfinished(text []rune) bool {
	last := text[len(text)-1]
	switch {
	case last == '，' || last == '、' || last == ',':
		return true
	case isFinal(last) || isCloser(last) || isNumbered(text):
		return false
	}
	for _, r := range text {
		if r == '。' {
			return true
		}
	}
	return false
}
