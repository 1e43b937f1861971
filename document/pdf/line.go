package pdf

import (
	"math"
	"strings"
)

// line is one line of a page.
type line struct {
	text        string
	page        int // from 1
	left, right float64
	base        float64 // from the lower edge of the page
	height      float64 // of the page
	size        float64 // width of a Han character
	box         float64 // height of its box
	guessed     bool    // size is told from box: no two Han characters stand side by side
	furniture   bool
}

const (
	// sameLine is how far, in widths of a Han character, two characters of a
	// line may stand above one another: raised figures and mixed fonts.
	sameLine = 0.5
	// backward is how far, in widths, a line may step back: over-set marks.
	backward = 1.0
	// wordGap and wideGap are the distances, in widths, from which a blank
	// stands between two characters: Latin ones, where the blank may be written
	// too, and others. Lines set full stretch the distances between Han
	// characters, and pdfium puts blanks there that no reader sees.
	wordGap = 0.15
	wideGap = 0.8
	// boxHeight is how much higher than wide the box of a Han character is, for
	// lines that have none.
	boxHeight = 1.3
)

// lines joins the characters of a page to lines.
func (p *page) lines(number int) []line {
	var out []line
	for i := 0; i < len(p.chars); {
		j := i + 1
		for j < len(p.chars) && continuesLine(p.chars[j-1], p.chars[j]) {
			j++
		}
		if ln, ok := joinChars(p.chars[i:j]); ok {
			ln.page, ln.height = number, p.height
			out = append(out, ln)
		}
		i = j
	}
	return out
}

func continuesLine(a, b char) bool {
	size := math.Max(a.size, b.size) / boxHeight
	return math.Abs(a.base-b.base) <= sameLine*size && b.left >= a.left-backward*size
}

// joinChars writes the characters of a line, with blanks where they stand
// apart.
func joinChars(chars []char) (ln line, ok bool) {
	var b strings.Builder
	ln = line{left: chars[0].left, right: chars[0].right, base: chars[0].base}
	ln.size, ln.box, ln.guessed = width(chars)
	for i, c := range chars {
		if isWide(c.r) {
			c.right = c.left + ln.size
		}
		if i > 0 {
			before := chars[i-1]
			gap := (c.left - ln.right) / math.Max(ln.size, 1)
			latin := !isWide(before.r) && !isWide(c.r)
			if gap > wideGap || latin && (c.blank || gap > wordGap) {
				b.WriteByte(' ')
			}
		}
		b.WriteRune(c.r)
		ln.left, ln.right = math.Min(ln.left, c.left), math.Max(ln.right, c.right)
	}
	ln.text = strings.Trim(b.String(), "\u00a0\u3000 ")
	return ln, ln.text != ""
}

// width returns the width of a Han character of the line, the usual distance
// from one to the next, and the height of its box. The width is a guess where
// no two stand side by side.
func width(chars []char) (size, box float64, guessed bool) {
	var steps, heights []float64
	for i, c := range chars {
		heights = append(heights, c.size)
		if i > 0 && isWide(chars[i-1].r) && isWide(c.r) && c.left > chars[i-1].left {
			steps = append(steps, c.left-chars[i-1].left)
		}
	}
	box = median(heights)
	if len(steps) == 0 {
		return box / boxHeight, box, true
	}
	// The box is at least as high as the character is wide; a step greater than
	// that is spacing.
	return math.Min(lowerQuartile(steps), box), box, false
}

// settleSizes gives lines with a guessed size the one that boxes of that
// height have in the rest of the file.
func settleSizes(lines []line) {
	var ratios []float64
	for _, ln := range lines {
		if !ln.guessed && ln.size > 0 {
			ratios = append(ratios, ln.box/ln.size)
		}
	}
	ratio := median(ratios)
	if ratio == 0 {
		return
	}
	for i := range lines {
		if lines[i].guessed {
			lines[i].size = lines[i].box / ratio
		}
	}
}
