package html

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pledger/document/block"
)

// writer collects the blocks of an article.
type writer struct {
	page   []element
	tables map[int]*table // data tables by their element
	blocks []block.Block
	text   strings.Builder
	links  int // characters of the text at hand that are links
	chars  int
	blank  bool        // a blank is due before the next character
	broken bool        // that blank holds a line break of the source
	last   rune        // the last character written
	marker string      // the number of the list item at hand
	item   int         // where that item ends
	lists  map[int]int // items so far of the ordered lists
}

// emit writes the blocks of the elements in parts.
func emit(page []element, parts []int) []block.Block {
	w := &writer{page: page, tables: map[int]*table{}, lists: map[int]int{}}
	for _, p := range parts {
		w.subtree(p)
	}
	return w.blocks
}

// subtree writes what page[root] holds. Whenever the paragraph changes, the
// text so far becomes a block.
func (w *writer) subtree(root int) {
	owner := -1
	for i := root; i < w.page[root].end; {
		e := &w.page[i]
		if e.skip {
			i = e.end
			continue
		}
		if e.owner != owner {
			if owner >= 0 {
				w.flush(owner)
			}
			owner = e.owner
		}
		switch {
		case e.node.Type == html.TextNode:
			w.write(e.node.Data, e.link, e.node.Parent != nil && e.node.Parent.DataAtom == atom.Pre)
		case e.node.DataAtom == atom.Br:
			w.newLine()
		case e.node.DataAtom == atom.Li:
			w.marker, w.item = w.listMarker(i), e.end
		case e.node.DataAtom == atom.Table:
			if t := readTable(w.page, i); t != nil {
				w.table(t)
				i = e.end
				owner = -1
				continue
			}
		}
		i++
	}
	if owner >= 0 {
		w.flush(owner)
	}
}

// write adds text as a browser shows it: blanks folded, and none where the
// source breaks a line beside a Han character.
func (w *writer) write(s string, link, pre bool) {
	for _, r := range s {
		switch {
		case pre && r == '\n':
			w.newLine()
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f':
			w.blank = true
			w.broken = w.broken || r == '\n' || r == '\r'
		case r < ' ' || r >= 0x7F && r < 0xA0 || r == 0xAD || r == 0xFEFF || r >= 0x200B && r <= 0x200F || r == 0x2060:
			// zero-width: not seen, and in the way of words
		default:
			if w.blank && w.last != 0 && w.last != '\n' && !(w.broken && (isWide(w.last) || isWide(r))) {
				w.text.WriteByte(' ')
			}
			w.text.WriteRune(r)
			w.last, w.blank, w.broken = r, false, false
			w.chars++
			if link {
				w.links++
			}
		}
	}
}

func isWide(r rune) bool { return r >= 0x2E80 }

func (w *writer) newLine() {
	w.text.WriteByte('\n')
	w.last, w.blank, w.broken = '\n', false, false
}

// linkShare is the share of links, in percent, from which a paragraph without
// punctuation is a list of links and no part of the article.
const linkShare = 80

// flush makes the text so far a block of the element owner.
func (w *writer) flush(owner int) {
	text := strings.TrimRight(w.text.String(), " \n\u00a0\u3000")
	text = strings.TrimLeft(text, "\n ")
	chars, links := w.chars, w.links
	w.text.Reset()
	w.chars, w.links, w.last, w.blank, w.broken = 0, 0, 0, false, false
	if strings.TrimFunc(text, isBlank) == "" {
		return
	}
	if owner < w.item {
		text = w.marker + text
	}
	w.marker = ""
	b := block.Block{Text: text}
	e := &w.page[owner]
	b.Level = headingLevel(w.page, owner)
	switch {
	case b.Level > 0:
		b.Kind = block.Heading
	case e.marks == 0 && links*100 >= chars*linkShare:
		b.Kind = block.Furniture
	}
	w.blocks = append(w.blocks, b)
}

// headingLevel returns the level of the heading that element i is or stands
// in, 0 if none.
func headingLevel(page []element, i int) int {
	const maxUp = 3 // a heading holds a div or two at the most
	for n := 0; i >= 0 && n < maxUp; i, n = page[i].parent, n+1 {
		switch page[i].node.DataAtom {
		case atom.H1:
			return 1
		case atom.H2:
			return 2
		case atom.H3:
			return 3
		case atom.H4:
			return 4
		case atom.H5:
			return 5
		case atom.H6:
			return 6
		}
	}
	return 0
}

// listMarker returns the number that a browser shows before the list item at
// i; "" where the list is not numbered.
func (w *writer) listMarker(i int) string {
	p := w.page[i].parent
	if p < 0 || w.page[p].node.DataAtom != atom.Ol {
		return ""
	}
	ol := w.page[p].node
	style := strings.ToLower(attr(ol, "style") + attr(w.page[i].node, "style"))
	if strings.Contains(strings.Join(strings.Fields(style), ""), "list-style:none") ||
		strings.Contains(style, "list-style-type:none") || strings.Contains(style, "list-style-type: none") {
		return ""
	}
	n, seen := w.lists[p]
	if !seen {
		if start, err := strconv.Atoi(attr(ol, "start")); err == nil {
			n = start - 1
		}
	}
	if v, err := strconv.Atoi(attr(w.page[i].node, "value")); err == nil {
		n = v - 1
	}
	n++
	w.lists[p] = n
	if strings.Contains(style, "cjk-ideographic") || strings.Contains(style, "simp-chinese-informal") {
		return block.Chinese(n) + "、"
	}
	return fmt.Sprintf("%d. ", n)
}
