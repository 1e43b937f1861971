package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pledger/document/block"
)

// maxTitle is the length of the longest title, in characters.
const maxTitle = 80

// findTitle returns the article's title, where the page shows it outside the
// article, and the lines under it that say who spoke, when and where: the last
// heading or element named a title before the article that the page's own title
// holds. It returns nil if the article has the title itself, or none is found.
func findTitle(page []element, article int, blocks []block.Block) []block.Block {
	const begins = 3 // blocks of the article that may be its title
	name := squeeze(pageTitle(page))
	for _, b := range blocks[:min(len(blocks), begins)] {
		t := squeeze(b.Text)
		if b.Kind == block.Heading && b.Level == 1 || t != "" && strings.HasPrefix(name, t) {
			return nil
		}
	}
	found, title, inName := -1, "", false
	for i := range page[:article] {
		e := &page[i]
		if e.skip || e.all == 0 || e.all > maxTitle || !isTitle(e.node) || e.end > article {
			continue
		}
		text := elementText(page, i)
		holds := strings.Contains(name, squeeze(text))
		if holds || !inName && e.node.DataAtom == atom.H1 {
			found, title, inName = i, text, holds
		}
	}
	if found < 0 {
		return nil
	}
	head := []block.Block{{Kind: block.Heading, Level: 1, Text: title}}
	for i := page[found].end; i < article; i++ {
		e := &page[i]
		if e.skip || e.owner != i || e.chars == 0 || e.all != e.chars || e.chars > maxTitle {
			continue
		}
		if text := elementText(page, i); isSubtitle(text) {
			head = append(head, block.Block{Text: text})
		}
	}
	return head
}

// speakers are the offices whose holders give work reports.
var speakers = []string{
	"总理", "主席", "省长", "市长", "州长", "盟长", "县长", "旗长", "区长", "乡长", "镇长", "主任", "特首", "行政长官",
}

// isSubtitle reports whether a line under a title names the meeting or the
// speaker.
func isSubtitle(text string) bool {
	if strings.Contains(text, "会议") || strings.Contains(text, "代表大会") {
		return true
	}
	for _, s := range speakers {
		if len(text) <= maxSpeaker && strings.Contains(text, s) {
			return true
		}
	}
	return false
}

// maxSpeaker is the length, in bytes, of the longest line with the speaker's
// office and name: sixteen Han characters.
const maxSpeaker = 48

// isTitle reports whether an element is a heading or is named a title.
func isTitle(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3:
		return true
	}
	name := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
	return strings.Contains(name, "title") || strings.Contains(name, "biaoti") || strings.Contains(name, "heading")
}

// pageTitle returns the text of the title element in the page's head.
func pageTitle(page []element) string {
	for i := range page {
		if n := page[i].node; n.DataAtom == atom.Title && n.FirstChild != nil {
			return n.FirstChild.Data
		}
	}
	return ""
}

// elementText returns an element's text on one line.
func elementText(page []element, i int) string {
	var b strings.Builder
	for j := i; j < page[i].end; j++ {
		switch n := page[j].node; {
		case page[j].skip:
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.DataAtom == atom.Br:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.FieldsFunc(b.String(), isBlank), " ")
}

// squeeze drops all blanks of s.
func squeeze(s string) string { return strings.Join(strings.FieldsFunc(s, isBlank), "") }
