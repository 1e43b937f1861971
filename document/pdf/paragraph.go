package pdf

import (
	"strings"
	"unicode/utf8"

	"pledger/document/block"
)

const (
	// indent is how far, in characters, a line must stand in to begin a
	// paragraph.
	indent = 1.2
	// short is how far, in characters, a line must end before the margin to
	// end its paragraph, and shortOpen the same where it does not end like a
	// sentence: a long number may have moved to the next line.
	short     = 2.2
	shortOpen = 6.0
	// apart is the distance between lines, in pitches, that parts paragraphs.
	apart = 1.45
	// headingSize is how much greater than the body a heading is set.
	headingSize = 1.15
)

// joinLines joins the lines of a file to paragraphs, over page breaks too.
// Furniture comes after the paragraph it stands in.
func joinLines(lines []line) []block.Block {
	var body []line
	for _, ln := range lines {
		if !ln.furniture {
			body = append(body, ln)
		}
	}
	m := findMeasure(body)
	var out, waiting []block.Block
	var text strings.Builder
	var prev *line
	flush := func() {
		if prev != nil {
			out[len(out)-1].Text = text.String()
		}
		out = append(out, waiting...)
		waiting = nil
		text.Reset()
	}
	for i := range lines {
		ln := &lines[i]
		if ln.furniture {
			waiting = append(waiting, block.Block{Kind: block.Furniture, Page: ln.page, Text: ln.text})
			continue
		}
		if prev != nil && m.joins(prev, ln) {
			if needsBlank(text.String(), ln.text) {
				text.WriteByte(' ')
			}
			text.WriteString(ln.text)
			prev = ln
			continue
		}
		flush()
		b := block.Block{Page: ln.page}
		if ln.size > m.size*headingSize {
			b.Kind = block.Heading
		}
		out = append(out, b)
		text.WriteString(ln.text)
		prev = ln
	}
	flush()
	return out
}

// joins reports whether b goes on with the paragraph that a ends so far.
func (m measure) joins(a, b *line) bool {
	size := m.size
	switch {
	case !near(a.size, b.size):
		return false
	case a.page == b.page && a.base-b.base > apart*m.pitch*sizeRatio(a, m):
		return false
	case a.page == b.page && b.base-a.base > size*sameLine:
		return false // a step up: another column or frame
	case a.page == b.page && a.base-b.base < size*sameLine && b.left > a.right:
		return true // the same line, set in two pieces
	case m.centred(a) && m.centred(b) && a.right-a.left > m.right-m.left-short*size && b.left > a.left+size && !ends(a.text):
		return true // a line in the middle that was too long
	case startsClosed(b.text):
		return true
	case strings.HasPrefix(b.text, salutation) && ends(a.text):
		return false
	case b.left-m.left > indent*size && b.left-a.left > indent*size/2:
		return false
	case b.left-m.left > indent*size && a.left-m.left > indent*size && m.right-a.right > short*size:
		return false // lines in the middle
	}
	missing := m.right - a.right
	if ends(a.text) {
		return missing <= short*size && b.left-m.left <= indent*size
	}
	return missing <= shortOpen*size && b.left-m.left <= indent*size && (missing <= short*size || len(a.text) > weightBytes)
}

// salutation begins a paragraph wherever it stands after a sentence.
const salutation = "各位代表"

// centred reports whether a line stands in the middle.
func (m measure) centred(ln *line) bool {
	left, right := ln.left-m.left, m.right-ln.right
	return left > -m.size && right > -m.size && left-right < m.size && right-left < m.size
}

// sizeRatio is how much greater than the body a line is set: large headings
// stand further apart.
func sizeRatio(ln *line, m measure) float64 { return max(1, ln.size/max(m.size, 1)) }

// ends reports whether a line ends as sentences do.
func ends(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”’》）)」』"))
	return strings.ContainsRune("。！？；：!?;:", r)
}

// startsClosed reports whether a line begins with a mark that no paragraph
// begins with.
func startsClosed(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("，。、；：！？》”’）％", r)
}

// needsBlank reports whether a blank stands where two lines are joined: between
// Latin words. A number broken over lines goes on without.
func needsBlank(a, b string) bool {
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	if x >= 0x2E80 || y >= 0x2E80 || x == utf8.RuneError {
		return false
	}
	digit := func(r rune) bool { return '0' <= r && r <= '9' || r == '.' || r == ',' }
	return !(digit(x) && digit(y)) && x < 0x2000 && y < 0x2000
}
