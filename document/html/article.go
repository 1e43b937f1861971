package html

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// articleShare is the share of an element's running text, in percent, that
	// one element inside must hold for the article to be looked for in there.
	articleShare = 60
	// siblingLinks is the share of links, in percent, up to which a neighbour
	// of the article may belong to it.
	siblingLinks = 20
	// minSibling is the least running text of such a neighbour, in characters.
	minSibling = 25
)

// findArticle returns the elements that make up the article, in document
// order: the smallest element that holds most of the running text, and its
// neighbours, at any level, that are running text too. It returns nil if the
// page has no running text.
func findArticle(page []element) []int {
	if page[0].good == 0 {
		return nil
	}
	at := 0
	keep := map[int]bool{}
	for {
		best := -1
		for c := at + 1; c < page[at].end; c = page[c].end {
			if !page[c].skip && (best < 0 || page[c].good > page[best].good) {
				best = c
			}
		}
		if best < 0 || page[best].good*100 < page[at].good*articleShare || !isContainer(page[best].node) {
			break
		}
		for c := at + 1; c < page[at].end; c = page[c].end {
			if c != best && isNeighbour(&page[c]) {
				keep[c] = true
			}
		}
		at = best
	}
	var parts []int
	for i := range page {
		if keep[i] || i == at {
			parts = append(parts, i)
		}
	}
	return parts
}

// isContainer reports whether an article may be looked for inside an element.
func isContainer(n *html.Node) bool {
	return n.Type == html.ElementNode && n.DataAtom != atom.P && formsParagraph(n)
}

// isNeighbour reports whether an element beside the article is a part of it.
func isNeighbour(e *element) bool {
	return !e.skip && e.good >= minSibling && e.allLink*100 <= e.all*siblingLinks && e.good*2 >= e.all
}
