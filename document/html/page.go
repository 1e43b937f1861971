package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// element is one node of the page in document order.
type element struct {
	node   *html.Node
	parent int // index of the parent; -1 for the root
	end    int // index after the last node inside
	owner  int // nearest element that forms a paragraph of its own
	link   bool
	skip   bool // hidden, script, or part of the site around the article

	chars, linkChars, marks int // visible characters, those in links, punctuation; own text for owners
	good                    int // characters of running text inside
	all, allLink            int // visible characters and link characters inside
}

// layOut lists the nodes of the tree under root in document order.
func layOut(root *html.Node) []element {
	var page []element
	var open []int // the elements around n
	for n := root; n != nil; {
		parent := -1
		if len(open) > 0 {
			parent = open[len(open)-1]
		}
		e := element{node: n, parent: parent}
		if parent >= 0 {
			e.owner, e.link = page[parent].owner, page[parent].link
		}
		if n.Type != html.TextNode && formsParagraph(n) {
			e.owner = len(page)
		}
		if n.DataAtom == atom.A && attr(n, "href") != "" {
			e.link = true
		}
		page = append(page, e)
		if n.FirstChild != nil {
			open = append(open, len(page)-1)
			n = n.FirstChild
			continue
		}
		page[len(page)-1].end = len(page)
		for n != root && n.NextSibling == nil {
			n = n.Parent
			page[open[len(open)-1]].end = len(page)
			open = open[:len(open)-1]
		}
		if n == root {
			break
		}
		n = n.NextSibling
	}
	return page
}

// formsParagraph reports whether an element begins and ends a paragraph.
func formsParagraph(n *html.Node) bool {
	if n.Type == html.DocumentNode {
		return true
	}
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.A, atom.Span, atom.Font, atom.B, atom.Strong, atom.I, atom.Em, atom.U, atom.S, atom.Strike, atom.Big,
		atom.Small, atom.Sub, atom.Sup, atom.Br, atom.Wbr, atom.Img, atom.Ins, atom.Del, atom.Mark, atom.Abbr,
		atom.Cite, atom.Code, atom.Q, atom.Label, atom.Time, atom.Tt, atom.Var, atom.Kbd, atom.Samp, atom.Bdo,
		atom.Bdi, atom.Ruby, atom.Rb, atom.Rt, atom.Rp, atom.Nobr, atom.Acronym, atom.Dfn, atom.Map, atom.Area:
		return false
	case 0: // o:p and st1:chsdate from Word, and whatever else is unknown
		return false
	}
	return true
}

// neverText are the elements whose text no reader sees as text.
func neverText(a atom.Atom) bool {
	switch a {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Noframes, atom.Svg,
		atom.Math, atom.Select, atom.Option, atom.Button, atom.Input, atom.Textarea, atom.Object, atom.Embed,
		atom.Video, atom.Audio, atom.Canvas, atom.Datalist, atom.Title, atom.Rt, atom.Rp:
		return true
	}
	return false
}

// attr returns an attribute's value; "" if there is none.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

// hidden says how surely an element is not shown: not at all by its own
// attributes, or only made invisible, as pages do until a script shows it.
func hidden(n *html.Node) (never, later bool) {
	style := strings.ToLower(strings.Join(strings.Fields(attr(n, "style")), ""))
	for _, a := range n.Attr {
		if a.Key == "hidden" {
			never = true
		}
	}
	never = never || strings.Contains(style, "display:none") || attr(n, "aria-hidden") == "true"
	return never, strings.Contains(style, "visibility:hidden")
}
