package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// minGood is the least length, in characters, of a paragraph of running text.
	minGood = 10
	// siteShare is the share of the page's running text that an element may
	// hold, in percent, and still be thrown out for its name: an element with
	// more is the article, whatever it is called.
	siteShare = 25
)

// siteNames are parts of the names (class, id, role) that sites give to what
// stands around an article: anywhere in a name, or at the beginning or end of
// one of its words where they are too short for that.
var siteNames, siteWords = []string{
	"crumb", "copyright", "share", "sidebar", "side-bar", "relate", "recommend", "toolbar", "pagination", "login",
	"banner", "comment", "editsection", "noprint", "license", "licence", "qrcode", "erweima", "friendlink",
	"hotnews", "rightbar", "leftbar", "sitemap", "advert", "popup", "dialog", "modal", "headertemplate",
	"ws-noexport", "ws-header", "catlinks", "sitesub", "jump-link", "jump-to", "pagenum", "printfooter",
	"mw-indicators", "dingwei", "daohang", "dangqianweizhi", "fontsize", "contentsub",
}, []string{
	"nav", "menu", "foot", "footer", "pager", "search", "ewm", "links", "xgxw", "xglj", "references", "reference",
}

// weigh counts each paragraph's characters, links and punctuation, then adds up
// what every element holds of running text. Skipped elements hold nothing.
func weigh(page []element) {
	for i := range page {
		e := &page[i]
		e.chars, e.linkChars, e.marks, e.good, e.all, e.allLink = 0, 0, 0, 0, 0, 0
		if e.parent >= 0 && page[e.parent].skip {
			e.skip = true
		}
		if e.skip || e.node.Type != html.TextNode {
			continue
		}
		o := &page[e.owner]
		for _, r := range e.node.Data {
			if isBlank(r) {
				continue
			}
			o.chars++
			if e.link {
				o.linkChars++
			}
			if isMark(r) {
				o.marks++
			}
		}
	}
	for i := len(page) - 1; i >= 0; i-- {
		e := &page[i]
		if e.skip {
			continue
		}
		if e.chars >= minGood && e.marks > 0 && e.linkChars*2 < e.chars {
			e.good += e.chars - e.linkChars
		}
		e.all += e.chars
		e.allLink += e.linkChars
		if e.parent >= 0 {
			p := &page[e.parent]
			p.good += e.good
			p.all += e.all
			p.allLink += e.allLink
		}
	}
}

// isMark reports whether r is the punctuation of running text. A colon or a
// bar is not: labels and menus have them too.
func isMark(r rune) bool {
	switch r {
	case '，', '。', '；', '！', '？', '、':
		return true
	}
	return false
}

func isBlank(r rune) bool {
	return r <= ' ' || r == 0xA0 || r == 0x3000 || r >= 0x2000 && r <= 0x200F || r == 0x2028 || r == 0x2029 ||
		r == 0x202F || r == 0x205F || r == 0x2060 || r == 0xFEFF || r == 0xAD
}

// prune marks what is hidden, and what by its name or kind belongs to the site,
// unless it holds much of the page's running text.
func prune(page []element) {
	for i := range page {
		n := page[i].node
		switch n.Type {
		case html.CommentNode, html.DoctypeNode:
			page[i].skip = true
		case html.ElementNode:
			never, _ := hidden(n)
			page[i].skip = never || neverText(n.DataAtom)
		}
	}
	weigh(page)
	total := page[0].good
	var site []int
	for i := range page {
		e := &page[i]
		if e.skip || e.node.Type != html.ElementNode || e.good*100 > total*siteShare {
			continue
		}
		_, later := hidden(e.node)
		if later || isSite(e.node) {
			site = append(site, i)
		}
	}
	for _, i := range site {
		page[i].skip = true
	}
	weigh(page)
}

// isSite reports whether an element's kind or name is that of a site's part.
func isSite(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer, atom.Form:
		return true
	case atom.Body, atom.Html, atom.P:
		return false
	}
	for _, key := range []string{"class", "id", "role"} {
		if name := attr(n, key); name != "" && isSiteName(strings.ToLower(name)) {
			return true
		}
	}
	return false
}

func isSiteName(name string) bool {
	for _, s := range siteNames {
		if strings.Contains(name, s) {
			return true
		}
	}
	words := strings.FieldsFunc(name, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	for _, w := range words {
		if w == "toc" {
			return true
		}
		for _, s := range siteWords {
			if strings.HasPrefix(w, s) || strings.HasSuffix(w, s) {
				return true
			}
		}
	}
	return false
}
