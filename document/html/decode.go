package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pledger/document/block"
)

// Decode returns the blocks of the article on a page, its title as a heading
// before them. An error is always a *block.Fault.
func Decode(source string) ([]block.Block, error) {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return flat(source)
	}
	page := layOut(root)
	prune(page)
	parts := findArticle(page)
	if parts == nil {
		parts = []int{0} // no running text: a title and a few lines, or nothing
	}
	blocks := emit(page, parts)
	blocks = append(findTitle(page, parts[0], blocks), blocks...)
	if !hasText(blocks) {
		return nil, &block.Fault{Reason: block.NoArticle}
	}
	return blocks, nil
}

func hasText(blocks []block.Block) bool {
	for _, b := range blocks {
		if b.Kind != block.Furniture {
			return true
		}
	}
	return false
}

// flat returns the text of a page that is nested too deep to be parsed: every
// paragraph of it, without a judgement on what is the article.
func flat(source string) ([]block.Block, error) {
	z := html.NewTokenizer(strings.NewReader(source))
	z.SetMaxBuf(len(source))
	w := &writer{page: []element{{node: &html.Node{}, marks: 1}}}
	skipped := atom.Atom(0) // inside this element nothing is text
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.flush(0)
			if len(w.blocks) == 0 {
				return nil, &block.Fault{Reason: block.NoArticle, Err: z.Err()}
			}
			return w.blocks, nil
		case html.TextToken:
			if skipped == 0 {
				w.write(string(z.Text()), false, false)
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			switch {
			case skipped == 0 && tag != 0 && neverText(tag) && tag != atom.Head && tag != atom.Input:
				skipped = tag
			case tag == atom.Br:
				w.newLine()
			case formsParagraph(&html.Node{Type: html.ElementNode, DataAtom: tag}):
				w.flush(0)
			}
		case html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			switch {
			case tag == skipped:
				skipped = 0
			case tag == atom.Br:
				w.newLine()
			case formsParagraph(&html.Node{Type: html.ElementNode, DataAtom: tag}):
				w.flush(0)
			}
		}
	}
}
